"""Telling people who look elsewhere: a notification of the system's, and a mark on the program's icon."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.format import plain
from mountsea_desktop.ui.theme.icons import app_icon

if TYPE_CHECKING:
    from mountsea_desktop.ui.notifications.freedesktop import FreedesktopNotifications

ATTENTION_FOR = 10_000
"""Milliseconds that a notification stays, where the system leaves that to us."""


class Notifier(QObject):
    """Speaks only while the window is not in front."""

    followed = Signal(str, str)
    """The person clicked a notification; about which model, and which song (or none) it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._about = ("", "")
        self.wanted = True
        """Whether the settings allow it."""
        self._freedesktop: FreedesktopNotifications | None = None
        self._tray: QSystemTrayIcon | None = None

    def notify(self, text: str, model_id: str, song_id: str = "") -> None:
        """Notify of this, unless the person is looking."""
        if not self.wanted or self._window.isActiveWindow():
            return
        text = plain(text)
        QApplication.alert(self._window)
        if sys.platform == "linux":
            self._show_on_desktop(text, model_id, song_id)
        else:
            self._show_in_tray(text, model_id, song_id)

    def notify_after_closing(self, text: str) -> None:
        """Notify of what goes on without the program; only where a notification outlives who asked for it."""
        if self.wanted and sys.platform == "linux":
            self._our_freedesktop().show_after_closing(text)

    def set_badge(self, under_way: int) -> None:
        """Mark the icon in the dock or task bar with how many songs are under way; none takes it off."""
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(under_way)

    def close(self) -> None:
        """Leave nothing behind."""
        self.set_badge(0)
        if self._freedesktop is not None:
            self._freedesktop.close()
        if self._tray is not None:
            self._tray.hide()

    def _show_on_desktop(self, text: str, model_id: str, song_id: str) -> None:
        self._our_freedesktop().show(text, model_id, song_id)

    def _our_freedesktop(self) -> "FreedesktopNotifications":
        if self._freedesktop is None:
            # Here, so that the start need not wait for it; and there is no QtDBus on Windows.
            from mountsea_desktop.ui.notifications.freedesktop import FreedesktopNotifications  # noqa: PLC0415 - see above

            self._freedesktop = FreedesktopNotifications(self)
            self._freedesktop.clicked.connect(self.followed)
            self._freedesktop.refused.connect(self._show_in_tray)
        return self._freedesktop

    def _show_in_tray(self, text: str, model_id: str, song_id: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(app_icon(), self)
            self._tray.messageClicked.connect(self._follow)
            self._tray.activated.connect(self._follow)
        self._about = (model_id, song_id)
        self._tray.show()
        self._tray.showMessage(words.program.name(), text, app_icon(), ATTENTION_FOR)

    def _follow(self) -> None:
        if self._tray is not None:
            self._tray.hide()
        self.followed.emit(*self._about)
