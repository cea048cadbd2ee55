"""A loop on which nobody waits: when nothing is left to do, its time jumps to the next timer."""

import asyncio
import selectors

from mountsea_desktop.runtime.clock import Clock

BEGINNING = 1_700_000_000.0
"""Unix time at which every such loop begins."""


class _JumpingSelector(selectors.SelectSelector):
    def __init__(self) -> None:
        super().__init__()
        self.time = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("everything waits for something that will never happen")
            self.time += timeout
        return ready


class VirtualLoop(asyncio.SelectorEventLoop):
    """asyncio's own loop, but for its time."""

    def __init__(self) -> None:
        self._jumping = _JumpingSelector()
        super().__init__(self._jumping)

    def time(self) -> float:
        return self._jumping.time


class VirtualClock(Clock):
    """A `Clock` that shows the running loop's time."""

    def __init__(self) -> None:
        super().__init__()
        self.set_forward = 0.0
        """Seconds by which the wall clock is ahead: the computer slept, or somebody set the clock."""

    def now(self) -> float:
        return BEGINNING + self.monotonic() + self.set_forward

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()
