"""Faults in which somebody answered and certainly refused: one may try again, nothing was charged."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui.custom_models.next_step import is_dead
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import JobFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.faults.crashable_program import TOKEN, CrashableProgram
from tests.faults.steps import Step, at_every_step, balance, create, plays, prepare, upload


@at_every_step
async def test_fault_15_invalid_400(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(400, "something is odd")), Fault.INVALID, Fate.REFUSED)


@pytest.mark.parametrize(
    ("message", "said"),
    [("name is too long", "name is too long"), (["name is too long", "x"], "name is too long\nx")],
)
async def test_fault_15_invalid_422_shows_what_was_said(
    program: CrashableProgram, message: Any, said: str
) -> None:
    model_id = await program.uploaded()
    program.gateway.on("create").next(faults.Status(422, message))
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.FAILED))
    problem = program.attempt().problem
    assert problem is not None
    assert (problem.code, problem.facts[FactKey.SAID]) == (Fault.INVALID, said)
    assert problem.details.startswith("HTTP 422")


@at_every_step
async def test_fault_16_token_refused(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(401)), Fault.TOKEN_REFUSED, Fate.REFUSED)


async def test_fault_16_one_prompt_and_the_queue_is_kept(program: CrashableProgram) -> None:
    gateway = program.gateway
    gateway.mountsea.tokens = {"another"}
    model_id = await program.begin()
    await program.job.upload(model_id)
    await program.until(lambda: program.job.outage)
    await program.pass_time()
    await wait_for_another_token(program)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert len(gateway.record.prepares) == 2


async def test_fault_17_token_revoked_in_the_middle(program: CrashableProgram) -> None:
    gateway = program.gateway
    gateway.mountsea.upload_path = ("running",)
    model_id = await program.begin()
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.ACCEPTED) >= 3)
    gateway.mountsea.tokens = {"another"}
    await program.until(lambda: program.job.outage)
    await program.pass_time(5)  # what is under way comes back
    assert SongState.FAILED not in {song.state for song in program.songs()}
    gateway.mountsea.finish_uploads()
    await wait_for_another_token(program)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert len([seen for seen in gateway.record.uploads if seen.status == 201]) == 6


async def wait_for_another_token(program: CrashableProgram) -> None:
    """All requests pause behind one prompt, until the person enters another token."""
    asked = len(program.gateway.record.all)
    await program.pass_time(60)
    assert len(program.gateway.record.all) == asked
    [outage] = program.outages()
    assert (outage.problem.code, outage.remedy, outage.until) == (
        Fault.TOKEN_REFUSED,
        Remedy.ENTER_TOKEN,
        None,
    )
    assert TOKEN not in repr(outage)
    await program.program.tokens.save("another")
    program.job.try_now()


@at_every_step
async def test_fault_18_no_credits_402(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(402)), Fault.NO_CREDITS, Fate.REFUSED)


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
async def test_fault_18_no_credits_in_words(
    program: CrashableProgram, step: Step, play: faults.Fault
) -> None:
    await step(program, plays(play), Fault.NO_CREDITS, Fate.REFUSED)


async def test_fault_18_the_balance_is_too_low(program: CrashableProgram) -> None:
    program.gateway.mountsea.balance = 99
    model_id = await program.uploaded()
    balance = await program.job.connectivity.balance()
    assert balance == 99
    await program.create(model_id, balance=balance)
    await program.until(program.is_(Outcome.FAILED))
    assert Fault.NO_CREDITS in program.problems_of_attempts()
    assert program.attempt().credits_before == 99
    assert program.gateway.mountsea.charges == []
    program.gateway.mountsea.balance = 100
    assert await program.create(model_id, balance=100.0)
    await program.until(program.is_(Outcome.READY))


@at_every_step
async def test_fault_19_forbidden(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(403)), Fault.FORBIDDEN, Fate.REFUSED)


@pytest.mark.parametrize("step", [create, upload, prepare, balance])
async def test_fault_20_not_found(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(404)), Fault.NOT_FOUND, Fate.REFUSED)


async def test_fault_20_not_found_on_status_may_pass(program: CrashableProgram) -> None:
    model_id = await program.begin()
    program.gateway.on("status").next(*[faults.Status(404)] * 6)
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert not program.songs_told(SongState.UNCLEAR)


async def test_fault_20_not_found_on_status_for_long_is_unclear(program: CrashableProgram) -> None:
    model_id = await program.begin()
    program.gateway.on("status").always(faults.Status(404))
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.UNCLEAR) == 6)
    for song in program.songs():
        assert song.problem is not None
        assert song.problem.code == JobFault.RECEIPT_UNKNOWN
        assert song.problem.facts == {"task": song.task_id}
    await program.pass_time()
    assert len(program.gateway.record.uploads) == 6


async def test_fault_20_a_model_nobody_knows_is_unclear_and_never_created_again(
    program: CrashableProgram,
) -> None:
    model_id = await program.uploaded()
    program.gateway.on("status").always(faults.Status(404))
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.UNCLEAR))
    problem = program.attempt().problem
    assert problem is not None
    assert problem.facts[FactKey.TASK] == program.attempt().task_id
    await program.until(lambda: JobFault.CHARGED in program.problems_of_attempts())
    assert not await program.create(model_id, balance=1_000.0)
    program.gateway.on("status").clear()
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == 1


@at_every_step
async def test_fault_22_too_large(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(413)), Fault.TOO_LARGE, Fate.REFUSED)


@at_every_step
async def test_fault_23_busy(program: CrashableProgram, step: Step) -> None:
    await step(program, plays(faults.Status(429, Retry_After="7")), Fault.BUSY, Fate.REFUSED)


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
async def test_fault_23_the_wait_is_counted_down(
    program: CrashableProgram, value: str, least: float, most: float
) -> None:
    model_id = await program.uploaded()
    program.gateway.on("create").next(faults.Status(429, Retry_After=value))
    before = program.program.clock.monotonic()
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.FAILED))
    [outage] = program.outages()
    assert outage.until is not None
    after = program.program.clock.monotonic()
    assert before + least <= outage.until <= after + most
    assert len(program.gateway.record.creates) == 1, "an attempt that was refused is not repeated"


@at_every_step
async def test_fault_29_an_error_with_a_good_status(program: CrashableProgram, step: Step) -> None:
    play = faults.Answer(200, {"statusCode": 400, "message": "x", "error": "Bad Request"})
    await step(program, plays(play), Fault.INVALID, Fate.REFUSED)


@pytest.mark.parametrize("step", [create, upload])
async def test_fault_29_an_error_in_words(program: CrashableProgram, step: Step) -> None:
    play = faults.Answer(200, {"success": False, "error": "task already exists"}, process=True)
    await step(program, plays(play), Fault.SERVER, Fate.UNCLEAR)


@pytest.mark.parametrize("step", [create, upload, prepare])
async def test_fault_29_an_error_that_is_not_certain(program: CrashableProgram, step: Step) -> None:
    play = faults.Answer(200, {"success": False, "error": "upstream timeout"}, process=True)
    await step(program, plays(play), Fault.SERVER, Fate.UNCLEAR)


async def test_a_session_that_is_over_offers_to_start_over(program: CrashableProgram) -> None:
    model_id = await program.begin()
    program.gateway.on("upload").always(faults.Status(410, "Gone"))
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.FAILED) == 6)
    assert is_dead(program.model(), program.job.counts(model_id))
