"""From the bytes of a sound file to samples, and to the wave that is painted of them."""

from dataclasses import dataclass
from enum import StrEnum

RATE = 44_100
CHANNELS = 2
FRAME = CHANNELS * 2
"""Bytes of one moment: two samples of 16 bits."""
LONGEST = 20 * 60
"""Seconds that are decoded at most: their samples take 200 MB of memory."""
PORTION = 65_536
"""Frames that are decoded at once."""
PEAKS = 400
"""Parts of the painted wave."""
LOOKED_AT = 200
"""Samples of one part that are looked at: enough for a picture, and quick."""

_PLAIN = frozenset({b"twos", b"in24", b"in32"})
"""Names that programs of Apple's give samples as they are."""
_WMA = bytes.fromhex("3026b2758e66cf11")


class SoundFault(StrEnum):
    """Why something cannot be heard here."""

    UNREADABLE = "unreadable"
    """Damaged, or no sound: none of WAV, AIFF, MP3, FLAC and Ogg Vorbis, which are decoded."""
    NOT_HERE = "not_here"
    """M4A, AAC, Opus or WMA, for which there is no small decoder; players have their own."""
    TOO_LONG = "too_long"
    EMPTY = "empty"
    NO_LIBRARY = "no_library"
    """This copy of the program came without its library for sound."""
    GONE = "gone"
    """The file is not there, though its folder is."""
    NOT_NOW = "not_now"
    """The file cannot be read at this moment: its folder or drive is away, or another program has it open."""


class SoundError(Exception):
    """Something that cannot be heard here."""

    def __init__(self, fault: SoundFault, details: str = "") -> None:
        super().__init__(fault, details)
        self.fault = fault
        self.details = details


@dataclass(frozen=True, slots=True)
class Sound:
    """What can be played."""

    samples: bytes
    """Frames at `RATE`, in the computer's own order of bytes."""
    peaks: tuple[float, ...]
    """How loud each part is, 0 to 1, for the painted wave."""

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return len(self.samples) // FRAME

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.frames / RATE


def decode(data: bytes) -> Sound:
    """The samples of a whole file. Takes a moment, and so belongs on a thread. Raises `SoundError`."""
    try:
        import miniaudio  # noqa: PLC0415 - not there on every kind of computer, and not needed to start
    except ImportError as error:
        raise SoundError(SoundFault.NO_LIBRARY, str(error)) from error
    samples = bytearray()
    try:
        portions = miniaudio.stream_memory(
            _with_known_name(data),
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=CHANNELS,
            sample_rate=RATE,
            frames_to_read=PORTION,
        )
        for portion in portions:
            samples += portion.tobytes()
            if len(samples) > LONGEST * RATE * FRAME:
                raise SoundError(SoundFault.TOO_LONG)
    except miniaudio.MiniaudioError as error:
        fault = SoundFault.NOT_HERE if _is_for_others(data) else SoundFault.UNREADABLE
        raise SoundError(fault, str(error)) from error
    if len(samples) < FRAME:
        raise SoundError(SoundFault.EMPTY)
    return Sound(bytes(samples), peaks_of(samples))


def _with_known_name(data: bytes) -> bytes:
    """Return an AIFC file of plain samples under the one name for these that the library knows."""
    comm = data.find(b"COMM") if data[:4] == b"FORM" and data[8:12] == b"AIFC" else -1
    name = slice(comm + 26, comm + 30)
    return data[: name.start] + b"NONE" + data[name.stop :] if comm > 0 and data[name] in _PLAIN else data


def _is_for_others(data: bytes) -> bool:
    """Whether it begins like sound that others can play: MP4, AAC, Opus, WMA."""
    is_aac = len(data) > 1 and data[0] == 0xFF and data[1] & 0xF6 == 0xF0
    is_opus = data[:4] == b"OggS" and b"OpusHead" in data[:100]
    return is_aac or is_opus or data[4:8] == b"ftyp" or data.startswith(_WMA)


def peaks_of(samples: bytes | bytearray) -> tuple[float, ...]:
    """Return how loud each part of these samples is."""
    numbers = memoryview(samples).cast("h")
    part = max(len(numbers) / PEAKS, 1.0)
    step = max(int(part) // LOOKED_AT, 1)
    starts = (int(number * part) for number in range(min(PEAKS, len(numbers))))
    return tuple(
        min(max(map(abs, numbers[start : int(start + part) + 1 : step]), default=0) / 32_767, 1.0)
        for start in starts
    )
