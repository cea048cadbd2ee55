"""The program's own boxes: settings, log, help, about. Each is opened by its button at the side."""

from PySide6.QtCore import QObject

from mountsea_desktop.storage.log import Log
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.dialogs.about_box import AboutBox
from mountsea_desktop.ui.dialogs.base import shown
from mountsea_desktop.ui.dialogs.help_box import HelpBox
from mountsea_desktop.ui.dialogs.log_box import LogBox
from mountsea_desktop.ui.dialogs.settings_box import SettingsBox
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.studio import Studio


class Boxes(QObject):
    """Opens them, and sees to what follows from them."""

    def __init__(
        self, window: MainWindow, actions: Actions, studio: Studio, preferences: Preferences, log: Log
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._studio = studio
        self._preferences = preferences
        self._log = log
        window.settings.clicked.connect(self._open_settings)
        window.log.clicked.connect(self._open_log)
        window.help.clicked.connect(self._open_help)
        window.about.clicked.connect(self._open_about)

    def _open_settings(self) -> None:
        box = SettingsBox(self._window, self._preferences.settings)
        box.changed.connect(self._heed)
        self._actions.start(self._set(box), "settings")

    async def _set(self, box: SettingsBox) -> None:
        await shown(box)
        await self._preferences.save()

    def _heed(self, settings: Settings) -> None:
        self._preferences.choose(settings)
        self._actions.start(self._studio.limit_uploads(settings.parallel_uploads), "limit uploads")

    def _open_log(self) -> None:
        self._actions.start(self._show_log(), "log")

    async def _show_log(self) -> None:
        await shown(LogBox(self._window, await self._log.text()))

    def _open_help(self) -> None:
        self._actions.start(shown(HelpBox(self._window)), "help")

    def _open_about(self) -> None:
        self._actions.start(shown(AboutBox(self._window)), "about")
