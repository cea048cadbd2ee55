import asyncio
from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.events import ModelSaved
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.polling import PATIENCE
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem
from mountsea_desktop.workflow.training import CLEARING_UP, found
from tests.fakes.job_harness import JobHarness
from tests.fakes.memory_journal import LATENCY
from tests.fakes.mishaps import Fail, Hang, Kill, Mishap
from tests.fakes.scripted_gateway import lost, offline, refused


@pytest.fixture
async def model_id(harness: JobHarness) -> str:
    """A model that can be created."""
    return await harness.uploaded()


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


async def pressed(harness: JobHarness, befalls: Mishap | GatewayError, state: ModelState) -> None:
    """Press, let that befall it, and wait for what the model is then."""
    harness.gateway.script("create", befalls)
    assert await harness.create(harness.model().id, balance=harness.gateway.balance)
    await harness.until(lambda: harness.state() is state)


async def test_one_press_one_request_and_the_model_is_there(harness: JobHarness, model_id: str) -> None:
    assert await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.READY)
    model = harness.model()
    assert model.model_ref == "chirp-custom:session-1"
    assert model.finished_at is not None
    assert model.attempt is not None
    assert model.attempt.credits_before == 500
    (call,) = harness.gateway.seen("create")
    assert call.arguments == ("session-1", tuple(song.clip_id for song in harness.songs()), "Night drive")
    assert [outcome for _, outcome in harness.disk.outcomes] == [
        Outcome.SENDING, Outcome.TRAINING, Outcome.READY
    ]  # fmt: skip


async def test_only_chosen_songs_are_trained_on(harness: JobHarness) -> None:
    model_id = await harness.uploaded(8)
    left_out = harness.songs()[1]
    await harness.job.choose([left_out.id], False)
    await harness.create(model_id, balance=None)
    await harness.until(lambda: harness.state() is ModelState.READY)
    clips = harness.gateway.seen("create")[0].arguments[1]
    assert clips == tuple(song.clip_id for song in harness.songs() if song.id != left_out.id)


async def test_the_intent_is_on_disk_before_money_is_spent(harness: JobHarness, model_id: str) -> None:
    harness.gateway.script("create", Hang())
    assert await harness.create(model_id, balance=500)
    attempt = harness.disk.attempt_of(model_id)
    assert attempt is not None
    assert attempt.outcome is Outcome.SENDING
    assert harness.state() is ModelState.SENDING


async def test_what_the_disk_does_not_take_is_not_sent(harness: JobHarness, model_id: str) -> None:
    harness.fates.decide = lambda _: Fail(JournalError(JournalFault.FULL))
    assert not await harness.create(model_id, balance=500)
    await harness.clock.sleep(20)
    assert creates(harness) == 0
    assert harness.state() is ModelState.CAN_BE_CREATED
    assert any(outage and outage.problem.code == JournalFault.FULL for outage in harness.outages())
    harness.fates.decide = lambda _: None
    assert await harness.create(model_id, balance=500)


async def test_pressed_twice_at_once_counts_once(harness: JobHarness, model_id: str) -> None:
    attempts = [harness.create(model_id, balance=500) for _ in range(5)]
    assert sorted(await asyncio.gather(*attempts)) == [False] * 4 + [True]
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert not await harness.create(model_id, balance=500)
    assert not await harness.create_again(model_id, balance=500)
    assert creates(harness) == 1


async def test_a_press_from_another_window_counts(harness: JobHarness, model_id: str) -> None:
    harness.fates.decide = lambda name: Fail(AlreadyAttemptedError()) if "save" in name else None
    assert not await harness.create(model_id, balance=500)
    assert creates(harness) == 0
    assert harness.model().attempt is None


async def test_a_caller_who_gives_up_does_not_stop_what_is_on_its_way(
    harness: JobHarness, model_id: str
) -> None:
    caller = asyncio.gather(harness.create(model_id, balance=500))
    await harness.until(lambda: creates(harness) == 1)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    await harness.until(lambda: harness.state() is ModelState.READY)


