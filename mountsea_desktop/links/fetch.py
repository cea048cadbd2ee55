"""What is behind an address, fetched without cookies, names or tokens: its first bytes, or all of it."""

import asyncio
import contextlib
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Protocol

import httpx

from mountsea_desktop.links.verdict import PrivateNameError, UnreachableReason
from mountsea_desktop.network.bounded_stream import BoundedTransport, TooMuchError
from mountsea_desktop.network.bounded_unzip import unzip
from mountsea_desktop.network.certificates import Trust, is_distrust
from mountsea_desktop.network.host import is_reachable, read_host
from mountsea_desktop.network.pending_connection import PendingConnection, end_early
from mountsea_desktop.network.proxy import Logins, NoLogins, asks_for_login, is_signed_in, signed_in
from mountsea_desktop.runtime.daemon_threads import run_in_daemon_thread

ENOUGH = 1024
"""Bytes that are asked for."""
MOST = 65_536
"""Bytes that are read at most, whatever the server sends: headers, interim answers and all."""
CONNECT = 4.0
"""Seconds for one attempt to connect, of which a name with several addresses may need more than one."""
REST = 2.0
"""Seconds for the rest of the first kilobyte, once some of it has come."""
LOOK_UP = 1.0
"""Seconds for the look-up of a name that a proxy will be asked for; it may well be impossible from here."""
_PROXY_ASKS = 407

