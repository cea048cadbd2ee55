"""Mountsea as the job sees it, in memory: does what it should unless the test scripts something else."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeVar

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Clip, Entry, Phase, Report, SpendingPage
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.workflow.model import PRICE
from tests.fakes.mishaps import Fail, FaultInjector, Hang, Kill, Mishap, never

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Call:
    """One request; whether Mountsea saw it depends on what befell it."""

    step: str
    at: float
    """By the clock's `monotonic`."""
    arguments: tuple[object, ...] = ()


@dataclass
class Task:
    """Something Mountsea is busy with until `ends`, by the clock's `monotonic`."""

    id: str
    ends: float
    result: Report


MADE = Report(
    task_id="",
    phase=Phase.SUCCEEDED,
    clips=tuple(
        Clip(id=name, addresses=(f"https://sounds.example/{name}.mp3",), title="Sea", duration=20.0)
        for name in ("made-1", "made-2")
    ),
)


def refused(fault: Fault, retry_after: float | None = None) -> GatewayError:
    """Mountsea said no."""
    return GatewayError(fault, Fate.REFUSED, status=400, retry_after=retry_after, details="no")


def offline() -> GatewayError:
    """There is no network."""
    return GatewayError(Fault.OFFLINE, Fate.NOT_SENT)


def lost() -> GatewayError:
    """No answer came."""
    return GatewayError(Fault.LOST, Fate.UNCLEAR, details="read timeout")


