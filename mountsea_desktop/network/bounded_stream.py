"""Connections on which only so much comes in answer to one request, headers and all.

httpx counts nothing by itself: answers without end, interim ones too, and chunks of one byte each would keep
the painting thread busy until a deadline ends them. Counting where the bytes come in sees all of them.
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
    """More came than any answer has."""


def bound(transport: httpx.AsyncHTTPTransport, limit: int) -> None:
    """Let nobody send more than `limit` bytes between two things that are sent to them."""
    pool = transport._pool  # noqa: SLF001 - httpx has no other way to a backend of one's own
    pool._network_backend = _BoundedBackend(pool._network_backend, limit)  # noqa: SLF001 - the same


class _BoundedBackend(httpcore.AsyncNetworkBackend):
    def __init__(self, backend: httpcore.AsyncNetworkBackend, limit: int) -> None:
        self._backend = backend
        self._limit = limit

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's own interface
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        stream = await self._backend.connect_tcp(host, port, timeout, local_address, socket_options)
        return _BoundedStream(stream, self._limit)


class _BoundedStream(httpcore.AsyncNetworkStream):
    def __init__(self, stream: httpcore.AsyncNetworkStream, limit: int) -> None:
        self._stream = stream
        self._limit = limit
        self._came = 0
        """Bytes since something was last sent."""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - as above
        data = await self._stream.read(min(max_bytes, PIECE), timeout)
        self._came += len(data)
        if self._came > self._limit:
            raise TooMuchError(f"more than {self._limit} bytes")
        await asyncio.sleep(0)  # what has come already is handed out at once, and others must get their turn
        return data

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - as above
        self._came = 0
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - as above
    ) -> httpcore.AsyncNetworkStream:
        stream = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        return _BoundedStream(stream, self._limit)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
