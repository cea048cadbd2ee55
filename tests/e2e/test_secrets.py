"""What is entered as a secret is on no bus."""

import sys
from pathlib import Path

from mountsea_desktop.storage.folders import Folders
from tests.e2e.desktop import Desktop
from tests.e2e.gateway import TOKEN, GatewayProcess

CLIPBOARD = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
app.clipboard().setText(sys.argv[1])
window = QLabel("copied")
window.show()
app.exec()
"""
TYPED = "zqx"


def test_nobody_hears_the_token_being_entered(desktop: Desktop, tmp_path: Path) -> None:
    listener = desktop.listener("object:text-changed")
    other = desktop.start(command=(sys.executable, "-c", CLIPBOARD, TOKEN))
    other.wait("label", "copied")
    with GatewayProcess(tmp_path) as gateway:
        program = desktop.start("--profile", str(tmp_path / "profile"), environment=gateway.environment)
        program.press("button", "Connect*")
        program.focus("password text", "API token")
        for keys in (*TYPED, "Control_L+a", "BackSpace", *TYPED, "Control_L+a", "Control_L+v"):
            program.keys(keys)
        program.press("button", "Save token")
        program.wait("label", "Connected. You have 1,000 credits.")
        program.press("button", "Close")
        program.gone("password text", "API token")
        program.focus("text", "Model name")  # which is no secret, and shows that changes are heard
        program.keys("Control_L+a")
        program.keys("w")
        heard = listener.until("w")
        assert (
            desktop.secret("mountsea-desktop", f"{_profile(tmp_path)}@{gateway.url}+{gateway.url}") == TOKEN
        )
    assert not [text for text in heard if text in TOKEN or TOKEN in text or set(text) <= set(TYPED)]


def _profile(tmp_path: Path) -> str:
    return Folders.of_profile(tmp_path / "profile").profile_id
