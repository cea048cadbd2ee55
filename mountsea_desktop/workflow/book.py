"""All models and songs as they are, in step with the journal: the one place where they change.

Memory changes at once, so that no second press finds the old state; the disk follows; and only then are
observers told, so that whatever a person has seen survives a power cut.
"""

from collections.abc import Iterable, Sequence

from mountsea_desktop.workflow.changes import ModelGone, ModelPut, SongGone, SongPut, Tell
from mountsea_desktop.workflow.clock import Clock
from mountsea_desktop.workflow.gate import Gate
from mountsea_desktop.workflow.model import Model, Press
from mountsea_desktop.workflow.ports import AlreadyPressedError, Contents, Journal, JournalError, Record
from mountsea_desktop.workflow.song import Song

SAVE_AGAIN_AFTER = 3.0
"""Seconds between two tries to save a result that the disk did not take."""


class Book:
    """The models by id and the songs by id. Look at them freely; change them through the methods alone."""

    def __init__(self, journal: Journal, gate: Gate, clock: Clock, tell: Tell) -> None:
        self._journal = journal
        self._gate = gate
        self._clock = clock
        self._tell = tell
        self.models: dict[str, Model] = {}
        self.songs: dict[str, Song] = {}

    def fill(self, contents: Contents) -> None:
        """Take over what the journal held; nobody is told, since nobody looks yet."""
        self.models = {model.id: model for model in contents.models}
        self.songs = {song.id: song for song in contents.songs}

    def songs_of(self, model_id: str) -> list[Song]:
        """The songs of one model, in the musician's order."""
        return sorted((s for s in self.songs.values() if s.model_id == model_id), key=lambda s: s.position)

    def show(self, song: Song) -> None:
        """Change a song in a way that need not survive: nothing was promised, nothing was sent."""
        self._keep([song])
        self._tell(SongPut(song))

    async def intend(self, *records: Model | Song, first: Sequence[Press] = ()) -> None:
        """Save what is about to be done, `first` and `records` together.

        Raises `JournalError` or `AlreadyPressedError`, with nothing changed, when it could not be saved.
        """
        before = [self._present(record) for record in records]
        self._keep(records)
        try:
            await self._journal.save(*first, *_rows(records))
        except (JournalError, AlreadyPressedError):
            for record, old in zip(records, before, strict=True):
                self._take_back(record, old)
            raise
        self._announce(records)

    async def record(self, *records: Model | Song) -> None:
        """Save what has happened.

        It stays in memory and on screen whatever the disk says, and is saved as soon as the disk takes it.
        """
        self._keep(records)
        try:
            await self._journal.save(*_rows(records))
        except JournalError as error:
            self._announce(records)
            self._gate.learn(error)
            await self._save_at_last(records)
        else:
            self._announce(records)

    async def remove(self, *records: Model | Song) -> None:
        """Forget songs, or models with all their songs. Raises `JournalError` with nothing changed."""
        await self._journal.remove(*records)
        for record in records:
            if isinstance(record, Song):
                self.songs.pop(record.id, None)
                self._tell(SongGone(record))
            else:
                self.songs = {k: s for k, s in self.songs.items() if s.model_id != record.id}
                self.models.pop(record.id, None)
                self._tell(ModelGone(record))

    async def _save_at_last(self, records: Iterable[Model | Song]) -> None:
        while True:
            await self._clock.sleep(SAVE_AGAIN_AFTER)
            latest = [present for record in records if (present := self._present(record)) is not None]
            try:
                await self._journal.save(*_rows(latest))
            except JournalError as error:
                self._gate.learn(error)
            else:
                return

    def _keep(self, records: Iterable[Model | Song]) -> None:
        for record in records:
            if isinstance(record, Song):
                self.songs[record.id] = record
            else:
                self.models[record.id] = record

    def _present(self, record: Model | Song) -> Model | Song | None:
        return self.songs.get(record.id) if isinstance(record, Song) else self.models.get(record.id)

    def _take_back(self, record: Model | Song, old: Model | Song | None) -> None:
        if self._present(record) is not record:
            return  # something newer has come meanwhile
        if old is not None:
            self._keep([old])
        elif isinstance(record, Song):
            del self.songs[record.id]
        else:
            del self.models[record.id]

    def _announce(self, records: Iterable[Model | Song]) -> None:
        for record in records:
            if self._present(record) is not None:
                self._tell(SongPut(record) if isinstance(record, Song) else ModelPut(record))


def _rows(records: Iterable[Model | Song]) -> list[Record]:
    """The records with each model's press beside it, as the journal keeps them."""
    rows: list[Record] = []
    for record in records:
        rows.append(record)
        if isinstance(record, Model) and record.press is not None:
            rows.append(record.press)
    return rows
