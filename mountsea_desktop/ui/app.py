"""Starting the window: what has to be in order first, and what is said when it is not."""

import asyncio
import os
import sys
from collections.abc import Callable

import qasync
from PySide6.QtWidgets import QApplication

from mountsea_desktop import PROGRAM, __version__
from mountsea_desktop.gateway.addresses import AddressError, Addresses
from mountsea_desktop.options import Options
from mountsea_desktop.storage.places import Places, PlacesError
from mountsea_desktop.storage.profile_lock import ProfileInUseError, ProfileLock
from mountsea_desktop.ui import qt_log, screen, words
from mountsea_desktop.ui.language import Language
from mountsea_desktop.ui.session import (
    CANNOT_START,
    UNWATCHED_PRACTICE,
    WATCHED_PRACTICE,
    Session,
    tell_why,
)
from mountsea_desktop.ui.single import raise_other
from mountsea_desktop.ui.theme.icons import app_icon
from mountsea_desktop.ui.theme.theme import Theme


def run(options: Options) -> int:
    """Open the window and stay until it is closed; returns the exit status."""
    if screen.is_missing(os.environ):
        print(words.program.no_screen(), file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return CANNOT_START
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
    except OSError:
        return _stop(app, options, words.program.bad_profile, str(places.data_folder))
    except ProfileInUseError:
        if raise_other(places):
            return 0
        return _stop(app, options, words.program.still_running_elsewhere)
    try:
        with _runner(app) as runner:
            speed = UNWATCHED_PRACTICE if options.autoplay else WATCHED_PRACTICE
            session = Session(app, options, places, addresses, practice_speed=speed)
            return runner.run(session.live())
    finally:
        lock.release()
        places.close()


def _application() -> QApplication:
    qt_log.listen()
    app = QApplication([PROGRAM])
    app.setApplicationName(PROGRAM.replace("-", "_"))  # part of a name on the bus, where no hyphen may be
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


def _stop(app: QApplication, options: Options, say: Callable[..., str], *facts: str) -> int:
    """Say why the program cannot start: in a window and, for those who have one, on the console."""
    language, theme = Language(), Theme()
    language.use(options.language)
    theme.apply(app)
    with _runner(app) as runner:
        runner.run(tell_why(say(*facts)))
    return CANNOT_START
