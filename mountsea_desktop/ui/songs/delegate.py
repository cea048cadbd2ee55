"""How a row of the song list looks, lit as a whole; and how its name or link is written anew, in the row."""

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QHelpEvent,
    QIcon,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from mountsea_desktop.ui import words
from mountsea_desktop.ui.songs.song_actions import TEXTS
from mountsea_desktop.ui.songs.table_model import ACTION_ROLE, PROGRESS_ROLE, SONG_ROLE, Column
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.row_marks import mark_row
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import tooltip

Index = QModelIndex | QPersistentModelIndex
Control = QStyle.ControlElement.CE_ItemViewItem

TICK = 24
"""Width of what is pressed to tick a song, at least; px at ordinary text size."""
PENCIL = 28
"""Width of what is pressed to rename a song; px at ordinary text size."""
WIDE = 48
"""Characters of a link that can be read at once where there is room for them."""


class Edited(Enum):
    """What of a song is written anew."""

    NAME = auto()
    LINK = auto()


class SongDelegate(QStyledItemDelegate):
    """The style's own painting with a few things put right, and the fields for another name or link."""

    def __init__(
        self,
        view: QTableView,
        icons: Icons,
        take_link: Callable[[str, str], bool],
        take_name: Callable[[str, str], bool] = lambda _song_id, _text: True,
    ) -> None:
        """Each `take_…` is given a song's id and what was typed; it says whether that settles it."""
        super().__init__(view)
        self._view = view
        self._icons = icons
        self._take = {Edited.LINK: take_link, Edited.NAME: take_name}
        self.writes = Edited.LINK
        """What the field that is opened next, or is open, is for."""
        self.hovered = -1
        """The row under the pointer."""
        self.is_pencil_lit = False
        """Whether the pointer is on what renames a song."""
        self.edited = QPersistentModelIndex()
        """The row that is written into."""
        self.by_keyboard = False
        """Whether keys brought the keyboard here, rather than the mouse."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt would light one cell only, and paint every selected text in one colour."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.row() == self.hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        else:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(colour))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        match index.column():
            case Column.SONG:
                self._paint_song(painter, cell, index)
            case Column.STATUS if index.data(ACTION_ROLE) is not None:
                self._paint_with_action(painter, cell, index)
            case Column.LINK:
                self._paint_link(painter, cell)
            case _:
                cell.widget.style().drawControl(Control, cell, painter, cell.widget)
        ringed = self.by_keyboard and self._view.hasFocus() and index.row() == self._view.currentIndex().row()
        mark_row(painter, cell, ringed, *self._ends(index))

    def tick_rect(self, cell: QStyleOptionViewItem) -> QRect:
        """Return where a press ticks a song: beside its name, all that is left of the row.

        Qt has the box alone.
        """
        style = self._view.style()
        boxed = QStyleOptionViewItem(cell)
        boxed.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, boxed, self._view)
        rect, least = QRect(cell.rect), Scale.of(self._view.font())(TICK)
        if self._view.isRightToLeft():
            rect.setLeft(min(room.right(), rect.right() - least) + 1)
        else:
            rect.setRight(max(room.left(), rect.left() + least) - 1)
        return rect

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Take the presses and keys that the row has for itself."""
        tick = index.data(Qt.ItemDataRole.CheckStateRole)
        if not isinstance(event, QMouseEvent) or tick is None or index.column() != Column.SONG:
            return super().editorEvent(event, model, option, index)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if not is_left or not self.tick_rect(option).contains(event.position().toPoint()):
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            other = Qt.CheckState.Unchecked if tick == Qt.CheckState.Checked else Qt.CheckState.Checked
            model.setData(index, other, Qt.ItemDataRole.CheckStateRole)
        return True

    def action_rect(self, index: Index, cell: QRect) -> QRect:
        """Return where in a status cell the button with its first action is; empty where there is none."""
        action = index.data(ACTION_ROLE)
        if action is None or index.column() != Column.STATUS:
            return QRect()
        scale, metrics = Scale.of(self._view.font()), self._view.fontMetrics()
        width = metrics.horizontalAdvance(TEXTS[action]()) + scale(20)
        height = min(max(scale(26), metrics.height() + scale(8)), cell.height() - 2)
        rect = QRect(0, 0, width, height)
        rect.moveCenter(cell.center())
        bar = self._view.verticalScrollBar()
        margin = scale(8) + (0 if bar.isVisible() else bar.sizeHint().width())  # it stays when a bar comes
        if self._view.isRightToLeft():
            rect.moveLeft(cell.left() + margin)
        else:
            rect.moveRight(cell.right() - margin)
        return rect

    def pencil_rect(self, index: Index, cell: QRect) -> QRect:
        """Return where in a name's cell is what renames the song; empty where none is shown.

        It is, as in the page's title, where somebody is: under the pointer, and in the current row.
        """
        is_current = index.row() == self._view.currentIndex().row()
        is_shown = index.row() == self.hovered or (
            is_current and self._view.selectionModel().isRowSelected(index.row(), QModelIndex())
        )
        if index.column() != Column.SONG or not is_shown:
            return QRect()
        rect, wide = QRect(cell), Scale.of(self._view.font())(PENCIL)
        if self._view.isRightToLeft():
            rect.setRight(rect.left() + wide - 1)
        else:
            rect.setLeft(rect.right() - wide + 1)
        return rect

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if self.pencil_rect(index, option.rect).contains(event.pos()):
            QToolTip.showText(event.globalPos(), tooltip(words.songs.rename()), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _ends(self, index: Index) -> tuple[bool, bool]:
        """Return whether a cell is the first that is seen of its row, and the last."""
        header = self._view.horizontalHeader()
        columns = map(header.logicalIndex, range(header.count()))
        shown = [column for column in columns if not header.isSectionHidden(column)]
        return index.column() == shown[0], index.column() == shown[-1]

    def _paint_song(self, painter: QPainter, cell: QStyleOptionViewItem, index: Index) -> None:
        """The name stands where it stands beside a tick box, whether there is one or not."""
        style = cell.widget.style()
        boxed = QStyleOptionViewItem(cell)
        boxed.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, boxed, cell.widget)
        box = style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, boxed, cell.widget)
        text, cell.text = cell.text, ""
        style.drawControl(Control, cell, painter, cell.widget)
        share = index.data(PROGRESS_ROLE)
        if share is not None:
            _paint_ring(painter, box, share, cell.palette)
        gap = _gap(cell)
        room.adjust(gap, 0, -gap, 0)
        pencil = self.pencil_rect(index, cell.rect)
        if not pencil.isNull():
            self._paint_pencil(painter, cell, pencil)
            beside = QRect(cell.rect)
            if cell.direction is Qt.LayoutDirection.RightToLeft:
                beside.setLeft(pencil.right() + 1)
            else:
                beside.setRight(pencil.left() - 1)
            room &= beside
        shown = cell.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        _paint_line(painter, cell, room, shown)

    def _paint_pencil(self, painter: QPainter, cell: QStyleOptionViewItem, rect: QRect) -> None:
        side = Scale.of(self._view.font())(16)
        place = QRect(0, 0, side, side)
        place.moveCenter(rect.center())
        role = Role.TEXT if self.is_pencil_lit else Role.MUTED
        if self._icons.scheme.high_contrast and cell.state & QStyle.StateFlag.State_Selected:
            role = Role.SELECTION_TEXT  # on the desktop's own highlight nothing else is sure to be seen
        painter.drawPixmap(
            place, self._icons.pixmap("edit", role, place.size(), self._view.devicePixelRatioF())
        )

    def _paint_link(self, painter: QPainter, cell: QStyleOptionViewItem) -> None:
        """Paint it on one line with what is beside it: Qt moves a text up for letters it does not show."""
        style = cell.widget.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, cell, cell.widget)
        gap = _gap(cell)
        room.adjust(gap, 0, -gap, 0)
        shown = shortened(cell.text, cell.fontMetrics, room.width())
        cell.text = ""
        style.drawControl(Control, cell, painter, cell.widget)
        _paint_line(painter, cell, room, shown)

    def _paint_with_action(self, painter: QPainter, cell: QStyleOptionViewItem, index: Index) -> None:
        """Paint the words in the room that the button leaves."""
        style, scale = cell.widget.style(), Scale.of(self._view.font())
        button = self.action_rect(index, cell.rect)
        words_, ground = QStyleOptionViewItem(cell), QStyleOptionViewItem(cell)
        ground.text, ground.icon = "", QIcon()
        style.drawControl(Control, ground, painter, cell.widget)
        if self._view.isRightToLeft():
            words_.rect.setLeft(button.right() + scale(4))
        else:
            words_.rect.setRight(button.left() - scale(4))
        style.drawControl(Control, words_, painter, cell.widget)
        colours = cell.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.color(QPalette.ColorRole.Dark), 1))
        painter.setBrush(colours.color(QPalette.ColorRole.Button))
        painter.drawRoundedRect(QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), scale(6), scale(6))
        painter.setPen(colours.color(QPalette.ColorRole.ButtonText))
        painter.setFont(self._view.font())
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, TEXTS[index.data(ACTION_ROLE)]())
        painter.restore()

    # Writing a name or a link anew

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002 - Qt's
        """Make a field beside the table, not in it: for a screen reader, tables hold nothing but cells."""
        song, is_name = index.data(SONG_ROLE), self.writes is Edited.NAME
        field = QLineEdit(song.title if is_name else song.pasted, self._view.parentWidget() or parent)
        field.setAccessibleName(words.songs.name_field() if is_name else words.songs.edit_field())
        set_style(field, kind="" if is_name else "code")
        field.selectAll()
        self.edited = QPersistentModelIndex(index)
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Asked for again whenever the row changes; what is being written stays."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002 - Qt's
        """The keyboard went elsewhere: what was written counts."""
        self._is_taken(editor, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002 - Qt's
        """Put a name over the name; a link from there to the end of the row, or over all of a narrow one."""
        view = self._view
        room = view.viewport().rect()
        row = view.visualRect(index.sibling(index.row(), Column.SONG))
        rect = QRect(room.left(), row.top(), room.width(), row.height())
        if self.writes is Edited.NAME:
            rect = row & room
        else:
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
        """Accept with Enter, and leave what cannot be used to be corrected."""
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
        taken = isinstance(editor, QLineEdit) and self._take[self.writes](
            index.data(SONG_ROLE).id, editor.text()
        )
        set_style(editor, tone="" if taken else "danger")
        return taken


def _gap(cell: QStyleOptionViewItem) -> int:
    """Return what Qt leaves free at either side of a text."""
    style = cell.widget.style()
    return style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, cell, cell.widget) + 1


