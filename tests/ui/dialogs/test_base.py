"""A dialog is opened and awaited; however it closes, the waiting ends, and no second loop ever runs."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.base import Dialog, run_dialog
from tests.fakes.window import bury, press, until


class YesNoDialog(Dialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.no = self.add_button()
        self.no.clicked.connect(self.reject)
        self.yes = self.add_button("primary")
        self.yes.clicked.connect(self.accept)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title("A question")


WAYS: dict[str, tuple[Callable[[YesNoDialog], object], bool]] = {
    "yes": (lambda dialog: press(dialog.yes), True),
    "no": (lambda dialog: press(dialog.no), False),
    "escape": (lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape), False),
    "frame": (lambda dialog: dialog.close(), False),
}


@pytest.mark.parametrize("way", WAYS)
async def test_however_it_closes_it_answers_once_and_is_gone(window: QWidget, way: str) -> None:
    close, answer = WAYS[way]
    dialog = YesNoDialog(window)
    waiting = asyncio.get_running_loop().create_task(run_dialog(dialog))
    await until(dialog.isVisible, "the dialog")
    turns = asyncio.Event()
    asyncio.get_running_loop().call_soon(turns.set)
    await turns.wait()  # others have their turn while it is open
    assert not waiting.done()
    assert dialog.isModal()
    close(dialog)
    assert await waiting is answer
    assert dialog.gone
    bury()
    assert not window.findChildren(YesNoDialog)


async def test_whoever_stops_waiting_takes_the_dialog_away(window: QWidget) -> None:
    dialog = YesNoDialog(window)
    waiting = asyncio.get_running_loop().create_task(run_dialog(dialog))
    await until(dialog.isVisible, "the dialog")
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
    bury()
    assert not window.findChildren(YesNoDialog)


def test_a_title_is_read_by_everybody(window: QWidget) -> None:
    dialog = YesNoDialog(window)
    assert dialog.windowTitle() == dialog.accessibleName() == dialog.heading.text() == "A question"
