"""Clocks that jump, computers that sleep, and trainings that take very long."""

from datetime import timedelta
from pathlib import Path

import pytest

from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import JobFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Hang, Status
from tests.faults.crashable_program import CrashableProgram

YEAR = timedelta(days=365).total_seconds()


def jump(program: CrashableProgram, seconds: float) -> None:
    """Somebody sets the clock, or the computer sleeps: the time of day jumps, and nothing else."""
    clock = program.program.clock
    before = clock.now
    clock.now = lambda: before() + seconds  # type: ignore[method-assign]  # stands in for the real one


@pytest.mark.parametrize("seconds", [-YEAR, YEAR])
async def test_fault_44_clock_jumps(program: CrashableProgram, seconds: float) -> None:
    gateway = program.gateway
    gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running",) * 4 + ("success",)
    model_id = await program.begin()
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.ACCEPTED))
    jump(program, seconds)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.TRAINING))
    jump(program, -2 * seconds)
    await program.until(program.is_(Outcome.READY))
    assert not program.songs_told(SongState.UNCLEAR)
    assert (len(gateway.record.uploads), len(gateway.record.creates)) == (6, 1)


async def test_fault_44_patience_is_not_measured_by_the_time_of_day(program: CrashableProgram) -> None:
    model_id = await program.begin(1)
    program.gateway.on("status").always(Status(404))
    await program.job.upload(model_id)
    await program.gateway.arrived("status")
    jump(program, YEAR)
    await program.gateway.arrived("status", 3)
    program.gateway.on("status").clear()
    await program.until(lambda: program.count(SongState.UPLOADED) == 1)


async def test_fault_44_a_wait_is_neither_cut_short_nor_endless(program: CrashableProgram) -> None:
    model_id = await program.begin()
    program.gateway.on("upload").next(Status(429, Retry_After="20"))
    await program.job.upload(model_id)
    await program.until(lambda: program.job.outage)
    began = program.program.clock.monotonic()
    jump(program, -YEAR)
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    refused = next(seen for seen in program.gateway.record.uploads if seen.status == 429)
    after = [seen for seen in program.gateway.record.uploads if seen.start > refused.start]
    assert program.program.clock.monotonic() - began > 19
    assert min(seen.start for seen in after if seen.status == 201) > refused.start


async def test_fault_45_suspend_and_resume(tmp_path: Path, gateway: FaultGateway) -> None:
    gateway.mountsea.upload_path = ("running",) * 5 + ("success",)
    async with CrashableProgram(
        tmp_path / "p", gateway, speed=20
    ) as program:  # slow enough to meet it while it rests
        model_id = await program.begin(1)
        await program.job.upload(model_id)
        await gateway.arrived("status", 2)
        await program.until(lambda: all(seen.end for seen in gateway.record.statuses))
        await program.pass_time(0.2)
        renewals = 0
        renew = program.program.gateway.renew

        async def renewed() -> None:
            nonlocal renewals
            renewals += 1
            await renew()

        program.program.gateway.renew = renewed  # type: ignore[method-assign]  # stands in for the real one
        before = {seen.connection for seen in gateway.record.statuses}
        assert len(before) == 1
        jump(program, 8 * 3600)
        await gateway.arrived("status", 3)
        assert renewals == 1
        assert gateway.record.statuses[2].connection not in before, "a new connection"
        await program.until(lambda: program.count(SongState.UPLOADED) == 1)
        assert renewals == 1


async def test_fault_45_a_long_rest_is_no_sleep(program: CrashableProgram) -> None:
    renewals = 0

    async def renewed() -> None:
        nonlocal renewals
        renewals += 1

    await program.begin(1)
    program.program.gateway.renew = renewed  # type: ignore[method-assign]  # stands in for the real one
    await program.job.connectivity.sleep_watch.rest(100)
    assert renewals == 0


@pytest.mark.parametrize("accepted", [True, False])
async def test_fault_45_suspend_while_create_is_in_flight(program: CrashableProgram, accepted: bool) -> None:
    gateway = program.gateway
    model_id = await program.uploaded()
    gateway.on("create").next(Hang(process=accepted))
    await program.create(model_id, balance=1_000.0)
    await gateway.hangs()
    jump(program, 8 * 3600)
    gateway.drop()
    await program.until(lambda: program.attempt().outcome is not Outcome.SENDING)
    if accepted:
        await program.until(program.is_(Outcome.READY))
    else:
        await program.until(lambda: JobFault.NOT_CHARGED in program.problems_of_attempts())
        assert program.attempt().outcome is Outcome.UNCLEAR
    assert len(gateway.record.creates) == 1


async def test_fault_45_the_network_changes(program: CrashableProgram) -> None:
    gateway = program.gateway
    gateway.mountsea.upload_path = ("running",)
    model_id = await program.begin()
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.ACCEPTED) == 6)
    await gateway.refuse()
    await program.until(lambda: program.job.outage)
    assert len(program.outages()) == 1, "one notice for all six"
    gateway.mountsea.finish_uploads()
    await gateway.listen()
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert len(gateway.record.uploads) == 6


async def test_fault_46_training_longer_than_an_hour(tmp_path: Path, gateway: FaultGateway) -> None:
    gateway.mountsea.training_path = ("running",)
    async with CrashableProgram(tmp_path / "p", gateway, speed=2_000) as program:
        model_id = await program.uploaded()
        await program.create(model_id, balance=1_000.0)
        await program.until(program.is_(Outcome.TRAINING))
        began = program.program.clock.monotonic()
        for minutes in (3, 10, 60, 70):
            await program.until(lambda m=minutes: program.program.clock.monotonic() > began + m * 60)  # type: ignore[misc]  # mypy does not infer a default of a lambda
            asked = len(gateway.record.statuses)
            await gateway.arrived("status", asked + 1)
            assert program.attempt().outcome is Outcome.TRAINING
            assert not await program.create(model_id, balance=1_000.0)
            assert not await program.create_again(model_id, balance=1_000.0)
        gateway.mountsea.tasks[program.model().session_id].path = ["success"]
        await program.until(program.is_(Outcome.READY))
    assert len(gateway.record.creates) == 1


async def test_fault_46_an_upload_that_takes_longer_than_an_hour(
    tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.upload_path = ("queued",)
    async with CrashableProgram(tmp_path / "p", gateway, speed=2_000) as program:
        model_id = await program.begin(1)
        await program.job.upload(model_id)
        began = program.program.clock.monotonic()
        await program.until(lambda: program.program.clock.monotonic() > began + 4_000)
        assert program.count(SongState.ACCEPTED) == 1
        for task in gateway.mountsea.tasks.values():
            task.path = ["success"]
        await program.until(lambda: program.count(SongState.UPLOADED) == 1)
    assert len(gateway.record.uploads) == 1
