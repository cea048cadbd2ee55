import asyncio
import gc
import ssl
from typing import TYPE_CHECKING

import httpx
import pytest
import trustme

from mountsea_desktop.links import fetch
from mountsea_desktop.links.check import REDIRECTS, LinkChecker
from mountsea_desktop.links.verdict import Checked, UnreachableReason, Verdict
from mountsea_desktop.runtime.facts import FactKey
from tests.links import sounds
from tests.links.server import answer, serving

if TYPE_CHECKING:
    from mountsea_desktop.workflow.ports import Checker

V = Verdict


def checker(**options: object) -> LinkChecker:
    return LinkChecker(allow_loopback=True, proxy_for=lambda _: "", **options)  # type: ignore[arg-type]  # whatever the test names


def test_it_is_what_the_job_asks_for() -> None:
    asked_for: Checker = LinkChecker()
    assert asked_for is not None


async def told(status: int = 200, body: bytes = b"", path: str = "/song.mp3", **headers: str) -> Checked:
    """The verdict on a link with this answer behind it."""
    async with serving() as server:
        return await checker().check(server.at(path, answer(status, body, **headers)))


@pytest.mark.parametrize(
    "body",
    [
        sounds.wav(),
        sounds.mp3(),
        sounds.id3(3000),
        sounds.flac(),
        sounds.aiff(),
        sounds.mp4(),
        b"OggS" + bytes(99),
    ],
)
async def test_audio_is_known_by_its_bytes_whatever_the_server_calls_it(body: bytes) -> None:
    for kind in ("audio/mpeg", "application/octet-stream", "text/html", ""):
        seen = await told(206, body[:1024], Content_Type=kind, Content_Range="bytes 0-1023/4000000")
        assert (seen.verdict, seen.size) == (V.AUDIO, 4_000_000)


async def test_size_duration_and_name_are_learned() -> None:
    seen = await told(
        206,
        sounds.wav(60),
        Content_Range="bytes 0-1023/10584044",
        Content_Disposition='attachment; filename="Best Song.wav"',
    )
    assert (seen.title, seen.size, seen.duration, seen.notes) == (
        "Best Song",
        10584044,
        60,
        ("not_encrypted",),
    )
    assert (await told(200, sounds.flac())).title == ""


@pytest.mark.parametrize(
    ("body", "size", "note"),
    [
        (sounds.wav(0.5), 88_244, "no_length"),
        (sounds.flac(10), 500_000, "short"),
        (sounds.flac(600), 90_000_000, "long"),
        (b"OggS" + bytes(50), 54, "tiny"),
    ],
)
async def test_odd_sizes_and_lengths_are_noted(body: bytes, size: int, note: str) -> None:
    seen = await told(206, body, Content_Range=f"bytes 0-1023/{size}")
    assert (seen.verdict, seen.notes) == (V.AUDIO, ("not_encrypted", note))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"<!DOCTYPE html><html>", "text/html; charset=utf-8"),
        (b"\xef\xbb\xbf\n <html>", "application/octet-stream"),
        (b"<?xml version='1.0'?><Error/>", "application/xml"),
        (b'{"error": "no"}', "application/json"),
        (b'[{"a": 1}]', ""),
        (b"", "text/html"),
    ],
)
async def test_a_page_is_told_from_a_song(body: bytes, kind: str) -> None:
    seen = await told(200, body, Content_Type=kind)
    assert (seen.verdict, seen.certain, seen.facts) == (V.WEB_PAGE, True, {"site": ""})


@pytest.mark.parametrize("body", [b"PK\x03\x04zip", b"#EXTM3U\n", b"", b"{not json", bytes(1024)])
async def test_other_files_are_doubted(body: bytes) -> None:
    seen = await told(200, body, Content_Type="application/octet-stream")
    assert (seen.verdict, seen.certain) == (V.NOT_AUDIO, False)


@pytest.mark.parametrize(
    ("status", "verdict", "certain"),
    [
        (401, V.NO_ACCESS, True),
        (403, V.NO_ACCESS, True),
        (404, V.NOT_THERE, True),
        (410, V.NOT_THERE, True),
        (400, V.UNREACHABLE, False),
        (407, V.UNREACHABLE, False),
        (416, V.UNREACHABLE, False),
        (429, V.UNREACHABLE, False),
        (500, V.UNREACHABLE, False),
        (503, V.UNREACHABLE, False),
        (302, V.UNREACHABLE, False),  # to nowhere
        (304, V.UNREACHABLE, False),
    ],
)
async def test_what_is_certain_and_what_is_not(status: int, verdict: Verdict, certain: bool) -> None:
    seen = await told(status, b"<html>sorry</html>")
    assert (seen.verdict, seen.certain, seen.facts[FactKey.STATUS]) == (verdict, certain, str(status))


