"""The whole window in the test's own process, pressed as a person presses it; and songs for its parts."""

import asyncio
import gc
import itertools
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.options import Options
from mountsea_desktop.program import Program
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.ui.app.run import AppRun
from mountsea_desktop.ui.controller import WindowController
from mountsea_desktop.ui.custom_models.page import ModelPage
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.theme.theme import Theme
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.fault_gateway import FaultGateway

SPEED = 100.0
_runs = itertools.count()
B = TypeVar("B", bound=QDialog)


async def until(true: Callable[[], object], what: str = "", *, seconds: float = 30.0) -> None:
    """Wait until something is on screen."""
    try:
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - what is on screen has no event; a person looks again, too
                await asyncio.sleep(0.005)
    except TimeoutError:
        raise AssertionError(f"it never came to this: {what or true}") from None


def press(button: QAbstractButton) -> None:
    """Press with the mouse, if a person could."""
    assert button.isVisible(), f"{button.text()!r} cannot be seen"
    assert button.isEnabled(), f"{button.text()!r} cannot be pressed"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def bury() -> None:
    """Delete for good what was to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def clear_away(app: QApplication) -> None:
    """Delete whatever a test left on screen, and take its look off.

    What is left over would be dressed anew with each window to come, and a window that is built while a style
    sheet is in force takes five times as long.
    """
    for left in (*app.topLevelWidgets(), *app.findChildren(Theme)):
        left.deleteLater()
    bury()
    app.setStyleSheet("")


class Run:
    """One run of the program, open on screen."""

    def __init__(self, app_run: AppRun, life: "asyncio.Task[int]") -> None:
        self.app_run = app_run
        self._life = life

    @property
    def window(self) -> MainWindow:
        return self.app_run.window

    @property
    def page(self) -> ModelPage:
        return self.app_run.window.page

    @property
    def program(self) -> Program:
        assert self.app_run.program is not None
        return self.app_run.program

    @property
    def controller(self) -> WindowController:
        assert self.app_run.controller is not None
        return self.app_run.controller

    def songs(self) -> list[Song]:
        return self.page.table.songs()

    def count(self, *states: SongState) -> int:
        return sum(song.state in states for song in self.songs())

    async def dialog(self, kind: type[B]) -> B:
        """The dialog of this kind, once it is on screen."""
        await until(
            lambda: any(dialog.isVisible() for dialog in self.window.findChildren(kind)), kind.__name__
        )
        return next(dialog for dialog in self.window.findChildren(kind) if dialog.isVisible())

    async def closed(self, dialog: QDialog) -> None:
        """Wait until a dialog is gone, with all that followed from closing it at once."""
        gone = asyncio.Event()
        dialog.destroyed.connect(gone.set)
        async with asyncio.timeout(10):
            await gone.wait()

    async def add(self, *links: str) -> None:
        """Add links as if pasted into the window."""
        before = len(self.songs())
        self.window.pasted.emit("\n".join(links))
        await until(lambda: len(self.songs()) == before + len(links), "the rows")

    async def confirming(self) -> ConfirmDialog:
        """Ask for the model, and agree to what is asked then, but for spending."""
        press(self.page.bar.button)
        dialog = await self.dialog(ConfirmDialog)
        dialog.rights.click()
        await until(dialog.spend.isEnabled, "the balance")
        return dialog

    async def spend(self) -> None:
        """Ask for the model and spend its price."""
        press((await self.confirming()).spend)

    async def close(self) -> tuple[int, float]:
        """Close the window, at once whatever is being sent; the exit status, and how many seconds it took."""
        began = time.perf_counter()
        self.window.close()
        if not self.app_run.closing.is_set():
            self.window.close()  # a second request ends the waiting for an answer
        async with asyncio.timeout(10):
            status = await self._life
        return status, time.perf_counter() - began


@asynccontextmanager
async def running(
    app: QApplication,
    folders: Folders,
    *,
    addresses: Addresses | None = None,
    options: Options | None = None,
    speed: float = SPEED,
    wait: bool = True,
) -> AsyncIterator[Run]:
    """The program with its window; in practice unless addresses are given. Nothing unexpected may happen."""
    # Here: the loop of an earlier test must not be found in the thread of this one's journal. Where the
    # collector is off nobody finds it, and what piles up is collected now and then: each time takes 70 ms.
    if gc.isenabled() or next(_runs) % 10 == 9:
        gc.collect()
    app.setQuitOnLastWindowClosed(False)
    app.setDoubleClickInterval(0)  # no two presses of a test are one double click
    folders.prepare()
    chosen = options or Options(demo=addresses is None, language="en")
    app_run = AppRun(app, chosen, folders, addresses or Addresses(), practice_speed=speed)
    app_run._speed = speed
    others = {task for task in asyncio.all_tasks() if _is_ours(task)}
    unexpected: list[tuple[str, BaseException]] = []
    app_run._tasks._on_error = lambda name, error: unexpected.append((name, error))
    life = asyncio.get_running_loop().create_task(app_run.run())
    run = Run(app_run, life)
    try:
        if wait:
            await until(lambda: app_run.opened.is_set() or unexpected or life.done(), "the open program")
            assert not unexpected, unexpected
        yield run
    finally:
        app_run.closing.set()
        await life
        preferences = app_run.preferences
        preferences.language.use("en")
        # Here and now, for the same reason.
        for ours in (app_run.window, app_run.events, preferences.language, preferences.theme, preferences):
            ours.deleteLater()
        bury() if others else clear_away(app)
    assert not unexpected
    assert len(app_run._tasks) == 0
    assert others or not [task for task in asyncio.all_tasks() if _is_ours(task)]


def _is_ours(task: "asyncio.Task[Any]") -> bool:
    code = getattr(task.get_coro(), "cr_code", None)
    return "mountsea_desktop" in getattr(code, "co_filename", "")


def at(gateway: FaultGateway) -> Addresses:
    """Both addresses of a gateway of the test's."""
    return Addresses(gateway.url, gateway.url)


