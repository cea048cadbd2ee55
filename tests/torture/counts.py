"""What the torture came to, over all its tests; the last three must stay zero."""

from dataclasses import dataclass, fields

import pytest


@dataclass
class TortureCounts:
    """Counts, in the order of the table."""

    faults_tried: int = 0
    creates_sent: int = 0
    confirmed_attempts: int = 0
    songs_lost: int = 0
    double_sends: int = 0
    tokens_leaked: int = 0

    @property
    def promises_broken(self) -> int:
        """How often the worst has happened."""
        return self.songs_lost + self.double_sends + self.tokens_leaked

    def rows(self) -> list[str]:
        """The table's lines."""
        return [f"{it.name.replace('_', ' '):<20}{getattr(self, it.name):>10,}" for it in fields(self)]


COUNTS = pytest.StashKey[TortureCounts]()