async def test_nothing_is_spent_for_songs_that_changed_while_the_question_was_open(
    harness: JobHarness,
) -> None:
    model_id = await harness.uploaded(7)
    confirmed = {song.id for song in harness.songs()}
    await harness.job.choose([harness.songs()[0].id], False)
    assert not await harness.job.create(model_id, name="Night drive", balance=500, songs=confirmed)
    assert creates(harness) == 0
    assert harness.state() is ModelState.CAN_BE_CREATED


async def test_a_song_nobody_was_shown_is_not_trained_on(harness: JobHarness) -> None:
    model_id = await harness.uploaded(7)
    confirmed = {song.id for song in harness.songs()[:6]}
    assert await harness.job.create(model_id, name="Night drive", balance=500, songs=confirmed)
    await harness.until(lambda: creates(harness) == 1)
    clips = harness.gateway.seen("create")[0].arguments[1]
    assert clips == tuple(song.clip_id for song in harness.songs()[:6])


async def test_nothing_is_spent_under_another_name_than_was_confirmed(
    harness: JobHarness, model_id: str
) -> None:
    confirmed = {song.id for song in harness.songs()}
    await harness.job.rename(model_id, "Winter songs")
    assert not await harness.job.create(model_id, name="Night drive", balance=500, songs=confirmed)
    assert creates(harness) == 0
    assert await harness.job.create(model_id, name="Winter songs", balance=500, songs=confirmed)


async def test_five_songs_are_not_enough(harness: JobHarness, model_id: str) -> None:
    await harness.job.choose([harness.songs()[0].id], False)
    assert not await harness.create(model_id, balance=500)
    assert creates(harness) == 0


@pytest.mark.parametrize("error", [refused(Fault.TOKEN_REFUSED), refused(Fault.BUSY, retry_after=300)])
async def test_nothing_is_sent_while_the_gate_is_closed(
    harness: JobHarness, model_id: str, error: GatewayError
) -> None:
    harness.job._gate.record_failure(error)
    assert not await harness.create(model_id, balance=500)
    assert harness.disk.attempt_of(model_id) is None
    harness.job.try_now()
    assert await harness.create(model_id, balance=500)


@pytest.mark.parametrize(
    "error",
    [
        offline(),
        refused(Fault.INVALID),
        refused(Fault.FORBIDDEN),
        refused(Fault.BUSY, retry_after=20),
        GatewayError(Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT, facts={FactKey.ISSUER: "Studio Proxy"}),
    ],
)
async def test_a_refusal_is_final_until_the_user_presses_again(
    harness: JobHarness, model_id: str, error: GatewayError
) -> None:
    await pressed(harness, error, ModelState.FAILED)
    assert code(harness) == error.fault
    await harness.clock.sleep(4_000)
    assert creates(harness) == 1
    assert harness.job.outage is None, "nobody waits: the next press finds out"
    assert await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 2


@pytest.mark.parametrize(
    "error",
    [
        refused(Fault.NOT_FOUND),
        GatewayError(Fault.REJECTED, Fate.REFUSED, status=410),
        GatewayError(Fault.INVALID, Fate.REFUSED, said="sessionId is expired", status=422),
    ],
)
async def test_a_session_that_is_over_is_recognised_when_creating_too(
    harness: JobHarness, model_id: str, error: GatewayError
) -> None:
    await pressed(harness, error, ModelState.FAILED)
    assert code(harness) == JobFault.SESSION_GONE
    assert await harness.job.start_over(model_id)


@pytest.mark.usefixtures("model_id")
async def test_a_token_that_is_called_a_session_costs_no_uploads(harness: JobHarness) -> None:
    said = "Session expired, please log in again"
    await pressed(
        harness, GatewayError(Fault.TOKEN_REFUSED, Fate.REFUSED, said=said, status=401), ModelState.FAILED
    )
    assert code(harness) == Fault.TOKEN_REFUSED


async def test_missing_credits_concern_the_press_alone(harness: JobHarness, model_id: str) -> None:
    await pressed(harness, refused(Fault.NO_CREDITS), ModelState.FAILED)
    assert harness.job.outage is None
    assert await harness.create(model_id, balance=500)


