"""How requests to the gateway leave this computer."""

import ssl
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from mountsea_desktop.gateway.exchange import LARGEST
from mountsea_desktop.network.bounded_stream import BoundedTransport
from mountsea_desktop.network.certificates import Trust
from mountsea_desktop.network.host import is_loopback
from mountsea_desktop.network.proxy import NONE, SYSTEM, Logins, NoLogins, proxy_for, signed_in
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread


class ProxyUnusableError(Exception):
    """A proxy's address that cannot be used. The text may hold the address: redact it before showing."""


@dataclass(slots=True, eq=False)
class Route:
    """How requests to one host leave: a transport, to be closed after use, and the proxy's address."""

    transport: httpx.AsyncBaseTransport
    proxy: str = NONE
    logins: Logins = field(default_factory=NoLogins)
    """Where the login for the proxy came from."""
    users: int = 0
    """How many requests are on it."""


class TransportFactory:
    """Opens ways out. `proxy`: `SYSTEM`, `NONE` or an address; `ca_file` adds to the system's trust.

    `logins` are asked before each way through a proxy, and told of a login that was refused.
    """

    def __init__(
        self, proxy: str = SYSTEM, ca_file: Path | None = None, *, logins: Logins | None = None
    ) -> None:
        self._proxy = proxy
        self._logins = logins or NoLogins()
        self._trust = Trust(ca_file)
        # Trusts nobody: enough where nothing is encrypted.
        self._nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    async def open(self, address: str, limits: httpx.Limits, trial: Logins | None = None) -> Route:
        """A fresh way to `address`; raises `ProxyUnusableError` or `CertificatesUnusableError`.

        `trial` stands in for the usual logins where one is not known to be right.

        This computer itself is never asked through a proxy.
        """
        proxy, logins = NONE, trial or self._logins
        if not is_loopback(urlsplit(address).hostname or ""):
            proxy = await signed_in(await run_in_daemon_thread(proxy_for, address, self._proxy), logins)
        context = await self._trust.context() if address.startswith("https:") else self._nobody
        try:
            transport = BoundedTransport(LARGEST, context, limits=limits, proxy=proxy or None)
        except (ValueError, TypeError, ImportError, httpx.InvalidURL) as error:
            raise ProxyUnusableError(f"{proxy}: {error}") from error
        return Route(transport, proxy, logins)

    def forget_trust(self) -> None:
        """Read the certificates that are trusted anew for the next way."""
        self._trust.forget()
