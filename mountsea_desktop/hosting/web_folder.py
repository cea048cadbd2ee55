"""A folder that is already on the web: whatever is copied there has an address."""

import errno
import os
import re
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TypeVar, TypeVarTuple
from urllib.parse import quote

from mountsea_desktop.hosting.audio_file import ending_of, safe_name, unguessable
from mountsea_desktop.hosting.blocks import CLOSING, Blocks, in_time, patiently
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.runtime.background import Background

Progress = Callable[[int], None]
Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")

UNFINISHED = ".part"
"""How the name of a file ends while it is copied."""
_KEY = re.compile(r"(?!\.)[\w.-]+/(?!\.)[\w.-]+", re.ASCII)
"""What `key_for` gives: one folder and one name, neither of which leads elsewhere."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_READ_ONLY = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_TOO_LARGE = frozenset({errno.EFBIG})


class WebFolder:
    """Copies files into a folder of their own each, under the last name only when they are whole."""

    def __init__(self, folder: Path, base_url: str) -> None:
        self._folder = folder
        self._base_url = base_url.rstrip("/")

    @property
    def id(self) -> str:
        """Which storage it is: a key means something in this one only."""
        return self._base_url

    async def new_key(self, file: LocalFile) -> str:
        """A name below the folder that nothing has yet, for this file. Raises `StorageError`."""
        return self.key_for(safe_name(file.path, await in_time(ending_of, file)))

    def key_for(self, name: str) -> str:
        """A name below the folder that nothing has yet, ending like this."""
        return f"{unguessable()}/{name}"

    async def put(self, file: LocalFile, key: str, progress: Progress = lambda _sent: None) -> None:
        """Copy the file, all of it or nothing. Raises `StorageError`. `progress` is told of bytes."""
        blocks = Blocks(file)
        try:
            await self._copy(blocks, key, progress)
        finally:
            await blocks.aclose()

    async def put_bytes(self, content: bytes, key: str) -> None:
        """The same for what is in memory."""
        await self._copy(_whole(content), key, lambda _sent: None)

    async def _copy(self, blocks: AsyncIterable[bytes], key: str, progress: Progress) -> None:
        target, background, copied = self._file(key), Background("copy"), 0
        try:
            copy = await self._do(background, self._begin, target)
            try:
                async for block in blocks:
                    await self._do(background, self._write, copy, block)
                    copied += len(block)
                    progress(copied)
                await self._do(background, self._finish, copy, target)
            except BaseException:
                with suppress(StorageError):  # by the same thread, so after whatever is still being written
                    await self._do(background, self._give_up, copy, target, patience=CLOSING)
                raise
        finally:
            background.close()

    async def address(self, key: str) -> str:
        """Where everybody gets the file."""
        return f"{self._base_url}/{quote(key)}"

    async def delete(self, key: str) -> None:
        """Take it out of the folder, also what was left of an unfinished copy. Raises `StorageError`."""
        await in_time(self._remove, self._file(key), silent=StorageFault.FOLDER_GONE)

    @staticmethod
    async def _do(
        background: Background,
        function: Callable[[*Arguments], Answer],
        *arguments: *Arguments,
        patience: float | None = None,
    ) -> Answer:
        silent = StorageFault.FOLDER_GONE
        return await patiently(background, function, *arguments, silent=silent, patience=patience)

    def _file(self, key: str) -> Path:
        """Where it lies: never but in a folder of its own in this one, whatever a journal says."""
        if not _KEY.fullmatch(key):
            raise StorageError(StorageFault.NOT_STORED)
        return self._folder / key

    # In a thread

    def _begin(self, target: Path) -> BinaryIO:
        with _writing(self._folder):
            if not self._folder.is_dir():  # never made: it may be the place where a drive is missing
                raise StorageError(StorageFault.FOLDER_GONE, str(self._folder))
            target.parent.mkdir()
            return _unfinished(target).open("xb", buffering=0)

    def _write(self, copy: BinaryIO, piece: bytes) -> None:
        with _writing(self._folder):
            rest = memoryview(piece)
            while rest:
                rest = rest[copy.write(rest) :]

    def _finish(self, copy: BinaryIO, target: Path) -> None:
        with _writing(self._folder):
            os.fsync(copy.fileno())
            copy.close()
            try:
                _unfinished(target).replace(target)
            except (
                PermissionError
            ) as error:  # it could be written: a virus scanner, say, has it open just now
                raise StorageError(StorageFault.BUSY, str(error.strerror)) from error

    def _give_up(self, copy: BinaryIO, target: Path) -> None:
        with suppress(OSError):
            copy.close()
        self._remove(target)

    def _remove(self, target: Path) -> None:
        with _writing(self._folder):
            _unfinished(target).unlink(missing_ok=True)
            target.unlink(missing_ok=True)
        with suppress(OSError):
            target.parent.rmdir()


async def _whole(content: bytes) -> AsyncIterator[bytes]:
    yield content


def _unfinished(target: Path) -> Path:
    return target.with_name(target.name + UNFINISHED)


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    """Turn the operating system's errors about the folder into `StorageError`."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            fault = StorageFault.FULL
        elif error.errno in _TOO_LARGE:
            fault = StorageFault.FILE_TOO_LARGE
        else:
            fault = StorageFault.FOLDER_READ_ONLY if error.errno in _READ_ONLY else StorageFault.FOLDER_GONE
        raise StorageError(fault, f"{folder}: {error.strerror or error}") from error
