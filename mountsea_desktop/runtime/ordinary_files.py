"""Reading files whose names somebody else gave: a pipe is not waited for, a device not read without end."""

import errno
import os
import stat
from pathlib import Path


class NotOrdinaryError(OSError):
    """It is no file to be read as a whole: a pipe, a device, or far too large."""


def require_ordinary(path: Path, largest: int) -> None:
    """Raise `OSError` unless it is a file of at most so many bytes; where it is another, `NotOrdinaryError`.

    Looked at before it is opened, since opening a pipe waits for somebody at its other end.
    """
    found = path.stat()
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(found.st_mode):
        raise NotOrdinaryError(f"{path.name} is not a file")
    if found.st_size > largest:
        raise NotOrdinaryError(f"more than {largest} bytes")


def read_ordinary(path: Path, largest: int) -> bytes:
    """Return all of a file of at most so many bytes. Raises `OSError`, as `require_ordinary` does."""
    require_ordinary(path, largest)
    with path.open("rb") as file:
        content = file.read(largest + 1)  # of some, of those in /proc say, the size is not known before
    if len(content) > largest:
        raise NotOrdinaryError(f"more than {largest} bytes")
    return content
