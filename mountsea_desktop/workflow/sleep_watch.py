"""Rests that can be ended early, and from which it is seen that the computer slept."""

import asyncio
from collections.abc import Awaitable, Callable

from mountsea_desktop.runtime.clock import Clock

SLEPT = 30.0
"""A rest that took so many seconds more than asked, by the wall clock, means that the computer slept."""


class SleepWatch:
    """Watches the rests of all who ask Mountsea now and then."""

    def __init__(self, clock: Clock, on_wake_up: Callable[[], Awaitable[None]]) -> None:
        """`on_wake_up` is awaited once after the computer slept, before anybody asks again."""
        self._clock = clock
        self._on_wake_up = on_wake_up
        self._ended = asyncio.Event()
        self._waking = asyncio.Lock()
        self._woke_at = 0.0

    async def rest(self, seconds: float) -> None:
        """Wait so long, or until `end_rests`."""
        began = self._clock.now()
        await self._clock.wait(self._ended, seconds)
        if self._clock.now() - began > seconds / self._clock.speed + SLEPT:
            await self._wake_up(began)

    async def _wake_up(self, began: float) -> None:
        async with self._waking:
            if self._woke_at > began:
                return  # another's rest spanned the same sleep
            self._woke_at = self._clock.now()
            self.end_rests()
            await self._on_wake_up()

    def end_rests(self) -> None:
        """End every rest that is under way."""
        self._ended.set()
        self._ended = asyncio.Event()
