"""How often Mountsea is asked how things stand: ever less often for one song, and evenly for all together.

Chosen by simulation; `make bench` prints it, for songs that take seconds or minutes. As many songs as a
model takes are known to be ready 2 to 3 s after they are, for at most 12 questions in 45 s. Many more have
to wait in line: Mountsea's limits are unknown, documented is only that one begins with 2 to 3 s and becomes
rarer, and whoever is told "too many" stands still as a whole. Only a higher limit would help them. Another
order would not: to ask about the oldest song first is a little better where all take equally long, and much
worse where one takes long.
"""

from collections.abc import Iterator

from mountsea_desktop.runtime.clock import Clock

MAX_POLLS_PER_SECOND = 4.0


def poll_intervals() -> Iterator[float]:
    """Yield seconds before each question about one task.

    From 2 growing to 5, then 5 for ever (as documented).
    """
    interval = 2.0
    while True:
        yield interval
        interval = min(interval + 0.5, 5.0)


class PollRate:
    """One rate limit for all who ask."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._next_at = 0.0

    async def throttle(self) -> None:
        """Wait in line among all who ask, so that their questions come evenly."""
        now = self._clock.monotonic()
        at = max(now, self._next_at)
        self._next_at = at + 1.0 / MAX_POLLS_PER_SECOND
        await self._clock.sleep(at - now)
