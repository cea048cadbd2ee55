"""Hears what assistive tools are told; runs under Debian's own Python, which has `gi`.

The events to hear are its arguments. A line `listening` on stdout once it does, and then the text of each
event as JSON.
"""

import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402 - the version comes first


def heard(event: Any) -> None:
    print(json.dumps(event.any_data), flush=True)  # noqa: T201 - its way to tell


def main() -> None:
    """Listen until it is ended."""
    listener = Atspi.EventListener.new(heard)
    for event in sys.argv[1:]:
        listener.register(event)
    print("listening", flush=True)  # noqa: T201 - the test waits for it
    Atspi.event_main()


if __name__ == "__main__":
    main()
