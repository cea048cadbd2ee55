import asyncio
import threading
import time
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from decimal import Decimal

import pytest

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient, Patience
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase
from mountsea_desktop.network.proxy_resolver import ProxyResolver
from mountsea_desktop.runtime.redaction import secrets_of
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway

TOKEN = "secret-0123456789"  # without a form by which it would be known as one
QUICK = Patience(connect=5, read=5, write=5, pool=0.3, total=5)


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        yield gateway


@pytest.fixture
async def client(gateway: FaultGateway) -> AsyncIterator[GatewayClient]:
    client = GatewayClient(Addresses(gateway.url, gateway.url), lambda: TOKEN, reads=QUICK, posts=QUICK)
    yield client
    await client.aclose()


async def test_the_whole_job_as_documented(gateway: FaultGateway, client: GatewayClient) -> None:
    session = await client.prepare()
    tasks = await asyncio.gather(*(client.upload(session, gateway.song(f"{n}.mp3")) for n in range(6)))
    clips = []
    for task in tasks:
        reports = [await client.status(task) for _ in range(4)]
        assert {report.task_id for report in reports} == {task}
        assert [report.phase for report in reports] == [
            Phase.WAITING,
            Phase.WAITING,
            Phase.WORKING,
            Phase.SUCCEEDED,
        ]
        clips.append(reports[-1].clip_id)
    assert sorted(clips) == sorted(gateway.mountsea.sessions[session])  # sent at once, they come in any order
    assert await client.credits() == 1_000
    assert await client.create(session, clips, "My voice 🎵") == session
    while not (report := await client.status(session)).model_ref:
        assert report.phase is not Phase.SUCCEEDED
    assert report.phase is Phase.SUCCEEDED
    assert report.model_ref == gateway.mountsea.tasks[session].result["id"]
    assert await client.credits() == 900
    order = await client.generate(report.model_ref, "the sea", "Sea", instrumental=True)
    while (made := await client.status(order)).phase is not Phase.SUCCEEDED:
        pass
    assert [(clip.title, clip.duration) for clip in made.clips] == [("Sea", 20.0)] * 2
    assert all(clip.addresses[0].startswith(gateway.url) for clip in made.clips)
    assert await client.credits() == 890
    assert gateway.violations == []
    assert gateway.record.of("generate")[0].body == {
        "task": "create",
        "model": report.model_ref,
        "gpt_description_prompt": "the sea",
        "make_instrumental": True,
        "title": "Sea",
    }
    assert gateway.record.creates[0].body == {"sessionId": session, "clipIds": clips, "name": "My voice 🎵"}


async def test_each_address_gets_the_token_in_its_own_header(client: GatewayClient) -> None:
    async with FaultGateway() as api, FaultGateway() as money:
        client = GatewayClient(Addresses(api.url, money.url), lambda: TOKEN)
        await client.prepare()
        await client.credits()
        await client.aclose()
        [prepare], [asked] = api.record.all, money.record.all
    assert prepare.headers["authorization"] == f"Bearer {TOKEN}"
    assert "x-api-key" not in prepare.headers
    assert asked.headers["x-api-key"] == TOKEN
    assert "authorization" not in asked.headers
    assert prepare.headers["accept-encoding"] == "identity"


async def test_posts_use_connections_of_their_own_and_reads_share(
    gateway: FaultGateway, client: GatewayClient
) -> None:
    session = await client.prepare()
    await client.upload(session, gateway.song())
    for _ in range(3):
        await client.status(session)
    posts = {seen.connection for seen in gateway.record.prepares + gateway.record.uploads}
    reads = {seen.connection for seen in gateway.record.statuses}
    assert len(posts) == 2
    assert len(reads) == 1
    assert not posts & reads


async def test_cookies_are_not_kept(gateway: FaultGateway, client: GatewayClient) -> None:
    gateway.on("credits").next(faults.Answer(200, {"credits": 1}, {"Set-Cookie": "a=b"}))
    await client.credits()
    await client.credits()
    assert "cookie" not in gateway.record.credits[1].headers


