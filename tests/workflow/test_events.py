from typing import get_args

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.responses import Clip
from mountsea_desktop.workflow.events import Event, Outage, Remedy, SongSaved, SongsFound
from mountsea_desktop.workflow.gate import REMEDIES
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.unclear_songs import RESTS
from tests.fakes.job_harness import JobHarness, new_files
from tests.fakes.mishaps import Fail
from tests.fakes.scripted_gateway import lost, refused


def test_an_outage_without_a_time_waits_for_the_user() -> None:
    assert Outage(Problem(Fault.TOKEN_REFUSED), Remedy.ENTER_TOKEN).until is None


def test_every_remedy_is_of_use() -> None:
    assert set(REMEDIES.values()) == set(Remedy)


async def test_observers_hear_of_each_state_once_and_in_order(harness: JobHarness) -> None:
    model_id = await harness.begin(1)
    await harness.clock.sleep(1)
    await harness.job.upload(model_id)
    await harness.clock.sleep(60)
    states = [event.song.state for event in harness.events if isinstance(event, SongSaved)]
    assert states == [
        SongState.DRAFT, SongState.CHECKING, SongState.READY, SongState.QUEUED, SongState.SENDING,
        SongState.ACCEPTED, SongState.UPLOADED,
    ]  # fmt: skip


async def test_observers_hear_of_every_kind_of_change(harness: JobHarness) -> None:
    await harness.trained()
    assert await harness.make_song()
    model_id = await harness.begin(1)
    await harness.job.add_songs(model_id, new_files(1))
    songs = harness.job.songs
    await harness.until(lambda: all(song.state is SongState.READY for song in songs(model_id)))
    await harness.job.remove([songs(model_id)[0].id])
    harness.gateway.lists = lambda clip_id, _link: Clip(id=clip_id)
    harness.gateway.script("upload", Fail(lost(), after=True))
    await harness.job.upload(model_id)
    await harness.until(lambda: SongsFound(model_id, 1) in harness.events, within=sum(RESTS))
    harness.job.connectivity.record_failure(refused(Fault.TOKEN_REFUSED))
    harness.job.try_now()
    assert {type(event) for event in harness.events} == set(get_args(Event))
