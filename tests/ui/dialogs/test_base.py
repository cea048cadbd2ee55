"""A box is opened and awaited; however it closes, the waiting ends, and no second loop ever runs."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.base import Box, shown
from tests.fakes.window import bury, press, until


class Asking(Box):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.no = self.add_button()
        self.no.clicked.connect(self.reject)
        self.yes = self.add_button("primary")
        self.yes.clicked.connect(self.accept)
        self.retranslate()

    def retranslate(self) -> None:
        self.entitle("A question")


WAYS: dict[str, tuple[Callable[[Asking], object], bool]] = {
    "yes": (lambda box: press(box.yes), True),
    "no": (lambda box: press(box.no), False),
    "escape": (lambda box: QTest.keyClick(box, Qt.Key.Key_Escape), False),
    "frame": (lambda box: box.close(), False),
}


@pytest.mark.parametrize("way", WAYS)
async def test_however_it_closes_the_answer_comes_once_and_the_box_is_gone(window: QWidget, way: str) -> None:
    close, answer = WAYS[way]
    box = Asking(window)
    waiting = asyncio.get_running_loop().create_task(shown(box))
    await until(box.isVisible, "the box")
    turns = asyncio.Event()
    asyncio.get_running_loop().call_soon(turns.set)
    await turns.wait()  # others have their turn while it is open
    assert not waiting.done()
    assert box.isModal()
    close(box)
    assert await waiting is answer
    assert box.gone
    bury()
    assert not window.findChildren(Asking)


async def test_whoever_stops_waiting_takes_the_box_away(window: QWidget) -> None:
    box = Asking(window)
    waiting = asyncio.get_running_loop().create_task(shown(box))
    await until(box.isVisible, "the box")
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert waiting.cancelled()
    bury()
    assert not window.findChildren(Asking)


def test_a_title_is_read_by_everybody(window: QWidget) -> None:
    box = Asking(window)
    assert box.windowTitle() == box.accessibleName() == box.heading.text() == "A question"
