"""Takes pictures of the window, from the real program in practice mode, so that they never lie.

    python packaging/pictures.py [FOLDER [SCENE …]]

Without arguments it takes those that the README shows into resources/pictures. With a folder it takes every
scene, in each look, for somebody to look at. The window is driven through its own controls, off-screen.
MOUNTSEA_LOOKS names the looks that are wanted, apart from each other by spaces; all without it.
"""

import asyncio
import json
import os
import sys
import tempfile
from collections.abc import Awaitable, Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

import msgspec
import qasync
from PySide6.QtCore import QAbstractAnimation, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.options import Options
from mountsea_desktop.practice.samples import FAILING_LINK, SAMPLE_LINKS
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.settings import Appearance, Settings
from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.app.run import AppRun
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.credits import CreditsDialog
from mountsea_desktop.ui.dialogs.make_song import MakeSongDialog
from mountsea_desktop.ui.songs.table_model import Column
from mountsea_desktop.ui.theme import palette, theme
from mountsea_desktop.workflow.song import SongState

SCREEN = {"name": "studio", "width": 1600, "height": 1200, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
"""Off-screen there is a screen, too; Qt's own is too small for anybody's studio."""
README = Path(__file__).parents[1] / "resources" / "pictures"
B = TypeVar("B", bound=QDialog)
Scene = Callable[[AppRun], Awaitable[QDialog | None]]

MESSY = """Hi! Here are the songs:
https://www.dropbox.com/scl/fi/h8s2k1/Harbour%20Lights.mp3?rlkey=abc123&dl=0
https://drive.google.com/file/d/1x9fJz8Qm3sLkP2/view?usp=sharing，
这首也要：https://practice.example/songs/海边的信.mp3。
https://www.dropbox.com/scl/fi/h8s2k1/Harbour%20Lights.mp3?rlkey=abc123&dl=0
https://music.163.com/#/song?id=447925558
C:\\Users\\Ana\\Music\\demo.wav
thanks!!"""


async def until(true: Callable[[], bool]) -> None:
    """Wait until something is on screen."""
    async with asyncio.timeout(60):
        while not true():  # noqa: ASYNC110 - what is on screen has no event of its own
            await asyncio.sleep(0.02)


async def opened(app_run: AppRun, kind: type[B]) -> B:
    """The dialog of this kind, once it is there."""
    await until(lambda: app_run.window.findChild(kind) is not None)
    dialog = app_run.window.findChild(kind)
    assert dialog is not None  # noqa: S101 - just waited for
    return dialog


def count(app_run: AppRun, *states: SongState) -> int:
    """How many of the shown songs are in these states."""
    return sum(song.state in states for song in app_run.window.page.table.songs())


async def ready_to_upload(app_run: AppRun) -> None:
    """All sample songs are there and checked."""
    await until(lambda: count(app_run, SongState.READY) == len(SAMPLE_LINKS))
    app_run.window.toast.hide()


async def empty(app_run: AppRun) -> None:
    """A model without songs."""
    await ready_to_upload(app_run)
    app_run.window.sidebar.new.click()
    await until(lambda: not app_run.window.page.table.songs())


async def ready(app_run: AppRun) -> None:
    """Six songs ready to upload."""
    await ready_to_upload(app_run)


async def importer(app_run: AppRun) -> QDialog:
    """The link dialog with a messy text."""
    await empty(app_run)
    app_run.window.page.empty.add_wanted.emit()
    dialog = await opened(app_run, LinksDialog)
    dialog.field.setPlainText(MESSY)
    await until(lambda: dialog.understood.count() > 0)
    return dialog


async def at_rest(app_run: AppRun) -> None:
    """The pills have turned green, where the sixth song made them."""
    pills = app_run.window.page.progress.pills
    await until(lambda: pills.animation.state() is QAbstractAnimation.State.Stopped)


async def mixed(app_run: AppRun) -> None:
    """Some uploaded, some under way, one failed, one that cannot work; the failed one selected."""
    await ready_to_upload(app_run)
    controller = app_run.controller
    assert controller is not None  # noqa: S101 - opened
    controller.importer.add_text(f"{FAILING_LINK}\nhttps://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC")
    await until(lambda: count(app_run, SongState.READY) == len(SAMPLE_LINKS) + 1)
    app_run.window.page.upload.click()
    await until(lambda: count(app_run, SongState.FAILED) == 1 and count(app_run, SongState.UPLOADED) >= 3)
    failed = next(s for s in app_run.window.page.table.songs() if s.state is SongState.FAILED)
    app_run.window.toast.hide()
    app_run.window.page.view.go_to(app_run.window.page.table.row_of(failed.id) or 0)
    await at_rest(app_run)


async def ordering(app_run: AppRun) -> None:
    """A song is dragged to another place."""
    await ready_to_upload(app_run)
    view = app_run.window.page.view
    start = view.visualRect(view.model().index(1, 0)).center()
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for rows in (2, 3):
        QTest.mouseMove(view.viewport(), start + QPoint(40, rows * view.rowHeight(0) - 12))


async def taken_back(app_run: AppRun) -> None:
    """Two songs were removed, and that was taken back."""
    await ready_to_upload(app_run)
    assert app_run.controller is not None  # noqa: S101 - opened
    songs = app_run.window.page.table.songs()
    app_run.controller.actions.remove([song.id for song in songs[:2]])
    await until(lambda: len(app_run.window.page.table.songs()) == len(songs) - 2)
    app_run.window.undo_wanted.emit()
    await until(lambda: len(app_run.window.page.table.songs()) == len(songs))
    await until(app_run.window.toast.isVisible)


async def outage(app_run: AppRun) -> None:
    """The network is gone in the middle."""
    await mixed(app_run)
    assert app_run.program is not None  # noqa: S101 - opened
    error = GatewayError(Fault.OFFLINE, Fate.NOT_SENT, retry_after=14.0)
    app_run.program.job.connectivity.record_failure(error)
    app_run.window.page.view.clearSelection()
    await until(app_run.window.banner.isVisible)


async def uploaded(app_run: AppRun) -> None:
    """The sixth song is there."""
    await ready_to_upload(app_run)
    app_run.window.page.upload.click()
    await until(app_run.window.page.bar.button.isEnabled)
    await at_rest(app_run)


async def short_of_credits(app_run: AppRun) -> None:
    """Six songs are uploaded, and the credits are not enough for a model."""
    await uploaded(app_run)
    assert app_run.controller is not None  # noqa: S101 - opened
    app_run.controller.account.balance = Decimal(95)
    app_run.controller.account.changed.emit()


async def confirming(app_run: AppRun) -> ConfirmDialog:
    """The question before spending."""
    await uploaded(app_run)
    app_run.window.page.bar.button.click()
    dialog = await opened(app_run, ConfirmDialog)
    await until(lambda: dialog.balance is not None)
    dialog.rights.click()
    return dialog


async def training(app_run: AppRun) -> None:
    """The model is being trained."""
    dialog = await confirming(app_run)
    dialog.spend.click()
    await until(app_run.window.page.attempt.counts_time)


async def finished(app_run: AppRun) -> None:
    """The model is ready."""
    await training(app_run)
    await until(app_run.window.page.attempt.identifier.isVisible)


async def sorted_(app_run: AppRun) -> None:
    """The list stands in the order of a column."""
    await ready_to_upload(app_run)
    app_run.window.page.view.sortByColumn(Column.LENGTH, Qt.SortOrder.DescendingOrder)


async def credits_(app_run: AppRun) -> CreditsDialog:
    """What was spent."""
    await finished(app_run)
    app_run.window.credits.click()
    dialog = await opened(app_run, CreditsDialog)
    await until(lambda: dialog.table.rowCount() > 0)
    return dialog


async def describing(app_run: AppRun) -> MakeSongDialog:
    """What a song is to be."""
    await finished(app_run)
    app_run.window.page.attempt.hear.click()
    dialog = await opened(app_run, MakeSongDialog)
    await until(lambda: dialog.balance is not None)
    dialog.description.setPlainText(words.made_songs.idea(0))
    await until(dialog.make.isEnabled)
    return dialog


async def heard(app_run: AppRun) -> None:
    """Two songs were made, and one is heard."""
    dialog = await describing(app_run)
    dialog.make.click()
    made = app_run.window.page.songs_made
    await until(lambda: (row := made.row()) is not None and bool(row.file))
    app_run.window.page.player.play.click()
    await until(lambda: app_run.window.page.player.wave.value() > 1_500)


async def account(app_run: AppRun) -> QDialog:
    """The account dialog."""
    await ready_to_upload(app_run)
    app_run.window.account.click()
    return await opened(app_run, AccountDialog)


async def connect(app_run: AppRun) -> QDialog:
    """Uploading waits for a token; a first one is entered."""
    app_run.window.page.upload_wanted.emit()
    dialog = await opened(app_run, AccountDialog)
    dialog.token.setText("not a token")
    dialog.save.click()
    return dialog


async def log(app_run: AppRun) -> QDialog:
    """What the program did lately."""
    await ready_to_upload(app_run)
    app_run.window.log.click()
    return await opened(app_run, QDialog)


async def about(app_run: AppRun) -> QDialog:
    """The versions."""
    await ready_to_upload(app_run)
    app_run.window.about.click()
    return await opened(app_run, QDialog)


async def settings(app_run: AppRun) -> QDialog:
    """The settings."""
    await ready_to_upload(app_run)
    app_run.window.settings.click()
    return await opened(app_run, QDialog)


async def no_storage(app_run: AppRun) -> QDialog:
    """How songs on this computer get links."""
    app_run.window.choose_files_wanted.emit()
    return await opened(app_run, QDialog)


async def help_(app_run: AppRun) -> QDialog:
    """The help."""
    await ready_to_upload(app_run)
    app_run.window.help.click()
    return await opened(app_run, QDialog)


SCENES: dict[str, Scene] = {
    scene.__name__.rstrip("_"): scene
    for scene in (
        empty, importer, ready, sorted_, ordering, taken_back, mixed, outage, uploaded, short_of_credits,
        confirming, training, finished, credits_, describing, heard, connect, no_storage, account, settings,
        help_, log, about,
    )
}  # fmt: skip
NOT_PRACTICE = {"connect", "no_storage"}
"""Scenes that there are only without practice."""


@dataclass(frozen=True)
class Look:
    """How the window is looked at."""

    settings: Settings
    text: float = 1.0
    """The size of the text, in that of ordinary text."""
    mirrored: bool = False
    contrast: bool = False
    size: QSize | None = None


LIGHT = Look(Settings(language="en", appearance=Appearance.LIGHT))
LOOKS = {
    "light": LIGHT,
    "dark": Look(msgspec.structs.replace(LIGHT.settings, appearance=Appearance.DARK)),
    "zh_CN": Look(msgspec.structs.replace(LIGHT.settings, language="zh_CN")),
    "zh_TW": Look(msgspec.structs.replace(LIGHT.settings, language="zh_TW")),
    "200": replace(LIGHT, text=2.0),
    "1024x600": replace(LIGHT, size=QSize(1024, 560)),
    "mirrored": replace(LIGHT, mirrored=True),
    "contrast": replace(LIGHT, contrast=True),
}


def high_contrast() -> QPalette:
    """As Windows has it in its "Night sky"."""
    roles, made = QPalette.ColorRole, QPalette()
    for role in (roles.Window, roles.Base, roles.Button, roles.ToolTipBase):
        made.setColor(role, QColor("black"))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.ToolTipText):
        made.setColor(role, QColor("white"))
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor("#a6a6a6"))
    made.setColor(roles.Highlight, QColor("#8ee3f0"))
    made.setColor(roles.HighlightedText, QColor("#263b50"))
    return made


