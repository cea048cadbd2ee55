"""Practice beside the real thing is a program of its own."""

import asyncio
import sys
from pathlib import Path

import pytest

from mountsea_desktop.ui.app import practice_window
from tests.fakes.window import until

PRACTICE = """
import pathlib, sys, time
folder = pathlib.Path(sys.argv[1])
(folder / "begun").touch()
while not (folder / "closed").exists():
    time.sleep(0.01)
(folder / "ended").write_text(" ".join(sys.argv[2:]))
"""
"""A program that stays until it is closed, and says at its end how it was started."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a program that takes the place of practice says how far it is."""
    monkeypatch.setattr(
        practice_window,
        "command",
        lambda *arguments: [sys.executable, "-c", PRACTICE, str(tmp_path), *arguments],
    )
    return tmp_path


async def test_it_is_waited_for_until_it_ends(folder: Path) -> None:
    (folder / "closed").touch()
    await practice_window.practise("zh_TW")
    assert (folder / "ended").read_text("utf-8") == "--demo --language zh_TW"


async def test_it_stays_when_nobody_waits_any_longer(folder: Path) -> None:
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(practice_window.practise("zh_TW"), 0.1)
    await until((folder / "begun").exists, "practice")
    assert not (folder / "ended").exists()
    (folder / "closed").touch()
    await until((folder / "ended").exists, "its end")


async def test_what_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(practice_window, "command", lambda *_: [str(tmp_path / "missing")])
    with pytest.raises(OSError, match="missing"):
        await practice_window.practise("en")
