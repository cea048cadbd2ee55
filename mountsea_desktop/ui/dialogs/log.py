"""The log, to read and to copy: it holds no token and no signed link."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import set_style
from mountsea_desktop.ui.widgets.label import Label


class LogDialog(Dialog):
    """The newest lines are in view."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self._intro = Label(wraps=True)
        self._text = QPlainTextEdit(text, readOnly=True)
        self._text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        set_style(self._text, kind="code")
        self.contents.addWidget(self._intro)
        self.contents.addWidget(self._text)
        self.copy = self.add_copy_button(self._text.toPlainText)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.resize(self.fontMetrics().averageCharWidth() * 110, self.fontMetrics().height() * 32)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(words.dialogs.log_title())
        self._intro.setText(words.dialogs.log_text())
        self._text.setAccessibleName(words.dialogs.log_title())
        self.copy.set_title(words.dialogs.copy())
        self.close_button.setText(words.dialogs.close())

    def showEvent(self, event: QShowEvent) -> None:
        """Only now is it known how many lines are in view."""
        super().showEvent(event)
        newest = self._text.verticalScrollBar()
        newest.setValue(newest.maximum())
