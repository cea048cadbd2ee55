import asyncio
import time

import httpx
import pytest

from mountsea_desktop.links import download
from mountsea_desktop.links.download import Downloader
from mountsea_desktop.links.fetch import Fetcher
from mountsea_desktop.links.verdict import DownloadError, DownloadFault
from tests.links.server import answer, serving

SONG = b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x64" * 300_000


def fetcher(*, allow_loopback: bool = True, found: str = "127.0.0.1") -> Fetcher:
    return Fetcher(
        None, allow_loopback=allow_loopback, proxy_for=lambda _: "", look_up=lambda _: [found], tls=None
    )


def downloader(**options: int) -> Downloader:
    return Downloader(fetcher(), allow_loopback=True, **options)


class Sink(bytearray):
    async def write(self, data: bytes) -> None:
        self.extend(data)


async def fault_of(link: str, sink: Sink | None = None, **options: int) -> DownloadFault:
    with pytest.raises(DownloadError) as caught:
        await downloader(**options).download(link, (Sink() if sink is None else sink).write)
    assert "127.0.0.1" not in caught.value.details
    return caught.value.fault


async def test_a_song_is_handed_on_as_it_is_and_without_a_name_or_token() -> None:
    async with serving() as server:
        sink = Sink()
        kind = await downloader().download(server.at("/a.mp3?key=x", answer(200, SONG)), sink.write)
        assert (kind, bytes(sink)) == ("mp3", SONG)
        line, *fields = server.asked[0].decode().strip().split("\r\n")
        assert line == "GET /a.mp3?key=x HTTP/1.1"
        assert {field.split(":")[0].lower() for field in fields} == {
            "host", "user-agent", "accept", "accept-encoding", "connection",
        }  # fmt: skip


async def test_a_redirect_is_followed_and_not_for_ever() -> None:
    async with serving() as server:
        song = server.at("/a.mp3", answer(200, SONG))
        link = server.at("/b", answer(302, Location=song))
        assert await downloader().download(link, Sink().write) == "mp3"
        loop = server.at("/loop", answer(302, Location="/loop"))
        assert await fault_of(loop) is DownloadFault.REFUSED


@pytest.mark.parametrize("status", [404, 403, 500])
async def test_an_answer_that_is_no_file(status: int) -> None:
    async with serving() as server:
        assert await fault_of(server.at("/a.mp3", answer(status, SONG))) is DownloadFault.REFUSED


async def test_what_is_no_sound_is_not_handed_on() -> None:
    async with serving() as server:
        for body in (b"<!doctype html>" + bytes(5_000), b"MZ" + bytes(5_000), b"PK", b""):
            sink = Sink()
            assert await fault_of(server.at("/a.mp3", answer(200, body)), sink) is DownloadFault.NOT_SOUND
            assert not sink


async def test_a_file_that_says_it_is_too_large_is_not_begun() -> None:
    async with serving() as server:
        link = server.at("/a.mp3", [b"HTTP/1.1 200 OK\r\nContent-Length: 2000000000\r\n\r\n" + SONG])
        sink = Sink()
        assert await fault_of(link, sink) is DownloadFault.TOO_LARGE
        assert not sink
        await server.gone.wait()


async def test_a_file_that_does_not_end_is_read_no_further_than_allowed() -> None:
    async with serving() as server:
        link = server.at("/a.mp3", [b"HTTP/1.1 200 OK\r\n\r\n" + SONG * 3])
        sink = Sink()
        assert await fault_of(link, sink, largest=1_000_000) is DownloadFault.TOO_LARGE
        assert len(sink) <= 1_000_000
        await server.gone.wait()


async def test_a_file_that_ends_too_early_is_not_whole() -> None:
    async with serving() as server:
        short = answer(200, SONG, Content_Length=str(len(SONG) + 1))
        assert await fault_of(server.at("/a.mp3", short)) is DownloadFault.UNREACHABLE


async def test_nobody_there() -> None:
    async with serving() as server:
        link = server.at("/a.mp3", answer(200, SONG))
    assert await fault_of(link) is DownloadFault.UNREACHABLE


async def test_a_place_that_falls_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download._File, "silence", 0.1)
    async with serving() as server:
        link = server.at("/a.mp3", [b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nID3"])
        assert await fault_of(link) is DownloadFault.UNREACHABLE
        await server.gone.wait()


DRIP = [b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + b"3\r\nID3\r\n" + b"1\r\n0\r\n" * 100_000]


async def test_a_song_that_comes_too_slowly_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "GRACE", 0.5)
    async with serving() as server:
        link = server.at("/a.mp3", DRIP)
        with pytest.raises(DownloadError) as caught:
            await asyncio.wait_for(downloader().download(link, Sink().write), 10)
        assert (caught.value.fault, caught.value.details) == (DownloadFault.UNREACHABLE, "too slow")
        await server.gone.wait()


async def test_a_song_in_single_bytes_leaves_time_for_the_window() -> None:
    count = 100 * download.RESPITE
    body = b"3\r\nID3\r\n" + b"1\r\n0\r\n" * count + b"0\r\n\r\n"
    async with serving() as server:
        link = server.at("/a.mp3", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
        before = time.monotonic()
        assert await downloader().download(link, Sink().write) == "mp3"
        assert time.monotonic() - before > 0.9 * 100 * download.PAUSE


@pytest.mark.parametrize(
    "link",
    [
        "http://127.0.0.1/a.mp3",
        "http://10.0.0.5/a.mp3",
        "file:///etc/passwd",
        "ftp://a.example/a.mp3",
        "no link",
    ],
)
async def test_addresses_of_this_computer_and_its_network_are_never_asked(link: str) -> None:
    asking = Downloader(fetcher(allow_loopback=False))
    with pytest.raises(DownloadError) as caught:
        await asking.download(link, Sink().write)
    assert caught.value.fault is DownloadFault.PRIVATE


async def test_a_name_or_a_redirect_that_leads_home_is_refused() -> None:
    guarded = Downloader(fetcher(allow_loopback=False, found="10.0.0.5"))
    with pytest.raises(DownloadError) as caught:
        await guarded.download("http://songs.example/a.mp3", Sink().write)
    assert caught.value.fault is DownloadFault.PRIVATE
    async with serving() as server:
        home = server.at("/b", answer(302, Location="http://10.0.0.5/a.mp3"))
        assert await fault_of(home) is DownloadFault.PRIVATE


async def test_what_the_taker_raises_is_raised_and_the_rest_is_not_read() -> None:
    async def full(_: bytes) -> None:
        raise KeyError("full")

    async with serving() as server:
        with pytest.raises(KeyError):
            await downloader().download(server.at("/a.mp3", answer(200, SONG)), full)


async def test_it_works_on_any_transport() -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=httpx.ByteStream(SONG)))
    over = Fetcher(transport, allow_loopback=False, proxy_for=lambda _: "", look_up=None, tls=None)
    assert await Downloader(over).download("https://songs.example/a.mp3", Sink().write) == "mp3"
