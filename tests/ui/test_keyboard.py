"""After each step the keyboard is where one goes on, and Space does no harm there."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, at, press, profile, running, until


def space() -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, Qt.Key.Key_Space)


async def added(run: Run, gateway: FaultGateway) -> None:
    """By the button of the empty page, as the first songs are."""
    run.page.empty.add.setFocus()
    press(run.page.empty.add)
    dialog = await run.dialog(LinksDialog)
    dialog.field.setPlainText("\n".join(gateway.song(f"{number}.mp3") for number in range(6)))
    await until(lambda: len(dialog.found) == 6, "the links")
    press(dialog.add)
    await run.closed(dialog)
    await until(lambda: run.count(SongState.READY) == 6, "the songs")
    await in_front(run)


async def in_front(run: Run) -> None:
    """As after a dialog; off-screen nothing comes to the front by itself."""
    run.window.activateWindow()
    await until(run.window.isActiveWindow, "the window in front")


async def test_after_adding_it_is_with_the_songs(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await added(run, gateway)
        assert QApplication.focusWidget() is run.page.view
        space()
        run.page.view.go_to(0)
        space()
        assert len(run.program.job.songs(run.page.model_id)) == 6
        press(run.window.toast.button)
        await until(lambda: not run.songs(), "the empty page")
        assert QApplication.focusWidget() is run.page.empty.add


async def test_after_spending_it_is_not_on_new_model(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        await added(run, gateway)
        press(run.page.upload)
        await until(run.page.bar.button.isEnabled, "six uploads")
        run.page.bar.button.setFocus()
        dialog = await run.confirming()
        press(dialog.spend)
        await run.closed(dialog)
        await until(lambda: not run.page.bar.isVisible(), "the sent model")
        await in_front(run)
        assert QApplication.focusWidget() is run.page.view
        space()
        assert len(run.program.job.models()) == 1


async def test_practice_begins_with_the_songs(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        await in_front(run)
        assert QApplication.focusWidget() is run.page.view


async def test_after_taking_back_and_doing_again_it_is_with_what_is_there(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await added(run, gateway)
        QTest.keyClick(run.page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: not run.songs(), "the empty page")
        assert QApplication.focusWidget() is run.page.empty.add
        QTest.keyClick(run.page.empty.add, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: len(run.songs()) == 6, "the songs")
        assert QApplication.focusWidget() is run.page.view
        space()
        assert len(run.program.job.models()) == 1
        assert len(run.program.job.songs(run.page.model_id)) == 6


async def test_after_connecting_it_is_with_the_songs_that_are_uploaded(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await added(run, gateway)
        run.page.upload.setFocus()
        press(run.page.upload)
        dialog = await run.dialog(AccountDialog)
        dialog.token.setText("sk-made-up")
        press(dialog.save)
        await until(dialog.keep.isVisible, "no keyring")
        press(dialog.keep)
        await until(dialog.go_on.isVisible, "the balance")
        assert dialog.go_on.hasFocus()
        space()
        await run.closed(dialog)
        await in_front(run)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")
        assert QApplication.focusWidget() is run.page.view
        space()
        assert len(run.program.job.models()) == 1
