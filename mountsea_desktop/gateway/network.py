"""The way out of this computer: proxy and certificates, as its owner has set them."""

import asyncio
import re
import ssl
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import httpx
import truststore

from mountsea_desktop.gateway.addresses import is_loopback

T = TypeVar("T")

SYSTEM = "system"
"""As a proxy: whatever the operating system and the environment say."""
NONE = ""
"""As a proxy: none, whatever they say."""


class ProxyUnusableError(Exception):
    """A proxy's address that cannot be used. The text may hold the address: redact it before showing."""


class CertificatesUnusableError(Exception):
    """The extra file of certificates cannot be read."""


PLACES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/cert.pem",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/cert.pem",
    "/etc/ssl/ca-bundle.pem",
)
"""Where Linux distributions keep the certificates they trust."""


@dataclass(frozen=True, slots=True)
class Way:
    """How requests to one host leave: a transport, to be closed after use, and the proxy's address."""

    transport: httpx.AsyncBaseTransport
    proxy: str = NONE


class Network:
    """Opens ways out. `proxy`: `SYSTEM`, `NONE` or an address; `ca_file` adds to the system's trust."""

    def __init__(self, proxy: str = SYSTEM, ca_file: Path | None = None) -> None:
        self.proxy = proxy
        self.ca_file = ca_file
        # Trusts nobody: enough where nothing is encrypted.
        self._certificates = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self._read = False

    async def way_to(self, address: str, limits: httpx.Limits) -> Way:
        """A fresh way to `address`; raises `ProxyUnusableError` or `CertificatesUnusableError`."""
        proxy = NONE
        if not is_loopback(urlsplit(address).hostname or ""):
            proxy = await _aside(proxy_for, address, self.proxy)
        if address.startswith("https:") and not self._read:
            self._certificates = await _aside(trusted, self.ca_file)
            self._read = True
        try:
            transport = httpx.AsyncHTTPTransport(
                verify=self._certificates, trust_env=False, limits=limits, proxy=proxy or None
            )
        except (ValueError, TypeError, ImportError, httpx.InvalidURL) as error:
            raise ProxyUnusableError(f"{proxy}: {error}") from error
        return Way(transport, proxy)


async def _aside(work: Callable[..., T], *arguments: Any) -> T:
    """Do local reading off the thread that paints: certificates take up to 60 ms."""
    return await asyncio.get_running_loop().run_in_executor(None, work, *arguments)


def trusted(ca_file: Path | None = None) -> ssl.SSLContext:
    """A context that trusts what the operating system trusts; raises `CertificatesUnusableError`."""
    context: ssl.SSLContext
    if sys.platform in ("win32", "darwin"):
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        _load_files(context)
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ValueError) as error:
            raise CertificatesUnusableError(f"{ca_file}: {error}") from error
    return context


def _load_files(context: ssl.SSLContext) -> None:
    """Load the system's certificates where they are files.

    truststore does the same, but again for each connection: 29 ms each on Debian 12, on the loop's thread.
    The bundled OpenSSL of an installed copy may look for them elsewhere than this system keeps them.
    """
    usual = ssl.get_default_verify_paths()
    if usual.cafile or (usual.capath and any(Path(usual.capath).glob("*.0"))):
        context.set_default_verify_paths()
        return
    for place in PLACES:
        if Path(place).is_file():
            context.load_verify_locations(cafile=place)
            return


def proxy_for(address: str, proxy: str) -> str:
    """The proxy's address for a request to `address`, in a form httpx understands; empty for none.

    This computer itself is never asked through a proxy. May ask the name service on Windows, so not for the
    thread that paints.
    """
    parts = urlsplit(address)
    host = parts.hostname or ""
    if is_loopback(host):
        return NONE
    if proxy == SYSTEM:
        if proxy_bypass(host):
            return NONE
        found = getproxies()
        proxy = found.get(parts.scheme) or found.get("all") or _as_socks(found.get("socks", ""))
    proxy = proxy.strip()
    # GNOME and Clash write `socks://`, Python on Windows `socks4://`; what answers there speaks SOCKS 5.
    if _OTHER_SOCKS.match(proxy):
        return _as_socks(proxy)
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


_OTHER_SOCKS = re.compile(r"socks(4a?)?://", re.IGNORECASE)


def _as_socks(proxy: str) -> str:
    # macOS names its SOCKS proxy with the scheme http.
    return f"socks5://{proxy.partition('://')[2] or proxy}" if proxy else NONE
