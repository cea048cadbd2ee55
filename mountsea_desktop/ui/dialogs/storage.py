"""Setting up where songs on this computer are put, and trying whether it works."""

from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from mountsea_desktop.hosting.errors import StorageError
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Resolved
from mountsea_desktop.storage.settings_table import TABLE, WrongValueError, missing_from
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.dialogs.setting_row import SettingRow
from mountsea_desktop.ui.notifications.screen_reader import announce
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.ui.widgets.password_field import PasswordField
from mountsea_desktop.workflow.problem import Problem

GROUP = tuple(setting for setting in TABLE if setting.table == "storage")


class StorageDialog(Dialog):
    """Emits the settings as soon as they are complete; the secret is kept at a test, or at the end."""

    changed = Signal(object)
    """The settings as they are to be."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        resolved: Resolved,
        storage: SongStorage,
        try_out: Callable[[], Awaitable[None]],
        tasks: Tasks,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._storage = storage
        self._try_out = try_out
        self._tasks = tasks
        self._is_busy = False
        self._intro = Label(wraps=True)
        self.rows = {
            setting.key: SettingRow(
                setting, getattr(settings, setting.field), resolved.origin(setting.key), self
            )
            for setting in GROUP
        }
        grid = QGridLayout()
        grid.setVerticalSpacing(Scale.of(self.font())(8))
        for row in self.rows.values():
            row.place(grid)
            row.changed.connect(self._choose)
        self._secret_label, self._secret_note = Label(), Label(wraps=True)
        set_style(self._secret_note, kind="muted")
        self.secret = PasswordField()
        self._secret_label.setBuddy(self.secret)
        last = grid.rowCount()
        grid.addWidget(self._secret_label, last, 0)
        grid.addWidget(self.secret, last, 1)
        grid.addWidget(self._secret_note, last + 1, 1)
        self.test = QPushButton()
        self.test.setAutoDefault(False)
        self.test.clicked.connect(self._test)
        tools = Flow(Scale.of(self.font())(8))
        tools.add(self.test)
        self.status, self._details = Label(wraps=True), Details()
        self.contents.addWidget(self._intro)
        self.contents.addLayout(grid)
        for part in (tools, self.status, self._details.button, self._details):
            self.contents.addWidget(part)
        self.contents.addStretch()
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self._details.set_problem(None)
        self.retranslate()

    def retranslate(self) -> None:
        say = words.files
        self.set_title(say.storage_title())
        self._intro.setText(say.storage_intro())
        self._secret_label.setText(say.secret())
        self.secret.setAccessibleName(say.secret())
        self._secret_note.setText(say.secret_is_kept())
        self.status.setAccessibleName(say.status_name())
        self.test.setText(say.test())
        self.close_button.setText(words.dialogs.close())
        for row in self.rows.values():
            row.retranslate()
        self._show_what_fits()

    async def keep_secret(self) -> str:
        """Keep what was entered as the secret, if anything was; return what is to be said about that.

        Not where something else is missing: it would take the place of the secret of the storage used so far.
        """
        secret = self.secret.text().strip()
        if not secret or not self._storage.needs_secret or not self._entered():
            return ""
        answer = await self._storage.keep_secret(secret)
        if not self.gone:
            self.secret.clear()
        if answer is SecretAnswer.SAVED:
            return ""
        if not self._settings.session_token_allowed:
            return words.problems.join(words.files.secret_not_kept(), words.account.store(answer))
        await self._storage.keep_secret(secret, remember=False)
        return words.files.works_for_this_run()

    def _mode(self) -> str:
        first = self.rows["storage.kind"]
        return str(first.setting.written(first.value()))

    def _show_what_fits(self) -> None:
        mode = self._mode()
        for row in self.rows.values():
            row.set_visible(not row.setting.only_for or mode in row.setting.only_for)
        in_a_file = bool(self._text("storage.secret_file"))
        for part in (self._secret_label, self.secret, self._secret_note):
            part.setVisible(mode == "s3" and not in_a_file)
        self.test.setVisible(mode != "none")

    def _text(self, key: str) -> str:
        try:
            return str(self.rows[key].value())
        except WrongValueError:
            return ""

    def _choose(self) -> None:
        self._show_what_fits()
        self._say("")
        settings = msgspec.structs.replace(self._settings, **self._entered())
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _entered(self) -> dict[str, Any]:
        """Return what is entered, by field; empty as long as something of it is wrong or missing."""
        values: dict[str, object] = {}
        for key, row in self.rows.items():
            try:
                values[key] = row.value()
            except WrongValueError as error:
                row.say(words.settings.wrong(row.setting, error.fault), "danger")
            else:
                row.say("")
        if len(values) < len(self.rows):
            return {}
        missing = missing_from(GROUP, values)
        for setting in missing:
            self.rows[setting.key].say(words.settings.needed(), "warning")
        return {} if missing else {setting.field: values[setting.key] for setting in GROUP}

    def _test(self) -> None:
        self._choose()
        if not self._is_busy and self._entered():
            self._is_busy = True
            self.test.setEnabled(False)
            self._say(words.files.testing())
            self._tasks.start(self._tested(), "try the storage")

    async def _tested(self) -> None:
        problem, also = None, await self.keep_secret()
        try:
            await self._try_out()
        except StorageError as error:
            problem = Problem.of_storage(error)
        self._is_busy = False
        if self.gone:
            return
        self.test.setEnabled(True)
        if problem is None:
            self._say(words.problems.join(words.files.works(self._storage.id), also), "success")
        else:
            self._say(words.problems.join(words.problems.describe(problem), also), "danger", problem)
        announce(self.status, self.status.text())

    def _say(self, text: str, tone: str = "", problem: Problem | None = None) -> None:
        self.status.setText(text)
        set_style(self.status, tone=tone)
        self._details.set_problem(problem)
