"""A file on this computer, read block by block in a thread."""

import asyncio
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import BinaryIO, Self, TypeVar, TypeVarTuple

from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile, reading
from mountsea_desktop.runtime.background import Background
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread

BLOCK = 1024 * 1024
"""Bytes read at once: enough for the threads to change seldom, which costs the painting more than reading."""
PATIENCE = 60.0
"""Seconds that a drive, one of the network's or one that has to be woken, may take for one block."""
CLOSING = 5.0
"""Seconds that it may take to let a file go, or to take away half a copy: nobody waits for more of it."""
LOOKING = 20.0
"""Seconds that a drive may take to say what a file is, or to delete one."""

Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")


class Blocks:
    """All of a file, one block after the other, each read while the one before is used; to be closed.

    Raises `StorageError`, before the last block, where the file did not stay the same. No generator: one that
    is left in the middle is finished by the collector, outside of every task.
    """

    def __init__(self, file: LocalFile) -> None:
        self._file = file
        self._background = Background("file")
        self._open: BinaryIO | None = None
        self._left = file.size
        """Bytes that were not handed out yet."""
        self._ahead: deque[bytes | StorageError] = deque()
        """The next block, or what came of it, where that was read already."""
        self._is_over = False

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        if not self._left:
            raise StopAsyncIteration
        block = self._ahead.popleft() if self._ahead else await patiently(self._background, self._take)
        if isinstance(block, StorageError):
            raise block
        self._left -= len(block)
        if self._left:
            self._background.begin(self._read_ahead, timeout=PATIENCE)
        return block

    async def aclose(self) -> None:
        """Let the file go; a drive that hangs does it when it comes back."""
        self._is_over = True
        with suppress(TimeoutError):
            await self._background.run(self._close, timeout=CLOSING)
        self._background.close()

    def _take(self) -> bytes | StorageError:
        return self._ahead.popleft() if self._ahead else self._read()

    def _read_ahead(self) -> None:
        if self._is_over:
            return
        try:
            self._ahead.append(self._read())
        except StorageError as error:
            self._ahead.append(error)

    def _read(self) -> bytes:
        try:
            return self._next_block()
        finally:
            if self._is_over:
                self._close()

    def _next_block(self) -> bytes:
        if self._open is None:
            self._open = self._file.open()
        with reading():
            block = self._open.read(min(BLOCK, self._left))
        if not block:
            raise StorageError(StorageFault.FILE_CHANGED, "it ended early")
        if len(block) == self._left:  # the end is handed out only when all of it belongs to one file
            self._file.compare(self._open)
        return block

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()


async def patiently(
    background: Background,
    function: Callable[[*Arguments], Answer],
    *arguments: *Arguments,
    silent: StorageFault = StorageFault.FILE_UNREADABLE,
    patience: float | None = None,
) -> Answer:
    """What the call returns or raises; `StorageError` with the fault `silent` for a drive without answer."""
    patience = PATIENCE if patience is None else patience
    try:
        return await background.run(function, *arguments, timeout=patience)
    except TimeoutError as error:
        raise StorageError(silent, f"no answer in {patience:.0f} s") from error


async def in_time(
    function: Callable[[*Arguments], Answer],
    *arguments: *Arguments,
    silent: StorageFault = StorageFault.FILE_UNREADABLE,
) -> Answer:
    """The same for a single call, which goes on unheard in a thread of its own."""
    try:
        async with asyncio.timeout(LOOKING):
            return await run_in_daemon_thread(function, *arguments)
    except TimeoutError as error:
        raise StorageError(silent, f"no answer in {LOOKING:.0f} s") from error
