"""Clocks that jump, computers that sleep, and trainings that take very long."""

from datetime import timedelta
from pathlib import Path

import pytest

from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.problem import Hitch
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Hang, Status
from tests.faults.crashable_program import House

YEAR = timedelta(days=365).total_seconds()


def jump(house: House, seconds: float) -> None:
    """Somebody sets the clock, or the computer sleeps: the time of day jumps, and nothing else."""
    clock = house.program.clock
    before = clock.now
    clock.now = lambda: before() + seconds  # type: ignore[method-assign]


@pytest.mark.parametrize("seconds", [-YEAR, YEAR])
async def test_fault_44_clock_jumps(house: House, seconds: float) -> None:
    gateway = house.gateway
    gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running",) * 4 + ("success",)
    model_id = await house.begin()
    await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.ACCEPTED))
    jump(house, seconds)
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.TRAINING))
    jump(house, -2 * seconds)
    await house.until(house.is_(Outcome.READY))
    assert not house.songs_told(SongState.UNCLEAR)
    assert (len(gateway.record.uploads), len(gateway.record.creates)) == (6, 1)


async def test_fault_44_patience_is_not_measured_by_the_time_of_day(house: House) -> None:
    model_id = await house.begin(1)
    house.gateway.on("status").always(Status(404))
    await house.studio.upload(model_id)
    await house.gateway.arrived("status")
    jump(house, YEAR)
    await house.gateway.arrived("status", 3)
    house.gateway.on("status").clear()
    await house.until(lambda: house.count(SongState.UPLOADED) == 1)


async def test_fault_44_a_wait_is_neither_cut_short_nor_endless(house: House) -> None:
    model_id = await house.begin()
    house.gateway.on("upload").next(Status(429, Retry_After="20"))
    await house.studio.upload(model_id)
    await house.until(lambda: house.studio.trouble)
    began = house.program.clock.monotonic()
    jump(house, -YEAR)
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    refused = next(seen for seen in house.gateway.record.uploads if seen.status == 429)
    after = [seen for seen in house.gateway.record.uploads if seen.start > refused.start]
    assert house.program.clock.monotonic() - began > 19
    assert min(seen.start for seen in after if seen.status == 201) > refused.start


async def test_fault_45_suspend_and_resume(tmp_path: Path, gateway: FaultGateway) -> None:
    gateway.mountsea.upload_path = ("running",) * 5 + ("success",)
    async with House(tmp_path / "p", gateway, speed=20) as house:  # slow enough to meet it while it rests
        model_id = await house.begin(1)
        await house.studio.upload(model_id)
        await gateway.arrived("status", 2)
        await house.until(lambda: all(seen.end for seen in gateway.record.statuses))
        await house.pass_time(0.2)
        renewals = 0
        renew = house.program.gateway.renew

        async def renewed() -> None:
            nonlocal renewals
            renewals += 1
            await renew()

        house.program.gateway.renew = renewed  # type: ignore[method-assign]
        before = {seen.connection for seen in gateway.record.statuses}
        assert len(before) == 1
        jump(house, 8 * 3600)
        await gateway.arrived("status", 3)
        assert renewals == 1
        assert gateway.record.statuses[2].connection not in before, "a new connection"
        await house.until(lambda: house.count(SongState.UPLOADED) == 1)
        assert renewals == 1


@pytest.mark.parametrize("accepted", [True, False])
async def test_fault_45_suspend_while_create_is_in_flight(house: House, accepted: bool) -> None:
    gateway = house.gateway
    model_id = await house.uploaded()
    gateway.on("create").next(Hang(process=accepted))
    await house.create(model_id, balance=1_000.0)
    await gateway.hangs()
    jump(house, 8 * 3600)
    gateway.drop()
    await house.until(lambda: house.press().outcome is not Outcome.SENDING)
    if accepted:
        await house.until(house.is_(Outcome.READY))
    else:
        await house.until(lambda: Hitch.NOT_CHARGED in house.said_of_presses())
        assert house.press().outcome is Outcome.UNCLEAR
    assert len(gateway.record.creates) == 1


async def test_fault_45_the_network_changes(house: House) -> None:
    gateway = house.gateway
    gateway.mountsea.upload_path = ("running",)
    model_id = await house.begin()
    await house.studio.upload(model_id)
    await house.until(lambda: house.count(SongState.ACCEPTED) == 6)
    await gateway.refuse()
    await house.until(lambda: house.studio.trouble)
    assert len(house.troubles()) == 1, "one notice for all six"
    gateway.mountsea.finish_uploads()
    await gateway.listen()
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert len(gateway.record.uploads) == 6


async def test_fault_46_training_longer_than_an_hour(tmp_path: Path, gateway: FaultGateway) -> None:
    gateway.mountsea.training_path = ("running",)
    async with House(tmp_path / "p", gateway, speed=2_000) as house:
        model_id = await house.uploaded()
        await house.create(model_id, balance=1_000.0)
        await house.until(house.is_(Outcome.TRAINING))
        began = house.program.clock.monotonic()
        for minutes in (3, 10, 60, 70):
            await house.until(lambda m=minutes: house.program.clock.monotonic() > began + m * 60)  # type: ignore[misc]
            asked = len(gateway.record.statuses)
            await gateway.arrived("status", asked + 1)
            assert house.press().outcome is Outcome.TRAINING
            assert not await house.create(model_id, balance=1_000.0)
            assert not await house.create_again(model_id, balance=1_000.0)
        gateway.mountsea.tasks[house.model().session_id].path = ["success"]
        await house.until(house.is_(Outcome.READY))
    assert len(gateway.record.creates) == 1


async def test_fault_46_an_upload_that_takes_longer_than_an_hour(
    tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.upload_path = ("queued",)
    async with House(tmp_path / "p", gateway, speed=2_000) as house:
        model_id = await house.begin(1)
        await house.studio.upload(model_id)
        began = house.program.clock.monotonic()
        await house.until(lambda: house.program.clock.monotonic() > began + 4_000)
        assert house.count(SongState.ACCEPTED) == 1
        for task in gateway.mountsea.tasks.values():
            task.path = ["success"]
        await house.until(lambda: house.count(SongState.UPLOADED) == 1)
    assert len(gateway.record.uploads) == 1
