import asyncio
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.charges import charge_of
from mountsea_desktop.workflow.events import ModelSaved
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.polling import PATIENCE
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.training import POLLED_OFTEN_FOR, Outlook, SessionSays
from tests.fakes.confirming import confirmed
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


async def make_attempt(harness: JobHarness, befalls: Mishap | GatewayError, state: ModelState) -> None:
    """Make an attempt, let that befall it, and wait for what the model is then."""
    harness.gateway.script("create", befalls)
    assert await harness.create(harness.model().id, balance=harness.gateway.balance)
    await harness.until(lambda: harness.state() is state)


async def test_one_attempt_one_request_and_the_model_is_there(harness: JobHarness, model_id: str) -> None:
    assert await harness.create(model_id, balance=Decimal(500))
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
    assert await harness.create(model_id, balance=Decimal(500))
    attempt = harness.disk.attempt_of(model_id)
    assert attempt is not None
    assert attempt.outcome is Outcome.SENDING
    assert harness.state() is ModelState.SENDING


async def test_what_the_disk_does_not_take_is_not_sent(harness: JobHarness, model_id: str) -> None:
    harness.injector.decide = lambda _: Fail(JournalError(JournalFault.FULL))
    assert not await harness.create(model_id, balance=Decimal(500))
    await harness.clock.sleep(20)
    assert creates(harness) == 0
    assert harness.state() is ModelState.CAN_BE_CREATED
    assert any(outage and outage.problem.code == JournalFault.FULL for outage in harness.outages())
    harness.injector.decide = lambda _: None
    assert await harness.create(model_id, balance=Decimal(500))


async def test_two_attempts_at_once_count_once(harness: JobHarness, model_id: str) -> None:
    attempts = [harness.create(model_id, balance=Decimal(500)) for _ in range(5)]
    assert sorted(await asyncio.gather(*attempts)) == [False] * 4 + [True]
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert not await harness.create(model_id, balance=Decimal(500))
    assert not await harness.create_again(model_id, balance=Decimal(500))
    assert creates(harness) == 1


async def test_an_attempt_from_another_window_counts(harness: JobHarness, model_id: str) -> None:
    harness.injector.decide = lambda name: Fail(AlreadyAttemptedError()) if "save" in name else None
    assert not await harness.create(model_id, balance=Decimal(500))
    assert creates(harness) == 0
    assert harness.model().attempt is None


async def test_a_caller_who_gives_up_does_not_stop_what_is_on_its_way(
    harness: JobHarness, model_id: str
) -> None:
    caller = asyncio.gather(harness.create(model_id, balance=Decimal(500)))
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
    assert not await harness.job.create(model_id, name="Night drive", balance=Decimal(500), songs=confirmed)
    assert creates(harness) == 0
    assert harness.state() is ModelState.CAN_BE_CREATED


async def test_a_song_nobody_was_shown_is_not_trained_on(harness: JobHarness) -> None:
    model_id = await harness.uploaded(7)
    confirmed = {song.id for song in harness.songs()[:6]}
    assert await harness.job.create(model_id, name="Night drive", balance=Decimal(500), songs=confirmed)
    await harness.until(lambda: creates(harness) == 1)
    clips = harness.gateway.seen("create")[0].arguments[1]
    assert clips == tuple(song.clip_id for song in harness.songs()[:6])


async def test_nothing_is_spent_under_another_name_than_was_confirmed(
    harness: JobHarness, model_id: str
) -> None:
    confirmed = {song.id for song in harness.songs()}
    await harness.job.rename(model_id, "Winter songs")
    assert not await harness.job.create(model_id, name="Night drive", balance=Decimal(500), songs=confirmed)
    assert creates(harness) == 0
    assert await harness.job.create(model_id, name="Winter songs", balance=Decimal(500), songs=confirmed)


async def test_five_songs_are_not_enough(harness: JobHarness, model_id: str) -> None:
    await harness.job.choose([harness.songs()[0].id], False)
    assert not await harness.create(model_id, balance=Decimal(500))
    assert creates(harness) == 0