@pytest.mark.parametrize("token", [None, "", "  ", "two words", "tökén", "a\x00b", "x" * 10_000])
async def test_an_unusable_token_is_never_sent(gateway: FaultGateway, token: str | None) -> None:
    client = GatewayClient(Addresses(gateway.url, gateway.url), lambda: token)
    with pytest.raises(GatewayError) as caught:
        await client.prepare()
    assert (caught.value.fault, caught.value.fate) == (Fault.NO_TOKEN, Fate.NOT_SENT)
    assert gateway.record.all == []


async def test_a_name_that_cannot_be_encoded_is_not_sent(
    gateway: FaultGateway, client: GatewayClient
) -> None:
    with pytest.raises(GatewayError) as caught:
        await client.create(str(uuid.uuid4()), ["a"] * 6, "half an emoji \ud83c")
    assert (caught.value.fault, caught.value.fate) == (Fault.INVALID, Fate.NOT_SENT)
    assert gateway.record.all == []


async def test_a_cancelled_request_is_cancelled(gateway: FaultGateway, client: GatewayClient) -> None:
    gateway.on("credits").always(faults.Hang())
    poller = asyncio.get_running_loop().create_task(client.credits())
    await gateway.arrived("credits")
    poller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poller


@pytest.mark.parametrize("connected", [False, True])
async def test_the_client_is_well_after_30_cancelled_requests_and_a_renewal(
    gateway: FaultGateway, client: GatewayClient, connected: bool
) -> None:
    session = await client.prepare()
    gateway.on("status").always(faults.Hang())
    loop = asyncio.get_running_loop()
    poller = [loop.create_task(client.status(session)) for _ in range(30)]
    # Cancelled while they connect, httpx loses the connections; one turn of the loop gets them there.
    await (gateway.hangs(8) if connected else asyncio.sleep(0))
    for task in poller:
        task.cancel()
    await asyncio.gather(*poller, return_exceptions=True)
    gateway.on("status").clear()
    await client.renew()
    reports = await asyncio.gather(*(client.status(session) for _ in range(30)))
    assert len(reports) == 30


async def test_renewing_ends_reads_and_leaves_posts(gateway: FaultGateway, client: GatewayClient) -> None:
    gateway.on("any").next(faults.Hang(), faults.Hang())
    loop = asyncio.get_running_loop()
    post, read = loop.create_task(client.prepare()), loop.create_task(client.credits())
    await gateway.hangs(2)
    await client.renew()
    with pytest.raises(GatewayError) as caught:
        await read
    assert caught.value.fault is Fault.LOST
    gateway.release()
    assert await post in gateway.mountsea.sessions


async def test_a_status_that_is_not_documented_is_told_once(
    gateway: FaultGateway, client: GatewayClient, caplog: pytest.LogCaptureFixture
) -> None:
    gateway.on("status").always(faults.Answer(200, {"status": "daydreaming"}))
    with caplog.at_level("INFO"):
        for _ in range(3):
            assert (await client.status("x")).phase is Phase.WORKING
    assert caplog.text.count("daydreaming") == 1


async def test_nothing_it_logs_holds_the_token(
    gateway: FaultGateway, client: GatewayClient, caplog: pytest.LogCaptureFixture
) -> None:
    gateway.on("credits").always(faults.Answer(403, f"what is {TOKEN}?"))
    with caplog.at_level("DEBUG"), pytest.raises(GatewayError) as caught:
        await client.credits()
    assert "403" in caplog.text
    assert TOKEN not in caplog.text
    assert TOKEN not in f"{caught.value!r} {caught.value} {caught.value.details} {caught.value.said}"
    assert TOKEN not in repr(vars(client))


