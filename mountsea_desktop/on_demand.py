"""Stands in for everything that speaks HTTP, which is loaded when something is first asked of it.

The network's libraries take many megabytes and a tenth of a second, and a window in which nobody has added a
song yet needs none. They are imported on a thread, so that nothing stops painting meanwhile.
"""

from collections.abc import Awaitable, Callable, Sequence
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.responses import Report, SpendingPage
from mountsea_desktop.links.verdict import Checked
from mountsea_desktop.network.proxy import Logins
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread
from mountsea_desktop.storage.settings import Settings

if TYPE_CHECKING:
    from mountsea_desktop.clients import Clients
    from mountsea_desktop.hosting.bucket import Bucket
    from mountsea_desktop.hosting.s3 import S3Storage
    from mountsea_desktop.workflow.ports import Downloader


class ClientsOnDemand:
    """Makes the clients once, by the settings of then."""

    def __init__(
        self,
        settings: Settings,
        addresses: Addresses,
        token: Callable[[], str | None],
        logins: Logins,
        clock: Clock,
        *,
        practice: bool = False,
    ) -> None:
        self._settings = settings
        self._addresses = addresses
        self._token = token
        self._logins = logins
        self._clock = clock
        self._practice = practice
        self.made: Clients | None = None
        """None until something was asked of them."""

    async def get(self) -> "Clients":
        """Return them, loaded and made if need be."""
        if self.made is None:
            await run_in_daemon_thread(import_module, "mountsea_desktop.clients")
        if self.made is None:  # and nobody else has made them meanwhile
            from mountsea_desktop.clients import Clients  # noqa: PLC0415 - it was loaded just now

            self.made = Clients.of(
                self._settings,
                self._addresses,
                self._token,
                self._logins,
                self._clock,
                practice=self._practice,
            )
        return self.made

    async def s3(self, bucket: "Bucket") -> "S3Storage":
        """Return a bucket to put songs into."""
        return await (await self.get()).s3(bucket)

    async def use(self, settings: Settings) -> bool:
        """Go by these settings from now on; return whether somebody may have waited for that."""
        self._settings = settings
        return self.made is not None and await self.made.use(settings)

    async def close(self) -> None:
        """End what was begun."""
        if self.made is not None:
            await self.made.close()


class GatewayOnDemand:
    """`workflow.ports.Gateway`."""

    def __init__(self, clients: ClientsOnDemand) -> None:
        self._clients = clients

    async def prepare(self) -> str:
        """Open a session and return its id."""
        return await (await self._clients.get()).gateway.prepare()

    async def upload(self, session_id: str, link: str) -> str:
        """Ask Mountsea to fetch a song; return the task id."""
        return await (await self._clients.get()).gateway.upload(session_id, link)

    async def status(self, task_id: str) -> Report:
        """Return how a task stands."""
        return await (await self._clients.get()).gateway.status(task_id)

    async def create(self, session_id: str, clip_ids: Sequence[str], name: str) -> str:
        """Spend 100 credits; return the task id."""
        return await (await self._clients.get()).gateway.create(session_id, clip_ids, name)

    async def generate(self, model_ref: str, description: str, title: str, *, instrumental: bool) -> str:
        """Spend credits on songs made with a model; return the task id."""
        gateway = (await self._clients.get()).gateway
        return await gateway.generate(model_ref, description, title, instrumental=instrumental)

    async def credits(self) -> Decimal:
        """Return the balance."""
        return await (await self._clients.get()).gateway.credits()

    async def spending(self, start: float, end: float, page: int) -> SpendingPage:
        """Return a page of what was spent between two moments."""
        return await (await self._clients.get()).gateway.spending(start, end, page)

    @property
    def clock_ahead(self) -> float | None:
        """Seconds by which Mountsea's clock is ahead, where an answer has told."""
        return self._clients.made.gateway.clock_ahead if self._clients.made is not None else None

    async def renew(self) -> None:
        """Drop every connection there is."""
        if self._clients.made is not None:
            await self._clients.made.gateway.renew()


class CheckerOnDemand:
    """`workflow.ports.Checker`."""

    def __init__(self, clients: ClientsOnDemand) -> None:
        self._clients = clients

    async def check(self, link: str) -> Checked:
        """Return the verdict on one link."""
        return await (await self._clients.get()).checker.check(link)


class DownloaderOnDemand:
    """`workflow.ports.Downloader`, one of those that the clients have."""

    def __init__(self, clients: ClientsOnDemand, which: "Callable[[Clients], Downloader]") -> None:
        self._clients = clients
        self._which = which

    async def download(self, link: str, write: Callable[[bytes], Awaitable[None]]) -> str:
        """Hand the file's bytes to `write`; return its kind."""
        return await self._which(await self._clients.get()).download(link, write)