def profile(folder: Path) -> Folders:
    """A profile of its own, which outlives the run."""
    return Folders.of_profile(folder / "profile")


def themed(app: QApplication) -> Theme:
    """The program's look, for parts that are shown without the program."""
    theme = Theme(app)
    theme.apply(app)
    return theme


def song(state: SongState = SongState.READY, *, number: int = 1, **changes: Any) -> Song:
    """A song for a row."""
    link = f"https://host.example/{number}.mp3"
    values: dict[str, Any] = {
        "id": f"song{number}", "model_id": "model1", "position": number, "link": link, "pasted": link,
        "title": f"Song {number}", "state": state, "since": 1_000.0,
    }  # fmt: skip
    return Song(**{**values, **changes})


def six(state: SongState = SongState.READY) -> list[Song]:
    """Six songs in one state."""
    clips = "abcdef" if state is SongState.UPLOADED else [""] * 6
    return [song(state, number=number, clip_id=clip) for number, clip in enumerate(clips, start=1)]


def model(outcome: Outcome | None = None, *, number: int = 1, **changes: Any) -> Model:
    """A model, with an attempt if there is an outcome; `attempt_…` changes it."""
    attempt = {
        name.removeprefix("attempt_"): changes.pop(name) for name in list(changes) if "attempt_" in name
    }
    values: dict[str, Any] = {"id": f"model{number}", "name": f"Model {number}", "created_at": float(number)}
    if outcome is not None:
        about: dict[str, Any] = {
            "id": "attempt1", "model_id": values["id"], "confirmed_at": 900.0, "outcome": outcome,
            "since": 1_000.0, "name": values["name"], "clip_ids": tuple("abcdef"),
        }  # fmt: skip
        values["attempt"] = CreateAttempt(**{**about, **attempt})
    return Model(**{**values, **changes})
