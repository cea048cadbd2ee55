"""How this computer reaches the hosts of links: certificates, proxy, names. Knows nothing of Mountsea."""

import asyncio
import socket
import ssl
import threading
import urllib.request
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

import truststore

from mountsea_desktop.links import address

T = TypeVar("T")


def tls_context() -> ssl.SSLContext:
    """Certificates as the operating system sees them."""
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def environment_proxy(link: str) -> str | None:
    """The proxy that environment or operating system want for this link. May ask the system: takes time."""
    parts = urlsplit(link)
    host = parts.hostname or ""
    read = address.read_host(host)
    if (read is not None and address.is_loopback(read)) or urllib.request.proxy_bypass(host):
        return None
    proxies = urllib.request.getproxies()
    return usable_proxy(proxies.get(parts.scheme) or proxies.get("all") or "")


def usable_proxy(proxy: str) -> str | None:
    """A proxy's address as the network library takes it; GNOME and Clash write `socks:` for SOCKS 5."""
    proxy = proxy.strip()
    if not proxy:
        return None
    if "://" not in proxy:
        return f"http://{proxy}"
    scheme, rest = proxy.split("://", 1)
    return f"socks5://{rest}" if scheme.lower() == "socks" else proxy


def addresses_of(host: str) -> list[str]:
    """The addresses of a name, IPv4 first since that works from most places. Blocks; raises `OSError`."""
    infos = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    infos.sort(key=lambda info: info[0] != socket.AF_INET)
    return list(dict.fromkeys(str(info[4][0]) for info in infos))


async def aside(function: Callable[..., T], *arguments: object) -> T:
    """Run something that may hang in a thread of its own, which never delays the program's end.

    The loop's executor would: it waits for every call, a hung look-up of a name included.
    """
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(result)  # type: ignore[arg-type]  # None only where T is None

    def work() -> None:
        result, error = None, None
        try:
            result = function(*arguments)
        except Exception as raised:  # noqa: BLE001 - carried over to whoever waits
            error = raised
        try:
            loop.call_soon_threadsafe(settle, result, error)
        except RuntimeError:
            return  # the loop has ended meanwhile: nobody waits any more

    threading.Thread(target=work, name="links", daemon=True).start()
    return await future
