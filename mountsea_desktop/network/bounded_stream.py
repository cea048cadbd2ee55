"""Connections that take only so much from a server for one request, whatever it calls what it sends.

The network library counts neither the bytes of headers nor those of interim answers (1xx), and reads them for
as long as they come; a body in pieces of one byte keeps it busy for minutes.
"""

import asyncio
import ssl
from collections.abc import Iterable
from typing import Any, Self

import httpcore
import httpx

PIECE = 4096
"""Bytes taken in at once: to make something of more, in chunks of one byte, would stop the painting."""

HEADERS_ONLY = 64 * 1024
"""Bytes taken of headers and interim answers, and of somebody from whom nothing else is wanted."""

_LIMITS = httpx.Limits()
"""As many connections as are needed at once."""


class TooMuchError(Exception):
    """A server has sent more than it may."""


class BoundedTransport(httpx.AsyncHTTPTransport):
    """A transport whose connections end by `TooMuchError`, `limit` bytes after the last write.

    What is written begins a request, so that a connection that is kept has the whole limit for each. Until
    the answer itself has begun it is no more than `HEADERS_ONLY`, however many interim ones there are.

    Closing closes every connection that was opened: httpx's own pool forgets one that is just being opened
    then, and those it has not come to when closing is cancelled. May be closed again, after requests that
    outlived it.
    """

    def __init__(
        self,
        limit: int,
        verify: ssl.SSLContext,
        *,
        limits: httpx.Limits = _LIMITS,
        proxy: str | None = None,
    ) -> None:
        super().__init__(verify=verify, trust_env=False, limits=limits, proxy=proxy)
        pool = self._pool  # httpx hands no backend through to httpcore, which takes one
        self._backend = _Backend(pool._network_backend, limit)  # noqa: SLF001 - see above
        pool._network_backend = self._backend  # noqa: SLF001 - see above
        if proxy is not None and proxy.startswith("http"):
            self._pool = _BracketingPool(pool)  # type: ignore[assignment]  # it has all that httpx asks for

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send it; from when its answer has begun, the whole limit counts."""
        response = await super().handle_async_request(request)
        self._backend.let_bodies_come()
        return response

    async def aclose(self) -> None:
        """Close all connections, even if cancelled meanwhile."""
        try:
            await super().aclose()
        finally:
            await self._backend.close_all()

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _BracketingPool:
    """Writes an IPv6 address in brackets where a proxy is asked for it, which httpcore leaves out."""

    def __init__(self, inner: httpcore.AsyncConnectionPool) -> None:
        self._inner = inner

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        """Send the request as it is. `_Stream.start_tls` takes the brackets away again."""
        if b":" in request.url.host:
            request.url.host = b"[%b]" % request.url.host
        return await self._inner.handle_async_request(request)

    async def aclose(self) -> None:
        """Close it."""
        await self._inner.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, inner: httpcore.AsyncNetworkStream, limit: int, opened: "set[_Stream]") -> None:
        self._inner = inner
        self._limit = limit
        self._left = self._allowed = min(limit, HEADERS_ONLY)
        self._opened = opened
        opened.add(self)

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - the interface
        """As much as is left."""
        if self._left <= 0:
            raise TooMuchError(f"more than {self._allowed} bytes")
        data = await self._inner.read(min(max_bytes, self._left, PIECE), timeout)
        self._left -= len(data)
        await asyncio.sleep(0)  # what has come already is handed out at once, and others must get their turn
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - the interface
        """Begin anew to count."""
        self._left = self._allowed = min(self._limit, HEADERS_ONLY)
        await self._inner.write(buffer, timeout)

    def let_body_come(self) -> None:
        """Take as much as the limit allows from now on."""
        self._left, self._allowed = self._left + self._limit - self._allowed, self._limit

    async def aclose(self) -> None:
        """Close the connection."""
        self._opened.discard(self)
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the interface
    ) -> httpcore.AsyncNetworkStream:
        """Return the encrypted connection, which counts what comes out of it."""
        name = server_hostname.strip("[]") if server_hostname else None
        inner = await self._inner.start_tls(ssl_context, name, timeout)
        self._opened.discard(self)  # whoever closes the encrypted one closes this one with it
        return _Stream(inner, self._limit, self._opened)

    def get_extra_info(self, info: str) -> Any:
        """Return what is known of the connection."""
        return self._inner.get_extra_info(info)


class _Backend(httpcore.AsyncNetworkBackend):
    def __init__(self, inner: httpcore.AsyncNetworkBackend, limit: int) -> None:
        self._inner = inner
        self._limit = limit
        self._opened: set[_Stream] = set()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the interface
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Return a connection that counts."""
        inner = await self._inner.connect_tcp(host, port, timeout, local_address, socket_options)
        return _Stream(inner, self._limit, self._opened)

    def let_bodies_come(self) -> None:
        """An answer has begun. On the other connections it comes to little that they may take more, too."""
        for stream in self._opened:
            stream.let_body_come()

    async def close_all(self) -> None:
        """Close every connection that is open."""
        try:
            while self._opened:
                await self._opened.pop().aclose()
        finally:
            if self._opened:  # one of them failed to, or this was cancelled: the others all the same
                await self.close_all()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)