async def test_whether_the_way_is_clear_is_found_out_without_a_word(
    gateway: FaultGateway, client: GatewayClient
) -> None:
    await client.reach()
    assert gateway.record.all == []
    await gateway.refuse()
    with pytest.raises(GatewayError) as caught:
        await client.reach()
    assert (caught.value.fault, caught.value.fate) == (Fault.UNREACHABLE, Fate.NOT_SENT)


@pytest.mark.parametrize("endpoint", ["prepare", "credits", "reach"])
async def test_looking_for_the_way_counts_into_the_time_of_the_whole(
    monkeypatch: pytest.MonkeyPatch, endpoint: str
) -> None:
    never = threading.Event()
    monkeypatch.setattr(ProxyResolver, "proxy_for", lambda *_: never.wait())
    brief = Patience(total=0.1)
    client = GatewayClient(
        Addresses("https://api.example", "https://money.example"), lambda: TOKEN, reads=brief, posts=brief
    )
    with pytest.raises(GatewayError) as caught:
        await asyncio.wait_for(getattr(client, endpoint)(), 5)
    never.set()
    assert (caught.value.fault, caught.value.fate) == (Fault.UNREACHABLE, Fate.NOT_SENT)


async def test_a_look_up_for_the_way_that_fails_is_a_gateway_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> str:
        raise OSError(f"no registry for {TOKEN}, https://a.example/?key=1")

    monkeypatch.setattr(ProxyResolver, "proxy_for", broken)
    client = GatewayClient(Addresses(), lambda: TOKEN)
    with pytest.raises(GatewayError) as caught:
        await client.prepare()
    assert (caught.value.fault, caught.value.fate) == (Fault.UNREACHABLE, Fate.NOT_SENT)
    assert "key=1" not in caught.value.details


async def test_a_way_that_did_not_lead_out_is_closed_when_the_last_has_left_it(
    gateway: FaultGateway, client: GatewayClient
) -> None:
    gateway.on("status").next(faults.Hang())
    loop = asyncio.get_running_loop()
    waiting = loop.create_task(client.status("t"))
    await gateway.hangs()
    route = client._pools[gateway.url]
    closed = asyncio.Event()
    close = route.transport.aclose

    async def closing() -> None:
        await close()
        closed.set()

    route.transport.aclose = closing  # type: ignore[method-assign]  # stands in for the real one
    assert gateway._server is not None
    gateway._server.close()
    with pytest.raises(GatewayError):
        await client.credits()
    assert not closed.is_set()
    gateway.on("status").clear()
    gateway.release()
    with suppress(GatewayError):
        await waiting
    assert closed.is_set()
    assert client._pools == {}


async def test_why_a_task_failed_is_told_without_what_is_secret_in_it(
    gateway: FaultGateway, client: GatewayClient
) -> None:
    said = f"fetch_audio https:\\/\\/files.example\\/a.mp3?X-Amz-Signature=s1gn4ture 403 {TOKEN}"
    answer = {"status": "failed", "failReason": said, "failCode": {"link": "/a.mp3?sig=s1gn4ture"}}
    gateway.on("status").always(faults.Answer(200, answer))
    report = await client.status("t")
    assert report.fail_reason == "fetch_audio https:\\/\\/files.example\\/a.mp3?… 403 •••"
    assert report.fail_code == '{"link":"/a.mp3?…"}'


@pytest.mark.parametrize(
    "echo",
    [
        "no {link}",
        "no X-Sig=k3y+of/the+f1le==&a=b",
        "no key k3y of/the f1le==, sorry",
        "no k3y%2Bof%2Fthe%2Bf1le%3D%3D",
    ],
)
async def test_nothing_told_of_an_upload_holds_its_links_key(
    gateway: FaultGateway, client: GatewayClient, caplog: pytest.LogCaptureFixture, echo: str
) -> None:
    link = "https://files.example/a.mp3?X-Sig=k3y+of/the+f1le==&a=b"
    gateway.on("upload").always(faults.Status(400, echo.format(link=link)))
    with caplog.at_level("DEBUG"), pytest.raises(GatewayError) as caught:
        await client.upload("s", link)
    for told in (caught.value.said, caught.value.details, caplog.text):
        assert "f1le" not in told


