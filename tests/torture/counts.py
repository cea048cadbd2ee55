"""What the torture came to, over all its tests; the last five must stay zero."""

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
    halves_used: int = 0
    files_forgotten: int = 0

    @property
    def promises_broken(self) -> int:
        """How often the worst has happened."""
        return sum(
            (
                *(self.songs_lost, self.double_sends, self.tokens_leaked),
                *(self.halves_used, self.files_forgotten),
            )
        )

    def rows(self) -> list[str]:
        """The table's lines."""
        return [f"{it.name.replace('_', ' '):<20}{getattr(self, it.name):>10,}" for it in fields(self)]


COUNTS = pytest.StashKey[TortureCounts]()
