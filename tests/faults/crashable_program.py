"""The program below its window, on a real file and a real socket: it can be killed and opened again.

A kill is a power cut: nothing more is written or sent, nobody hears an answer, and nothing is tidied up.
Every SQL statement and every question to the keyring passes `befalls`, where a test can let things happen.
"""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import ExitStack
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, Self, TypeVar
from unittest.mock import patch

import keyring
from keyring.backend import KeyringBackend

from mountsea_desktop import clients as clients_module
from mountsea_desktop import program as program_module
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient, Patience
from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.program import Program
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage import secret_store
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.journal import _Database
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.workflow import connectivity
from mountsea_desktop.workflow.events import Event, ModelSaved, Outage, OutageChanged, SongSaved
from mountsea_desktop.workflow.job import Job
from mountsea_desktop.workflow.model import CreateAttempt, Model, ModelState, Outcome
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.sleep_watch import SleepWatch
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.confirming import confirmed, unclear
from tests.fakes.fault_gateway import FaultGateway

TOKEN = "tok3n-of-the-program-5e1f"  # without a form by which it would be known as one
SPEED = 200.0
"""Seconds of the job in one of ours."""
QUICK = Patience(connect=5, read=5, write=5, pool=5, total=5)
"""In real seconds: long enough for a busy machine."""
PATIENT = Patience(connect=25, read=25, write=25, pool=25, total=25)
"""For answers that are work to read, and must be given up for what they hold."""
HASTY = Patience(connect=0.3, read=0.3, write=0.3, pool=0.3, total=0.6)
"""For faults that are only noticed because time runs out."""
MOST = 30.0
"""Real seconds until something that should happen counts as stuck."""

T = TypeVar("T")
Befalls = Callable[[str], Callable[[], None] | None]
"""Told of each operation of journal and keyring, by its name, on their threads, before it happens. May raise;
may return something that is to happen right after it."""


class Killed(BaseException):
    """The program is dead; whoever sees this is part of it."""


