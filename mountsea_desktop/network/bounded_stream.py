"""Connections that take only so much from a server for one request, whatever it calls what it sends.

The network library counts neither the bytes of headers nor those of interim answers (1xx), and reads them for
as long as they come; a body in pieces of one byte keeps it busy for minutes.
"""

import asyncio
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

PIECE = 4096
"""Bytes taken in at once: to make something of more, in chunks of one byte, would stop the painting."""


class TooMuchError(Exception):
    """A server has sent more than it may."""


def bound(transport: httpx.AsyncHTTPTransport, limit: int) -> None:
    """Have all connections of a new transport end by `TooMuchError`, `limit` bytes after the last write.

    What is written begins a request, so that a connection that is kept has the whole limit for each.
    """
    pool = transport._pool  # noqa: SLF001 - httpx hands no backend through to httpcore, which takes one
    pool._network_backend = _Backend(pool._network_backend, limit)  # noqa: SLF001


class _Stream(httpcore.AsyncNetworkStream):
    def __init__(self, inner: httpcore.AsyncNetworkStream, limit: int) -> None:
        self._inner = inner
        self._limit = limit
        self._left = limit

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - the interface
        """As much as is left."""
        if self._left <= 0:
            raise TooMuchError(f"more than {self._limit} bytes")
        data = await self._inner.read(min(max_bytes, self._left, PIECE), timeout)
        self._left -= len(data)
        await asyncio.sleep(0)  # what has come already is handed out at once, and others must get their turn
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - the interface
        """Begin anew to count."""
        self._left = self._limit
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        """Close the connection."""
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - the interface
    ) -> httpcore.AsyncNetworkStream:
        """The encrypted connection, which counts what comes out of it."""
        return _Stream(await self._inner.start_tls(ssl_context, server_hostname, timeout), self._limit)

    def get_extra_info(self, info: str) -> Any:
        """What is known of the connection."""
        return self._inner.get_extra_info(info)


class _Backend(httpcore.AsyncNetworkBackend):
    def __init__(self, inner: httpcore.AsyncNetworkBackend, limit: int) -> None:
        self._inner = inner
        self._limit = limit

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the interface
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection that counts."""
        inner = await self._inner.connect_tcp(host, port, timeout, local_address, socket_options)
        return _Stream(inner, self._limit)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await self._inner.sleep(seconds)
