"""What the window shows: models and songs as the job's events had them, which is as they are on disk.

The job's own memory may be ahead of a slow disk. Whatever is on screen, said aloud or notified of is taken
from here, so that nothing a person has seen is lost with the power.
"""

import time
from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from mountsea_desktop.ui.custom_models.next_step import is_stuck
from mountsea_desktop.workflow.events import Event, GenerationSaved, ModelSaved, SongRemoved, SongSaved
from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import Model, ModelState, Outcome, state_of
from mountsea_desktop.workflow.song_counts import SongCounts, SongList

if TYPE_CHECKING:
    from mountsea_desktop.runtime.clock import Clock
    from mountsea_desktop.workflow.job import Job
    from mountsea_desktop.workflow.song import Song


class ViewState:
    """Empty until the job is open."""

    def __init__(self) -> None:
        self.clock: Clock | None = None
        self.confirming = ""
        """The model whose question before spending is open."""
        self._models: dict[str, Model] = {}
        self._generations: dict[str, Generation] = {}
        self._songs: defaultdict[str, SongList] = defaultdict(SongList)

    def fill(self, job: "Job", clock: "Clock") -> None:
        """Take over what the journal held; to be called before anything goes on."""
        self.clock = clock
        self._generations = {it.id: it for it in job.generations.all()}
        for model in job.models():
            self._models[model.id] = model
            for song in job.songs(model.id):
                self._songs[model.id].put(song)

    def apply(self, events: Iterable[Event]) -> None:
        """Take over what has changed."""
        for event in events:
            match event:
                case ModelSaved(model):
                    self._models[model.id] = model
                case GenerationSaved(generation):
                    self._generations[generation.id] = generation
                case SongSaved(song):
                    self._songs[song.model_id].put(song)
                case SongRemoved(song) if song in self._songs[song.model_id]:
                    self._songs[song.model_id].drop(song)

    def now(self) -> float:
        """Return the time, in seconds of Unix time."""
        return self.clock.now() if self.clock is not None else time.time()

    def monotonic(self) -> float:
        """Return the job's own monotonic time, in which outages say until when they last."""
        return self.clock.monotonic() if self.clock is not None else 0.0

    def models(self) -> list[Model]:
        """Return all models, oldest first."""
        return sorted(self._models.values(), key=lambda model: model.created_at)

    def model(self, model_id: str) -> Model:
        return self._models[model_id]

    def outcome_of(self, model_id: str) -> Outcome | None:
        """Return what became of the model's last attempt, if it is known and there was one."""
        model = self._models.get(model_id)
        return model.attempt.outcome if model is not None and model.attempt is not None else None

    def songs(self, model_id: str) -> list["Song"]:
        """Return a model's songs in the musician's order."""
        return self._songs[model_id].in_order()

    def generations(self, model_id: str) -> list[Generation]:
        """Return the orders for songs made with a model."""
        return [it for it in self._generations.values() if it.model_id == model_id]

    def generation(self, generation_id: str) -> Generation | None:
        """Return one order for songs, as it was told last."""
        return self._generations.get(generation_id)

    def counts(self, model_id: str) -> SongCounts:
        """Return how many songs of a model are in each state."""
        return self._songs[model_id].counts

    def model_state(self, model_id: str) -> ModelState:
        if model_id == self.confirming:
            return ModelState.CONFIRMING
        return state_of(self._models[model_id], self.counts(model_id))

    def is_stuck(self, model_id: str) -> bool:
        """Return whether a model stands still until somebody looks at its songs."""
        return is_stuck(self.model_state(model_id), self.counts(model_id))
