"""Why the program cannot start, for people who see no console."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import Label


class CannotStartDialog(QDialog):
    """A window of its own, since there is no other yet."""

    def __init__(self, text: str) -> None:
        super().__init__()
        scale = Scale.of(self.font())
        self.setWindowTitle(words.program.cannot_start())
        self.setAccessibleName(words.program.cannot_start())
        title, label = Label(words.program.cannot_start(), wraps=True), Label(text, wraps=True)
        set_style(title, kind="title")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QPushButton(words.dialogs.close())
        set_style(close, kind="primary")
        close.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[scale(24)] * 4)
        layout.setSpacing(scale(16))
        layout.addWidget(title)
        layout.addWidget(label, 1)
        layout.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)


async def show_cannot_start(text: str) -> None:
    """Say why the program cannot start: in a window and, for those who have one, on the console."""
    print(text, file=sys.stderr)  # noqa: T201 - unlike its write, print knows that Windows may give no stderr
    await run_dialog(CannotStartDialog(text))
