"""The check of the connection on the command line: one line for each step."""

import asyncio
import os
import sys

from PySide6.QtCore import QCoreApplication

from mountsea_desktop import PROGRAM
from mountsea_desktop.clients import Clients
from mountsea_desktop.connection_check import ConnectionCheck, StepOutcome
from mountsea_desktop.gateway.addresses import AddressError
from mountsea_desktop.options import Options
from mountsea_desktop.runtime import core_dumps
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.daemon_threads import use_daemon_threads
from mountsea_desktop.runtime.redaction import redact
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage import administrator
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.storage.proxy_logins import ProxyLogins
from mountsea_desktop.storage.secret_store import SecretStore, account_name
from mountsea_desktop.ui import words
from mountsea_desktop.ui.app.start import chosen_folders
from mountsea_desktop.ui.connection_report import PLAIN, line_of, origins_of
from mountsea_desktop.ui.language import Language


def check_connection(options: Options) -> int:
    """Walk the way, print a line for each step, and return the exit status: 1 if a step failed."""
    core_dumps.switch_off()
    app = QCoreApplication.instance() or QCoreApplication([PROGRAM])
    folders = chosen_folders(options)
    layered = LayeredSettings(
        folders.settings_file, administrator.layers(), environ=os.environ, language=options.language
    )
    language = Language()
    language.use(layered.settings.language)
    try:
        return asyncio.run(_check(folders, layered))
    except AddressError as error:
        _print(words.program.bad_address(error.variable, error.value))
        return 1
    finally:
        language.leave()
        folders.close()
        del app


async def _check(folders: Folders, layered: LayeredSettings) -> int:
    use_daemon_threads()
    addresses = layered.addresses()
    tokens = SecretStore(account_name((addresses.api, addresses.credits), folders.profile_id))
    logins = ProxyLogins(folders.profile_id)
    clients = Clients.of(layered.settings, addresses, tokens.current, logins, Clock())
    song_storage = SongStorage(layered.settings, folders.profile_id, clients.s3)
    check = ConnectionCheck(
        layered.resolved,
        layered.settings,
        folders,
        addresses,
        clients.connections,
        clients.gateway,
        tokens.current,
        logins,
        storage=song_storage,
        fetch=clients.checker.beginning,
    )
    failed = False
    try:
        await tokens.load()
        async for step in check.steps():
            failed |= step.outcome is StepOutcome.FAILED
            secrets = ((tokens.current() or ""), *logins.secrets(), *song_storage.secrets())
            _print(redact(line_of(step, _mark(step.outcome)), secrets))
        for line in origins_of(layered.resolved, layered.settings):
            _print(f"  {line}")
    finally:
        await clients.close()
        logins.close()
        song_storage.close()
        tokens.close()
    return 1 if failed else 0


def _mark(outcome: StepOutcome) -> str:
    """Return a tick or a cross, where they can be written."""
    mark = words.check.mark(outcome)
    try:
        mark.encode(getattr(sys.stdout, "encoding", None) or "ascii")
    except UnicodeEncodeError:
        return PLAIN[outcome].strip()
    return mark


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201 - the command's output
