"""A life story on the whole program: six links become a model, whatever happens at one of its operations.

Operations are counted in the order they happen: SQL statements, questions to the keyring, requests that reach
the gateway or a song's place. At a chosen one of them, something happens to it.
"""

import asyncio
import errno
import os
import sqlite3
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.workflow import ledger
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.song import FINAL, SongState, wants_sending
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Delay, Fault, Page, Play, Reset, Status, Truncated, Wire
from tests.fakes.record import Seen
from tests.faults.crashable_program import TOKEN, CrashableProgram, Killed
from tests.torture.counts import TortureCounts

SPEED = 400.0
SONGS = 6
LIVES = 8
"""More starts than any story needs."""
STUCK = 45.0
"""Real seconds after which a story counts as stuck."""


class Kill(Play, frozen=True):
    """The program dies while this request is under way, before or after Mountsea has done its work."""

    program: Any
    processed: bool

    async def play(self, wire: Wire) -> None:
        await wire.read_body()
        if self.processed:
            wire.process()
        self.program.die()
        wire.reset()


class Outage(Play, frozen=True):
    """From this request on nobody answers for a while."""

    gateway: Any

    async def play(self, wire: Wire) -> None:
        asyncio.get_running_loop().call_later(0.05, self.gateway.come_back)
        await self.gateway.refuse()
        wire.reset()


PLAYS: dict[str, Fault] = {
    "reset before": Reset("headers"),
    "reset after": Reset("processed"),
    "truncated": Truncated(),
    "page": Page(),
    "refused": Status(400),
    "token refused": Status(401),
    "busy": Status(429, Retry_After="2"),
    "server error": Status(500),
}
KILLS = ("killed before", "killed after")
HANGS = "hangs"
HANG = 0.3
"""Real seconds, minutes to the job: others come meanwhile, and the disk counts as silent."""
MISHAPS = (*PLAYS, "outage", HANGS, *KILLS)
THOROUGH = ("server error", HANGS, *KILLS)
"""Those that let every operation fail, hang and be the last one: to journal and keyring, any fault of the
network is a failure."""


class Gateway(FaultGateway):
    """Asks the story what befalls each request."""

    def __init__(self) -> None:
        super().__init__()
        self.mountsea.upload_path = self.mountsea.training_path = ("running", "success")
        self.befalls: Callable[[str], Fault | None] = lambda _: None
        self._coming_back: set[asyncio.Task[None]] = set()

    def due(self, seen: Seen) -> Fault:
        usual = super().due(seen)
        return self.befalls(f"gateway {seen.endpoint}") or usual

    def come_back(self) -> None:
        task = asyncio.get_running_loop().create_task(self.listen())
        self._coming_back.add(task)
        task.add_done_callback(self._coming_back.discard)


