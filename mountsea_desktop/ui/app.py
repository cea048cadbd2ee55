"""The life of the window: one loop for Qt and asyncio, from the first picture to a clean end."""

import asyncio
import os
import sys
import traceback
from collections.abc import Callable
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING

import qasync
from PySide6.QtWidgets import QApplication

from mountsea_desktop import PROGRAM, __version__
from mountsea_desktop.gateway.addresses import AddressError, Addresses
from mountsea_desktop.gateway.redaction import redact
from mountsea_desktop.options import Options
from mountsea_desktop.storage.background import Background
from mountsea_desktop.storage.places import Places, PlacesError
from mountsea_desktop.storage.profile_lock import ProfileInUseError, ProfileLock
from mountsea_desktop.ui import words
from mountsea_desktop.ui.changes import Changes
from mountsea_desktop.ui.dialogs.base import shown
from mountsea_desktop.ui.dialogs.stop_box import StopBox
from mountsea_desktop.ui.language import Language
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.single import Bell, raise_other
from mountsea_desktop.ui.theme.icons import app_icon
from mountsea_desktop.ui.theme.theme import Theme
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.tasks import Tasks

if TYPE_CHECKING:
    from mountsea_desktop.program import Program
    from mountsea_desktop.ui.desk import Desk

CANNOT_START = 2
"""Exit status when something outside the program has to be put right first."""


def run(options: Options) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    app = _application()
    places = Places.temporary() if options.demo else _chosen_places(options)
    try:
        addresses = Addresses() if options.demo else Addresses.from_environment(os.environ)
        places.prepare()
        lock = ProfileLock.take(places.data_folder)
    except AddressError as error:
        return _stop(app, options, words.program.bad_address, error.variable, error.value)
    except PlacesError as error:
        return _stop(app, options, words.program.bad_profile, str(error.path))
    except ProfileInUseError:
        if raise_other(places):
            return 0
        return _stop(app, options, words.program.still_running_elsewhere)
    try:
        with _runner(app) as runner:
            return runner.run(Session(app, options, places, addresses).live())
    finally:
        lock.release()
        places.close()


def _application() -> QApplication:
    app = QApplication([PROGRAM])
    app.setApplicationName(PROGRAM)
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(PROGRAM)
    # Closing the last window would end the loop under running tasks: the end comes from `Session.live`.
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    return app


def _runner(app: QApplication) -> asyncio.Runner:
    return asyncio.Runner(loop_factory=lambda: qasync.QEventLoop(app))


def _chosen_places(options: Options) -> Places:
    return Places.usual() if options.profile is None else Places.of_profile(options.profile)


class Session:
    """One run of the window, from showing it to having closed everything."""

    def __init__(self, app: QApplication, options: Options, places: Places, addresses: Addresses) -> None:
        self._app = app
        self._options = options
        self._places = places
        self._addresses = addresses
        self._tasks = Tasks(self._unexpected)
        self._preferences = Preferences(places.settings_file, app, language=options.language)
        self._changes = Changes()
        self._closing = asyncio.Event()
        self._status = 0
        self._program: Program | None = None
        self._desk: Desk | None = None
        self._window = MainWindow(self._preferences.theme.icons, ViewState(), practice=options.demo)

    async def live(self) -> int:
        """Show the window, open what was kept, and stay until the person closes it."""
        asyncio.get_running_loop().set_exception_handler(self._loop_error)
        sys.excepthook = self._hook
        window, settings = self._window, self._preferences.settings
        bell = Bell(self._places)
        bell.rang.connect(window.raise_it)
        window.closing.connect(self._closing.set)
        window.place(settings.geometry)
        window.show()
        self._tasks.start(self._open(), "open")
        try:
            await self._closing.wait()
        finally:
            bell.close()
            await self._close()
        return self._status

    async def _open(self) -> None:
        importer = Background("imports")
        try:
            # The network and keyring libraries take as long to load as the window: they come after it.
            await importer.run(import_module, "mountsea_desktop.ui.desk")
        finally:
            importer.close()
        from mountsea_desktop.program import UNWATCHED_PRACTICE, WATCHED_PRACTICE, Program  # noqa: PLC0415
        from mountsea_desktop.ui.desk import Desk  # noqa: PLC0415 - see above

        speed = 1.0
        if self._options.demo:
            speed = UNWATCHED_PRACTICE if self._options.autoplay else WATCHED_PRACTICE
        try:
            self._program = await Program.open(
                places=self._places,
                addresses=self._addresses,
                practice=self._options.demo,
                speed=speed,
                parallel=self._preferences.settings.parallel_uploads,
                tell=self._changes.tell,
                tasks=self._tasks,
            )
        except JournalError as error:
            problem = words.problems.explain(Problem(error.trouble, details=error.details))
            text = words.program.journal_unusable(problem.what, problem.todo)
            await _tell_why(text)
            self._status = CANNOT_START
            self._closing.set()
            return
        self._desk = Desk(self._program, self._window, self._changes, self._preferences)
        await self._desk.begin()
        if self._options.autoplay:
            from mountsea_desktop.ui.autoplay import Autoplay  # noqa: PLC0415 - for practice only

            player = Autoplay(self._window, self._changes, lambda line: print(line, flush=True))  # noqa: T201
            self._status = await player.play(self._options.screenshot)
            self._closing.set()

    async def _close(self) -> None:
        """At once: nothing here waits for the network or the keyring."""
        self._window.hide()
        if self._program is not None:
            await self._preferences.save(
                geometry=bytes(self._window.saveGeometry().data()),
                last_model=self._window.page.model_id,
            )
        await self._tasks.stop()
        if self._desk is not None:
            self._desk.close()
        if self._program is not None:
            await self._program.close()
        self._preferences.close()

    # What nobody expected

    def _unexpected(self, name: str, error: BaseException) -> None:
        """Show a report; the program goes on."""
        if self._closing.is_set():
            return
        report = _report(name, error, self._secrets())
        from mountsea_desktop.ui.dialogs.report_box import ReportBox  # noqa: PLC0415 - hopefully never needed

        if self._window.findChild(ReportBox) is None:
            self._tasks.start(shown(ReportBox(self._window, report)), "report")

    def _secrets(self) -> tuple[str, ...]:
        token = self._program.tokens.current() if self._program is not None else None
        return (token,) if token else ()

    def _loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._unexpected(str(context.get("message", "loop")), error)

    def _hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._unexpected("window", error)


def _report(name: str, error: BaseException, secrets: tuple[str, ...]) -> str:
    """What a developer needs of an error, without secrets."""
    from mountsea_desktop.ui.dialogs.about_box import versions  # noqa: PLC0415 - reads package metadata

    trace = "".join(traceback.format_exception(error))
    return redact(f"{versions()}\n\n{name}\n{trace}", secrets)


def _stop(app: QApplication, options: Options, say: Callable[..., str], *facts: str) -> int:
    """Say why the program cannot start: in a window and, for those who have one, on the console."""
    language, theme = Language(), Theme()
    language.use(options.language)
    theme.apply(app)
    with _runner(app) as runner:
        runner.run(_tell_why(say(*facts)))
    return CANNOT_START


async def _tell_why(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    await shown(StopBox(text))
