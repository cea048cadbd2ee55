"""One run of the window: one loop for Qt and asyncio, from the first picture to a clean end."""

import asyncio
import functools
import logging
import signal
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

from PySide6.QtWidgets import QApplication

from mountsea_desktop import PROGRAM, __version__
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.options import Options
from mountsea_desktop.program import Program
from mountsea_desktop.runtime.interrupt import interrupt
from mountsea_desktop.runtime.redaction import redact
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.log import Log
from mountsea_desktop.ui import words
from mountsea_desktop.ui.app import CANNOT_START
from mountsea_desktop.ui.app.application import Application
from mountsea_desktop.ui.app.autoplay import Autoplay
from mountsea_desktop.ui.app.loop import make_runner
from mountsea_desktop.ui.app.main_thread_gc import MainThreadGc
from mountsea_desktop.ui.app.opening import Opening
from mountsea_desktop.ui.app.single_instance import InstanceServer
from mountsea_desktop.ui.controller import WindowController
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.cannot_start import show_cannot_start
from mountsea_desktop.ui.events import EventBatcher
from mountsea_desktop.ui.preferences import Preferences
from mountsea_desktop.ui.system_name import system_name
from mountsea_desktop.workflow.events import Event
from mountsea_desktop.workflow.log_line import log_line
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import Problem

log = logging.getLogger(__name__)

WATCHED_PRACTICE = 2.0
"""How much faster than in earnest practice runs, for somebody who watches."""
UNWATCHED_PRACTICE = 20.0


