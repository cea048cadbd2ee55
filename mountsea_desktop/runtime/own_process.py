"""Starting the program itself once more, as a process of its own."""

import sys


def command(*arguments: str) -> list[str]:
    """Return what starts it with these arguments, installed or as a copy."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "mountsea_desktop", *arguments]
