"""The first bytes of sound files, made by hand."""

import struct


def wav(seconds: float = 60.0, rate: int = 44100) -> bytes:
    speed = rate * 4
    length = int(seconds * speed)
    form = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 2, rate, speed, 4, 16)
    return struct.pack("<4sI4s", b"RIFF", length + 36, b"WAVE") + form + struct.pack("<4sI", b"data", length)


def mp3_frame() -> bytes:
    """MPEG 1, layer III, 128 kbit/s, 44.1 kHz, stereo: 417 bytes."""
    return b"\xff\xfb\x90\x00" + bytes(413)


def mp3() -> bytes:
    return mp3_frame() * 3


def xing(frames: int) -> bytes:
    head = b"\xff\xfb\x90\x00" + bytes(32) + b"Xing" + struct.pack(">II", 1, frames)
    return head + bytes(417 - len(head)) + mp3_frame()


def id3(size: int) -> bytes:
    return b"ID3\x04\x00\x00" + bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0)) + bytes(size)


def flac(seconds: int = 90) -> bytes:
    packed = (48000 << 44) | (1 << 41) | (15 << 36) | (48000 * seconds)
    return b"fLaC\x00\x00\x00\x22" + bytes(10) + struct.pack(">Q", packed) + bytes(16)


def aiff(seconds: int = 60) -> bytes:
    comm = struct.pack(">4sIHIHHQ", b"COMM", 18, 2, 44100 * seconds, 16, 16383 + 15, 44100 << 48)
    return b"FORM\x00\x00\x10\x00AIFF" + comm


def mp4(seconds: int = 60) -> bytes:
    mvhd = struct.pack(">I4sIIIII", 108, b"mvhd", 0, 0, 0, 1000, seconds * 1000)
    return b"\x00\x00\x00\x20ftypM4A \x00\x00\x00\x00" + bytes(12) + b"\x00\x00\x00\xffmoov" + mvhd
