"""Whether an installed copy has what it needs: one line for each thing, also for people on the telephone."""

import asyncio
import ssl
from collections.abc import Callable

import truststore
from PySide6.QtWidgets import QApplication

from mountsea_desktop import PROGRAM
from mountsea_desktop.storage.places import Places, PlacesError
from mountsea_desktop.storage.token_store import TokenAnswer, TokenStore
from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import LANGUAGES, Language

Check = Callable[[QApplication], str]


class LackingError(Exception):
    """Something is not there; the text says what."""


def selftest() -> int:
    """Check everything, print a line each, and return the exit status: 1 if anything is missing."""
    app = QApplication.instance() or QApplication([PROGRAM])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else is ever made
    missing = 0
    for name, check in CHECKS.items():
        try:
            print(f"ok       {name}: {check(app)}")  # noqa: T201 - the command's output
        except LackingError as lack:
            missing += 1
            print(f"MISSING  {name}: {lack}")  # noqa: T201 - the command's output
    return 1 if missing else 0


def _window(app: QApplication) -> str:
    screens = len(app.screens())
    if not screens:
        raise LackingError("no screen")
    return f"Qt platform {app.platformName()}"


def _certificates(_app: QApplication) -> str:
    try:
        truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    except OSError as error:
        raise LackingError(str(error)) from error
    paths = ssl.get_default_verify_paths()
    return f"the operating system's ({paths.cafile or paths.capath or 'its own store'})"


def _keyring(_app: QApplication) -> str:
    store = TokenStore("selftest")
    answer = asyncio.run(store.load())
    store.close()
    if answer not in {TokenAnswer.FOUND, TokenAnswer.ABSENT}:
        raise LackingError(words.account.store(answer))
    return store.keyring_name


def _translations(app: QApplication) -> str:
    language = Language()
    for name in LANGUAGES:
        language.use(name)
        if not language.complete:
            raise LackingError(f"no words in {name}")
    language.use("en")
    app.processEvents()
    return ", ".join(LANGUAGES)


def _folder(_app: QApplication) -> str:
    places = Places.usual()
    try:
        places.prepare()
    except PlacesError as error:
        raise LackingError(words.program.bad_profile(str(error.path))) from error
    return str(places.data_folder)


CHECKS: dict[str, Check] = {
    "window": _window,
    "certificates": _certificates,
    "password store": _keyring,
    "translations": _translations,
    "folder": _folder,
}
