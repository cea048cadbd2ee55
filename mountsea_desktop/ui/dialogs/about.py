"""What this program is, and which versions of what it is made of."""

import platform

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from mountsea_desktop import __version__
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.system_name import system_name
from mountsea_desktop.ui.widgets.label import Label

LIBRARIES = ("PySide6_Essentials", "qasync", "httpx", "keyring", "truststore", "msgspec", "platformdirs")


def versions() -> str:
    """Return the versions that a report of a fault needs, one a line."""
    lines = [f"mountsea-desktop {__version__}", f"Python {platform.python_version()}", system_name()]
    return "\n".join(lines + [f"{name} {_version(name)}" for name in LIBRARIES])


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - large, and rarely asked

    try:
        return version(name)
    except PackageNotFoundError:  # packed by a tool that leaves out what is said of libraries
        return "unknown"


class AboutDialog(Dialog):
    """A sentence, and versions to copy."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = Label(wraps=True)
        self._versions = QPlainTextEdit(versions(), readOnly=True)
        self._versions.setMinimumHeight(self.fontMetrics().height() * 11)
        self.contents.addWidget(self._text)
        self.contents.addWidget(self._versions)
        self.copy = self.add_copy_button(self._versions.toPlainText)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(words.dialogs.about_title())
        self._text.setText(words.dialogs.about_text())
        self._versions.setAccessibleName(words.dialogs.versions())
        self.copy.set_title(words.dialogs.copy())
        self.close_button.setText(words.dialogs.close())
