"""A report can be read before it is copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.report import ReportBox
from tests.fakes.window import press


def test_it_is_read_first_and_copied_as_it_was_read(window: QWidget) -> None:
    QGuiApplication.clipboard().setText("before")
    box = ReportBox(window, "ValueError: <b>no</b>")
    box.open()
    assert box.windowTitle() == "Something unexpected happened"
    assert box._report.toPlainText() == "ValueError: <b>no</b>"
    assert box._report.isReadOnly()
    assert QGuiApplication.clipboard().text() == "before"
    press(box.copy)
    assert QGuiApplication.clipboard().text() == "ValueError: <b>no</b>"
    press(box.close_button)
    assert box.gone
