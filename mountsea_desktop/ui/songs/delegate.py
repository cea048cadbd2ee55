"""How a row of the song list looks: lit as a whole, and with its status colour also while selected."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from mountsea_desktop.ui.songs.table import ACTION, Column

Index = QModelIndex | QPersistentModelIndex


class SongDelegate(QStyledItemDelegate):
    """The style's own painting, with two things put right."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self.hovered = -1
        """The row under the pointer."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802 - Qt's name
        """Qt would light one cell only, and paint every selected text in one colour."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.row() == self.hovered:
            option.state |= QStyle.StateFlag.State_MouseOver
        else:
            option.state &= ~QStyle.StateFlag.State_MouseOver
        if index.data(ACTION):
            option.font.setUnderline(index.column() == Column.ACTION)
        colour = index.data(Qt.ItemDataRole.ForegroundRole)
        if isinstance(colour, QColor):
            option.palette.setBrush(QPalette.ColorRole.HighlightedText, QBrush(colour))
