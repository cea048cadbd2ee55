import asyncio
import ssl
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx
import pytest
import trustme

from mountsea_desktop.network.bounded_stream import HEADERS_ONLY, BoundedTransport, TooMuchError
from tests.fakes.network import recorded_connections

LIMIT = 65_536
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(first: bytes, forever: bytes, tls: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    """A server that answers with `first`, and then says `forever` without an end."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await reader.readuntil(b"\r\n\r\n"):
                writer.write(first)
                while forever:
                    writer.write(forever * 500)
                    await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            gone.set()

    gone = asyncio.Event()
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=tls)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await gone.wait()


def transport(tls: ssl.SSLContext | None = None, limit: int = LIMIT) -> BoundedTransport:
    return BoundedTransport(limit, tls or ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))


async def body_of(made: httpx.AsyncHTTPTransport, url: str) -> bytes:
    response = await made.handle_async_request(httpx.Request("GET", url, headers={"Host": "localhost"}))
    try:
        return await response.aread()
    finally:
        await response.aclose()


@pytest.mark.parametrize(
    ("first", "forever"),
    [
        (b"", b"HTTP/1.1 103 \r\n\r\n"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n", b"x" * 100),
    ],
    ids=["interim answers", "chunks of one byte", "a body"],
)
async def test_what_has_no_end_is_ended(first: bytes, forever: bytes) -> None:
    async with serving(first, forever) as port, transport() as made:
        with pytest.raises(TooMuchError, match="65536"):
            await body_of(made, f"http://127.0.0.1:{port}/")


async def test_no_request_looks_for_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is missing is looked for again and again, in every folder: httpcore does so with `sniffio`."""

    class Looks:
        def find_spec(self, name: str, *_where: object) -> None:
            looked_for.append(name)

    looked_for: list[str] = []
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    async with serving(answer, b"") as port, transport() as made:
        await body_of(made, f"http://127.0.0.1:{port}/")
        monkeypatch.setattr(sys, "meta_path", [Looks(), *sys.meta_path])
        assert await body_of(made, f"http://127.0.0.1:{port}/") == b"ok"
    assert not looked_for


async def test_interim_answers_have_no_more_room_than_headers_have() -> None:
    large = 200 * 1024 * 1024
    async with serving(b"", b"HTTP/1.1 103 \r\n\r\n") as port, transport(limit=large) as made:
        with pytest.raises(TooMuchError, match=f"{HEADERS_ONLY}"):
            await body_of(made, f"http://127.0.0.1:{port}/")


async def test_a_body_has_the_whole_limit_also_on_a_connection_that_is_kept() -> None:
    body = b"x" * (3 * HEADERS_ONLY)
    first = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body
    async with serving(first, b"") as port, transport(limit=4 * HEADERS_ONLY) as made:
        for _ in range(2):
            assert await body_of(made, f"http://127.0.0.1:{port}/") == body


async def test_encryption_hides_nothing_from_the_count() -> None:
    authority, trusting = trustme.CA(), ssl.create_default_context()
    authority.configure_trust(trusting)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    async with serving(b"", b"HTTP/1.1 103 \r\n\r\n", context) as port, transport(trusting) as made:
        with pytest.raises(TooMuchError):
            await body_of(made, f"https://127.0.0.1:{port}/")


async def test_a_connection_that_is_kept_has_the_whole_limit_for_each_request() -> None:
    body = b"x" * 60_000
    first = b"HTTP/1.1 200 OK\r\nContent-Length: 60000\r\n\r\n" + body
    async with serving(first, b"") as port, transport() as made:
        for _ in range(3):
            assert await body_of(made, f"http://127.0.0.1:{port}/") == body


async def test_closing_closes_everything_even_when_it_is_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = recorded_connections(monkeypatch)
    first = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
    async with serving(first, b"") as port:
        made = transport()
        await asyncio.gather(*(body_of(made, f"http://127.0.0.1:{port}/") for _ in range(4)))
        assert len(opened) == 4
        closing = asyncio.get_running_loop().create_task(made.aclose())
        for _ in range(2):
            await asyncio.sleep(0)
            closing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await closing
        assert all(one.is_closing() for one in opened)
