"""What people see instead of a traceback: a sentence, and a report they can read before they copy it."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import set_style
from mountsea_desktop.ui.widgets.label import Label

LONGEST_LINE = 2_000
"""Characters; Qt lays out a line as a whole whenever it paints."""


class ReportDialog(Dialog):
    """An unexpected error. The report is redacted by whoever makes it."""

    def __init__(self, parent: QWidget, report: str) -> None:
        super().__init__(parent)
        self._text = Label(wraps=True)
        self._report = QPlainTextEdit(_in_lines(report), readOnly=True)
        set_style(self._report, kind="code")
        self.contents.addWidget(self._text)
        self.contents.addWidget(self._report)
        self.copy = self.add_copy_button(self._report.toPlainText)
        self.close_button = self.add_button("primary")
        self.close_button.clicked.connect(self.reject)
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.fontMetrics().height() * 28)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(words.program.unexpected_title())
        self._text.setText(words.program.unexpected())
        self._report.setAccessibleName(words.program.report())
        self.copy.set_title(words.program.copy_report())
        self.close_button.setText(words.dialogs.close())


def _in_lines(report: str) -> str:
    return "\n".join(
        line[begin : begin + LONGEST_LINE]
        for line in report.split("\n")
        for begin in range(0, len(line) or 1, LONGEST_LINE)
    )
