"""The keyboard goes where one goes on, whatever Qt would have taken next."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.widgets.focus import FocusKeeper


class Room(QWidget):
    """Three buttons; the last is where one goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed, self.harmful, self.successor = (QPushButton(name) for name in "abc")
        layout = QVBoxLayout(self)
        for button in (self.pressed, self.harmful, self.successor):
            layout.addWidget(button)
        self.keeper = FocusKeeper(self, self.successor.setFocus)
        self.show()
        self.activateWindow()


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    qtbot.waitUntil(room.isActiveWindow)
    room.pressed.setFocus()
    return room


@pytest.mark.parametrize("how", ["hide", "disable", "hide the parent"])
def test_what_vanishes_hands_over(room: Room, how: str) -> None:
    if how == "hide":
        room.pressed.hide()
    elif how == "disable":
        room.pressed.setEnabled(False)
    else:
        inner = QWidget(room)
        field = QPushButton(inner)
        inner.show()
        field.setFocus()
        inner.hide()
    assert QApplication.focusWidget() is room.successor


def test_who_goes_elsewhere_is_left_alone(room: Room) -> None:
    room.harmful.setFocus()
    room.pressed.hide()
    assert QApplication.focusWidget() is room.harmful


def test_what_vanished_behind_a_dialog_hands_over_when_the_window_is_back(room: Room, qtbot: QtBot) -> None:
    dialog = QWidget()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    room.pressed.hide()
    dialog.hide()
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    assert QApplication.focusWidget() is room.successor
