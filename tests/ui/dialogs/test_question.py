"""A question whose yes carries the action's name and is not the default."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.question import QuestionBox
from tests.fakes.window import press


def test_enter_is_no_and_the_named_button_yes(window: QWidget) -> None:
    box = QuestionBox(window, "Send it?", "It may count twice.", "Send again")
    box.open()
    accepted = QSignalSpy(box.accepted)
    assert box.windowTitle() == "Send it?"
    assert box._text.text() == "It may count twice."
    assert (box.cancel.text(), box.yes.text()) == ("Cancel", "Send again")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert accepted.count() == 0
    assert box.gone
    again = QuestionBox(window, "Send it?", "It may count twice.", "Send again")
    again.open()
    press(again.yes)
    assert again.result() == QuestionBox.DialogCode.Accepted
