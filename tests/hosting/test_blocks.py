import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from unittest.mock import patch

import pytest

from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.blocks import BLOCK, Blocks
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.hosting.s3 import S3Storage
from mountsea_desktop.hosting.web_folder import WebFolder
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread
from tests.fakes.network import through


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "song.wav"
    path.write_bytes(os.urandom(BLOCK * 2 + 5))
    return path


async def _read(file: LocalFile) -> bytes:
    blocks = Blocks(file)
    try:
        return b"".join([block async for block in blocks])
    finally:
        await blocks.aclose()


async def test_all_of_it_comes_block_by_block(path: Path) -> None:
    assert await _read(LocalFile.at(path)) == path.read_bytes()


async def test_a_block_is_read_while_the_one_before_is_used(path: Path) -> None:
    read, ahead = Blocks._read, Event()

    def reading(self: Blocks) -> bytes:
        block = read(self)
        if self._left < self._file.size:
            ahead.set()
        return block

    blocks = Blocks(LocalFile.at(path))
    with patch.object(Blocks, "_read", reading):
        first = await anext(blocks)
        assert await run_in_daemon_thread(ahead.wait, 10), "nobody asked for more yet"
    rest = [block async for block in blocks]
    await blocks.aclose()
    assert b"".join([first, *rest]) == path.read_bytes()


async def test_what_goes_wrong_ahead_is_told_when_its_turn_comes(path: Path) -> None:
    blocks = Blocks(LocalFile.at(path))
    assert len(await anext(blocks)) == BLOCK
    path.write_bytes(b"another")
    with pytest.raises(StorageError) as error:
        [block async for block in blocks]
    assert error.value.fault is StorageFault.FILE_CHANGED
    await blocks.aclose()


async def test_a_file_that_is_another_one_by_now_is_not_begun(path: Path) -> None:
    file = LocalFile.at(path)
    os.utime(path, ns=(0, 0))
    with pytest.raises(StorageError) as error:
        await _read(file)
    assert error.value.fault is StorageFault.FILE_CHANGED


@pytest.mark.parametrize("change", ["longer", "shorter", "rewritten"])
async def test_one_that_changes_while_it_is_read_never_comes_to_its_end(path: Path, change: str) -> None:
    file, came = LocalFile.at(path), list[bytes]()

    async def read() -> None:
        blocks = Blocks(file)
        try:
            async for block in blocks:
                if not came:
                    _change(path, change)
                came.append(block)
        finally:
            await blocks.aclose()

    with pytest.raises(StorageError) as error:
        await read()
    assert error.value.fault is StorageFault.FILE_CHANGED
    assert sum(map(len, came)) < file.size


def _change(path: Path, change: str) -> None:
    content = path.read_bytes()
    with path.open("r+b") as written:
        match change:
            case "longer":
                written.seek(0, os.SEEK_END)
                written.write(b"more")
            case "shorter":
                written.truncate(BLOCK)
            case _:
                written.write(content[::-1])
    os.utime(path, ns=(1, 1))


async def test_what_is_wrong_with_a_file_is_told(path: Path) -> None:
    file = LocalFile.at(path)
    path.unlink()
    with pytest.raises(StorageError) as error:
        await _read(file)
    assert error.value.fault is StorageFault.FILE_GONE


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (PermissionError(13, "denied"), StorageFault.FILE_LOCKED),
        (OSError(5, "input/output error"), StorageFault.FILE_UNREADABLE),
        (FileNotFoundError(2, "gone"), StorageFault.FILE_GONE),
    ],
)
async def test_a_file_that_cannot_be_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, fault: StorageFault
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    file = LocalFile.at(path)
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(StorageError) as refused:
        await _read(file)
    assert refused.value.fault is fault


@pytest.fixture
def hung_drive(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every file takes for ever to open, until the test is over."""
    over = Event()
    monkeypatch.setattr("mountsea_desktop.hosting.blocks.LOOKING", 0.05)
    monkeypatch.setattr("builtins.open", lambda *_, **__: over.wait())
    yield
    over.set()


BUCKET = Bucket(endpoint="https://s3.example", name="songs", key_id="key", secret="secret")


@pytest.mark.timeout(20)
@pytest.mark.usefixtures("hung_drive")
@pytest.mark.parametrize(
    "storage",
    [WebFolder(Path("/web"), "https://web.example"), S3Storage(BUCKET, TransportFactory(through("")))],
    ids=["folder", "bucket"],
)
async def test_a_drive_that_hangs_is_given_up_before_there_is_a_key(
    path: Path, storage: WebFolder | S3Storage
) -> None:
    with pytest.raises(StorageError) as error:
        await storage.new_key(LocalFile.at(path))
    assert error.value.fault is StorageFault.FILE_UNREADABLE
