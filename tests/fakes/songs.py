"""Places where songs lie, and places that only look so; the path tells which.

`1.mp3` (any name), `1.wav`, `1.bin` (audio without a telling type): songs · `page.html`: a page ·
`missing.mp3` 404, `forbidden.mp3` 403, `gone.mp3` 410, `broken.mp3` 500 · `redirect/1.mp3`: to `1.mp3` ·
`loop.mp3`: leads to itself · `slow.mp3`: hangs until released
"""

import re
import struct
from pathlib import PurePosixPath

from tests.fakes.faults import Answer, Fault, Hang, Page, Redirect, Status

_STATUSES = {"missing": 404, "forbidden": 403, "gone": 410, "broken": 500}
_TYPES = {".mp3": "audio/mpeg", ".wav": "audio/wav", ".bin": "application/octet-stream"}
_MP3 = (b"\xff\xfb\x90\x64" + bytes(413)) * 600  # MPEG-1 layer III frames of 128 kbit/s: 15 s of silence
_SAMPLES = bytes(8_000 * 20)  # 20 s at 8 kHz, 8 bit, mono
_WAV_FORM = struct.pack("<IHHIIHH", 16, 1, 1, 8_000, 8_000, 1, 8)
_WAV_HEAD = b"RIFF" + struct.pack("<I", 36 + len(_SAMPLES)) + b"WAVEfmt " + _WAV_FORM
_WAV = _WAV_HEAD + b"data" + struct.pack("<I", len(_SAMPLES)) + _SAMPLES


def play_for(path: str) -> Fault | None:
    """What a place that is no song does instead; `None` for a song."""
    name = PurePosixPath(path)
    if name.stem in _STATUSES:
        return Status(_STATUSES[name.stem])
    if name.suffix not in _TYPES:
        return Page()
    if name.parent.name == "redirect":
        return Redirect(f"/songs/{name.name}", 302)
    if name.stem == "loop":
        return Redirect(path, 302)
    return Hang() if name.stem == "slow" else None


def song(path: str, headers: dict[str, str]) -> Answer:
    """The song, or the part of it that was asked for."""
    suffix = PurePosixPath(path).suffix
    content = _WAV if suffix == ".wav" else _MP3
    kind = {"Content-Type": _TYPES[suffix], "Accept-Ranges": "bytes"}
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", headers.get("range", ""))
    if asked is None:
        return Answer(200, content, kind)
    first, last = int(asked[1]), min(int(asked[2] or len(content)), len(content) - 1)
    return Answer(
        206, content[first : last + 1], kind | {"Content-Range": f"bytes {first}-{last}/{len(content)}"}
    )
