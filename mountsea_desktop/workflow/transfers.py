"""Bringing files on this computer to the storage, a few at a time, and out of it when Mountsea has them."""

import asyncio
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from mountsea_desktop.hosting.errors import OF_THE_STORAGE, StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.disk_latch import DiskLatch
from mountsea_desktop.workflow.events import FileProgress, Listener
from mountsea_desktop.workflow.gate import backoff
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.ports import FileStorage, JournalError
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Leftover, Song, SongState

if TYPE_CHECKING:
    from anyio import CapacityLimiter

AT_ONCE = 2
"""Files that are sent together: one alone leaves pauses on the line, more only make each other slow."""
LOOKED_AT_ONCE = 8
"""Files that are looked at together."""
TOLD_EVERY = 0.5
"""Seconds, of the world, between two words about how far a file is."""
UNDONE_WITHIN = 120.0
"""Seconds for which the stored file of a removed song is kept, since removing can be undone."""

Found = Mapping[str, LocalFile | StorageError]
"""The file of each song, by the song's id, or why it cannot be had."""


class Transfers:
    """Takes songs from `FILE_WAITING` to `DRAFT`, from where they go on as any link does."""

    def __init__(
        self,
        ledger: Ledger,
        storage: FileStorage,
        disk: DiskLatch,
        clock: Clock,
        tasks: Tasks,
        listener: Listener,
        on_stored: Callable[[Song], None],
    ) -> None:
        self._ledger = ledger
        self._storage = storage
        self._disk = disk
        self._clock = clock
        self._tasks = tasks
        self._notify = listener
        self._on_stored = on_stored
        self._running: set[str] = set()
        self._sending: dict[str, asyncio.Timeout] = {}
        """What ends the sending of a song's file."""
        self._drop_at: dict[str, float] = {}
        """When the stored files of removed songs are deleted, by key; another removal puts it off."""
        self._taken_out: set[str] = set()
        """Keys of stored files that are being deleted."""
        self._dropped: set[str] = set()
        """Keys of stored files that were deleted, or are about to be: no song may have one of them again."""
        self._again = asyncio.Event()

    @cached_property
    def _limiter(self) -> "CapacityLimiter":
        from anyio import CapacityLimiter  # noqa: PLC0415 - large, and not needed before something is sent

        return CapacityLimiter(AT_ONCE)

    def run(self, songs: Iterable[Song]) -> None:
        """See to those of the songs that are to be sent; once is enough, twice does no harm."""
        for song in songs:
            if song.state is SongState.FILE_WAITING and song.id not in self._running:
                self._running.add(song.id)
                self._tasks.start(self._run(song.id), f"file {song.id}")

    def stop(self, song_ids: Iterable[str]) -> None:
        """Send no more of these: they were paused or removed, or have links now."""
        now = asyncio.get_running_loop().time()
        for song_id in song_ids:
            if (sending := self._sending.pop(song_id, None)) is not None:
                sending.reschedule(now)

    def try_now(self) -> None:
        """Whoever waits to try again does so at once."""
        self._again.set()
        self._again = asyncio.Event()

    async def pause(self, songs: Sequence[Song]) -> None:
        """Send no more of these for now. To be called while `deciding`, like the next two.

        Raises `JournalError`.
        """
        now = self._clock.now()
        await self._ledger.intend(*(song.moved(SongState.FILE_PAUSED, now=now) for song in songs))
        self.stop(song.id for song in songs)

    async def resume(self, songs: Iterable[Song]) -> None:
        """Send paused ones, each from its beginning. Raises `JournalError`."""
        now = self._clock.now()
        waiting = [song.moved(SongState.FILE_WAITING, now=now) for song in songs]
        await self._ledger.intend(*waiting)
        self.run(waiting)

    async def look_at(self, songs: Iterable[Song]) -> Found:
        """Return each song's file as it is now, or why it cannot be had. A drive may take its time."""
        limiter = asyncio.Semaphore(LOOKED_AT_ONCE)

        async def look(song: Song) -> tuple[str, LocalFile | StorageError]:
            async with limiter:
                try:
                    return song.id, await self._storage.file_at(song.file)
                except StorageError as error:
                    return song.id, error

        return dict(await asyncio.gather(*map(look, songs)))

    async def send_again(self, songs: Iterable[Song], found: Found) -> None:
        """Send files once more, as they were found, and on to Mountsea where that was wanted.

        Raises `JournalError`.
        """
        now, waiting = self._clock.now(), list[Song]()
        for song in songs:
            file = found[song.id]
            if isinstance(file, StorageError):
                await self._ledger.record(replace(song, problem=Problem.of_storage(file)))
                continue
            wanted = song.upload_wanted or song.state is SongState.FAILED
            moved = song.moved(
                SongState.FILE_WAITING, now=now, by_user=True, task_id="", upload_wanted=wanted
            )
            waiting.append(moved.of_file(file))
        await self._ledger.intend(*waiting)
        self.run(waiting)

    async def link_of(self, song: Song) -> str:
        """The address for everybody, signed anew where it is a stored file's. Raises `StorageError`."""
        if not song.file:
            return song.link
        if not self._is_stored(song):
            raise StorageError(StorageFault.NOT_STORED)
        return await self._storage.address(song.stored_as)

    def clear(self, song: Song) -> None:
        """Take the file of a song that Mountsea has out of the storage, if the storage allows it."""
        if song.state is SongState.UPLOADED and self._is_stored(song):
            self._tasks.start(self._clear(song), f"clear {song.id}")

    async def leave(self, songs: Iterable[Song]) -> None:
        """Remember their stored files before the songs go. Raises `JournalError`; see `Ledger.leave`."""
        await self._ledger.leave(
            *(
                Leftover(id=song.stored_as, stored_in=song.stored_in, song_id=song.id)
                for song in songs
                if song.stored_as
            )
        )

    def delete_leftovers(self) -> None:
        """Delete what was to be deleted when the program ended, or could not be so far."""
        for key, leftover in self._ledger.leftovers.items():
            if key not in self._drop_at and not self._is_held(leftover):
                self._drop_at[key] = self._clock.monotonic()
                self._tasks.start(self._drop(key), f"drop {leftover.song_id}")

    def drop(self, song: Song) -> None:
        """The song was removed, or is a link now: its stored file is of no use, unless that is undone."""
        if not self._is_stored(song):
            return
        is_waiting = song.stored_as in self._drop_at
        self._drop_at[song.stored_as] = self._clock.monotonic() + UNDONE_WITHIN
        if not is_waiting:
            self._tasks.start(self._drop(song.stored_as), f"drop {song.id}")

    def as_stored_now(self, song: Song) -> Song:
        """Return a removed song as it is to be put back: without its stored file, if that was deleted.

        What could have been uploaded begins with its file anew.
        """
        if song.stored_as not in self._dropped:
            return song
        unstored = replace(song, stored_in="", stored_as="")
        if song.state not in {SongState.DRAFT, SongState.READY}:
            return unstored
        return replace(unstored, state=SongState.FILE_WAITING, since=self._clock.now())

    def _is_stored(self, song: Song) -> bool:
        return bool(song.stored_as) and song.stored_in == self._storage.id

    async def _run(self, song_id: str) -> None:
        attempt = 0
        try:
            while self._waiting(song_id) is not None:
                key = ""
                async with self._limiter:
                    if (song := self._waiting(song_id)) is not None:
                        key = await self._send(song)
                if song is not None and key:  # the line is for the next one meanwhile
                    await self._record_stored(song, key)
                if self._waiting(song_id) is not None:
                    await self._clock.wait(self._again, backoff(attempt))
                    attempt += 1
        finally:
            self._running.discard(song_id)

    def _waiting(self, song_id: str) -> Song | None:
        song = self._ledger.songs.get(song_id)
        return song if song is not None and song.state is SongState.FILE_WAITING else None

    async def _send(self, song: Song) -> str:
        """Try once; the key under which it is stored. What went wrong the row knows, as its state shows."""
        file = song.local_file
        assert file is not None  # noqa: S101 - only songs with files are waiting
        sending = self._sending[song.id] = asyncio.timeout(None)
        try:
            async with sending:
                key = await self._prepare(song, file)
                if not await self._intend(song.id, key):
                    return ""
                self.delete_leftovers()
                await self._storage.put(file, key, self._teller(song.id))
        except TimeoutError:
            if not sending.expired():  # by `stop`
                await self._record_failure(song.id, StorageError(StorageFault.LOST, "no answer in time"))
            return ""
        except StorageError as error:
            await self._record_failure(song.id, error)
            return ""
        except JournalError as error:
            self._disk.record_failure(error)
            return ""
        finally:
            if self._sending.get(song.id) is sending:
                del self._sending[song.id]
        return key

    async def _prepare(self, song: Song, file: LocalFile) -> str:
        """A new key, once what an earlier try, or a killed one, may have left is gone or remembered.

        Raises `StorageError`, also for what it learns of the storage: a server that says no before the end of
        a large file breaks off, and what it said is lost.
        """
        if song.stored_as and not (
            self._is_stored(song) and await self._delete(song.stored_as, OF_THE_STORAGE)
        ):
            async with self._ledger.deciding:
                await self.leave([song])
        return await self._storage.new_key(file)

    async def _intend(self, song_id: str, key: str) -> bool:
        async with self._ledger.deciding:
            song = self._waiting(song_id)
            if song is None:
                return False
            sending = song.moved(
                SongState.FILE_SENDING,
                now=self._clock.now(),
                stored_in=self._storage.id,
                stored_as=key,
            )
            await self._ledger.intend(sending)
            return True

    def _teller(self, song_id: str) -> Callable[[int], None]:
        loop = asyncio.get_running_loop()
        told_at = loop.time()

        def tell(sent: int) -> None:
            nonlocal told_at
            song = self._ledger.songs.get(song_id)
            if song is not None and (loop.time() - told_at >= TOLD_EVERY or sent == song.file_size):
                told_at = loop.time()
                self._notify(FileProgress(song, sent))

        return tell

    async def _record_failure(self, song_id: str, error: StorageError) -> None:
        song = self._ledger.songs.get(song_id)
        if song is None or song.state not in {SongState.FILE_WAITING, SongState.FILE_SENDING}:
            return
        problem, now = Problem.of_storage(error), self._clock.now()
        if not error.passes:
            await self._ledger.record(song.moved(SongState.NEEDS_ATTENTION, now=now, problem=problem))
        elif song.state is SongState.FILE_SENDING:
            await self._ledger.record(song.moved(SongState.FILE_WAITING, now=now, problem=problem))
        else:
            await self._ledger.record(replace(song, problem=problem))

    async def _record_stored(self, sent: Song, key: str) -> None:
        song = self._ledger.songs.get(sent.id)
        if song is None or song.state is not SongState.FILE_SENDING or song.stored_as != key:
            await self._delete(key)  # removed, or paused, in the last moment
            return
        stored = song.moved(SongState.DRAFT, now=self._clock.now(), size=sent.file_size)
        await self._ledger.record(stored)
        self._on_stored(stored)

    async def _clear(self, song: Song) -> None:
        key = song.stored_as

        def is_wanted() -> bool:
            present = self._ledger.songs.get(song.id)
            return (
                present is not None
                and present.state is SongState.UPLOADED
                and present.stored_as == key
                and self._is_stored(present)
            )

        if not await self._take_out(key, is_wanted):
            return
        present = self._ledger.songs.get(song.id)
        if present is not None and present.stored_as == key:
            await self._ledger.record(replace(present, stored_in="", stored_as=""))

    async def _drop(self, key: str) -> None:
        while (left := self._drop_at[key] - self._clock.monotonic()) > 0:
            await self._clock.sleep(left)
        del self._drop_at[key]

        def is_wanted() -> bool:
            leftover = self._ledger.leftovers.get(key)
            return (
                leftover is not None
                and leftover.stored_in == self._storage.id
                and not self._is_held(leftover)
            )

        if is_wanted():
            self._dropped.add(key)
            if await self._take_out(key, is_wanted):
                await self._ledger.forget_leftover(key)

    async def _take_out(self, key: str, is_wanted: Callable[[], bool]) -> bool:
        """Delete it, again and again while only the way to the storage is missing; whether that is settled.

        What is not is tried once more at the next start.
        """
        if key in self._taken_out:
            return False
        self._taken_out.add(key)
        attempt = 0
        try:
            while is_wanted():
                try:
                    await self._storage.delete(key)
                except StorageError as error:
                    if not error.passes:
                        return error.fault is StorageFault.NO_RIGHT
                else:
                    return True
                await self._clock.wait(self._again, backoff(attempt))
                attempt += 1
            return False
        finally:
            self._taken_out.discard(key)

    def _is_held(self, leftover: Leftover) -> bool:
        song = self._ledger.songs.get(leftover.song_id)
        return song is not None and song.stored_as == leftover.id

    async def _delete(self, key: str, told: Collection[StorageFault] = ()) -> bool:
        """Whether nothing more can be done: it is gone, or the key may not take anything out.

        Raises `StorageError` for faults that are to be `told`.
        """
        try:
            await self._storage.delete(key)
        except StorageError as error:
            if error.fault in told:
                raise
            return error.fault is StorageFault.NO_RIGHT
        return True
