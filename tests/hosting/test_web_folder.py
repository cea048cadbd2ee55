import asyncio
import errno
import os
from pathlib import Path
from threading import Event

import pytest

from mountsea_desktop.hosting import blocks, web_folder
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.hosting.web_folder import UNFINISHED, WebFolder

BASE = "https://studio.example/songs"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "www"
    folder.mkdir()
    return folder


def _files(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


async def test_a_file_is_copied_under_a_name_nobody_guesses(folder: Path, song: LocalFile) -> None:
    storage, told = WebFolder(folder, f"{BASE}/"), list[int]()
    key = await storage.new_key(song)
    await storage.put(song, key, told.append)
    assert _files(folder) == [key]
    assert (folder / key).read_bytes() == Path(song.path).read_bytes()
    assert told[-1] == song.size
    assert await storage.address(key) == f"{BASE}/{key}"
    await storage.delete(key)
    await storage.delete(key)
    assert not list(folder.iterdir())


async def test_it_has_its_name_only_when_it_is_whole(folder: Path, song: LocalFile) -> None:
    seen: list[list[str]] = []
    await WebFolder(folder, BASE).put(song, "a/b.wav", lambda _sent: seen.append(_files(folder)))
    assert all(names == [f"a/b.wav{UNFINISHED}"] for names in seen)
    assert len(seen) > 1


async def test_what_changes_or_is_cancelled_leaves_nothing(folder: Path, long_song: LocalFile) -> None:
    storage = WebFolder(folder, BASE)
    begun = asyncio.Event()
    copying = asyncio.get_running_loop().create_task(
        storage.put(long_song, "a/b.wav", lambda _sent: begun.set())
    )
    await begun.wait()
    copying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await copying
    assert not list(folder.iterdir())
    with pytest.raises(StorageError) as error:
        await storage.put(long_song, "a/c.wav", lambda _sent: os.utime(long_song.path, ns=(1, 1)))
    assert error.value.fault is StorageFault.FILE_CHANGED
    assert not list(folder.iterdir())


async def test_what_a_killed_program_left_is_taken_away(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / f"b.wav{UNFINISHED}").write_bytes(b"half")
    await WebFolder(folder, BASE).delete("a/b.wav")
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    "key", ["../mine/b.wav", "/etc/b.wav", "a/../../b.wav", "b.wav", "a/b/c.wav", "..", ""]
)
async def test_nothing_but_what_was_put_there_is_written_or_deleted(
    folder: Path, song: LocalFile, key: str
) -> None:
    mine = folder.parent / "mine" / "b.wav"
    mine.parent.mkdir()
    mine.write_text("a musician's own")
    for work in (WebFolder(folder, BASE).delete(key), WebFolder(folder, BASE).put(song, key)):
        with pytest.raises(StorageError) as error:
            await work
        assert error.value.fault is StorageFault.NOT_STORED
    assert mine.read_text() == "a musician's own"
    assert not list(folder.iterdir())


async def test_a_drive_that_hangs_is_not_waited_for_by_who_no_longer_wants_it(
    folder: Path, song: LocalFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "PATIENCE", 1_000.0)
    for module in (blocks, web_folder):
        monkeypatch.setattr(module, "CLOSING", 0.05)
    hangs, go_on = asyncio.Event(), Event()
    loop = asyncio.get_running_loop()

    def hang(_descriptor: int) -> None:
        loop.call_soon_threadsafe(hangs.set)
        go_on.wait(30)

    monkeypatch.setattr(LocalFile, "compare", lambda _file, stream: hang(stream.fileno()))
    copying = loop.create_task(WebFolder(folder, BASE).put(song, "a/b.wav"))
    await hangs.wait()
    copying.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asyncio.wait_for(copying, 5)
    go_on.set()


async def test_what_is_in_memory_is_not_waited_for_without_end(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "PATIENCE", 0.05)
    monkeypatch.setattr(web_folder, "CLOSING", 0.05)
    go_on = Event()
    monkeypatch.setattr(os, "fsync", lambda _descriptor: go_on.wait(30))
    with pytest.raises(StorageError) as error:
        await asyncio.wait_for(WebFolder(folder, BASE).put_bytes(b"content", "a/b.wav"), 5)
    assert error.value.fault is StorageFault.FOLDER_GONE
    go_on.set()


async def test_a_folder_that_is_missing_is_not_made(tmp_path: Path, song: LocalFile) -> None:
    with pytest.raises(StorageError) as error:
        await WebFolder(tmp_path / "drive", BASE).put(song, "a/b.wav")
    assert error.value.fault is StorageFault.FOLDER_GONE
    assert not (tmp_path / "drive").exists()


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, StorageFault.FULL),
        (errno.EDQUOT, StorageFault.FULL),
        (errno.EACCES, StorageFault.FOLDER_READ_ONLY),
        (errno.EROFS, StorageFault.FOLDER_READ_ONLY),
        (errno.EFBIG, StorageFault.FILE_TOO_LARGE),
        (errno.EIO, StorageFault.FOLDER_GONE),
    ],
)
async def test_each_fault_is_told_apart(
    folder: Path, song: LocalFile, monkeypatch: pytest.MonkeyPatch, number: int, fault: StorageFault
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(StorageError) as error:
        await WebFolder(folder, BASE).put(song, "a/b.wav")
    assert error.value.fault is fault
    assert not list(folder.iterdir()), "nothing is left behind"


async def test_a_file_that_is_looked_at_by_a_virus_scanner_is_copied_again(
    folder: Path, song: LocalFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StorageError) as error:
        await WebFolder(folder, BASE).put(song, "a/b.wav")
    assert error.value.fault is StorageFault.BUSY
    assert error.value.passes
    assert not list(folder.iterdir())
