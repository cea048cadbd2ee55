"""Waits for a window as a screen reader does; runs under Debian's own Python, which has `gi`.

    /usr/bin/python3 waiting.py

One process id a line on stdin. The answer says when (by the machine's monotonic clock) "Add links…" had been
pressed through the accessibility tree and its box was there, and when Escape, by the keyboard, had closed it.
"""

import contextlib
import json
import os
import sys
import time
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "e2e"))  # noqa: PTH118, PTH120 - beside it
import driver  # type: ignore[import-not-found]  # noqa: E402 - found by the line above
import x11  # type: ignore[import-not-found]  # noqa: E402 - the same
from gi.repository import GLib  # noqa: E402 - the version comes first

PAUSE = 0.004
LONGEST = 30.0


def look(pid: int, role: str, name: str) -> Any:
    """The thing on screen, or None."""
    try:
        return driver.find({"pid": pid, "target": {"role": role, "name": name}})
    except (driver.NotThereError, GLib.Error):
        return None


def main() -> None:
    """Answer until the input ends."""
    for line in sys.stdin:
        pid, opened = int(line), 0.0
        deadline = time.monotonic() + LONGEST
        while time.monotonic() < deadline:
            if look(pid, "text", "Song links") is not None:
                opened = opened or time.monotonic()
                x11.activate(os.environ["DISPLAY"], pid)
                x11.press_keys(os.environ["DISPLAY"], "Escape")
            elif opened:
                break
            elif (button := look(pid, "button", "Add links…")) is not None:
                with contextlib.suppress(driver.NotThereError, GLib.Error):
                    driver.press(button, {"target": {}})
            time.sleep(PAUSE)
        print(json.dumps({"opened": opened, "closed": time.monotonic()}), flush=True)


if __name__ == "__main__":
    main()
