"""Connections that were begun and never came to be used, or not to their end: both need a hand."""

from collections.abc import Mapping
from typing import Any

import httpx


class PendingConnection:
    """The connection of one request until the transport holds it.

    httpx's transport forgets a connection whose handshake is cancelled, by a time limit say, and leaves its
    socket open: it is closed by nobody, not even with the transport.
    """

    def __init__(self) -> None:
        self._connection: Any = None

    async def watch(self, event: str, info: Mapping[str, Any]) -> None:
        """To be told of all events of the request: its `trace` extension."""
        if event.endswith("connect_tcp.complete"):
            self._connection = info["return_value"]
        elif is_sending(event, info):
            self._connection = None

    async def close(self) -> None:
        """To be called when the request has come to its end, whatever that was."""
        if self._connection is not None:
            await self._connection.aclose()


def is_sending(event: str, info: Mapping[str, Any]) -> bool:
    """Return whether the request itself begins to be sent.

    One for a tunnel goes to a proxy and does not count.
    """
    return event.endswith("send_request_headers.started") and info["request"].method != b"CONNECT"


async def end_early(response: httpx.Response) -> None:
    """Have enough of an answer, from within the loop that reads it: that ends by an error then, or by itself.

    A loop that is just left leaves httpx's inner ones to the collector, which finishes them outside the event
    loop, where they cannot close their connection and complain instead.
    """
    await response.aclose()
