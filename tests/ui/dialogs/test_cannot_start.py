"""Why the program cannot start, in a window of its own."""

import asyncio

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from mountsea_desktop.ui.dialogs.base import shown
from mountsea_desktop.ui.dialogs.cannot_start import StopBox
from tests.fakes.window import press, until


async def test_it_says_why_and_closes(window: QWidget) -> None:  # noqa: ARG001 - the window's loop
    box = StopBox("The folder cannot be used. Choose another.")
    waiting = asyncio.get_running_loop().create_task(shown(box))
    await until(box.isVisible, "the box")
    assert box.accessibleName() == box.windowTitle() == "Mountsea Desktop cannot start"
    assert "The folder cannot be used. Choose another." in [
        label.text() for label in box.findChildren(QLabel)
    ]
    (close,) = box.findChildren(QPushButton)
    press(close)
    assert await waiting is False
