"""The way to Mountsea, step by step: what is in order, and the one thing that is not. Nothing of it costs."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from mountsea_desktop.connections import Connections
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.issuer import issuer_of
from mountsea_desktop.gateway.server_clock import is_wrong, server_date
from mountsea_desktop.hosting.errors import StorageError
from mountsea_desktop.network.certificates import CertificatesUnusableError
from mountsea_desktop.network.host import is_loopback
from mountsea_desktop.network.pac import PacError
from mountsea_desktop.network.proxy import Logins, NoLogins, host_port_of, signed_in
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage.folders import Folders, FoldersError
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretStore
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Resolved, SettingProblem
from mountsea_desktop.workflow.model import PRICE
from mountsea_desktop.workflow.problem import Problem

CERTIFICATES = frozenset({Fault.CERTIFICATE_UNTRUSTED, Fault.CERTIFICATE_INVALID})

LOOK_UP = 8.0
"""Seconds for the look-up of a name, after which it has failed."""


class StepName(StrEnum):
    """The steps, in the order in which they are gone."""

    SETTINGS = "settings"
    FOLDERS = "folders"
    KEYRING = "keyring"
    NAME = "name"
    PROXY = "proxy"
    SIGN_IN = "sign_in"
    CERTIFICATE = "certificate"
    CLOCK = "clock"
    GATEWAY = "gateway"
    TOKEN = "token"  # noqa: S105 - a name, not a secret
    CREDITS = "credits"
    STORAGE = "storage"


TO_ANYWHERE = frozenset(
    {StepName.NAME, StepName.PROXY, StepName.SIGN_IN, StepName.CERTIFICATE, StepName.CLOCK}
)
"""What stands before everything on the internet alike, and so before the storage, too."""


class StepOutcome(StrEnum):
    """How a step ended."""

    PASSED = "passed"
    FAILED = "failed"
    SKIPPED = "skipped"
    """It cannot be told, because of what failed before."""


class Finding(StrEnum):
    """What was found where no other list has a code for it."""

    FINE = "fine"
    NOT_NEEDED = "not_needed"
    """There is nothing of the kind, and nothing is missing."""
    UNKNOWN = "unknown"
    """It cannot be told here, and nothing depends on it."""
    NETWORK_DRIVE = "network_drive"
    NETWORK_DRIVE_WITHOUT_LOCKS = "network_drive_without_locks"
    """One that does not tell other computers which of its files are in use."""
    WRONG_SETTINGS = "wrong_settings"
    NO_SCRIPT = "no_script"
    """The proxy script gives no answer."""
    NO_NAME = "no_name"
    BAD_CA_FILE = "bad_ca_file"
    WRONG_CLOCK = "wrong_clock"
    NO_TOKEN = "no_token"  # noqa: S105 - a code, not a secret
    FEW_CREDITS = "few_credits"


@dataclass(frozen=True, slots=True)
class CheckStep:
    """One step, as far as it was gone. None of it is secret."""

    name: StepName
    outcome: StepOutcome
    found: Finding | SecretAnswer | str = Finding.FINE
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the sentence needs: `host`, `proxy`, `issuer`, `path`, `balance`, `keyring`, `date`, `drive`."""
    problem: Problem | None = None
    """What the gateway's client says of it, where that is what failed."""
    settings: tuple[SettingProblem, ...] = ()
    details: str = ""
    """Raw text for those who ask."""


