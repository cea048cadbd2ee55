"""A control for each kind of setting, and who may change it."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Level, Origin
from mountsea_desktop.storage.settings_table import BY_KEY, TABLE, Setting, WrongValueError
from mountsea_desktop.ui.dialogs.setting_row import SettingRow
from mountsea_desktop.ui.widgets.check_box import CheckBox


def row(window: QWidget, key: str, level: Level = Level.BUILT_IN) -> SettingRow:
    setting = BY_KEY[key]
    return SettingRow(setting, getattr(Settings(), setting.field), Origin(level, "there"), window)


@pytest.mark.parametrize("setting", TABLE, ids=lambda setting: setting.key)
async def test_what_is_shown_is_what_is_set(window: QWidget, setting: Setting) -> None:
    assert row(window, setting.key).value() == getattr(Settings(), setting.field)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("ui.language", QComboBox),
        ("uploads.parallel", QSpinBox),
        ("practice.offered", CheckBox),
        ("network.ca_file", QLineEdit),
    ],
)
async def test_each_kind_has_its_control(window: QWidget, key: str, kind: type[QWidget]) -> None:
    assert isinstance(row(window, key).field, kind)


async def test_what_means_nothing_is_refused(window: QWidget) -> None:
    shown = row(window, "network.ca_file")
    changed = QSignalSpy(shown.changed)
    assert isinstance(shown.field, QLineEdit)
    shown.field.setText("relative.pem")
    shown.field.editingFinished.emit()
    assert changed.count() == 1
    with pytest.raises(WrongValueError):
        shown.value()


@pytest.mark.parametrize(
    ("key", "level", "fixed"),
    [
        ("ui.language", Level.ENFORCED, True),
        ("ui.language", Level.THIS_RUN, False),
        ("gateway.api_url", Level.THIS_RUN, True),
        ("gateway.api_url", Level.DEFAULT, False),
        ("gateway.api_url", Level.USER, False),
    ],
)
async def test_who_may_change_it(window: QWidget, key: str, level: Level, fixed: bool) -> None:
    shown = row(window, key, level)
    shown.retranslate()
    assert shown.is_fixed is fixed
    assert shown.field.isEnabled() is not fixed
    assert bool(shown.note.text()) is fixed
