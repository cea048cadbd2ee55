"""Each way of starting imports its own, and hands its exit status on."""

import subprocess
import sys

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