async def test_redirects_are_followed_five_times() -> None:
    async with serving() as server:
        last = server.at("/Last%20Song.mp3", answer(200, sounds.mp3()))
        link = last
        for number in range(REDIRECTS):
            link = server.at(f"/{number}/download", answer((301, 302, 303, 307, 308)[number], Location=link))
        seen = await checker().check(link)
        assert (seen.verdict, seen.title) == (V.AUDIO, "Last Song")
        assert len(server.asked) == REDIRECTS + 1
        seen = await checker().check(server.at("/more", answer(302, Location=link)))
        assert (seen.verdict, seen.certain, seen.facts) == (V.UNREACHABLE, False, {"why": "redirects"})


@pytest.mark.parametrize(
    ("location", "verdict"),
    [
        ("http://192.168.1.1/admin", V.PRIVATE_ADDRESS),
        ("http://0xA9FEA9FE/latest/meta-data", V.PRIVATE_ADDRESS),
        ("http://router.local/", V.PRIVATE_ADDRESS),
        ("file:///etc/passwd", V.LOCAL_FILE),
        ("ftp://example.com/a.mp3", V.FORBIDDEN_FORM),
        ("https://me:secret@example.com/", V.FORBIDDEN_FORM),
    ],
)
async def test_no_redirect_leads_where_no_link_may_go(location: str, verdict: Verdict) -> None:
    seen = await told(302, Location=location)
    assert (seen.verdict, seen.certain) == (verdict, True)


async def test_a_public_link_must_not_be_sent_to_this_computer() -> None:
    transport = httpx.MockTransport(
        lambda _: httpx.Response(302, headers={"Location": "http://127.0.0.1:1/"})
    )
    seen = await LinkChecker(transport).check("https://example.com/a.mp3")
    assert (seen.verdict, seen.certain) == (V.PRIVATE_ADDRESS, True)


async def test_a_public_name_that_leads_home_is_refused() -> None:
    looking = LinkChecker(proxy_for=lambda _: "", look_up=lambda _: ["127.0.0.1"])
    seen = await looking.check("https://songs.example/a.mp3")
    assert (seen.verdict, seen.certain, seen.facts) == (V.PRIVATE_ADDRESS, True, {"host": "songs.example"})


def page(request: httpx.Request) -> httpx.Response:
    where = {
        "/private": "https://accounts.google.com/ServiceLogin",
        "/video": "https://www.youtube.com/watch?v=x",
        "/shortened": "https://www.dropbox.com/scl/fi/a/Song.mp3?rlkey=k&dl=0",
        "/shortened-drive": "https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view?usp=sharing",
        "/pan": "https://pan.baidu.com/s/1abc",
        "/wrapped": "https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa",
        "/signed": "https://www.kugou.com/x?Expires=9999999999&Signature=x",
        "/code": "https://github.com/me/songs?utm_source=x",
        "/scl/fi/b/back.mp3": "https://www.dropbox.com/scl/fi/b/back.mp3?rlkey=k&dl=0&st=x",
    }.get(request.url.path)
    again = "st=x" in request.url.query.decode()
    return (
        httpx.Response(302, headers={"Location": where})
        if where and not again
        else httpx.Response(200, html="<html>")
    )


@pytest.mark.parametrize(
    ("link", "verdict", "site"),
    [
        ("https://www.dropbox.com/s/abc/a.mp3", V.WEB_PAGE, "Dropbox"),
        ("https://drive.google.com/open?id=1AbCdEfGhIjKlMnOp", V.WEB_PAGE, "Google Drive"),
        ("https://example.com/private", V.NO_ACCESS, "Google"),
        ("https://example.com/video", V.NOT_A_FILE_SITE, "YouTube"),
        ("https://example.com/shortened", V.INDIRECT, "Dropbox"),
        ("https://example.com/shortened-drive", V.INDIRECT, "Google Drive"),
        ("https://example.com/pan", V.NEEDS_BROWSER, "百度网盘"),
        ("https://example.com/wrapped", V.WEB_PAGE, "Google"),
        ("https://example.com/signed", V.WEB_PAGE, "酷狗音乐"),
        ("https://example.com/code", V.WEB_PAGE, "GitHub"),
        ("https://www.dropbox.com/scl/fi/b/back.mp3?rlkey=k&dl=0", V.WEB_PAGE, "Dropbox"),
        ("https://example.com/a.mp3", V.WEB_PAGE, ""),
    ],
)
async def test_a_page_is_told_with_its_site(link: str, verdict: Verdict, site: str) -> None:
    seen = await LinkChecker(httpx.MockTransport(page)).check(link)
    assert (seen.verdict, seen.certain, seen.facts[FactKey.SITE]) == (verdict, True, site)


