"""Why the program cannot start, in a window of its own."""

import asyncio

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.cannot_start import CannotStartDialog
from tests.fakes.window import press, until


async def test_it_says_why_and_closes(window: QWidget) -> None:  # noqa: ARG001 - the window's loop
    dialog = CannotStartDialog("The folder cannot be used. Choose another.")
    waiting = asyncio.get_running_loop().create_task(run_dialog(dialog))
    await until(dialog.isVisible, "the dialog")
    assert dialog.accessibleName() == dialog.windowTitle() == "Mountsea Desktop cannot start"
    assert "The folder cannot be used. Choose another." in [
        label.text() for label in dialog.findChildren(QLabel)
    ]
    (close,) = dialog.findChildren(QPushButton)
    press(close)
    assert await waiting is False
