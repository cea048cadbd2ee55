# ruff: noqa: ASYNC240 - nothing else runs on a test's loop
import errno
import os
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from mountsea_desktop.storage import song_files
from mountsea_desktop.storage.song_files import LONGEST_NAME, PARTIAL, SongFiles, file_name
from mountsea_desktop.workflow.ports import SongFileError
from mountsea_desktop.workflow.problem import JournalFault


@pytest.fixture
def files(tmp_path: Path) -> Iterator[SongFiles]:
    files = SongFiles(tmp_path)
    yield files
    files.close()


async def kept(files: SongFiles, title: str = "Sea", taken: Collection[str] = ()) -> str:
    new = await files.begin()
    await new.write(b"ID3")
    await new.write(b"...")
    return await new.finish(title, "mp3", taken)


def names(files: SongFiles) -> list[str]:
    return sorted(path.name for path in files.folder.iterdir())


async def test_a_file_is_there_once_it_is_whole(files: SongFiles) -> None:
    new = await files.begin()
    await new.write(b"ID3")
    (partial,) = names(files)
    assert partial.startswith(".partial-")
    name = await new.finish("Sea", "mp3", ())
    assert names(files) == [name] == ["Sea.mp3"]
    assert files.path(name).read_bytes() == b"ID3"
    await new.discard()
    assert names(files) == [name]


async def test_no_file_takes_the_place_of_another(files: SongFiles) -> None:
    assert [await kept(files) for _ in range(3)] == ["Sea.mp3", "Sea 2.mp3", "Sea 3.mp3"]


@pytest.mark.parametrize("taken", ["Mañana.mp3", "mañana.mp3", "Man\u0303ana.mp3"])
async def test_a_name_that_is_taken_stays_so_when_its_file_is_gone(files: SongFiles, taken: str) -> None:
    """However some file systems write it."""
    assert await kept(files, "Mañana", {taken}) == "Mañana 2.mp3"


async def test_nothing_is_left_of_what_was_given_up_or_interrupted(files: SongFiles) -> None:
    new = await files.begin()
    await new.write(b"ID3")
    await new.discard()
    assert names(files) == []
    files.path(f"{PARTIAL}of-a-start-that-was-killed").write_bytes(b"ID3")
    name = await kept(files)
    await files.clear_away()
    assert names(files) == [name]


async def test_a_full_disk(files: SongFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    new = await files.begin()

    def full(_descriptor: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(SongFileError) as caught:
            await new.write(b"ID3")
    assert caught.value.fault is JournalFault.FULL
    await new.discard()
    assert names(files) == []


async def test_a_disk_that_is_full_at_the_last_moment(
    files: SongFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = await files.begin()

    def full(_descriptor: int) -> None:
        raise OSError(errno.EDQUOT, "Quota exceeded")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(SongFileError) as caught:
            await new.finish("Sea", "mp3", ())
    assert caught.value.fault is JournalFault.FULL
    await new.discard()
    assert names(files) == []


async def test_a_file_in_place_of_the_folder(tmp_path: Path, files: SongFiles) -> None:
    (tmp_path / song_files.FOLDER).write_text("not a folder")
    with pytest.raises(SongFileError) as caught:
        await files.begin()
    assert caught.value.fault is JournalFault.GONE


async def test_deleting_and_copying(files: SongFiles, tmp_path: Path) -> None:
    name = await kept(files)
    target = tmp_path / "elsewhere.mp3"
    target.write_text("an older one")
    beside = await files.copy(name, target, replace=False)
    assert beside == tmp_path / "elsewhere 2.mp3"
    assert beside.read_bytes() == b"ID3..."
    assert target.read_text() == "an older one"
    assert await files.copy(name, target, replace=True) == target
    assert target.read_bytes() == b"ID3..."
    await files.delete(name)
    await files.delete(name)
    assert names(files) == []
    with pytest.raises(SongFileError):
        await files.copy(name, target, replace=True)
    assert target.read_bytes() == b"ID3..."
    assert list(tmp_path.glob(".partial-*")) == []


async def test_what_cannot_be_looked_at_is_not_taken_for_gone(files: SongFiles) -> None:
    name = await kept(files)
    assert await files.holds(name)
    assert not await files.holds("other.mp3")
    away = files.folder.rename(files.folder.with_name("away"))
    with pytest.raises(SongFileError):
        await files.holds(name)
    away.rename(files.folder)
    assert await files.holds(name)


async def test_a_name_leads_nowhere_else(files: SongFiles) -> None:
    assert files.path("../journal.sqlite3") == files.folder / "journal.sqlite3"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Night drive - 海边的信", "Night drive - 海边的信"),
        ("AC/DC: what?", "AC DC what"),
        ("../../etc/passwd", "etc passwd"),
        ("con", "Song con"),
        ("LPT1.x", "Song LPT1.x"),
        ("...", "Song"),
        ("a\x00b\u202ec", "a b c"),
        ("x" * 500, "x" * LONGEST_NAME),
    ],
)
def test_a_title_as_a_name(title: str, name: str) -> None:
    assert file_name(title) == name
