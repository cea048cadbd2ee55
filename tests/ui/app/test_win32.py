"""What Windows is told, and nobody else."""

import ctypes
import sys
from types import SimpleNamespace

import pytest

from mountsea_desktop.ui.app import win32


def test_windows_learns_who_this_is_and_who_may_come_to_the_front(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    libraries = SimpleNamespace(
        shell32=SimpleNamespace(SetCurrentProcessExplicitAppUserModelID=told.append),
        user32=SimpleNamespace(AllowSetForegroundWindow=told.append),
    )
    monkeypatch.setattr(ctypes, "windll", libraries, raising=False)
    for platform, expected in (("linux", []), ("darwin", []), ("win32", [win32.APP_ID, -1])):
        monkeypatch.setattr(sys, "platform", platform)
        win32.name_program()
        win32.let_another_come_to_the_front()
        assert told == expected