async def test_six_songs_that_mountsea_takes_for_one_are_not_six(harness: JobHarness) -> None:
    model_id = await harness.uploaded(7)
    songs = harness.songs()
    await harness.job._ledger.record(*(replace(song, clip_id="clip-1") for song in songs[:6]))
    assert harness.state() is ModelState.DRAFT
    everything = {song.id for song in songs}
    for songs_confirmed in (everything, confirmed(harness.job, model_id, None)["songs"]):
        assert not await harness.job.create(
            model_id, name="Night drive", balance=Decimal(500), songs=songs_confirmed
        )
    assert creates(harness) == 0


async def test_equal_identifiers_are_never_sent(harness: JobHarness) -> None:
    model_id = await harness.uploaded(7)
    songs = harness.songs()
    await harness.job._ledger.record(replace(songs[6], clip_id=songs[0].clip_id))
    everything = {song.id for song in songs}
    assert not await harness.job.create(
        model_id, name="Night drive", balance=Decimal(500), songs=everything
    ), "seven were shown"
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: creates(harness) == 1)
    clips = harness.gateway.seen("create")[0].arguments[1]
    assert clips == tuple(song.clip_id for song in songs[:6])


@pytest.mark.parametrize("error", [refused(Fault.TOKEN_REFUSED), refused(Fault.BUSY, retry_after=300)])
async def test_nothing_is_sent_while_the_gate_is_closed(
    harness: JobHarness, model_id: str, error: GatewayError
) -> None:
    harness.job._gate.record_failure(error)
    assert not await harness.create(model_id, balance=Decimal(500))
    assert harness.disk.attempt_of(model_id) is None
    harness.job.try_now()
    assert await harness.create(model_id, balance=Decimal(500))


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
async def test_a_refusal_is_final_until_the_user_tries_again(
    harness: JobHarness, model_id: str, error: GatewayError
) -> None:
    await make_attempt(harness, error, ModelState.FAILED)
    assert code(harness) == error.fault
    await harness.clock.sleep(4_000)
    assert creates(harness) == 1
    assert harness.job.outage is None, "nobody waits: the next attempt finds out"
    assert await harness.create(model_id, balance=Decimal(500))
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
    await make_attempt(harness, error, ModelState.FAILED)
    assert code(harness) == JobFault.SESSION_GONE
    assert await harness.job.start_over(model_id)


@pytest.mark.usefixtures("model_id")
async def test_a_token_that_is_called_a_session_costs_no_uploads(harness: JobHarness) -> None:
    said = "Session expired, please log in again"
    await make_attempt(
        harness, GatewayError(Fault.TOKEN_REFUSED, Fate.REFUSED, said=said, status=401), ModelState.FAILED
    )
    assert code(harness) == Fault.TOKEN_REFUSED


async def test_missing_credits_concern_the_attempt_alone(harness: JobHarness, model_id: str) -> None:
    await make_attempt(harness, refused(Fault.NO_CREDITS), ModelState.FAILED)
    assert harness.job.outage is None
    assert await harness.create(model_id, balance=Decimal(500))


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

    monkeypatch.setattr(harness.job._gate, "record_failure", fail)
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
    await harness.clock.sleep(40)
    assert harness.state() is ModelState.UNCLEAR
    await harness.until(lambda: harness.state() is ModelState.READY)


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
    harness.job._gate.record_failure(refused(Fault.BUSY, retry_after=60))
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


async def test_training_may_take_hours(harness: JobHarness, model_id: str) -> None:
    harness.gateway.training_takes = 4 * 3_600
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.clock.sleep(3 * 3_600)
    assert harness.state() is ModelState.TRAINING
    assert not await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.READY, within=2 * 3_600)


