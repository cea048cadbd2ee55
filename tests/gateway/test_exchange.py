import asyncio
import gzip
import zlib
from collections.abc import AsyncIterator

import httpx
import pytest

from mountsea_desktop.gateway.decode import NonsenseError
from mountsea_desktop.gateway.exchange import LARGEST, Exchange


class Pieces(httpx.AsyncByteStream):
    def __init__(self, *pieces: bytes, then: Exception | None = None) -> None:
        self.pieces = pieces
        self.then = then
        self.closed = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self.pieces:
            yield piece
        if self.then is not None:
            raise self.then

    async def aclose(self) -> None:
        self.closed = True


def soon() -> float:
    return asyncio.get_running_loop().time() + 5


async def run(stream: Pieces, **headers: str) -> Exchange:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    transport = httpx.MockTransport(lambda _: httpx.Response(200, headers=named, stream=stream))
    exchange = Exchange(httpx.Request("GET", "http://localhost"), str.upper)
    try:
        await exchange.run(transport, soon())
    finally:
        assert stream.closed
    return exchange


async def test_what_came_is_kept() -> None:
    exchange = await run(Pieces(b"a", b"b"))
    assert exchange.succeeded
    assert exchange.reply.body == b"ab"
    assert exchange.reply.details == "HTTP 200 OK\nAB"


async def test_exactly_the_limit_is_read_and_no_byte_more() -> None:
    assert len((await run(Pieces(b"x" * LARGEST))).reply.body) == LARGEST
    with pytest.raises(NonsenseError):
        await run(Pieces(b"x" * LARGEST, b"x"))


async def test_what_came_before_it_broke_off_is_kept() -> None:
    stream = Pieces(b"half", then=httpx.ReadError("gone"))
    transport = httpx.MockTransport(lambda _: httpx.Response(401, stream=stream))
    exchange = Exchange(httpx.Request("GET", "http://localhost"), str)
    with pytest.raises(httpx.ReadError):
        await exchange.run(transport, soon())
    assert exchange.status == 401
    assert not exchange.succeeded
    assert exchange.reply.body == b"half"


@pytest.mark.parametrize(("how", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
async def test_what_something_in_between_packed_is_unpacked(how: str, pack: type[bytes]) -> None:
    assert (await run(Pieces(pack(b"hello")), content_encoding=how)).reply.body == b"hello"


async def test_fault_33_a_bomb_is_not_unpacked_beyond_the_limit() -> None:
    exchange = await run(Pieces(gzip.compress(bytes(50_000_000))), content_encoding="gzip")
    assert len(exchange.reply.body) == LARGEST


async def test_what_cannot_be_unpacked_stays() -> None:
    assert (await run(Pieces(b"hello"), content_encoding="br")).reply.body == b"hello"


async def test_nothing_is_known_of_sending_until_it_begins() -> None:
    request = httpx.Request("POST", "http://localhost")
    exchange = Exchange(request, str)
    watch = request.extensions["trace"]
    await watch("http11.send_request_headers.started", {"request": httpx_core_request(b"CONNECT")})
    assert not exchange.sent
    await watch("http11.send_request_headers.started", {"request": httpx_core_request(b"POST")})
    assert exchange.sent


def httpx_core_request(method: bytes) -> object:
    return type("Request", (), {"method": method})()
