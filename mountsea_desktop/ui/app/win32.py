"""What Windows wants to be told by itself. Elsewhere nothing happens."""

import ctypes
import sys

APP_ID = "Mountsea.MountseaDesktop"
"""The installer's entry in the start menu bears it, too."""
_ANYBODY = -1


def name_program() -> None:
    """Be one program on the task bar and in notifications, and not one of several Pythons."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(APP_ID)


def let_another_come_to_the_front() -> None:
    """Pass on the right that a program has that was just started: the one that runs has lost its own."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(_ANYBODY)