async def test_done_without_an_identifier_is_unclear_keeps_its_receipt_and_is_asked_about(
    harness: JobHarness, model_id: str
) -> None:
    assert await harness.create(model_id, balance=Decimal(500))
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.SUCCEEDED)] * 40)
    await harness.until(lambda: harness.state() is ModelState.UNCLEAR)
    assert code(harness) == JobFault.CHARGE_UNKNOWN
    assert facts(harness) == {FactKey.TASK: "session-1"}
    await harness.until(lambda: code(harness) == JobFault.CHARGED)
    at = f"{harness.gateway.entries[-1].at:.0f}"
    assert facts(harness) == {
        FactKey.TASK: "session-1", FactKey.BEFORE: "500", FactKey.AFTER: "400",
        FactKey.AMOUNT: "100", FactKey.AT: at,
    }  # fmt: skip
    attempt = harness.model().attempt
    assert attempt is not None
    assert attempt.task_id == "session-1"
    await harness.until(lambda: harness.state() is ModelState.READY)


@pytest.mark.parametrize("effect", [False, True])
async def test_killed_while_sending_is_unclear_at_the_next_start_and_never_sent_again(
    harness: JobHarness, model_id: str, effect: bool
) -> None:
    harness.gateway.script("create", Kill(after=effect))
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.injector.killed.wait()
    await harness.restart()
    assert harness.state() is ModelState.UNCLEAR
    await harness.until(lambda: code(harness) == (JobFault.CHARGED if effect else JobFault.NOT_CHARGED))
    await harness.clock.sleep(1_000)
    assert harness.state() is (ModelState.READY if effect else ModelState.UNCLEAR)
    assert creates(harness) == effect, "the gateway saw it at most once"


async def test_training_is_followed_after_a_restart(harness: JobHarness, model_id: str) -> None:
    await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.TRAINING)
    await harness.restart()
    assert harness.state() is ModelState.TRAINING
    harness.job.resume()  # twice does no harm
    await harness.until(lambda: harness.state() is ModelState.READY)
    assert creates(harness) == 1
    await harness.clock.sleep(60)
    assert len([c for c in harness.events if isinstance(c, ModelSaved) and c.model.model_ref]) == 1


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


def charge(harness: JobHarness, model_id: str) -> str:
    attempt = harness.job.model(model_id).attempt
    assert attempt is not None
    return charge_of(attempt.problem)


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
async def test_records_that_come_late_are_waited_for(harness: JobHarness) -> None:
    harness.gateway.records_lag = 400
    await make_attempt(harness, Fail(lost(), after=True), ModelState.UNCLEAR)
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.WORKING)] * 100)
    await harness.clock.sleep(350)
    assert code(harness) == JobFault.CHARGE_UNKNOWN
    await harness.until(lambda: code(harness) == JobFault.CHARGED)


@pytest.mark.usefixtures("model_id")
async def test_without_records_an_equal_balance_tells_late_enough(harness: JobHarness) -> None:
    harness.gateway.script("spending", *[refused(Fault.NOT_FOUND)] * 100)
    await make_attempt(harness, lost(), ModelState.UNCLEAR)
    await harness.clock.sleep(600)
    assert code(harness) == JobFault.CHARGE_UNKNOWN
    await harness.until(lambda: code(harness) == JobFault.NOT_CHARGED)
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
    assert attempt.pressed_at < attempt.since - 86_000
    harness.clock.set_forward = 0.0
    harness.gateway.clock_ahead = 0.0
    harness.gateway.spend(100)
    await harness.until(lambda: code(harness) == JobFault.CHARGED)


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


# Before an attempt


async def test_a_session_without_a_model_says_nothing(harness: JobHarness, model_id: str) -> None:
    assert await harness.job.look_ahead(model_id) == Outlook()


async def test_after_an_older_journal_is_put_back_the_session_tells_of_the_model(
    harness: JobHarness, model_id: str
) -> None:
    before = dict(harness.disk.attempts)
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.READY)
    await harness.die()
    harness.disk.attempts = before
    for id_, model in harness.disk.models.items():
        harness.disk.models[id_] = replace(model, model_ref="", finished_at=None)
    await harness.job.load()
    assert harness.state() is ModelState.CAN_BE_CREATED
    assert (await harness.job.look_ahead(model_id)).session is SessionSays.HAS_MODEL
    assert harness.state() is ModelState.READY
    assert harness.model().model_ref == "chirp-custom:session-1"
    assert not await harness.create(model_id, balance=Decimal(400))
    assert creates(harness) == 1
    await harness.restart()
    assert harness.state() is ModelState.READY


