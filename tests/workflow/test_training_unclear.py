"""An attempt of which nobody knows what became: asked about, never sent again, and charged or not."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem
from mountsea_desktop.workflow.training import POLLED_OFTEN_FOR
from tests.fakes.confirming import confirmed, unclear
from tests.fakes.job_harness import JobHarness
from tests.fakes.memory_journal import LATENCY
from tests.fakes.mishaps import Fail, Hang, Mishap
from tests.fakes.scripted_gateway import lost, offline, refused
from tests.workflow.attempts import charge, code, creates, facts, make_attempt


@pytest.mark.parametrize(
    "fault", [Fault.LOST, Fault.SERVER, Fault.REDIRECTED, Fault.NONSENSE, Fault.CONFLICT]
)
@pytest.mark.usefixtures("model_id")
async def test_a_lost_answer_is_never_sent_again_and_the_records_tell(
    harness: JobHarness, fault: Fault
) -> None:
    await make_attempt(harness, GatewayError(fault, Fate.UNCLEAR, details="raw"), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    assert code(harness) == JobFault.CHARGE_UNKNOWN, "a charge may come late"
    await harness.clock.sleep(700)
    assert code(harness) == JobFault.NOT_CHARGED
    assert facts(harness) == {FactKey.RECORDS: "yes", FactKey.BEFORE: "500", FactKey.AFTER: "500"}
    attempt = harness.model().attempt
    assert attempt is not None
    assert attempt.problem is not None
    assert attempt.problem.details == "raw", "the raw text stays for those who ask"
    await harness.clock.sleep(POLLED_OFTEN_FOR * 2)
    assert creates(harness) == 1
    assert harness.state() is ModelState.UNCLEAR


@pytest.mark.usefixtures("model_id")
async def test_an_error_that_nobody_foresaw_leaves_an_attempt_unclear_and_it_is_asked_about(
    harness: JobHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    unforeseen: list[BaseException] = []
    harness.tasks._on_error = lambda _, error: unforeseen.append(error)
    create = harness.gateway.create

    async def fail(*arguments: Any) -> str:
        await create(*arguments)
        raise OverflowError("ms-token")

    monkeypatch.setattr(harness.gateway, "create", fail)
    assert await harness.create(harness.model().id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.UNCLEAR)
    attempt = harness.model().attempt
    assert attempt is not None
    assert attempt.problem == Problem(JobFault.CHARGE_UNKNOWN, details="OverflowError")
    await harness.until(lambda: len(unforeseen) == 1)  # it is reported all the same
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 1


@pytest.mark.usefixtures("model_id")
async def test_no_attempt_is_left_sending_when_the_news_of_its_failure_cannot_be_told(
    harness: JobHarness, monkeypatch: pytest.MonkeyPatch
) -> None:
    harness.tasks._on_error = lambda *_: None

    def fail(_: GatewayError) -> bool:
        raise RuntimeError("a listener broke")

    monkeypatch.setattr(harness.job.connectivity.gate, "record_failure", fail)
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    assert harness.gateway.seen("status")[-1].at > harness.gateway.seen("create")[0].at, "it is asked about"


@pytest.mark.parametrize("outcome", [Outcome.UNCLEAR, Outcome.FAILED])
async def test_a_charge_missing_from_the_records_is_not_forgotten_in_time(
    harness: JobHarness, model_id: str, outcome: Outcome
) -> None:
    if outcome is Outcome.UNCLEAR:
        harness.gateway.script("create", Fail(lost(), after=True))
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: creates(harness) == 1)
    await harness.clock.sleep(1)
    harness.gateway.entries.pop()
    if outcome is Outcome.UNCLEAR:
        del harness.gateway.tasks["session-1"]
    else:
        harness.gateway.tasks["session-1"].result = Report(task_id="session-1", phase=Phase.FAILED)
    await harness.clock.sleep(30 * 3_600)
    attempt = harness.model().attempt
    assert attempt is not None
    assert attempt.outcome is outcome
    assert charge(harness, model_id) == JobFault.CHARGE_UNKNOWN


@pytest.mark.parametrize("ahead", [None, 600.0])
@pytest.mark.usefixtures("model_id")
async def test_a_clock_that_was_wrong_at_the_attempt_and_is_right_later_proves_nothing(
    harness: JobHarness, ahead: float | None
) -> None:
    harness.gateway.clock_ahead = ahead
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    del harness.gateway.tasks["session-1"]
    charged = harness.gateway.entries[-1]
    harness.gateway.entries[-1] = replace(charged, at=charged.at - 1_000)
    harness.gateway.clock_ahead = 0.0
    harness.gateway.script("credits", *[lost()] * 1_000)
    await harness.clock.sleep(3_600)
    assert code(harness) == JobFault.CHARGE_UNKNOWN


@pytest.mark.usefixtures("model_id")
async def test_what_is_unclear_for_long_is_asked_about_seldom_and_for_ever(harness: JobHarness) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(POLLED_OFTEN_FOR * 2)
    asked = len(harness.gateway.seen("status"))
    await harness.clock.sleep(POLLED_OFTEN_FOR)
    assert 10 <= len(harness.gateway.seen("status")) - asked <= 13
    harness.gateway._create("session-1", tuple(song.clip_id for song in harness.songs()), "late")
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_a_long_time_without_a_network_does_not_count(harness: JobHarness) -> None:
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.injector.decide = lambda name: Fail(offline()) if "gateway" in name else None
    await harness.clock.sleep(8 * 3_600)
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.WORKING))
    harness.injector.decide = lambda _: None
    await harness.until(lambda: harness.state() is ModelState.READY, within=120)


@pytest.mark.parametrize("refusal", [JournalError(JournalFault.FULL), AlreadyAttemptedError()])
async def test_an_unclear_attempt_is_still_asked_about_after_the_disk_refused_another(
    harness: JobHarness, model_id: str, refusal: Exception
) -> None:
    """While the intent is on its way the attempt in memory is another, and nobody asks about the old one."""
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.gateway.latency = LATENCY / 2  # the answer comes while the disk considers
    answers: list[bool] = []

    async def send_again() -> None:
        answers.append(await harness.create_again(model_id, balance=Decimal(400)))

    def decide(name: str) -> Mishap | None:
        if name == "gateway status" and not answers:
            harness.tasks.start(send_again(), "send again")
        return Fail(refusal) if name == "journal save" else None

    harness.injector.decide = decide
    await harness.until(lambda: answers == [False])
    harness.injector.decide = lambda _: None
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 1


@pytest.mark.usefixtures("model_id")
async def test_a_model_that_comes_of_a_lost_answer_is_found(harness: JobHarness) -> None:
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    await harness.until(lambda: code(harness) == JobFault.CHARGED)
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert harness.model().model_ref == "chirp-custom:session-1"
    assert creates(harness) == 1


@pytest.mark.usefixtures("model_id")
async def test_a_charge_that_comes_late_is_seen(harness: JobHarness) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.until(lambda: code(harness) == JobFault.CHARGE_UNKNOWN)
    harness.gateway.spend(100)
    await harness.until(lambda: code(harness) == JobFault.CHARGED)


@pytest.mark.usefixtures("model_id")
async def test_a_balance_that_cannot_be_asked_does_not_hold_up_uploads(harness: JobHarness) -> None:
    harness.gateway.script("credits", *[refused(Fault.TOKEN_REFUSED)] * 3)
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(20)
    assert harness.job.outage is None


async def test_the_user_may_send_again_after_a_warning(harness: JobHarness, model_id: str) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    assert not await harness.create(model_id, balance=Decimal(500))
    first = harness.model().attempt
    assert first is not None
    attempts = [harness.create_again(model_id, balance=Decimal(500)) for _ in range(3)]
    assert sorted(await asyncio.gather(*attempts)) == [False, False, True]
    assert harness.disk.attempts[first.id].outcome is Outcome.ABANDONED
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 2


async def test_news_of_the_first_attempt_is_not_taken_for_news_of_the_second(
    harness: JobHarness, model_id: str
) -> None:
    """The session is asked about the first attempt while the second is on its way."""
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    harness.gateway.latency = 5
    await harness.until(lambda: harness.gateway.in_flight["status"] == 1)
    harness.gateway.script("create", Hang())
    assert await harness.create_again(model_id, balance=Decimal(500))
    await harness.clock.sleep(200)
    assert harness.state() is ModelState.SENDING


async def test_two_unclear_attempts_are_cleared_up_one_after_the_other(
    harness: JobHarness, model_id: str
) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    harness.gateway.script("create", Fail(lost(), after=True))
    assert await harness.create_again(model_id, balance=harness.gateway.balance)
    await harness.until(lambda: "at" in facts(harness))
    assert code(harness) == JobFault.CHARGE_UNKNOWN, "it may have been for either"
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_an_old_failure_of_the_session_says_nothing_of_a_new_attempt(harness: JobHarness) -> None:
    """A second request to the same session may find the first one's end for a while."""
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 5)
    await harness.clock.sleep(20)
    assert harness.state() is ModelState.UNCLEAR
    await harness.until(lambda: harness.state() in {ModelState.FAILED, ModelState.READY})
    assert harness.state() is ModelState.READY


