"""The program's own boxes: settings, log, help, about. Each is opened by its button at the side."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from mountsea_desktop import PROGRAM
from mountsea_desktop.storage.log import Log
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.ui import words
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.dialogs.about import AboutBox
from mountsea_desktop.ui.dialogs.base import shown
from mountsea_desktop.ui.dialogs.help import HelpBox
from mountsea_desktop.ui.dialogs.log import LogBox
from mountsea_desktop.ui.dialogs.settings import SettingsBox
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.job import Studio

SUGGESTED = f"{PROGRAM}-settings.json"


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
        box.export_wanted.connect(self._export)
        self._actions.start(self._set(box), "settings")

    async def _set(self, box: SettingsBox) -> None:
        await shown(box)
        await self._preferences.save()

    def _export(self) -> None:
        self._actions.start(self._exported(), "export settings")

    async def _exported(self) -> None:
        """Settings for another computer; the token is in the keyring and never among them."""
        chooser = QFileDialog(self._window, words.boxes.settings_title(), SUGGESTED)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen: list[str] = []
        chooser.fileSelected.connect(chosen.append)
        await shown(chooser)
        if not chosen:
            return
        path = Path(chosen[0])
        if await self._preferences.export(path):
            self._window.message.say(words.boxes.exported(path.name))
        else:
            self._window.message.say(words.boxes.not_exported(path.name), tone="danger")

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
