"""The log, with its newest lines in view, to read and to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.log import LogDialog
from tests.fakes.window import press


def test_the_newest_line_is_in_view_and_all_are_copied(window: QWidget) -> None:
    text = "\n".join(f"line {number}" for number in range(1_000))
    dialog = LogDialog(window, text)
    dialog.open()
    bar = dialog._text.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert dialog._text.isReadOnly()
    press(dialog.copy)
    assert QGuiApplication.clipboard().text() == text
    press(dialog.close_button)
    assert dialog.gone
