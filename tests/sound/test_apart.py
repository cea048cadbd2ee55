"""Whatever a file does to the decoder, the program goes on."""

import sys
from pathlib import Path

import pytest

from mountsea_desktop.practice.tune import SECONDS, tune
from mountsea_desktop.sound import apart
from mountsea_desktop.sound.apart import decode_apart
from mountsea_desktop.sound.decode import LONGEST, SoundError, SoundFault, decode
from mountsea_desktop.sound.player import Player
from tests.sound.aiff import aiff, whole

DAMAGED = Path(__file__).with_name("damaged.ogg")
"""The beginning of an Ogg Vorbis file with a few wrong bytes: it ends the process that decodes it."""


def python(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(apart, "command", lambda _flag: [sys.executable, "-c", program])


def fault_of(data: bytes, patience: float = apart.PATIENCE) -> SoundFault:
    with pytest.raises(SoundError) as caught:
        decode_apart(data, patience)
    return caught.value.fault


async def test_a_damaged_file_is_refused_and_ends_nothing() -> None:
    player = Player()
    with pytest.raises(SoundError) as caught:
        await player.read(DAMAGED)
    assert caught.value.fault is SoundFault.UNREADABLE
    sound = await player.decode(tune("Sea"))
    assert abs(sound.seconds - SECONDS) < 0.01
    await player.close()


def test_it_is_the_same_sound() -> None:
    assert decode_apart(tune("Sea")) == decode(tune("Sea"))


def test_why_a_file_is_refused_is_carried_over(monkeypatch: pytest.MonkeyPatch) -> None:
    assert fault_of(b"") is SoundFault.UNREADABLE
    refusal = "import sys; sys.stdin.buffer.read(); sys.stderr.buffer.write(b'too_long\\n'); sys.exit(3)"
    python(monkeypatch, refusal)
    assert fault_of(b"x") is SoundFault.TOO_LONG


def test_one_that_never_ends_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    python(monkeypatch, "while True: pass")
    assert fault_of(b"x", patience=0.5) is SoundFault.UNREADABLE


def test_where_no_process_can_be_started_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda _flag: [str(DAMAGED)])
    assert fault_of(b"x") is SoundFault.UNREADABLE


@pytest.mark.parametrize(
    "data",
    [
        aiff(whole(2), 16, channels=0),
        aiff(whole(2), 16, channels=32_767),
        aiff(whole(2), 0),
        aiff(whole(2), 32_767),
        aiff(whole(2), 16, rate=bytes(10)),
        aiff(whole(2), 16, rate=b"\x7f" + b"\xff" * 9),
        aiff(whole(2), 16, frames=2**32 - 1),
        aiff(whole(2), 16, offset=2**32 - 1),
        aiff(whole(2), 16)[:40],
        aiff(whole(2), 16, b"twos")[:45],
    ],
)
def test_a_header_that_lies_costs_only_its_own_file(data: bytes) -> None:
    details = ""
    try:
        assert decode_apart(data, patience=20).seconds <= LONGEST
    except SoundError as error:
        details = error.details
    assert details != "TimeoutExpired"
