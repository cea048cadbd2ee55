"""Making an attempt, and what became of it."""

from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.charges import charge_of
from mountsea_desktop.workflow.model import ModelState
from tests.fakes.job_harness import JobHarness
from tests.fakes.mishaps import Mishap


def creates(harness: JobHarness) -> int:
    return len(harness.gateway.seen("create"))


def code(harness: JobHarness) -> str:
    attempt = harness.model().attempt
    assert attempt is not None
    return attempt.problem.code if attempt.problem else ""


def facts(harness: JobHarness) -> dict[FactKey, str]:
    attempt = harness.model().attempt
    assert attempt is not None
    return dict(attempt.problem.facts) if attempt.problem else {}


async def make_attempt(harness: JobHarness, befalls: Mishap | GatewayError, state: ModelState) -> None:
    """Make an attempt, let that befall it, and wait for what the model is then."""
    harness.gateway.script("create", befalls)
    assert await harness.create(harness.model().id, balance=harness.gateway.balance)
    await harness.until(lambda: harness.state() is state)


def charge(harness: JobHarness, model_id: str) -> str:
    attempt = harness.job.model(model_id).attempt
    assert attempt is not None
    return charge_of(attempt.problem)
