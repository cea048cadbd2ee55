"""Puts the rooms of the house together: what a window needs, opened and closed in the right order. No Qt."""

from dataclasses import dataclass

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.transport import Network
from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.network.proxy import Login, Trying
from mountsea_desktop.practice.samples import PRACTICE_TOKEN
from mountsea_desktop.practice.transport import PracticeTransport
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.daemon_threads import never_wait_at_the_end
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage.journal import SqliteJournal
from mountsea_desktop.storage.places import Places
from mountsea_desktop.storage.proxy_logins import ProxyLogins
from mountsea_desktop.storage.secret_store import SecretStore, account_name
from mountsea_desktop.workflow.events import Tell
from mountsea_desktop.workflow.job import Studio

BEFORE_THE_WAY_IS_OPEN = frozenset({Fault.OFFLINE, Fault.UNREACHABLE, Fault.PROXY, Fault.PROXY_LOGIN})
"""Faults after which nobody knows what the proxy would have said to a login, or it has said no."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Everything below the window, at work."""

    places: Places
    tokens: SecretStore
    logins: ProxyLogins
    studio: Studio
    journal: SqliteJournal
    gateway: GatewayClient
    checker: LinkChecker
    tasks: Tasks
    clock: Clock
    practice: bool
    allow_loopback: bool
    """Whether links to this computer work, because the gateway is on it too."""

    @classmethod
    async def open(
        cls,
        *,
        places: Places,
        addresses: Addresses,
        practice: bool,
        speed: float,
        parallel: int,
        tell: Tell,
        tasks: Tasks,
    ) -> "Program":
        """Open what was kept. Raises `JournalError`. The token is not asked for yet: that may take long."""
        never_wait_at_the_end()
        clock = Clock(speed)
        journal = await SqliteJournal.open(places.journal_file)
        tokens = SecretStore(account_name((addresses.api, addresses.credits), places.profile_id))
        transport = PracticeTransport(clock) if practice else None
        logins = ProxyLogins(places.profile_id)
        network = Network(logins=logins)
        gateway = GatewayClient(addresses, tokens.current, transport=transport, network=network)
        allow_loopback = addresses.on_loopback and not practice
        checker = LinkChecker(transport=transport, allow_loopback=allow_loopback, logins=logins)
        studio = Studio(
            journal=journal,
            gateway=gateway,
            checker=checker,
            clock=clock,
            tasks=tasks,
            tell=tell,
            parallel=parallel,
        )
        program = cls(
            places=places,
            tokens=tokens,
            logins=logins,
            studio=studio,
            journal=journal,
            gateway=gateway,
            checker=checker,
            tasks=tasks,
            clock=clock,
            practice=practice,
            allow_loopback=allow_loopback,
        )
        try:
            await studio.load()
        except BaseException:
            await program.close()
            raise
        if practice:
            tokens.keep_for_this_run(PRACTICE_TOKEN)
        return program

    async def sign_in_to_proxy(self, place: str, login: Login) -> None:
        """Sign in to a proxy; everything goes on then. Raises `GatewayError` when it does not let us through.

        It is tried once before anybody else uses it: a proxy may lock out who sends a wrong password often.
        """
        try:
            await self.gateway.reach(Trying(place, login, self.logins))
        except GatewayError as error:
            if error.fault in BEFORE_THE_WAY_IS_OPEN:
                raise
            # Whatever else is in the way, the proxy is not; who asks next tells of it.
        self.logins.use(place, login)
        await self.gateway.renew()  # connections that were not signed in
        await self.studio.way_is_clear()

    async def close(self) -> None:
        """Let everything go, once the tasks are stopped; what is at Mountsea is picked up again later."""
        await self.studio.settle()
        await self.gateway.aclose()
        await self.journal.close()
        self.tokens.close()
        self.logins.close()