def grabbed(window: QWidget, dialog: QDialog | None) -> QPixmap:
    """The window, with a dialog in front of it where there is one."""
    picture = window.grab()
    if dialog is None:
        return picture
    front = dialog.grab()
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
    painter.drawPixmap(
        (picture.width() - front.width()) // 2, (picture.height() - front.height()) // 2, front
    )
    painter.setPen(QColor(0, 0, 0, 120))
    painter.drawRect(
        (picture.width() - front.width()) // 2 - 1,
        (picture.height() - front.height()) // 2 - 1,
        front.width() + 1,
        front.height() + 1,
    )
    painter.end()
    return picture


async def take(app: QApplication, name: str, file: Path, look: Look = LIGHT) -> None:
    """One picture, from a run of its own."""
    folders = Folders.temporary()
    folders.prepare()
    font, large = app.font(), app.font()
    large.setPointSizeF(font.pointSizeF() * look.text)
    app.setFont(large)
    app.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
    )
    options = Options(demo=name not in NOT_PRACTICE, language=look.settings.language)
    with ExitStack() as wishes:
        if look.contrast:
            scheme = palette.from_platform(high_contrast())
            wishes.enter_context(patch.object(theme, "_asks_for_contrast", lambda _app: True))
            wishes.enter_context(patch.object(theme, "from_platform", lambda _palette: scheme))
        app_run = AppRun(app, options, folders, Addresses(), practice_speed=20.0)
        app_run.preferences.choose(look.settings)
        life = asyncio.get_running_loop().create_task(app_run.run())
        await app_run.opened.wait()
        if look.size is not None:
            app_run.window.resize(look.size)
        dialog = await SCENES[name](app_run)
        await asyncio.sleep(0.1)
        file.parent.mkdir(parents=True, exist_ok=True)
        grabbed(app_run.window, dialog).save(str(file))
        if QGuiApplication.mouseButtons():
            QTest.mouseRelease(app_run.window.page.view.viewport(), Qt.MouseButton.LeftButton)
        app_run.closing.set()
        await life
    app_run.window.deleteLater()
    folders.close()
    app.setFont(font)
    print(file)


async def take_all(app: QApplication, arguments: Sequence[str]) -> None:
    """Those that were asked for."""
    if not arguments:
        for name in ("mixed", "finished"):
            await take(app, name, README / f"{name}.png")
        await take(app, "mixed", README / "mixed_zh_CN.png", LOOKS["zh_CN"])
        return
    folder = Path(arguments[0])
    looks = os.environ.get("MOUNTSEA_LOOKS", "").split() or LOOKS
    for name in arguments[1:] or SCENES:
        for look in looks:
            await take(app, name, folder / f"{name}_{look}.png", LOOKS[look])


def main() -> None:
    """Take the pictures."""
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"  # nobody's own is touched
    with tempfile.TemporaryDirectory() as folder:
        screens = Path(folder, "screens.json")
        screens.write_text(json.dumps({"screens": [SCREEN]}))
        os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={screens}")
        app = QApplication(["mountsea-desktop"])
    app.setQuitOnLastWindowClosed(False)
    app.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    with asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app)) as runner:
        runner.run(take_all(app, sys.argv[1:]))


if __name__ == "__main__":
    main()
