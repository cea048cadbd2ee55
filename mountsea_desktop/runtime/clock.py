"""Time, as the job sees it; practice and tests let it run faster."""

import asyncio
import contextlib
import time
from collections.abc import Callable


class Clock:
    """Waiting and telling the time.

    With `speed` 10, a wait of ten seconds takes one. Deadlines use `monotonic`, so that a computer whose
    clock is set meanwhile neither waits for ever nor gives up at once; `now` is for showing and keeping.
    """

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed

    def now(self) -> float:
        """Return seconds of Unix time."""
        return time.time()

    def monotonic(self) -> float:
        """Return seconds since some moment, running at `speed`, never backwards."""
        return time.monotonic() * self.speed

    async def sleep(self, seconds: float) -> None:
        """Wait for so many of this clock's seconds."""
        await asyncio.sleep(max(seconds, 0.0) / self.speed)

    async def wait(self, event: asyncio.Event, seconds: float) -> None:
        """Wait for the event, but no longer than so many of this clock's seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(max(seconds, 0.0) / self.speed):
                await event.wait()

    def later(self, seconds: float, act: Callable[[], None]) -> asyncio.TimerHandle:
        """Have `act` called after so many of this clock's seconds, unless the handle is cancelled."""
        return asyncio.get_running_loop().call_later(max(seconds, 0.0) / self.speed, act)
