"""The places where practice songs lie: enough of an audio file for a link check, made here byte by byte."""

import random
import re
import struct
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

import httpx

from mountsea_desktop.practice.tune import tune

_AUDIO_TYPES = {
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
}
_MP3_FRAME = b"\xff\xfb\xb0\x44" + bytes(622)  # MPEG-1 layer III, 192 kbit/s, 44.1 kHz: 626 bytes of silence
_MP3_BYTES_PER_SECOND = 24_000
_WAV_BYTES_PER_SECOND = 44_100 * 2 * 2
_MOST_AT_ONCE = 64 * 1024
_RANGE = re.compile(r"bytes=(\d+)-(\d*)$")


def answer(request: httpx.Request) -> httpx.Response:
    """Return what a song's host says: part of a song where the path ends like one, a web page otherwise.

    A song asked for without a range is to be heard: then it is a short tune, whatever its name ends in.
    """
    name = PurePosixPath(unquote(request.url.path)).name
    media_type = _AUDIO_TYPES.get(PurePosixPath(name).suffix.lower())
    if media_type is None:
        return httpx.Response(200, html="<!doctype html><title>Practice</title><p>A page, not a song.</p>")
    if "range" not in request.headers:
        return httpx.Response(200, headers={"Content-Type": "audio/wav"}, content=tune(name))
    seconds = random.Random(name).randint(150, 260)  # noqa: S311 - the same song is always as long
    head, size = _wav(seconds) if media_type == "audio/wav" else _mp3(name, seconds)

    asked = _RANGE.match(request.headers.get("range", ""))
    first, last = (int(asked[1]), int(asked[2] or size - 1)) if asked else (0, _MOST_AT_ONCE - 1)
    last = min(last, size - 1, first + _MOST_AT_ONCE - 1)
    if first >= size or last < first:
        return httpx.Response(416, headers={"Content-Range": f"bytes */{size}"})
    return httpx.Response(
        206,
        headers={
            "Content-Type": media_type,
            "Content-Range": f"bytes {first}-{last}/{size}",
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "Accept-Ranges": "bytes",
        },
        content=head[first : last + 1].ljust(last + 1 - first, b"\0"),
    )


def _mp3(name: str, seconds: int) -> tuple[bytes, int]:
    """Make the beginning of a silent MP3 with its title in an ID3v2.3 tag; return the whole's size, too."""
    title = b"\x01" + PurePosixPath(name).stem.encode("utf-16")
    frame = b"TIT2" + struct.pack(">IH", len(title), 0) + title
    size = len(frame)
    tag = (
        b"ID3\x03\x00\x00" + bytes([size >> 21 & 127, size >> 14 & 127, size >> 7 & 127, size & 127]) + frame
    )
    frames = _MP3_FRAME * (_MOST_AT_ONCE // len(_MP3_FRAME))
    return tag + frames, len(tag) + seconds * _MP3_BYTES_PER_SECOND


def _wav(seconds: int) -> tuple[bytes, int]:
    """Return the header of a 16-bit stereo WAV (its samples are all zero), and the size of the whole."""
    data = seconds * _WAV_BYTES_PER_SECOND
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, 44_100, _WAV_BYTES_PER_SECOND, 4, 16)
    head = struct.pack("<4sI4s", b"RIFF", 36 + data, b"WAVE") + form + struct.pack("<4sI", b"data", data)
    return head, len(head) + data
