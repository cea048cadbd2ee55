"""Where made songs come from, and where they are kept, in memory."""

import itertools
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass, field

from mountsea_desktop.runtime.clock import Clock
from tests.fakes.mishaps import Fail, FaultInjector, Hang, Kill, Mishap, never

SOUND = b"ID3" + bytes(2_000)


@dataclass
class ScriptedDownloader:
    """`Downloader` in memory. `script` says what befalls the next downloads."""

    clock: Clock
    injector: FaultInjector
    latency: float = 1.0
    asked: list[str] = field(default_factory=list)
    mishaps: deque[Mishap] = field(default_factory=deque)
    by_address: defaultdict[str, deque[Mishap]] = field(default_factory=lambda: defaultdict(deque))

    def script(self, *errors: Exception) -> None:
        """Let the next downloads fail so, one each."""
        self.mishaps.extend(map(Fail, errors))

    async def download(self, link: str, write: Callable[[bytes], Awaitable[None]]) -> str:
        mishap = self.injector.next("download")
        if self.mishaps:
            mishap = self.mishaps.popleft()
        if mishap == Kill():
            await self.injector.kill()
        self.asked.append(link)
        await self.clock.sleep(self.latency)
        if isinstance(mishap, Hang):
            await never()
        if isinstance(mishap, Fail):
            raise mishap.error
        await write(SOUND)
        if isinstance(mishap, Kill):
            await self.injector.kill()
        return "mp3"


class MemorySongFiles:
    """`SongFiles` in memory: it outlives the program, as a disk does."""

    def __init__(self, injector: FaultInjector) -> None:
        self.injector = injector
        self.kept: dict[str, bytes] = {}
        self.unfinished = 0
        self.errors: deque[Exception] = deque()

    async def begin(self) -> "MemoryFile":
        self._befall()
        self.unfinished += 1
        return MemoryFile(self)

    async def holds(self, name: str) -> bool:
        self._befall()
        return name in self.kept

    async def delete(self, name: str) -> None:
        self._befall()
        self.kept.pop(name, None)

    def _befall(self) -> None:
        if self.errors:
            raise self.errors.popleft()


class MemoryFile:
    def __init__(self, files: MemorySongFiles) -> None:
        self._files = files
        self._data = b""
        self._is_open = True

    async def write(self, data: bytes) -> None:
        self._files._befall()
        self._data += data

    async def finish(self, title: str, kind: str, taken: Collection[str]) -> str:
        self._files._befall()
        name = f"{title}.{kind}"
        for number in itertools.count(2):
            if name not in self._files.kept and name not in taken:
                break
            name = f"{title} {number}.{kind}"
        self._files.kept[name] = self._data
        return name

    async def discard(self) -> None:
        self._files.unfinished -= self._is_open
        self._is_open = False
