import pytest

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.sleep_watch import SLEPT
from mountsea_desktop.workflow.song import SongState
from tests.fakes.job_harness import JobHarness
from tests.fakes.scripted_gateway import offline, refused


async def test_the_balance_shows_that_the_way_is_clear(harness: JobHarness) -> None:
    harness.job.connectivity.record_failure(refused(Fault.TOKEN_REFUSED))
    harness.gateway.script("credits", offline())
    with pytest.raises(GatewayError):
        await harness.job.connectivity.balance()
    assert harness.job.outage is not None
    assert harness.job.outage.remedy is Remedy.ENTER_TOKEN
    assert await harness.job.connectivity.balance() == 500
    assert harness.job.outage is None


async def test_after_the_computer_slept_connections_are_new_and_songs_are_asked_about(
    harness: JobHarness,
) -> None:
    model_id = await harness.begin()
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.count(SongState.ACCEPTED) == 6)
    harness.clock.set_forward = 7_200
    await harness.clock.sleep(6)
    assert harness.gateway.renewed == 1
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6)


async def test_sleep_does_not_end_what_the_user_must_end(harness: JobHarness) -> None:
    harness.job.connectivity.record_failure(refused(Fault.TOKEN_REFUSED))
    await harness.job.connectivity._after_sleep()
    assert harness.job.outage is not None


async def test_sleep_is_noticed_while_everything_waits(harness: JobHarness) -> None:
    model_id = await harness.begin()
    harness.gateway.script("prepare", refused(Fault.BUSY, retry_after=900))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.job.outage is not None)
    await harness.clock.sleep(10)
    harness.clock.set_forward += 8 * 3_600  # the lid was closed, and the countdown stood still
    await harness.clock.sleep(SLEPT + 5)
    assert harness.gateway.renewed == 1
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 6, within=120)
    await harness.clock.sleep(2 * SLEPT)
    assert len(harness.tasks) == 0, "nobody watches once the way is clear"


async def test_an_outage_does_not_end_after_the_job(harness: JobHarness) -> None:
    model_id = await harness.begin()
    harness.gateway.script("prepare", refused(Fault.BUSY, retry_after=30))
    await harness.job.upload(model_id)
    await harness.until(lambda: harness.job.outage is not None)
    await harness.tasks.stop()
    count = len(harness.events)
    await harness.job.close()
    await harness.clock.sleep(100)
    assert len(harness.events) == count
