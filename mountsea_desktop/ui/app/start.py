"""Starting the window: what has to be in order first, and what is said when it is not."""

import contextlib
import logging
import os
import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.addresses import AddressError, Addresses
from mountsea_desktop.options import Options
from mountsea_desktop.runtime import core_dumps
from mountsea_desktop.runtime.interrupt import interrupt
from mountsea_desktop.storage import administrator, portable
from mountsea_desktop.storage.folders import Folders, FoldersError, FoldersFault
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.profile_lock import NoLocksError, ProfileInUseError, ProfileLock
from mountsea_desktop.ui import words
from mountsea_desktop.ui.app import CANNOT_START, screen
from mountsea_desktop.ui.app.application import make_application
from mountsea_desktop.ui.app.opening import Opening
from mountsea_desktop.ui.language import Language
from mountsea_desktop.ui.theme.theme import Theme

log = logging.getLogger(__name__)

INTERRUPTED = 130
"""Exit status after Ctrl+C, as shells have it."""


def run(options: Options) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    core_dumps.switch_off()
    if screen.is_missing(os.environ):
        print(words.program.no_screen(), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return CANNOT_START
    app = make_application()
    opening: Opening | None = None
    try:
        with contextlib.ExitStack() as ends:
            folders = chosen_folders(options)
            ends.callback(folders.close)
            _keep_qt_settings_in_profile(folders)
            settings = LayeredSettings(
                folders.settings_file, administrator.layers(), environ=os.environ, language=options.language
            )
            addresses = Addresses() if options.demo else settings.addresses()
            lock = _lock(folders)
            if lock is None:
                return 0
            ends.callback(lock.release)
            folders.prepare()
            _heed_interrupt()
            try:
                opening = Opening(app, options, addresses, settings)
                ends.callback(opening.window.hide)  # behind a box that says why it goes no further
                opening.show()
                opening.load()
            except Exception as error:
                _log_failure(folders, error)
                raise
            from mountsea_desktop.ui.app.run import go_on  # noqa: PLC0415 - it was loaded behind the window

            return go_on(app, options, folders, addresses, opening)
    except AddressError as error:
        say = partial(words.program.bad_address, error.variable, error.value)
    except FoldersError as error:
        chosen = options.profile is not None and not options.demo
        say = partial(words.program.bad_folder, error.fault, str(error.path), chosen=chosen)
    except ProfileInUseError:
        say = partial(words.program.still_running_elsewhere)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if opening is not None and opening.is_over:
            raise
        say = partial(words.program.broken, _summary(error))
    return _stop(app, options, say)


def _heed_interrupt() -> None:
    """End here where Ctrl+C was pressed; later it is `AppRun` that closes what was begun."""
    if interrupt.is_wanted:
        raise KeyboardInterrupt


def _lock(folders: Folders) -> ProfileLock | None:
    """Return the profile's lock, or None when the program that has it came to the front.

    Before anything is written: where a disk is full, a second start still has to raise the window. Raises
    `ProfileInUseError` and `FoldersError`.
    """
    try:
        return _take(folders)
    except NoLocksError as error:
        raise FoldersError(FoldersFault.NO_LOCKS, folders.data_folder, str(error)) from error


def _take(folders: Folders) -> ProfileLock | None:
    try:
        return ProfileLock.take(folders.data_folder)
    except ProfileInUseError:
        from mountsea_desktop.ui.app.single_instance import raise_other  # noqa: PLC0415 - mostly not needed

        if raise_other(folders):
            return None
        return ProfileLock.take(folders.data_folder)  # it may have ended just then
    except OSError:
        folders.prepare()  # a first start, mostly; else it says what is wrong
    try:
        return ProfileLock.take(folders.data_folder)
    except OSError as error:
        raise FoldersError(FoldersFault.UNWRITABLE, folders.data_folder, str(error)) from error


def _log_failure(folders: Folders, error: Exception) -> None:
    """Keep an error from before there is a log."""
    from mountsea_desktop.storage.log import Log  # noqa: PLC0415 - mostly not needed so early

    kept = Log(folders.log_folder)
    log.error("the window could not be opened", exc_info=error)
    kept.close()


def _summary(error: Exception) -> str:
    """Return what a developer needs of an error, in a line and without secrets."""
    from mountsea_desktop.runtime.redaction import redact  # noqa: PLC0415 - mostly not needed

    frame = traceback.extract_tb(error.__traceback__)[-1]
    return redact(f"{type(error).__name__}: {error} ({Path(frame.filename).name}, {frame.lineno})")


def chosen_folders(options: Options) -> Folders:
    """Return where everything is kept in this run. Raises `FoldersError`."""
    if options.demo:
        return Folders.temporary()
    folder = options.profile or portable.data_folder()
    return Folders.usual() if folder is None else Folders.of_profile(folder)


def _keep_qt_settings_in_profile(folders: Folders) -> None:
    """Qt keeps what its own file dialog visited; it belongs to this run of this profile, and to nobody else.

    A later run begins without it: Qt reads it back without looking, and a wrong byte could end the program.
    """
    folder = folders.settings_file.parent
    with contextlib.suppress(OSError):
        (folder / "QtProject.conf").unlink()
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(folder))


def _stop(app: QApplication, options: Options, say: Callable[[], str]) -> int:
    """Say why the program cannot start: in a window and, for those who have one, on the console."""
    if interrupt.is_wanted:
        return INTERRUPTED
    from mountsea_desktop.ui.app.loop import make_runner  # noqa: PLC0415 - mostly not needed
    from mountsea_desktop.ui.dialogs.cannot_start import show_cannot_start  # noqa: PLC0415 - the same

    language, theme = Language(), Theme()
    language.use(options.language)
    theme.apply(app)
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is open any more that should be closed
    try:
        with make_runner(app) as runner:
            runner.run(show_cannot_start(say()))
    finally:
        signal.signal(signal.SIGINT, before)
    return CANNOT_START
