"""A line for a secret."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QContextMenuEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

_CLEAR_BUTTON = "_q_qlineeditclearaction"


class PasswordField(QLineEdit):
    """Shows dots, and tells nobody else more than that.

    Qt 6.11 tells screen readers and whoever else listens each change of a text, in clear also where it shows
    dots. So Qt's accessibility rests for as long as a change takes, in whatever way it is made. What an
    assistive tool writes by itself it knows already.
    """

    changed = Signal()
    """The text is another one. Unlike `textChanged` it comes when assistive tools are told things again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, echoMode=QLineEdit.EchoMode.Password)

    def add_clear_button(self) -> None:
        """Add a button in the line that empties it."""
        self.setClearButtonEnabled(True)
        action = self.findChild(QAction, _CLEAR_BUTTON)
        assert isinstance(action, QAction)  # noqa: S101 - Qt has just made it
        action.triggered.disconnect()  # from Qt's own emptying
        action.triggered.connect(self.clear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt puts the button where a smaller one would be in the middle."""
        super().resizeEvent(event)
        for button in self.findChildren(QToolButton):
            beside = (self.height() - button.height()) // 2
            left = beside if self.isRightToLeft() else self.width() - button.width() - beside
            button.move(left, beside)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing, pasting, deleting, undoing; what Enter does is for everybody to hear."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        else:
            with self._unheard():
                super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Text of a keyboard on the screen, say."""
        with self._unheard():
            super().inputMethodEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button pastes on Linux."""
        with self._unheard():
            super().mouseReleaseEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Text that was dragged here."""
        with self._unheard():
            super().dropEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu; its entries would change the text behind our back."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = {
            "edit-paste": self.paste,
            "edit-undo": self.undo,
            "edit-redo": self.redo,
            "edit-delete": self.del_,
        }
        for action in menu.actions():
            if (change := own.get(action.objectName())) is not None:
                action.triggered.disconnect()
                action.triggered.connect(change)
        menu.popup(event.globalPos())

    def setText(self, text: str | None) -> None:
        """Put a text in place of what is there."""
        with self._unheard():
            super().setText(text)

    def clear(self) -> None:
        """Empty the line."""
        with self._unheard():
            super().clear()

    def paste(self) -> None:
        """Put in what is on the clipboard."""
        with self._unheard():
            super().paste()

    def undo(self) -> None:
        """Take back the last change."""
        with self._unheard():
            super().undo()

    def redo(self) -> None:
        """Make the change again that was taken back."""
        with self._unheard():
            super().redo()

    def del_(self) -> None:
        """Delete what is selected."""
        with self._unheard():
            super().del_()

    @contextmanager
    def _unheard(self) -> Iterator[None]:
        before, was_active = self.text(), QAccessible.isActive()
        if was_active:
            QAccessible.setActive(False)
        try:
            yield
        finally:
            if was_active:
                QAccessible.setActive(True)
        if self.text() != before:
            self.changed.emit()
