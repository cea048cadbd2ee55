"""Ways out of this computer, for tests; and what was opened on them."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.s3 import S3Storage
from mountsea_desktop.network.certificates import Trust
from mountsea_desktop.network.proxy import Logins
from mountsea_desktop.network.proxy_choice import ProxyChoice, ProxyMode
from mountsea_desktop.network.proxy_resolver import ProxyResolver


def through(proxy: str) -> ProxyResolver:
    """One proxy for everything; empty for none, whatever the environment says."""
    return ProxyResolver(ProxyChoice(ProxyMode.MANUAL if proxy else ProxyMode.NONE, proxy))


async def s3(bucket: Bucket) -> S3Storage:
    """A bucket without a proxy on the way."""
    return S3Storage(bucket, TransportFactory(through("")))


def leaving(ca_file: Path, proxies: ProxyResolver | None = None) -> Callable[..., TransportFactory]:
    """Stands in for the program's own `TransportFactory`: goes this way, whatever the settings say."""

    def make(*_: object, logins: Logins) -> TransportFactory:
        return TransportFactory(proxies, Trust(ca_file), logins=logins)

    return make


def recorded_connections(monkeypatch: pytest.MonkeyPatch) -> list[asyncio.Transport]:
    """Every connection this loop opens to a server from now on, in their order."""
    loop = asyncio.get_running_loop()
    create, opened = loop.create_connection, list[asyncio.Transport]()

    async def creating(*arguments: Any, **options: Any) -> Any:
        transport, protocol = await create(*arguments, **options)
        opened.append(transport)
        return transport, protocol

    monkeypatch.setattr(loop, "create_connection", creating)
    return opened
