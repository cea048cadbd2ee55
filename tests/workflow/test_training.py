import asyncio
from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.workflow.events import ModelPut
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.polling import PATIENCE
from mountsea_desktop.workflow.ports import AlreadyPressedError, JournalError, JournalTrouble
from mountsea_desktop.workflow.problem import Hitch, Problem
from mountsea_desktop.workflow.training import CLEARING_UP, found
from tests.fakes.job_harness import Bench
from tests.fakes.memory_journal import LATENCY
from tests.fakes.mishaps import Fail, Hang, Kill, Mishap
from tests.fakes.scripted_gateway import lost, offline, refused


@pytest.fixture
async def model_id(bench: Bench) -> str:
    """A model that can be created."""
    return await bench.uploaded()


def creates(bench: Bench) -> int:
    return len(bench.gateway.seen("create"))


def code(bench: Bench) -> str:
    press = bench.model().press
    assert press is not None
    return press.problem.code if press.problem else ""


def facts(bench: Bench) -> dict[str, str]:
    press = bench.model().press
    assert press is not None
    return dict(press.problem.facts) if press.problem else {}


async def pressed(bench: Bench, befalls: Mishap | GatewayError, state: ModelState) -> None:
    """Press, let that befall it, and wait for what the model is then."""
    bench.gateway.script("create", befalls)
    assert await bench.create(bench.model().id, balance=bench.gateway.balance)
    await bench.until(lambda: bench.state() is state)


async def test_one_press_one_request_and_the_model_is_there(bench: Bench, model_id: str) -> None:
    assert await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.READY)
    model = bench.model()
    assert model.model_ref == "chirp-custom:session-1"
    assert model.finished_at is not None
    assert model.press is not None
    assert model.press.credits_before == 500
    (call,) = bench.gateway.seen("create")
    assert call.arguments == ("session-1", tuple(song.clip_id for song in bench.songs()), "Night drive")
    assert [outcome for _, outcome in bench.disk.outcomes] == [
        Outcome.SENDING, Outcome.TRAINING, Outcome.READY
    ]  # fmt: skip


async def test_only_chosen_songs_are_trained_on(bench: Bench) -> None:
    model_id = await bench.uploaded(8)
    left_out = bench.songs()[1]
    await bench.studio.choose(left_out.id, False)
    await bench.create(model_id, balance=None)
    await bench.until(lambda: bench.state() is ModelState.READY)
    clips = bench.gateway.seen("create")[0].arguments[1]
    assert clips == tuple(song.clip_id for song in bench.songs() if song.id != left_out.id)


async def test_the_intent_is_on_disk_before_money_is_spent(bench: Bench, model_id: str) -> None:
    bench.gateway.script("create", Hang())
    assert await bench.create(model_id, balance=500)
    press = bench.disk.press_of(model_id)
    assert press is not None
    assert press.outcome is Outcome.SENDING
    assert bench.state() is ModelState.SENDING


async def test_what_the_disk_does_not_take_is_not_sent(bench: Bench, model_id: str) -> None:
    bench.fates.decide = lambda _: Fail(JournalError(JournalTrouble.FULL))
    assert not await bench.create(model_id, balance=500)
    await bench.clock.sleep(20)
    assert creates(bench) == 0
    assert bench.state() is ModelState.CAN_BE_CREATED
    assert any(trouble and trouble.problem.code == JournalTrouble.FULL for trouble in bench.troubles())
    bench.fates.decide = lambda _: None
    assert await bench.create(model_id, balance=500)


async def test_pressed_twice_at_once_counts_once(bench: Bench, model_id: str) -> None:
    presses = [bench.create(model_id, balance=500) for _ in range(5)]
    assert sorted(await asyncio.gather(*presses)) == [False] * 4 + [True]
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert not await bench.create(model_id, balance=500)
    assert not await bench.create_again(model_id, balance=500)
    assert creates(bench) == 1


async def test_a_press_from_another_window_counts(bench: Bench, model_id: str) -> None:
    bench.fates.decide = lambda name: Fail(AlreadyPressedError()) if "save" in name else None
    assert not await bench.create(model_id, balance=500)
    assert creates(bench) == 0
    assert bench.model().press is None


async def test_a_caller_who_gives_up_does_not_stop_what_is_on_its_way(bench: Bench, model_id: str) -> None:
    caller = asyncio.gather(bench.create(model_id, balance=500))
    await bench.until(lambda: creates(bench) == 1)
    caller.cancel()
    await asyncio.gather(caller, return_exceptions=True)
    await bench.until(lambda: bench.state() is ModelState.READY)


