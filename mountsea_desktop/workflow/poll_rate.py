"""How often Mountsea is asked how things stand: ever less often for one song, and evenly for all together."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from mountsea_desktop.runtime.clock import Clock

MOST_QUESTIONS_A_SECOND = 4.0
SLEPT = 30.0
"""A rest that took so many seconds more than asked, by the wall clock, means that the computer slept."""


def waits() -> Iterator[float]:
    """Seconds before each question about one task: from 2 growing to 5, then 5 for ever (as documented)."""
    wait = 2.0
    while True:
        yield wait
        wait = min(wait + 0.5, 5.0)


class Pace:
    """One pace for all who ask."""

    def __init__(self, clock: Clock, on_wake_up: Callable[[], Awaitable[None]]) -> None:
        """`on_wake_up` is awaited once after the computer slept, before anybody asks again."""
        self._clock = clock
        self._on_wake_up = on_wake_up
        self._next_turn = 0.0
        self._hurried = asyncio.Event()
        self._waking = asyncio.Lock()
        self._woke_at = 0.0

    async def rest(self, seconds: float) -> None:
        """Wait so long, or until somebody says `hurry`."""
        began = self._clock.now()
        await self._clock.wait(self._hurried, seconds)
        if self._clock.now() - began > seconds / self._clock.speed + SLEPT:
            await self._wake_up(began)

    async def turn(self) -> None:
        """Wait in line among all who ask, so that their questions come evenly."""
        now = self._clock.monotonic()
        turn = max(now, self._next_turn)
        self._next_turn = turn + 1.0 / MOST_QUESTIONS_A_SECOND
        await self._clock.sleep(turn - now)

    async def _wake_up(self, began: float) -> None:
        async with self._waking:
            if self._woke_at > began:
                return  # another's rest spanned the same sleep
            self._woke_at = self._clock.now()
            self.hurry()
            await self._on_wake_up()

    def hurry(self) -> None:
        """Ask now: end every rest that is under way."""
        self._hurried.set()
        self._hurried = asyncio.Event()
