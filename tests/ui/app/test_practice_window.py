"""Practice beside the real thing is a program of its own."""

import sys

import pytest
from PySide6.QtCore import QProcess

from mountsea_desktop.ui.app import practice_window


@pytest.mark.parametrize(
    ("frozen", "arguments"),
    [
        (False, ["-m", "mountsea_desktop", "--demo", "--language", "zh_TW"]),
        (True, ["--demo", "--language", "zh_TW"]),
    ],
)
def test_it_is_started_in_the_language_in_force(
    monkeypatch: pytest.MonkeyPatch, frozen: bool, arguments: list[str]
) -> None:
    started: list[tuple[str, list[str]]] = []

    def start(program: str, given: list[str]) -> tuple[bool, int]:
        started.append((program, given))
        return True, 4711

    monkeypatch.setattr(QProcess, "startDetached", start)
    if frozen:
        monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert practice_window.open_practice("zh_TW")
    assert started == [(sys.executable, arguments)]
