"""The disk's latch: closed while the disk refuses what is to be saved, or does not answer.

Only something that was saved opens it. What is about to be sent is saved first, so with a disk that refuses
nothing is sent.
"""

import contextlib
from collections.abc import Callable, Iterator

from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.latch import SHORTEST_WAIT, Latch
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault, Problem

DISK_WAIT = 5.0
"""Seconds between two tries of a disk that refused."""


class DiskLatch(Latch):
    """What the journal's answers mean for everything else."""

    def __init__(
        self, clock: Clock, *, on_change: Callable[[], None], is_awaited: Callable[[], bool]
    ) -> None:
        super().__init__(clock, on_change=on_change, is_awaited=is_awaited)
        self._is_retried = False

    @contextlib.contextmanager
    def retrying(self) -> Iterator[None]:
        """Whoever is inside finds out when the disk is in order again, so that nobody else goes ahead."""
        self._is_retried = True
        try:
            yield
        finally:
            self._is_retried = False
            if self.outage is not None:
                self.try_in(SHORTEST_WAIT)  # whoever found out is gone, so others have to

    def try_now(self) -> None:
        """Its time is up, which only counts when nobody is finding out already."""
        if self._is_retried:
            self.cancel_timer()
        else:
            super().try_now()

    def record_failure(self, error: JournalError) -> None:
        """The disk refused. Several may fail before it is time to try again: the countdown goes on."""
        if not self._is_running(error.fault):
            self.close(Problem(error.fault, details=error.details), Remedy.WAIT, DISK_WAIT)

    def record_silence(self) -> None:
        """The disk does not answer: until it does, nothing can be promised."""
        self.close(Problem(JournalFault.GONE), Remedy.WAIT, None)

    def record_success(self) -> None:
        """The disk took something, or answered after all."""
        self.open()

    def _is_running(self, fault: JournalFault) -> bool:
        """Return whether the outage goes on as it is.

        The disk is silent, or counted down for because of this.
        """
        known = self.outage
        if known is None:
            return False
        if known.until is None:
            return True
        return known.problem.code == fault and self._clock.monotonic() < known.until
