"""The program's own dialogs: settings, log, help, about. Each is opened by its button at the side."""

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from mountsea_desktop import PROGRAM
from mountsea_desktop.program import Program
from mountsea_desktop.runtime.redaction import redact
from mountsea_desktop.storage.layered_settings import Import
from mountsea_desktop.storage.log import Log
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_table import BY_KEY
from mountsea_desktop.storage.settings_toml import TomlError
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.dialogs.about import AboutDialog
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.file_chooser import FileChooser
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.dialogs.log import LogDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.dialogs.settings import GATEWAY, SettingsDialog
from mountsea_desktop.ui.dialogs.storage import StorageDialog
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.window import MainWindow

LONGEST_ADDRESS, LONGEST_VALUE, LONGEST_PROBLEM = 400, 50, 150
"""Characters; a name of a host has 253 at most, and all of a gateway's is shown."""
MOST_LINES = 24
"""Of an import that are shown."""
DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation
SUGGESTED = f"{PROGRAM}-settings.toml"


class DialogLauncher(QObject):
    """Opens them, and sees to what follows from them."""

    def __init__(
        self,
        window: MainWindow,
        actions: Actions,
        program: Program,
        preferences: Preferences,
        chooser: FileChooser,
        log: Log,
    ) -> None:
        super().__init__(window)
        self._chooser = chooser
        self._window = window
        self._actions = actions
        self._program = program
        self._preferences = preferences
        self._log = log
        window.settings.clicked.connect(self._open_settings)
        window.log.clicked.connect(self._open_log)
        window.help.clicked.connect(self._open_help)
        window.about.clicked.connect(self._open_about)

    def _open_settings(self) -> None:
        layered = self._preferences.layered
        holds = self._program.tokens.holds_token
        dialog = SettingsDialog(self._window, layered.settings, layered.resolved, holds_secret=holds)
        dialog.changed.connect(self._heed)
        dialog.storage.setVisible(not self._program.practice)
        dialog.storage_wanted.connect(lambda: self.open_storage(dialog))
        dialog.check_wanted.connect(
            lambda: self._actions.start(self._check(dialog), "connection check dialog")
        )
        dialog.export_wanted.connect(self._export)
        dialog.import_wanted.connect(lambda: self._actions.start(self._import(dialog), "import settings"))
        self._actions.start(self._set(dialog), "settings")

    def open_storage(self, parent: QWidget) -> None:
        """Set up where songs on this computer are put, in front of `parent`."""
        self._actions.start(self._set_storage(parent), "storage settings")

    async def _set_storage(self, parent: QWidget) -> None:
        layered, program = self._preferences.layered, self._program
        dialog = StorageDialog(
            parent,
            layered.settings,
            layered.resolved,
            program.song_storage,
            program.try_storage,
            program.tasks,
        )
        dialog.changed.connect(self._heed_storage)
        await run_dialog(dialog)
        if isinstance(parent, SettingsDialog) and not parent.gone:
            parent.take_over(self._preferences.settings)
        if said := await dialog.keep_secret():
            self._window.toast.say(said, tone="warning")
        await self._preferences.save()
        self._program.job.try_now()

    def _heed_storage(self, settings: Settings) -> None:
        self._preferences.choose(settings)
        self._program.song_storage.use(self._preferences.settings)

    async def _set(self, dialog: SettingsDialog) -> None:
        await run_dialog(dialog)
        await self._preferences.save()

    def _export(self) -> None:
        self._actions.start(self._exported(), "export settings")

    async def _exported(self) -> None:
        """Export settings for another computer; the token is in the keyring and never among them."""
        title = words.dialogs.settings_title()
        path = await self._chooser.save(self._window, title, SUGGESTED, usual=DOCUMENTS)
        if path is None:
            return
        if await self._preferences.export(path):
            self._window.toast.say(words.dialogs.exported(path.name))
        else:
            self._window.toast.say(words.dialogs.not_exported(path.name), tone="danger")

    async def _import(self, dialog: SettingsDialog) -> None:
        """Show what a file of settings would change, and take it over after a yes."""
        title = words.settings.import_button()
        paths = await self._chooser.open(self._window, title, ["*.toml"], usual=DOCUMENTS)
        if not paths:
            return
        path = paths[0]
        try:
            found = await self._preferences.read_import(path)
        except TomlError as error:
            self._window.toast.say(words.settings.not_imported(path.name, str(error)), tone="danger")
            return
        if not found.changed:
            text = "\n".join([words.settings.import_nothing(path.name), *import_lines(found)])
            self._window.toast.say(text)
            return
        question = QuestionDialog(
            self._window,
            words.settings.import_question(path.name),
            "\n".join(import_lines(found)),
            words.settings.import_yes(),
        )
        if await run_dialog(question):
            dialog.reject()  # it shows what was set before
            self._preferences.take(found.changed)
            await self._follow()

    def _heed(self, settings: Settings) -> None:
        self._preferences.choose(settings)
        self._actions.start(self._follow(), "new settings")

    async def _follow(self) -> None:
        """Have the job and the connections go by the settings."""
        settings = self._preferences.settings
        await self._program.job.limit_uploads(settings.parallel_uploads)
        await self._program.use(settings)

    async def _check(self, parent: QWidget) -> None:
        layered, program = self._preferences.layered, self._program
        check = await program.connection_check(layered.resolved, layered.settings)
        # They tell what the clients do, which are loaded by now.
        from mountsea_desktop.ui.connection_report import origins_of  # noqa: PLC0415 - not before
        from mountsea_desktop.ui.dialogs.connection_check import ConnectionCheckDialog  # noqa: PLC0415 - nor it

        dialog = ConnectionCheckDialog(
            parent,
            check.steps,
            origins_of(layered.resolved, layered.settings),
            lambda text: redact(text, self._log.secrets()),
            program.tasks,
        )
        await run_dialog(dialog)

    def _open_log(self) -> None:
        self._actions.start(self._show_log(self._window), "log")

    async def _show_log(self, parent: QWidget) -> None:
        await run_dialog(LogDialog(parent, await self._log.text()))

    def _open_help(self) -> None:
        self.open_help()

    def open_help(self, *, sharing: bool = False) -> None:
        """Open the help, at how a song is shared if that was asked."""
        dialog = HelpDialog(self._window, offers_log=True)
        dialog.log_wanted.connect(lambda: self._actions.start(self._show_log(dialog), "log"))
        self._actions.start(run_dialog(dialog), "help")
        if sharing:
            dialog.show_sharing()

    def _open_about(self) -> None:
        self._actions.start(run_dialog(AboutDialog(self._window)), "about")


def import_lines(found: Import) -> list[str]:
    """Return what taking over settings would change, and what of the file does not count.

    What decides to whom the token and the songs go comes first and whole; no length of what follows hides it.
    """
    say, moves = words.settings, found.changed.keys() & GATEWAY
    first = [key for key in found.before if key in GATEWAY]
    others = [key for key in found.before if key not in GATEWAY]
    lines = [_import_change(found, key, LONGEST_ADDRESS) for key in first]
    lines += [say.import_gateway()] if moves else []
    lines += [_import_change(found, key, LONGEST_VALUE) for key in others]
    lines += [say.import_kept(say.name(key)) for key in found.kept]
    lines += [format.plain(say.problem(problem), LONGEST_PROBLEM) for problem in found.problems]
    left_out = len(lines) - MOST_LINES
    return lines if left_out <= 0 else [*lines[:MOST_LINES], say.import_more(left_out)]


def _import_change(found: Import, key: str, longest: int) -> str:
    say, setting = words.settings, BY_KEY[key]
    before, after = say.value(setting, found.before[key]), say.value(setting, found.changed[key])
    return say.import_change(say.name(key), format.plain(before, longest), format.plain(after, longest))
