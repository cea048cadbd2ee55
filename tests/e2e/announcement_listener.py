"""Hears what a screen reader is told to say; runs under Debian's own Python, which has `gi`.

A line `listening` on stdout once it does, and then each announcement as a JSON text.
"""

import json
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version comes first


def heard(event: Any) -> None:
    print(json.dumps(event.any_data), flush=True)  # noqa: T201 - its way to tell


def main() -> None:
    """Listen until it is ended."""
    listener = Atspi.EventListener.new(heard)
    listener.register("object:announcement")
    print("listening", flush=True)  # noqa: T201
    Atspi.event_main()


if __name__ == "__main__":
    main()
