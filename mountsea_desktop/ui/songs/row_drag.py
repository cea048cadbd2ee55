"""Rows that are dragged to another place in their list.

Not by Qt's own drag and drop, which runs an event loop of its own until the button is let go.
"""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QTableView

from mountsea_desktop.ui.theme.style import Scale, set_style

THICK = 3
"""Of the line that shows where the rows would go; px at ordinary text size."""
SCROLLS_EVERY = 40
"""Milliseconds between two steps while the pointer rests at an edge."""


class RowDrag(QObject):
    """Watches the mouse for a view that hands its events on."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._position = QPoint()
        self.target: int | None = None
        """The row before which the dragged ones would be put; None while nothing is dragged."""
        self._line = QFrame(view.viewport())
        set_style(self._line, kind="drop_line")
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._line.hide()
        self._scrolling = QTimer(self, interval=SCROLLS_EVERY)
        self._scrolling.timeout.connect(self._scroll)

    def press(self, event: QMouseEvent) -> None:
        """Begin, perhaps, to drag the row that the button went down on."""
        self._pressed = event.position().toPoint()

    def move(self, event: QMouseEvent) -> bool:
        """Return whether this belongs to a drag, or may become one."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        self._position = event.position().toPoint()
        far = (self._position - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far or self.target is not None:
            self._show_target()
            if not self._scrolling.isActive():
                self._scrolling.start()
        return True

    def release(self) -> int | None:
        """End the drag; return the row before which the dragged ones go, if they were dragged."""
        target = self.target
        self.cancel()
        return target

    def cancel(self) -> None:
        self._pressed = self.target = None
        self._scrolling.stop()
        self._line.hide()
        self._view.viewport().unsetCursor()

    def _show_target(self) -> None:
        view = self._view
        rows = view.model().rowCount()
        if not rows:
            self.cancel()
            return
        height = view.rowHeight(0)
        place = (self._position.y() + view.verticalScrollBar().value() + height // 2) // height
        self.target = max(0, min(place, rows))
        last = view.visualRect(view.model().index(rows - 1, 0)).bottom() + 1
        top = view.visualRect(view.model().index(self.target, 0)).top() if self.target < rows else last
        thick = Scale.of(view.font())(THICK)
        highest = view.viewport().height() - thick
        self._line.setGeometry(0, max(0, min(top - thick // 2, highest)), view.viewport().width(), thick)
        self._line.show()
        self._line.raise_()
        view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _scroll(self) -> None:
        """Go on with the list under the pointer at an edge."""
        view = self._view
        height, edge = view.viewport().height(), view.rowHeight(0) // 2
        beyond = min(self._position.y() - edge, 0) or max(self._position.y() - (height - edge), 0)
        if beyond:
            bar = view.verticalScrollBar()
            bar.setValue(bar.value() + beyond // 2)
            self._show_target()


def reordered(song_ids: Sequence[str], moved: Collection[str], row: int) -> list[str]:
    """Return the same ids, those that were moved together before what is in a row now."""
    before = [song_id for song_id in song_ids[:row] if song_id not in moved]
    after = [song_id for song_id in song_ids[row:] if song_id not in moved]
    return [*before, *(song_id for song_id in song_ids if song_id in moved), *after]
