"""Whether there is a screen at all: Qt would end the program in the middle of a sentence of its own."""

import sys
from collections.abc import Mapping


def is_missing(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Return whether a screen is missing where one is connected to, and no other platform was chosen."""
    if platform in {"win32", "darwin"} or environ.get("QT_QPA_PLATFORM"):
        return False
    return not (environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))
