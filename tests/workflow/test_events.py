from typing import get_args

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.workflow.events import Change, Remedy, SongPut, Trouble
from mountsea_desktop.workflow.gate import REMEDIES
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.job_harness import Bench
from tests.fakes.scripted_gateway import refused


def test_a_trouble_without_a_time_waits_for_the_user() -> None:
    assert Trouble(Problem(Fault.TOKEN_REFUSED), Remedy.ENTER_TOKEN).until is None


def test_every_remedy_is_of_use() -> None:
    assert set(REMEDIES.values()) == set(Remedy)


async def test_observers_hear_of_each_state_once_and_in_order(bench: Bench) -> None:
    model_id = await bench.begin(1)
    await bench.clock.sleep(1)
    await bench.studio.upload(model_id)
    await bench.clock.sleep(60)
    states = [change.song.state for change in bench.told if isinstance(change, SongPut)]
    assert states == [
        SongState.DRAFT, SongState.CHECKING, SongState.READY, SongState.QUEUED, SongState.SENDING,
        SongState.ACCEPTED, SongState.UPLOADED,
    ]  # fmt: skip


async def test_observers_hear_of_every_kind_of_change(bench: Bench) -> None:
    await bench.begin(1)
    await bench.studio.remove([bench.songs()[0].id])
    bench.studio._gate.learn(refused(Fault.TOKEN_REFUSED))
    bench.studio.try_now()
    assert {type(change) for change in bench.told} == set(get_args(Change))
