"""A title that is written anew where it stands: a heading until one goes into it, then a field."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QStyle, QStyleOptionFrame, QWidget

from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_style

LEAST, MOST = 120, 480
"""Of its width, in px at ordinary text size."""
INNER = 2
"""What Qt leaves free beside the text of a field, px."""
_REARRANGED = frozenset({QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange})


class TitleField(QLineEdit):
    """As wide as its text. A pencil beside that shows that it can be changed."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="title")
        self._icons = icons
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._text_changed)
        self._make_room_for_pencil()

    def sizeHint(self) -> QSize:
        scale = Scale.of(QApplication.font())  # its own is larger
        text = self.fontMetrics().horizontalAdvance(self.text()) + scale(32) + self._pencil().width()
        return QSize(min(max(text, scale(LEAST)), scale(MOST)), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._pencil().width() * 4, super().minimumSizeHint().height())

    def _text_changed(self) -> None:
        self.updateGeometry()
        if self.window().focusWidget() is not self:  # in a window behind others, too
            self.setCursorPosition(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room than it needs, its end is what is not seen."""
        super().resizeEvent(event)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """As a heading while nobody writes, with a mark where there is not room for all of it."""
        if self.hasFocus():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        start = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(self._room(), start | Qt.AlignmentFlag.AlignVCenter, self.shown_text())
        if not self.isReadOnly():
            role = Role.TEXT if self.underMouse() else Role.MUTED
            pencil = self._icons.pixmap("edit", role, self._pencil().size(), self.devicePixelRatioF())
            painter.drawPixmap(self._pencil(), pencil)

    def shown_text(self) -> str:
        """Return as much of it as there is room for while nobody writes."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self._room().width())

    def _room(self) -> QRect:
        """Return where its text is."""
        option, contents = QStyleOptionFrame(), QStyle.SubElement.SE_LineEditContents
        self.initStyleOption(option)
        room = self.style().subElementRect(contents, option, self) - self.textMargins()
        return room.adjusted(INNER, 0, -INNER, 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REARRANGED:
            self._make_room_for_pencil()

    def _make_room_for_pencil(self) -> None:
        """What is written ends before it."""
        wide = self._pencil().width() + self.fontMetrics().height() // 3
        left, right = (wide, 0) if self.isRightToLeft() else (0, wide)
        if self.textMargins().left() != left or self.textMargins().right() != right:
            self.setTextMargins(left, 0, right, 0)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A long title is read from its beginning."""
        super().focusOutEvent(event)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish writing with Enter and Escape; what was written counts, undoing is the field's own key."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape}:
            self.clearFocus()

    def _pencil(self) -> QRect:
        """Return its place at the end of the field."""
        side = self.fontMetrics().height() * 2 // 3
        rect = QRect(0, (self.height() - side) // 2, side, side)
        if self.isRightToLeft():
            rect.moveLeft(side // 2)
        else:
            rect.moveRight(self.width() - side // 2)
        return rect
