"""What rows of lists have besides their ground: a bar where they are selected, a ring for the keyboard."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mountsea_desktop.ui.theme.style import Scale

BY_KEY = frozenset({
    Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason
})  # fmt: skip
"""How the keyboard may have come to a control so that somebody who uses it has to see where it is."""


def mark_row(
    painter: QPainter, cell: QStyleOptionViewItem, has_keyboard: bool, first: bool = True, last: bool = True
) -> None:
    """Mark a cell of a row: `first` and `last` where it stands at the row's leading or other end."""
    rect, scale = cell.rect, Scale.of(cell.font)
    mirrored = cell.direction is Qt.LayoutDirection.RightToLeft
    accent = cell.palette.color(QPalette.ColorRole.Accent)
    if first and cell.state & QStyle.StateFlag.State_Selected:
        bar = QRect(rect.left(), rect.top(), scale(3), rect.height())
        if mirrored:
            bar.moveRight(rect.right())
        painter.fillRect(bar, accent)
    if has_keyboard:
        at_left, at_right = (last, first) if mirrored else (first, last)
        edges = [QRect(rect.left(), rect.top(), rect.width(), 2), rect.adjusted(0, rect.height() - 2, 0, 0)]
        if at_left:
            edges.append(QRect(rect.left(), rect.top(), 2, rect.height()))
        if at_right:
            edges.append(rect.adjusted(rect.width() - 2, 0, 0, 0))
        for edge in edges:
            painter.fillRect(edge, accent)


def shows_keyboard(event: QEvent, before: bool) -> bool:
    """Return whether a list shows where the keyboard is from this event on; `before`: whether it did."""
    if isinstance(event, QKeyEvent):
        return True
    if event.type() is QEvent.Type.MouseButtonPress:
        return False
    if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in BY_KEY:
        return True
    return before  # a window that comes to the front again gives the keyboard back as it was
