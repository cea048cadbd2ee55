"""AIFF files, sound and odd ones."""

import math
import struct
from collections.abc import Callable
from typing import Literal

from mountsea_desktop.sound.decode import RATE

SINE = [0.5 * math.sin(math.tau * 441 * number / RATE) for number in range(RATE)]


def aiff(
    pack: Callable[[float], bytes],
    bits: int,
    name: bytes = b"",
    *,
    channels: int = 2,
    rate: bytes = b"\x40\x0e\xac\x44" + bytes(6),
    frames: int = RATE,
    offset: int = 0,
) -> bytes:
    """An AIFF file of one second, AIFC if `name` says how it is packed; `rate` as an extended number."""
    sound = b"".join(pack(value) * 2 for value in SINE)
    comm = struct.pack(">hIH", channels, frames, bits) + rate + (name + b"\0\0" if name else b"")
    ssnd = struct.pack(">II", offset, 0) + sound
    chunks = b"".join(
        key + struct.pack(">I", len(content)) + content for key, content in ((b"COMM", comm), (b"SSND", ssnd))
    )
    return b"FORM" + struct.pack(">I", len(chunks) + 4) + (b"AIFC" if name else b"AIFF") + chunks


def whole(width: int, order: Literal["big", "little"] = "big") -> Callable[[float], bytes]:
    """Packs a sample as a whole number of so many bytes."""
    return lambda value: int(value * (2 ** (8 * width - 1) - 1)).to_bytes(width, order, signed=True)
