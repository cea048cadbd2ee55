"""A journal in memory with the promises of the real one: in order, all or none, one live attempt a model."""

import asyncio
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, Contents, JournalError, Record
from mountsea_desktop.workflow.song import Leftover, Song, SongState
from tests.fakes.mishaps import Fail, FaultInjector, Hang, Kill, Mishap, never

Answer = TypeVar("Answer")
LATENCY = 0.004
"""Seconds an operation takes."""
LIVE = frozenset({Outcome.SENDING, Outcome.TRAINING, Outcome.UNCLEAR, Outcome.READY})


class Disk:
    """What is there whoever reads it: give it to another journal to see what a restart would see."""

    def __init__(self) -> None:
        self.models: dict[str, Model] = {}
        self.songs: dict[str, Song] = {}
        self.attempts: dict[str, CreateAttempt] = {}
        self.generations: dict[str, Generation] = {}
        self.leftovers: dict[str, Leftover] = {}
        self.outcomes: list[tuple[str, Outcome]] = []
        """Every attempt and outcome in the order they were saved."""
        self.task_ids: set[str] = set()
        """Every receipt that was ever on disk."""
        self.sendings: Counter[str] = Counter()
        """How often a song was saved as being sent, by link or by its key in the storage."""

    def attempt_of(self, model_id: str) -> CreateAttempt | None:
        attempts = [attempt for attempt in self.attempts.values() if attempt.model_id == model_id]
        return attempts[-1] if attempts else None

    def put(self, records: tuple[Record, ...]) -> None:
        attempts = dict(self.attempts)
        for record in records:
            if isinstance(record, CreateAttempt):
                attempts[record.id] = record
        live = [attempt.model_id for attempt in attempts.values() if attempt.outcome in LIVE]
        if len(live) != len(set(live)):
            raise AlreadyAttemptedError
        self.attempts = attempts
        for record in records:
            if isinstance(record, Model):
                self.models[record.id] = replace(record, attempt=None)
            elif isinstance(record, Song):
                self._put_song(record)
            elif isinstance(record, Generation):
                self.generations[record.id] = record
                self.task_ids.add(record.task_id)
            elif isinstance(record, Leftover):
                self.leftovers[record.id] = record
            else:
                self.outcomes.append((record.id, record.outcome))
                self.task_ids.add(record.task_id)
        if orphans := [song.id for song in self.songs.values() if song.model_id not in self.models]:
            raise ValueError(orphans)

    def _put_song(self, song: Song) -> None:
        before = self.songs.get(song.id)
        if song.state is SongState.SENDING and before and before.since != song.since:
            self.sendings[song.stored_as or song.link] += 1
        self.songs[song.id] = song
        self.task_ids.add(song.task_id)

    def drop(self, records: tuple[Song | Leftover, ...]) -> None:
        for record in records:
            if isinstance(record, Song):
                self.songs.pop(record.id, None)
            else:
                self.leftovers.pop(record.id, None)

    def contents(self) -> Contents:
        latest = [self.attempt_of(model.id) for model in self.models.values()]
        return Contents(
            models=tuple(replace(model, attempt=self.attempt_of(model.id)) for model in self.models.values()),
            earlier=tuple(attempt for attempt in self.attempts.values() if attempt not in latest),
            generations=tuple(self.generations.values()),
            leftovers=tuple(self.leftovers.values()),
            songs=tuple(sorted(self.songs.values(), key=lambda song: song.position)),
        )


class MemoryJournal:
    """`Journal` on a `Disk`."""

    def __init__(self, disk: Disk, injector: FaultInjector) -> None:
        self.disk = disk
        self._injector = injector
        self._busy_until = 0.0
        self.latency = LATENCY

    async def load(self) -> Contents:
        return await self._run("load", self.disk.contents)

    async def save(self, *records: Record) -> None:
        assert records, "an empty transaction is a waste"
        await self._run("save", lambda: self.disk.put(records))

    async def remove(self, *records: Song | Leftover) -> None:
        await self._run("remove", lambda: self.disk.drop(records))

    async def _run(self, operation: str, work: Callable[[], Answer]) -> Answer:
        mishap = self._injector.next(f"journal {operation}")
        if isinstance(mishap, Hang):
            return await never()
        loop = asyncio.get_running_loop()
        self._busy_until = max(self._busy_until, loop.time()) + self.latency
        done: asyncio.Future[Answer] = loop.create_future()
        # It happens although the caller may be cancelled meanwhile.
        loop.call_at(self._busy_until, self._perform, mishap, work, done)
        return await done

    def _perform(
        self, mishap: Mishap | None, work: Callable[[], Answer], done: asyncio.Future[Answer]
    ) -> None:
        if self._injector.killed.is_set() or mishap == Kill():
            self._injector.killed.set()
            return
        try:
            if isinstance(mishap, Fail):
                raise mishap.error
            answer = work()
        except (JournalError, AlreadyAttemptedError, ValueError) as error:
            if not done.done():
                done.set_exception(error)
            return
        if isinstance(mishap, Kill):
            self._injector.killed.set()
        elif not done.done():
            done.set_result(answer)