@pytest.mark.parametrize(
    "fault", [Fault.LOST, Fault.SERVER, Fault.REDIRECTED, Fault.NONSENSE, Fault.CONFLICT]
)
@pytest.mark.usefixtures("model_id")
async def test_a_lost_answer_is_never_sent_again_and_the_balance_tells(
    harness: JobHarness, fault: Fault
) -> None:
    await pressed(harness, GatewayError(fault, Fate.UNCLEAR, details="raw"), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    assert code(harness) == JobFault.NOT_CHARGED
    attempt = harness.model().attempt
    assert attempt is not None
    assert attempt.problem is not None
    assert attempt.problem.details == "raw", "the raw text stays for those who ask"
    await harness.clock.sleep(CLEARING_UP * 2)
    assert creates(harness) == 1
    assert harness.state() is ModelState.UNCLEAR


@pytest.mark.usefixtures("model_id")
async def test_what_is_unclear_for_long_is_asked_about_seldom_and_for_ever(harness: JobHarness) -> None:
    await pressed(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(CLEARING_UP * 2)
    asked = len(harness.gateway.seen("status"))
    await harness.clock.sleep(CLEARING_UP)
    assert 10 <= len(harness.gateway.seen("status")) - asked <= 13
    harness.gateway._create("session-1", tuple(song.clip_id for song in harness.songs()), "late")
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_a_long_time_without_a_network_does_not_count(harness: JobHarness) -> None:
    await pressed(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.fates.decide = lambda name: Fail(offline()) if "gateway" in name else None
    await harness.clock.sleep(8 * 3_600)
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.WORKING))
    harness.fates.decide = lambda _: None
    await harness.until(lambda: harness.state() is ModelState.READY, within=120)


@pytest.mark.parametrize("refusal", [JournalError(JournalFault.FULL), AlreadyAttemptedError()])
async def test_an_unclear_press_is_still_asked_about_after_the_disk_refused_another(
    harness: JobHarness, model_id: str, refusal: Exception
) -> None:
    """While the intent is on its way the press in memory is another, and nobody asks about the old one."""
    await pressed(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.gateway.latency = LATENCY / 2  # the answer comes while the disk considers
    answers: list[bool] = []

    async def send_again() -> None:
        answers.append(await harness.create_again(model_id, balance=400))

    def decide(name: str) -> Mishap | None:
        if name == "gateway status" and not answers:
            harness.tasks.start(send_again(), "send again")
        return Fail(refusal) if name == "journal save" else None

    harness.fates.decide = decide
    await harness.until(lambda: answers == [False])
    harness.fates.decide = lambda _: None
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 1


@pytest.mark.usefixtures("model_id")
async def test_a_model_that_comes_of_a_lost_answer_is_found(harness: JobHarness) -> None:
    await pressed(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    await harness.until(lambda: code(harness) == JobFault.CHARGED)
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert harness.model().model_ref == "chirp-custom:session-1"
    assert creates(harness) == 1


@pytest.mark.usefixtures("model_id")
async def test_a_charge_that_comes_late_is_seen(harness: JobHarness) -> None:
    await pressed(harness, lost(), ModelState.UNCLEAR)
    await harness.until(lambda: code(harness) == JobFault.NOT_CHARGED)
    harness.gateway.balance -= 100
    await harness.until(lambda: code(harness) == JobFault.CHARGED)


@pytest.mark.usefixtures("model_id")
async def test_a_balance_that_cannot_be_asked_does_not_hold_up_uploads(harness: JobHarness) -> None:
    harness.gateway.script("credits", *[refused(Fault.TOKEN_REFUSED)] * 3)
    await pressed(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(20)
    assert harness.job.outage is None


async def test_the_user_may_send_again_after_a_warning(harness: JobHarness, model_id: str) -> None:
    await pressed(harness, lost(), ModelState.UNCLEAR)
    assert not await harness.create(model_id, balance=500)
    first = harness.model().attempt
    assert first is not None
    attempts = [harness.create_again(model_id, balance=500) for _ in range(3)]
    assert sorted(await asyncio.gather(*attempts)) == [False, False, True]
    assert harness.disk.attempts[first.id].outcome is Outcome.ABANDONED
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 2


async def test_news_of_the_first_press_is_not_taken_for_news_of_the_second(
    harness: JobHarness, model_id: str
) -> None:
    """The session is asked about the first press while the second is on its way."""
    await pressed(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    harness.gateway.latency = 5
    await harness.until(lambda: harness.gateway.in_flight["status"] == 1)
    harness.gateway.script("create", Hang())
    assert await harness.create_again(model_id, balance=500)
    await harness.clock.sleep(200)
    assert harness.state() is ModelState.SENDING


async def test_two_unclear_presses_are_cleared_up_one_after_the_other(
    harness: JobHarness, model_id: str
) -> None:
    await pressed(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(100)
    harness.gateway.script("create", Fail(lost(), after=True))
    assert await harness.create_again(model_id, balance=harness.gateway.balance)
    await harness.until(lambda: code(harness) == JobFault.CHARGED)
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_an_old_failure_of_the_session_says_nothing_of_a_new_press(harness: JobHarness) -> None:
    """A second request to the same session may find the first one's end for a while."""
    await pressed(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 5)
    await harness.clock.sleep(40)
    assert harness.state() is ModelState.UNCLEAR
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_a_failure_that_lasts_is_believed(harness: JobHarness) -> None:
    await pressed(harness, lost(), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 50)
    await harness.until(lambda: harness.state() is ModelState.FAILED)


async def test_training_that_fails_may_be_pressed_again(harness: JobHarness, model_id: str) -> None:
    assert await harness.create(model_id, balance=500)
    failed = Report(task_id="session-1", phase=Phase.FAILED, fail_reason="blocked_account")
    harness.gateway.script("status", failed)
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    assert code(harness) == JobFault.TRAINING_FAILED
    assert facts(harness)[FactKey.REASON] == "account_blocked"
    assert await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_who_only_compares_balances_leaves_no_trouble_behind(harness: JobHarness) -> None:
    await pressed(harness, lost(), ModelState.UNCLEAR)
    attempt = harness.model().attempt
    assert attempt is not None
    await harness.tasks.stop()
    harness.job._gate.record_failure(refused(Fault.BUSY, retry_after=60))
    harness.tasks.start(harness.job._training._compare_balances(attempt, Outcome.UNCLEAR), "compare")
    await harness.clock.sleep(100)
    assert harness.job.outage is None


@pytest.mark.parametrize("paid", [True, False])
async def test_when_training_fails_the_balance_tells_whether_it_was_paid_for(
    harness: JobHarness, model_id: str, paid: bool
) -> None:
    before = harness.gateway.balance
    assert await harness.create(model_id, balance=before)
    await harness.until(lambda: harness.state() is ModelState.TRAINING)
    harness.gateway.balance = before - 100 if paid else before
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED, fail_reason="no"))
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    await harness.until(lambda: "charge" in facts(harness))
    assert facts(harness) == {
        "said": "no",
        "reason": "other",
        "before": f"{before:g}",
        "after": f"{harness.gateway.balance:g}",
        "charge": JobFault.CHARGED if paid else JobFault.NOT_CHARGED,
    }
    assert creates(harness) == 1


async def test_a_balance_that_nobody_tells_leaves_the_failure_as_it_is(
    harness: JobHarness, model_id: str
) -> None:
    assert await harness.create(model_id, balance=500)
    harness.gateway.script("credits", lost())
    harness.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED))
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    await harness.clock.sleep(100)
    assert facts(harness) == {"reason": "other"}


async def test_a_failure_an_earlier_press_left_behind_does_not_end_a_later_one(
    harness: JobHarness, model_id: str
) -> None:
    """Both have the session's receipt, and Mountsea may tell of the first one's end for a while."""
    failed = Report(task_id="session-1", phase=Phase.FAILED)
    harness.gateway.script("status", failed)
    assert await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    assert await harness.create(model_id, balance=400)
    harness.gateway.script("status", failed, failed, failed)
    await harness.clock.sleep(5)
    await harness.restart()
    await harness.clock.sleep(20)
    assert harness.state() is ModelState.TRAINING
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert harness.model().model_ref == "chirp-custom:session-1"


async def test_a_later_press_fails_when_that_is_said_for_long(harness: JobHarness, model_id: str) -> None:
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 100)
    for _ in range(2):
        assert await harness.create(model_id, balance=500)
        await harness.until(lambda: harness.state() is ModelState.FAILED, within=PATIENCE + 20)


async def test_training_may_take_hours(harness: JobHarness, model_id: str) -> None:
    harness.gateway.training_takes = 4 * 3_600
    assert await harness.create(model_id, balance=500)
    await harness.clock.sleep(3 * 3_600)
    assert harness.state() is ModelState.TRAINING
    assert not await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.READY, within=2 * 3_600)


