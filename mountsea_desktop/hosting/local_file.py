"""A file on this computer, which may vanish, change or be locked at any time, read in a thread."""

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self, TypeVar, TypeVarTuple

from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.runtime.background import Background

PIECE = 256 * 1024
"""Bytes read at once: few enough for a slow line to take them within the time one write may need."""
PATIENCE = 60.0
"""Seconds that a drive, one of the network's or one that has to be woken, may take for one piece."""

_LOCKED = frozenset({errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENXIO, errno.ENODEV})

Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")


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
        return cls(str(path), found.st_size, found.st_mtime_ns)

    def open(self) -> BinaryIO:
        """The same file, open. Blocks; raises `StorageError` where it is another one by now."""
        with reading():
            file: BinaryIO = open(self.path, "rb")  # noqa: PTH123, SIM115 - closed by whoever asked
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
        if (found.st_size, found.st_mtime_ns) != (self.size, self.modified):
            raise StorageError(StorageFault.FILE_CHANGED, f"{found.st_size} bytes, and not {self.size}")


class Pieces:
    """All of a file, one piece after the other; to be closed by whoever has it.

    Raises `StorageError`, before the last piece, where the file did not stay the same. No generator: one that
    is left in the middle is finished by the collector, outside of every task.
    """

    def __init__(self, file: LocalFile) -> None:
        self._file = file
        self._background = Background("file")
        self._open: BinaryIO | None = None
        self._left = file.size

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        if not self._left:
            raise StopAsyncIteration
        piece = await patiently(self._background, self._read)
        self._left -= len(piece)
        return piece

    async def aclose(self) -> None:
        """Let the file go."""
        with suppress(TimeoutError):
            await self._background.run(self._close, timeout=PATIENCE)
        self._background.close()

    def _read(self) -> bytes:
        if self._open is None:
            self._open = self._file.open()
        with reading():
            piece = self._open.read(min(PIECE, self._left))
        if not piece:
            raise StorageError(StorageFault.FILE_CHANGED, "it ended early")
        if len(piece) == self._left:  # the last one is handed out only when all of them belong to one file
            self._file.compare(self._open)
        return piece

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()


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


async def patiently(
    background: Background,
    function: Callable[[*Arguments], Answer],
    *arguments: *Arguments,
    silent: StorageFault = StorageFault.FILE_UNREADABLE,
) -> Answer:
    """What the call returns or raises; `StorageError` with the fault `silent` for a drive without answer."""
    try:
        return await background.run(function, *arguments, timeout=PATIENCE)
    except TimeoutError as error:
        raise StorageError(silent, f"no answer in {PATIENCE:.0f} s") from error