async def test_what_the_text_tells_needs_no_network() -> None:
    def never(_: httpx.Request) -> httpx.Response:
        raise AssertionError

    looking = LinkChecker(httpx.MockTransport(never), now=lambda: 2000.0)
    for link, verdict in (
        ("https://youtu.be/x", V.NOT_A_FILE_SITE),
        ("http://10.0.0.1/a.mp3", V.PRIVATE_ADDRESS),
        ("https://b.example.com/a.mp3?Expires=1000&Signature=x", V.EXPIRED),
        ("nothing", V.NOT_A_LINK),
        ("", V.NOT_A_LINK),
    ):
        assert (await looking.check(link)).verdict is verdict


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (httpx.ConnectTimeout("x"), "timeout"),
        (httpx.ReadTimeout("x"), "timeout"),
        (httpx.ConnectError("x"), "connection"),
        (httpx.ReadError("x"), "connection"),
        (httpx.RemoteProtocolError("x"), "connection"),
        (httpx.ProxyError("x"), "proxy"),
        (ConnectionResetError("x"), "connection"),
        (httpx.InvalidURL("x"), "answer"),
        (RuntimeError("x"), "answer"),
    ],
)
async def test_every_failure_is_a_doubt(error: Exception, why: str) -> None:
    def fail(_: httpx.Request) -> httpx.Response:
        raise error

    seen = await LinkChecker(httpx.MockTransport(fail)).check("https://example.com/a.mp3")
    assert (seen.verdict, seen.certain, seen.facts) == (V.UNREACHABLE, False, {"why": why})
    assert type(error).__name__ in seen.details


async def test_silence_ends_at_the_deadline() -> None:
    async with serving() as server:
        seen = await checker(deadline=0.3).check(server.at("/a.mp3", ...))
        assert (seen.verdict, seen.certain, seen.facts) == (V.UNREACHABLE, False, {"why": "timeout"})
        await asyncio.wait_for(server.gone.wait(), 10)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (b"", "connection"),
        (b"SSH-2.0-OpenSSH\r\n", "connection"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort", "connection"),
    ],
)
async def test_broken_answers_are_a_doubt(said: bytes, why: str) -> None:
    async with serving() as server:
        seen = await checker().check(server.at("/a.mp3", said))
        assert (seen.verdict, seen.certain, seen.facts) == (V.UNREACHABLE, False, {"why": why})


@pytest.mark.parametrize("ending", [b"", ...], ids=["broken off", "stalled"])
@pytest.mark.parametrize(
    ("status", "body", "verdict", "certain"),
    [
        (206, sounds.mp3()[:600], V.AUDIO, False),
        (200, sounds.flac(), V.AUDIO, False),
        (200, b"<!doctype html><html>", V.WEB_PAGE, True),
        (404, b"<!doctype", V.NOT_THERE, True),
        (200, b"who knows", V.UNREACHABLE, False),
        (200, b"", V.UNREACHABLE, False),
    ],
)
async def test_what_came_before_an_answer_stopped_is_judged(
    status: int,
    body: bytes,
    verdict: Verdict,
    certain: bool,
    ending: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetch, "REST", 0.05)
    said = answer(status, body, Content_Length="4000000")
    async with serving() as server:
        link = server.at("/a.mp3", said if ending == b"" else [said, ...])
        seen = await checker(deadline=1.0).check(link)
        assert (seen.verdict, seen.certain) == (verdict, certain)
        if verdict is V.UNREACHABLE:
            assert seen.facts[FactKey.WHY] == ("connection" if ending == b"" else "timeout")
        await server.gone.wait()


async def test_a_partial_answer_that_never_ends_is_left_after_a_kilobyte(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fetch, "REST", 60.0)
    said = answer(206, sounds.mp3()[:1024], Content_Length="", Content_Range="bytes 0-1023/4000000")
    async with serving() as server:
        seen = await checker().check(server.at("/a.mp3", [said, ...]))
        assert (seen.verdict, seen.size) == (V.AUDIO, 4_000_000)
        await server.gone.wait()


async def test_an_untrusted_certificate_is_a_doubt_and_said() -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    async with serving(context) as server:
        seen = await checker().check(f"https://127.0.0.1:{server.port}/a.mp3")
        assert (seen.verdict, seen.certain, seen.facts) == (V.UNREACHABLE, False, {"why": "certificate"})


async def test_nobody_listening_and_no_such_name_are_doubts() -> None:
    async with serving() as server:
        port = server.port
    assert (await checker().check(f"http://127.0.0.1:{port}/a.mp3")).facts == {"why": "connection"}

    def unknown(name: str) -> list[str]:
        raise OSError(name)

    assert (await checker(look_up=unknown).check("https://songs.example/a.mp3")).facts == {"why": "name"}


