"""No picture of the program's memory on the disk: the token is in it."""

import ctypes
import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def switch_off() -> None:
    """Have the operating system write none, whatever ends the program. Where that cannot be done, it is not.

    On Linux no other program of the same person may look into its memory from then on, either.
    """
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limit, and writes no such file
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # A limit is no use where a program takes the picture instead of a file.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
