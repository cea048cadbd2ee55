"""A file on this computer, which may vanish, change or be locked at any time."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

from mountsea_desktop.hosting.errors import StorageError, StorageFault

_LOCKED = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENXIO, errno.ENODEV})


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file as it was when it was added: another size or time, and it is another file."""

    path: str
    size: int
    modified: int
    """When it was last written to, in nanoseconds of Unix time."""

    @classmethod
    def at(cls, path: Path) -> Self:
        """The file as it is now. Blocks; raises `StorageError`."""
        with reading():
            found = path.stat()
        _require_file(found)
        return cls(str(path), found.st_size, found.st_mtime_ns)

    def open(self) -> BinaryIO:
        """The same file, open. Blocks; raises `StorageError` where it is another one by now."""
        with reading():
            file: BinaryIO = open(self.path, "rb", opener=_open)  # noqa: SIM115 - closed by whoever asked
        try:
            self.compare(file)
        except BaseException:
            file.close()
            raise
        return file

    def compare(self, file: BinaryIO) -> None:
        """See that an open file is still this one. Blocks; raises `StorageError`."""
        with reading():
            found = os.fstat(file.fileno())
        _require_file(found)
        if (found.st_size, found.st_mtime_ns) != (self.size, self.modified):
            raise StorageError(StorageFault.FILE_CHANGED, f"{found.st_size} bytes, and not {self.size}")


def _open(path: str, flags: int) -> int:
    """Open without waiting for somebody at the other end, should a pipe be there by now."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _require_file(found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise StorageError(StorageFault.FILE_NOT_AUDIO, "no file")


@contextmanager
def reading() -> Iterator[None]:
    """Turn the operating system's errors about a file that is read into `StorageError`, without its name."""
    try:
        yield
    except OSError as error:
        raise StorageError(_fault(error), error.strerror or type(error).__name__) from error
    except ValueError as error:  # a name that no file can have
        raise StorageError(StorageFault.FILE_GONE, type(error).__name__) from error


def _fault(error: OSError) -> StorageFault:
    if error.errno in _LOCKED:
        return StorageFault.FILE_LOCKED
    return StorageFault.FILE_GONE if error.errno in _GONE else StorageFault.FILE_UNREADABLE
