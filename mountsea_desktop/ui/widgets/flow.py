"""A row of controls that becomes several rows where the words, or the text, are too large for one."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flow(QWidget):
    """Puts widgets side by side, and on a further line what finds no room.

    What wants more than it needs (an expanding size policy) gets the rest of its line. It is a widget and no
    layout: Qt deletes the items of a layout itself, also those that Python still holds.
    """

    def __init__(self, spacing: int, *, centred: bool = False, from_end: bool = False) -> None:
        """`from_end` begins at the right, so that one more at the end of the list moves none before it."""
        super().__init__()
        self._from_end = from_end
        self._spacing = spacing
        self._centred = centred
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, *widgets: QWidget) -> None:
        """More of them at the end."""
        for widget in widgets:
            widget.setParent(self)
            self._widgets.append(widget)

    def show_only(self, widgets: Sequence[QWidget]) -> None:
        """Show these, in this order, and hide the others."""
        self._widgets = [*widgets, *(one for one in self._widgets if one not in widgets)]
        for place, widget in enumerate(self._widgets):
            widget.setVisible(place < len(widgets))
        along = list(reversed(widgets)) if self._from_end else widgets
        for before, after in pairwise(along):
            QWidget.setTabOrder(before, after)
        self.updateGeometry()
        parent = self.parentWidget()
        if parent is not None and (layout := parent.layout()) is not None:
            layout.activate()  # at once: keys may go there before the next paint
        self._lay_out()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return max((rect.bottom() + 1 for _widget, rect in self._geometries(width)), default=0)

    def sizeHint(self) -> QSize:
        """All on one line."""
        hints = [_wanted(widget) for widget in self._shown()]
        between = self._spacing * max(len(hints) - 1, 0)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + between, height)

    def minimumSizeHint(self) -> QSize:
        """The widest alone on its line."""
        return QSize(
            max((_wanted(widget).width() for widget in self._shown()), default=0), self.sizeHint().height()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, or less."""
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """What came or went while it was hidden was not told."""
        super().showEvent(event)
        self._lay_out()

    def event(self, event: QEvent) -> bool:
        """A widget came, went, or says something else."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._lay_out()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _lay_out(self) -> None:
        for widget, rect in self._geometries(self.width()):
            if self.isRightToLeft() is not self._from_end:
                rect.moveRight(self.width() - 1 - rect.left())
            widget.setGeometry(rect)

    def _geometries(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """Yield where each widget belongs, read from left to right."""
        top = 0
        for line in self._lines(width):
            height = max(_wanted(widget).height() for widget in line)
            used = sum(_wanted(widget).width() for widget in line) + self._spacing * (len(line) - 1)
            left = max((width - used) // 2, 0) if self._centred else 0
            for widget in line:
                own = min(_wanted(widget).width(), width)
                if widget.sizePolicy().expandingDirections() & Qt.Orientation.Horizontal:
                    own += max(width - used, 0)
                yield widget, QRect(left, top, own, height)
                left += own + self._spacing
            top += height + self._spacing

    def _lines(self, width: int) -> list[list[QWidget]]:
        lines: list[list[QWidget]] = []
        left = 0
        for widget in self._shown():
            needed = _wanted(widget).width()
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(widget)
            left -= needed + self._spacing
        return lines


def _wanted(widget: QWidget) -> QSize:
    """Return what a widget wants, and not less than it was told to take."""
    return widget.sizeHint().expandedTo(widget.minimumSize())
