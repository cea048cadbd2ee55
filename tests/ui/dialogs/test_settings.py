"""Each setting takes effect as it is chosen, the language of the dialog itself included."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.storage.settings_levels import Layer, Level, resolve
from mountsea_desktop.storage.settings_table import TABLE
from mountsea_desktop.ui.dialogs.settings import SettingsDialog
from mountsea_desktop.ui.language import Language
from tests.fakes.window import press, until


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


def test_a_token_is_no_setting(window: QWidget, language: Language) -> None:  # noqa: ARG001 - in English
    token = "sk-made-up-and-long-enough"
    dialog = SettingsDialog(window, Settings(), holds_secret=lambda text: token in text)
    changed = QSignalSpy(dialog.changed)
    texts = [row for row in dialog.rows.values() if isinstance(row.field, QLineEdit)]
    assert texts
    for row in texts:
        field = row.field
        assert isinstance(field, QLineEdit)
        before = field.text()
        field.setText(f"socks5://{token}")
        field.editingFinished.emit()
        assert field.text() == before
        assert row.note.text().startswith("This is your token")
    assert not any(token in repr(changed.at(number)) for number in range(changed.count()))


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


POLICY = Layer(
    Level.ENFORCED,
    "policies.toml",
    {"uploads.parallel": 2, "network.proxy": "manual", "network.proxy_url": "http://proxy:3128"},
)


def advanced(window: QWidget, *layers: Layer) -> SettingsDialog:
    resolved = resolve(layers)
    dialog = SettingsDialog(window, resolved.settings, resolved)
    dialog.open()
    dialog.advanced.click()
    return dialog


def write(dialog: SettingsDialog, key: str, text: str) -> None:
    field = dialog.rows[key].field
    assert isinstance(field, QLineEdit)
    field.setText(text)
    field.editingFinished.emit()


@pytest.mark.usefixtures("language")
def test_what_is_enforced_is_shown_and_cannot_be_changed(window: QWidget) -> None:
    dialog = advanced(window, POLICY)
    for key in ("uploads.parallel", "network.proxy", "network.proxy_url"):
        row = dialog.rows[key]
        assert row.field.isVisible()
        assert not row.field.isEnabled()
        assert row.note.isVisible()
        assert row.note.text() == "Set by your administrator" == row.field.accessibleDescription()
    assert dialog.parallel.value() == 2
    assert dialog.rows["ui.language"].field.isEnabled()
    assert not dialog.rows["ui.language"].note.isVisible()


@pytest.mark.usefixtures("language")
def test_every_setting_has_a_named_control(window: QWidget) -> None:
    dialog = advanced(window)
    assert set(dialog.rows) == {setting.key for setting in TABLE if setting.table != "storage"}
    for row in dialog.rows.values():
        assert row.field.accessibleName()
        assert row.field.toolTip()


@pytest.mark.usefixtures("language")
def test_a_proxy_takes_effect_as_soon_as_it_is_complete(window: QWidget) -> None:
    dialog, told = advanced(window), list[Settings]()
    dialog.changed.connect(told.append)
    url = dialog.rows["network.proxy_url"]
    assert not url.field.isVisible()
    mode = dialog.rows["network.proxy"].field
    assert isinstance(mode, QComboBox)
    choose(mode, ProxyMode.MANUAL)
    assert url.field.isVisible()
    assert url.note.text().startswith("Needed")
    assert not told
    write(dialog, "network.proxy_url", "http://ana:word@proxy:3128")
    assert url.note.text().startswith("Leave the name and the password out")
    write(dialog, "network.proxy_url", "ftp://proxy")
    assert url.note.text().startswith("This cannot be used")
    assert not told
    write(dialog, "network.proxy_url", "proxy:3128")
    assert not url.note.isVisible()
    assert told == [Settings(proxy=ProxyMode.MANUAL, proxy_url="proxy:3128")]


@pytest.mark.usefixtures("language")
def test_another_gateway_does_not_take_the_token_along_and_that_is_said(window: QWidget) -> None:
    dialog, told = advanced(window), list[Settings]()
    dialog.changed.connect(told.append)
    write(dialog, "gateway.api_url", "http://gateway.lan")
    assert not told
    write(dialog, "gateway.api_url", "https://gateway.lan")
    assert told == [Settings(api_url="https://gateway.lan")]
    assert "The token of the old gateway stays behind" in dialog.rows["gateway.api_url"].note.text()


async def test_the_technicians_part_stays_on_the_screen(window: QWidget) -> None:
    dialog = SettingsDialog(window, Settings())
    dialog.show()
    screen = dialog.screen().availableGeometry()
    dialog.move(dialog.x(), screen.bottom() - dialog.height())
    press(dialog.advanced)
    await until(lambda: screen.contains(dialog.frameGeometry()), "the whole dialog on the screen")
    dialog.close()


@pytest.mark.usefixtures("language")
async def test_all_controls_begin_at_one_line(window: QWidget) -> None:
    dialog = advanced(window)
    rows = [row for row in dialog.rows.values() if not row.is_switch and row.field.isVisible()]
    await until(lambda: len({row.field.mapTo(dialog, row.field.rect().topLeft()).x() for row in rows}) == 1)
    assert len(rows) > 5


def test_a_gateway_that_is_cleared_is_mountseas_own_again(window: QWidget, language: Language) -> None:  # noqa: ARG001 - in English
    dialog = SettingsDialog(window, Settings(api_url="https://gateway.studio.lan"))
    dialog.open()
    told: list[Settings] = []
    dialog.changed.connect(told.append)
    field = dialog.rows["gateway.api_url"].field
    assert isinstance(field, QLineEdit)
    field.setText("")
    field.editingFinished.emit()
    assert told == [Settings()]
    assert field.text() == Settings().api_url