async def test_nothing_is_spent_for_songs_that_changed_while_the_question_was_open(bench: Bench) -> None:
    model_id = await bench.uploaded(7)
    confirmed = {song.id for song in bench.songs()}
    await bench.studio.choose(bench.songs()[0].id, False)
    assert not await bench.studio.create(model_id, name="Night drive", balance=500, songs=confirmed)
    assert creates(bench) == 0
    assert bench.state() is ModelState.CAN_BE_CREATED


async def test_a_song_nobody_was_shown_is_not_trained_on(bench: Bench) -> None:
    model_id = await bench.uploaded(7)
    confirmed = {song.id for song in bench.songs()[:6]}
    assert await bench.studio.create(model_id, name="Night drive", balance=500, songs=confirmed)
    await bench.until(lambda: creates(bench) == 1)
    clips = bench.gateway.seen("create")[0].arguments[1]
    assert clips == tuple(song.clip_id for song in bench.songs()[:6])


async def test_nothing_is_spent_under_another_name_than_was_confirmed(bench: Bench, model_id: str) -> None:
    confirmed = {song.id for song in bench.songs()}
    await bench.studio.rename(model_id, "Winter songs")
    assert not await bench.studio.create(model_id, name="Night drive", balance=500, songs=confirmed)
    assert creates(bench) == 0
    assert await bench.studio.create(model_id, name="Winter songs", balance=500, songs=confirmed)


async def test_five_songs_are_not_enough(bench: Bench, model_id: str) -> None:
    await bench.studio.choose(bench.songs()[0].id, False)
    assert not await bench.create(model_id, balance=500)
    assert creates(bench) == 0


@pytest.mark.parametrize("error", [refused(Fault.TOKEN_REFUSED), refused(Fault.BUSY, retry_after=300)])
async def test_nothing_is_sent_while_the_gate_is_closed(
    bench: Bench, model_id: str, error: GatewayError
) -> None:
    bench.studio._gate.learn(error)
    assert not await bench.create(model_id, balance=500)
    assert bench.disk.press_of(model_id) is None
    bench.studio.try_now()
    assert await bench.create(model_id, balance=500)


@pytest.mark.parametrize(
    "error",
    [
        offline(),
        refused(Fault.INVALID),
        refused(Fault.FORBIDDEN),
        refused(Fault.BUSY, retry_after=20),
        GatewayError(Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT, facts={"issuer": "Studio Proxy"}),
    ],
)
async def test_a_refusal_is_final_until_the_user_presses_again(
    bench: Bench, model_id: str, error: GatewayError
) -> None:
    await pressed(bench, error, ModelState.FAILED)
    assert code(bench) == error.fault
    await bench.clock.sleep(4_000)
    assert creates(bench) == 1
    assert bench.studio.trouble is None, "nobody waits: the next press finds out"
    assert await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert creates(bench) == 2


@pytest.mark.parametrize(
    "error",
    [
        refused(Fault.NOT_FOUND),
        GatewayError(Fault.REJECTED, Fate.REFUSED, status=410),
        GatewayError(Fault.INVALID, Fate.REFUSED, said="sessionId is expired", status=422),
    ],
)
async def test_a_session_that_is_over_is_recognised_when_creating_too(
    bench: Bench, model_id: str, error: GatewayError
) -> None:
    await pressed(bench, error, ModelState.FAILED)
    assert code(bench) == Hitch.SESSION_GONE
    assert await bench.studio.start_over(model_id)


@pytest.mark.usefixtures("model_id")
async def test_a_token_that_is_called_a_session_costs_no_uploads(bench: Bench) -> None:
    said = "Session expired, please log in again"
    await pressed(
        bench, GatewayError(Fault.TOKEN_REFUSED, Fate.REFUSED, said=said, status=401), ModelState.FAILED
    )
    assert code(bench) == Fault.TOKEN_REFUSED


async def test_missing_credits_concern_the_press_alone(bench: Bench, model_id: str) -> None:
    await pressed(bench, refused(Fault.NO_CREDITS), ModelState.FAILED)
    assert bench.studio.trouble is None
    assert await bench.create(model_id, balance=500)