class AppRun:
    """One run of the window, from showing it to having closed everything."""

    def __init__(
        self,
        app: QApplication,
        options: Options,
        folders: Folders,
        addresses: Addresses,
        *,
        opening: Opening | None = None,
        practice_speed: float | None = None,
    ) -> None:
        """`opening` has the window, where it is on screen already."""
        layered = LayeredSettings(folders.settings_file, language=options.language)
        opening = opening or Opening(app, options, addresses, layered)
        self._app = app
        self._options = options
        self._folders = folders
        self._addresses = addresses
        self._tasks = Tasks(self._unexpected)
        self._opening = opening
        self.window = opening.window
        self.preferences = Preferences(opening.settings, app, language=opening.language, theme=opening.theme)
        self.events = EventBatcher()
        self._collector = MainThreadGc()
        self._log = Log(folders.log_folder)
        self._log.secrets = self._secrets
        speed = practice_speed or (UNWATCHED_PRACTICE if options.autoplay else WATCHED_PRACTICE)
        self._speed = speed if options.demo else 1.0
        self.opened = asyncio.Event()
        """Set when everything is on screen that was kept."""
        self.closing = asyncio.Event()
        """Set when the person, or a test, wants the end."""
        self._signals: dict[int, Any] = {}
        """What was done at a signal before, where this run does it by itself."""
        self._status = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self.program: Program | None = None
        self.controller: WindowController | None = None

    async def run(self) -> int:
        """Show the window, open what was kept, and stay until the person closes it."""
        self._loop = asyncio.get_running_loop()
        self._loop.set_exception_handler(self._loop_error)
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        sys.unraisablehook = self._unraisable_hook
        server = InstanceServer(self._folders)
        self._collector.begin()
        try:
            self._show(server)
            await self.closing.wait()
        except Exception:
            log.exception("the window could not be opened")
            raise
        finally:
            server.close()
            await self._close()
            self._let_signals_go()
            sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
            self._collector.end()
        return self._status

    def _show(self, server: InstanceServer) -> None:
        log.info("%s %s on %s", PROGRAM, __version__, system_name())
        window = self.window
        server.raise_requested.connect(window.raise_it)
        window.closing.connect(self._close_soon)
        if isinstance(self._app, Application):
            self._app.quit_wanted.connect(self._close_soon)
        if not window.isVisible():
            self._opening.show()
        self._end_when_told()
        if self._opening.close_wanted or interrupt.is_wanted:
            self.closing.set()
        self._tasks.start(self._open(), "open")

    def _close_soon(self) -> None:
        """Close; a second request is carried out at once, whatever is being sent."""
        if self.controller is None or not self.controller.finish_sending(self.closing.set):
            self.closing.set()

    async def _open(self) -> None:
        try:
            self.program = await Program.open(
                folders=self._folders,
                addresses=self._addresses,
                practice=self._options.demo,
                speed=self._speed,
                parallel=self.preferences.settings.parallel_uploads,
                settings=self.preferences.settings,
                listener=self._on_event,
                tasks=self._tasks,
            )
            self.controller = WindowController(
                self.program, self.window, self.events, self.preferences, self._log
            )
            await self.controller.begin()
        except JournalError as error:
            problem = words.problems.explain(Problem(error.fault, details=error.details))
            self._status = CANNOT_START  # also when it is the window that is closed, and not the dialog
            await show_cannot_start(words.program.nothing_changed(problem.what, problem.todo))
            self.closing.set()
            return
        self.opened.set()
        if self._options.autoplay:
            say = functools.partial(print, flush=True)
            player = Autoplay(self.window, self.program.job, self.events, say)
            self._status = 1  # also where a line cannot be written: nobody is there to close the window
            try:
                self._status = await player.play(self._options.screenshot)
            finally:
                self.closing.set()

    async def _close(self) -> None:
        """Close at once: nothing here waits for the network or the keyring."""
        self.window.hide()
        if self.program is not None:
            await self.preferences.save(
                window=self.window.position(),
                song_columns=self.window.page.view.columns(),
                last_model=self.window.page.model_id,
                volume=self.window.page.player.volume.value(),
            )
        await self._tasks.stop()
        if self.controller is not None:
            self.controller.close()
            await self.controller.hearing.playback.close()
        if self.program is not None:
            await self.program.close()
        self.preferences.close()
        log.info("closed")
        self._log.close()

    def _end_when_told(self) -> None:
        """Close the window like a person does when the session ends, or on Ctrl+C in a terminal."""
        loop = asyncio.get_running_loop()

        def close(*_: object) -> None:
            loop.call_soon_threadsafe(self.closing.set)

        for number in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(number, self.closing.set)
            except NotImplementedError:  # on Windows the loop does not know of signals
                self._signals[number] = signal.signal(number, close)

    def _let_signals_go(self) -> None:
        for number, handler in self._signals.items():
            signal.signal(number, handler)

    def _on_event(self, event: Event) -> None:
        if line := log_line(event):
            log.info("%s", line)
        self.events.add(event)

    # What nobody expected

    def _unexpected(self, name: str, error: BaseException) -> None:
        """Show a report; the program goes on."""
        log.error("unexpected in %s", name, exc_info=error)
        if self.closing.is_set():
            return
        report = _report(name, error, self._secrets())
        from mountsea_desktop.ui.dialogs.report import ReportDialog  # noqa: PLC0415 - hopefully never needed

        if self.window.findChild(ReportDialog) is None:
            self._tasks.start(run_dialog(ReportDialog(self.window, report)), "report")

    def _secrets(self) -> tuple[str, ...]:
        if self.program is None:
            return ()
        token = self.program.tokens.current()
        return (
            ((token,) if token else ()) + self.program.logins.secrets() + self.program.song_storage.secrets()
        )

    def _loop_error(self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
        error, message = context.get("exception"), str(context.get("message", "loop"))
        if isinstance(error, BaseException):
            self._unexpected(message, error)
        else:
            log.error("unexpected in the loop: %s", message)

    def _hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self._from_anywhere("window", error)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self._from_anywhere(f"thread {args.thread.name if args.thread else ''}", args.exc_value)

    def _unraisable_hook(self, args: "sys.UnraisableHookArgs") -> None:
        if args.exc_value is not None:
            self._from_anywhere(args.err_msg or "an object's end", args.exc_value)

    def _from_anywhere(self, name: str, error: BaseException) -> None:
        """Report an error of any thread; the report is made on the one that paints."""
        if self._loop is not None and self._loop.is_running():
            self._loop.call_soon_threadsafe(self._unexpected, name, error)
        else:
            log.error("unexpected after the loop had ended", exc_info=error)


def go_on(
    app: QApplication, options: Options, folders: Folders, addresses: Addresses, opening: Opening
) -> int:
    """Bring a window to life that is on screen, and stay until it is closed; returns the exit status."""
    app_run = AppRun(app, options, folders, addresses, opening=opening)
    try:
        with make_runner(app) as runner:
            return runner.run(app_run.run())
    finally:
        opening.is_over = app_run.closing.is_set()


def _report(name: str, error: BaseException, secrets: tuple[str, ...]) -> str:
    """Return what a developer needs of an error, without secrets."""
    from mountsea_desktop.ui.dialogs.about import versions  # noqa: PLC0415 - reads package metadata

    trace = "".join(traceback.format_exception(error))
    return redact(f"{versions()}\n\n{name}\n{trace}", secrets)
