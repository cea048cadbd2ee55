"""Each way of starting imports its own, and hands its exit status on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mountsea_desktop import PROGRAM, __version__
from mountsea_desktop.__main__ import main
from mountsea_desktop.options import Options


def test_the_window_gets_the_options_and_gives_the_status(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Options] = []

    def run(options: Options) -> int:
        asked.append(options)
        return 7

    monkeypatch.setattr("mountsea_desktop.ui.app.start.run", run)
    assert main(["--demo"]) == 7
    assert asked == [Options(demo=True)]


def test_the_selftest_opens_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mountsea_desktop.ui.app.selftest.selftest", lambda _profile: 1)
    monkeypatch.setattr("mountsea_desktop.ui.app.start.run", lambda _options: pytest.fail("a window"))
    assert main(["--selftest"]) == 1


def test_the_version_waits_for_no_library() -> None:
    text = (  # with None for a module, its import fails
        "import sys\n"
        "sys.modules |= dict.fromkeys(['PySide6', 'httpx', 'keyring', 'qasync'])\n"
        "sys.argv[1:] = ['--version']\n"
        "from mountsea_desktop.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", text], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, f"{PROGRAM} {__version__}\n")


def test_letters_that_the_output_does_not_have_are_written_all_the_same() -> None:
    """As on Windows, where the output goes into a file; the practice job never ended there."""
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "mountsea_desktop", "--demo", "--autoplay", "--language", "zh_CN"]
    done = subprocess.run(  # noqa: S603 - our own program
        command, capture_output=True, check=False, timeout=100, env=environment, cwd=Path(__file__).parents[1]
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"model ID: chirp-custom:" in done.stdout
    assert b"\\u" in done.stdout


def test_a_program_without_any_output_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mountsea_desktop.ui.app.start.run", lambda _options: 0)
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main([]) == 0
