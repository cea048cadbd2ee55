"""Saying something aloud to those who use a screen reader."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.format import plain


def announce(window: QWidget, text: str) -> None:
    """Have a screen reader, if there is one, say the text when it is done with what it says now."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(window, plain(text)))
