import struct
from pathlib import Path

import pytest

from mountsea_desktop.hosting.audio_file import content_type, look_at, safe_name, unguessable
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from tests.links.sounds import aiff, flac, id3, mp3, mp4, wav


def _ogg(codec: bytes, serial: int = 1) -> bytes:
    """A first page with its identification, and a last one that says how many samples there were."""

    def page(kind: int, position: int, number: int, packet: bytes) -> bytes:
        head = struct.pack("<4sBBqIIIBB", b"OggS", 0, kind, position, serial, number, 0, 1, len(packet))
        return head + packet

    return page(2, 0, 0, codec) + page(4, 48_000 * 90, 1, b"sound")


OPUS = _ogg(b"OpusHead" + struct.pack("<BBHIhB", 1, 2, 0, 48_000, 0, 0))
VORBIS = _ogg(b"\x01vorbis" + struct.pack("<IBIIIIBB", 0, 2, 48_000, 0, 128_000, 0, 0xB8, 1))


@pytest.mark.parametrize(
    ("content", "ending", "duration"),
    [
        (wav(60), "wav", None),
        (flac(90), "flac", 90),
        (aiff(60), "aiff", 60),
        (mp4(60), "m4a", 60),
        (mp3(), "mp3", None),
        (id3(20) + mp3(), "mp3", None),
        (b"\xff\xf1\x50\x80" + bytes(100), "aac", None),
        (OPUS, "opus", 90),
        (VORBIS, "ogg", 90),
    ],
)
def test_the_first_bytes_decide_and_not_the_name(
    tmp_path: Path, content: bytes, ending: str, duration: float | None
) -> None:
    path = tmp_path / "song.txt"
    path.write_bytes(content)
    found = look_at(path)
    assert found.ending == ending
    assert found.file.size == len(content)
    if duration is not None:
        assert found.duration == pytest.approx(duration, rel=0.01)


@pytest.mark.parametrize("kind", [b"RF64", b"BW64"])
def test_a_wave_file_beyond_four_gigabytes(tmp_path: Path, kind: bytes) -> None:
    speed = 48_000 * 6
    head = (
        kind + struct.pack("<I4s4sIQQQI", 0xFFFFFFFF, b"WAVE", b"ds64", 28, 0, 0, 0, 0)
        + struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, 48_000, speed, 6, 24)
        + struct.pack("<4sI", b"data", 0xFFFFFFFF)
    )  # fmt: skip
    path = tmp_path / "long.wav"
    with path.open("wb") as file:
        file.write(head)
        file.truncate(2 * 1024**3)  # sparse
    found = look_at(path)
    assert found.ending == "wav"
    assert found.duration == pytest.approx(2 * 1024**3 / speed, rel=0.001)


def test_what_is_no_sound_is_refused(tmp_path: Path) -> None:
    for name, content, fault in (
        ("project.wav", b"PK\x03\x04" + bytes(200), StorageFault.FILE_NOT_AUDIO),
        ("page.mp3", b"<!doctype html><p>Sign in", StorageFault.FILE_NOT_AUDIO),
        ("empty.wav", b"", StorageFault.FILE_EMPTY),
    ):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(StorageError) as error:
            look_at(tmp_path / name)
        assert error.value.fault is fault
    for path, fault in ((tmp_path, StorageFault.FILE_NOT_AUDIO), (tmp_path / "no", StorageFault.FILE_GONE)):
        with pytest.raises(StorageError) as error:
            look_at(path)
        assert error.value.fault is fault


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/a/Söng é (Live) #1.WAV", "Song-e-Live-1.wav"),
        ("/a/海边的信.mp3", "song.wav"),
        ("/a/../.hidden", "hidden.wav"),
        ("/a/" + "x" * 300 + ".aif", "x" * 60 + ".wav"),
        ("/a/50% off?.wav", "50-off.wav"),
        ("/a/Aux.wav", "song-Aux.wav"),
    ],
)
def test_names_survive_every_server(path: str, name: str) -> None:
    assert safe_name(path, "wav") == name


def test_folders_are_not_guessed_and_served_types_fit() -> None:
    names = {unguessable() for _ in range(100)}
    assert len(names) == 100
    assert all(name.isalnum() and len(name) >= 20 for name in names)
    assert content_type("a/b.wav") == "audio/wav"
    assert content_type("a/b") == "application/octet-stream"
