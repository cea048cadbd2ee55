import struct
import sys
from array import array
from collections.abc import Callable

import pytest

from mountsea_desktop.practice.tune import SECONDS, tune
from mountsea_desktop.sound import decode as decode_module
from mountsea_desktop.sound.decode import PEAKS, RATE, SoundError, SoundFault, decode
from tests.sound.aiff import SINE, aiff, whole

MP3 = (b"\xff\xfb\x90\x64" + bytes(413)) * 400


def fault_of(data: bytes) -> SoundFault:
    with pytest.raises(SoundError) as caught:
        decode(data)
    return caught.value.fault


def test_a_wav_becomes_samples_and_a_wave() -> None:
    sound = decode(tune("Sea"))
    assert abs(sound.seconds - SECONDS) < 0.01
    assert sound.frames == len(sound.samples) // 4
    assert len(sound.peaks) == PEAKS
    assert 0.1 < max(sound.peaks) <= 1
    assert min(sound.peaks) < max(sound.peaks) / 2


def test_an_mp3_of_silence_is_ten_seconds_of_nothing() -> None:
    sound = decode(MP3)
    assert 9 < sound.seconds < 11
    assert set(sound.peaks) == {0.0}


@pytest.mark.parametrize(
    ("pack", "bits", "name"),
    [
        (whole(2), 16, b""),
        (whole(3), 24, b""),
        (whole(4), 32, b""),
        (whole(2), 16, b"NONE"),
        (whole(2), 16, b"twos"),
        (whole(3), 24, b"in24"),
        (whole(4), 32, b"in32"),
        (whole(3, "little"), 24, b"sowt"),
        (lambda value: struct.pack(">f", value), 32, b"fl32"),
        (lambda value: struct.pack(">d", value), 64, b"fl64"),
    ],
)
def test_aiff_sounds_as_it_was_packed(pack: Callable[[float], bytes], bits: int, name: bytes) -> None:
    samples = array("h", decode(aiff(pack, bits, name)).samples)
    assert len(samples) == 2 * RATE
    assert max(abs(samples[2 * at] / 32_767 - SINE[at]) for at in range(0, RATE, 50)) < 0.001


@pytest.mark.parametrize(
    "data",
    [
        b"\0\0\0\x20ftypM4A " + bytes(500),
        b"\xff\xf1\x50\x80" + bytes(500),
        b"OggS" + bytes(24) + b"OpusHead" + bytes(500),
        bytes.fromhex("3026b2758e66cf11") + bytes(500),
    ],
)
def test_what_others_can_play_is_told_from_what_is_broken(data: bytes) -> None:
    assert fault_of(data) is SoundFault.NOT_HERE


@pytest.mark.parametrize(
    "data", [b"", b"<!doctype html>", b"RIFF" + bytes(40), b"ID3" + bytes(2_000), b"fLaC"]
)
def test_what_is_no_sound(data: bytes) -> None:
    assert fault_of(data) in {SoundFault.UNREADABLE, SoundFault.EMPTY}


def test_what_is_too_long_for_the_memory_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode_module, "LONGEST", SECONDS / 2)
    monkeypatch.setattr(decode_module, "PORTION", RATE)
    assert fault_of(tune("Sea")) is SoundFault.TOO_LONG


def test_without_the_library_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "miniaudio", None)
    assert fault_of(tune("Sea")) is SoundFault.NO_LIBRARY
