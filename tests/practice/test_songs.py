import io
import struct
import wave
from urllib.parse import quote

import httpx
import pytest

from mountsea_desktop.practice import songs
from mountsea_desktop.practice.samples import FAILING_LINK, SAMPLE_LINKS

MP3, WAV = SAMPLE_LINKS[:2]


def get(link: str, asked: str = "bytes=0-1023") -> httpx.Response:
    return songs.answer(httpx.Request("GET", link, headers={"Range": asked} if asked else {}))


@pytest.mark.parametrize("link", [*SAMPLE_LINKS, FAILING_LINK])
def test_a_song_answers_with_its_first_bytes_its_size_and_its_name(link: str) -> None:
    response = get(link)
    assert response.status_code == 206
    assert len(response.content) == 1024
    assert response.content.startswith((b"ID3\x03", b"RIFF"))
    name = link.rsplit("/", 1)[1]
    assert response.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"
    unit, size = response.headers["content-range"].split("/")
    assert unit == "bytes 0-1023"
    assert int(size) > 1_000_000


def test_an_mp3_has_its_first_frame_right_behind_the_tag() -> None:
    content = get(MP3).content
    tag = 10 + int.from_bytes(content[6:10], "big")  # under 128 bytes: one digit of the tag's odd numbers
    assert content[tag : tag + 2] == b"\xff\xfb"
    assert "Harbour Lights".encode("utf-16-le") in content[:tag]


def test_a_wav_is_minutes_of_silence() -> None:
    response = get(WAV)
    (size,) = struct.unpack("<I", response.content[40:44])
    assert response.headers["content-range"].endswith(f"/{size + 44}")
    with wave.open(io.BytesIO(response.content)) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (2, 2)
        assert 150 <= file.getnframes() / file.getframerate() <= 260


@pytest.mark.parametrize(
    ("asked", "status", "length"),
    [("bytes=1-2", 206, 2), ("bytes=0-", 206, 65536), ("bytes=999999999-", 416, 0)],
)
def test_other_ranges(asked: str, status: int, length: int) -> None:
    response = get(MP3, asked)
    assert response.status_code == status
    assert len(response.content) == length


def test_all_of_a_song_is_a_tune_to_be_heard() -> None:
    response = get(MP3, "")
    assert response.status_code == 200
    with wave.open(io.BytesIO(response.content)) as file:
        assert file.getnframes() / file.getframerate() == 8


def test_a_path_that_does_not_end_like_a_song_is_a_web_page() -> None:
    response = get(f"https://practice.example/{quote('分享')}")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert response.text.startswith("<!doctype html>")