class Story:
    """One program and one musician, who goes on until there is a model.

    `mishaps` are by number of operation; or by name, for the first one of that name, or for a later one with
    its number behind it.
    """

    settings: Settings | None = None
    pause = 3.0
    """Seconds of the job after which the musician looks again."""

    def __init__(self, folder: Path, mishaps: dict[int | str, str], counts: TortureCounts) -> None:
        self.folder = folder
        self.mishaps = mishaps
        self.counts = counts
        self.operations: list[str] = []
        self.attempts: list[str] = []
        """Names under which a model was asked for, one for each confirmed attempt."""
        self.befallen = 0
        """How many of the mishaps have happened."""
        self._so_often: Counter[str] = Counter()
        self.seen_unclear: dict[tuple[str, float], str] = {}
        """The source of each song that the musician saw as unclear, by the song and since when it was."""

    async def run(self) -> None:
        silence = HANG / 3 if HANGS in self.mishaps.values() else ledger.SILENT_AFTER
        async with (
            self._surroundings(),
            Gateway() as gateway,
            CrashableProgram(self.folder, gateway, speed=SPEED, settings=self.settings) as program,
        ):
            program._patches.enter_context(patch.object(ledger, "SILENT_AFTER", silence))
            self.gateway, self.program = gateway, program
            self._enter()
            program.befalls = self._inside
            gateway.befalls = self._outside
            try:
                async with asyncio.timeout(STUCK):
                    await self._lives()
            except TimeoutError:
                raise AssertionError(f"stuck: {program._program and program.job.models()}") from None
            self.counts.faults_tried += self.befallen
            self.mishaps = {}
            await program.program.journal.load()  # its turn comes when everything before is on disk
            self._check()
            await self._afterwards()

    @asynccontextmanager
    async def _surroundings(self) -> AsyncIterator[None]:
        """What there is besides Mountsea."""
        yield

    def _enter(self) -> None:
        """Before the first start."""

    async def _afterwards(self) -> None:
        """What else must hold, once nothing befalls any more."""

    # What befalls

    def _next(self, name: str) -> str | None:
        number = len(self.operations)
        self.operations.append(name)
        self._so_often[name] += 1
        count = self._so_often[name]
        for due in (number, f"{name} {count}", name if count == 1 else number):
            if mishap := self.mishaps.get(due):
                self.befallen += 1
                return mishap
        return None

    def _inside(self, name: str) -> Callable[[], None] | None:
        """On the threads of journal and keyring."""
        mishap = self._next(name)
        if mishap is None:
            return None
        if mishap == "killed after":
            return self.program.die
        if mishap == "killed before":
            self.program.die()
            raise Killed
        if mishap == HANGS:
            time.sleep(HANG)
            return None
        if name.startswith("keyring"):
            raise OSError(1783, TOKEN)
        if not name.startswith("journal"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    def _outside(self, name: str) -> Fault | None:
        mishap = self._next(name)
        if mishap in KILLS:
            return Kill(self.program, mishap == "killed after")  # type: ignore[return-value]  # it plays like a fault of the module
        if mishap == HANGS:
            return Delay(HANG)
        if mishap == "outage":
            return Outage(self.gateway)  # type: ignore[return-value]  # it plays like a fault of the module
        return PLAYS[mishap] if mishap else None

    # The musician

    async def _lives(self) -> None:
        for _ in range(LIVES):
            try:
                await self.program.person(self._live())
            except (asyncio.CancelledError, Killed):
                if not self.program.killed.is_set():
                    raise
            if not self.program.killed.is_set():
                return
            await self.program._bury()
            await self._between_lives()
        raise AssertionError("no model after so many lives")

    async def _between_lives(self) -> None:
        """What takes less time than starting a program again does."""

    async def _live(self) -> None:
        program = self.program
        while not await self._did(program.open()):
            pass  # the program says so and ends, and is started again
        if await program.program.tokens.load() is not SecretAnswer.FOUND:
            while await program.program.tokens.save(TOKEN) is not SecretAnswer.SAVED:
                pass
        for model in program.job.models():
            self._note_unclear(model.id)
        program.job.resume()
        while not program.job.models():
            await self._did(program.job.new_model("Night drive"))
        model_id = program.model().id
        while not program.songs():
            await self._did(program.job.add_songs(model_id, await self._new_songs()))
        while program.state() is not ModelState.READY:
            await program.program.clock.sleep(self.pause)
            await self._try_again(model_id)
        await self._with_the_model(model_id)

    async def _new_songs(self) -> list[NewSong]:
        return self.program.new_songs(SONGS)

    async def _with_the_model(self, model_id: str) -> None:  # noqa: ARG002 - for stories that go on
        """What the musician does when it is finished."""
        await self.program.program.clock.sleep(10)  # what the disk did not take at first is on disk by then

    async def _try_again(self, model_id: str) -> None:
        program, job = self.program, self.program.job
        if job.outage is not None and job.outage.until is None:
            job.try_now()
        await self._did(job.try_anyway([song.id for song in program.songs() if not wants_sending(song)]))
        await self._did(job.upload(model_id))
        await self._did(job.retry_all_failed(model_id))
        self._note_unclear(model_id)
        unclear = [song for song in program.songs() if song.state is SongState.UNCLEAR]
        await self._did(job.send_again([song.id for song in unclear]))
        state = job.state(model_id)
        again = state is ModelState.UNCLEAR and program.attempt().since < program.program.clock.now() - 1
        if again or state in {ModelState.CAN_BE_CREATED, ModelState.FAILED}:
            name = f"Take {len(self.attempts) + 1}"
            if await self._did(job.rename(model_id, name)):
                self.attempts.append(name)
                attempt = program.create_again if again else program.create
                await self._did(attempt(model_id, balance=1_000.0))

    def _note_unclear(self, model_id: str) -> None:
        for song in self.program.job.songs(model_id):
            if song.state is SongState.UNCLEAR:
                self.seen_unclear[song.id, song.since] = song.source

    @staticmethod
    async def _did(action: Coroutine[Any, Any, object]) -> bool:
        try:
            await action
        except JournalError:
            return False  # the musician was told, and tries again
        return True

    # The promises

    def _check(self) -> None:
        program, gateway = self.program, self.gateway
        creates = Counter(seen.body["name"] for seen in gateway.record.creates if seen.body)
        double = sum(creates.values()) - len(creates) + len(set(creates) - set(self.attempts))
        unseen = self._unseen().total()
        known = {song.source for song in program.songs() if song.state is SongState.UPLOADED and song.clip_id}
        lost = SONGS - len(known) + unseen
        leaked = len(program.leaks + program.files_with_token())
        self.counts.creates_sent += len(gateway.record.creates)
        self.counts.confirmed_attempts += len(self.attempts)
        self.counts.double_sends += double
        self.counts.songs_lost += lost
        self.counts.tokens_leaked += leaked
        assert double == 0, creates
        assert len(gateway.record.creates) <= len(self.attempts)
        assert lost == 0, (unseen, program.songs())
        assert leaked == 0
        assert not [it for it in gateway.violations if not it.startswith("create was sent twice")]
        assert program.outcomes[program.attempt().id] is Outcome.READY
        assert program.model().model_ref
        assert all(song.state in FINAL for song in program.songs())

    def _unseen(self) -> Counter[str]:
        """Uploads Mountsea accepted that nobody told the musician about, by what they came from.

        Each accepted one has its receipt in the journal, or its song was said to be unclear.
        """
        tasks = [task for task in self.gateway.mountsea.tasks.values() if task.is_upload]
        unseen = Counter(self._source(task.link) for task in tasks if task.id not in self.program.receipts)
        told = {(song.id, song.since): song.source for song in self.program.songs_told(SongState.UNCLEAR)}
        return unseen - Counter({**told, **self.seen_unclear}.values())

    def _source(self, address: str) -> str:
        """What is given to Mountsea under an address."""
        return address


async def count_operations(folder: Path) -> int:
    """How many operations a story without mishaps has, about: they differ by some from run to run."""
    story = Story(folder, {}, TortureCounts())
    await story.run()
    return len(story.operations)
