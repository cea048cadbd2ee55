"""The Suno account behind a session has as many models as it may: what is said, and the way out."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Status
from tests.fakes.window import at, press, profile, running, until


async def test_a_full_account_is_explained_and_left_for_another(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.on("create").next(Status(403, "Custom model limit reached (3/3)"))
    gateway.mountsea.upload_price = 2
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        bar = run.page.bar
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "good links")
        press(run.page.upload)
        await until(bar.button.isEnabled, "the songs")
        await run.spend()
        await until(lambda: "There is no room for another model." in bar.reason.text(), "what happened")
        assert "three are usual" in bar.reason.text()
        assert "All songs are uploaded again, which may cost credits again." in bar.reason.text()
        price = "Uploading these 6 songs again costs about 12 credits, as last time."
        await until(lambda: price in bar._advice.text(), "what the way out costs")

        press(bar.start_over)
        await until(lambda: run.count(SongState.READY) == 6, "the songs as they were before")
        assert bar.start_over.isHidden()
        assert bar.property("tone") != "danger", "what went wrong is left behind"
        assert "no room" not in bar.reason.text()
        press(run.page.upload)
        await until(bar.button.isEnabled, "the songs in another session")
        await run.spend()
        await until(run.page.attempt.identifier.isVisible, "the model")
        assert run.program.job.state(run.page.model_id) is ModelState.READY
    sessions = [seen.body["sessionId"] for seen in gateway.record.creates]
    assert len(set(sessions)) == len(sessions) == 2
