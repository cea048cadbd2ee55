"""Tells of what has just happened: a screen reader at once, those who look elsewhere by a notification."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.notifications.notifier import Notifier
from mountsea_desktop.ui.notifications.screen_reader import announce
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.workflow.events import (
    Event,
    GenerationSaved,
    ModelSaved,
    Outage,
    OutageChanged,
    Remedy,
    SongSaved,
    SongsFound,
)
from mountsea_desktop.workflow.generation import Generation, GenerationState
from mountsea_desktop.workflow.model import SONGS_NEEDED, Model, Outcome
from mountsea_desktop.workflow.song import FINAL, Song, SongState

ANNOUNCED_OUTCOMES = frozenset({Outcome.READY, Outcome.FAILED, Outcome.UNCLEAR})


class Announcer(QObject):
    """Hears all changes, and says the few that matter to somebody who does not look."""

    def __init__(self, window: QWidget, state: ViewState) -> None:
        super().__init__(window)
        self._window = window
        self._state = state
        self.notifier = Notifier(window)
        self._outcomes = {m.id: m.attempt.outcome for m in state.models() if m.attempt is not None}
        self._ended = {
            song.id: song.state
            for model in state.models()
            for song in state.songs(model.id)
            if song.state in FINAL
        }
        """Songs whose end was told already, or was there from the start."""
        self._made = {it.id: it.state for m in state.models() for it in state.generations(m.id)}
        """Where orders for songs stood when they were last spoken of."""
        self._full = {m.id for m in state.models() if self._chosen_count(m.id) >= SONGS_NEEDED}

    def handle_events(self, events: Sequence[Event]) -> None:
        """Announce and notify of what matters."""
        for event in events:
            match event:
                case ModelSaved(model):
                    self._attempt_changed(model)
                case GenerationSaved(generation):
                    self._generation_changed(generation)
                case SongsFound(model_id, count):
                    self._say(words.songs.found(count), model_id)
                case OutageChanged(Outage() as outage) if outage.remedy is not Remedy.WAIT:
                    self._say(words.problems.explain(outage.problem).what)
        for model_id, last in self._newly_ended(events).items():
            self._songs_ended(model_id, last)
        if any(isinstance(event, SongSaved) for event in events):
            self.notifier.set_badge(self._under_way())

    def _attempt_changed(self, model: Model) -> None:
        outcome = model.attempt.outcome if model.attempt is not None else None
        if outcome is None or self._outcomes.get(model.id) is outcome:
            return
        self._outcomes[model.id] = outcome
        if outcome in ANNOUNCED_OUTCOMES:
            state = words.models.state(self._state.model_state(model.id))
            self._say(words.songs.now(model.name, state), model.id)

    def _generation_changed(self, generation: Generation) -> None:
        if self._made.get(generation.id) is generation.state:
            return
        self._made[generation.id] = generation.state
        if generation.state is GenerationState.READY:
            self._say(words.made_songs.arrived(len(generation.songs)), generation.model_id)
        elif generation.problem is not None:
            self._say(words.problems.explain(generation.problem).what, generation.model_id)

    def _newly_ended(self, events: Sequence[Event]) -> dict[str, Song]:
        """Return, for each model, the last of its songs that has just ended; a tick in its box is no end."""
        last = {}
        for event in events:
            if isinstance(event, SongSaved):
                song = event.song
                if song.state not in FINAL:
                    self._ended.pop(song.id, None)
                elif self._ended.get(song.id) is not song.state:
                    self._ended[song.id] = song.state
                    last[song.model_id] = song
        return last

    def _songs_ended(self, model_id: str, last: Song) -> None:
        """The sixth song is news; so is the moment when only stuck ones are left; the rest is told aloud."""
        if self._chosen_count(model_id) >= SONGS_NEEDED:
            if model_id not in self._full:
                self._full.add(model_id)
                self._say(words.models.sixth_song(), model_id)
                return
        else:
            self._full.discard(model_id)
        counts = self._state.counts(model_id)
        stuck = counts.count(SongState.FAILED, SongState.UNCLEAR)
        if stuck and not counts.under_way:
            self._say(words.models.needs_mending(stuck), model_id, self._first_stuck(model_id))
        else:
            announce(self._window, words.songs.now(last.title, words.songs.state(last.state)))

    def _first_stuck(self, model_id: str) -> str:
        songs = self._state.songs(model_id)
        return next(song.id for song in songs if song.state in {SongState.FAILED, SongState.UNCLEAR})

    def _say(self, text: str, model_id: str = "", song_id: str = "") -> None:
        announce(self._window, text)
        self.notifier.notify(text, model_id, song_id)

    def _chosen_count(self, model_id: str) -> int:
        return self._state.counts(model_id).trainable

    def _under_way(self) -> int:
        return sum(self._state.counts(model.id).under_way for model in self._state.models())
