"""Sample songs to practise with. The host is reserved for examples, so the links lead nowhere in earnest."""

from typing import Final
from urllib.parse import quote

SONG_HOST: Final = "practice.example"
PRACTICE_TOKEN: Final = "sk-practice-token"  # noqa: S105 - opens nothing but the practice gateway
PRACTICE_MODEL: Final = "chirp-custom:00000000-0000-4000-8000-"
"""How the identifier of every practice model begins, so that it is taken for no real one."""
OUT_OF_REACH: Final = "out-of-reach"
"""A link with this in its path fails at its first upload and works at the next: a use for "Retry"."""

_FILES = (
    "Harbour Lights.mp3",
    "Salt and Cedar.wav",
    "海边的信.mp3",
    "Northbound Train.mp3",
    "山间晨雾.wav",
    "Slow Bloom.mp3",
)


def _link(path: str) -> str:
    return f"https://{SONG_HOST}/songs/{quote(path)}"


SAMPLE_LINKS: Final[tuple[str, ...]] = tuple(map(_link, _FILES))
"""Six songs, just enough for a model; every one of them uploads."""
FAILING_LINK: Final = _link(f"{OUT_OF_REACH}/Lost Tape.mp3")
"""A seventh that fails at its first upload."""
