"""From the job's events to the window: gathered for a moment, then handed on together."""

from PySide6.QtCore import QObject, QTimer, Signal

from mountsea_desktop.workflow.events import Event

GATHERED_FOR = 25
"""Milliseconds: shorter than anybody notices, long enough for a burst to become one."""

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
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._hand_on)

    def add(self, event: Event) -> None:
        """Take a change in, as the job's one observer."""
        self._gathered.append(event)
        if not self._is_coming:
            self._is_coming = True
            self._soon.start(GATHERED_FOR)

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
            self.batched.emit(gathered)
