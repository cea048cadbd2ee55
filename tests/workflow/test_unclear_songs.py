from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.responses import Clip, Phase, Report
from mountsea_desktop.workflow.events import SongsFound
from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.polling import PATIENCE
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.unclear_songs import RESTS
from tests.fakes.job_harness import JobHarness, new_songs
from tests.fakes.mishaps import Fail
from tests.fakes.scripted_gateway import lost, offline, refused


def by_id(clip_id: str, _link: str) -> Clip:
    return Clip(id=clip_id)


async def unclear(harness: JobHarness, *, arrived: bool = True, songs: int = 2) -> str:
    """A model whose first song is unclear; its id."""
    model_id = await harness.begin(songs)
    harness.gateway.script("upload", Fail(lost(), after=arrived))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 1)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == songs - 1)
    assert harness.count(SongState.UNCLEAR) == 1
    return model_id


def asked(harness: JobHarness) -> int:
    """How often a session was asked about."""
    return sum(call.arguments == ("session-1",) for call in harness.gateway.seen("status"))


async def test_it_is_found_by_itself_and_told_of(harness: JobHarness) -> None:
    harness.gateway.lists = by_id
    model_id = await unclear(harness)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2, within=sum(RESTS))
    assert harness.events[-1] == SongsFound(model_id, 1)
    assert harness.disk.songs == {song.id: song for song in harness.songs()}
    assert harness.songs()[0].clip_id in harness.gateway.clips_of(harness.songs()[0].link)
    assert len(harness.gateway.seen("upload")) == 2
    assert len(harness.gateway.seen("prepare")) == 1
    await harness.clock.sleep(2 * sum(RESTS))
    assert asked(harness) <= len(RESTS)
    assert len(harness.tasks) == 0


async def test_what_never_arrived_is_asked_about_ever_more_seldom_and_not_for_ever(
    harness: JobHarness,
) -> None:
    harness.gateway.lists = by_id
    await unclear(harness, arrived=False)
    await harness.clock.sleep(3 * sum(RESTS))
    assert asked(harness) == len(RESTS)
    assert len(harness.tasks) == 0
    assert harness.count(SongState.UNCLEAR) == 1
    assert len(harness.gateway.seen("upload")) == 2


async def test_a_start_looks_if_there_is_something_unclear(harness: JobHarness) -> None:
    await unclear(harness)
    await harness.clock.sleep(2 * sum(RESTS))
    harness.gateway.lists = by_id
    await harness.restart()
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2, within=60)


async def test_a_start_asks_nothing_if_nothing_is_unfinished(harness: JobHarness) -> None:
    await harness.uploaded()
    calls = len(harness.gateway.calls)
    await harness.restart()
    await harness.clock.sleep(2 * sum(RESTS))
    assert len(harness.gateway.calls) == calls


async def test_when_the_network_returns_it_is_looked_for_at_once(harness: JobHarness) -> None:
    await unclear(harness)
    await harness.clock.sleep(2 * sum(RESTS))
    harness.gateway.lists = by_id
    harness.job.connectivity.record_failure(offline())
    await harness.until(lambda: harness.job.outage is None)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2, within=5)


async def test_it_waits_while_there_is_no_network(harness: JobHarness) -> None:
    await unclear(harness)
    harness.gateway.lists = by_id
    harness.gateway.script("status", *[offline()] * 3)
    await harness.until(lambda: harness.job.outage is not None, within=sum(RESTS))
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2, within=sum(RESTS))


async def test_its_own_receipt_tells_in_the_end(harness: JobHarness) -> None:
    """Mountsea did not know the receipt for a while, or said nothing but "done"."""
    model_id = await harness.begin(1)
    harness.gateway.song_takes = 0.0
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 1)
    (task,) = harness.gateway.tasks.values()
    there, task.result = task.result, replace(task.result, clip_id="")
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 1, within=2 * PATIENCE)
    assert harness.songs()[0].task_id == task.id
    task.result = there
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1, within=sum(RESTS))
    assert harness.songs()[0].clip_id == there.clip_id


async def test_its_receipt_is_asked_for_where_the_session_is_unknown(harness: JobHarness) -> None:
    """As long as nothing was created in it, Mountsea may not list it."""
    model_id = await harness.begin(1)
    harness.gateway.song_takes = 0.0
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 1)
    (task,) = harness.gateway.tasks.values()
    there, task.result = task.result, replace(task.result, clip_id="")
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 1, within=2 * PATIENCE)
    task.result = there
    harness.gateway.script("status", Fail(refused(Fault.NOT_FOUND)))
    assert await harness.job.look_for(model_id) == 1
    assert harness.songs()[0].clip_id == there.clip_id


async def test_a_receipt_that_stays_unknown_does_not_keep_others_from_being_found(
    harness: JobHarness,
) -> None:
    model_id = await unclear(harness)
    await harness.job.add_songs(model_id, new_songs(1, first=3))
    await harness.until(lambda: harness.count(SongState.READY) == 1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 1)
    task = next(it for it in harness.gateway.tasks.values() if it.ends > harness.clock.monotonic())
    del harness.gateway.tasks[task.id]
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 2, within=2 * PATIENCE)
    harness.gateway.uploads.pop(task.id)
    harness.gateway.lists = lambda clip_id, link: Clip(id=clip_id, addresses=(link,))
    assert await harness.job.look_for(model_id) == 1