async def test_another_models_charge_is_not_taken_for_this_ones(harness: JobHarness, model_id: str) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    other = replace(harness.model(), id="other", session_id="session-2")
    assert other.attempt is not None
    taken = replace(other.attempt, id="other attempt", model_id="other", outcome=Outcome.READY)
    await harness.job._ledger.record(replace(other, attempt=taken))
    harness.gateway.spend(100)
    await harness.clock.sleep(100)
    assert charge(harness, model_id) == JobFault.CHARGE_UNKNOWN
    await harness.clock.sleep(1_000)
    assert charge(harness, model_id) == JobFault.NOT_CHARGED


async def test_an_attempt_given_up_before_the_restart_is_remembered_when_charges_are_counted(
    harness: JobHarness, model_id: str
) -> None:
    """Two attempts, one charge: nobody can tell which of them it was for."""
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    harness.gateway.script("create", lost())
    assert await harness.create_again(model_id, balance=harness.gateway.balance)
    await harness.until(lambda: harness.state() is ModelState.UNCLEAR)
    await harness.restart()
    harness.gateway.spend(100)
    await harness.clock.sleep(2_000)
    assert charge(harness, model_id) == JobFault.CHARGE_UNKNOWN
    assert facts(harness)[FactKey.AMOUNT] == "100"


