"""A handshake that is given up leaves no socket open."""

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import suppress

import httpx
import pytest

from mountsea_desktop.network.pending_connection import PendingConnection


class Deaf:
    """Takes connections, and never says a word."""

    def __init__(self) -> None:
        self.came = asyncio.Event()
        self.went = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.came.set()
        await reader.read()
        self.went.set()
        writer.close()


@pytest.fixture(autouse=True)
def _nobody_else_closes_it() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
async def deaf() -> AsyncIterator[tuple[Deaf, str]]:
    deaf = Deaf()
    server = await asyncio.start_server(deaf.serve, "127.0.0.1", 0)
    yield deaf, f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
    server.close()


async def given_up(deaf: Deaf, url: str, pending: PendingConnection) -> None:
    """A request that is cancelled in its handshake."""
    request = httpx.Request("GET", url, extensions={"trace": pending.watch})
    async with httpx.AsyncHTTPTransport() as transport:
        poller = asyncio.ensure_future(transport.handle_async_request(request))  # noqa: TID251 - a test's own
        await deaf.came.wait()
        poller.cancel()
        with suppress(asyncio.CancelledError):
            await poller


async def test_a_handshake_that_is_given_up_is_closed(deaf: tuple[Deaf, str]) -> None:
    pending = PendingConnection()
    await given_up(*deaf, pending)
    await pending.close()
    async with asyncio.timeout(5):
        await deaf[0].went.wait()


async def test_what_is_in_use_is_the_transports_own() -> None:
    closed: list[str] = []

    class Connection:
        async def aclose(self) -> None:
            closed.append("closed")

    pending = PendingConnection()
    await pending.watch("connection.connect_tcp.complete", {"return_value": Connection()})
    tunnel = type("Request", (), {"method": b"CONNECT"})()
    await pending.watch("http11.send_request_headers.started", {"request": tunnel})
    own = type("Request", (), {"method": b"GET"})()
    await pending.watch("http11.send_request_headers.started", {"request": own})
    await pending.close()
    assert closed == []
