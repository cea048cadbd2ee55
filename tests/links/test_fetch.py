import contextlib
import gzip
import ssl
import threading
import zlib
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import trustme

from mountsea_desktop.links import fetch
from mountsea_desktop.links.fetch import Fetcher, NoAnswerError, addresses_of
from mountsea_desktop.links.verdict import PrivateNameError, UnreachableReason
from mountsea_desktop.network import certificates
from mountsea_desktop.network.proxy import Login, Logins
from tests.links.server import Server, answer, serving


def fetcher(
    addresses: list[str] | None = None,
    *,
    allow_loopback: bool = True,
    proxy: str = "",
    tls: ssl.SSLContext | None = None,
) -> Fetcher:
    def look_up(name: str) -> list[str]:
        if addresses is None:
            raise OSError(f"no address for {name}")
        return addresses

    return Fetcher(None, allow_loopback=allow_loopback, proxy_for=lambda _: proxy, look_up=look_up, tls=tls)


def behind(server: Server, look_up: Callable[[str], list[str]], logins: Logins | None = None) -> Fetcher:
    """One that goes through the server as its proxy."""
    proxy = f"http://127.0.0.1:{server.port}"
    return Fetcher(
        None, allow_loopback=False, proxy_for=lambda _: proxy, look_up=look_up, tls=None, logins=logins
    )


async def test_a_request_carries_nothing_but_what_it_must() -> None:
    async with serving() as server:
        link = server.at(
            "/a.mp3?x=%2F;y", answer(206, b"ID3", Content_Range="bytes 0-2/5000", Set_Cookie="a=b")
        )
        got = await fetcher().start_of(httpx.URL(link))
        assert (got.status, got.head, got.size) == (206, b"ID3", 5000)
        line, *fields = server.asked[0].decode().strip().split("\r\n")
        assert line == "GET /a.mp3?x=%2F;y HTTP/1.1"
        assert {field.split(":")[0].lower() for field in fields} == {
            "host", "user-agent", "accept", "accept-encoding", "range", "connection",
        }  # fmt: skip
        assert "Range: bytes=0-1023" in fields
        assert "Accept-Encoding: identity" in fields


async def test_an_endless_answer_is_read_no_further_than_needed() -> None:
    async with serving() as server:
        got = await fetcher().start_of(httpx.URL(server.at("/endless", "endless")))
        assert fetch.ENOUGH <= len(got.head) <= fetch.MOST
        await server.gone.wait()
        assert server.sent < 16_000_000  # what fits into the sockets' own buffers


@pytest.mark.parametrize(
    ("headers", "status", "size"),
    [
        ({"Content-Range": "bytes 0-1023/77"}, 206, 77),
        ({"Content-Range": "bytes 0-1023/*"}, 206, None),
        ({"Content-Length": "1024"}, 206, None),
        ({"Content-Length": "77"}, 200, 77),
        ({"Content-Length": "77", "Content-Encoding": "gzip"}, 200, None),
        ({"Content-Length": "77", "Content-Encoding": "Identity"}, 200, 77),
        ({"Content-Length": "many"}, 200, None),
        ({}, 200, None),
    ],
)
def test_the_size_is_what_the_server_credibly_says(
    headers: dict[str, str], status: int, size: int | None
) -> None:
    assert fetch.Answer(status, httpx.Headers(headers), b"").size == size


@pytest.mark.parametrize("name", ["gzip", "GZIP", "x-gzip", " deflate"])
@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, bytes])
async def test_what_was_packed_against_our_wish_is_unpacked_within_limits(pack: object, name: str) -> None:
    assert callable(pack)
    body = pack(b"<html>" + bytes(10_000_000))[:8000]
    transport = httpx.MockTransport(
        lambda _: httpx.Response(200, stream=httpx.ByteStream(body), headers={"Content-Encoding": name})
    )
    got = await Fetcher(
        transport, allow_loopback=False, proxy_for=lambda _: "", look_up=None, tls=None
    ).start_of(httpx.URL("https://example.com/"))
    assert got.head.startswith(b"<html>")
    assert len(got.head) <= fetch.MOST