def _paint_line(painter: QPainter, cell: QStyleOptionViewItem, room: QRect, text: str) -> None:
    """Paint it on one line with the other cells, whatever letters there are."""
    selected = cell.state & QStyle.StateFlag.State_Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
    painter.save()
    painter.setFont(cell.font)
    painter.setPen(cell.palette.color(role))
    middle = cell.rect.center().y() + (cell.fontMetrics.ascent() - cell.fontMetrics.descent()) // 2
    left = room.left()
    if cell.direction is Qt.LayoutDirection.RightToLeft:
        left = room.right() - cell.fontMetrics.horizontalAdvance(text)
    painter.drawText(left, middle, text)
    painter.restore()


def _paint_ring(painter: QPainter, box: QRect, share: float, colours: QPalette) -> None:
    """Paint a ring in the place of a tick box, which fills clockwise from its top."""
    side = min(box.width(), box.height())
    thick = max(side / 8, 2.0)
    ring = QRectF(0, 0, side - thick, side - thick)
    ring.moveCenter(QRectF(box).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.color(QPalette.ColorRole.Mid), thick))
    painter.drawEllipse(ring)
    accent = QPen(colours.color(QPalette.ColorRole.Accent), thick)
    accent.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(accent)
    painter.drawArc(ring, 90 * 16, -round(360 * 16 * share))
    painter.restore()


def shortened(link: str, metrics: QFontMetrics, room: int) -> str:
    """Return as much of a link as there is room for, its file's name first: the host is the same for all."""
    _scheme, _, rest = link.partition("://")
    host, _, path = rest.partition("/")
    name = f"…/{path.rpartition('/')[2] or path}"
    for text in (link, rest, f"{host}/{name}"):
        if metrics.horizontalAdvance(text) <= room:
            return text
    return metrics.elidedText(name if path else rest, Qt.TextElideMode.ElideMiddle, room)
