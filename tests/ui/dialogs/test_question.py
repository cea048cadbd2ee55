"""A question whose yes carries the action's name and is not the default."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.question import QuestionDialog
from tests.fakes.window import press


def test_enter_is_no_and_the_named_button_yes(window: QWidget) -> None:
    dialog = QuestionDialog(window, "Send it?", "It may count twice.", "Send again")
    dialog.open()
    accepted = QSignalSpy(dialog.accepted)
    assert dialog.windowTitle() == "Send it?"
    assert dialog._text.text() == "It may count twice."
    assert (dialog.cancel.text(), dialog.yes.text()) == ("Cancel", "Send again")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert accepted.count() == 0
    assert dialog.gone
    again = QuestionDialog(window, "Send it?", "It may count twice.", "Send again")
    again.open()
    press(again.yes)
    assert again.result() == QuestionDialog.DialogCode.Accepted
