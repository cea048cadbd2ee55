"""How a row of the song list looks, lit as a whole; and how its link is written anew, in the row itself."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from mountsea_desktop.ui import words
from mountsea_desktop.ui.songs.table_model import ACTION, SONG, Column
from mountsea_desktop.ui.theme.style import set_style

Index = QModelIndex | QPersistentModelIndex


WIDE = 48
"""Characters of a link that can be read at once where there is room for them."""


class SongDelegate(QStyledItemDelegate):
    """The style's own painting with a few things put right, and the field for another link."""

    def __init__(self, view: QTableView, take_link: Callable[[str, str], bool]) -> None:
        """`take_link` is given a song's id and what was typed for a link; it says whether that settles it."""
        super().__init__(view)
        self._view = view
        self._take_link = take_link
        self.hovered = -1
        """The row under the pointer."""
        self.edited = QPersistentModelIndex()
        """The row whose link is written anew."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt would light one cell only, and paint every selected text in one colour."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.row() == self.hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        else:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        if index.column() == Column.SONG:
            self._leave_room_for_a_tick(option)
        if index.data(ACTION):
            option.font.setUnderline(index.column() == Column.ACTION)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(colour))

    def _leave_room_for_a_tick(self, option: QStyleOptionViewItem) -> None:
        """Also where there is none yet, so that no title moves once its song is uploaded."""
        feature = QStyleOptionViewItem.ViewItemFeature
        if option.features & feature.HasCheckIndicator:
            return
        style = self._view.style()
        tick = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        ticked = QStyleOptionViewItem(option)
        ticked.features |= feature.HasCheckIndicator
        side = style.subElementRect(tick, ticked, self._view).width()
        option.features |= feature.HasDecoration
        option.decorationSize = QSize(side, side)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Links on one line with what stands beside them: Qt moves a text up for letters it does not show."""
        if index.column() != Column.LINK:
            super().paint(painter, option, index)
            return
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        style = cell.widget.style()
        rect = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        gap = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1
        rect.adjust(gap, 0, -gap, 0)
        shown = shortened(cell.text, cell.fontMetrics, rect.width())
        cell.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, cell, painter, cell.widget)
        selected = cell.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.save()
        painter.setFont(cell.font)
        painter.setPen(cell.palette.color(role))
        middle = cell.rect.center().y() + (cell.fontMetrics.ascent() - cell.fontMetrics.descent()) // 2
        left = rect.left()
        if cell.direction is Qt.LayoutDirection.RightToLeft:
            left = rect.right() - cell.fontMetrics.horizontalAdvance(shown)
        painter.drawText(left, middle, shown)
        painter.restore()

    # Writing the link anew

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - Qt's
        """A field beside the table, not in it: for a screen reader, tables hold nothing but cells."""
        field = QLineEdit(index.data(SONG).pasted, self._view.parentWidget() or parent)
        field.setAccessibleName(words.songs.edit_field())
        set_style(field, kind="code")
        field.selectAll()
        self.edited = QPersistentModelIndex(index)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Asked for again whenever the row changes; what is being written stays."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002 - Qt's
        """The keyboard went elsewhere: what was written counts."""
        self._is_taken(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002 - Qt's
        """From the status to the end of the row, or all of a narrow one; never outside of the table."""
        view = self._view
        room = view.viewport().rect()
        row = view.visualRect(index.sibling(index.row(), Column.SONG))
        rect = QRect(room.left(), row.top(), room.width(), row.height())
        rect.setLeft(max(row.right() + 1, room.left()))
        if rect.width() < WIDE * editor.fontMetrics().averageCharWidth():
            rect.setLeft(room.left())
        height = max(row.height(), editor.sizeHint().height())
        lowest = max(room.height() - height, 0)
        rect.setTop(min(max(row.center().y() - height // 2, 0), lowest))
        rect.setHeight(height)
        if (around := view.parentWidget()) is not None:
            rect.moveTopLeft(view.viewport().mapTo(around, rect.topLeft()))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter accepts, and leaves what cannot be used to be corrected."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
            and isinstance(editor, QWidget)
        ):
            if self._is_taken(editor, self.edited):
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)

    def _is_taken(self, editor: QWidget, index: Index) -> bool:
        return isinstance(editor, QLineEdit) and self._take_link(index.data(SONG).id, editor.text())


def shortened(link: str, metrics: QFontMetrics, room: int) -> str:
    """As much of a link as there is room for, the name of its file first: the host is the same for all."""
    _scheme, _, rest = link.partition("://")
    host, _, path = rest.partition("/")
    name = f"…/{path.rpartition('/')[2] or path}"
    for text in (link, rest, f"{host}/{name}"):
        if metrics.horizontalAdvance(text) <= room:
            return text
    return metrics.elidedText(name if path else rest, Qt.TextElideMode.ElideMiddle, room)
