"""From the job's events to the window: gathered for a moment, then handed on together."""

from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from mountsea_desktop.workflow.events import Event

GATHERED_FOR = 25
"""Milliseconds: shorter than anybody notices, long enough for a burst to become one."""
SHARE = 20
"""What comes waits this many times as long as taking in the last took: most of the time is for others."""
LONGEST_GATHERED = 100
"""Milliseconds: what somebody does is seen to have happened at once."""

MOST_AT_ONCE = 2_000
"""Changes that views take in together without a stop that anybody notices."""


class EventBatcher(QObject):
    """Hands on the job's events. A burst of them becomes one signal, so that views repaint once."""

    batched = Signal(list)
    """The changes, in the order they happened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gathered: list[Event] = []
        self._is_coming = False
        self._rests_until = 0.0
        """When views have had their rest from what they last took in, by the monotonic clock."""
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._hand_on)

    def add(self, event: Event) -> None:
        """Take a change in, as the job's one observer."""
        self._gathered.append(event)
        if not self._is_coming:
            self._is_coming = True
            rest = int((self._rests_until - monotonic()) * 1_000)
            self._soon.start(max(GATHERED_FOR, min(rest, LONGEST_GATHERED)))

    def flush(self) -> None:
        """Hand on all that has come, now: somebody is about to look at it."""
        gathered, self._gathered = self._gathered, []
        if gathered:
            self.batched.emit(gathered)

    def _hand_on(self) -> None:
        gathered, self._gathered = self._gathered[:MOST_AT_ONCE], self._gathered[MOST_AT_ONCE:]
        self._is_coming = bool(self._gathered)
        if self._is_coming:
            self._soon.start(0)  # the rest was gathered long enough
        if gathered:
            began = monotonic()
            self.batched.emit(gathered)
            ended = monotonic()
            self._rests_until = ended + SHARE * (ended - began)
