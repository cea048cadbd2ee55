"""A short tune, made here note by note, so that there is something to hear in practice."""

import math
import random
import struct
from array import array
from functools import lru_cache

RATE = 16_000
"""Samples a second: enough for a flute."""
NOTE = RATE // 4
"""Samples of one note."""
NOTES = 32
SECONDS = NOTES * NOTE / RATE
_SCALE = (262, 294, 330, 392, 440, 523)
"""Five steps sound well in any order; Hz."""
_LOUD = 9_000
_WAV = struct.Struct("<4sI4s4sIHHIIHH4sI")


def tune(name: str) -> bytes:
    """A WAV file; the same name gives the same tune, another one another."""
    chance = random.Random(name)  # noqa: S311 - meant to be foreseeable
    step, samples = chance.randrange(len(_SCALE)), array("h")
    for number in range(NOTES):
        step = min(max(step + chance.choice((-2, -1, -1, 0, 1, 1, 2)), 0), len(_SCALE) - 1)
        samples += _note(_SCALE[step], is_last=number % 8 == 7)
    data = samples.tobytes()
    head = _WAV.pack(
        b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, 1, RATE, RATE * 2, 2, 16, b"data", len(data)
    )
    return head + data


@lru_cache
def _note(pitch: int, *, is_last: bool) -> "array[int]":
    """One note that fades; the last of a phrase fades to nothing."""
    turn, fade = 2 * math.pi * pitch / RATE, 3.0 if is_last else 1.2
    return array(
        "h",
        (
            int(
                _LOUD
                * min(1.0, at / 200)
                * math.exp(-fade * at / NOTE)
                * (math.sin(turn * at) + 0.3 * math.sin(2 * turn * at))
            )
            for at in range(NOTE)
        ),
    )
