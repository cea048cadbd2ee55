"""The program's own boxes: settings, log, help, about. Each is opened by its button at the side."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from mountsea_desktop import PROGRAM
from mountsea_desktop.storage.log import Log
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.ui import words
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.dialogs.about import AboutDialog
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.dialogs.log import LogDialog
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.job import Job

SUGGESTED = f"{PROGRAM}-settings.json"


class DialogLauncher(QObject):
    """Opens them, and sees to what follows from them."""

    def __init__(
        self, window: MainWindow, actions: Actions, job: Job, preferences: Preferences, log: Log
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._job = job
        self._preferences = preferences
        self._log = log
        window.settings.clicked.connect(self._open_settings)
        window.log.clicked.connect(self._open_log)
        window.help.clicked.connect(self._open_help)
        window.about.clicked.connect(self._open_about)

    def _open_settings(self) -> None:
        dialog = SettingsDialog(self._window, self._preferences.settings)
        dialog.changed.connect(self._heed)
        dialog.export_wanted.connect(self._export)
        self._actions.start(self._set(dialog), "settings")

    async def _set(self, dialog: SettingsDialog) -> None:
        await run_dialog(dialog)
        await self._preferences.save()

    def _export(self) -> None:
        self._actions.start(self._exported(), "export settings")

    async def _exported(self) -> None:
        """Settings for another computer; the token is in the keyring and never among them."""
        chooser = QFileDialog(self._window, words.dialogs.settings_title(), SUGGESTED)
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chosen: list[str] = []
        chooser.fileSelected.connect(chosen.append)
        await run_dialog(chooser)
        if not chosen:
            return
        path = Path(chosen[0])
        if await self._preferences.export(path):
            self._window.toast.say(words.dialogs.exported(path.name))
        else:
            self._window.toast.say(words.dialogs.not_exported(path.name), tone="danger")

    def _heed(self, settings: Settings) -> None:
        self._preferences.choose(settings)
        self._actions.start(self._job.limit_uploads(settings.parallel_uploads), "limit uploads")

    def _open_log(self) -> None:
        self._actions.start(self._show_log(), "log")

    async def _show_log(self) -> None:
        await run_dialog(LogDialog(self._window, await self._log.text()))

    def _open_help(self) -> None:
        self._actions.start(run_dialog(HelpDialog(self._window)), "help")

    def _open_about(self) -> None:
        self._actions.start(run_dialog(AboutDialog(self._window)), "about")
