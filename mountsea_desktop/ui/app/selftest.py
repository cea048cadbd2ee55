"""Whether an installed copy has what it needs: one line for each thing, also for people on the telephone."""

import asyncio
import os
import platform
import ssl
import struct
from collections.abc import Callable
from pathlib import Path

import truststore
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from mountsea_desktop import PROGRAM
from mountsea_desktop.clients import Clients
from mountsea_desktop.connections import script_runner
from mountsea_desktop.hosting.errors import StorageError
from mountsea_desktop.network.pac import PacError, PacWorker
from mountsea_desktop.network.proxy import NoLogins
from mountsea_desktop.practice.storage import PRACTICE_BUCKET
from mountsea_desktop.runtime import core_dumps
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.sound.apart import decode_apart
from mountsea_desktop.sound.decode import SoundError
from mountsea_desktop.storage import administrator, portable
from mountsea_desktop.storage.folders import Folders, FoldersError
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretStore
from mountsea_desktop.ui import words
from mountsea_desktop.ui.app import screen
from mountsea_desktop.ui.dialogs.about import versions
from mountsea_desktop.ui.language import LANGUAGES, Language
from mountsea_desktop.workflow.problem import Problem

Check = Callable[[QApplication, Path | None], str]

PROXY_SCRIPT = "function FindProxyForURL(url, host) { return isPlainHostName(host) ? 'no' : 'DIRECT'; }"
"""Run the way that a company's own script is: by this copy, started once more."""


HEARD_ON = frozenset({"x86_64", "amd64", "arm64"})
"""The kinds of computer for which there is a library that plays songs; see pyproject.toml."""
SILENCE = struct.pack(
    "<4sI4s4sIHHIIHH4sI100x", b"RIFF", 136, b"WAVE", b"fmt ", 16, 1, 1, 44100, 88200, 2, 16, b"data", 100
)
"""A song of fifty samples."""


class LackingError(Exception):
    """Something is not there; the text says what."""


def selftest(profile: Path | None = None) -> int:
    """Check everything, print a line each, and return the exit status: 1 if anything is missing."""
    if screen.is_missing(os.environ):
        print(f"MISSING  window: {words.program.no_screen()}")  # noqa: T201 - the command's output
        return 1
    core_dumps.switch_off()
    app = QApplication.instance() or QApplication([PROGRAM])
    assert isinstance(app, QApplication)  # noqa: S101 - nothing else is ever made
    missing = 0
    for name, check in CHECKS.items():
        try:
            print(f"ok       {name}: {check(app, profile)}")  # noqa: T201 - the command's output
        except LackingError as lack:
            missing += 1
            print(f"MISSING  {name}: {lack}")  # noqa: T201 - the command's output
    return 1 if missing else 0


def _window(app: QApplication, _profile: Path | None) -> str:
    screens = len(app.screens())
    if not screens:
        raise LackingError("no screen")
    return f"Qt platform {app.platformName()}"


def _certificates(_app: QApplication, _profile: Path | None) -> str:
    try:
        truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        roots = ssl.create_default_context().cert_store_stats()["x509_ca"]
    except OSError as error:
        raise LackingError(str(error)) from error
    paths = ssl.get_default_verify_paths()
    # A folder of certificates is read only when one is needed, so its files count, too.
    folder = Path(paths.capath) if paths.capath else None
    if not roots and not (folder is not None and any(folder.glob("*.0"))):
        raise LackingError(words.program.no_roots())
    return f"the operating system's ({paths.cafile or paths.capath or 'its own store'})"


def _keyring(_app: QApplication, _profile: Path | None) -> str:
    store = SecretStore("selftest")
    answer = asyncio.run(store.load())
    store.close()
    if answer not in {SecretAnswer.FOUND, SecretAnswer.ABSENT}:
        raise LackingError(words.account.store(answer))
    return store.keyring_name


def _proxy_scripts(_app: QApplication, _profile: Path | None) -> str:
    worker = PacWorker(script_runner(), patience=30.0)  # a computer that was just switched on is slow
    try:
        answer = worker.run(PROXY_SCRIPT, "https://selftest.invalid/")
    except PacError as error:
        raise LackingError(str(error)) from error
    finally:
        worker.close()
    if answer != "DIRECT":
        raise LackingError(answer)
    return "they run"


def _sound(_app: QApplication, _profile: Path | None) -> str:
    if platform.machine().lower() not in HEARD_ON:
        return "not on this kind of computer"
    try:
        decode_apart(SILENCE)
    except SoundError as error:
        raise LackingError(str(error)) from error
    return "songs can be decoded"


def _translations(app: QApplication, _profile: Path | None) -> str:
    language = Language()
    for name in LANGUAGES:
        language.use(name)
        if not language.complete:
            raise LackingError(f"no words in {name}")
    language.use("en")
    app.processEvents()
    return ", ".join(LANGUAGES)


def _fonts(_app: QApplication, _profile: Path | None) -> str:
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if not families:
        raise LackingError(words.program.no_chinese_font())
    return f"Chinese in {families[0]}"


def _versions(_app: QApplication, _profile: Path | None) -> str:
    return ", ".join(versions().splitlines())


def _folders(profile: Path | None) -> Folders:
    folder = profile or portable.data_folder()
    return Folders.usual() if folder is None else Folders.of_profile(folder)


def _folder(_app: QApplication, profile: Path | None) -> str:
    folders = _folders(profile)
    try:
        folders.prepare()
    except FoldersError as error:
        why = words.program.bad_folder(error.fault, str(error.path), chosen=profile is not None)
        raise LackingError(why) from error
    return str(folders.data_folder)


def _storage(_app: QApplication, profile: Path | None) -> str:
    """Addresses can be signed here; and what is put into the storage, where there is one, can be fetched."""
    folders = _folders(profile)
    layered = LayeredSettings(folders.settings_file, administrator.layers(), environ=os.environ)
    try:
        return asyncio.run(_try_storage(layered, folders.profile_id))
    except StorageError as error:
        raise LackingError(words.problems.describe(Problem.of_storage(error))) from error


async def _try_storage(layered: LayeredSettings, profile_id: str) -> str:
    clients = Clients.of(layered.settings, layered.addresses(), lambda: None, NoLogins(), Clock())
    await (await clients.s3(PRACTICE_BUCKET)).address("selftest.wav")
    storage = SongStorage(layered.settings, profile_id, clients.s3)
    try:
        if not storage.is_set_up:
            return "none is set up; addresses can be signed"
        await storage.try_out(clients.checker.beginning)
        return storage.id
    finally:
        storage.close()
        await clients.close()


CHECKS: dict[str, Check] = {
    "window": _window,
    "fonts": _fonts,
    "certificates": _certificates,
    "password store": _keyring,
    "proxy scripts": _proxy_scripts,
    "sound": _sound,
    "translations": _translations,
    "folder": _folder,
    "storage": _storage,
    "versions": _versions,
}
