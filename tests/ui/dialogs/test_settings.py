"""Each setting takes effect as it is chosen, the language of the box itself included."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QWidget

from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.ui.dialogs.settings import SettingsBox
from mountsea_desktop.ui.language import Language
from tests.fakes.window import until


@pytest.fixture
def language() -> Iterator[Language]:
    language = Language()
    language.use("en")
    yield language
    language.use("en")


@pytest.fixture
def box(window: QWidget, language: Language) -> SettingsBox:  # noqa: ARG001 - in English
    box = SettingsBox(window, Settings(language="en", parallel_uploads=4, last_model="m"))
    box.open()
    return box


def choose(field: QComboBox, value: object) -> None:
    field.setCurrentIndex(field.findData(value))
    field.activated.emit(field.currentIndex())


def test_it_shows_what_is_set_and_changes_nothing_by_opening(box: SettingsBox) -> None:
    changed = QSignalSpy(box.changed)
    assert box.language.currentData() == "en"
    assert box.appearance.currentData() == Appearance.SYSTEM
    assert box.parallel.value() == 4
    assert changed.count() == 0


def test_each_choice_is_told_with_all_the_others(box: SettingsBox) -> None:
    told: list[Settings] = []
    box.changed.connect(told.append)
    choose(box.appearance, Appearance.DARK)
    box.parallel.setValue(6)
    box.notifications.click()
    assert told[-1] == Settings(
        language="en", appearance=Appearance.DARK, parallel_uploads=6, last_model="m", notifications=False
    )
    assert len(told) == 3


async def test_the_language_changes_live(box: SettingsBox, language: Language) -> None:
    box.changed.connect(lambda settings: language.use(settings.language))
    choose(box.language, "zh_CN")
    await until(lambda: box.windowTitle() != "Settings", "the other language")
    assert language.current == "zh_CN"
    assert box.language.currentData() == "zh_CN"
    assert box.language.currentText() == "简体中文"
    assert box.parallel.value() == 4
    choose(box.language, "en")
    await until(lambda: box.windowTitle() == "Settings", "English")


def test_every_field_is_named(box: SettingsBox) -> None:
    assert all(field.accessibleName() for field in (box.language, box.appearance, box.parallel))
    assert box.notifications.text()