async def test_a_name_is_connected_to_at_the_address_that_was_looked_at() -> None:
    async with serving() as server:
        server.at("/a.mp3", answer(200, b"fLaC"))
        got = await fetcher(["127.0.0.1"]).start_of(httpx.URL(f"http://songs.example:{server.port}/a.mp3"))
        assert got.head == b"fLaC"
        assert f"Host: songs.example:{server.port}".encode() in server.asked[0]


async def test_the_certificate_must_be_the_names_though_the_address_is_connected_to() -> None:
    authority = trustme.CA()
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("songs.example").configure_cert(context)
    async with serving(context) as server:
        server.at("/a.mp3", answer(200, b"fLaC"))
        good = fetcher(["127.0.0.1"], tls=trusting)
        assert (await good.start_of(httpx.URL(f"https://songs.example:{server.port}/a.mp3"))).head == b"fLaC"
        with pytest.raises(httpx.ConnectError, match="certificate"):
            await good.start_of(httpx.URL(f"https://other.example:{server.port}/a.mp3"))


async def test_the_systems_certificates_are_read_once_for_all_links(monkeypatch: pytest.MonkeyPatch) -> None:
    read = []

    def trusted(_file: object) -> ssl.SSLContext:
        read.append(threading.current_thread())
        authority.configure_trust(trusting := ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        return trusting

    monkeypatch.setattr("mountsea_desktop.network.certificates.trusted", trusted)
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("songs.example").configure_cert(context)
    async with serving(context) as server:
        server.at("/a.mp3", answer(200, b"fLaC"))
        looking = fetcher(["127.0.0.1"])
        for _ in range(2):
            await looking.start_of(httpx.URL(f"https://songs.example:{server.port}/a.mp3"))
    [thread] = read
    assert thread is not threading.current_thread()


async def test_a_certificate_is_trusted_as_soon_as_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    studio, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    studio.issue_cert("songs.example").configure_cert(context)
    installed = tmp_path / "installed.pem"
    trustme.CA().cert_pem.write_to_path(installed)
    trusted = certificates.trusted
    monkeypatch.setattr(certificates, "trusted", lambda _: trusted(installed))
    async with serving(context) as server:
        server.at("/a.mp3", answer(200, b"fLaC"))
        looking, url = fetcher(["127.0.0.1"]), httpx.URL(f"https://songs.example:{server.port}/a.mp3")
        with pytest.raises(httpx.ConnectError):
            await looking.start_of(url)
        studio.cert_pem.write_to_path(installed)
        assert (await looking.start_of(url)).head == b"fLaC"


async def test_the_next_address_is_tried_when_one_is_dead() -> None:
    async with serving() as server:
        server.at("/", answer(200, b"x"))
        got = await fetcher(["127.0.0.2", "127.0.0.1"]).start_of(
            httpx.URL(f"http://songs.example:{server.port}/")
        )
        assert got.head == b"x"


@pytest.mark.parametrize("found", [["127.0.0.1"], ["10.0.0.1", "fd00::1"], ["::1"]])
async def test_a_public_name_that_leads_home_is_refused_unasked(found: list[str]) -> None:
    with pytest.raises(PrivateNameError):
        await fetcher(found, allow_loopback=False).start_of(httpx.URL("https://songs.example/a.mp3"))


async def test_names_nobody_knows_and_names_a_filter_hides_leave_doubt() -> None:
    for found in (None, ["0.0.0.0"], ["0.0.0.0", "::"], []):  # noqa: S104 - answers, not bound to
        with pytest.raises(NoAnswerError) as raised:
            await fetcher(found, allow_loopback=False).start_of(httpx.URL("https://songs.example/a.mp3"))
        assert raised.value.reason is UnreachableReason.NAME


async def test_behind_a_proxy_names_are_the_proxys_business() -> None:
    async with serving() as server:
        server.answers["http://songs.example/a.mp3"] = answer(200, b"fLaC")
        through = fetcher(None, proxy=f"http://127.0.0.1:{server.port}")
        assert (await through.start_of(httpx.URL("http://songs.example/a.mp3"))).head == b"fLaC"


@pytest.mark.parametrize(
    ("found", "refused"),
    [
        (["10.0.0.5"], True),
        (["127.0.0.1", "fd00::1"], True),
        (["10.0.0.5", "8.8.8.8"], False),
        (["198.18.0.7"], False),
        (["0.0.0.0"], False),  # noqa: S104 - an answer, not bound to
        ([], False),
    ],
)
async def test_behind_a_proxy_a_name_that_leads_home_is_refused_all_the_same(
    found: list[str], refused: bool
) -> None:
    async with serving() as server:
        server.answers["http://songs.example/a.mp3"] = answer(200, b"fLaC")
        through = fetcher(found, allow_loopback=False, proxy=f"http://127.0.0.1:{server.port}")
        url = httpx.URL("http://songs.example/a.mp3")
        if refused:
            with pytest.raises(PrivateNameError):
                await through.start_of(url)
        else:
            assert (await through.start_of(url)).head == b"fLaC"
        assert len(server.asked) == (not refused)


async def test_behind_a_proxy_a_look_up_that_hangs_holds_nobody_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "LOOK_UP", 0.05)
    hung = threading.Event()

    def hangs(_: str) -> list[str]:
        hung.wait(10)
        return ["10.0.0.5"]

    async with serving() as server:
        server.answers["http://songs.example/a.mp3"] = answer(200, b"fLaC")
        through = behind(server, hangs)
        assert (await through.start_of(httpx.URL("http://songs.example/a.mp3"))).head == b"fLaC"
    hung.set()


