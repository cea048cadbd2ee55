"""Says by which column the list is sorted, at the end of its header, and leads back to one's own order."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import tooltip

AROUND_TITLE = 36
"""Of the last column's title: its margins and its arrow; px at ordinary text size."""
LINE = 3
"""What the titles stand higher for the line below them, px."""
_MOVED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide})


class SortNote(Retranslated, QPushButton):
    """Lies over the header, outside of any layout, for nothing to move under the pointer that sorts.

    It is beside the table and not in it: for a screen reader, tables hold nothing but cells.
    """

    def __init__(self, view: SongView, icons: Icons, parent: QWidget) -> None:
        super().__init__(icons.icon("undo"), "", parent)
        self._view = view
        self._titles = titles = view.horizontalHeader()
        set_style(self, kind="quiet")
        self.clicked.connect(self._leave)
        for moved in (titles.sortIndicatorChanged, titles.sectionResized, titles.sectionMoved):
            moved.connect(self.lie_down)
        view.installEventFilter(self)
        QWidget.setTabOrder(view, self)
        self.hide()

    def retranslate(self) -> None:
        self.lie_down()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() in _MOVED:
            self.lie_down()
        return super().eventFilter(watched, event)

    def lie_down(self) -> None:
        """Say as much as there is room for beside the last column's title; hide where there is no order."""
        view, titles, parent = self._view, self._titles, self.parentWidget()
        self.setVisible(view.is_sorted and view.isVisible())
        if self.isHidden() or parent is None:
            return
        say = words.songs
        sorted_by = say.sorted_by(self._title(titles.sortIndicatorSection()))
        whole = say.listed(sorted_by, say.own_order())
        self.setAccessibleName(whole)
        room = self._room()
        for text in (whole, say.own_order(), ""):
            self.setText(text)
            if self.sizeHint().width() <= room:
                break
        self.setToolTip(tooltip("" if text == whole else whole))
        wide, high = self.sizeHint().width(), titles.height() - LINE
        left = 0 if view.isRightToLeft() else titles.width() - wide
        self.setGeometry(QRect(titles.mapTo(parent, QPoint(left, 0)), QSize(wide, high)))
        self.raise_()

    def _room(self) -> int:
        """Return the width that the last title leaves."""
        titles = self._titles
        columns = map(titles.logicalIndex, range(titles.count()))
        last = [column for column in columns if not titles.isSectionHidden(column)][-1]
        taken = titles.fontMetrics().horizontalAdvance(self._title(last))
        return titles.sectionSize(last) - taken - Scale.of(self.font())(AROUND_TITLE)

    def _title(self, column: int) -> str:
        return str(self._view.model().headerData(column, Qt.Orientation.Horizontal))

    def _leave(self) -> None:
        self._view.setFocus()  # before this one is gone
        self._view.leave_sorting()
