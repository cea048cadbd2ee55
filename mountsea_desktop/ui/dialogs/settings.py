"""The settings, made of the one table; each takes effect as soon as it is chosen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QPushButton, QSpinBox, QWidget

from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Resolved
from mountsea_desktop.storage.settings_table import GROUPS, Setting, WrongValueError, missing_from
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.dialogs.setting_row import SettingRow
from mountsea_desktop.ui.theme.style import Scale
from mountsea_desktop.ui.widgets.flow import Flow

if TYPE_CHECKING:
    from mountsea_desktop.ui.widgets.check_box import CheckBox

SHOWN = [group for group in GROUPS if group[0].table != "storage"]
"""The storage has a dialog of its own."""
GATEWAY = frozenset({"gateway.api_url", "gateway.credits_url"})


class SettingsDialog(Dialog):
    """Shows the settings and emits them anew with each change; the technician's are behind a button."""

    check_wanted = Signal()
    storage_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()
    changed = Signal(object)
    """The settings as they are to be."""

    def __init__(
        self,
        parent: QWidget,
        settings: Settings,
        resolved: Resolved | None = None,
        *,
        holds_secret: Callable[[str], bool] = lambda _text: False,
    ) -> None:
        """What `holds_secret` says yes to is not taken: settings are kept, and given away, in plain text."""
        super().__init__(parent)
        self._holds_secret = holds_secret
        self._settings = settings
        resolved = resolved or Resolved()
        self.rows = {
            setting.key: SettingRow(
                setting, getattr(settings, setting.field), resolved.origin(setting.key), self
            )
            for group in SHOWN
            for setting in group
        }
        self.language = cast("QComboBox", self.rows["ui.language"].field)
        self.appearance = cast("QComboBox", self.rows["ui.appearance"].field)
        self.parallel = cast("QSpinBox", self.rows["uploads.parallel"].field)
        self.notifications = cast("CheckBox", self.rows["notifications.enabled"].field)
        self.advanced = QPushButton()
        self.advanced.setCheckable(True)
        self._technical = QWidget()
        technical = QGridLayout(self._technical)
        technical.setContentsMargins(0, 0, 0, 0)
        everyday = QGridLayout()
        self._grids = (everyday, technical)
        for grid in self._grids:
            grid.setVerticalSpacing(Scale.of(self.font())(8))
            grid.setHorizontalSpacing(Scale.of(self.font())(12))
            grid.setColumnStretch(1, 1)
        for row in self.rows.values():
            row.place(everyday if row.setting.everyday else technical)
            row.changed.connect(self._choose)
        self.check, self.export, self.import_button = QPushButton(), QPushButton(), QPushButton()
        self.storage = QPushButton()
        self.storage.setAutoDefault(False)
        self.storage.clicked.connect(self.storage_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.export.clicked.connect(self.export_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        tools = Flow(Scale.of(self.font())(8))
        tools.add(self.storage, self.check, self.export, self.import_button)
        self.contents.addLayout(everyday)
        self.contents.addWidget(tools)
        self.contents.addWidget(self.advanced)
        self.contents.addWidget(self._technical)
        self.contents.addStretch()
        self.advanced.toggled.connect(self._technical.setVisible)
        self._technical.hide()
        for button in (self.check, self.export, self.import_button, self.advanced):
            button.setAutoDefault(False)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(words.dialogs.settings_title())
        self.advanced.setText(words.settings.advanced())
        self.storage.setText(words.files.storage_button())
        self.check.setText(words.check.button())
        self.export.setText(words.dialogs.export())
        self.import_button.setText(words.settings.import_button())
        self.close_button.setText(words.dialogs.close())
        for row in self.rows.values():
            row.retranslate()
        widest = max(row.label.sizeHint().width() for row in self.rows.values() if not row.is_switch)
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, widest)
        self._show_what_fits()

    def take_over(self, settings: Settings) -> None:
        """What is not among the rows was set elsewhere meanwhile."""
        self._settings = settings

    def _show_what_fits(self) -> None:
        """Show of a tuple only what means something with what its first row says."""
        for group in SHOWN:
            first = self.rows[group[0].key]
            mode = str(first.setting.written(first.value())) if len(group) > 1 else ""
            for setting in group:
                self.rows[setting.key].set_visible(not setting.only_for or mode in setting.only_for)

    def _choose(self) -> None:
        self._show_what_fits()
        good: dict[str, Any] = {}
        for group in SHOWN:
            good |= self._entered(group)
        settings = msgspec.structs.replace(self._settings, **good)
        if settings != self._settings:
            self._settings = settings
            self.changed.emit(settings)

    def _entered(self, group: Sequence[Setting]) -> dict[str, Any]:
        """Return what is entered of these, by field.

        It is empty as long as something of it is wrong or missing.
        """
        values: dict[str, object] = {}
        for setting in group:
            row = self.rows[setting.key]
            if self._holds_secret(row.typed()):
                row.restore()
                row.say(words.account.token_misplaced(), "warning")
                continue
            try:
                values[setting.key] = row.value()
            except WrongValueError as error:
                row.say(words.settings.wrong(setting, error.fault), "danger")
            else:
                row.fill(values[setting.key])
                was = getattr(self._settings, setting.field)
                moved = setting.key in GATEWAY and values[setting.key] != was
                row.say(words.settings.other_gateway() if moved else "", "warning" if moved else "")
        if len(values) < len(group):
            return {}
        missing = missing_from(group, values)
        for setting in missing:
            self.rows[setting.key].say(words.settings.needed(), "warning")
        return {} if missing else {setting.field: values[setting.key] for setting in group}
