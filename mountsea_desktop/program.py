"""Creates what a window needs, and opens and closes it in the right order. No Qt."""

from dataclasses import dataclass
from decimal import Decimal

from mountsea_desktop.connection_check import ConnectionCheck
from mountsea_desktop.connections import Connections
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.s3 import S3Storage
from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.links.download import Downloader
from mountsea_desktop.network.proxy import Login, TrialLogin
from mountsea_desktop.practice.bucket import PRACTICE_BUCKET
from mountsea_desktop.practice.samples import PRACTICE_TOKEN
from mountsea_desktop.practice.transport import PracticeTransport
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.daemon_threads import use_daemon_threads
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.song_storage import SongStorage
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.journal import SqliteJournal
from mountsea_desktop.storage.proxy_logins import ProxyLogins
from mountsea_desktop.storage.secret_store import SecretStore, account_name
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Resolved
from mountsea_desktop.storage.song_files import SongFiles
from mountsea_desktop.workflow.events import Listener
from mountsea_desktop.workflow.job import Job

PROXY_LOGIN_UNDECIDED = frozenset({Fault.OFFLINE, Fault.UNREACHABLE, Fault.PROXY, Fault.PROXY_LOGIN})
"""Faults after which nobody knows what the proxy would have said to a login, or it has said no."""

LARGEST_PREVIEW = 100 * 1024 * 1024
"""Bytes of a link's song that are fetched to be heard: ten minutes of CD sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Everything below the window, at work."""

    folders: Folders
    addresses: Addresses
    tokens: SecretStore
    logins: ProxyLogins
    job: Job
    journal: SqliteJournal
    gateway: GatewayClient
    checker: LinkChecker
    song_storage: SongStorage
    downloader: Downloader
    preview: Downloader
    """For hearing a song before it is uploaded."""
    song_files: SongFiles
    tasks: Tasks
    clock: Clock
    practice: bool
    connections: Connections
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
        connections: Connections | None = None,
        settings: Settings | None = None,
        listener: Listener,
        tasks: Tasks,
    ) -> "Program":
        """Open what was kept. Raises `JournalError`. The token is not asked for yet: that may take long.

        `connections` is closed with the program.
        """
        use_daemon_threads()
        clock = Clock(speed)
        journal = await SqliteJournal.open(folders.journal_file)
        tokens = SecretStore(account_name((addresses.api, addresses.credits), folders.profile_id))
        transport = PracticeTransport(clock) if practice else None
        connections = connections or Connections()
        logins = ProxyLogins(folders.profile_id)
        transport_factory = TransportFactory(connections.proxies, connections.trust, logins=logins)
        gateway = GatewayClient(
            addresses,
            tokens.current,
            transport=transport,
            transport_factory=transport_factory,
            now=clock.now,
        )
        allow_loopback = addresses.on_loopback and not practice
        checker = LinkChecker(
            transport=transport,
            allow_loopback=allow_loopback,
            proxy_for=connections.proxies.proxy_for,
            logins=logins,
            trust=connections.trust,
        )
        song_storage = SongStorage(
            settings or Settings(),
            folders.profile_id,
            transport_factory,
            fixed=S3Storage(PRACTICE_BUCKET, transport_factory, transport=transport) if practice else None,
        )
        downloader = Downloader(checker.fetcher, allow_loopback=allow_loopback)
        preview = Downloader(checker.fetcher, allow_loopback=allow_loopback, largest=LARGEST_PREVIEW)
        song_files = SongFiles(folders.data_folder)
        job = Job(
            journal=journal,
            gateway=gateway,
            checker=checker,
            storage=song_storage,
            downloader=downloader,
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
            gateway=gateway,
            checker=checker,
            song_storage=song_storage,
            downloader=downloader,
            preview=preview,
            song_files=song_files,
            tasks=tasks,
            clock=clock,
            practice=practice,
            allow_loopback=allow_loopback,
            connections=connections,
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
        gateway = self.gateway.with_token(token)
        try:
            return await gateway.credits()
        finally:
            await gateway.aclose()

    async def sign_in_to_proxy(self, host_port: str, login: Login) -> None:
        """Sign in to a proxy; everything goes on then. Raises `GatewayError` when it does not let us through.

        It is tried once before anybody else uses it: a proxy may lock out who sends a wrong password often.
        """
        try:
            await self.gateway.reach(TrialLogin(host_port, login, self.logins))
        except GatewayError as error:
            if error.fault in PROXY_LOGIN_UNDECIDED:
                raise
            # Whatever else is in the way, the proxy is not; who asks next tells of it.
        self.logins.use(host_port, login)
        await self.gateway.renew()  # connections that were not signed in
        await self.job.way_is_clear()

    def connection_check(self, resolved: Resolved, settings: Settings) -> ConnectionCheck:
        """Return the way to Mountsea, to be gone step by step."""
        return ConnectionCheck(
            resolved,
            settings,
            self.folders,
            self.addresses,
            self.connections,
            self.gateway,
            self.tokens.current,
            self.logins,
            storage=self.song_storage,
            fetch=self.checker.beginning,
        )

    async def try_storage(self) -> None:
        """See whether what is put into the storage can be had by anybody. Raises `StorageError`."""
        await self.song_storage.try_out(self.checker.beginning)

    async def use(self, settings: Settings) -> None:
        """Leave this computer by what the settings say now; what waits for a way tries it at once."""
        self.song_storage.use(settings)
        if self.connections.use(settings):
            await self.gateway.renew()
            await self.job.way_is_clear()

    async def close(self) -> None:
        """Let everything go, once the tasks are stopped; what is at Mountsea is picked up again later."""
        await self.job.close()
        await self.gateway.aclose()
        await self.journal.close()
        self.song_files.close()
        self.tokens.close()
        self.logins.close()
        self.song_storage.close()
        self.connections.close()