@dataclass(slots=True)
class ConnectionCheck:
    """Everything that is looked at. Closed by whoever made its parts."""

    resolved: Resolved
    settings: Settings
    folders: Folders
    addresses: Addresses
    connections: Connections
    gateway: GatewayClient
    token: Callable[[], str | None]
    logins: Logins = field(default_factory=NoLogins)
    storage: SongStorage | None = None
    fetch: Callable[[str], Awaitable[bytes]] | None = None
    """Gets what is behind an address, as anybody would."""
    probe: Callable[[], SecretStore] = lambda: SecretStore("connection check")
    """A keyring entry that nobody has, to see whether the keyring answers."""
    _keyring_answers: bool = field(default=True, init=False)

    async def steps(self) -> AsyncIterator[CheckStep]:
        """Yield each step as soon as it was gone."""
        yield self._check_settings()
        yield await self._check_folders()
        yield await self._check_keyring()
        is_way_open = True
        async for step in self._go():
            is_way_open &= step.outcome is not StepOutcome.FAILED or step.name not in TO_ANYWHERE
            yield step
        yield await self._check_storage(is_way_open=is_way_open)

    def _check_settings(self) -> CheckStep:
        problems = self.resolved.problems
        if problems:
            return CheckStep(StepName.SETTINGS, StepOutcome.FAILED, Finding.WRONG_SETTINGS, settings=problems)
        return CheckStep(StepName.SETTINGS, StepOutcome.PASSED)

    async def _check_folders(self) -> CheckStep:
        try:
            await run_in_daemon_thread(self.folders.prepare)
        except FoldersError as error:
            facts = {"path": str(error.path)}
            return CheckStep(StepName.FOLDERS, StepOutcome.FAILED, error.fault, facts, details=error.details)
        drive = self.folders.drive
        facts = {"path": str(self.folders.data_folder)}
        if not drive.is_network:
            return CheckStep(StepName.FOLDERS, StepOutcome.PASSED, facts=facts)
        found = Finding.NETWORK_DRIVE if drive.locks_are_shared else Finding.NETWORK_DRIVE_WITHOUT_LOCKS
        return CheckStep(StepName.FOLDERS, StepOutcome.PASSED, found, {**facts, "drive": drive.kind})

    async def _check_keyring(self) -> CheckStep:
        store = self.probe()
        try:
            answer = await store.load()
        finally:
            store.close()
        self._keyring_answers = answer in {SecretAnswer.FOUND, SecretAnswer.ABSENT}
        if self._keyring_answers:
            return CheckStep(StepName.KEYRING, StepOutcome.PASSED, facts={"keyring": store.keyring_name})
        return CheckStep(StepName.KEYRING, StepOutcome.FAILED, answer)

    # The way

    async def _go(self) -> AsyncIterator[CheckStep]:
        """From here to the balance; after the first thing that is wrong, the rest cannot be told."""
        left = list(StepName)[list(StepName).index(StepName.NAME) : list(StepName).index(StepName.STORAGE)]
        async for step in self._check_route():
            left.remove(step.name)
            yield step
        for name in left:
            yield CheckStep(name, StepOutcome.SKIPPED)

    async def _check_route(self) -> AsyncIterator[CheckStep]:
        address = self.addresses.api
        self.connections.proxies.forget()
        try:
            proxy = await run_in_daemon_thread(self.connections.proxies.proxy_for, address)
        except PacError as error:
            yield CheckStep(StepName.PROXY, StepOutcome.FAILED, Finding.NO_SCRIPT, details=str(error))
            return
        named = await _resolve(proxy or address)
        yield named
        if named.outcome is StepOutcome.FAILED:
            return
        reached = await self._reach()
        if reached is not None and reached.fault is Fault.PROXY:
            yield _failed(StepName.PROXY, reached, proxy)
            return
        yield CheckStep(StepName.PROXY, StepOutcome.PASSED, *_if_any(proxy))
        if reached is not None and reached.fault is Fault.PROXY_LOGIN:
            yield _failed(StepName.SIGN_IN, reached, proxy)
            return
        yield CheckStep(StepName.SIGN_IN, StepOutcome.PASSED, *_if_any(proxy))
        if reached is not None and reached.fault not in CERTIFICATES:
            yield _failed(StepName.GATEWAY, reached, proxy)
            return
        way = await signed_in(proxy, self.logins)
        clock = await _check_clock(address, way)
        yield clock
        if reached is not None:
            if clock.outcome is not StepOutcome.FAILED:
                yield await self._explain_distrust(reached, proxy)
            return
        if address.startswith("https:"):
            facts = {"issuer": await issuer_of(address, way)}
            yield CheckStep(StepName.CERTIFICATE, StepOutcome.PASSED, facts=facts)
        else:
            yield CheckStep(StepName.CERTIFICATE, StepOutcome.PASSED, Finding.NOT_NEEDED)
        async for step in self._ask(proxy):
            yield step

    async def _reach(self) -> GatewayError | None:
        try:
            await self.gateway.reach()
        except GatewayError as error:
            return error
        return None

    async def _explain_distrust(self, reached: GatewayError, proxy: str) -> CheckStep:
        try:
            await self.connections.trust.context()
        except CertificatesUnusableError as error:
            facts = {"path": self.settings.ca_file}
            return CheckStep(
                StepName.CERTIFICATE, StepOutcome.FAILED, Finding.BAD_CA_FILE, facts, details=str(error)
            )
        return _failed(StepName.CERTIFICATE, reached, proxy)

    async def _ask(self, proxy: str) -> AsyncIterator[CheckStep]:
        host = {"host": urlsplit(self.addresses.api).netloc}
        if not self.token():
            yield CheckStep(StepName.GATEWAY, StepOutcome.PASSED, facts=host)
            if self._keyring_answers:  # else nobody knows whether there is one
                yield CheckStep(StepName.TOKEN, StepOutcome.FAILED, Finding.NO_TOKEN)
            return
        try:
            balance = await self.gateway.credits()
        except GatewayError as error:
            if error.fault not in {Fault.TOKEN_REFUSED, Fault.NO_TOKEN, Fault.FORBIDDEN}:
                yield _failed(StepName.GATEWAY, error, proxy)
                return
            yield CheckStep(StepName.GATEWAY, StepOutcome.PASSED, facts=host)
            yield _failed(StepName.TOKEN, error, proxy)
            return
        yield CheckStep(StepName.GATEWAY, StepOutcome.PASSED, facts=host)
        yield CheckStep(StepName.TOKEN, StepOutcome.PASSED)
        facts = {"balance": f"{balance:g}"}
        if balance < PRICE:
            yield CheckStep(StepName.CREDITS, StepOutcome.FAILED, Finding.FEW_CREDITS, facts)
        else:
            yield CheckStep(StepName.CREDITS, StepOutcome.PASSED, facts=facts)

    async def _check_storage(self, *, is_way_open: bool) -> CheckStep:
        """Put a kilobyte there, get it as anybody would, take it out."""
        if self.storage is None or self.fetch is None or not self.storage.is_set_up:
            return CheckStep(StepName.STORAGE, StepOutcome.PASSED, Finding.NOT_NEEDED)
        is_secret_lacking = self.storage.needs_secret and not self.storage.secrets()
        if not is_way_open or (is_secret_lacking and not self._keyring_answers):
            return CheckStep(StepName.STORAGE, StepOutcome.SKIPPED)
        facts = {"path": self.storage.id}
        try:
            await self.storage.try_out(self.fetch)
        except StorageError as error:
            return CheckStep(
                StepName.STORAGE,
                StepOutcome.FAILED,
                error.fault,
                facts,
                problem=Problem.of_storage(error),
                details=error.details,
            )
        return CheckStep(StepName.STORAGE, StepOutcome.PASSED, facts=facts)


