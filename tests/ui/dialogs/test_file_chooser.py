"""File dialogs begin where somebody was last, or where such files usually are."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.ui.dialogs.file_chooser import FileChooser
from mountsea_desktop.ui.preferences import Preferences
from tests.fakes.window import until


@pytest.fixture
def music(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the desktop says where music is."""
    music = tmp_path / "Music"
    music.mkdir()
    (tmp_path / "user-dirs.dirs").write_text(f'XDG_MUSIC_DIR="{music}"\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    return music


@pytest.fixture
async def preferences(qapp: QApplication, tmp_path: Path) -> AsyncIterator[Preferences]:
    preferences = Preferences(LayeredSettings(tmp_path / "settings.json", language="en"), qapp)
    yield preferences
    preferences.close()


async def opened(window: QWidget, asked: Coroutine[Any, Any, Any]) -> tuple[QFileDialog, asyncio.Task[Any]]:
    task = asyncio.get_running_loop().create_task(asked)
    await until(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)), "the dialog")
    return window.findChildren(QFileDialog)[0], task


async def closed(window: QWidget, dialog: QFileDialog, task: asyncio.Task[Any]) -> Any:
    dialog.done(QFileDialog.DialogCode.Accepted)
    answer = await task
    await until(lambda: not window.findChildren(QFileDialog), "its end")
    return answer


async def test_it_begins_with_music_and_then_where_one_was_as_long_as_that_is_there(
    window: QWidget, music: Path, preferences: Preferences, tmp_path: Path
) -> None:
    chooser, album = FileChooser(preferences), tmp_path / "Album"
    album.mkdir()
    for begins, chosen in ((music, [album / "a.wav", album / "b.wav"]), (album, []), (album, [])):
        dialog, task = await opened(window, chooser.open(window, "Songs", ["Songs (*.wav)"], several=True))
        assert Path(dialog.directory().path()) == begins
        if chosen:
            dialog.filesSelected.emit(list(map(str, chosen)))
        assert await closed(window, dialog, task) == chosen
    kept = LayeredSettings(tmp_path / "settings.json", language="en")
    assert kept.settings.last_folder == str(album)
    album.rmdir()
    dialog, task = await opened(window, chooser.open(window, "Songs", ["Songs (*.wav)"]))
    assert Path(dialog.directory().path()) == music
    await closed(window, dialog, task)
    chooser.close()


@pytest.mark.usefixtures("music")
async def test_a_suggested_name_is_kept_whole(window: QWidget, preferences: Preferences) -> None:
    chooser = FileChooser(preferences)
    for name in ("Night (1).mp3", "Vol. 2 (live).mp3", "settings.toml"):
        dialog, task = await opened(window, chooser.save(window, "Save as", name))
        assert [Path(path).name for path in dialog.selectedFiles()] == [name]
        assert dialog.defaultSuffix() == Path(name).suffix.removeprefix(".")
        await closed(window, dialog, task)
    chooser.close()
