"""Uploading songs: one session for a model, a few requests at a time, each song polled for by itself."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.gateway.session_gone import says_session_is_gone
from mountsea_desktop.hosting.errors import StorageError
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.gate import REMEDIES, backoff
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.model import OPEN, state_of
from mountsea_desktop.workflow.polling import Poller, failure, poll
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import Song, SongState, not_to_upload, waits_for_upload

if TYPE_CHECKING:
    from anyio import CapacityLimiter

PARALLEL_UPLOADS = 3
"""How many songs are handed over at the same time unless the settings say otherwise."""
_GONE = 410
"""A status that of an upload can only mean its session: nothing else is addressed."""


class Uploads:
    """Takes queued songs to their end, whatever happens on the way."""

    def __init__(
        self,
        ledger: Ledger,
        poller: Poller,
        tasks: Tasks,
        parallel: int,
        link_of: Callable[[Song], Awaitable[str]],
        on_ended: Callable[[Song], None],
    ) -> None:
        """`link_of` gives the address that Mountsea is given; it raises `StorageError`.

        `on_ended` is called with a song that nobody sees to any more, whatever became of it.
        """
        self._ledger = ledger
        self._link_of = link_of
        self._on_ended = on_ended
        self._poller = poller
        self._tasks = tasks
        self._sessions: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._running: set[str] = set()
        self._sent_once: set[str] = set()
        """Songs on their way to Mountsea that are not sent once more should they not get there."""
        self._parallel = parallel

    @cached_property
    def limiter(self) -> "CapacityLimiter":
        """How many songs are handed over at the same time; who comes first is served first."""
        from anyio import CapacityLimiter  # noqa: PLC0415 - large, and not needed before something is sent

        return CapacityLimiter(self._parallel)

    def run(self, song_id: str) -> None:
        """See to a queued or accepted song from now on; once is enough, twice does no harm."""
        if song_id not in self._running:
            self._running.add(song_id)
            self._tasks.start(self._run(song_id), f"song {song_id}")

    def send_no_more(self, model_id: str) -> None:
        """A song that is being sent, and turns out not to have arrived, is not sent by itself again."""
        songs = self._ledger.songs_of(model_id)
        self._sent_once.update(song.id for song in songs if song.state is SongState.SENDING)

    async def _run(self, song_id: str) -> None:
        try:
            while (song := self._ledger.songs.get(song_id)) is not None:
                if song.state is SongState.QUEUED:
                    await self._send(song_id)
                elif song.state is SongState.ACCEPTED:
                    await self._poll(song)
                else:
                    return
        except Exception as error:  # whatever it was, a request may have gone out
            await self._set_down(song_id, error)
            raise
        finally:
            self._running.discard(song_id)
            if (song := self._ledger.songs.get(song_id)) is not None:
                self._on_ended(song)

    async def _set_down(self, song_id: str, error: Exception) -> None:
        """Leave no song in a state that says somebody is seeing to it."""
        if (song := self._ledger.songs.get(song_id)) is None:
            return
        if song.state is SongState.QUEUED:
            await self._ledger.record(song.moved(SongState.READY, now=self._now()))
        elif song.state in (SongState.SENDING, SongState.ACCEPTED):
            problem = Problem(Fault.LOST, details=type(error).__name__)
            await self._ledger.record(song.moved(SongState.UNCLEAR, now=self._now(), problem=problem))

    async def _send(self, song_id: str) -> None:
        """Hand the song over, when it is its turn, which lasts until that is done."""
        async with self.limiter:
            attempt = 0
            while (song := self._waiting(song_id)) is not None:
                if attempt and self._poller.gate.outage is None:
                    await self._poller.clock.sleep(backoff(attempt))
                attempt += 1
                session_id = await self._session(song.model_id)
                if session_id:
                    # What went wrong the gate and the row know; the song's state says how it goes on.
                    with suppress(GatewayError, JournalError):
                        await self._send_once_open(song_id, session_id)

    def _waiting(self, song_id: str) -> Song | None:
        song = self._ledger.songs.get(song_id)
        return song if song is not None and song.state is SongState.QUEUED else None

    async def _send_once_open(self, song_id: str, session_id: str) -> None:
        async with self._poller.gate.request() as request:
            link = await self._address(song_id)
            request.skipped = not (link and await self._intend(song_id, session_id))
            if not request.skipped:
                await self._hand_over(song_id, session_id, link)

    async def _address(self, song_id: str) -> str:
        """What Mountsea is to fetch; a signed address is signed now. Empty where there is none."""
        if (song := self._waiting(song_id)) is None:
            return ""
        try:
            return await self._link_of(song)
        except StorageError as error:
            problem = Problem.of_storage(error)
            if (song := self._waiting(song_id)) is not None:
                await self._ledger.record(song.moved(SongState.FAILED, now=self._now(), problem=problem))
            return ""

    async def _intend(self, song_id: str, session_id: str) -> bool:
        """Save that the song is about to be sent, unless that is no longer wanted or of no use."""
        async with self._ledger.deciding:
            song = self._waiting(song_id)
            if song is None or self._ledger.models[song.model_id].session_id != session_id:
                return False
            if not self._is_open(song.model_id):
                await self._ledger.record(not_to_upload(song, self._now()))
                return False
            if song.expires_at is not None and song.expires_at <= self._now():
                await self._ledger.record(self._too_late(song, song.expires_at))
                return False
            await self._ledger.intend(song.moved(SongState.SENDING, now=self._now()))
            return True

    async def _hand_over(self, song_id: str, session_id: str, link: str) -> None:
        """Send once. Every way out but being cancelled leaves the song in another state than `SENDING`."""
        try:
            task_id = await self._poller.gateway.upload(session_id, link)
        except GatewayError as error:
            await self._ledger.record(self._not_taken(self._ledger.songs[song_id], error))
            raise
        finally:
            self._sent_once.discard(song_id)
        accepted = self._ledger.songs[song_id].moved(SongState.ACCEPTED, now=self._now(), task_id=task_id)
        await self._ledger.record(accepted)

    def _too_late(self, song: Song, expired_at: float) -> Song:
        problem = Problem(Verdict.EXPIRED, {FactKey.AT: str(expired_at)})
        return song.moved(SongState.FAILED, now=self._now(), problem=problem)

    def _not_taken(self, song: Song, error: GatewayError) -> Song:
        if error.fate is Fate.UNCLEAR:
            return song.moved(SongState.UNCLEAR, now=self._now(), problem=Problem.from_error(error))
        if passes(error):
            is_wanted = song.id not in self._sent_once and self._is_open(song.model_id)
            return song.moved(SongState.QUEUED if is_wanted else SongState.READY, now=self._now())
        problem = Problem.from_error(error)
        if is_about_the_session(error):
            problem = Problem(JobFault.SESSION_GONE, details=error.details)
        return song.moved(SongState.FAILED, now=self._now(), problem=problem)

    async def _session(self, model_id: str) -> str:
        """Return the model's session, opened at the first need; empty when there is none (yet)."""
        async with self._sessions.setdefault(model_id, asyncio.Lock()):
            if (session_id := self._ledger.models[model_id].session_id) or not self._queued(model_id):
                return session_id
            try:
                async with self._poller.gate.request() as request:
                    if not self._queued(model_id):
                        request.skipped = True
                        return ""
                    session_id = await self._poller.gateway.prepare()
            except GatewayError as error:
                if not passes(error):
                    await self._set_back(model_id, error)
                return ""
            model = self._ledger.models[model_id]
            await self._ledger.record(replace(model, session_id=session_id, problem=None))
            return session_id

    async def _set_back(self, model_id: str, error: GatewayError) -> None:
        problem = Problem.from_error(error)
        if error.fate is Fate.UNCLEAR:
            problem = Problem(JobFault.SESSION_UNCLEAR, details=error.details)
        waiting = filter(waits_for_upload, self._ledger.songs_of(model_id))
        songs = [not_to_upload(song, self._now()) for song in waiting]
        await self._ledger.record(replace(self._ledger.models[model_id], problem=problem), *songs)

    def _is_open(self, model_id: str) -> bool:
        return state_of(self._ledger.models[model_id], self._ledger.counts_of(model_id)) in OPEN

    def _queued(self, model_id: str) -> list[Song]:
        return [song for song in self._ledger.songs_of(model_id) if song.state is SongState.QUEUED]

    async def _poll(self, song: Song) -> None:
        ending = await poll(self._poller, song.task_id, lambda report: report.clip_id)
        if (present := self._ledger.songs.get(song.id)) is not None:
            await self._ledger.record(self._ended(present, ending))

    def _ended(self, song: Song, ending: Report | Problem) -> Song:
        if isinstance(ending, Problem):
            return song.moved(SongState.UNCLEAR, now=self._now(), problem=ending)
        if ending.phase in (Phase.FAILED, Phase.TIMED_OUT):
            return song.moved(SongState.FAILED, now=self._now(), problem=failure(ending))
        return song.moved(SongState.UPLOADED, now=self._now(), clip_id=ending.clip_id)

    def _now(self) -> float:
        return self._poller.clock.now()


def is_about_the_session(error: GatewayError) -> bool:
    """Return whether a refusal means that Mountsea no longer knows the session: starting over helps then."""
    if error.fault in REMEDIES:  # a token may be called a session, too
        return False
    return error.fault is Fault.NOT_FOUND or error.status == _GONE or says_session_is_gone(error.said)


def passes(error: GatewayError) -> bool:
    """Return whether the same request may be sent again by itself.

    It had no effect, and the reason passes.
    """
    refused_for_now = error.fate is Fate.REFUSED and error.fault in REMEDIES
    return error.fate is Fate.NOT_SENT or refused_for_now