@dataclass
class ScriptedGateway:
    """`Gateway` in memory. `script` says what befalls the next calls of one step, `FaultInjector` of any."""

    clock: Clock
    injector: FaultInjector
    latency: float = 0.1
    song_takes: float = 20.0
    training_takes: float = 150.0
    made_takes: float = 40.0
    made_price: int = 10
    made: Report = MADE
    """How making songs ends."""
    balance: Decimal = Decimal(500)
    clock_ahead: float | None = 0.0
    entries: list[Entry] = field(default_factory=list)
    """What was spent, oldest first."""
    records_lag: float = 0.0
    """Seconds until what was spent is among the records."""
    a_page: int = 3
    """Entries on a page of records."""
    calls: list[Call] = field(default_factory=list)
    tasks: dict[str, Task] = field(default_factory=dict)
    sessions: list[str] = field(default_factory=list)
    lists: Callable[[str, str], Clip] | None = None
    """How a session's status lists a song it has, by clip id and link; None if it lists none."""
    uploads: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The session and the link of each upload, by the receipt, whether or not that was lost."""
    renewed: int = 0
    answered: list[str] = field(default_factory=list)
    """Receipts that were given for uploads and creating, and not lost on the way back."""
    failing: dict[str, Report] = field(default_factory=dict)
    """Reports with which songs end, by link."""
    scripts: defaultdict[str, deque[Mishap | Report]] = field(default_factory=lambda: defaultdict(deque))
    in_flight: Counter[str] = field(default_factory=Counter)
    most_in_flight: Counter[str] = field(default_factory=Counter)

    def script(self, step: str, *mishaps: Mishap | Report | GatewayError) -> None:
        """Let these befall the next calls of a step, one each; a `Report` is what `status` then answers."""
        self.scripts[step].extend(Fail(m) if isinstance(m, GatewayError) else m for m in mishaps)

    def seen(self, step: str) -> list[Call]:
        """The requests of one kind, in order."""
        return [call for call in self.calls if call.step == step]

    async def prepare(self) -> str:
        return await self._perform("prepare", self._prepare)

    async def upload(self, session_id: str, link: str) -> str:
        return await self._perform("upload", self._upload, session_id, link)

    async def create(self, session_id: str, clip_ids: Sequence[str], name: str) -> str:
        return await self._perform("create", self._create, session_id, tuple(clip_ids), name)

    async def status(self, task_id: str) -> Report:
        return await self._perform("status", self._status, task_id)

    async def generate(self, model_ref: str, description: str, title: str, *, instrumental: bool) -> str:
        return await self._perform("generate", self._generate, model_ref, description, title, instrumental)

    async def credits(self) -> Decimal:
        return await self._perform("credits", lambda: self.balance)

    async def spending(self, start: float, end: float, page: int) -> SpendingPage:
        return await self._perform("spending", self._spending, start, end, page)

    def spend(self, amount: int, path: str = "/suno/v2/customModel/create", *, trace: str = "") -> None:
        """Somebody spends something; a negative amount is given back."""
        self.balance -= amount
        number = f"entry-{len(self.entries) + 1}"
        self.entries.append(
            Entry(id=number, path=path, spent=Decimal(amount), at=self._mountseas_now(), trace=trace)
        )

    def _mountseas_now(self) -> float:
        return self.clock.now() + (self.clock_ahead or 0.0)

    def _spending(self, start: float, end: float, page: int) -> SpendingPage:
        assert end - start <= 90 * 86_400
        shown = self._mountseas_now() - self.records_lag
        known = [entry for entry in reversed(self.entries) if start <= entry.at <= min(end, shown)]
        first = (page - 1) * self.a_page
        return SpendingPage(
            entries=tuple(known[first : first + self.a_page]),
            total=len(known),
            pages=-(-len(known) // self.a_page),
        )

    async def renew(self) -> None:
        self.renewed += 1

    async def _perform(self, step: str, effect: Callable[..., Answer], *arguments: object) -> Answer:
        general = self.injector.next(f"gateway {step}")
        mishap = self.scripts[step].popleft() if self.scripts[step] else general
        if mishap == Kill():
            await self.injector.kill()
        self.calls.append(Call(step, self.clock.monotonic(), arguments))
        self.in_flight[step] += 1
        self.most_in_flight[step] = max(self.most_in_flight[step], self.in_flight[step])
        try:
            await self.clock.sleep(self.latency)
            if isinstance(mishap, Hang):
                await never()
            if isinstance(mishap, Fail) and not mishap.after:
                raise mishap.error
            if isinstance(mishap, Report):
                return mishap  # type: ignore[return-value]  # the caller asks for what it scripted
            answer = effect(*arguments)
            if isinstance(mishap, Fail):
                raise mishap.error
            if isinstance(mishap, Kill):
                await self.injector.kill()
            if step in {"upload", "create", "generate"}:
                self.answered.append(str(answer))
            return answer
        finally:
            self.in_flight[step] -= 1

    def _prepare(self) -> str:
        self.sessions.append(f"session-{len(self.sessions) + 1}")
        return self.sessions[-1]

    def _upload(self, session_id: str, link: str) -> str:
        if session_id not in self.sessions:
            raise refused(Fault.NOT_FOUND)
        task_id = f"task-{len(self.tasks) + 1}"
        result = self.failing.get(link) or Report(
            task_id=task_id, phase=Phase.SUCCEEDED, clip_id=f"clip-{len(self.tasks) + 1}"
        )
        self._begin(task_id, self.song_takes, result)
        self.uploads[task_id] = (session_id, link)
        self.spend(0, "/suno/v2/customModel/upload")
        return task_id

    def _create(self, session_id: str, clip_ids: tuple[str, ...], name: str) -> str:
        assert name
        assert len(set(clip_ids)) >= 6
        clips = {task.result.clip_id for task in self.tasks.values() if task.ends <= self.clock.monotonic()}
        assert clips >= set(clip_ids), "only songs that Mountsea has can be trained on"
        self.spend(PRICE)
        result = Report(task_id=session_id, phase=Phase.SUCCEEDED, model_ref=f"chirp-custom:{session_id}")
        self._begin(session_id, self.training_takes, result)
        return session_id

    def _generate(self, model_ref: str, description: str, title: str, instrumental: bool) -> str:
        assert model_ref.startswith("chirp-custom:")
        assert description
        assert isinstance(title, str)
        assert isinstance(instrumental, bool)
        self.spend(self.made_price, "/suno/v2/generate")
        task_id = f"made-task-{len(self.tasks) + 1}"
        self._begin(task_id, self.made_takes, self.made)
        return task_id

    def clips_of(self, link: str) -> set[str]:
        """The clips that there are of a link."""
        return {self.tasks[task_id].result.clip_id for task_id, it in self.uploads.items() if it[1] == link}

    def _listed(self, session_id: str) -> tuple[Clip, ...]:
        if self.lists is None:
            return ()
        there = [
            (self.tasks[task_id], link)
            for task_id, (session, link) in self.uploads.items()
            if session == session_id and self.tasks[task_id].ends <= self.clock.monotonic()
        ]
        return tuple(self.lists(task.result.clip_id, link) for task, link in there if task.result.clip_id)

    def _begin(self, task_id: str, lasts: float, result: Report) -> None:
        self.tasks[task_id] = Task(task_id, self.clock.monotonic() + lasts, replace(result, task_id=task_id))

    def _status(self, task_id: str) -> Report:
        task = self.tasks.get(task_id)
        if task is None:
            if task_id in self.sessions:
                return Report(task_id=task_id, phase=Phase.SUCCEEDED, clips=self._listed(task_id))
            raise refused(Fault.NOT_FOUND)
        if self.clock.monotonic() < task.ends:
            return Report(task_id=task_id, phase=Phase.WORKING)
        return task.result
