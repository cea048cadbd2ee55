"""The list of models as a person operates it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

from mountsea_desktop.ui.theme.row_marks import shows_keyboard


class ModelListView(QListView):
    """Knows whether keys brought the keyboard here, and hands on those it has no use for."""

    key_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.by_keyboard = False

    def event(self, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.KeyPress}:
            self._show_keyboard(event)
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self._show_keyboard(event)
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.key_wanted.emit(event.key())
        else:
            super().keyPressEvent(event)

    def _show_keyboard(self, event: QEvent) -> None:
        self.by_keyboard = shows_keyboard(event, self.by_keyboard)
        self.viewport().update()
