"""Asking Mountsea about one task until it has ended, however long that takes."""

from collections.abc import Callable
from dataclasses import dataclass

from mountsea_desktop.gateway.answers import Phase, Report
from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.reasons import recognise
from mountsea_desktop.workflow.clock import Clock
from mountsea_desktop.workflow.gate import Gate, backoff
from mountsea_desktop.workflow.pace import Pace, waits
from mountsea_desktop.workflow.ports import Gateway, JournalError
from mountsea_desktop.workflow.problem import Hitch, Problem

PATIENCE = 120.0
"""Seconds for which "done, but without an identifier" and "never heard of it" may still be passing states."""

ENDED = frozenset({Phase.FAILED, Phase.TIMED_OUT})


@dataclass(frozen=True, slots=True)
class Asking:
    """What it takes to ask: shared by everything that waits for Mountsea."""

    gateway: Gateway
    gate: Gate
    pace: Pace
    clock: Clock


async def follow(asking: Asking, task_id: str, identifier: Callable[[Report], str]) -> Report | Problem:
    """Ask until the task has failed, or has succeeded with an identifier.

    Returns a `Problem` when nobody can tell how it ended: Mountsea went on for `PATIENCE` seconds to say
    "done" without an identifier, or not to know the task. Trouble on the way is waited out, never returned.
    """
    doubt = _Doubt(asking.clock)
    failures = 0
    rests = waits()
    rest = next(rests)
    while True:
        await asking.pace.rest(rest)
        suspicion: Problem | None = None
        try:
            async with asking.gate.turn():
                report = await asking.gateway.status(task_id)
        except JournalError:
            continue
        except GatewayError as error:
            if error.fault is Fault.NOT_FOUND:
                suspicion = Problem(Hitch.RECEIPT_UNKNOWN, {"task": task_id}, error.details)
            failures += 1
            rest = backoff(failures)
        else:
            failures = 0
            rest = next(rests)
            if report.phase in ENDED or identifier(report):
                return report
            if report.phase is Phase.SUCCEEDED:
                suspicion = Problem(Hitch.NO_IDENTIFIER, {"task": task_id})
        if (verdict := doubt.settled(suspicion)) is not None:
            return verdict


class _Doubt:
    """How long it has been unclear, without a break, whether an answer will ever come."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since: float | None = None

    def settled(self, suspicion: Problem | None) -> Problem | None:
        """The suspicion, once it has lasted longer than patience."""
        if suspicion is None:
            self._since = None
            return None
        if self._since is None:
            self._since = self._clock.monotonic()
        return suspicion if self._clock.monotonic() - self._since > PATIENCE else None


def failure(report: Report) -> Problem:
    """Why a task failed, in the form that can be kept and worded."""
    details = " · ".join(part for part in (report.fail_code, report.fail_reason) if part)
    if report.phase is Phase.TIMED_OUT:
        return Problem(Hitch.UPLOAD_TIMED_OUT, details=details)
    return Problem(recognise(report.fail_reason, report.fail_code), {"said": report.fail_reason}, details)
