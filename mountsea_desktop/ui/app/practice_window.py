"""A window of its own for practice, beside the one that is open."""

import sys

from PySide6.QtCore import QProcess


def open_practice(language: str) -> bool:
    """Start the program once more, in practice, where nothing touches real data; return whether it worked."""
    arguments = ["--demo", "--language", language]
    if not getattr(sys, "frozen", False):  # set by what makes one file of Python and the program
        arguments = ["-m", "mountsea_desktop", *arguments]
    started, _pid = QProcess.startDetached(sys.executable, arguments)
    return bool(started)
