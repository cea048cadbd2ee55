"""A button that copies a text, and says that it has."""

from collections.abc import Callable

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QPushButton

from mountsea_desktop.ui import words

COPIED_STAYS = 2_000
"""Milliseconds for which it says so."""


class CopyButton(QPushButton):
    """`text` gives what is copied; `set_title` sets its own words, which come back after a moment."""

    def __init__(self, text: Callable[[], str], icon: QIcon | None = None) -> None:
        super().__init__(icon or QIcon(), "")
        self.setAutoDefault(False)
        self._text = text
        self._title = ""
        self._says_so = QTimer(self, singleShot=True, interval=COPIED_STAYS)
        self._says_so.timeout.connect(self._show_title)
        self.clicked.connect(self._copy)

    def set_title(self, title: str) -> None:
        """Set its own words."""
        self._title = title
        if not self._says_so.isActive():
            self._show_title()

    def sizeHint(self) -> QSize:
        """Return room for both, so that its neighbour stays where it is."""
        hint, measure = super().sizeHint(), self.fontMetrics().horizontalAdvance
        longer = max(measure(self._title), measure(words.dialogs.copied())) - measure(self.text())
        return QSize(hint.width() + longer, hint.height())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text())
        self.setMinimumWidth(self.width())  # nothing beside it is to move while it says something shorter
        self.setText(words.dialogs.copied())
        self._says_so.start()

    def _show_title(self) -> None:
        self.setMinimumWidth(0)
        self.setText(self._title)
