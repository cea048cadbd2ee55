"""A question with a yes that is not the default."""

from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.widgets.label import Label


class QuestionDialog(Dialog):
    """Says what is at stake; the button that goes on carries the action's own name."""

    def __init__(self, parent: QWidget, title: str, text: str, yes: str) -> None:
        super().__init__(parent)
        self._texts = (title, text, yes)
        self._text = Label(wraps=True)
        self.contents.addWidget(self._text)
        self.cancel = self.add_button()
        self.cancel.clicked.connect(self.reject)
        self.yes = self.add_button("primary")
        self.yes.clicked.connect(self.accept)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.retranslate()

    def retranslate(self) -> None:
        """The question's own words stay in the language it was asked in."""
        title, text, yes = self._texts
        self.set_title(title)
        self._text.setText(text)
        self.cancel.setText(words.dialogs.cancel())
        self.yes.setText(yes)
