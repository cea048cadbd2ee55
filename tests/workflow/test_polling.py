import asyncio
from dataclasses import dataclass
from typing import Any

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.gate import Gate
from mountsea_desktop.workflow.poll_rate import PollRate
from mountsea_desktop.workflow.polling import PATIENCE, Poller, failure, poll
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.sleep_watch import SleepWatch
from tests.fakes.mishaps import FaultInjector, never
from tests.fakes.scripted_gateway import ScriptedGateway, Task, offline, refused
from tests.fakes.virtual_time import VirtualClock


@dataclass
class Watch:
    clock: VirtualClock
    gateway: ScriptedGateway
    poller: Poller

    def task(self, id_: str = "task", lasts: float = 20, **result: Any) -> None:
        report = Report(task_id=id_, phase=Phase.SUCCEEDED, **({"clip_id": "clip"} | result))
        self.gateway.tasks[id_] = Task(id_, self.clock.monotonic() + lasts, report)

    async def poll(self, id_: str = "task") -> Report | Problem:
        return await poll(self.poller, id_, lambda report: report.clip_id)

    def answer(self, *reports: Report | GatewayError) -> None:
        self.gateway.script("status", *reports)


@pytest.fixture
async def watch() -> Watch:
    clock = VirtualClock()

    async def wake() -> None: ...

    gateway = ScriptedGateway(clock, FaultInjector())
    gate = Gate(clock, lambda _: None, never)
    poller = Poller(gateway, gate, PollRate(clock), SleepWatch(clock, wake), clock)
    return Watch(clock, gateway, poller)


def report(phase: Phase, **more: Any) -> Report:
    return Report(task_id="task", phase=phase, **more)


async def test_it_asks_until_there_is_an_end(watch: Watch) -> None:
    watch.task(lasts=60)
    ending = await watch.poll()
    assert isinstance(ending, Report)
    assert ending.clip_id == "clip"
    assert watch.clock.monotonic() < 66


async def test_success_is_known_soon_with_few_questions(watch: Watch) -> None:
    """At most 2.5 s on average, and at most 12 questions in 45 s."""
    delays = []
    for tenth in range(10, 451):
        ends = tenth / 10
        began = watch.clock.monotonic()
        watch.gateway.calls.clear()
        watch.task(lasts=ends)
        await watch.poll()
        delays.append(watch.clock.monotonic() - began - ends)
        assert len(watch.gateway.calls) <= 12
    assert sum(delays) / len(delays) <= 2.5
    assert max(delays) <= 5.5


async def test_all_songs_together_ask_at_most_four_times_a_second(watch: Watch) -> None:
    ids = [f"task-{number}" for number in range(60)]
    for id_ in ids:
        watch.task(id_, lasts=100)
    endings = asyncio.gather(*map(watch.poll, ids))
    await watch.clock.sleep(40)
    watch.answer(offline())  # everybody waits, and then goes on
    await endings
    times = [call.at for call in watch.gateway.calls]
    assert all(later - earlier > 0.999 for earlier, later in zip(times, times[4:], strict=False))
    assert len(times) > 300


async def test_an_identifier_before_the_end_is_no_success(watch: Watch) -> None:
    watch.answer(*[report(Phase.WORKING, clip_id="early")] * 5)
    watch.task(lasts=0)
    ending = await watch.poll()
    assert isinstance(ending, Report)
    assert ending.clip_id == "clip"


@pytest.mark.parametrize("phase", [Phase.FAILED, Phase.TIMED_OUT])
async def test_a_failure_is_an_end(watch: Watch, phase: Phase) -> None:
    watch.answer(report(Phase.WAITING), report(phase))
    assert await watch.poll() == report(phase)


async def test_a_failure_that_may_be_an_older_one_s_is_believed_after_a_while(watch: Watch) -> None:
    watch.answer(*[report(Phase.FAILED)] * 5, report(Phase.WORKING), *[report(Phase.FAILED)] * 100)
    ending = await poll(watch.poller, "task", lambda report: report.clip_id, after_another=True)
    assert ending == report(Phase.FAILED)
    assert PATIENCE + 10 < watch.clock.monotonic() < PATIENCE + 40


async def test_done_without_an_identifier_is_believed_after_a_while(watch: Watch) -> None:
    watch.task(lasts=0, clip_id="")
    ending = await watch.poll()
    assert ending == Problem(JobFault.NO_IDENTIFIER, {FactKey.TASK: "task"})
    assert PATIENCE < watch.clock.monotonic() < PATIENCE + 10


async def test_an_identifier_may_come_late(watch: Watch) -> None:
    watch.answer(*[report(Phase.SUCCEEDED)] * 10)
    watch.task(lasts=0)
    ending = await watch.poll()
    assert isinstance(ending, Report)


async def test_a_forgotten_task_is_believed_after_a_while(watch: Watch) -> None:
    ending = await watch.poll("unheard of")
    assert isinstance(ending, Problem)
    assert ending.code == JobFault.RECEIPT_UNKNOWN
    assert ending.facts[FactKey.TASK] == "unheard of"
    assert watch.clock.monotonic() > PATIENCE


async def test_doubt_ends_with_a_good_answer(watch: Watch) -> None:
    for _ in range(3):
        watch.answer(*[refused(Fault.NOT_FOUND)] * 4, report(Phase.WORKING))
    watch.task(lasts=0)
    assert isinstance(await watch.poll(), Report)


async def test_outages_are_waited_out(watch: Watch) -> None:
    server = GatewayError(Fault.SERVER, Fate.UNCLEAR, status=503)
    watch.answer(*[server] * 8, *[offline()] * 5, refused(Fault.BUSY, retry_after=300))
    watch.task(lasts=0)
    assert isinstance(await watch.poll(), Report)
    assert watch.clock.monotonic() > 300


async def test_an_hour_is_not_too_long(watch: Watch) -> None:
    watch.task(lasts=3_700)
    assert isinstance(await watch.poll(), Report)


def test_why_a_task_failed() -> None:
    failed = report(Phase.FAILED, fail_reason="match_acrcloud: a hit", fail_code="4002")
    assert failure(failed) == Problem(
        FailReason.KNOWN_RECORDING, {FactKey.SAID: "match_acrcloud: a hit"}, "4002 · match_acrcloud: a hit"
    )
    assert failure(report(Phase.TIMED_OUT)).code == JobFault.UPLOAD_TIMED_OUT


async def test_a_song_costs_one_upload_and_few_questions(watch: Watch) -> None:
    """What a song costs Mountsea: `tests/bench` prints it for other durations."""
    watch.gateway.calls.clear()
    watch.task(lasts=20)
    await watch.poll()
    assert len(watch.gateway.calls) <= 7
