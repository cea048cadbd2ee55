"""The one place that opens dialogs.

A dialog's own `exec` runs a second event loop inside a task, which asyncio does not survive. So a box is
opened, and the task waits for it like for anything else.
"""

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.style import dress, pad


class Box(Retranslated, QDialog):
    """A box with a heading, contents and a row of buttons; Escape closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.gone = False
        """Set once the box is closed: whoever worked for it must not touch it any more."""
        self.finished.connect(self._went)
        self.heading = QLabel(wordWrap=True)
        dress(self.heading, kind="title")
        self.contents = QVBoxLayout()
        self.buttons = QHBoxLayout()
        self.buttons.addStretch()
        layout = QVBoxLayout(self)
        pad(layout, horizontal=24, vertical=24, between=16)
        layout.addWidget(self.heading)
        layout.addLayout(self.contents, 1)
        layout.addLayout(self.buttons)

    def entitle(self, title: str) -> None:
        """Set the title, above the contents and for the window manager."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.heading.setText(title)

    def add_button(self, kind: str = "") -> QPushButton:
        """A further button at the right; `kind` is the theme's, "primary" for the one that is meant."""
        button = QPushButton()
        button.setAutoDefault(False)
        dress(button, kind=kind)
        self.buttons.addWidget(button)
        return button

    def _went(self) -> None:
        self.gone = True

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing by the window's frame is the same as Escape, and always ends the waiting."""
        super().closeEvent(event)
        self.reject()


async def shown(box: QDialog) -> bool:
    """Show the box and wait until it is closed; whether it was accepted. The box is gone afterwards."""
    closed = asyncio.get_running_loop().create_future()

    def finish(result: int) -> None:
        if not closed.done():
            closed.set_result(result == QDialog.DialogCode.Accepted)

    box.finished.connect(finish)
    try:
        box.open()
        return bool(await closed)
    finally:
        box.finished.disconnect(finish)
        box.hide()
        box.deleteLater()
