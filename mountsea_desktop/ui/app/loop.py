"""The one loop, for Qt and asyncio."""

import asyncio

import qasync
from PySide6.QtWidgets import QApplication


def make_runner(app: QApplication) -> asyncio.Runner:
    """Return what runs a coroutine on it."""
    return asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app))
