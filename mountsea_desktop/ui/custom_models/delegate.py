"""How a model looks in the list at the side: its name, and below it, smaller, where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from mountsea_desktop.ui.custom_models.list_model import COVER, STATE
from mountsea_desktop.ui.custom_models.list_view import ModelListView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.row_marks import mark_row
from mountsea_desktop.ui.theme.style import Scale
from mountsea_desktop.ui.widgets.cover import cover

Index = QModelIndex | QPersistentModelIndex


COVER_SIDE = 24
"""Of a cover in the list; px at ordinary text size."""


class ModelDelegate(QStyledItemDelegate):
    """Two lines a row; only the picture where there is no room for words."""

    def __init__(self, icons: Icons, view: ModelListView) -> None:
        super().__init__(view)
        self._icons = icons
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """Return room for two lines and some air."""
        scale = Scale.of(option.font)
        lines = QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height()
        # Letters that the font has not, Chinese ones, come from another that is higher: they have room, too.
        return QSize(scale(32), lines + scale(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The style paints the row, we the icon and both lines."""
        scale = Scale.of(option.font)
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        row.text, row.icon = "", QIcon()
        row.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, row.widget)
        view = self._view
        mark_row(painter, row, view.by_keyboard and view.hasFocus() and view.currentIndex() == index)
        inner = row.rect.adjusted(scale(8), scale(8), -scale(8), -scale(8))
        side = scale(COVER_SIDE)
        picture = QRect(inner.left(), inner.center().y() - side // 2, side, side)
        text = inner.adjusted(side + scale(8), 0, 0, 0)
        if row.direction is Qt.LayoutDirection.RightToLeft:
            picture.moveRight(inner.right())
            text = inner.adjusted(0, 0, -side - scale(8), 0)
        self._paint_picture(painter, picture, index, row)
        if text.width() < side:
            return
        painter.save()
        font = QFont(option.font)
        font.setBold(bool(row.state & QStyle.StateFlag.State_Selected))
        painter.setFont(font)
        painter.setPen(self._ink(row, Role.TEXT))
        _line(painter, text, Qt.AlignmentFlag.AlignTop, index.data(Qt.ItemDataRole.DisplayRole))
        painter.setFont(_small(option.font))
        painter.setPen(self._ink(row, Role.MUTED))
        _line(painter, text, Qt.AlignmentFlag.AlignBottom, index.data(STATE))
        painter.restore()

    def _ink(self, row: QStyleOptionViewItem, role: Role) -> QColor:
        """Return the text's colour: in high contrast a selected row has a ground of its own."""
        scheme = self._icons.scheme
        selected = scheme.high_contrast and row.state & QStyle.StateFlag.State_Selected
        return scheme.colour(Role.SELECTION_TEXT if selected else role)

    def _paint_picture(self, painter: QPainter, rect: QRect, index: Index, row: QStyleOptionViewItem) -> None:
        """Paint a finished model's cover, or an icon of how any other stands."""
        if model_id := index.data(COVER):
            ratio = painter.device().devicePixelRatio()
            painter.drawPixmap(rect, cover(model_id, rect.width(), ratio))
            return
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            side = Scale.of(self._view.font()).icon.width()
            small = QRect(0, 0, side, side)
            small.moveCenter(rect.center())
            selected = self._icons.scheme.high_contrast and row.state & QStyle.StateFlag.State_Selected
            mode = QIcon.Mode.Selected if selected else QIcon.Mode.Normal
            icon.paint(painter, small, Qt.AlignmentFlag.AlignCenter, mode)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * 0.9, 1.0))
    return small


def _line(painter: QPainter, rect: QRect, edge: Qt.AlignmentFlag, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(edge | Qt.AlignmentFlag.AlignLeading), shown)
