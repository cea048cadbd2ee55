"""A title that is written anew where it stands: a heading until one goes into it, then a field."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_style

LEAST, MOST = 120, 480
"""Of its width, in px at ordinary text size."""


class TitleField(QLineEdit):
    """As wide as its text. A pencil beside that shows, under the pointer, that it can be changed."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="title")
        self._icons = icons
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._text_changed)

    def sizeHint(self) -> QSize:
        scale = Scale.of(QApplication.font())  # its own is larger
        text = self.fontMetrics().horizontalAdvance(self.text()) + scale(24) + self._pencil().width()
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
        super().paintEvent(event)
        if self.underMouse() and not self.hasFocus() and not self.isReadOnly():
            painter = QPainter(self)
            pencil = self._icons.pixmap("edit", Role.MUTED, self._pencil().size(), self.devicePixelRatioF())
            painter.drawPixmap(self._pencil(), pencil)

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
