"""Creates what a window needs, and opens and closes it in the right order. No Qt."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.network.proxy import Login, TrialLogin
from mountsea_desktop.on_demand import (
    CheckerOnDemand,
    ClientsOnDemand,
    DownloaderOnDemand,
    GatewayOnDemand,
)
from mountsea_desktop.practice.samples import PRACTICE_TOKEN
from mountsea_desktop.practice.storage import PRACTICE_BUCKET
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.daemon_threads import use_daemon_threads
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.journal import SqliteJournal
from mountsea_desktop.storage.never_kept import NAME as NO_TOKEN_YET
from mountsea_desktop.storage.never_kept import NeverKept
from mountsea_desktop.storage.proxy_logins import ProxyLogins
from mountsea_desktop.storage.secret_store import SecretStore, account_name
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Resolved
from mountsea_desktop.storage.song_files import SongFiles
from mountsea_desktop.workflow.events import Listener
from mountsea_desktop.workflow.job import Job

if TYPE_CHECKING:
    from mountsea_desktop.connection_check import ConnectionCheck

PROXY_LOGIN_UNDECIDED = frozenset({Fault.OFFLINE, Fault.UNREACHABLE, Fault.PROXY, Fault.PROXY_LOGIN})
"""Faults after which nobody knows what the proxy would have said to a login, or it has said no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Everything below the window, at work."""

    folders: Folders
    addresses: Addresses
    tokens: SecretStore
    logins: ProxyLogins
    job: Job
    journal: SqliteJournal
    clients: ClientsOnDemand
    gateway: GatewayOnDemand
    checker: CheckerOnDemand
    song_storage: SongStorage
    preview: DownloaderOnDemand
    """For hearing a song before it is uploaded."""
    song_files: SongFiles
    tasks: Tasks
    clock: Clock
    practice: bool
    allow_loopback: bool
    """Whether links to this computer work, because the gateway is on it too."""

    @classmethod
    async def open(
        cls,
        *,
        folders: Folders,
        addresses: Addresses,
        practice: bool,
        speed: float,
        parallel: int,
        settings: Settings | None = None,
        listener: Listener,
        tasks: Tasks,
    ) -> "Program":
        """Open what was kept. Raises `JournalError`. The token is not asked for yet: that may take long."""
        use_daemon_threads()
        clock = Clock(speed)
        journal = await SqliteJournal.open(folders.journal_file)
        tokens = SecretStore(
            account_name((addresses.api, addresses.credits), folders.profile_id),
            never_kept=NeverKept(folders.data_folder / NO_TOKEN_YET, is_new=journal.is_new),
        )
        logins = ProxyLogins(folders.profile_id)
        settings = settings or Settings()
        clients = ClientsOnDemand(settings, addresses, tokens.current, logins, clock, practice=practice)
        gateway, checker = GatewayOnDemand(clients), CheckerOnDemand(clients)
        song_storage = SongStorage(
            settings, folders.profile_id, clients.s3, fixed=PRACTICE_BUCKET if practice else None
        )
        song_files = SongFiles(folders.data_folder)
        job = Job(
            journal=journal,
            gateway=gateway,
            checker=checker,
            storage=song_storage,
            downloader=DownloaderOnDemand(clients, lambda them: them.downloader),
            song_files=song_files,
            clock=clock,
            tasks=tasks,
            listener=listener,
            parallel=parallel,
        )
        program = cls(
            folders=folders,
            addresses=addresses,
            tokens=tokens,
            logins=logins,
            job=job,
            journal=journal,
            clients=clients,
            gateway=gateway,
            checker=checker,
            song_storage=song_storage,
            preview=DownloaderOnDemand(clients, lambda them: them.preview),
            song_files=song_files,
            tasks=tasks,
            clock=clock,
            practice=practice,
            allow_loopback=addresses.on_loopback and not practice,
        )
        try:
            await job.load()
            await song_files.clear_away()
        except BaseException:
            await program.close()
            raise
        if practice:
            tokens.keep_for_this_run(PRACTICE_TOKEN)
        return program

    async def balance_with(self, token: str) -> Decimal:
        """Return the credits, asked with a token that is not in use. Raises `GatewayError`."""
        gateway = (await self.clients.get()).gateway.with_token(token)
        try:
            return await gateway.credits()
        finally:
            await gateway.aclose()

    async def sign_in_to_proxy(self, host_port: str, login: Login) -> None:
        """Sign in to a proxy; everything goes on then. Raises `GatewayError` when it does not let us through.

        It is tried once before anybody else uses it: a proxy may lock out who sends a wrong password often.
        """
        try:
            await (await self.clients.get()).gateway.reach(TrialLogin(host_port, login, self.logins))
        except GatewayError as error:
            if error.fault in PROXY_LOGIN_UNDECIDED:
                raise
            # Whatever else is in the way, the proxy is not; who asks next tells of it.
        self.logins.use(host_port, login)
        await self.gateway.renew()  # connections that were not signed in
        await self.job.way_is_clear()

    async def connection_check(self, resolved: Resolved, settings: Settings) -> "ConnectionCheck":
        """Return the way to Mountsea, to be gone step by step."""
        clients = await self.clients.get()
        from mountsea_desktop.connection_check import ConnectionCheck  # noqa: PLC0415 - it needs the clients

        return ConnectionCheck(
            resolved,
            settings,
            self.folders,
            self.addresses,
            clients.connections,
            clients.gateway,
            self.tokens.current,
            self.logins,
            storage=self.song_storage,
            fetch=clients.checker.beginning,
        )

    async def try_storage(self) -> None:
        """See whether what is put into the storage can be had by anybody. Raises `StorageError`."""
        await self.song_storage.try_out((await self.clients.get()).checker.beginning)

    async def use(self, settings: Settings) -> None:
        """Leave this computer by what the settings say now; what waits for a way tries it at once."""
        self.song_storage.use(settings)
        if await self.clients.use(settings):
            await self.job.way_is_clear()

    async def close(self) -> None:
        """Let everything go, once the tasks are stopped; what is at Mountsea is picked up again later."""
        await self.job.close()
        await self.clients.close()
        await self.journal.close()
        self.song_files.close()
        self.tokens.close()
        self.logins.close()
        self.song_storage.close()
