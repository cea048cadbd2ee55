"""The same story with six files of this computer: through a bucket that checks signatures, or a web folder.

What reaches the storage passes a proxy, where something can befall it; so can every look at a file, and every
step in the folder.
"""

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO
from unittest.mock import patch
from urllib.parse import unquote, urlsplit

from mountsea_desktop.hosting import blocks
from mountsea_desktop.hosting.audio_file import look_at, safe_name
from mountsea_desktop.hosting.local_file import reading
from mountsea_desktop.hosting.web_folder import UNFINISHED, WebFolder, _writing
from mountsea_desktop.storage.settings import Settings, StorageKind
from mountsea_desktop.workflow.new_song import NewSong
from tests.fakes.fault_proxy import FaultProxy, Passage
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET
from tests.faults.crashable_program import CrashableProgram
from tests.links.sounds import wav
from tests.torture.counts import TortureCounts
from tests.torture.story import HANG, HANGS, KILLS, SONGS, Story

BLOCK = 64 * 1024
"""Bytes of a file that are read at once here, so that each takes several."""
SIZE = 150_000
KILLED_HALFWAY = "killed half way"
PATIENCE = 10.0
"""Real seconds in which everything is taken out of the storage."""

Play = Callable[[Passage], Awaitable[None]]


async def _reset_before(passage: Passage) -> None:
    passage.reset()


async def _half_sent(passage: Passage) -> None:
    await passage.send(0.5)
    passage.reset()


async def _reset_after(passage: Passage) -> None:
    await passage.send()
    await passage.take_answer()
    passage.reset()


