import asyncio
from dataclasses import replace
from decimal import Decimal

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.events import ModelSaved
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.ports import AlreadyAttemptedError, JournalError
from mountsea_desktop.workflow.problem import JobFault, JournalFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes.confirming import confirmed
from tests.fakes.job_harness import JobHarness, new_songs
from tests.fakes.mishaps import Fail, Hang, Kill
from tests.fakes.scripted_gateway import offline, refused
from tests.workflow.attempts import code, creates, facts, make_attempt


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


async def test_another_model_is_made_of_what_was_trained_on(harness: JobHarness) -> None:
    model_id = await harness.uploaded(8)
    left_out = harness.songs()[1]
    await harness.job.choose([left_out.id], False)
    before = await harness.job.duplicate(model_id, "before")
    assert len(harness.job.songs(before.id)) == 8
    await harness.create(model_id, balance=None)
    await harness.until(lambda: harness.job.state(model_id) is ModelState.READY)
    other = await harness.job.duplicate(model_id, "another")
    links = [song.link for song in harness.job.songs(model_id) if song.id != left_out.id]
    assert [song.link for song in harness.job.songs(other.id)] == links


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
    harness.job.connectivity.record_failure(error)
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


async def test_a_full_account_is_recognised_and_starting_over_is_the_way_out(
    harness: JobHarness, model_id: str
) -> None:
    full = GatewayError(
        Fault.FORBIDDEN, Fate.REFUSED, said="Custom model limit reached", status=403, details="403"
    )
    harness.gateway.script("create", full)
    assert await harness.create(model_id, balance=harness.gateway.balance)
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    assert code(harness) == FailReason.ACCOUNT_FULL
    assert await harness.job.start_over(model_id)
    assert harness.count(SongState.READY) == 6
    assert creates(harness) == 1


async def _created_while_others_wait(harness: JobHarness) -> tuple[str, set[str]]:
    """A model that is created while ten of its songs are queued or wanted; its id, and theirs."""
    model_id = await harness.uploaded(6)
    await harness.job.add_songs(model_id, new_songs(7, first=7))
    await harness.until(lambda: harness.count(SongState.READY) == 7)
    await harness.job.limit_uploads(0)
    await harness.job.add_songs(model_id, new_songs(3, first=14))
    await harness.job.upload(model_id)
    waiting = {song.id for song in harness.songs() if song.state is not SongState.UPLOADED}
    assert harness.job.counts(model_id).stoppable == len(waiting) == 10
    return model_id, waiting


@pytest.mark.parametrize("restarts", [False, True])
async def test_what_was_said_to_be_left_out_is_not_uploaded(harness: JobHarness, restarts: bool) -> None:
    model_id, _ = await _created_while_others_wait(harness)
    assert await harness.create(model_id, balance=Decimal(500))
    on_disk = [song for song in harness.disk.songs.values() if song.state is not SongState.UPLOADED]
    assert SongState.QUEUED not in {song.state for song in on_disk}
    assert not any(song.upload_wanted for song in on_disk), "in the same step as the intent"
    if restarts:
        await harness.restart()
    await harness.job.limit_uploads(3)
    await harness.clock.sleep(3_600)
    assert len(harness.gateway.seen("upload")) == 6
    assert harness.count(SongState.READY) == 10


async def test_what_the_disk_refused_leaves_the_others_waiting(harness: JobHarness) -> None:
    model_id, waiting = await _created_while_others_wait(harness)
    harness.injector.decide = lambda name: Fail(JournalError(JournalFault.FULL)) if "save" in name else None
    assert not await harness.create(model_id, balance=Decimal(500))
    assert harness.job.counts(model_id).stoppable == len(waiting)
    harness.injector.decide = lambda _: None
    await harness.job.limit_uploads(3)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 16)


async def test_a_song_that_could_not_be_sent_is_left_out_of_the_model_that_is_created(
    harness: JobHarness,
) -> None:
    model_id = await harness.uploaded(6)
    await harness.job.add_songs(model_id, new_songs(1, first=7))
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    harness.gateway.script("upload", Fail(GatewayError(Fault.LOST, Fate.NOT_SENT)))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.SENDING) == 1)
    harness.gateway.script("create", refused(Fault.NO_CREDITS))
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.clock.sleep(3_600)
    assert len(harness.gateway.seen("upload")) == 7
    assert harness.count(SongState.READY) == 1
