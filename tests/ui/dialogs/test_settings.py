"""Each setting takes effect as it is chosen, the language of the box itself included."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QWidget

from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.language import Language
from tests.fakes.window import until


@pytest.fixture
def language() -> Iterator[Language]:
    language = Language()
    language.use("en")
    yield language
    language.use("en")


@pytest.fixture
def dialog(window: QWidget, language: Language) -> SettingsDialog:  # noqa: ARG001 - in English
    dialog = SettingsDialog(window, Settings(language="en", parallel_uploads=4, last_model="m"))
    dialog.open()
    return dialog


def choose(field: QComboBox, value: object) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_it_shows_what_is_set_and_changes_nothing_by_opening(dialog: SettingsDialog) -> None:
    changed = QSignalSpy(dialog.changed)
    assert dialog.language.currentData() == "en"
    assert dialog.appearance.currentData() == Appearance.SYSTEM
    assert dialog.parallel.value() == 4
    assert changed.count() == 0


def test_each_choice_is_told_with_all_the_others(dialog: SettingsDialog) -> None:
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    choose(dialog.appearance, Appearance.DARK)
    dialog.parallel.setValue(6)
    dialog.notifications.click()
    assert told[-1] == Settings(
        language="en", appearance=Appearance.DARK, parallel_uploads=6, last_model="m", notifications=False
    )
    assert len(told) == 3


async def test_the_language_changes_live(dialog: SettingsDialog, language: Language) -> None:
    dialog.changed.connect(lambda settings: language.use(settings.language))
    choose(dialog.language, "zh_CN")
    await until(lambda: dialog.windowTitle() != "Settings", "the other language")
    assert language.current == "zh_CN"
    assert dialog.language.currentData() == "zh_CN"
    assert dialog.language.currentText() == "简体中文"
    assert dialog.parallel.value() == 4
    choose(dialog.language, "en")
    await until(lambda: dialog.windowTitle() == "Settings", "English")


def test_every_field_is_named(dialog: SettingsDialog) -> None:
    assert all(field.accessibleName() for field in (dialog.language, dialog.appearance, dialog.parallel))
    assert dialog.notifications.text()
