from mountsea_desktop.workflow.model import ModelState
from tests.fakes.bench import Bench


async def test_the_whole_job(bench: Bench) -> None:
    model_id = await bench.uploaded()
    assert bench.state() is ModelState.CAN_BE_CREATED
    assert await bench.studio.create(model_id, balance=500)
    await bench.until(lambda: bench.state() is ModelState.READY)
    assert bench.model().model_ref == "chirp-custom:session-1"
    assert len(bench.gateway.seen("prepare")) == len(bench.gateway.seen("create")) == 1
