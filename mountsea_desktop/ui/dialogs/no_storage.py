"""What is missing before songs on this computer can be added, for the musician and for the administrator."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.copy_button import CopyButton
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label


class NoStorageDialog(Dialog):
    """Accepted by the wish to paste links instead."""

    set_up_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._missing, self._until_then, self._label = Label(wraps=True), Label(wraps=True), Label()
        set_style(self._label, kind="heading")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setMinimumHeight(self.fontMetrics().height() * 9)
        self.copy = CopyButton(self.text.toPlainText)
        self.set_up = QPushButton()
        self.set_up.setAutoDefault(False)
        self.set_up.clicked.connect(self.set_up_wanted)
        tools = Flow(Scale.of(self.font())(8))
        tools.add(self.copy, self.set_up)
        for part in (self._missing, self._until_then, self._label, self.text, tools):
            self.contents.addWidget(part)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.paste = self.add_button("primary")
        self.paste.clicked.connect(self.accept)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self.retranslate()

    def retranslate(self) -> None:
        say = words.files
        self.set_title(say.no_storage_title())
        self._missing.setText(say.no_storage())
        self._until_then.setText(say.no_storage_until_then())
        self._label.setText(say.for_administrator())
        self.text.setPlainText(say.administrator_text())
        self.text.setAccessibleName(say.for_administrator())
        self.copy.set_title(say.copy_text())
        self.set_up.setText(say.set_up())
        self.paste.setText(say.paste_links())
        self.close_button.setText(words.dialogs.close())
