"""A latch: open, closed, or half-open, when it is time to see whether it can open again."""

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.workflow.events import Outage, Remedy
from mountsea_desktop.workflow.problem import Problem

if TYPE_CHECKING:
    from asyncio import TimerHandle

SHORTEST_WAIT = 1.0
"""Seconds between two tries, even when Mountsea says "at once"."""


class Latch:
    """Closed while there is an `outage`.

    When its time is up and somebody waits, it is half-open: one may go ahead and see. When nobody waits it
    opens by itself: whoever comes next finds out.
    """

    def __init__(
        self, clock: Clock, *, on_change: Callable[[], None], is_awaited: Callable[[], bool]
    ) -> None:
        """`on_change` is called after each change; `is_awaited` tells whether somebody wants through."""
        self._clock = clock
        self._on_change = on_change
        self._is_awaited = is_awaited
        self._timer: TimerHandle | None = None
        self._last_wait = 0.0
        self._is_half_open = False
        self.outage: Outage | None = None
        self.generation = 0
        """Grows whenever it closes or opens: what was sent in an earlier generation tells nothing new."""
        self.calm_at = -math.inf
        """When it will have been open for as long as it was closed, on the clock's monotonic time."""

    @property
    def passable(self) -> bool:
        """Whether it is open or half-open."""
        return self.outage is None or self._is_half_open

    def close(self, problem: Problem, remedy: Remedy, wait: float | None) -> None:
        """Close for `wait` seconds or, with None, until it is opened."""
        until = None if wait is None else self._clock.monotonic() + wait
        self._set(Outage(problem, remedy, until))
        if wait is not None:
            self._last_wait = wait
            self.try_in(wait)

    def open(self) -> None:
        """It is over."""
        if self.outage is not None:
            self.calm_at = self._clock.monotonic() + self._last_wait
            self._set(None)

    def try_now(self) -> None:
        """Its time is up."""
        self.cancel_timer()
        if self._is_awaited():
            self._is_half_open = True
            self._on_change()
        else:
            self.open()

    def try_in(self, seconds: float) -> None:
        """Let its time be up in so many seconds, and nobody through before."""
        self.cancel_timer()
        self._is_half_open = False
        self._timer = self._clock.later(seconds, self.try_now)

    def try_again(self) -> None:
        """Whoever went ahead has found out nothing, and nobody else waits."""
        if self._is_half_open and self.outage is not None and self.outage.until is not None:
            self.try_in(SHORTEST_WAIT)

    def stay_closed(self) -> None:
        """Whoever went ahead was told what is known: let nobody else go ahead."""
        self._is_half_open = False

    def cancel_timer(self) -> None:
        """Let nothing happen by itself any more."""
        if self._timer is not None:
            self._timer.cancel()

    def _set(self, outage: Outage | None) -> None:
        self.cancel_timer()
        self.generation += 1
        self._is_half_open = False
        self.outage = outage
        self._on_change()
