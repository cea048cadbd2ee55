"""What found no way out of this computer is tried again by itself, until there is a network.

One goes ahead and sees; once it gets through, all others follow. Nothing runs while nothing waits.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from enum import Enum, auto

from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.gate import backoff
from mountsea_desktop.workflow.latch import SHORTEST_WAIT

AT_ONCE = 6
"""How many follow together, as in `checks`."""


class Reached(Enum):
    """What came of a try."""

    ANSWERED = auto()
    """Whatever was asked was answered, so there is a network."""
    NO_WAY = auto()
    """It is to be tried again."""
    OVER = auto()
    """It is not wanted any more; nothing was learned."""


Attempt = Callable[[], Awaitable[Reached]]


class Reconnect:
    """Holds what waits for a network, by a key of its own."""

    def __init__(self, clock: Clock, tasks: Tasks, on_answer: Callable[[], None]) -> None:
        """`on_answer` is called when something got through: others may wait for the same."""
        self._clock = clock
        self._tasks = tasks
        self._on_answer = on_answer
        self._waiting: dict[str, Attempt] = {}
        self._is_running = False
        self._hint = asyncio.Event()

    def wait_for(self, key: str, attempt: Attempt) -> None:
        """Try this as long as there is no way; in place of what waited under the same key."""
        self._waiting[key] = attempt
        if not self._is_running:
            self._is_running = True
            self._hint.clear()
            self._tasks.start(self._run(), "wait for a network")

    def try_now(self) -> None:
        """There may be a network now: try without waiting any longer."""
        self._hint.set()

    async def _run(self) -> None:
        tries = 0
        try:
            while self._waiting:
                await self._clock.sleep(SHORTEST_WAIT)
                await self._clock.wait(self._hint, backoff(tries))
                self._hint.clear()
                tries += 1
                first = next(iter(self._waiting), "")
                if await self._try(first) is Reached.ANSWERED:
                    self._on_answer()
                    others = deque(key for key in self._waiting if key != first)
                    await asyncio.gather(*(self._try_each(others) for _ in range(AT_ONCE)))
        finally:
            self._is_running = False

    async def _try_each(self, keys: deque[str]) -> None:
        while keys:
            await self._try(keys.popleft())

    async def _try(self, key: str) -> Reached:
        attempt = self._waiting[key]
        reached = await attempt()
        if self._waiting.get(key) is attempt:
            del self._waiting[key]
            if reached is Reached.NO_WAY:
                self._waiting[key] = attempt  # behind the others: its own host may be what is gone
        return reached