@pytest.mark.parametrize(
    "fault", [Fault.LOST, Fault.SERVER, Fault.REDIRECTED, Fault.NONSENSE, Fault.CONFLICT]
)
@pytest.mark.usefixtures("model_id")
async def test_a_lost_answer_is_never_sent_again_and_the_balance_tells(bench: Bench, fault: Fault) -> None:
    await pressed(bench, GatewayError(fault, Fate.UNCLEAR, details="raw"), ModelState.UNCLEAR)
    await bench.clock.sleep(100)
    assert code(bench) == Hitch.NOT_CHARGED
    press = bench.model().press
    assert press is not None
    assert press.problem is not None
    assert press.problem.details == "raw", "the raw text stays for those who ask"
    await bench.clock.sleep(CLEARING_UP * 2)
    assert creates(bench) == 1
    assert bench.state() is ModelState.UNCLEAR


@pytest.mark.usefixtures("model_id")
async def test_what_is_unclear_for_long_is_asked_about_seldom_and_for_ever(bench: Bench) -> None:
    await pressed(bench, lost(), ModelState.UNCLEAR)
    await bench.clock.sleep(CLEARING_UP * 2)
    asked = len(bench.gateway.seen("status"))
    await bench.clock.sleep(CLEARING_UP)
    assert 10 <= len(bench.gateway.seen("status")) - asked <= 13
    bench.gateway._create("session-1", tuple(song.clip_id for song in bench.songs()), "late")
    await bench.until(lambda: bench.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_a_long_time_without_a_network_does_not_count(bench: Bench) -> None:
    await pressed(bench, Fail(lost(), after=True), ModelState.UNCLEAR)
    bench.fates.decide = lambda name: Fail(offline()) if "gateway" in name else None
    await bench.clock.sleep(8 * 3_600)
    bench.gateway.script("status", Report(task_id="session-1", phase=Phase.WORKING))
    bench.fates.decide = lambda _: None
    await bench.until(lambda: bench.state() is ModelState.READY, within=120)


@pytest.mark.parametrize("refusal", [JournalError(JournalTrouble.FULL), AlreadyPressedError()])
async def test_an_unclear_press_is_still_asked_about_after_the_disk_refused_another(
    bench: Bench, model_id: str, refusal: Exception
) -> None:
    """While the intent is on its way the press in memory is another, and nobody asks about the old one."""
    await pressed(bench, Fail(lost(), after=True), ModelState.UNCLEAR)
    bench.gateway.latency = LATENCY / 2  # the answer comes while the disk considers
    answers: list[bool] = []

    async def send_again() -> None:
        answers.append(await bench.create_again(model_id, balance=400))

    def decide(name: str) -> Mishap | None:
        if name == "gateway status" and not answers:
            bench.tasks.start(send_again(), "send again")
        return Fail(refusal) if name == "journal save" else None

    bench.fates.decide = decide
    await bench.until(lambda: answers == [False])
    bench.fates.decide = lambda _: None
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert creates(bench) == 1


@pytest.mark.usefixtures("model_id")
async def test_a_model_that_comes_of_a_lost_answer_is_found(bench: Bench) -> None:
    await pressed(bench, Fail(lost(), after=True), ModelState.UNCLEAR)
    await bench.until(lambda: code(bench) == Hitch.CHARGED)
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert bench.model().model_ref == "chirp-custom:session-1"
    assert creates(bench) == 1


@pytest.mark.usefixtures("model_id")
async def test_a_charge_that_comes_late_is_seen(bench: Bench) -> None:
    await pressed(bench, lost(), ModelState.UNCLEAR)
    await bench.until(lambda: code(bench) == Hitch.NOT_CHARGED)
    bench.gateway.balance -= 100
    await bench.until(lambda: code(bench) == Hitch.CHARGED)


@pytest.mark.usefixtures("model_id")
async def test_a_balance_that_cannot_be_asked_does_not_hold_up_uploads(bench: Bench) -> None:
    bench.gateway.script("credits", *[refused(Fault.TOKEN_REFUSED)] * 3)
    await pressed(bench, lost(), ModelState.UNCLEAR)
    await bench.clock.sleep(20)
    assert bench.studio.trouble is None


async def test_the_user_may_send_again_after_a_warning(bench: Bench, model_id: str) -> None:
    await pressed(bench, lost(), ModelState.UNCLEAR)
    assert not await bench.create(model_id, balance=500)
    first = bench.model().press
    assert first is not None
    presses = [bench.create_again(model_id, balance=500) for _ in range(3)]
    assert sorted(await asyncio.gather(*presses)) == [False, False, True]
    assert bench.disk.presses[first.id].outcome is Outcome.ABANDONED
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert creates(bench) == 2


async def test_news_of_the_first_press_is_not_taken_for_news_of_the_second(
    bench: Bench, model_id: str
) -> None:
    """The session is asked about the first press while the second is on its way."""
    await pressed(bench, lost(), ModelState.UNCLEAR)
    await bench.clock.sleep(100)
    bench.gateway.latency = 5
    await bench.until(lambda: bench.gateway.in_flight["status"] == 1)
    bench.gateway.script("create", Hang())
    assert await bench.create_again(model_id, balance=500)
    await bench.clock.sleep(200)
    assert bench.state() is ModelState.SENDING


async def test_two_unclear_presses_are_cleared_up_one_after_the_other(bench: Bench, model_id: str) -> None:
    await pressed(bench, lost(), ModelState.UNCLEAR)
    await bench.clock.sleep(100)
    bench.gateway.script("create", Fail(lost(), after=True))
    assert await bench.create_again(model_id, balance=bench.gateway.balance)
    await bench.until(lambda: code(bench) == Hitch.CHARGED)
    await bench.until(lambda: bench.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_an_old_failure_of_the_session_says_nothing_of_a_new_press(bench: Bench) -> None:
    """A second request to the same session may find the first one's end for a while."""
    await pressed(bench, Fail(lost(), after=True), ModelState.UNCLEAR)
    bench.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 5)
    await bench.clock.sleep(40)
    assert bench.state() is ModelState.UNCLEAR
    await bench.until(lambda: bench.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_a_failure_that_lasts_is_believed(bench: Bench) -> None:
    await pressed(bench, lost(), ModelState.UNCLEAR)
    bench.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 50)
    await bench.until(lambda: bench.state() is ModelState.FAILED)


async def test_training_that_fails_may_be_pressed_again(bench: Bench, model_id: str) -> None:
    assert await bench.create(model_id, balance=500)
    failed = Report(task_id="session-1", phase=Phase.FAILED, fail_reason="blocked_account")
    bench.gateway.script("status", failed)
    await bench.until(lambda: bench.state() is ModelState.FAILED)
    assert code(bench) == Hitch.TRAINING_FAILED
    assert facts(bench)["reason"] == "account_blocked"
    assert await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.READY)


