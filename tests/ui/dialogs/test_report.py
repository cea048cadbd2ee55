"""A report can be read before it is copied."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.report import ReportDialog
from tests.fakes.window import press


def test_it_is_read_first_and_copied_as_it_was_read(window: QWidget) -> None:
    QGuiApplication.clipboard().setText("before")
    dialog = ReportDialog(window, "ValueError: <b>no</b>")
    dialog.open()
    assert dialog.windowTitle() == "Something unexpected happened"
    assert dialog._report.toPlainText() == "ValueError: <b>no</b>"
    assert dialog._report.isReadOnly()
    assert QGuiApplication.clipboard().text() == "before"
    press(dialog.copy)
    assert QGuiApplication.clipboard().text() == "ValueError: <b>no</b>"
    press(dialog.close_button)
    assert dialog.gone
