import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.audio import Audio, recognise
from tests.links import sounds


@pytest.mark.parametrize(
    ("head", "size", "kind", "duration"),
    [
        (sounds.wav(60), None, "wav", 60),
        (sounds.wav(60), 44 + 44100 * 4 * 10, "wav", 10),  # cut short
        (sounds.wav(0), 44 + 44100 * 4 * 7, "wav", 7),  # streamed: the header could not know
        (sounds.wav(60)[:36] + b"LIST\xff\xff\x00\x00", 44100 * 4 * 5, "wav", 5),
        (sounds.wav(60)[:20], None, "wav", None),
        (sounds.mp3(), 16000 * 200, "mp3", 200),
        (sounds.mp3(), None, "mp3", None),
        (b"\x00" * 9 + sounds.mp3(), None, "mp3", None),
        (sounds.xing(3828), None, "mp3", 100),
        (sounds.id3(100) + sounds.xing(3828), None, "mp3", 100),
        (sounds.id3(5000)[:1024], 9_000_000, "mp3", None),
        (sounds.id3(100) + sounds.flac(90), None, "flac", 90),
        (sounds.flac(90), None, "flac", 90),
        (b"fLaC", None, "flac", None),
        (b"OggS\x00\x02", None, "ogg", None),
        (sounds.mp4(61), None, "mp4", 61),
        (b"\x00\x00\x00\x20ftypisom", None, "mp4", None),
        (sounds.aiff(60), None, "aiff", 60),
        (b"FORM\x00\x00\x00\x00AIFC", None, "aiff", None),
        (b"\xff\xf1\x50\x80\x02\x1f\xfc", None, "aac", None),
    ],
)
def test_audio_is_known_by_its_first_bytes(
    head: bytes, size: int | None, kind: str, duration: float | None
) -> None:
    sound = recognise(head, size)
    assert sound is not None
    assert sound.kind == kind
    assert sound.duration == (None if duration is None else pytest.approx(duration, rel=0.01))


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"<!doctype html>",
        b"PK\x03\x04",
        b"\xff\xd8\xff\xe0\x00\x10JFIF",
        b"\x89PNG\r\n",
        b"%PDF-1.7",
        b"RIFF\x00\x00\x00\x00WEBP",
        b"\x00\x00\x00\x20ftypheic",
        b"\xff\xfe<\x00h\x00t\x00m\x00l\x00",
        b"\xff" * 1024,
        *("\ufeff<html>hi".encode("utf-16-le")[:length] for length in (4, 6, 16)),
        "\ufeffhttps://example.com/a\nhttps://example.com/b".encode("utf-16-le"),
        "\ufeffhello, nothing here".encode("utf-16-be"),
        b"\xff\xfb\x90\x00" + bytes(413) + b"no frame here, so the first was none",
        bytes(1024),
        b"ID3",
    ],
)
def test_other_files_are_not_audio(head: bytes) -> None:
    assert recognise(head) is None


@given(st.binary(max_size=1024), st.none() | st.integers(0, 10**12))
def test_any_bytes_get_an_answer(head: bytes, size: int | None) -> None:
    for opening in (
        b"",
        b"RIFF1234WAVEfmt ",
        b"fLaC",
        b"1234ftypM4A mvhd",
        b"FORM1234AIFFCOMM",
        b"ID3",
        b"\xff\xfb",
    ):
        sound = recognise(opening + head, size)
        assert sound is None or sound.duration is None or sound.duration >= 0


def test_the_successor_of_rf64_is_a_wav_too() -> None:
    head = b"BW64\xff\xff\xff\xffWAVEds64\x1c\x00\x00\x00" + bytes(900)
    found = recognise(head, 5_000_000_000)
    assert found is not None
    assert found.kind == "wav"


def test_a_length_without_end_is_none() -> None:
    smallest = struct.pack(">HQ", 16383 + 63 - 1074, 1)  # samples a second, as a number that is all but 0
    common = b"COMM" + struct.pack(">IhIh", 18, 2, 2**32 - 1, 16) + smallest
    assert recognise(b"FORM" + bytes(4) + b"AIFF" + common) == Audio("aiff")