@pytest.mark.usefixtures("model_id")
async def test_who_only_compares_balances_leaves_no_trouble_behind(bench: Bench) -> None:
    await pressed(bench, lost(), ModelState.UNCLEAR)
    press = bench.model().press
    assert press is not None
    await bench.tasks.stop()
    bench.studio._gate.learn(refused(Fault.BUSY, retry_after=60))
    bench.tasks.start(bench.studio._training._compare_balances(press, Outcome.UNCLEAR), "compare")
    await bench.clock.sleep(100)
    assert bench.studio.trouble is None


@pytest.mark.parametrize("paid", [True, False])
async def test_when_training_fails_the_balance_tells_whether_it_was_paid_for(
    bench: Bench, model_id: str, paid: bool
) -> None:
    before = bench.gateway.balance
    assert await bench.create(model_id, balance=before)
    await bench.until(lambda: bench.state() is ModelState.TRAINING)
    bench.gateway.balance = before - 100 if paid else before
    bench.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED, fail_reason="no"))
    await bench.until(lambda: bench.state() is ModelState.FAILED)
    await bench.until(lambda: "charge" in facts(bench))
    assert facts(bench) == {
        "said": "no",
        "reason": "other",
        "before": f"{before:g}",
        "after": f"{bench.gateway.balance:g}",
        "charge": Hitch.CHARGED if paid else Hitch.NOT_CHARGED,
    }
    assert creates(bench) == 1


async def test_a_balance_that_nobody_tells_leaves_the_failure_as_it_is(bench: Bench, model_id: str) -> None:
    assert await bench.create(model_id, balance=500)
    bench.gateway.script("credits", lost())
    bench.gateway.script("status", Report(task_id="session-1", phase=Phase.FAILED))
    await bench.until(lambda: bench.state() is ModelState.FAILED)
    await bench.clock.sleep(100)
    assert facts(bench) == {"reason": "other"}


async def test_a_failure_an_earlier_press_left_behind_does_not_end_a_later_one(
    bench: Bench, model_id: str
) -> None:
    """Both have the session's receipt, and Mountsea may tell of the first one's end for a while."""
    failed = Report(task_id="session-1", phase=Phase.FAILED)
    bench.gateway.script("status", failed)
    assert await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.FAILED)
    assert await bench.create(model_id, balance=400)
    bench.gateway.script("status", failed, failed, failed)
    await bench.clock.sleep(5)
    await bench.restart()
    await bench.clock.sleep(20)
    assert bench.state() is ModelState.TRAINING
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert bench.model().model_ref == "chirp-custom:session-1"


