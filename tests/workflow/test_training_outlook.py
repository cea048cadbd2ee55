"""What is known before anything is spent."""

from dataclasses import replace
from decimal import Decimal

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.training import Outlook, SessionSays
from tests.fakes.job_harness import JobHarness
from tests.fakes.scripted_gateway import lost, offline, refused
from tests.workflow.attempts import creates


async def test_a_session_without_a_model_says_nothing(harness: JobHarness, model_id: str) -> None:
    assert await harness.job.look_ahead(model_id) == Outlook()


async def test_after_an_older_journal_is_put_back_the_session_tells_of_the_model(
    harness: JobHarness, model_id: str
) -> None:
    before = dict(harness.disk.attempts)
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.READY)
    await harness.die()
    harness.disk.attempts = before
    for id_, model in harness.disk.models.items():
        harness.disk.models[id_] = replace(model, model_ref="", finished_at=None)
    await harness.job.load()
    assert harness.state() is ModelState.CAN_BE_CREATED
    assert (await harness.job.look_ahead(model_id)).session is SessionSays.HAS_MODEL
    assert harness.state() is ModelState.READY
    assert harness.model().model_ref == "chirp-custom:session-1"
    assert not await harness.create(model_id, balance=Decimal(400))
    assert creates(harness) == 1
    await harness.restart()
    assert harness.state() is ModelState.READY


@pytest.mark.parametrize(
    ("phase", "says"), [(Phase.WORKING, SessionSays.UNDER_WAY), (Phase.FAILED, SessionSays.FAILED)]
)
async def test_what_was_done_in_a_session_without_our_knowing_is_told(
    harness: JobHarness, model_id: str, phase: Phase, says: SessionSays
) -> None:
    harness.gateway.script("status", Report(task_id="session-1", phase=phase))
    assert await harness.job.look_ahead(model_id) == Outlook(session=says)
    assert harness.state() is ModelState.CAN_BE_CREATED


async def test_a_failure_that_is_known_is_no_news(harness: JobHarness, model_id: str) -> None:
    harness.gateway.script("status", *[Report(task_id="session-1", phase=Phase.FAILED)] * 2)
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.state() is ModelState.FAILED)
    assert (await harness.job.look_ahead(model_id)).session is SessionSays.NOTHING


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (GatewayError(Fault.SERVER, Fate.UNCLEAR, status=500), SessionSays.UNKNOWN),
        (GatewayError(Fault.REJECTED, Fate.REFUSED, status=418), SessionSays.UNKNOWN),
        (GatewayError(Fault.CONFLICT, Fate.UNCLEAR, status=409), SessionSays.UNKNOWN),
        (GatewayError(Fault.NONSENSE, Fate.UNCLEAR, status=200), SessionSays.UNKNOWN),
        (refused(Fault.FORBIDDEN), SessionSays.UNKNOWN),
        (refused(Fault.NOT_FOUND), SessionSays.NOTHING),
    ],
)
async def test_a_session_that_cannot_be_asked_is_no_session_that_says_nothing(
    harness: JobHarness, model_id: str, error: GatewayError, says: SessionSays
) -> None:
    harness.gateway.script("status", error)
    assert await harness.job.look_ahead(model_id) == Outlook(session=says)
    assert await harness.job.look_ahead(model_id) == Outlook()


@pytest.mark.parametrize(
    ("error", "stops"),
    [
        (offline(), True),
        (lost(), True),
        (refused(Fault.TOKEN_REFUSED), True),
        (GatewayError(Fault.SIGN_IN_PAGE, Fate.UNCLEAR, status=200), True),
        (GatewayError(Fault.SERVER, Fate.UNCLEAR, status=503), True),
        (GatewayError(Fault.SERVER, Fate.UNCLEAR, status=500), False),
        (refused(Fault.NOT_FOUND), False),
        (GatewayError(Fault.NONSENSE, Fate.UNCLEAR, status=200), False),
    ],
)
async def test_what_would_stop_an_attempt_is_known_before(
    harness: JobHarness, model_id: str, error: GatewayError, stops: bool
) -> None:
    harness.gateway.script("status", error)
    obstacle = (await harness.job.look_ahead(model_id)).obstacle
    assert (obstacle.code if obstacle else "") == (error.fault if stops else "")
    assert (await harness.job.look_ahead(model_id)).obstacle is None
    assert creates(harness) == 0


async def test_an_outage_stops_an_attempt_until_it_is_over(harness: JobHarness, model_id: str) -> None:
    harness.job.connectivity.record_failure(refused(Fault.BUSY, retry_after=300))
    obstacle = (await harness.job.look_ahead(model_id)).obstacle
    assert obstacle is not None
    assert obstacle.code == Fault.BUSY


async def test_another_model_from_the_songs_of_an_unclear_one_is_known(
    harness: JobHarness, model_id: str
) -> None:
    copy = await harness.job.duplicate(model_id, "Again")
    await harness.until(lambda: harness.count(SongState.READY) == 6)
    await harness.job.upload(copy.id)
    await harness.until(lambda: harness.count(SongState.UPLOADED) == 12)
    assert harness.job.unclear_twin(copy.id) is None
    harness.gateway.script("create", lost())
    assert await harness.create(model_id, balance=Decimal(500))
    await harness.until(lambda: harness.job.state(model_id) is ModelState.UNCLEAR)
    assert harness.job.unclear_twin(copy.id) == harness.job.model(model_id).attempt
    assert harness.job.unclear_twin(model_id) is None
