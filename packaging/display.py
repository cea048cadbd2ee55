"""Exit 0 when a window can be shown here: a display is named, and Qt can open it."""

import os
import subprocess
import sys

PATIENCE = 20.0  # seconds; a display at the far end of a dead connection never answers


def usable() -> bool:
    """Try in a process of its own, because Qt aborts the one that names a display it cannot open."""
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        return False
    try:
        opened = subprocess.run(
            [sys.executable, "-c", "from PySide6.QtGui import QGuiApplication as A; A([])"],
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return opened.returncode == 0


if __name__ == "__main__":
    sys.exit(not usable())
