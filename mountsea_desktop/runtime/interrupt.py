"""Ctrl+C during a start, when there is nothing yet that could be closed: remembered, and never raised.

Python raises it wherever it is. In what Qt has called, or in the import of one of its modules, the program
crashes by that, or stays without a window.
"""

import signal
from types import FrameType, TracebackType
from typing import Any


class Interrupt:
    """Remembers Ctrl+C for as long as it is entered and nobody else handles it."""

    def __init__(self) -> None:
        self.is_wanted = False
        """Whether somebody has pressed Ctrl+C."""
        self._before: Any = None

    def __enter__(self) -> None:
        self._before = signal.signal(signal.SIGINT, self._remember)

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        signal.signal(signal.SIGINT, self._before)
        self.is_wanted = False

    def _remember(self, _number: int, _frame: FrameType | None) -> None:
        self.is_wanted = True


interrupt = Interrupt()
"""The one of this process."""
