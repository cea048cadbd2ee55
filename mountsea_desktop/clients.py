"""Everything that speaks HTTP, as the settings want it.

Whoever imports this loads the network's libraries; the window has `on_demand.py` do it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import httpx

from mountsea_desktop.connections import Connections
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.s3 import S3Storage
from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.links.download import Downloader
from mountsea_desktop.network.proxy import Logins
from mountsea_desktop.practice.transport import PracticeTransport
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.storage.settings import Settings

LARGEST_PREVIEW = 100 * 1024 * 1024
"""Bytes of a link's song that are fetched to be heard: ten minutes of CD sound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clients:
    """They share proxies, certificates and logins; in practice also the transport, in place of a network."""

    connections: Connections
    transport_factory: TransportFactory
    gateway: GatewayClient
    checker: LinkChecker
    downloader: Downloader
    preview: Downloader
    """For hearing a song before it is uploaded."""
    transport: httpx.AsyncBaseTransport | None = None

    @classmethod
    def of(
        cls,
        settings: Settings,
        addresses: Addresses,
        token: Callable[[], str | None],
        logins: Logins,
        clock: Clock,
        *,
        practice: bool = False,
    ) -> Self:
        """Make them; nobody is asked anything yet."""
        connections = Connections(settings)
        factory = TransportFactory(connections.proxies, connections.trust, logins=logins)
        transport = PracticeTransport(clock) if practice else None
        allow_loopback = addresses.on_loopback and not practice
        checker = LinkChecker(
            transport=transport,
            allow_loopback=allow_loopback,
            proxy_for=connections.proxies.proxy_for,
            logins=logins,
            trust=connections.trust,
        )
        return cls(
            connections=connections,
            transport_factory=factory,
            gateway=GatewayClient(
                addresses, token, transport=transport, transport_factory=factory, now=clock.now
            ),
            checker=checker,
            downloader=Downloader(checker.fetcher, allow_loopback=allow_loopback),
            preview=Downloader(checker.fetcher, allow_loopback=allow_loopback, largest=LARGEST_PREVIEW),
            transport=transport,
        )

    async def s3(self, bucket: Bucket) -> S3Storage:
        """Return a bucket to put songs into."""
        return S3Storage(bucket, self.transport_factory, transport=self.transport)

    async def use(self, settings: Settings) -> bool:
        """Go by these settings from now on; return whether that is another way than before."""
        is_another = self.connections.use(settings)
        if is_another:
            await self.gateway.renew()
        return is_another

    async def close(self) -> None:
        """End all connections, and what was started for proxy scripts."""
        await self.gateway.aclose()
        self.connections.close()
