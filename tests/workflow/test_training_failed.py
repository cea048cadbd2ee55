"""Training that came to nothing, and what it cost."""

from decimal import Decimal

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.polling import PATIENCE
from mountsea_desktop.workflow.problem import JobFault
from tests.fakes.job_harness import JobHarness
from tests.fakes.scripted_gateway import lost, refused
from tests.workflow.attempts import charge, code, creates, facts, make_attempt


@pytest.mark.usefixtures("model_id")
async def test_a_failure_that_lasts_is_believed(harness: JobHarness) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 50)
    await harness.until(lambda: harness.state() is ModelState.FAILED)


async def test_training_that_fails_may_be_attempted_again(harness: JobHarness, model_id: str) -> None:
    assert await harness.create(model_id, balance=Decimal(500))
    failed = Report(task_id="session-1", phase=Phase.FAILED, fail_reason="blocked_account")
    harness.gateway.script("status", failed)
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    assert code(harness) == JobFault.TRAINING_FAILED
    assert facts(harness)[FactKey.REASON] == "account_blocked"
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_who_only_asks_about_the_charge_leaves_no_outage_behind(harness: JobHarness) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    attempt = harness.model().attempt
    assert attempt is not None
    await harness.tasks.stop()
    harness.job.connectivity.record_failure(refused(Fault.BUSY, retry_after=60))
    harness.tasks.start(harness.job._training._ask_about_charge(attempt, Outcome.UNCLEAR), "charge")
    await harness.clock.sleep(100)
    assert harness.job.outage is None


@pytest.mark.parametrize("paid", [True, False])
async def test_when_training_fails_the_records_tell_whether_it_was_paid_for(
    harness: JobHarness, model_id: str, paid: bool
) -> None:
    before = harness.gateway.balance
    assert await harness.create(model_id, balance=before)
    await harness.until(lambda: harness.state() is ModelState.TRAINING)
    at = harness.gateway.entries[-1].at
    if not paid:
        harness.gateway.entries.pop()
        harness.gateway.balance = before
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED, fail_reason="no"))
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    await harness.until(lambda: "charge" in facts(harness))
    assert facts(harness)[FactKey.CHARGE] == (JobFault.CHARGED if paid else JobFault.CHARGE_UNKNOWN)
    await harness.clock.sleep(1_000)
    known = {FactKey.AMOUNT: "100", FactKey.AT: f"{at:.0f}"} if paid else {FactKey.RECORDS: "yes"}
    assert facts(harness) == known | {
        FactKey.SAID: "no",
        FactKey.REASON: "other",
        FactKey.BEFORE: "500",
        FactKey.AFTER: "400" if paid else "500",
        FactKey.CHARGE: JobFault.CHARGED if paid else JobFault.NOT_CHARGED,
    }
    assert creates(harness) == 1


async def test_a_balance_that_nobody_tells_leaves_the_failure_as_it_is(
    harness: JobHarness, model_id: str
) -> None:
    assert await harness.create(model_id, balance=Decimal(500))
    for step in ("credits", "spending"):
        harness.gateway.script(step, *[lost()] * 10)
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED))
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    await harness.clock.sleep(100)
    assert facts(harness) == {FactKey.REASON: "other"}


async def test_a_failure_an_earlier_attempt_left_behind_does_not_end_a_later_one(
    harness: JobHarness, model_id: str
) -> None:
    """Both have the session's receipt, and Mountsea may tell of the first one's end for a while."""
    failed = Report(task_id="session-1", phase=Phase.FAILED)
    harness.gateway.script("status", failed)
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    assert await harness.create(model_id, balance=Decimal(400))
    harness.gateway.script("status", failed, failed, failed)
    await harness.clock.sleep(5)
    await harness.restart()
    await harness.clock.sleep(20)
    assert harness.state() is ModelState.TRAINING
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert harness.model().model_ref == "chirp-custom:session-1"


async def test_a_later_attempt_fails_when_that_is_said_for_long(harness: JobHarness, model_id: str) -> None:
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 100)
    for _ in range(2):
        assert await harness.create(model_id, balance=Decimal(500))
        await harness.until(lambda: harness.state() is ModelState.FAILED, within=PATIENCE + 20)


async def test_what_is_given_back_after_a_failed_training_is_told(harness: JobHarness, model_id: str) -> None:
    assert await harness.create(model_id, balance=harness.gateway.balance)
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED))
    await harness.until(lambda: charge(harness, model_id) == JobFault.CHARGED)
    await harness.clock.sleep(3_600)
    await harness.restart()
    harness.gateway.spend(-100)
    await harness.until(lambda: charge(harness, model_id) == JobFault.REFUNDED)
    asked = len(harness.gateway.seen("spending"))
    await harness.clock.sleep(3_600)
    assert len(harness.gateway.seen("spending")) == asked, "there is nothing more to learn"


async def test_an_attempt_made_while_an_old_failure_is_asked_about_is_followed_at_once(
    harness: JobHarness, model_id: str
) -> None:
    assert await harness.create(model_id, balance=harness.gateway.balance)
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED))
    await harness.until(lambda: charge(harness, model_id) == JobFault.CHARGED)
    await harness.clock.sleep(3_600)  # by now it is asked about every five minutes
    assert await harness.create(model_id, balance=harness.gateway.balance)
    await harness.until(lambda: harness.state() is ModelState.READY, within=170)