@pytest.mark.parametrize(
    ("phase", "says"), [(Phase.WORKING, SessionSays.UNDER_WAY), (Phase.FAILED, SessionSays.FAILED)]
)
async def test_what_was_done_in_a_session_without_our_knowing_is_told(
    harness: JobHarness, model_id: str, phase: Phase, says: SessionSays
) -> None:
    harness.gateway.script("status", Report(task_id="session-1", phase=phase))
    assert await harness.job.look_ahead(model_id) == Outlook(session=says)
    assert harness.state() is ModelState.CAN_BE_CREATED


async def test_a_failure_that_is_known_is_no_news(harness: JobHarness, model_id: str) -> None:
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 2)
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    assert (await harness.job.look_ahead(model_id)).session is SessionSays.NOTHING


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (GatewayError(Fault.SERVER, Fate.UNCLEAR, status=500), SessionSays.UNKNOWN),
        (GatewayError(Fault.REJECTED, Fate.REFUSED, status=418), SessionSays.UNKNOWN),
        (GatewayError(Fault.CONFLICT, Fate.UNCLEAR, status=409), SessionSays.UNKNOWN),
        (GatewayError(Fault.NONSENSE, Fate.UNCLEAR, status=200), SessionSays.UNKNOWN),
        (refused(Fault.FORBIDDEN), SessionSays.UNKNOWN),
        (refused(Fault.NOT_FOUND), SessionSays.NOTHING),
    ],
)
async def test_a_session_that_cannot_be_asked_is_no_session_that_says_nothing(
    harness: JobHarness, model_id: str, error: GatewayError, says: SessionSays
) -> None:
    harness.gateway.script("status", error)
    assert await harness.job.look_ahead(model_id) == Outlook(session=says)
    assert await harness.job.look_ahead(model_id) == Outlook()


@pytest.mark.parametrize(
    ("error", "stops"),
    [
        (offline(), True),
        (lost(), True),
        (refused(Fault.TOKEN_REFUSED), True),
        (GatewayError(Fault.SIGN_IN_PAGE, Fate.UNCLEAR, status=200), True),
        (GatewayError(Fault.SERVER, Fate.UNCLEAR, status=503), True),
        (GatewayError(Fault.SERVER, Fate.UNCLEAR, status=500), False),
        (refused(Fault.NOT_FOUND), False),
        (GatewayError(Fault.NONSENSE, Fate.UNCLEAR, status=200), False),
    ],
)
async def test_what_would_stop_an_attempt_is_known_before(
    harness: JobHarness, model_id: str, error: GatewayError, stops: bool
) -> None:
    harness.gateway.script("status", error)
    obstacle = (await harness.job.look_ahead(model_id)).obstacle
    assert (obstacle.code if obstacle else "") == (error.fault if stops else "")
    assert (await harness.job.look_ahead(model_id)).obstacle is None
    assert creates(harness) == 0


async def test_an_outage_stops_an_attempt_until_it_is_over(harness: JobHarness, model_id: str) -> None:
    harness.job._gate.record_failure(refused(Fault.BUSY, retry_after=300))
    obstacle = (await harness.job.look_ahead(model_id)).obstacle
    assert obstacle is not None
    assert obstacle.code == Fault.BUSY


async def test_another_model_from_the_songs_of_an_unclear_one_is_known(
    harness: JobHarness, model_id: str
) -> None:
    copy = await harness.job.duplicate(model_id, "Again")
    await harness.until(lambda: harness.count(SongState.READY) == 6)
    await harness.job.upload(copy.id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 12)
    assert harness.job.unclear_twin(copy.id) is None
    harness.gateway.script("create", lost())
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.job.state(model_id) is ModelState.UNCLEAR)
    assert harness.job.unclear_twin(copy.id) == harness.job.model(model_id).attempt
    assert harness.job.unclear_twin(model_id) is None
