"""Starting the program itself once more, as a process that does one thing for it."""

import sys


def command(flag: str) -> list[str]:
    """Return what starts it with this flag alone, installed or as a copy."""
    if getattr(sys, "frozen", False):
        return [sys.executable, flag]
    return [sys.executable, "-m", "mountsea_desktop", flag]
