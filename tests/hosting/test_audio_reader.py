import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mountsea_desktop.hosting import audio_reader
from mountsea_desktop.hosting.audio_reader import AudioReader
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from tests.links.sounds import flac


@pytest.fixture
def reader() -> Iterator[AudioReader]:
    reader = AudioReader()
    yield reader
    reader.close()


async def test_the_songs_of_a_folder_come_by_their_names(tmp_path: Path, reader: AudioReader) -> None:
    for name in ("b.WAV", "A.mp3", "notes.txt", ".hidden.wav", "cd2/c.flac", ".trash/d.wav"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x")
    found = await reader.songs_in(tmp_path)
    assert found == [tmp_path / "A.mp3", tmp_path / "b.WAV", tmp_path / "cd2" / "c.flac"]
    assert await reader.songs_in(tmp_path / "b.WAV") is None


async def test_a_folder_with_too_many_is_not_gone_through(
    tmp_path: Path, reader: AudioReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audio_reader, "MOST", 3)
    for number in range(9):
        (tmp_path / f"{number}.wav").write_bytes(b"x")
    assert len(await reader.songs_in(tmp_path) or []) == 3


async def test_a_file_is_looked_at(tmp_path: Path, reader: AudioReader) -> None:
    (tmp_path / "a.flac").write_bytes(flac(90))
    assert (await reader.look_at(tmp_path / "a.flac")).duration == 90
    with pytest.raises(StorageError) as error:
        await reader.look_at(tmp_path / "b.flac")
    assert error.value.fault is StorageFault.FILE_GONE


async def test_a_drive_that_does_not_answer(
    tmp_path: Path, reader: AudioReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()
    monkeypatch.setattr(audio_reader, "PATIENCE", 0.05)
    monkeypatch.setattr(audio_reader, "look_at", lambda _path: answers.wait())
    monkeypatch.setattr(audio_reader, "_songs_in", lambda _path: answers.wait())
    for look in (reader.look_at, reader.songs_in):
        with pytest.raises(StorageError) as error:
            await look(tmp_path)
        assert error.value.fault is StorageFault.FILE_UNREADABLE
    answers.set()
