"""Ctrl+C at any moment of a start ends the program: no crash, no window that stays, no traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mountsea_desktop.runtime.interrupt import Interrupt

PATIENCE = 100.0
"""Seconds that a start may take: ample, for Wine beside other work."""
PRESS = """
import signal, sys
from mountsea_desktop.__main__ import main

moment, profile = sys.argv[1:]
pressed = []

def press():
    if not pressed:
        pressed.append(moment)
        signal.raise_signal(signal.SIGINT)

def imports(event, args):
    if event == "import" and args[0] == moment:
        press()

def calls(frame, event, _argument):
    if event == "call" and frame.f_code.co_qualname == moment:
        press()

sys.addaudithook(imports)
sys.setprofile(calls)
status = main(["--language", "en", "--profile", profile])
sys.setprofile(None)
print(*pressed)
sys.exit(status)
"""


@pytest.mark.parametrize(
    "moment",
    [
        "PySide6.QtCore",
        "PySide6.QtWidgets",
        "make_application",
        "Application.event",
        "Theme.dress",
        "MainWindow.changeEvent",
        "Scrolled.__init__",
        "_FirstPaint.eventFilter",
        "mountsea_desktop.program",
        "go_on",
        "AppRun._show",
        "AppRun._open",
    ],
)
def test_ctrl_c_ends_a_start_cleanly(moment: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", PRESS, moment, str(tmp_path)]
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    done = subprocess.run(  # noqa: S603 - our own text
        command, env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    assert (done.returncode in (0, 130), done.stderr, done.stdout) == (True, "", f"{moment}\n")


def test_it_is_remembered_and_whoever_handled_it_before_does_so_again() -> None:
    interrupt, before = Interrupt(), signal.getsignal(signal.SIGINT)
    with interrupt:
        assert not interrupt.is_wanted
        signal.raise_signal(signal.SIGINT)
        assert interrupt.is_wanted
    assert signal.getsignal(signal.SIGINT) is before
    assert not interrupt.is_wanted
