"""How requests to the gateway leave this computer."""

import ssl
from dataclasses import dataclass, field

import httpx

from mountsea_desktop.gateway.exchange import LARGEST
from mountsea_desktop.network.bounded_stream import BoundedTransport
from mountsea_desktop.network.certificates import Trust
from mountsea_desktop.network.proxy import NONE, Logins, NoLogins, signed_in
from mountsea_desktop.network.proxy_resolver import ProxyResolver
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
    """Opens ways out, through the proxy that `proxies` names, to those whose certificates `trust` accepts.

    `logins` are asked before each way through a proxy, and told of a login that was refused.
    """

    def __init__(
        self,
        proxies: ProxyResolver | None = None,
        trust: Trust | None = None,
        *,
        logins: Logins | None = None,
    ) -> None:
        self._proxies = proxies or ProxyResolver()
        self._trust = trust or Trust()
        self._logins = logins or NoLogins()
        # Trusts nobody: enough where nothing is encrypted.
        self._nobody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    async def open(self, address: str, limits: httpx.Limits, trial: Logins | None = None) -> Route:
        """Return a fresh way to `address`.

        Raises `ProxyUnusableError`, `PacError` or `CertificatesUnusableError`.

        `trial` stands in for the usual logins where one is not known to be right.
        """
        logins = trial or self._logins
        proxy = await signed_in(await run_in_daemon_thread(self._proxies.proxy_for, address), logins)
        context = await self._trust.context() if address.startswith("https:") else self._nobody
        try:
            transport = BoundedTransport(LARGEST, context, limits=limits, proxy=proxy or None)
        except (ValueError, TypeError, ImportError, httpx.InvalidURL) as error:
            raise ProxyUnusableError(f"{proxy}: {error}") from error
        return Route(transport, proxy, logins)

    def forget_trust(self) -> None:
        """Read the certificates that are trusted anew for the next way."""
        self._trust.forget()

    def forget_proxy(self) -> None:
        """Ask anew which proxy leads out."""
        self._proxies.forget()