async def test_an_endless_answer_does_not_keep_anybody() -> None:
    async with serving() as server:
        seen = await checker().check(server.at("/a.mp3", "endless"))
        assert seen.verdict is V.NOT_AUDIO
        await asyncio.wait_for(server.gone.wait(), 10)


async def test_cancelled_checks_do_not_wear_the_checker_out() -> None:
    async with serving() as server:
        silent, good = server.at("/silent", ...), server.at("/a.mp3", answer(200, sounds.mp3()))
        looking = checker()
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(looking.check(silent)) for _ in range(30)]
            for _ in range(30):
                await server.silent.acquire()
            for task in tasks:
                task.cancel()
        assert all(task.cancelled() for task in tasks)
        assert (await looking.check(good)).verdict is V.AUDIO


async def test_a_look_that_takes_too_long_in_its_handshake_leaves_no_socket_open() -> None:
    went = asyncio.Event()

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        went.set()
        writer.close()

    server = await asyncio.start_server(deaf, "127.0.0.1", 0)
    link = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/a.mp3"
    gc.collect()
    gc.disable()  # which might close it by chance
    try:
        checked = await checker(deadline=1.0).check(link)
        assert checked.facts[FactKey.WHY] == UnreachableReason.TIMEOUT
        async with asyncio.timeout(5):
            await went.wait()
    finally:
        gc.enable()
        server.close()


@pytest.mark.parametrize(
    ("location", "path"),
    [
        (b"/jos\xe9.mp3", "/jos%E9.mp3"),
        (b"/synspr\xf8ve.mp3", "/synspr%F8ve.mp3"),
        ("/晴天.mp3".encode("gbk"), "/%C7%E7%CC%EC.mp3"),
        ("/晴天.mp3".encode(), "/%E6%99%B4%E5%A4%A9.mp3"),
        (b"/a%20b.mp3", "/a%20b.mp3"),
    ],
)
async def test_a_redirect_is_followed_byte_by_byte(location: bytes, path: str) -> None:
    moved = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + b"\r\n\r\n"
    async with serving() as server:
        server.at(path, answer(200, sounds.mp3()))
        assert (await checker().check(server.at("/start", moved))).verdict is V.AUDIO


@pytest.mark.parametrize("line", [b"Content Type: audio/mpeg", b"a/b c: d", b"<b>Warning</b>: x in y"])
async def test_broken_headers_are_an_answer_that_makes_no_sense(line: bytes) -> None:
    said = b"HTTP/1.1 200 OK\r\n" + line + b"\r\nContent-Length: 3\r\n\r\nID3"
    async with serving() as server:
        seen = await checker().check(server.at("/a.mp3", said))
        assert (seen.verdict, seen.certain, seen.facts) == (V.UNREACHABLE, False, {"why": "answer"})


@pytest.mark.parametrize(
    ("page", "site", "add"),
    [
        (b'<!DOCTYPE html><html class="ng-csp" data-placeholder-focus="false">', "Nextcloud", "/download"),
        (b"<!DOCTYPE html><title>Sunrise.mp3 - Nextcloud</title>", "Nextcloud", "/download"),
        (b"<!DOCTYPE html><title>ownCloud</title>", "ownCloud", "/download"),
        (b"<!DOCTYPE html><title>a.mp3 - Seafile</title>", "Seafile", "?dl=1"),
    ],
)
async def test_a_page_of_a_cloud_says_what_gives_the_file(page: bytes, site: str, add: str) -> None:
    seen = await told(200, page, path="/s/AbC", Content_Type="text/html")
    assert (seen.verdict, seen.certain, seen.facts) == (V.WEB_PAGE, True, {"site": site, "add": add})


async def test_what_was_added_already_is_not_advised_again() -> None:
    seen = await told(200, b"<html>Nextcloud", path="/s/AbC/download", Content_Type="text/html")
    assert seen.facts == {"site": ""}


@pytest.mark.parametrize(
    ("path", "header", "name"),
    [
        ("/Sunrise.mp3", 'attachment; filename="x1.mp3"', ""),
        ("/1.mp3", 'attachment; filename="Sunrise.mp3"', "Sunrise"),
        ("/watch", 'attachment; filename="Sunrise.mp3"', "Sunrise"),
        ("/1.mp3", "", ""),
    ],
)
async def test_the_servers_name_counts_where_the_links_says_nothing(
    path: str, header: str, name: str
) -> None:
    assert (await told(200, sounds.mp3(), path, Content_Disposition=header)).title == name


async def test_interim_answers_without_an_end_are_ended() -> None:
    """They once kept the loop busy until the deadline."""
    async with serving() as server:
        seen = await checker(deadline=60.0).check(server.at("/a.mp3", b"HTTP/1.1 103 \r\n\r\n" * 50_000))
        assert (seen.verdict, seen.certain, seen.facts) == (V.UNREACHABLE, False, {"why": "answer"})