@pytest.mark.usefixtures("model_id")
async def test_what_was_charged_for_and_is_worked_on_is_training(harness: JobHarness) -> None:
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.WORKING)] * 100)
    await harness.until(lambda: harness.state() is ModelState.TRAINING)
    await harness.restart()
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 1


@pytest.mark.parametrize(
    ("phase", "is_charged"), [(Phase.WORKING, False), (Phase.WAITING, True)], ids=["not charged", "waiting"]
)
@pytest.mark.usefixtures("model_id")
async def test_nothing_else_is_taken_for_training(
    harness: JobHarness, phase: Phase, is_charged: bool
) -> None:
    """What a session's own status is before anything was created in it is not documented."""
    await make_attempt(harness, Fail(lost(), after=True) if is_charged else lost(), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=phase)] * 1_000)
    await harness.clock.sleep(2_000)
    assert harness.state() is ModelState.UNCLEAR


@pytest.mark.usefixtures("model_id")
async def test_records_that_come_late_are_waited_for(harness: JobHarness) -> None:
    harness.gateway.records_lag = 400
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.WORKING)] * 100)
    await harness.clock.sleep(350)
    assert code(harness) == JobFault.CHARGE_UNKNOWN
    await harness.until(lambda: code(harness) == JobFault.CHARGED)


@pytest.mark.usefixtures("model_id")
async def test_without_records_an_equal_balance_proves_nothing(harness: JobHarness) -> None:
    harness.gateway.script("spending", *[refused(Fault.NOT_FOUND)] * 1_000)
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(3_000)
    assert code(harness) == JobFault.CHARGE_UNKNOWN
    assert facts(harness) == {FactKey.BEFORE: "500", FactKey.AFTER: "500"}


@pytest.mark.parametrize("change", ["-100", "50", "-99.99", "100"])
@pytest.mark.usefixtures("model_id")
async def test_without_records_a_balance_that_changed_tells_nothing(harness: JobHarness, change: str) -> None:
    harness.gateway.script("spending", *[refused(Fault.NOT_FOUND)] * 1_000)
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    harness.gateway.balance += Decimal(change)
    await harness.clock.sleep(3_000)
    assert code(harness) == JobFault.CHARGE_UNKNOWN


@pytest.mark.usefixtures("model_id")
async def test_an_attempt_is_dated_by_mountseas_clock(harness: JobHarness) -> None:
    """So that its records can be compared also when this computer's clock is wrong, or is set meanwhile."""
    harness.clock.set_forward = 86_400.0
    harness.gateway.clock_ahead = -86_400.0
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    attempt = harness.model().attempt
    assert attempt is not None
    assert attempt.confirmed_at < attempt.since - 86_000
    harness.clock.set_forward = 0.0
    harness.gateway.clock_ahead = 0.0
    harness.gateway.spend(100)
    await harness.until(lambda: code(harness) == JobFault.CHARGED)


async def test_only_the_attempt_whose_risk_was_accepted_is_repeated(
    harness: JobHarness, model_id: str
) -> None:
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    first = unclear(harness.job, model_id)
    said = confirmed(harness.job, model_id, 500)
    assert not await harness.job.create_again(model_id, **said, accepted="")
    assert not await harness.job.create_again(model_id, **said, accepted="another")
    harness.gateway.script("create", lost())
    assert await harness.job.create_again(model_id, **said, accepted=first)
    await harness.until(lambda: harness.state() is ModelState.UNCLEAR)
    assert not await harness.job.create_again(model_id, **said, accepted=first), "once for each"
    assert creates(harness) == 2
