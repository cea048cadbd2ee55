"""Where the keyboard goes when what has it vanishes."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid


class FocusKeeper(QObject):
    """Hands the keyboard of a window to a successor when the widget that has it is hidden or disabled.

    Qt would take whatever comes next: after songs were added that was "Undo", after the price was spent
    "New model", and the next press of Space undid or covered what had just been done.
    """

    def __init__(self, window: QWidget, succeed: Callable[[], object]) -> None:
        """`succeed` gives the keyboard to what one goes on with."""
        super().__init__(window)
        self._window = window
        self._succeed = succeed
        self._last: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._changed)

    def _changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        last, self._last = self._last, now
        if last is not None and last is not now and self._is_out_of_reach(last):
            self._succeed()

    def _is_out_of_reach(self, widget: QWidget) -> bool:
        return not (isValid(widget) and widget.isVisibleTo(self._window) and widget.isEnabledTo(self._window))
