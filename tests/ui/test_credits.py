"""What was spent is shown as Mountsea's records have it, and prices are learned from nothing else."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.dialogs.credits import CreditsDialog
from mountsea_desktop.workflow.prices import Spent
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.hearing import finish_model, kept, order
from tests.fakes.window import Run, at, press, profile, running, until


async def connected(run: Run) -> None:
    run.program.tokens.keep_for_this_run("good")
    run.controller.name_account()


def cells(dialog: CreditsDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [[model.index(row, column).data() for column in (1, 2, 3)] for row in range(model.rowCount())]


async def test_in_practice_the_history_shows_what_was_paid(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await finish_model(run)
        await order(run)
        await kept(run)
        press(run.window.credits)
        dialog = await run.dialog(CreditsDialog)
        await until(dialog.table.isVisible, "the table")
        assert cells(dialog) == [["Creating a model", "1", "100"], ["Having songs made", "1", "10"]]
        assert dialog._balance.text() == "390 credits"
        assert "has cost 110 credits in all: creating it 100 · songs 10" in dialog._model_cost.text()
        press(dialog.close_button)
        await run.closed(dialog)


async def test_uploads_are_among_them_and_the_next_ones_are_reckoned_up(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.upload_price = 5
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
        await finish_model(run)
        press(run.window.credits)
        dialog = await run.dialog(CreditsDialog)
        await until(dialog.table.isVisible, "the table")
        assert cells(dialog) == [["Uploading songs", "6", "30"], ["Creating a model", "1", "100"]]
        assert "130 credits in all: uploads 30 · creating it 100" in dialog._model_cost.text()
        press(dialog.close_button)
        await run.closed(dialog)
        press(run.window.sidebar.new)
        await until(lambda: not run.songs(), "the next model")
        await run.add(*(gateway.song(f"{number}.wav") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "six ready songs")
        advice = run.page.bar._advice.text()
        assert advice == "6 songs at about 5 credits each, as last time: 30 credits."


async def test_a_balance_that_will_not_do_is_said_before_uploading(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.balance = 40
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "six ready songs")
        assert "credits" not in run.page.bar._advice.text()  # nobody has asked for the balance
        run.controller.actions.ask_balance()
        await until(lambda: "You have 40 credits" in run.page.bar._advice.text(), "the warning")
        assert "each" not in run.page.bar._advice.text()  # no upload was seen in the records
        assert run.page.upload.isEnabled()


async def test_what_cannot_be_learned_is_said_and_asked_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        gateway.on("spending").next(faults.Status(500))
        press(run.window.credits)
        dialog = await run.dialog(CreditsDialog)
        await until(lambda: "could not be learned" in dialog._text.text(), "why not")
        assert not dialog.table.isVisible()
        press(dialog.again)
        await until(lambda: "nothing that was spent" in dialog._text.text(), "the answer")
        assert dialog._balance.text() == "1,000 credits"
        press(dialog.close_button)
        await run.closed(dialog)


async def test_without_a_token_there_is_nothing_to_ask(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert not run.window.credits.isVisible()
        assert run.controller.credits.last_price(Spent.SONG) is None
    assert gateway.record.of("spending") == []