_HEADERS = {
    "User-Agent": "mountsea-desktop",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


class NoAnswerError(Exception):
    """Nobody answered; whether somebody would answer Mountsea is open."""

    def __init__(self, reason: UnreachableReason, details: str = "") -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = details


@dataclass(frozen=True, slots=True)
class Answer:
    """The start of an answer."""

    status: int
    headers: httpx.Headers
    head: bytes
    """What was read of the body, unpacked where the server packed it against our wish."""
    cut: Exception | None = None
    """Why no more came, where it stopped short of a kilobyte and of its own end."""

    @property
    def size(self) -> int | None:
        """Bytes of the whole file, where the server says so credibly."""
        if _packing(self.headers) not in ("", "identity"):
            return None
        said: str = self.headers.get("content-range", "").rpartition("/")[2]
        if self.status == httpx.codes.OK and not said:  # some send a part, and call it all
            said = self.headers.get("content-length", "")
        return int(said) if said.isascii() and said.isdigit() and len(said) < 16 else None

    @property
    def redirect(self) -> str:
        """Where it leads on, or nothing: what is no ASCII is asked for as it came, however encoded."""
        location = self.raw(b"location") if self.status in _REDIRECTS else b""
        return _NOT_ASCII.sub(lambda sign: b"%%%02X" % sign[0][0], location).decode("ascii")

    def raw(self, name: bytes) -> bytes:
        """A header's bytes as they came."""
        return next((value for key, value in self.headers.raw if key.lower() == name), b"")


class Reader(Protocol):
    """What is wanted of an answer."""

    @property
    def headers(self) -> dict[str, str]:
        """To be asked with, besides the usual ones."""

    @property
    def most(self) -> int:
        """Bytes that are read at most, whatever the server sends: headers, interim answers and all."""

    @property
    def silence(self) -> float | None:
        """Seconds without a byte after which a connection is lost; None where the reader sees to it."""

    async def read(self, response: httpx.Response) -> Answer:
        """Take in the answer's body."""


def addresses_of(host: str) -> list[str]:
    """Return the addresses of a name, IPv4 first since that works from most places. Blocks.

    Raises `OSError`.
    """
    infos = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    infos.sort(key=lambda info: info[0] != socket.AF_INET)
    return list(dict.fromkeys(str(info[4][0]) for info in infos))


class Fetcher:
    """Fetches links; each request has a connection of its own.

    So nothing leaks when a request is cancelled, no name is asked for over another name's connection, and a
    name is connected to at the very address that was looked at.
    """

    def __init__(
        self,
        transport: httpx.AsyncBaseTransport | None,
        *,
        allow_loopback: bool,
        proxy_for: Callable[[str], str],
        look_up: Callable[[str], list[str]] | None,
        tls: ssl.SSLContext | None,
        logins: Logins | None = None,
        trust: Trust | None = None,
    ) -> None:
        self._transport = transport
        self._allow_loopback = allow_loopback
        self._proxy_for = proxy_for
        self._logins = logins or NoLogins()
        self._look_up = look_up or (addresses_of if transport is None else None)
        self._tls = tls
        self._trust = trust or Trust()

    async def start_of(self, url: httpx.URL) -> Answer:
        """The answer's start. Raises `NoAnswerError`, `PrivateNameError` and what httpx raises."""
        return await self.fetch(url, _Start())

    async def fetch(self, url: httpx.URL, reader: Reader) -> Answer:
        """The answer, as far as `reader` takes it in. Raises the same, and what `reader` raises."""
        proxy = ""
        if self._transport is None:
            proxy = await signed_in(await run_in_daemon_thread(self._proxy_for, str(url)), self._logins)
        if self._look_up is None:
            return await self._request(url, reader, None, proxy)
        # Not `url.host`: that is in letters again, which resolvers translate by rules of their own.
        host = url.raw_host.decode("ascii")
        if proxy:
            return await self._behind(proxy, url, reader, host, self._look_up)
        targets = await self._targets(host, self._look_up)
        for target in targets[:-1]:
            with contextlib.suppress(httpx.ConnectError, httpx.ConnectTimeout):
                return await self._request(url, reader, target)
        return await self._request(url, reader, targets[-1])

    async def _behind(
        self, proxy: str, url: httpx.URL, reader: Reader, host: str, look_up: Callable[[str], list[str]]
    ) -> Answer:
        """Ask the proxy, though not for a name that leads home as far as this computer knows.

        Its look-up may be impossible from here, or slow: then the proxy is asked meanwhile, and its answer
        is dropped if the name turns out to lead home.
        """
        looked, patience = asyncio.Event(), asyncio.timeout(None)

        async def look() -> None:
            try:
                async with patience:
                    await self._targets(host, look_up)
            except (NoAnswerError, TimeoutError):
                pass
            except PrivateNameError as error:
                leads_home.append(error)
            finally:
                looked.set()

        async def ask() -> Answer:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(LOOK_UP):
                    await looked.wait()
            if leads_home:
                raise leads_home[0]
            try:
                return await self._through(proxy, url, reader)
            finally:
                if not looked.is_set():
                    patience.reschedule(asyncio.get_running_loop().time() + LOOK_UP)

        leads_home: list[PrivateNameError] = []
        answer, _ = await asyncio.gather(ask(), look(), return_exceptions=True)
        if leads_home:
            raise leads_home[0]
        if isinstance(answer, BaseException):
            raise answer
        return answer

    async def _through(self, proxy: str, url: httpx.URL, reader: Reader) -> Answer:
        """A login the proxy does not accept is sent by no other check: it may lock out who insists."""
        try:
            answer = await self._request(url, reader, None, proxy)
        except httpx.ProxyError as error:
            if is_signed_in(proxy) and asks_for_login(str(error)):
                self._logins.refused(proxy)
            raise
        if answer.status == _PROXY_ASKS and is_signed_in(proxy):
            self._logins.refused(proxy)
        return answer

    async def _targets(self, host: str, look_up: Callable[[str], list[str]]) -> list[str]:
        """Return the addresses that may be connected to, three at most."""
        read = read_host(host)
        if read is not None and not isinstance(read, str):
            return [str(read)]
        try:
            found = await run_in_daemon_thread(look_up, host)
        except (OSError, UnicodeError) as error:
            raise NoAnswerError(UnreachableReason.NAME, str(error)) from error
        good = [one for one in found if is_reachable(one, allow_loopback=self._allow_loopback)]
        if good:
            return good[:3]
        if all(ip_address(one.partition("%")[0]).is_unspecified for one in found):
            raise NoAnswerError(UnreachableReason.NAME, "filtered")  # as filters for advertisements do
        raise PrivateNameError(host)

    async def _request(self, url: httpx.URL, reader: Reader, target: str | None, proxy: str = "") -> Answer:
        times = {"connect": CONNECT, "read": reader.silence, "write": reader.silence, "pool": None}
        extensions: dict[str, object] = {"timeout": times}
        headers = _HEADERS | reader.headers
        if target is not None and target != url.raw_host.decode("ascii"):
            headers["Host"] = url.netloc.decode("ascii")
            extensions["sni_hostname"] = url.raw_host.decode("ascii")
            url = url.copy_with(host=target)
        request = httpx.Request("GET", url, headers=headers, extensions=extensions)
        if self._transport is not None:
            return await _read(self._transport, request, reader)
        tls = self._tls or await self._trust.context()
        pending = PendingConnection()
        request.extensions["trace"] = pending.watch
        async with BoundedTransport(reader.most, tls, proxy=proxy or None) as transport:
            try:
                return await _read(transport, request, reader)
            except httpx.ConnectError as error:
                if is_distrust(error):  # the next link may find that somebody installed what was missing
                    self._trust.forget()
                raise
            finally:
                await pending.close()


async def _read(transport: httpx.AsyncBaseTransport, request: httpx.Request, reader: Reader) -> Answer:
    response = await transport.handle_async_request(request)
    try:
        return await reader.read(response)
    finally:
        await response.aclose()


class _Start:
    """Reads the first kilobyte, and what comes with it."""

    headers = {"Range": f"bytes=0-{ENOUGH - 1}"}  # noqa: RUF012 - nobody changes it
    most = MOST
    silence = None

    async def read(self, response: httpx.Response) -> Answer:
        """The beginning, and why there is no more where it stopped short."""
        head, cut = bytearray(), None
        try:
            async with asyncio.timeout(None) as limit:
                async for chunk in chunks(response):
                    head += chunk
                    if len(head) >= ENOUGH:
                        await end_early(response)
                    if len(head) >= MOST:
                        break
                    if limit.when() is None:
                        limit.reschedule(asyncio.get_running_loop().time() + REST)
        except (OSError, httpx.TransportError, TooMuchError) as error:
            cut = error if len(head) < ENOUGH else None
        del head[MOST:]
        body = unzip(bytes(head), _packing(response.headers), MOST)
        return Answer(response.status_code, response.headers, body, cut)


def chunks(response: httpx.Response) -> httpx.AsyncByteStream:
    """The body as it comes, not unpacked."""
    if not isinstance(response.stream, httpx.AsyncByteStream):
        raise NoAnswerError(UnreachableReason.ANSWER, "no stream")
    return response.stream


def _packing(headers: httpx.Headers) -> str:
    return str(headers.get("content-encoding", "")).strip().lower()
