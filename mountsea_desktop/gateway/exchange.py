"""One request on its way, and whatever came back of it."""

import asyncio
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Any, cast

import httpx

from mountsea_desktop.gateway.decode import NonsenseError
from mountsea_desktop.gateway.error_from_response import Reply
from mountsea_desktop.network.bounded_unzip import unzip
from mountsea_desktop.network.pending_connection import PendingConnection, end_early, is_sending

LARGEST = 1024 * 1024
"""Bytes read of an answer, as sent with its headers and as unpacked; answers have a few hundred."""


class Exchange:
    """One request, what is known of its sending, and as much of the answer as came.

    It keeps what came even when the exchange ends in an exception: a status that was read is certain, however
    the body ended.
    """

    def __init__(self, request: httpx.Request, hide: Callable[[str], str], *, sent: bool = False) -> None:
        self.request = request
        self.hide = hide
        self.sent = sent
        """Whether a byte of the request may have left for the gateway; once true, it stays true."""
        self.status: int | None = None
        self._headers: Mapping[str, str] = {}
        self._body = bytearray()
        self._pending = PendingConnection()
        request.extensions["trace"] = self._watch

    @property
    def succeeded(self) -> bool:
        """Whether the gateway said 2xx."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def server_time(self) -> float | None:
        """Unix time by the clock of whoever answered, where the answer says."""
        try:
            return parsedate_to_datetime(self._headers["date"]).timestamp()
        except (KeyError, ValueError, TypeError, OverflowError):
            return None

    @property
    def reply(self) -> Reply:
        """What came, as far as it came; only after a status did."""
        assert self.status is not None  # noqa: S101 - a caller's bug, not a state of the network
        return Reply(
            self.status,
            self._headers,
            unzip(bytes(self._body), self._headers.get("content-encoding", ""), LARGEST),
            self.hide,
        )

    async def run(self, transport: httpx.AsyncBaseTransport, until: float) -> None:
        """Send and read, until then by the loop's clock; raises `NonsenseError` and what httpx raises."""
        try:
            async with asyncio.timeout_at(until):
                response = await transport.handle_async_request(self.request)
                try:
                    self.status, self._headers = response.status_code, response.headers
                    await self._read(response)
                finally:
                    await response.aclose()
        finally:
            await self._pending.close()

    async def _read(self, response: httpx.Response) -> None:
        is_too_long = False
        try:
            async for piece in cast("httpx.AsyncByteStream", response.stream):
                room = LARGEST - len(self._body)
                self._body += piece[:room]
                if len(piece) > room and not is_too_long:
                    is_too_long = True
                    await end_early(response)
        except httpx.TransportError:
            if not is_too_long:
                raise
        if is_too_long:
            raise NonsenseError(f"more than {LARGEST} bytes")

    async def _watch(self, event: str, info: Mapping[str, Any]) -> None:
        await self._pending.watch(event, info)
        self.sent = self.sent or is_sending(event, info)


class Connected(Exception):  # noqa: N818 - no error: it ends the attempt where it was to end
    """The way is clear, up to where the request itself would be sent."""


class ConnectionProbe(Exchange):
    """Goes the whole way, through proxy and encryption, and turns back before the request is sent."""

    async def _watch(self, event: str, info: Mapping[str, Any]) -> None:
        if is_sending(event, info):
            raise Connected
        await super()._watch(event, info)
