"""One profile is used by one program at a time."""

import errno
import os
import sys
from pathlib import Path
from typing import Self

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})


class ProfileInUseError(Exception):
    """Another program, most likely another window of this one, uses the profile."""


class NoLocksError(Exception):
    """The drive knows no locks: two programs could use the profile at the same time, and pay twice."""


class ProfileLock:
    """A lock on a file in the data folder.

    The operating system lets it go when the program ends, however it ends; the file itself stays, since
    deleting it would let two programs hold a lock of the same name.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, folder: Path) -> Self:
        """Lock the profile whose data is in `folder`, without waiting.

        Raises `ProfileInUseError`, `NoLocksError`, and `OSError` when the file cannot be made.
        """
        descriptor = os.open(folder / "in-use.lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HELD:
                raise ProfileInUseError(str(folder)) from None
            raise NoLocksError(str(error)) from error
        return cls(descriptor)

    def release(self) -> None:
        """Let others use the profile."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
