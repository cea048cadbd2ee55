"""Audio, recognised by its first bytes, and how long it lasts where they tell.

Sources: the specifications of RIFF/WAVE, AIFF (1.3), FLAC, ID3v2, ISO 11172-3 and 13818-3 with the Xing and
VBRI headers of encoders, and ISO 14496-12.
"""

import codecs
import math
import struct
from dataclasses import dataclass

_BITRATES = {  # kbit/s by (MPEG 1?, layer), for the indices 1 to 14
    (True, 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (True, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (True, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (False, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (False, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_PICTURES = (b"avif", b"avis", b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"crx ")
_ENDLESS = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Audio:
    """A recognised sound file."""

    kind: str
    """`mp3`, `wav`, `flac`, `ogg`, `mp4`, `aiff` or `aac`."""
    duration: float | None = None
    """Seconds."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """The header of one MPEG audio frame."""

    first: bool
    """MPEG 1, not 2 or 2.5."""
    layer: int
    bitrate: int
    rate: int
    length: int
    mono: bool

    @property
    def samples(self) -> int:
        if self.layer == 1:
            return 384
        return 1152 if self.first or self.layer == 2 else 576


def recognise(head: bytes, size: int | None = None) -> Audio | None:
    """Return what the first bytes of a file, a kilobyte is enough, say.

    None when it is not audio as known here.

    `size` is that of the whole file in bytes, where it is known. Never raises.
    """
    found = _kind(head)
    if found is None:
        return None
    kind, start = found
    try:
        duration = _duration(kind, head, start, size)
    except (struct.error, IndexError, ZeroDivisionError, OverflowError):
        duration = None  # the part that would tell lies beyond the first bytes, or is broken
    return Audio(kind, duration if duration is not None and math.isfinite(duration) else None)


def _kind(head: bytes) -> tuple[str, int] | None:
    """Return the kind of audio, and where it begins."""
    if head.startswith(codecs.BOM_UTF16_LE):
        return None  # a text; MPEG layer I with checksums, which begins alike, is nobody's song
    if head[:4] in (b"RIFF", b"RF64", b"BW64") and head[8:12] == b"WAVE":
        return "wav", 0
    if head.startswith((b"fLaC", b"OggS")):
        return ("flac" if head[0] == ord("f") else "ogg"), 0
    if head[4:8] == b"ftyp" and head[8:12] not in _PICTURES:
        return "mp4", 0
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return "aiff", 0
    if head.startswith(b"ID3") and len(head) >= 10:
        tag = 10 + sum((byte & 0x7F) << shift for byte, shift in zip(head[6:10], (21, 14, 7, 0), strict=True))
        return ("flac" if head[tag : tag + 4] == b"fLaC" else "mp3"), tag
    if len(head) >= 7 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0 and (head[2] >> 2 & 15) < 13:
        return "aac", 0
    start = _first_frame(head)
    return None if start is None else ("mp3", start)


def _duration(kind: str, head: bytes, start: int, size: int | None) -> float | None:
    match kind:
        case "wav":
            return _wave(head, size)
        case "flac":
            return _flac(head[start:])
        case "mp4":
            return _movie(head)
        case "aiff":
            return _aiff(head)
        case "mp3":
            return _mpeg(head, start, size)
    return None


def _first_frame(head: bytes) -> int | None:
    """Return where MPEG audio begins: at once, or after some filling when two frames follow each other."""
    padding = len(head) - len(head.lstrip(b"\x00"))
    position = head.find(b"\xff")
    while position >= 0:
        frame = _frame(head, position)
        if frame is not None:
            following = position + frame.length
            if following + 4 <= len(head):
                if _frame(head, following) is not None:
                    return position
            elif position == padding:
                return position
        position = head.find(b"\xff", position + 1)
    return None


def _frame(head: bytes, position: int) -> _Frame | None:
    raw = head[position : position + 4]
    if len(raw) < 4 or raw[0] != 0xFF or raw[1] & 0xE0 != 0xE0:
        return None
    version, layer = raw[1] >> 3 & 3, 4 - (raw[1] >> 1 & 3)
    index, rate_index = raw[2] >> 4, raw[2] >> 2 & 3
    if version == 1 or layer == 4 or index in (0, 15) or rate_index == 3 or raw[3] & 3 == 2:
        return None
    first, padding = version == 3, raw[2] >> 1 & 1
    bitrate, rate = _BITRATES[first, layer][index - 1] * 1000, _RATES[version][rate_index]
    if layer == 1:
        length = (12 * bitrate // rate + padding) * 4
    else:
        length = (144 if first or layer == 2 else 72) * bitrate // rate + padding
    return _Frame(first, layer, bitrate, rate, length, raw[3] >> 6 == 3)


def _mpeg(head: bytes, start: int, size: int | None) -> float | None:
    """From the encoder's count of frames, else from size and bit rate, as if that were constant."""
    frame = _frame(head, start)
    if frame is None:
        return None
    side = (17 if frame.mono else 32) if frame.first else (9 if frame.mono else 17)
    label = start + 4 + side
    if head[label : label + 4] in (b"Xing", b"Info") and head[label + 7] & 1:
        frames = struct.unpack_from(">I", head, label + 8)[0]
    elif head[start + 36 : start + 40] == b"VBRI":
        frames = struct.unpack_from(">I", head, start + 50)[0]
    else:
        return (size - start) * 8 / frame.bitrate if size and size > start else None
    return float(frames * frame.samples / frame.rate)


def _wave(head: bytes, size: int | None) -> float | None:
    position, speed = 12, 0
    while position + 8 <= len(head):
        name, length = struct.unpack_from("<4sI", head, position)
        position += 8
        if name == b"fmt ":
            speed = struct.unpack_from("<I", head, position + 8)[0]
        elif name == b"data":
            rest = None if size is None else max(size - position, 0)
            if length in (0, _ENDLESS) or (rest is not None and length > rest):
                return None if rest is None else rest / speed
            return float(length / speed)
        position += length + (length & 1)
    return size / speed if size and speed else None


def _aiff(head: bytes) -> float | None:
    position = 12
    while position + 8 <= len(head):
        name, length = struct.unpack_from(">4sI", head, position)
        if name == b"COMM":
            frames, exponent, mantissa = struct.unpack_from(">2xI2xHQ", head, position + 8)
            return float(frames / (mantissa * 2.0 ** ((exponent & 0x7FFF) - 16383 - 63)))
        position += 8 + length + (length & 1)
    return None


def _flac(head: bytes) -> float | None:
    if head[4] & 0x7F:
        return None
    packed = struct.unpack_from(">Q", head, 18)[0]
    samples = packed & 0xFFFFFFFFF
    return float(samples / (packed >> 44)) if samples else None


def _movie(head: bytes) -> float | None:
    position = head.find(b"mvhd")
    if position < 0:
        return None
    long = head[position + 4] == 1
    scale, length = struct.unpack_from(">IQ" if long else ">II", head, position + (24 if long else 16))
    return float(length / scale)
