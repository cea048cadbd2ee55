"""How a model looks in the list at the side: its name, and below it, smaller, where it stands."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mountsea_desktop.ui.custom_models.list_model import STATE
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale

Index = QModelIndex | QPersistentModelIndex


class ModelDelegate(QStyledItemDelegate):
    """Two lines a row."""

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        """Room for two lines and some air."""
        scale = Scale.of(option.font)
        lines = QFontMetrics(option.font).height() + QFontMetrics(_small(option.font)).height()
        return QSize(scale(160), lines + scale(18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The style paints the row, we the icon and both lines."""
        scale = Scale.of(option.font)
        row = QStyleOptionViewItem(option)
        self.initStyleOption(row, index)
        row.text, row.icon = "", QIcon()
        row.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, row, painter, row.widget)
        inner = row.rect.adjusted(scale(10), scale(8), -scale(8), -scale(8))
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        side = scale.icon.width()
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(inner.left(), inner.center().y() - side // 2, side, side))
        text = inner.adjusted(side + scale(10), 0, 0, 0)
        painter.save()
        painter.setFont(option.font)
        painter.setPen(self._icons.scheme.colour(Role.TEXT))
        _line(painter, text, Qt.AlignmentFlag.AlignTop, index.data(Qt.ItemDataRole.DisplayRole))
        painter.setFont(_small(option.font))
        painter.setPen(self._icons.scheme.colour(Role.MUTED))
        _line(painter, text, Qt.AlignmentFlag.AlignBottom, index.data(STATE))
        painter.restore()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(max(font.pointSizeF() * 0.9, 1.0))
    return small


def _line(painter: QPainter, rect: QRect, edge: Qt.AlignmentFlag, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(edge | Qt.AlignmentFlag.AlignLeft), shown)
