"""All models and songs as they are, in step with the journal: the one place where they change.

Memory changes at once, so that no second attempt finds the old state; the disk follows; and only then are
observers told, so that whatever a person has seen survives a power cut. The journal carries out what it is
given in the order it was given, so the last value in memory is also the last on disk.
"""

import asyncio
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress

from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.disk_latch import DISK_WAIT, DiskLatch
from mountsea_desktop.workflow.events import (
    Event,
    GenerationSaved,
    Listener,
    ModelSaved,
    SongRemoved,
    SongSaved,
)
from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import CreateAttempt, Model
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, Contents, Journal, JournalError, Record
from mountsea_desktop.workflow.song import Leftover, Song
from mountsea_desktop.workflow.song_counts import SongCounts, SongList

Kept = Model | Song | Generation

SILENT_AFTER = 5.0
"""Seconds, of the world and not of the job's clock, after which a disk that does not answer is an outage."""
NOTIFIED_AT_ONCE = 1_000
"""Changes that are notified of in one go."""
FLUSH_TIMEOUT = 2.0
"""Seconds, of the world, for a last try to save when the program ends."""


class Ledger:
    """The models by id and the songs by id. Look at them freely; change them through the methods alone."""

    def __init__(
        self, journal: Journal, disk: DiskLatch, clock: Clock, tasks: Tasks, listener: Listener
    ) -> None:
        self._journal = journal
        self._disk = disk
        self._clock = clock
        self._tasks = tasks
        self._notify = listener
        self._unsaved: set[str] = set()
        """Ids of what the disk has not taken yet."""
        self._is_saving_later = False
        self.deciding = asyncio.Lock()
        """Held from looking at what is until the intent is on disk, so that no decision builds on another
        that the disk then refuses."""
        self.models: dict[str, Model] = {}
        self.songs: dict[str, Song] = {}
        self.attempts: dict[str, CreateAttempt] = {}
        """All attempts of all models, by id, as they are now."""
        self.generations: dict[str, Generation] = {}
        """All orders for songs, by id."""
        self.leftovers: dict[str, Leftover] = {}
        """Stored files that are to be deleted, by their keys; a song that was put back may have one again."""
        self._lists: defaultdict[str, SongList] = defaultdict(SongList)

    def fill(self, contents: Contents) -> None:
        """Take over what the journal held; nobody is notified, since nobody looks yet."""
        self._keep(contents.models)
        self._keep(contents.songs)
        self._keep(contents.generations)
        self.attempts.update({attempt.id: attempt for attempt in contents.earlier})
        self.leftovers.update({leftover.id: leftover for leftover in contents.leftovers})

    def songs_of(self, model_id: str) -> list[Song]:
        """Return the songs of one model, in the musician's order."""
        return self._lists[model_id].in_order()

    def counts_of(self, model_id: str) -> SongCounts:
        """Return how many songs of one model stand where; it goes on counting, so keep it to look again."""
        return self._lists[model_id].counts

    def show(self, song: Song) -> None:
        """Change a song in a way that need not survive: nothing was promised, nothing was sent."""
        self._keep([song])
        self._notify(SongSaved(song))

    async def intend(self, *records: Kept, first: Sequence[CreateAttempt] = ()) -> None:
        """Save what is about to be done, `first` and `records` together; to be called while `deciding`.

        Raises `JournalError` or `AlreadyAttemptedError`, with nothing changed, when it could not be saved.
        """
        before = [self._present(record.id) for record in records]
        self._keep(records)
        try:
            await self._save(records, first)
        except (JournalError, AlreadyAttemptedError):
            for record, old in zip(records, before, strict=True):
                self._take_back(record, old)
            raise
        self.attempts.update({attempt.id: attempt for attempt in first})
        await self._notify_of(records)

    async def record(self, *records: Kept) -> None:
        """Save what has happened.

        It stays in memory and on screen whatever the disk says, and is saved as soon as the disk takes it.
        """
        self._keep(records)
        try:
            await self._save(records)
        except JournalError as error:
            self._disk.record_failure(error)
            self._save_later(record.id for record in records)
        except asyncio.CancelledError:  # whether it will be saved nobody hears
            self._unsaved.update(record.id for record in records)
            raise
        await self._notify_of(records)

    async def flush(self) -> None:
        """Try once more, for a short while, to save what the disk has not taken: the program ends."""
        with suppress(JournalError, AlreadyAttemptedError, TimeoutError):
            async with asyncio.timeout(FLUSH_TIMEOUT):
                await self._save()

    async def remove(self, *songs: Song) -> None:
        """Forget songs; to be called while `deciding`. Raises `JournalError` with nothing changed."""
        self._forget(songs)
        try:
            with self._watching_for_silence():
                await self._journal.remove(*songs)
        except JournalError:
            self._keep(songs)
            raise
        self._disk.record_success()
        for song in songs:
            self._notify(SongRemoved(song))

    async def leave(self, *leftovers: Leftover) -> None:
        """Save which stored files are about to have no song; to be called while `deciding`.

        Raises `JournalError`, with no leftover kept.
        """
        new = [leftover for leftover in leftovers if leftover.id not in self.leftovers]
        if new:
            with self._watching_for_silence():
                await self._journal.save(*new)
            self._disk.record_success()
        self.leftovers.update({leftover.id: leftover for leftover in new})

    async def forget_leftover(self, key: str) -> None:
        """It is deleted. Should the disk refuse, it is deleted once more at the next start."""
        if (leftover := self.leftovers.pop(key, None)) is not None:
            with suppress(JournalError):
                await self._journal.remove(leftover)

    async def _save(self, records: Sequence[Kept] = (), first: Sequence[CreateAttempt] = ()) -> None:
        """Save these, and with them whatever is unsaved."""
        unsaved, self._unsaved = self._unsaved, set()
        named = {record.id for record in records}
        others = [there for id_ in unsaved - named if (there := self._present(id_)) is not None]
        rows = [*first, *_rows(others), *_rows(records)]
        if not rows:
            return
        try:
            with self._watching_for_silence():
                await self._journal.save(*rows)
        except asyncio.CancelledError:
            self._unsaved.update(unsaved)
            raise
        except (JournalError, AlreadyAttemptedError):
            self._save_later(unsaved)
            raise
        self._disk.record_success()

    @contextmanager
    def _watching_for_silence(self) -> Iterator[None]:
        """Hold everything up while the disk does not answer.

        The call inside is waited for all the same: given up, it might still happen, and memory and disk would
        not agree.
        """
        loop = asyncio.get_running_loop()
        silent = False
        timer: asyncio.TimerHandle

        def fell_silent() -> None:
            nonlocal silent, timer
            silent = True
            self._disk.record_silence()
            timer = loop.call_later(SILENT_AFTER, fell_silent)

        timer = loop.call_later(SILENT_AFTER, fell_silent)
        try:
            yield
        finally:
            timer.cancel()
            if silent:
                self._disk.record_success()  # or refused: it answers

    def _save_later(self, ids: Iterable[str]) -> None:
        self._unsaved.update(ids)
        if self._unsaved and not self._is_saving_later:
            self._is_saving_later = True
            self._tasks.start(self._keep_saving(), "saving what the disk did not take")

    async def _keep_saving(self) -> None:
        try:
            with self._disk.retrying():
                while self._unsaved:
                    await self._clock.sleep(DISK_WAIT)
                    try:
                        await self._save()
                    except JournalError as error:
                        self._disk.record_failure(error)
        finally:
            self._is_saving_later = False

    def _keep(self, records: Iterable[Kept]) -> None:
        for record in records:
            if isinstance(record, Song):
                self.songs[record.id] = record
                self._lists[record.model_id].put(record)
            elif isinstance(record, Generation):
                self.generations[record.id] = record
            else:
                self.models[record.id] = record
                if record.attempt is not None:
                    self.attempts[record.attempt.id] = record.attempt

    def _forget(self, songs: Iterable[Song]) -> None:
        for song in songs:
            del self.songs[song.id]
            self._lists[song.model_id].drop(song)

    def _present(self, id_: str) -> Kept | None:
        return self.songs.get(id_) or self.models.get(id_) or self.generations.get(id_)

    def _take_back(self, record: Kept, old: Kept | None) -> None:
        if self._present(record.id) is not record:
            return  # something has happened meanwhile, which counts for more
        if isinstance(record, Model) and record.attempt is not None:
            del self.attempts[record.attempt.id]
        if old is not None:
            self._keep([old])
        elif isinstance(record, Song):
            self._forget([record])
        elif isinstance(record, Generation):
            del self.generations[record.id]
        else:
            del self.models[record.id]

    async def _notify_of(self, records: Iterable[Kept]) -> None:
        for number, record in enumerate(records, start=1):
            if self._present(record.id) is record:  # what is newer is told of when it is on disk itself
                self._notify(_event(record))
            if number % NOTIFIED_AT_ONCE == 0:
                await asyncio.sleep(0)  # others get their turn while thousands are notified of


def _event(record: Kept) -> Event:
    match record:
        case Song():
            return SongSaved(record)
        case Generation():
            return GenerationSaved(record)
    return ModelSaved(record)


def _rows(records: Iterable[Kept]) -> list[Record]:
    """The records with each model's attempt beside it, as the journal keeps them."""
    rows: list[Record] = []
    for record in records:
        rows.append(record)
        if isinstance(record, Model) and record.attempt is not None:
            rows.append(record.attempt)
    return rows