def test_a_short_query_is_no_key() -> None:
    assert secrets_of("https://files.example/a.mp3?v=1&id=2#key=12345678") == ("v=1&id=2",)
    assert secrets_of("https://files.example/a.mp3") == ()
    assert secrets_of("https://files.example/a?export=download&id=1") == ("export=download&id=1",)


async def test_spending_is_asked_for_as_documented(gateway: FaultGateway, client: GatewayClient) -> None:
    now = time.time()
    mountsea = gateway.mountsea
    mountsea.history.a_page = 2
    mountsea.spend(100, "/suno/v2/customModel/create")
    mountsea.spend(0.1, "/suno/v2/generate")
    mountsea.spend(-100, "/suno/v2/customModel/create")
    pages = [await client.spending(now - 90 * 86_400 + 60, now + 60, page) for page in (1, 2)]
    assert [(page.total, page.pages) for page in pages] == [(3, 2)] * 2
    entries = [entry for page in pages for entry in page.entries]
    assert [entry.spent for entry in entries] == [Decimal(-100), Decimal("0.1"), Decimal(100)]
    assert all(abs(entry.at - now) < 5 for entry in entries)
    assert gateway.violations == []
    asked = gateway.record.of("spending")
    assert [seen.headers["x-api-key"] for seen in asked] == [TOKEN] * 2
    assert len({seen.connection for seen in asked}) == 1, "it is a question, like a GET"
    assert asked[0].body == {
        "dateRange": {"start": int((now - 90 * 86_400 + 60) * 1000), "end": int((now + 60) * 1000)},
        "page": 1,
        "limit": 50,
    }


@pytest.mark.parametrize(
    ("play", "fault"),
    [
        (faults.Status(404), Fault.NOT_FOUND),
        (faults.Answer(200, {"items": []}), Fault.NONSENSE),
        (faults.Answer(200, {"items": [{}], "meta": {"totalItems": 1, "totalPages": 1}}), Fault.NONSENSE),
        (faults.Page(), Fault.SIGN_IN_PAGE),
        (faults.Reset(), Fault.LOST),
    ],
)
async def test_spending_that_cannot_be_had(
    gateway: FaultGateway, client: GatewayClient, play: faults.Fault, fault: Fault
) -> None:
    gateway.on("spending").next(play)
    with pytest.raises(GatewayError) as caught:
        await client.spending(time.time() - 60, time.time(), 1)
    assert caught.value.fault is fault


async def test_mountseas_clock_is_known_by_its_answers_alone(
    gateway: FaultGateway, client: GatewayClient
) -> None:
    assert client.clock_ahead is None
    page = faults.Page()
    gateway.on("credits").next(
        faults.Answer(200, page.body, {**page.headers, "Date": "Thu, 01 Jan 1970 00:00:00 GMT"})
    )
    with suppress(GatewayError):
        await client.credits()
    assert client.clock_ahead is None
    for date in ("", "yesterday"):
        gateway.on("credits").next(faults.Answer(200, {"credits": 1}, {"Date": date}))
        await client.credits()
        assert client.clock_ahead is None
    gateway.mountsea.now = lambda: time.time() + 3_600
    await client.credits()
    assert client.clock_ahead is not None
    assert abs(client.clock_ahead - 3_600) < 5


async def test_a_token_can_be_tried_beside_the_one_in_use(
    gateway: FaultGateway, client: GatewayClient
) -> None:
    gateway.mountsea.tokens = {TOKEN}
    other = client.with_token("never-issued")
    try:
        with pytest.raises(GatewayError) as caught:
            await other.credits()
    finally:
        await other.aclose()
    assert caught.value.fault is Fault.TOKEN_REFUSED
    assert await client.credits()
    assert len(gateway.record.all) == 2
