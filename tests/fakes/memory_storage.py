"""A storage for files in memory, with the promises of the real ones: a whole file or nothing."""

from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.runtime.clock import Clock
from tests.fakes.mishaps import Fail, FaultInjector, Hang, Kill, never

Answer = TypeVar("Answer")


@dataclass
class Shelf:
    """What is in the storage whoever uses it, and what is on this computer's disk."""

    stored: dict[str, LocalFile] = field(default_factory=dict)
    ever: set[str] = field(default_factory=set)
    """Every key under which a whole file was ever put."""
    given: Counter[str] = field(default_factory=Counter)
    """How often an address was made, by key."""
    keys: int = 0
    local: dict[str, LocalFile] = field(default_factory=dict)
    """Files that are other ones by now."""


@dataclass
class MemoryStorage:
    """`FileStorage` in memory."""

    clock: Clock
    injector: FaultInjector
    shelf: Shelf
    id: str = "memory"
    takes: float = 4.0
    """Seconds that a file takes."""
    failing: deque[StorageError | None] = field(default_factory=deque)
    """What befalls the next files that are put."""
    at_once: int = 0
    most_at_once: int = 0

    async def file_at(self, path: str) -> LocalFile:
        if path not in self.shelf.local:
            raise StorageError(StorageFault.FILE_GONE)
        return self.shelf.local[path]

    async def new_key(self, file: LocalFile) -> str:
        def new() -> str:
            self.shelf.keys += 1
            return f"{self.shelf.keys}/{file.path.rpartition('/')[2]}"

        return await self._perform("new key", new)

    async def put(self, file: LocalFile, key: str, progress: Callable[[int], None]) -> None:
        error = self.failing.popleft() if self.failing else None

        def put() -> None:
            if error is not None:
                raise error
            self.shelf.stored[key] = replace(file)
            self.shelf.ever.add(key)

        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            for quarter in range(1, 5):
                await self.clock.sleep(self.takes / 4)
                progress(file.size * quarter // 4)
            await self._perform("put", put)
        finally:
            self.at_once -= 1

    async def address(self, key: str) -> str:
        self.shelf.given[key] += 1
        return f"https://memory.example/{key}?signature={self.shelf.given[key]}"

    async def delete(self, key: str) -> None:
        await self._perform("delete", lambda: self.shelf.stored.pop(key, None))

    async def _perform(self, operation: str, effect: Callable[[], Answer]) -> Answer:
        mishap = self.injector.next(f"storage {operation}")
        if mishap == Kill():
            await self.injector.kill()
        if isinstance(mishap, Hang):
            await never()
        if isinstance(mishap, Fail) and not mishap.after:
            raise mishap.error
        answer = effect()
        if isinstance(mishap, Fail):
            raise mishap.error
        if isinstance(mishap, Kill):
            await self.injector.kill()
        return answer
