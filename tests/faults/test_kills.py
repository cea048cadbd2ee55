"""The program is killed, pressed twice, or shut in the middle: at most one create for each press."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.problem import Hitch
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Hang
from tests.faults.crashable_program import TOKEN, House


def killing(house: House, at: Callable[[str], object], *, after: bool = False) -> None:
    """Kill the house at the first operation of journal or keyring of which that is true."""

    def befalls(name: str) -> Callable[[], None] | None:
        if not at(name):
            return None
        if after:
            return house.die
        house.die()
        return house.operation(name, lambda: None)  # raises, since it is dead

    house.befalls = befalls


async def die(house: House) -> None:
    """Wait for the kill that was arranged, and start again."""
    async with asyncio.timeout(10):
        await house.killed.wait()
    house.befalls = lambda _: None
    await house.kill()
    await house.open()
    press = house.model().press
    assert press is None or press.outcome in {Outcome.UNCLEAR, Outcome.TRAINING}
    await house.program.tokens.load()
    house.studio.resume()


async def press(house: House) -> None:
    with pytest.raises(asyncio.CancelledError):
        await house.person(house.create(house.model().id, balance=1_000.0))


@pytest.mark.parametrize("statement", ["BEGIN", "INSERT INTO models", "INSERT INTO presses", "COMMIT"])
async def test_fault_34_kill_before_the_intent_is_written(house: House, statement: str) -> None:
    model_id = await house.uploaded()
    killing(house, lambda name: statement in name)
    await press(house)
    await die(house)
    await house.pass_time()
    assert house.gateway.record.creates == []
    assert house.state() is ModelState.CAN_BE_CREATED
    assert await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.READY))
    assert len(house.gateway.record.creates) == 1


async def test_fault_35_kill_right_after_the_intent_is_written(house: House) -> None:
    await house.uploaded()
    killing(house, lambda name: "COMMIT" in name, after=True)
    await press(house)
    await die(house)
    assert house.gateway.record.creates == []
    await was_not_taken(house)


async def was_not_taken(house: House) -> None:
    """Unclear at first; Mountsea is asked; only a warned yes sends again."""
    sent = len(house.gateway.record.creates)
    assert house.press().outcome is Outcome.UNCLEAR
    await house.until(lambda: Hitch.NOT_CHARGED in house.said_of_presses())
    assert not await house.create(house.model().id, balance=1_000.0)
    assert len(house.gateway.record.creates) == sent
    assert await house.create_again(house.model().id, balance=1_000.0)
    await house.until(house.is_(Outcome.READY))
    assert len(house.gateway.record.creates) == sent + 1
    assert len(house.gateway.mountsea.charges) == 1


@pytest.mark.parametrize("accepted", [True, False])
async def test_fault_35_kill_between_sending_and_the_answer(house: House, accepted: bool) -> None:
    gateway = house.gateway
    model_id = await house.uploaded()
    gateway.on("create").next(Hang(process=accepted))
    await house.create(model_id, balance=1_000.0)
    await gateway.hangs()
    await house.kill()
    await house.open()  # and nothing is resumed yet
    assert house.press().outcome is Outcome.UNCLEAR
    assert house.press().problem is not None
    assert house.press().problem.code == Hitch.INTERRUPTED  # type: ignore[union-attr]
    await house.close()
    await house.go_on()
    if not accepted:
        await was_not_taken(house)
    else:
        await house.until(house.is_(Outcome.READY))
        assert len(gateway.record.creates) == 1


@pytest.mark.parametrize("statement", ["BEGIN", "INSERT INTO presses", "COMMIT"])
async def test_fault_36_kill_after_the_answer_before_it_is_written(house: House, statement: str) -> None:
    model_id = await house.uploaded()
    killing(house, lambda name: statement in name and house.gateway.mountsea.charges)
    await house.person(house.create(model_id, balance=1_000.0))
    await die(house)
    assert house.press().task_id == "", "the answer was lost"
    await house.until(house.is_(Outcome.READY))
    assert len(house.gateway.record.creates) == 1


async def test_fault_36_kill_after_the_answer_is_written(house: House) -> None:
    model_id = await house.uploaded()
    killing(house, lambda name: "COMMIT" in name and house.gateway.mountsea.charges, after=True)
    await house.person(house.create(model_id, balance=1_000.0))
    await die(house)
    assert house.press().outcome is Outcome.TRAINING
    assert house.press().task_id == house.model().session_id
    await house.until(house.is_(Outcome.READY))
    assert len(house.gateway.record.creates) == 1


async def test_fault_35_and_36_an_upload_whose_answer_was_not_written_is_unclear(house: House) -> None:
    gateway = house.gateway
    model_id = await house.begin()
    gateway.on("upload").always(Hang())
    await house.studio.upload(model_id)
    await gateway.hangs(3)
    killing(house, lambda name: "BEGIN" in name)
    gateway.on("upload").clear()
    gateway.release()
    await die(house)
    assert house.count(SongState.UNCLEAR) == 3
    await house.until(lambda: house.count(SongState.UPLOADED) == 3)
    await house.pass_time()
    assert house.count(SongState.UNCLEAR) == 3
    assert len(gateway.record.uploads) == 6


async def test_fault_37_two_presses_at_once(house: House) -> None:
    model_id = await house.uploaded()
    presses = await asyncio.gather(*(house.create(model_id, balance=1_000.0) for _ in range(20)))
    assert presses.count(True) == 1
    await house.until(house.is_(Outcome.READY))
    assert not await house.create(model_id, balance=1_000.0)
    assert len(house.gateway.record.creates) == 1


async def test_fault_37_two_programs_on_one_journal(house: House, gateway: FaultGateway) -> None:
    """As on a network drive that knows no locks: the journal itself allows one live press."""
    model_id = await house.uploaded()
    async with House(house.places.data_folder, gateway) as other:
        await other.go_on()
        await other.program.tokens.save(TOKEN)
        presses = await asyncio.gather(
            house.create(model_id, balance=1_000.0), other.create(model_id, balance=1_000.0)
        )
        assert presses.count(True) == 1
        await house.until(lambda: gateway.record.creates)
        await house.pass_time()
    assert len(gateway.record.creates) == 1


async def test_fault_39_closed_in_the_middle_of_a_post(house: House) -> None:
    gateway = house.gateway
    model_id = await house.uploaded()
    gateway.on("create").next(Hang())
    await house.create(model_id, balance=1_000.0)
    await gateway.hangs()
    await house.close()
    await house.open()
    assert house.press().outcome is Outcome.UNCLEAR, "it may still complete"
    await house.close()
    await house.go_on()
    await house.until(house.is_(Outcome.READY))
    assert len(gateway.record.creates) == 1


async def test_fault_50_two_profiles_at_once(house: House, gateway: FaultGateway, tmp_path: Path) -> None:
    async with House(tmp_path / "another", gateway) as other:
        ours, theirs = await asyncio.gather(house.uploaded(), other.uploaded())
        await house.create(ours, balance=1_000.0)
        await other.create(theirs, balance=1_000.0)
        await house.until(house.is_(Outcome.READY))
        await other.until(other.is_(Outcome.READY))
        assert house.model().model_ref != other.model().model_ref
    assert len(gateway.mountsea.charges) == 2
