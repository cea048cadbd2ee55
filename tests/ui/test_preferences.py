"""Settings take effect at once, are kept, and cost nothing where they cannot be."""

import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from mountsea_desktop.storage import settings_toml
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.settings import Appearance, Settings, WindowPosition, write
from mountsea_desktop.ui import words
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.theme.palette import DARK, LIGHT
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.ui.window import MainWindow
from tests.fakes.window import bury


@contextmanager
def opened(app: QApplication, path: Path, language: str | None = None) -> Iterator[Preferences]:
    preferences = Preferences(LayeredSettings(path, language=language), app)
    try:
        yield preferences
    finally:
        preferences.close()
        preferences.language.use("en")
        preferences.theme.apply(app, Appearance.LIGHT)


async def test_a_choice_is_in_force_at_once_and_after_a_restart(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    with opened(qapp, file, "en") as preferences:
        changed = QSignalSpy(preferences.changed)
        preferences.choose(Settings(language="zh_CN", appearance=Appearance.DARK, parallel_uploads=5))
        assert changed.count() == 1
        assert preferences.language.current == "zh_CN"
        assert preferences.theme.scheme == DARK
        await preferences.save(last_model="model7")
    with opened(qapp, file) as preferences:
        assert preferences.language.current == "zh_CN"
        assert preferences.theme.scheme == DARK
        assert preferences.settings.parallel_uploads == 5
        assert preferences.settings.last_model == "model7"
        assert not preferences.were_damaged
    assert words.songs.list_name() == "Songs"


def test_the_command_lines_language_rules_until_another_is_chosen(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"language": "zh_CN"}))
    with opened(qapp, file, "en") as preferences:
        assert preferences.language.current == "en"
        preferences.choose(msgspec.structs.replace(preferences.settings, appearance=Appearance.LIGHT))
        assert preferences.language.current == "en"
        assert preferences.theme.scheme == LIGHT
        preferences.choose(msgspec.structs.replace(preferences.settings, language="zh_TW"))
        assert preferences.language.current == "zh_TW"


def test_a_damaged_file_is_told_and_the_rest_is_used(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_text("{ not json")
    with opened(qapp, file, "en") as preferences:
        assert preferences.were_damaged
        assert preferences.settings == Settings(language="en")
    file.write_text(json.dumps({"parallel_uploads": 99, "last_model": "m"}))
    with opened(qapp, file, "en") as preferences:
        assert preferences.were_damaged
        assert preferences.settings == Settings(language="en", last_model="m")


async def test_a_disk_that_refuses_costs_the_settings_only(qapp: QApplication, tmp_path: Path) -> None:
    with opened(qapp, tmp_path / "nowhere" / "settings.json", "en") as preferences:
        await preferences.save(last_model="m")
        assert preferences.settings.last_model == "m"
    with opened(qapp, tmp_path / "settings.json", "en") as preferences:
        preferences.close()
        await preferences.save(last_model="m")
    assert not (tmp_path / "settings.json").exists()


async def test_settings_are_exported_without_what_belongs_to_this_computer(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(qapp, tmp_path / "settings.json", "en") as preferences:
        preferences.choose(Settings(language="en", parallel_uploads=5))
        await preferences.save(window=WindowPosition(x=1, y=2, width=3, height=4), last_model="model7")
        assert await preferences.export(tmp_path / "for-the-other.toml")
        assert settings_toml.read(tmp_path / "for-the-other.toml") == {"uploads.parallel": 5}
        assert not await preferences.export(tmp_path / "missing" / "x.toml")


def test_no_damaged_byte_keeps_the_window_from_opening(qapp: QApplication, tmp_path: Path) -> None:
    """Each is put into the file that a window with drawn columns leaves, and that file into a window."""
    file, dice = tmp_path / "settings.json", random.Random(7)  # noqa: S311 - the same mishaps in every run
    with opened(qapp, file, "en") as preferences:
        window = MainWindow(preferences.theme.icons, ViewState(), practice=False)
        window.page.view._fits = False
        layered = LayeredSettings(file)
        layered.choose(
            msgspec.structs.replace(
                layered.settings,
                window=window.position(),
                song_columns=window.page.view.columns(),
                last_model="m1",
            )
        )
        write(file, layered.content())
        sound = file.read_bytes()
        for _ in range(2_000):
            damaged = bytearray(sound)
            for _ in range(dice.choice((1, 1, 1, 2, 5))):
                position = dice.randrange(len(damaged))
                wrong = dice.randbytes(dice.choice((0, 1, 1, 1, 3)))
                damaged[position : position + dice.choice((0, 1, 1, 1, 4))] = wrong
            file.write_bytes(damaged)
            found = LayeredSettings(file).settings
            window.restore_position(found.window)
            window.page.view.restore_columns(found.song_columns)
        assert window.screen().availableGeometry().contains(window.geometry())
        window.deleteLater()
        bury()