class Ana:
    """Knows one login, and hears of it when it was refused."""

    def __init__(self) -> None:
        self.heard: list[str] = []

    async def of(self, _place: str) -> Login | None:
        return Login("ana", "word")

    def refused(self, proxy: str) -> None:
        self.heard.append(proxy)


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_a_login_that_was_refused_is_told_of(scheme: str) -> None:
    ana = Ana()
    link = httpx.URL(f"{scheme}://songs.example/a.mp3")
    async with serving() as server:
        server.answers[str(link)] = server.answers["songs.example:443"] = answer(407)
        through = behind(server, lambda _: [], ana)
        with contextlib.suppress(httpx.ProxyError):
            assert (await through.start_of(link)).status == 407
        assert ana.heard == [f"http://ana:word@127.0.0.1:{server.port}"]


async def test_a_proxy_that_wants_a_login_gets_the_one_that_is_known() -> None:
    async with serving() as server:
        server.answers["http://songs.example/a.mp3"] = answer(200, b"fLaC")
        through = behind(server, lambda _: [], Ana())
        assert (await through.start_of(httpx.URL("http://songs.example/a.mp3"))).head == b"fLaC"
        assert b"Proxy-Authorization: Basic YW5hOndvcmQ=" in server.asked[0]


def test_a_name_for_this_computer_is_known_without_a_network() -> None:
    assert addresses_of("localhost")[0] == "127.0.0.1"


async def test_an_international_name_is_looked_up_as_it_is_sent() -> None:
    """A resolver takes the letters of straße.de for strasse.de, which is somebody else's."""
    asked = []

    def look_up(name: str) -> list[str]:
        asked.append(name)
        return ["127.0.0.1"]

    async with serving() as server:
        server.at("/a.mp3", answer(200, b"fLaC"))
        looking = Fetcher(None, allow_loopback=True, proxy_for=lambda _: "", look_up=look_up, tls=None)
        await looking.start_of(httpx.URL(f"http://straße.de:{server.port}/a.mp3"))
        assert asked == ["xn--strae-oqa.de"]
        assert f"Host: xn--strae-oqa.de:{server.port}".encode() in server.asked[0]


async def test_behind_a_proxy_a_slow_look_up_that_leads_home_refuses_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetch, "LOOK_UP", 0.2)
    is_asked = threading.Event()

    def slow(_: str) -> list[str]:
        is_asked.wait(10)
        return ["10.0.0.5"]

    async with serving() as server:
        server.answers["http://songs.example/a.mp3"] = answer(200, b"fLaC")
        through = behind(server, slow)
        asking = through._through

        async def asked(proxy: str, url: httpx.URL, reader: fetch.Reader) -> fetch.Answer:
            is_asked.set()
            return await asking(proxy, url, reader)

        monkeypatch.setattr(through, "_through", asked)
        with pytest.raises(PrivateNameError):
            await through.start_of(httpx.URL("http://songs.example/a.mp3"))
