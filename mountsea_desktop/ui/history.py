"""What was done and can be taken back, and done once more: the latest first."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from mountsea_desktop.ui import words
from mountsea_desktop.workflow.job import Job
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.song import Song

LONGEST = 100
"""Steps that are remembered."""

Way = Callable[[], Awaitable[bool]]
"""Does it, and says whether anything came of it: what was sent meanwhile stays as it is."""


@dataclass(frozen=True, slots=True, eq=False)
class UndoStep:
    """One thing that was done to a model."""

    model_id: str
    told: str
    """What was done, as it was said."""
    undo: Way
    redo: Way
    undone: Callable[[], str] | None = None
    """What to say once it was taken back, where naming what was done is not enough."""

    @property
    def told_undone(self) -> str:
        """What is said once it was taken back."""
        return words.notices.undone(self.told) if self.undone is None else self.undone()


class History:
    """Two stacks. What is being carried out is on the other one already: the next key means the next step."""

    def __init__(self) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []

    def add(self, step: UndoStep) -> None:
        """It was done just now; what had been taken back before can no longer be done again."""
        self._done = [*self._done, step][-LONGEST:]
        self._undone.clear()

    def forget(self, model_id: str) -> None:
        """The model was sent: nothing of it can be taken back any more."""
        self._done = [step for step in self._done if step.model_id != model_id]
        self._undone = [step for step in self._undone if step.model_id != model_id]

    async def undo(self, step: UndoStep | None = None) -> tuple[UndoStep, bool] | None:
        """Take back this step, or the latest; returns it and whether anything came of it."""
        step = step or (self._done[-1] if self._done else None)
        return None if step is None else await self._carry_out(step, self._done, self._undone, step.undo)

    async def redo(self, step: UndoStep | None = None) -> tuple[UndoStep, bool] | None:
        """Do this step once more, or the one that was taken back last."""
        step = step or (self._undone[-1] if self._undone else None)
        return None if step is None else await self._carry_out(step, self._undone, self._done, step.redo)

    @staticmethod
    async def _carry_out(
        step: UndoStep, here: list[UndoStep], there: list[UndoStep], way: Way
    ) -> tuple[UndoStep, bool] | None:
        if step not in here:
            return None  # by another key meanwhile
        here.remove(step)
        there.append(step)
        try:
            worked = await way()
        except BaseException:  # nothing has changed, so that it may be tried again
            there.remove(step)
            here.append(step)
            raise
        if not worked:
            there.remove(step)
        return step, worked


def added(job: Job, model_id: str, songs: Sequence[Song]) -> UndoStep:
    """Return the step of adding songs."""
    taken: list[Song] = []

    async def take_away() -> bool:
        taken[:] = await job.remove([song.id for song in songs])
        return bool(taken)

    async def put_back() -> bool:
        await job.put_back(taken)
        return True

    def undone() -> str:
        if stayed := len(songs) - len(taken):
            return words.problems.join(words.songs.taken_out(len(taken)), words.songs.stayed(stayed))
        return words.notices.undone(told)

    told = words.songs.added(len(songs))
    return UndoStep(model_id, told, take_away, put_back, undone)


def removed(job: Job, model_id: str, songs: Sequence[Song]) -> UndoStep:
    """Return the step of removing songs."""
    gone = list(songs)

    async def put_back() -> bool:
        await job.put_back(gone)
        return True

    async def remove() -> bool:
        gone[:] = await job.remove([song.id for song in gone])
        return bool(gone)

    say = words.songs
    return UndoStep(
        model_id,
        _named(songs, say.removed_one, say.removed),
        put_back,
        remove,
        lambda: _named(gone, say.back_one, say.back),
    )


def moved(
    job: Job, model_id: str, songs: Sequence[Song], before: Sequence[str], after: Sequence[str]
) -> UndoStep:
    """Return the step of putting songs into another order."""
    return UndoStep(
        model_id,
        _named(songs, words.songs.moved_one, words.songs.moved),
        lambda: job.order(model_id, before),
        lambda: job.order(model_id, after),
    )


def chosen(job: Job, model_id: str, songs: Sequence[Song], taken: bool) -> UndoStep:
    """Return the step of taking songs into the training set, or out of it."""
    say, song_ids = words.songs, [song.id for song in songs]
    one, many = (say.now_trained_one, say.now_trained) if taken else (say.now_left_out_one, say.now_left_out)
    return UndoStep(
        model_id,
        _named(songs, one, many),
        lambda: job.choose(song_ids, not taken),
        lambda: job.choose(song_ids, taken),
    )


def renamed(job: Job, model_id: str, before: str, after: str) -> UndoStep:
    """Return the step of giving a model another name."""

    async def call(name: str) -> bool:
        await job.rename(model_id, name)
        return True

    return UndoStep(model_id, words.models.renamed(before, after), lambda: call(before), lambda: call(after))


def song_renamed(job: Job, song: Song, after: str) -> UndoStep:
    """Return the step of giving a song another name."""

    async def call(title: str, has_own_title: bool) -> bool:
        await job.rename_song(song.id, title, has_own_title=has_own_title)
        return True

    return UndoStep(
        song.model_id,
        words.models.renamed(song.title, after),
        lambda: call(song.title, song.has_own_title),
        lambda: call(after, True),
    )


def link_edited(job: Job, song: Song, new: NewSong) -> UndoStep:
    """Return the step of giving a song another link."""
    old = NewSong.like(song)
    say = words.files.file_changed if new.file is not None else words.songs.link_edited
    return UndoStep(
        song.model_id,
        say(song.title),
        lambda: job.edit_link(song.id, old),
        lambda: job.edit_link(song.id, new),
    )


def archived(job: Job, model_id: str, put_away: Way) -> UndoStep:
    """Return the step of putting a model out of sight; `put_away` does it once more."""

    async def bring_back() -> bool:
        await job.archive(model_id, archived=False)
        return True

    return UndoStep(model_id, words.models.archived(job.model(model_id).name), bring_back, put_away)


def _named(songs: Sequence[Song], one: Callable[[str], str], many: Callable[[int], str]) -> str:
    """Say what was done to these songs: a single one by its name."""
    return one(songs[0].title) if len(songs) == 1 else many(len(songs))
