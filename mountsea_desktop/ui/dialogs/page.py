"""A page that no browser of this computer opens: its address, to be taken elsewhere."""

from PySide6.QtWidgets import QLineEdit, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.pages import is_page, open_page
from mountsea_desktop.ui.theme.style import set_style
from mountsea_desktop.ui.widgets.label import Label


class PageDialog(Dialog):
    """Shows the address, and copies it."""

    def __init__(self, parent: QWidget, address: str) -> None:
        super().__init__(parent)
        self._text = Label(wraps=True)
        self.address = QLineEdit(address, readOnly=True)
        set_style(self.address, kind="code")
        self.address.setCursorPosition(0)
        for part in (self._text, self.address):
            self.contents.addWidget(part)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.copy = self.add_copy_button(self.address.text)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.retranslate()

    def retranslate(self) -> None:
        say = words.dialogs
        self.set_title(say.no_browser_title())
        self._text.setText(say.no_browser())
        self.address.setAccessibleName(say.address())
        self.copy.set_title(say.copy_address())
        self.close_button.setText(say.close())


def open_or_show(address: str, parent: QWidget) -> None:
    """Open a page in the browser, or show its address in front of `parent` where none opens."""
    if not open_page(address) and is_page(address):
        dialog = PageDialog(parent, address)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
