"""The program is killed, attempts twice, or shut in the middle: at most one create for each attempt."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.problem import JobFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Hang
from tests.faults.crashable_program import TOKEN, CrashableProgram


def killing(program: CrashableProgram, at: Callable[[str], object], *, after: bool = False) -> None:
    """Kill the program at the first operation of journal or keyring of which that is true."""

    def befalls(name: str) -> Callable[[], None] | None:
        if not at(name):
            return None
        if after:
            return program.die
        program.die()
        return program.operation(name, lambda: None)  # raises, since it is dead

    program.befalls = befalls


async def die(program: CrashableProgram) -> None:
    """Wait for the kill that was arranged, and start again."""
    async with asyncio.timeout(10):
        await program.killed.wait()
    program.befalls = lambda _: None
    await program.kill()
    await program.open()
    attempt = program.model().attempt
    assert attempt is None or attempt.outcome in {Outcome.UNCLEAR, Outcome.TRAINING}
    await program.program.tokens.load()
    program.job.resume()


async def press(program: CrashableProgram) -> None:
    with pytest.raises(asyncio.CancelledError):
        await program.person(program.create(program.model().id, balance=1_000.0))


@pytest.mark.parametrize("statement", ["BEGIN", "INSERT INTO models", "INSERT INTO presses", "COMMIT"])
async def test_fault_34_kill_before_the_intent_is_written(program: CrashableProgram, statement: str) -> None:
    model_id = await program.uploaded()
    killing(program, lambda name: statement in name)
    await press(program)
    await die(program)
    await program.pass_time()
    assert program.gateway.record.creates == []
    assert program.state() is ModelState.CAN_BE_CREATED
    assert await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == 1


async def test_fault_35_kill_right_after_the_intent_is_written(program: CrashableProgram) -> None:
    await program.uploaded()
    killing(program, lambda name: "COMMIT" in name, after=True)
    await press(program)
    await die(program)
    assert program.gateway.record.creates == []
    await was_not_taken(program)


async def was_not_taken(program: CrashableProgram) -> None:
    """Unclear at first; Mountsea is asked; only a warned yes sends again."""
    sent = len(program.gateway.record.creates)
    assert program.attempt().outcome is Outcome.UNCLEAR
    await program.until(lambda: JobFault.NOT_CHARGED in program.problems_of_attempts())
    assert not await program.create(program.model().id, balance=1_000.0)
    assert len(program.gateway.record.creates) == sent
    assert await program.create_again(program.model().id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == sent + 1
    assert len(program.gateway.mountsea.charges) == 1


@pytest.mark.parametrize("accepted", [True, False])
async def test_fault_35_kill_between_sending_and_the_answer(
    program: CrashableProgram, accepted: bool
) -> None:
    gateway = program.gateway
    model_id = await program.uploaded()
    gateway.on("create").next(Hang(process=accepted))
    await program.create(model_id, balance=1_000.0)
    await gateway.hangs()
    await program.kill()
    await program.open()  # and nothing is resumed yet
    assert program.attempt().outcome is Outcome.UNCLEAR
    assert program.attempt().problem is not None
    assert program.attempt().problem.code == JobFault.INTERRUPTED  # type: ignore[union-attr]  # it has one by now
    await program.close()
    await program.go_on()
    if not accepted:
        await was_not_taken(program)
    else:
        await program.until(program.is_(Outcome.READY))
        assert len(gateway.record.creates) == 1


@pytest.mark.parametrize("statement", ["BEGIN", "INSERT INTO presses", "COMMIT"])
async def test_fault_36_kill_after_the_answer_before_it_is_written(
    program: CrashableProgram, statement: str
) -> None:
    model_id = await program.uploaded()
    killing(program, lambda name: statement in name and program.gateway.mountsea.charges)
    await program.person(program.create(model_id, balance=1_000.0))
    await die(program)
    assert program.attempt().task_id == "", "the answer was lost"
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == 1


async def test_fault_36_kill_after_the_answer_is_written(program: CrashableProgram) -> None:
    model_id = await program.uploaded()
    killing(program, lambda name: "COMMIT" in name and program.gateway.mountsea.charges, after=True)
    await program.person(program.create(model_id, balance=1_000.0))
    await die(program)
    assert program.attempt().outcome is Outcome.TRAINING
    assert program.attempt().task_id == program.model().session_id
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == 1


async def test_fault_35_and_36_an_upload_whose_answer_was_not_written_is_unclear(
    program: CrashableProgram,
) -> None:
    gateway = program.gateway
    model_id = await program.begin()
    gateway.on("upload").always(Hang())
    await program.job.upload(model_id)
    await gateway.hangs(3)
    killing(program, lambda name: "BEGIN" in name)
    gateway.on("upload").clear()
    gateway.release()
    await die(program)
    assert program.count(SongState.UNCLEAR) == 3
    await program.until(lambda: program.count(SongState.UPLOADED) == 3)
    await program.pass_time()
    assert program.count(SongState.UNCLEAR) == 3
    assert len(gateway.record.uploads) == 6


async def test_fault_37_two_attempts_at_once(program: CrashableProgram) -> None:
    model_id = await program.uploaded()
    attempts = await asyncio.gather(*(program.create(model_id, balance=1_000.0) for _ in range(20)))
    assert attempts.count(True) == 1
    await program.until(program.is_(Outcome.READY))
    assert not await program.create(model_id, balance=1_000.0)
    assert len(program.gateway.record.creates) == 1


async def test_fault_37_two_programs_on_one_journal(program: CrashableProgram, gateway: FaultGateway) -> None:
    """As on a network drive that knows no locks: the journal itself allows one live attempt."""
    model_id = await program.uploaded()
    async with CrashableProgram(program.folders.data_folder, gateway) as other:
        await other.go_on()
        await other.program.tokens.save(TOKEN)
        attempts = await asyncio.gather(
            program.create(model_id, balance=1_000.0), other.create(model_id, balance=1_000.0)
        )
        assert attempts.count(True) == 1
        await program.until(lambda: gateway.record.creates)
        await program.pass_time()
    assert len(gateway.record.creates) == 1


async def test_fault_39_closed_in_the_middle_of_a_post(program: CrashableProgram) -> None:
    gateway = program.gateway
    model_id = await program.uploaded()
    gateway.on("create").next(Hang())
    await program.create(model_id, balance=1_000.0)
    await gateway.hangs()
    await program.close()
    await program.open()
    assert program.attempt().outcome is Outcome.UNCLEAR, "it may still complete"
    await program.close()
    await program.go_on()
    await program.until(program.is_(Outcome.READY))
    assert len(gateway.record.creates) == 1


async def test_fault_50_two_profiles_at_once(
    program: CrashableProgram, gateway: FaultGateway, tmp_path: Path
) -> None:
    async with CrashableProgram(tmp_path / "another", gateway) as other:
        ours, theirs = await asyncio.gather(program.uploaded(), other.uploaded())
        await program.create(ours, balance=1_000.0)
        await other.create(theirs, balance=1_000.0)
        await program.until(program.is_(Outcome.READY))
        await other.until(other.is_(Outcome.READY))
        assert program.model().model_ref != other.model().model_ref
    assert len(gateway.mountsea.charges) == 2