class CrashableKeyring(KeyringBackend):
    """The operating system's keyring: it outlives the program."""

    priority = 0.5
    viable = False  # so that the library never chooses it by itself

    def __init__(self, befalls: Callable[[str, Callable[[], Any]], Any]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library has no types here
        self.entries: dict[tuple[str, str], str] = {}
        self._befalls = befalls

    def get_password(self, service: str, username: str) -> str | None:
        answer: str | None = self._befalls("keyring get", lambda: self.entries.get((service, username)))
        return answer

    def set_password(self, service: str, username: str, password: str) -> None:
        self._befalls("keyring set", lambda: self.entries.__setitem__((service, username), password))

    def delete_password(self, service: str, username: str) -> None:
        self._befalls("keyring delete", lambda: self.entries.pop((service, username)))


class ScaledClock(Clock):
    """A `Clock` whose dates run at its speed, too, from the same moment in every life of a program."""

    def __init__(self, speed: float, beginning: float) -> None:
        super().__init__(speed)
        self._beginning = beginning

    def now(self) -> float:
        return self._beginning + self.monotonic()


class _UnscaledDates(Clock):
    """A `ScaledClock` with dates at the pace of a real day: one on which a long rest looks like no sleep."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(clock.speed)
        self._clock = clock

    def now(self) -> float:
        return self._clock.now() - self._clock.monotonic() + time.monotonic()


def _watch_for_sleep(clock: Clock, on_wake_up: Callable[[], Awaitable[None]]) -> SleepWatch:
    return SleepWatch(_UnscaledDates(clock), on_wake_up)


class CrashableProgram:
    """One profile on one gateway, from its first start through any number of kills."""

    def __init__(
        self,
        folder: Path,
        gateway: FaultGateway,
        *,
        url: str = "",
        patience: Patience = QUICK,
        transport_factory: Callable[..., TransportFactory] = TransportFactory,
        speed: float = SPEED,
        parallel: int = 3,
        settings: Settings | None = None,
    ) -> None:
        self.folders = Folders.of_profile(folder)
        self.gateway = gateway
        self.patience = patience
        self.speed = speed
        self.befalls: Befalls = lambda _: None
        self.events: list[Event] = []
        """What the window was told, in all lives."""
        self.receipts: set[str] = set()
        """Every task id that was ever on disk."""
        self.outcomes: dict[str, Outcome] = {}
        """What is on disk of each attempt."""
        self.leaks: list[Path] = []
        """Files that held the token at the end of any life."""
        self.kills = 0
        self.killed = asyncio.Event()
        self._beginning = time.time() - Clock(speed).monotonic()
        gateway.mountsea.now = ScaledClock(speed, self._beginning).now
        self._url = url
        self._transport_factory = transport_factory
        self._parallel = parallel
        self._settings = settings
        self._program: Program | None = None
        self._people: set[asyncio.Task[Any]] = set()
        self._errors: list[BaseException] = []
        self._tasks = Tasks(self._hear)
        self._patches = ExitStack()
        self._loop = asyncio.get_running_loop()
        self._dead = threading.Event()

    # Life and death

    async def __aenter__(self) -> Self:
        self._loop = asyncio.get_running_loop()
        self.folders.prepare()
        self._patches.enter_context(_statements_pass(self))
        before = keyring.get_keyring()
        accepted = {*secret_store.TRUSTED_KEYRINGS, secret_store._path(CrashableKeyring)}
        self._patches.enter_context(patch.object(secret_store, "TRUSTED_KEYRINGS", accepted))
        self._patches.callback(keyring.set_keyring, before)
        keyring.set_keyring(CrashableKeyring(self.operation))
        return self

    async def __aexit__(self, *_: object) -> None:
        try:
            await self.close()
        finally:
            self._patches.close()

    async def open(self) -> None:
        """Start the program; raises `JournalError`, or `Killed` if it dies on the way."""
        self._dead = threading.Event()
        self.killed = asyncio.Event()
        self._tasks = Tasks(self._hear)
        client = partial(GatewayClient, reads=self.patience, posts=self.patience)
        url = self._url or self.gateway.url
        with (
            patch.object(clients_module, "GatewayClient", client),
            patch.object(program_module, "Clock", partial(ScaledClock, beginning=self._beginning)),
            patch.object(clients_module, "TransportFactory", self._transport_factory),
            patch.object(connectivity, "SleepWatch", _watch_for_sleep),
        ):
            self._program = await Program.open(
                folders=self.folders,
                addresses=Addresses(url, url),
                practice=False,
                speed=self.speed,
                parallel=self._parallel,
                settings=self._settings,
                listener=partial(self._tell, self._dead),
                tasks=self._tasks,
            )
            await self._program.clients.get()  # while they are made of what stands in

    async def begin(self, songs: int = 6) -> str:
        """A first start: connected, a model with so many songs that are ready to upload; the model's id."""
        await self.open()
        await self.program.tokens.save(TOKEN)
        self.job.resume()
        model = await self.job.new_model("Night drive")
        await self.add(songs)
        return model.id

    async def add(self, count: int) -> None:
        """So many more songs, checked and ready to upload."""
        unready = SongState.DRAFT, SongState.CHECKING
        await self.job.add_songs(self.model().id, self.new_songs(count, len(self.songs()) + 1))
        await self.until(lambda: self.count(*unready) == 0)
        await self.job.try_anyway([song.id for song in self.songs()])

    async def uploaded(self) -> str:
        """A first start up to six uploaded songs; the model's id."""
        model_id = await self.begin()
        await self.job.upload(model_id)
        await self.until(lambda: self.state() is ModelState.CAN_BE_CREATED)
        await self.program.journal.load()  # its turn comes when everything before is on disk
        return model_id

    async def go_on(self) -> None:
        """A later start."""
        await self.open()
        await self.program.tokens.load()
        self.job.resume()

    async def restart(self) -> None:
        """Kill it and start it again."""
        await self.kill()
        await self.go_on()

    async def kill(self) -> None:
        """End it as a power cut would, if it is not dead yet."""
        self.die()
        await self._bury()

    def die(self) -> None:
        """From this moment on nothing is written, sent or heard. May be called from any part of it."""
        if not self._dead.is_set():
            self.kills += 1
        self._dead.set()
        self._loop.call_soon_threadsafe(self._stop_all)
        if threading.get_ident() == getattr(self._loop, "_thread_id", None):
            self._stop_all()

    def _stop_all(self) -> None:
        for task in (*self._tasks._running, *self._people):
            task.cancel()
        self.killed.set()

    async def close(self) -> None:
        """End it in good order, as closing the window does."""
        if self._program is not None:
            await self._bury()
        assert not self._errors, self._errors

    async def _bury(self) -> None:
        await self._tasks.stop()
        await asyncio.gather(*self._people, return_exceptions=True)
        program, self._program = self._program, None
        if program is not None:
            if self._dead.is_set():
                program.job._ledger._unsaved.clear()  # the dead save nothing
            await program.close()
            self.leaks += self.files_with_token()

    async def person(self, does: Coroutine[Any, Any, T]) -> T:
        """What a person does at the screen; `asyncio.CancelledError` when the program dies meanwhile."""
        task = self._loop.create_task(does)
        self._people.add(task)
        try:
            return await task
        finally:
            self._people.discard(task)

    async def create(self, model_id: str, *, balance: Decimal | float | None) -> bool:
        """Say yes to all songs there are now."""
        return await self.job.create(model_id, **confirmed(self.job, model_id, balance))

    async def create_again(self, model_id: str, *, balance: Decimal | float | None) -> bool:
        """Say yes twice to all songs there are now."""
        return await self.job.create_again(
            model_id, **confirmed(self.job, model_id, balance), accepted=unclear(self.job, model_id)
        )

    # What happens inside

    def _hear(self, _: str, error: BaseException) -> None:
        """What a task that nobody waits for has ended with."""
        if not isinstance(error, Killed):
            self._errors.append(error)

    def operation(self, name: str, work: Callable[[], T]) -> T:
        """Do a piece of work of journal or keyring, with what befalls it."""
        if self._dead.is_set():
            raise Killed
        afterwards = self.befalls(name)
        answer = work()
        if afterwards is not None:
            afterwards()
        return answer

    def _tell(self, dead: threading.Event, event: Event) -> None:
        if not dead.is_set():
            self.events.append(event)

    # What there is

    @property
    def program(self) -> Program:
        assert self._program is not None, "it is not open"
        return self._program

    @property
    def job(self) -> Job:
        return self.program.job

    def new_songs(self, count: int, first: int = 1) -> list[NewSong]:
        links = [self.gateway.song(f"{number}.mp3") for number in range(first, first + count)]
        return [NewSong(link=link, pasted=link, title=link[-5:]) for link in links]

    def model(self) -> Model:
        (model,) = self.job.models()
        return model

    def songs(self) -> list[Song]:
        return self.job.songs(self.model().id)

    def count(self, *states: SongState) -> int:
        return sum(song.state in states for song in self.songs())

    def state(self) -> ModelState:
        return self.job.state(self.model().id)

    def attempt(self) -> CreateAttempt:
        attempt = self.model().attempt
        assert attempt is not None
        return attempt

    def is_(self, outcome: Outcome) -> Callable[[], bool]:
        """A condition for `until`: the attempt came out so, and that is on disk."""
        return lambda: self.attempt().outcome is self.outcomes[self.attempt().id] is outcome

    def outages(self) -> list[Outage]:
        """The notices that were shown."""
        return [it.outage for it in self.events if isinstance(it, OutageChanged) and it.outage]

    def problems_of_attempts(self) -> set[str]:
        """Every reason that was ever shown with a attempt."""
        attempts = [it.model.attempt for it in self.events if isinstance(it, ModelSaved)]
        return {attempt.problem.code for attempt in attempts if attempt and attempt.problem}

    def songs_told(self, state: SongState) -> list[Song]:
        """Songs as they were told of when they were in a state."""
        return [it.song for it in self.events if isinstance(it, SongSaved) and it.song.state is state]

    async def until(self, true: Callable[[], object], what: str = "", *, seconds: float = MOST) -> None:
        """Wait until something holds."""
        try:
            async with asyncio.timeout(seconds):
                while not true():
                    assert not self._errors, self._errors
                    await asyncio.sleep(0.002)
        except TimeoutError:
            states = [song.state.value for model in self.job.models() for song in self.job.songs(model.id)]
            raise AssertionError(
                f"it never came to this: {what or true}; {states}, {self.job.models()}, {self.job.outage}"
            ) from None

    async def pass_time(self, seconds: float = 15.0) -> None:
        """Let the job's time pass, in which something that must not happen would."""
        await asyncio.sleep(seconds / self.speed)

    def files_with_token(self) -> list[Path]:
        """Files of the profile that hold the token."""
        forms = [TOKEN.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
        files = [path for path in self.folders.data_folder.rglob("*") if path.is_file()]
        return [path for path in files if any(form in _content(path) for form in forms)]


def _content(path: Path) -> bytes:
    """What is in a file, nothing where it went meanwhile: what a thread is at when all is dead, it does."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def _statements_pass(program: CrashableProgram) -> Any:
    """Let every SQL statement for the program's journal pass the program."""
    path, execute, save = program.folders.journal_file, _Database._execute, _Database.save

    def passing(self: _Database, statement: str, *values: object) -> list[Any]:
        if self._path != path:
            return execute(self, statement, *values)
        # Nobody pulls the plug of the whole computer here, so there is no need to wait for the disk.
        statement = statement.replace("synchronous=EXTRA", "synchronous=OFF")
        return program.operation(
            f"journal {' '.join(statement.split()[:3])}", lambda: execute(self, statement, *values)
        )

    def saving(self: _Database, records: Any) -> None:
        save(self, records)
        if self._path == path:
            program.receipts.update(task for it in records if (task := getattr(it, "task_id", "")))
            program.outcomes.update({it.id: it.outcome for it in records if isinstance(it, CreateAttempt)})

    stack = ExitStack()
    stack.enter_context(patch.object(_Database, "_execute", passing))
    stack.enter_context(patch.object(_Database, "save", saving))
    return stack