async def test_what_the_disk_does_not_take_is_found_all_the_same(harness: JobHarness) -> None:
    harness.gateway.lists = by_id
    await unclear(harness)
    refusals = iter([JournalError(JournalFault.FULL)] * 2)
    harness.injector.decide = lambda name: (
        Fail(error) if name == "journal save" and (error := next(refusals, None)) else None
    )
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2, within=sum(RESTS))
    await harness.until(lambda: harness.job.outage is None)
    assert harness.disk.songs == {song.id: song for song in harness.songs()}


@pytest.mark.parametrize("phase", [Phase.TIMED_OUT, Phase.FAILED])
async def test_a_song_that_was_accepted_and_failed_and_was_sent_again_makes_counting_useless(
    harness: JobHarness, phase: Phase
) -> None:
    """What timed out at Mountsea may still be done there, and of what failed it may list a clip: nobody's."""
    link = new_songs(1)[0].link
    harness.gateway.failing[link] = Report(task_id="", phase=phase)
    model_id = await harness.begin(1)
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.FAILED) == 1)
    assert not harness.model().has_strays
    await harness.job.retry([harness.songs()[0].id])
    assert harness.model().has_strays


async def test_a_model_that_is_put_away_or_being_created_is_let_be(harness: JobHarness) -> None:
    model_id = await unclear(harness, songs=7)
    assert await harness.create(model_id, balance=500)
    await harness.until(lambda: harness.state() is ModelState.READY)
    before = asked(harness)
    await harness.clock.sleep(2 * sum(RESTS))
    assert asked(harness) == before
    assert harness.count(SongState.UNCLEAR) == 1


async def test_a_refused_token_is_told_once_and_looked_for_after_it(harness: JobHarness) -> None:
    await unclear(harness)
    harness.gateway.lists = by_id
    harness.gateway.script("status", refused(Fault.TOKEN_REFUSED))
    await harness.until(lambda: harness.job.outage is not None, within=sum(RESTS))
    await harness.clock.sleep(100)
    assert harness.count(SongState.UNCLEAR) == 1
    harness.job.try_now()
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 2, within=60)


@pytest.mark.parametrize("step", ["start over", "send again"])
async def test_what_was_decided_meanwhile_counts(harness: JobHarness, step: str) -> None:
    model_id = await unclear(harness)
    harness.gateway.lists = by_id
    harness.gateway.latency = 5.0
    looking = harness.tasks
    looking.start(harness.job.look_for(model_id), "look")
    await harness.clock.sleep(1)
    if step == "start over":
        assert await harness.job.start_over(model_id)
        await harness.clock.sleep(10)
        assert harness.states()[0] is SongState.READY
    else:
        await harness.job.send_again([harness.songs()[0].id])
        await harness.clock.sleep(6)
        assert harness.states()[0] in {SongState.QUEUED, SongState.SENDING, SongState.ACCEPTED}


async def test_what_was_said_of_an_earlier_session_is_about_other_songs(harness: JobHarness) -> None:
    model_id = await unclear(harness, songs=1)
    await harness.clock.sleep(harness.gateway.song_takes)
    harness.gateway.lists = by_id
    harness.gateway.latency, before = 5.0, harness.gateway.latency
    harness.tasks.start(harness.job.look_for(model_id), "look")
    await harness.clock.sleep(1)
    harness.gateway.latency = before
    assert await harness.job.start_over(model_id)
    harness.gateway.script("upload", lost())
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 1)
    await harness.clock.sleep(5)
    assert harness.count(SongState.UNCLEAR) == 1


async def test_an_unclear_song_that_certainly_arrived_is_found(harness: JobHarness) -> None:
    model_id = await harness.begin(2)
    harness.gateway.script("upload", Fail(lost(), after=True))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == harness.count(SongState.UNCLEAR) == 1)
    harness.gateway.lists = by_id
    assert await harness.job.look_for(model_id) == 1
    assert harness.count(SongState.UPLOADED) == 2
    assert len({song.clip_id for song in harness.songs()}) == 2
    assert len(harness.gateway.seen("upload")) == 2


async def test_after_an_unclear_song_was_sent_again_nothing_is_found_by_counting(harness: JobHarness) -> None:
    model_id = await harness.begin(2)
    harness.gateway.script("upload", lost(), lost())
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.UNCLEAR) == 2)
    await harness.job.send_again([harness.songs()[0].id])
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 1)
    assert harness.model().has_strays
    listed = Report(task_id="session-1", phase=Phase.SUCCEEDED, clips=(Clip(id="stray"),))
    harness.gateway.script("status", listed)
    assert await harness.job.look_for(model_id) == 0
    assert harness.count(SongState.UNCLEAR) == 1
    assert await harness.job.start_over(model_id)
    assert not harness.model().has_strays
