"""Asking Mountsea about one task until it has ended, however long that takes."""

import contextlib
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

from mountsea_desktop.gateway.errors import LONGEST_MESSAGE, Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import recognise
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.gate import Gate, backoff
from mountsea_desktop.workflow.poll_rate import PollRate, poll_intervals
from mountsea_desktop.workflow.ports import Gateway
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.sleep_watch import SleepWatch

PATIENCE = 120.0
"""Seconds for which "done, but without an identifier", "never heard of it" and, where it may be said of an
earlier task, "failed" may still be passing states."""

ENDED = frozenset({Phase.FAILED, Phase.TIMED_OUT})


@dataclass(frozen=True, slots=True)
class Poller:
    """What it takes to ask: shared by everything that waits for Mountsea."""

    gateway: Gateway
    gate: Gate
    poll_rate: PollRate
    sleep_watch: SleepWatch
    clock: Clock

    @contextlib.asynccontextmanager
    async def question(self) -> AsyncIterator[None]:
        """Wait until the gate and the rate let one more question through, then ask it inside."""
        while True:
            await self.gate.wait()
            await self.poll_rate.throttle()
            if self.gate.passable:  # else it closed meanwhile, and those who wait must not all go at once
                break
        async with self.gate.request(harmless=True):
            yield


async def poll(
    poller: Poller, task_id: str, identifier: Callable[[Report], str], *, after_another: bool = False
) -> Report | Problem:
    """Ask until the task has failed, or has succeeded with an identifier.

    With `after_another`, an earlier task had the same id: a failure is believed when it is said for longer
    than `PATIENCE`.

    Returns a `Problem` when nobody can tell how it ended: Mountsea went on for `PATIENCE` seconds to say
    "done" without an identifier, or not to know the task. Outages are waited out, never returned.
    """
    doubt = GracePeriod(poller.clock)
    failures = 0
    intervals = poll_intervals()
    rest = next(intervals)
    while True:
        await poller.sleep_watch.rest(rest)
        suspicion: Report | Problem | None = None
        try:
            async with poller.question():
                report = await poller.gateway.status(task_id)
        except GatewayError as error:
            failures += 1
            rest = 0.0 if poller.gate.outage else backoff(failures)  # the gate's wait is long enough
            if error.fault is not Fault.NOT_FOUND:
                continue
            suspicion = Problem(JobFault.RECEIPT_UNKNOWN, {FactKey.TASK: task_id}, error.details)
        else:
            failures = 0
            rest = next(intervals)
            if report.phase is Phase.SUCCEEDED and identifier(report):
                return report
            if report.phase in ENDED and not after_another:
                return report
            suspicion = _suspicion(report, task_id)
        if suspicion is None:
            doubt.ends()
        elif doubt.outlasts_patience():
            return suspicion


def _suspicion(report: Report, task_id: str) -> Report | Problem | None:
    """Return what is to be believed if Mountsea goes on saying this."""
    if report.phase is Phase.SUCCEEDED:
        return Problem(JobFault.NO_IDENTIFIER, {FactKey.TASK: task_id})
    return report if report.phase in ENDED else None


class GracePeriod:
    """How long, without an answer that says otherwise, it has been unclear whether a good one will come."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: float | None = None

    def ends(self) -> None:
        """An answer left no doubt."""
        self._since = None

    def outlasts_patience(self) -> bool:
        """Return whether the doubt, which begins here unless it has begun before, is older than patience."""
        if self._since is None:
            self._since = self._clock.monotonic()
        return self._clock.monotonic() - self._since > PATIENCE


def failure(report: Report) -> Problem:
    """Return why a task failed, in the form that can be kept and worded."""
    details = " · ".join(part for part in (report.fail_code, report.fail_reason) if part)
    if report.phase is Phase.TIMED_OUT:
        return Problem(JobFault.UPLOAD_TIMED_OUT, details=details)
    reason = recognise(report.fail_reason, report.fail_code)
    return Problem(reason, {FactKey.SAID: report.fail_reason[:LONGEST_MESSAGE]}, details)