async def test_done_without_an_identifier_is_unclear_keeps_its_receipt_and_is_asked_about(
    harness: JobHarness, model_id: str
) -> None:
    assert await harness.create(model_id, balance=500)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.SUCCEEDED)] * 40)
    await harness.until(lambda: harness.state() is ModelState.UNCLEAR)
    assert code(harness) == JobFault.CHARGE_UNKNOWN
    assert facts(harness) == {"task": "session-1"}
    await harness.until(lambda: code(harness) == JobFault.CHARGED)
    assert facts(harness) == {"task": "session-1", "before": "500", "after": "400"}
    attempt = harness.model().attempt
    assert attempt is not None
    assert attempt.task_id == "session-1"
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.parametrize("effect", [False, True])
async def test_killed_while_sending_is_unclear_at_the_next_start_and_never_sent_again(
    harness: JobHarness, model_id: str, effect: bool
) -> None:
    harness.gateway.script("create", Kill(after=effect))
    assert await harness.create(model_id, balance=500)
    await harness.fates.killed.wait()
    await harness.restart()
    assert harness.state() is ModelState.UNCLEAR
    await harness.until(lambda: code(harness) == (JobFault.CHARGED if effect else JobFault.NOT_CHARGED))
    await harness.clock.sleep(1_000)
    assert harness.state() is (ModelState.READY if effect else ModelState.UNCLEAR)
    assert creates(harness) == effect, "the gateway saw it at most once"


