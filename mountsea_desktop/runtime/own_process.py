"""Starting the program itself once more, as a process of its own."""

import sys
from pathlib import Path

FOLDER = Path(__file__).parents[2]
"""What has this very package in it."""
_START = """\
import sys
sys.path.insert(0, sys.argv.pop(1))
from mountsea_desktop.__main__ import main
sys.exit(main())
"""


def command(*arguments: str) -> list[str]:
    """Return what starts it with these arguments, installed or as a copy.

    Not `-m`: that takes modules from the current folder first, and a file of a stranger's may lie there.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-P", "-c", _START, str(FOLDER), *arguments]
