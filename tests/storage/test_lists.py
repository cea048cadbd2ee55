from collections.abc import Iterator
from pathlib import Path

import pytest

from mountsea_desktop.storage import lists
from mountsea_desktop.storage.lists import ListReader


@pytest.fixture
def reader() -> Iterator[ListReader]:
    reader = ListReader()
    yield reader
    reader.close()


async def test_a_list_is_read(reader: ListReader, tmp_path: Path) -> None:
    file = tmp_path / "songs.txt"
    file.write_bytes(b"https://a.example/1.mp3\n")
    assert await reader.read(file) == b"https://a.example/1.mp3\n"


async def test_no_more_than_the_largest_list_is_read(
    reader: ListReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "LARGEST", 5)
    file = tmp_path / "songs.txt"
    file.write_bytes(b"123456789")
    assert await reader.read(file) == b"12345"


async def test_what_cannot_be_read_raises_an_error_of_the_system(reader: ListReader, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(OSError, match=path.name):
            await reader.read(path)
