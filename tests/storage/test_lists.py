from collections.abc import Iterator
from pathlib import Path

import pytest

from mountsea_desktop.links.files import FILE_LIMIT, FileError, FileFault
from mountsea_desktop.storage.lists import ListReader


@pytest.fixture
def reader() -> Iterator[ListReader]:
    reader = ListReader()
    yield reader
    reader.close()


async def test_a_list_is_read(reader: ListReader, tmp_path: Path) -> None:
    file = tmp_path / "songs.txt"
    file.write_bytes(b"https://a.example/1.mp3\n")
    assert await reader.read(file) == "https://a.example/1.mp3\n"


async def test_a_list_that_is_too_large_is_refused_and_not_read_to_its_end(
    reader: ListReader, tmp_path: Path
) -> None:
    file = tmp_path / "songs.txt"
    with file.open("wb") as writer:
        writer.truncate(FILE_LIMIT + 100)
    with pytest.raises(FileError) as refusal:
        await reader.read(file)
    assert refusal.value.fault is FileFault.TOO_LARGE


async def test_what_cannot_be_read_raises_an_error_of_the_system(reader: ListReader, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(OSError, match=path.name):
            await reader.read(path)
