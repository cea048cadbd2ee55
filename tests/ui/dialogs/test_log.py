"""The log, with its newest lines in view, to read and to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.log import LogBox
from tests.fakes.window import press


def test_the_newest_line_is_in_view_and_all_are_copied(window: QWidget) -> None:
    text = "\n".join(f"line {number}" for number in range(1_000))
    box = LogBox(window, text)
    box.open()
    bar = box._text.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert box._text.isReadOnly()
    press(box.copy)
    assert QGuiApplication.clipboard().text() == text
    press(box.close_button)
    assert box.gone