async def test_a_later_press_fails_when_that_is_said_for_long(bench: Bench, model_id: str) -> None:
    bench.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 100)
    for _ in range(2):
        assert await bench.create(model_id, balance=500)
        await bench.until(lambda: bench.state() is ModelState.FAILED, within=PATIENCE + 20)


async def test_training_may_take_hours(bench: Bench, model_id: str) -> None:
    bench.gateway.training_takes = 4 * 3_600
    assert await bench.create(model_id, balance=500)
    await bench.clock.sleep(3 * 3_600)
    assert bench.state() is ModelState.TRAINING
    assert not await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.READY, within=2 * 3_600)


async def test_done_without_an_identifier_is_unclear_keeps_its_receipt_and_is_asked_about(
    bench: Bench, model_id: str
) -> None:
    assert await bench.create(model_id, balance=500)
    bench.gateway.script("status", *[Report(task_id="session-1", phase=Phase.SUCCEEDED)] * 40)
    await bench.until(lambda: bench.state() is ModelState.UNCLEAR)
    assert code(bench) == Hitch.CHARGE_UNKNOWN
    assert facts(bench) == {"task": "session-1"}
    await bench.until(lambda: code(bench) == Hitch.CHARGED)
    assert facts(bench) == {"task": "session-1", "before": "500", "after": "400"}
    press = bench.model().press
    assert press is not None
    assert press.task_id == "session-1"
    await bench.until(lambda: bench.state() is ModelState.READY)


@pytest.mark.parametrize("effect", [False, True])
async def test_killed_while_sending_is_unclear_at_the_next_start_and_never_sent_again(
    bench: Bench, model_id: str, effect: bool
) -> None:
    bench.gateway.script("create", Kill(after=effect))
    assert await bench.create(model_id, balance=500)
    await bench.fates.killed.wait()
    await bench.restart()
    assert bench.state() is ModelState.UNCLEAR
    await bench.until(lambda: code(bench) == (Hitch.CHARGED if effect else Hitch.NOT_CHARGED))
    await bench.clock.sleep(1_000)
    assert bench.state() is (ModelState.READY if effect else ModelState.UNCLEAR)
    assert creates(bench) == effect, "the gateway saw it at most once"


async def test_training_is_followed_after_a_restart(bench: Bench, model_id: str) -> None:
    await bench.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.TRAINING)
    await bench.restart()
    assert bench.state() is ModelState.TRAINING
    bench.studio.resume()  # twice does no harm
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert creates(bench) == 1
    await bench.clock.sleep(60)
    assert len([c for c in bench.told if isinstance(c, ModelPut) and c.model.model_ref]) == 1


async def test_another_models_charge_is_not_taken_for_this_ones(bench: Bench, model_id: str) -> None:
    await pressed(bench, lost(), ModelState.UNCLEAR)
    other = replace(bench.model(), id="other", session_id="session-2")
    assert other.press is not None
    taken = replace(other.press, id="other press", model_id="other", outcome=Outcome.READY)
    bench.studio._book.models["other"] = replace(other, press=taken)
    bench.gateway.balance -= 100
    await bench.clock.sleep(100)
    press = bench.studio.model(model_id).press
    assert press is not None
    assert press.problem is not None
    assert press.problem.code == Hitch.CHARGE_UNKNOWN


@pytest.mark.parametrize(
    ("before", "after", "alone", "code"),
    [
        (500, 500, True, Hitch.NOT_CHARGED),
        (500, 499, True, Hitch.NOT_CHARGED),
        (500, 400, True, Hitch.CHARGED),
        (500, 300, True, Hitch.CHARGED),
        (500, 600, True, Hitch.CHARGE_UNKNOWN),
        (None, 400, True, Hitch.CHARGE_UNKNOWN),
        (500, 400, False, Hitch.CHARGE_UNKNOWN),
        (500, 450, False, Hitch.NOT_CHARGED),
    ],
)
def test_what_two_balances_say(before: float | None, after: float, alone: bool, code: Hitch) -> None:
    assert found(before, after, alone=alone).code == code
    assert found(500, 400) == Problem(Hitch.CHARGED, {"before": "500", "after": "400"})
