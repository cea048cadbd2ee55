"""Faults in which somebody answered and certainly refused: one may press again, nothing was charged."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault
from mountsea_desktop.ui.custom_models.next_step import is_dead
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import Hitch
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.faults.crashable_program import TOKEN, House
from tests.faults.steps import Step, at_every_step, balance, create, plays, prepare, upload


@at_every_step
async def test_fault_15_invalid_400(house: House, step: Step) -> None:
    await step(house, plays(faults.Status(400, "something is odd")), Fault.INVALID, Fate.REFUSED)


@pytest.mark.parametrize(
    ("message", "said"),
    [("name is too long", "name is too long"), (["name is too long", "x"], "name is too long\nx")],
)
async def test_fault_15_invalid_422_shows_what_was_said(house: House, message: Any, said: str) -> None:
    model_id = await house.uploaded()
    house.gateway.on("create").next(faults.Status(422, message))
    await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.FAILED))
    problem = house.press().problem
    assert problem is not None
    assert (problem.code, problem.facts["said"]) == (Fault.INVALID, said)
    assert problem.details.startswith("HTTP 422")


@at_every_step
async def test_fault_16_token_refused(house: House, step: Step) -> None:
    await step(house, plays(faults.Status(401)), Fault.TOKEN_REFUSED, Fate.REFUSED)


async def test_fault_16_one_prompt_and_the_queue_is_kept(house: House) -> None:
    gateway = house.gateway
    gateway.mountsea.tokens = {"another"}
    model_id = await house.begin()
    await house.studio.upload(model_id)
    await house.until(lambda: house.studio.trouble)
    await house.pass_time()
    await wait_for_another_token(house)
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert len(gateway.record.prepares) == 2


async def test_fault_17_token_revoked_in_the_middle(house: House) -> None:
    gateway = house.gateway
    gateway.mountsea.upload_path = ("running",)
    model_id = await house.begin()
    await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.ACCEPTED) >= 3)
    gateway.mountsea.tokens = {"another"}
    await house.until(lambda: house.studio.trouble)
    await house.pass_time(5)  # what is under way comes back
    assert SongState.FAILED not in {song.state for song in house.songs()}
    gateway.mountsea.finish_uploads()
    await wait_for_another_token(house)
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert len([seen for seen in gateway.record.uploads if seen.status == 201]) == 6


async def wait_for_another_token(house: House) -> None:
    """All requests pause behind one prompt, until the person enters another token."""
    asked = len(house.gateway.record.all)
    await house.pass_time(60)
    assert len(house.gateway.record.all) == asked
    [trouble] = house.troubles()
    assert (trouble.problem.code, trouble.remedy, trouble.until) == (
        Fault.TOKEN_REFUSED,
        Remedy.ENTER_TOKEN,
        None,
    )
    assert TOKEN not in repr(trouble)
    await house.program.tokens.save("another")
    house.studio.try_now()


@at_every_step
async def test_fault_18_no_credits_402(house: House, step: Step) -> None:
    await step(house, plays(faults.Status(402)), Fault.NO_CREDITS, Fate.REFUSED)


@pytest.mark.parametrize(
    "play",
    [
        faults.Status(403, "Insufficient credits"),
        faults.Status(400, "积分不足"),
        faults.Answer(200, {"code": 1, "message": "credits exhausted"}),
    ],
    ids=repr,
)
@pytest.mark.parametrize("step", [create, upload])
async def test_fault_18_no_credits_in_words(house: House, step: Step, play: faults.Fault) -> None:
    await step(house, plays(play), Fault.NO_CREDITS, Fate.REFUSED)


async def test_fault_18_the_balance_is_too_low(house: House) -> None:
    house.gateway.mountsea.balance = 99
    model_id = await house.uploaded()
    balance = await house.studio.balance()
    assert balance == 99
    await house.create(model_id, balance=balance)
    await house.until(house.is_(Outcome.FAILED))
    assert Fault.NO_CREDITS in house.said_of_presses()
    assert house.press().credits_before == 99
    assert house.gateway.mountsea.charges == []
    house.gateway.mountsea.balance = 100
    assert await house.create(model_id, balance=100.0)
    await house.until(house.is_(Outcome.READY))


@at_every_step
async def test_fault_19_forbidden(house: House, step: Step) -> None:
    await step(house, plays(faults.Status(403)), Fault.FORBIDDEN, Fate.REFUSED)


@pytest.mark.parametrize("step", [create, upload, prepare, balance])
async def test_fault_20_not_found(house: House, step: Step) -> None:
    await step(house, plays(faults.Status(404)), Fault.NOT_FOUND, Fate.REFUSED)


async def test_fault_20_not_found_on_status_may_pass(house: House) -> None:
    model_id = await house.begin()
    house.gateway.on("status").next(*[faults.Status(404)] * 6)
    await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert not house.songs_told(SongState.UNCLEAR)


async def test_fault_20_not_found_on_status_for_long_is_unclear(house: House) -> None:
    model_id = await house.begin()
    house.gateway.on("status").always(faults.Status(404))
    await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.UNCLEAR) == 6)
    for song in house.songs():
        assert song.problem is not None
        assert song.problem.code == Hitch.RECEIPT_UNKNOWN
        assert song.problem.facts == {"task": song.task_id}
    await house.pass_time()
    assert len(house.gateway.record.uploads) == 6


async def test_fault_20_a_model_nobody_knows_is_unclear_and_never_created_again(house: House) -> None:
    model_id = await house.uploaded()
    house.gateway.on("status").always(faults.Status(404))
    await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.UNCLEAR))
    problem = house.press().problem
    assert problem is not None
    assert problem.facts["task"] == house.press().task_id
    await house.until(lambda: Hitch.CHARGED in house.said_of_presses())
    assert not await house.create(model_id, balance=1_000.0)
    house.gateway.on("status").clear()
    await house.until(house.is_(Outcome.READY))
    assert len(house.gateway.record.creates) == 1


@at_every_step
async def test_fault_22_too_large(house: House, step: Step) -> None:
    await step(house, plays(faults.Status(413)), Fault.TOO_LARGE, Fate.REFUSED)


@at_every_step
async def test_fault_23_busy(house: House, step: Step) -> None:
    await step(house, plays(faults.Status(429, Retry_After="7")), Fault.BUSY, Fate.REFUSED)


def in_(seconds: float) -> str:
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        ("7", 7, 7),
        ("99999999999999999999", 900, 900),
        (in_(10**9), 900, 900),
        (in_(-(10**9)), 1, 1),
        ("soon", 1, 2),
        ("", 1, 2),
    ],
    ids=["seconds", "huge", "date", "past", "garbage", "absent"],
)
async def test_fault_23_the_wait_is_counted_down(house: House, value: str, least: float, most: float) -> None:
    model_id = await house.uploaded()
    house.gateway.on("create").next(faults.Status(429, Retry_After=value))
    before = house.program.clock.monotonic()
    await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.FAILED))
    [trouble] = house.troubles()
    assert trouble.until is not None
    after = house.program.clock.monotonic()
    assert before + least <= trouble.until <= after + most
    assert len(house.gateway.record.creates) == 1, "a press that was refused is not repeated"


@at_every_step
async def test_fault_29_an_error_with_a_good_status(house: House, step: Step) -> None:
    play = faults.Answer(200, {"statusCode": 400, "message": "x", "error": "Bad Request"})
    await step(house, plays(play), Fault.INVALID, Fate.REFUSED)


@pytest.mark.parametrize("step", [create, upload])
async def test_fault_29_an_error_in_words(house: House, step: Step) -> None:
    play = faults.Answer(200, {"success": False, "error": "task already exists"}, process=True)
    await step(house, plays(play), Fault.SERVER, Fate.UNCLEAR)


@pytest.mark.parametrize("step", [create, upload, prepare])
async def test_fault_29_an_error_that_is_not_certain(house: House, step: Step) -> None:
    play = faults.Answer(200, {"success": False, "error": "upstream timeout"}, process=True)
    await step(house, plays(play), Fault.SERVER, Fate.UNCLEAR)


async def test_a_session_that_is_over_offers_to_start_over(house: House) -> None:
    model_id = await house.begin()
    house.gateway.on("upload").always(faults.Status(410, "Gone"))
    await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.FAILED) == 6)
    assert is_dead(house.model(), house.studio.tally(model_id))