async def _truncated(passage: Passage) -> None:
    await passage.send()
    answer = await passage.take_answer()
    await passage.give(answer[: len(answer) // 2])


async def _refused(passage: Passage) -> None:
    await passage.refuse("400 Bad Request", "InvalidArgument")


async def _server_error(passage: Passage) -> None:
    await passage.refuse("500 Internal Server Error", "InternalError")


async def _busy(passage: Passage) -> None:
    await passage.refuse("503 Slow Down", "SlowDown")


async def _slow(passage: Passage) -> None:
    await passage.send(0.1)
    await asyncio.sleep(HANG)
    await passage.usual()


PLAYS: dict[str, Play] = {
    "reset before": _reset_before,
    "half sent": _half_sent,
    "reset after": _reset_after,
    "truncated": _truncated,
    "refused": _refused,
    "server error": _server_error,
    "busy": _busy,
    HANGS: _slow,
}
FILE_MISHAPS = (*PLAYS, "outage", *KILLS, KILLED_HALFWAY)


class Bucket:
    """A part of a real server's bucket that nobody else uses."""

    def __init__(self, port: int, folder: Path, secret_file: Path) -> None:
        self.port = port
        self._prefix = secrets.token_hex(8)
        self._folder = folder / BUCKET / self._prefix
        self._secret_file = secret_file

    def settings(self, url: str) -> Settings:
        self._secret_file.write_text(SECRET, "utf-8")
        return Settings(
            storage_kind=StorageKind.S3,
            storage_endpoint=url,
            storage_bucket=BUCKET,
            storage_prefix=self._prefix,
            storage_key_id=KEY_ID,
            storage_secret_file=str(self._secret_file),
        )

    def stored(self) -> dict[str, Path]:
        """Everything in it, by key."""
        files = {it.relative_to(self._folder).as_posix(): it for it in _below(self._folder) if it.is_file()}
        return {f"{self._prefix}/{name}": path for name, path in files.items()}


class Folder:
    """A folder of its own below one that a web server shows."""

    def __init__(self, port: int, root: Path) -> None:
        self.port = port
        self._name = secrets.token_hex(8)
        self._folder = root / self._name
        self._folder.mkdir()

    def settings(self, url: str) -> Settings:
        return Settings(
            storage_kind=StorageKind.FOLDER,
            storage_folder=str(self._folder),
            storage_base_url=f"{url}/{self._name}/",
        )

    def stored(self) -> dict[str, Path]:
        """Everything in it, empty folders too, by key; what is unfinished under the key it would have."""
        found = {it.relative_to(self._folder).as_posix(): it for it in _below(self._folder)}
        return {
            key.removesuffix(UNFINISHED): path
            for key, path in found.items()
            if path.is_file() or not _below(path)
        }


Storage = Bucket | Folder


def _below(folder: Path) -> list[Path]:
    """Everything in a folder, of which parts may vanish meanwhile."""
    return [Path(parent, name) for parent, folders, files in os.walk(folder) for name in (*folders, *files)]


class FileStory(Story):
    """Six files become a model. Nobody is ever given half of one, and nothing is forgotten in the storage."""

    pause = 20.0

    def __init__(
        self, folder: Path, mishaps: dict[int | str, str], counts: TortureCounts, storage: Storage
    ) -> None:
        super().__init__(folder, mishaps, counts)
        self.storage = storage
        self.paths = [folder / "songs" / f"Song {number}.wav" for number in range(SONGS)]
        self._fetched_wrong: list[str] = []

    @asynccontextmanager
    async def _surroundings(self) -> AsyncIterator[None]:
        for number, path in enumerate(self.paths):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(wav(1) + bytes([number]) * SIZE)
        async with FaultProxy(self.storage.port) as proxy:
            self.proxy = proxy
            self.settings = self.storage.settings(proxy.url)
            proxy.befalls = self._on_the_way
            with patch.object(blocks, "BLOCK", BLOCK):
                yield

    def _enter(self) -> None:
        self.gateway.mountsea.fetches = self._fetch
        self.program._patches.enter_context(_steps_pass(self.program))

    async def _between_lives(self) -> None:
        await self.proxy.settled()

    async def _new_songs(self) -> list[NewSong]:
        files = [look_at(path).file for path in self.paths]
        return [NewSong(link="", pasted=it.path, title=Path(it.path).stem, file=it) for it in files]

    async def _with_the_model(self, model_id: str) -> None:
        pass

    def _on_the_way(self, method: str) -> Play | None:
        mishap = self._next(f"storage {method}")
        if mishap == "outage":
            return self._outage
        if mishap in (*KILLS, KILLED_HALFWAY):
            return partial(self._kill, mishap)
        return PLAYS[mishap] if mishap else None

    async def _kill(self, when: str, passage: Passage) -> None:
        if when != "killed before":
            await passage.send(0.5 if when == KILLED_HALFWAY else 1.0)
        if when == "killed after":
            await passage.take_answer()
        self.program.die()
        passage.reset()

    async def _outage(self, passage: Passage) -> None:
        self.proxy.come_back(0.05)
        await self.proxy.refuse()
        passage.reset()

    # The promises

    def _fetch(self, address: str) -> None:
        """Mountsea fetches a song. Looked for where it lies, so that nothing waits meanwhile."""
        path = unquote(urlsplit(address).path)
        found = [it for key, it in self.storage.stored().items() if path.endswith(f"/{key}")]
        if [it.read_bytes() for it in found] != [Path(self._source(address)).read_bytes()]:
            self._fetched_wrong.append(path)

    def _source(self, address: str) -> str:
        name = PurePosixPath(unquote(urlsplit(address).path)).name
        return next(str(path) for path in self.paths if safe_name(str(path), "wav") == name)

    def _check(self) -> None:
        super()._check()
        ledger = self.program.job._ledger
        known = [*ledger.leftovers, *(song.stored_as for song in ledger.songs.values() if song.stored_as)]
        forgotten = [it for it in self.storage.stored() if not any(key.startswith(it) for key in known)]
        self.counts.files_forgotten += len(forgotten)
        self.counts.halves_used += len(self._fetched_wrong)
        assert not forgotten
        assert not self._fetched_wrong

    async def _afterwards(self) -> None:
        """With the next start, at the latest, nothing is left in the storage."""
        await self.program.close()
        await self.program.go_on()
        await self.program.until(lambda: not self.storage.stored(), "an empty storage", seconds=PATIENCE)


@contextmanager
def _steps_pass(program: CrashableProgram) -> Iterator[None]:
    """Let every step in the web folder, and every look at a song's file, pass the program."""

    def passing(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def pass_(self: WebFolder, *arguments: Any) -> Any:
            with _writing(self._folder):
                return program.operation(name, lambda: step(self, *arguments))

        return pass_

    def begin(self: WebFolder, target: Path) -> BinaryIO:
        """Open a copy, which the operating system closes where the program is killed."""
        copy = begin_copy(self, target)
        ends.callback(copy.close)
        return copy

    def read(self: blocks.Blocks) -> bytes:
        with reading():
            block: bytes = program.operation("file read", lambda: read_block(self))
            return block

    read_block, begin_copy = blocks.Blocks._read, WebFolder._begin
    with ExitStack() as ends:
        ends.enter_context(patch.object(blocks.Blocks, "_read", read))
        for name, step in (
            ("_begin", begin),
            *((name, getattr(WebFolder, name)) for name in ("_write", "_finish", "_remove")),
        ):
            ends.enter_context(patch.object(WebFolder, name, passing(f"folder {name[1:]}", step)))
        yield
