"""Carrying songs to Mountsea: one session for a model, a few requests at a time, each song followed alone."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from mountsea_desktop.gateway.answers import Phase, Report
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.workflow.book import Book
from mountsea_desktop.workflow.following import Asking, failure, follow
from mountsea_desktop.workflow.gate import REMEDIES, backoff
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import Hitch, Problem
from mountsea_desktop.workflow.song import Song, SongState
from mountsea_desktop.workflow.tasks import Tasks

PARALLEL_UPLOADS = 3
"""How many songs are handed over at the same time unless the settings say otherwise."""


class Slots:
    """A limit that may change while it is in use."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._taken = 0
        self._changed = asyncio.Condition()

    @asynccontextmanager
    async def one(self) -> AsyncIterator[None]:
        """Wait for a place and hold it."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._taken < self._size)
            self._taken += 1
        try:
            yield
        finally:
            self._taken -= 1
            async with self._changed:
                self._changed.notify_all()

    async def resize(self, size: int) -> None:
        """Let so many through from now on; those inside stay."""
        async with self._changed:
            self._size = size
            self._changed.notify_all()


class Uploads:
    """Takes queued songs to their end, whatever happens on the way."""

    def __init__(self, book: Book, asking: Asking, tasks: Tasks, parallel: int = PARALLEL_UPLOADS) -> None:
        self._book = book
        self._asking = asking
        self._tasks = tasks
        self._sessions: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._carried: set[str] = set()
        self.slots = Slots(parallel)

    def carry(self, song_id: str) -> None:
        """See to a queued or accepted song from now on; once is enough, twice does no harm."""
        if song_id not in self._carried:
            self._carried.add(song_id)
            self._tasks.start(self._carry(song_id), f"song {song_id}")

    async def _carry(self, song_id: str) -> None:
        try:
            attempt = 0
            while (song := self._book.songs.get(song_id)) is not None:
                if song.state is SongState.QUEUED:
                    if attempt:
                        await self._asking.clock.sleep(backoff(attempt))
                    attempt += 1
                    await self._send(song_id)
                elif song.state is SongState.ACCEPTED:
                    await self._follow(song)
                else:
                    return
        finally:
            self._carried.discard(song_id)

    async def _send(self, song_id: str) -> None:
        async with self._slot_for(song_id) as waiting:
            if waiting is None:
                return
            try:
                session_id = await self._session(waiting.model_id)
                if session_id is None:
                    return
                async with self._asking.gate.turn():
                    song = self._book.songs.get(song_id)
                    if song is None or song.state is not SongState.QUEUED:
                        return
                    if song.expires_at is not None and song.expires_at <= self._now():
                        await self._book.record(self._too_late(song, song.expires_at))
                        return
                    await self._book.intend(song.moved(SongState.SENDING, now=self._now()))
                    await self._hand_over(song_id, session_id)
            except (GatewayError, JournalError):
                return  # the gate and the row know; the song's state says how it goes on

    @asynccontextmanager
    async def _slot_for(self, song_id: str) -> AsyncIterator[Song | None]:
        async with self.slots.one():
            song = self._book.songs.get(song_id)
            yield song if song is not None and song.state is SongState.QUEUED else None

    async def _hand_over(self, song_id: str, session_id: str) -> None:
        """Send once. Every way out but being cancelled leaves the song in another state than `SENDING`."""
        song = self._book.songs[song_id]
        try:
            task_id = await self._asking.gateway.upload(session_id, song.link)
        except GatewayError as error:
            await self._book.record(self._not_taken(song, error))
            raise
        await self._book.record(song.moved(SongState.ACCEPTED, now=self._now(), task_id=task_id))

    def _too_late(self, song: Song, expired_at: float) -> Song:
        problem = Problem(Verdict.EXPIRED, {"at": str(expired_at)})
        return song.moved(SongState.FAILED, now=self._now(), problem=problem)

    def _not_taken(self, song: Song, error: GatewayError) -> Song:
        if error.fate is Fate.UNCLEAR:
            return song.moved(SongState.UNCLEAR, now=self._now(), problem=Problem.from_error(error))
        if error.fate is Fate.NOT_SENT or error.fault in REMEDIES:
            return song.moved(SongState.QUEUED, now=self._now())
        problem = Problem.from_error(error)
        if error.fault is Fault.NOT_FOUND:
            problem = Problem(Hitch.SESSION_GONE, details=error.details)
        return song.moved(SongState.FAILED, now=self._now(), problem=problem)

    async def _session(self, model_id: str) -> str | None:
        """The model's session, opened at the first need; None when that failed and songs were set back."""
        async with self._sessions[model_id]:
            while True:
                model = self._book.models.get(model_id)
                if model is None or not self._queued(model_id):
                    return None
                if model.session_id:
                    return model.session_id
                try:
                    async with self._asking.gate.turn():
                        session_id = await self._asking.gateway.prepare()
                except GatewayError as error:
                    if error.fate is not Fate.UNCLEAR and error.fault in REMEDIES:
                        continue  # the gate holds us back until it is worth another try
                    await self._set_back(model_id, error)
                    return None
                model = self._book.models[model_id]
                await self._book.record(replace(model, session_id=session_id, problem=None))

    async def _set_back(self, model_id: str, error: GatewayError) -> None:
        problem = Problem.from_error(error)
        if error.fate is Fate.UNCLEAR:
            problem = Problem(Hitch.SESSION_UNCLEAR, details=error.details)
        songs = [song.moved(SongState.READY, now=self._now()) for song in self._queued(model_id)]
        await self._book.record(replace(self._book.models[model_id], problem=problem), *songs)

    def _queued(self, model_id: str) -> list[Song]:
        return [song for song in self._book.songs_of(model_id) if song.state is SongState.QUEUED]

    async def _follow(self, song: Song) -> None:
        ending = await follow(self._asking, song.task_id, lambda report: report.clip_id)
        if (present := self._book.songs.get(song.id)) is not None:
            await self._book.record(self._ended(present, ending))

    def _ended(self, song: Song, ending: Report | Problem) -> Song:
        if isinstance(ending, Problem):
            return song.moved(SongState.UNCLEAR, now=self._now(), problem=ending)
        if ending.phase in (Phase.FAILED, Phase.TIMED_OUT):
            return song.moved(SongState.FAILED, now=self._now(), problem=failure(ending))
        return song.moved(SongState.UPLOADED, now=self._now(), clip_id=ending.clip_id)

    def _now(self) -> float:
        return self._asking.clock.now()
