"""A row of controls that becomes several rows where the words, or the text, are too large for one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Puts widgets side by side, and on a further line what finds no room. What wants more than it needs
    (an expanding size policy) gets the rest of its line.
    """

    def __init__(self, spacing: int) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    # What Qt asks of a layout

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """One more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802 - Qt's, None ends
        """One of them; None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # noqa: N802 - Qt's, None ends
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """None by itself."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of all lines."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All on one line."""
        hints = [item.sizeHint() for item in self._shown()]
        between = self.spacing() * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + between, height)

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """The largest alone on its line."""
        least = QSize()
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    # How it is done

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        left = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(item)
            left -= needed + self.spacing()
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay out within the rectangle, or only measure; the height that is used."""
        top = rect.top()
        for line in self._lines(rect.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                _put(line, QRect(QPoint(rect.left(), top), QSize(rect.width(), height)), self.spacing())
            top += height + self.spacing()
        return max(top - self.spacing() - rect.top(), 0)


def _put(line: list[QLayoutItem], place: QRect, spacing: int) -> None:
    """Place one line's items, from where reading begins."""
    parent = line[0].widget().parentWidget() if isinstance(line[0].widget(), QWidget) else None
    mirrored = parent is not None and parent.isRightToLeft()
    used = sum(item.sizeHint().width() for item in line) + spacing * (len(line) - 1)
    left = place.left()
    for item in line:
        width = min(item.sizeHint().width(), place.width())
        if Qt.Orientation.Horizontal in item.expandingDirections():
            width += max(place.width() - used, 0)
        at = QRect(left, place.top(), width, place.height())
        if mirrored:
            at.moveRight(place.right() - (left - place.left()))
        item.setGeometry(at)
        left += width + spacing