async def test_training_is_followed_after_a_restart(harness: JobHarness, model_id: str) -> None:
    await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.TRAINING)
    await harness.restart()
    assert harness.state() is ModelState.TRAINING
    harness.job.resume()  # twice does no harm
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 1
    await harness.clock.sleep(60)
    assert len([c for c in harness.told if isinstance(c, ModelSaved) and c.model.model_ref]) == 1


async def test_another_models_charge_is_not_taken_for_this_ones(harness: JobHarness, model_id: str) -> None:
    await pressed(harness, lost(), ModelState.UNCLEAR)
    other = replace(harness.model(), id="other", session_id="session-2")
    assert other.attempt is not None
    taken = replace(other.attempt, id="other press", model_id="other", outcome=Outcome.READY)
    harness.job._ledger.models["other"] = replace(other, attempt=taken)
    harness.gateway.balance -= 100
    await harness.clock.sleep(100)
    attempt = harness.job.model(model_id).attempt
    assert attempt is not None
    assert attempt.problem is not None
    assert attempt.problem.code == JobFault.CHARGE_UNKNOWN


@pytest.mark.parametrize(
    ("before", "after", "alone", "code"),
    [
        (500, 500, True, JobFault.NOT_CHARGED),
        (500, 499, True, JobFault.NOT_CHARGED),
        (500, 400, True, JobFault.CHARGED),
        (500, 300, True, JobFault.CHARGED),
        (500, 600, True, JobFault.CHARGE_UNKNOWN),
        (None, 400, True, JobFault.CHARGE_UNKNOWN),
        (500, 400, False, JobFault.CHARGE_UNKNOWN),
        (500, 450, False, JobFault.NOT_CHARGED),
    ],
)
def test_what_two_balances_say(before: float | None, after: float, alone: bool, code: JobFault) -> None:
    assert found(before, after, alone=alone).code == code
    assert found(500, 400) == Problem(JobFault.CHARGED, {FactKey.BEFORE: "500", FactKey.AFTER: "400"})