def _if_any(proxy: str) -> tuple[Finding, Mapping[str, str]]:
    return (Finding.FINE, {"proxy": host_port_of(proxy)}) if proxy else (Finding.NOT_NEEDED, {})


def _failed(name: StepName, error: GatewayError, proxy: str) -> CheckStep:
    facts = {"proxy": host_port_of(proxy)} if proxy else {}
    return CheckStep(
        name, StepOutcome.FAILED, error.fault, facts, problem=Problem.from_error(error), details=error.details
    )


async def _check_clock(address: str, proxy: str) -> CheckStep:
    date = await server_date(address, proxy)
    if date is None:
        return CheckStep(StepName.CLOCK, StepOutcome.PASSED, Finding.UNKNOWN)
    if is_wrong(date):
        return CheckStep(StepName.CLOCK, StepOutcome.FAILED, Finding.WRONG_CLOCK, {"date": date.isoformat()})
    return CheckStep(StepName.CLOCK, StepOutcome.PASSED)


async def _resolve(address: str) -> CheckStep:
    """Return the name of the first computer on the way: a proxy looks up the others itself."""
    host = urlsplit(address).hostname or ""
    facts = {"host": host}
    try:
        async with asyncio.timeout(LOOK_UP):
            await run_in_daemon_thread(socket.getaddrinfo, host, None)
    except (OSError, UnicodeError) as error:  # a `TimeoutError`, too
        return CheckStep(StepName.NAME, StepOutcome.FAILED, Finding.NO_NAME, facts, details=str(error))
    return CheckStep(
        StepName.NAME, StepOutcome.PASSED, Finding.NOT_NEEDED if is_loopback(host) else Finding.FINE, facts
    )
