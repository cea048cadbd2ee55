"""Each fault of the wire on a real socket, for a request that spends: what is said of it and of its fate.

Numbers are those of the program's list of faults.
"""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
import trustme

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient, Patience
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase
from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.network.certificates import Trust
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.mountsea import Failure
from tests.fakes.network import through

TOKEN = "secret-0123456789"  # without a form by which it would be known as one
QUICK = Patience(connect=2, read=2, write=2, pool=0.1, total=3)
HASTY = Patience(connect=0.2, read=0.2, write=0.2, pool=0.2, total=3)
BRIEF = Patience(connect=2, read=2, write=2, pool=2, total=0.3)


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        yield gateway


def client_of(
    url: str, patience: Patience = QUICK, transport_factory: TransportFactory | None = None
) -> GatewayClient:
    return GatewayClient(
        Addresses(url, url),
        lambda: TOKEN,
        reads=patience,
        posts=patience,
        transport_factory=transport_factory,
    )


@contextmanager
def failure(fault: Fault, fate: Fate) -> Iterator[pytest.ExceptionInfo[GatewayError]]:
    with pytest.raises(GatewayError) as caught:
        yield caught
    assert (caught.value.fault, caught.value.fate) == (fault, fate)
    assert TOKEN not in repr(caught.value) + str(caught.value)


async def create_ready(gateway: FaultGateway, client: GatewayClient) -> tuple[str, list[str], str]:
    """A session in which a model can be created: what `create` then takes."""
    session = await client.prepare()
    for number in range(6):
        await client.upload(session, gateway.song(f"{number}.mp3"))
    return session, gateway.mountsea.sessions[session], "My voice"


async def spend(gateway: FaultGateway, play: faults.Fault, patience: Patience = QUICK) -> str:
    """Press the button once, under a fault. Whatever comes of it, it was sent once."""
    client = client_of(gateway.url, patience)
    wanted = await create_ready(gateway, client_of(gateway.url))
    gateway.on("create").next(play)
    try:
        return await client.create(*wanted)
    finally:
        await client.aclose()
        assert len(gateway.record.creates) == 1
        assert {seen.secret for seen in gateway.record.all} == {f"Bearer {TOKEN}"}


def closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


# -- Never sent ------------------------------------------------------------------------------------------


async def test_fault_01_no_such_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with failure(Fault.OFFLINE, Fate.NOT_SENT):
        await client_of("https://gateway.example", transport_factory=TransportFactory(through(""))).create(
            "s", ["c"] * 6, "n"
        )


async def test_fault_02_refused() -> None:
    with failure(Fault.UNREACHABLE, Fate.NOT_SENT):
        await client_of(f"http://127.0.0.1:{closed_port()}").create("s", ["c"] * 6, "n")


async def test_fault_03_connecting_takes_too_long() -> None:
    # A listener whose queue is full and that never accepts.
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        with socket.create_connection(deaf.getsockname()):
            client = client_of(f"http://127.0.0.1:{deaf.getsockname()[1]}", HASTY)
            with failure(Fault.UNREACHABLE, Fate.NOT_SENT):
                await client.create("s", ["c"] * 6, "n")


async def test_fault_03_a_handshake_that_never_ends() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        client = client_of(f"https://127.0.0.1:{deaf.getsockname()[1]}", HASTY)
        with failure(Fault.UNREACHABLE, Fate.NOT_SENT):
            await client.create("s", ["c"] * 6, "n")


async def test_fault_03_the_whole_time_is_over_before_anything_was_sent() -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        client = client_of(f"https://127.0.0.1:{deaf.getsockname()[1]}", BRIEF)
        with failure(Fault.UNREACHABLE, Fate.NOT_SENT):
            await client.create("s", ["c"] * 6, "n")


async def test_fault_03_no_connection_is_free(gateway: FaultGateway) -> None:
    gateway.on("status").always(faults.Hang())
    client = client_of(gateway.url)
    loop = asyncio.get_running_loop()
    poller = [loop.create_task(client.status("x")) for _ in range(8)]
    await gateway.arrived("status", 8)
    route = client._pools[gateway.url]
    with failure(Fault.UNREACHABLE, Fate.NOT_SENT):
        await client.status("x")
    assert client._pools[gateway.url] is route, "the way is good, only taken"
    await client.aclose()
    ends = await asyncio.gather(*poller, return_exceptions=True)
    assert all(isinstance(end, GatewayError) and end.fault is Fault.LOST for end in ends)


# -- Certificates ----------------------------------------------------------------------------------------


@asynccontextmanager
async def encrypted(certificate: trustme.LeafCert) -> AsyncIterator[FaultGateway]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    async with FaultGateway(tls=context) as gateway:
        yield gateway


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA(organization_name="Studio Proxy Ltd")


@pytest.fixture
def transport_factory(authority: trustme.CA, tmp_path: Path) -> TransportFactory:
    """One that trusts the tests' authority."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    return TransportFactory(trust=Trust(file))


async def test_a_trusted_certificate_works(
    authority: trustme.CA, transport_factory: TransportFactory
) -> None:
    async with encrypted(authority.issue_cert("127.0.0.1")) as gateway:
        client = client_of(gateway.url, transport_factory=transport_factory)
        assert await client.prepare() in gateway.mountsea.sessions
        assert await client.credits() == 1_000
        await client.aclose()


async def test_fault_04_certificate_of_an_untrusted_issuer(authority: trustme.CA) -> None:
    async with encrypted(authority.issue_cert("127.0.0.1")) as gateway:
        with failure(Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT) as caught:
            await client_of(gateway.url).create("s", ["c"] * 6, "n")
    assert caught.value.facts == {"issuer": "Studio Proxy Ltd"}
    assert gateway.record.all == []


async def test_fault_05_certificate_out_of_date(
    authority: trustme.CA, transport_factory: TransportFactory
) -> None:
    yesterday = datetime.now(UTC) - timedelta(days=1)
    old = authority.issue_cert("127.0.0.1", not_before=yesterday - timedelta(days=9), not_after=yesterday)
    async with encrypted(old) as gateway:
        with failure(Fault.CERTIFICATE_INVALID, Fate.NOT_SENT):
            await client_of(gateway.url, transport_factory=transport_factory).create("s", ["c"] * 6, "n")
    only_the_time_was_asked(gateway)


async def test_fault_05_certificate_for_another_host(
    authority: trustme.CA, transport_factory: TransportFactory
) -> None:
    async with encrypted(authority.issue_cert("elsewhere.example")) as gateway:
        with failure(Fault.CERTIFICATE_INVALID, Fate.NOT_SENT):
            await client_of(gateway.url, transport_factory=transport_factory).create("s", ["c"] * 6, "n")
    only_the_time_was_asked(gateway)


def only_the_time_was_asked(gateway: FaultGateway) -> None:
    [seen] = gateway.record.all
    assert (seen.method, seen.target) == ("HEAD", "/")
    assert set(seen.headers) == {"host"}


async def test_fault_05_a_wrong_clock_is_told(
    authority: trustme.CA, transport_factory: TransportFactory
) -> None:
    later = datetime.now(UTC) + timedelta(days=900)
    early = authority.issue_cert("127.0.0.1", not_before=later, not_after=later + timedelta(days=9))
    async with encrypted(early) as gateway:
        gateway.on("other").always(faults.Status(404, Date="Sat, 28 Nov 2099 00:00:00 GMT"))
        with failure(Fault.CERTIFICATE_INVALID, Fate.NOT_SENT) as caught:
            await client_of(gateway.url, transport_factory=transport_factory).create("s", ["c"] * 6, "n")
    assert caught.value.facts == {"clock": "2099-11-28T00:00:00+00:00"}
    only_the_time_was_asked(gateway)


async def test_fault_05_not_encrypted_at_all(gateway: FaultGateway) -> None:
    with failure(Fault.UNREACHABLE, Fate.NOT_SENT):
        await client_of(gateway.url.replace("http:", "https:"), HASTY).create("s", ["c"] * 6, "n")
    assert gateway.record.all == []


# -- Answers ---------------------------------------------------------------------------------------------

R, X = Fate.REFUSED, Fate.UNCLEAR


@pytest.mark.parametrize(
    ("play", "fault", "fate"),
    [
        pytest.param(faults.Page(), Fault.SIGN_IN_PAGE, X, id="fault_07_sign_in_page"),
        pytest.param(faults.Page(502), Fault.SERVER, X, id="fault_08_502"),
        pytest.param(faults.Page(504), Fault.SERVER, X, id="fault_08_504"),
        pytest.param(faults.Reset("headers"), Fault.LOST, X, id="fault_09_reset_while_writing"),
        pytest.param(faults.Reset("body"), Fault.LOST, X, id="fault_10_reset_after_the_body"),
        pytest.param(faults.Reset("processed"), Fault.LOST, X, id="fault_10_reset_after_accepting"),
        pytest.param(faults.Raw(""), Fault.LOST, X, id="fault_10_closed_without_an_answer"),
        pytest.param(faults.Truncated(), Fault.LOST, X, id="fault_14_truncated"),
        pytest.param(faults.Status(400), Fault.INVALID, R, id="fault_15_400"),
        pytest.param(faults.Status(422, ["name is odd", "no"]), Fault.INVALID, R, id="fault_15_422"),
        pytest.param(faults.Status(401), Fault.TOKEN_REFUSED, R, id="fault_16_401"),
        pytest.param(faults.Status(402), Fault.NO_CREDITS, R, id="fault_18_402"),
        pytest.param(faults.Status(403, "Insufficient credits"), Fault.NO_CREDITS, R, id="fault_18_words"),
        pytest.param(faults.Status(400, "积分不足"), Fault.NO_CREDITS, R, id="fault_18_chinese_words"),
        pytest.param(faults.Status(403), Fault.FORBIDDEN, R, id="fault_19"),
        pytest.param(faults.Status(404), Fault.NOT_FOUND, R, id="fault_20"),
        pytest.param(faults.Status(408), Fault.CONFLICT, X, id="fault_21_408"),
        pytest.param(faults.Status(409), Fault.CONFLICT, X, id="fault_21_409"),
        pytest.param(faults.Status(413), Fault.TOO_LARGE, R, id="fault_22"),
        pytest.param(faults.Status(429), Fault.BUSY, R, id="fault_23"),
        pytest.param(faults.Status(500), Fault.SERVER, X, id="fault_24"),
        pytest.param(faults.Status(500, "Insufficient credits"), Fault.SERVER, X, id="fault_24_words"),
        pytest.param(faults.Status(503), Fault.SERVER, X, id="fault_25"),
        pytest.param(faults.Answer(201, '{"taskId": "x'), Fault.NONSENSE, X, id="fault_27_malformed"),
        pytest.param(faults.Answer(201, ""), Fault.NONSENSE, X, id="fault_27_empty"),
        pytest.param(faults.Answer(204, ""), Fault.NONSENSE, X, id="fault_27_204"),
        pytest.param(faults.Answer(201, b"\xff\xfe\x00"), Fault.NONSENSE, X, id="fault_27_bytes"),
        pytest.param(faults.Answer(201, "[" * 100_000), Fault.NONSENSE, X, id="fault_27_deep"),
        pytest.param(faults.Raw("SSH-2.0-OpenSSH\r\n\r\n"), Fault.NONSENSE, X, id="fault_27_not_http"),
        pytest.param(faults.Answer(201, []), Fault.NONSENSE, X, id="fault_28_list"),
        pytest.param(faults.Answer(201, {"taskId": None}), Fault.NONSENSE, X, id="fault_28_null"),
        pytest.param(faults.Answer(201, {"taskId": 7}), Fault.NONSENSE, X, id="fault_28_number"),
        pytest.param(faults.Answer(201, {"taskId": " "}), Fault.NONSENSE, X, id="fault_28_blank"),
        pytest.param(faults.Answer(201, {"ok": True}), Fault.NONSENSE, X, id="fault_28_missing"),
        pytest.param(
            faults.Answer(201, {"success": False, "message": "duplicate request, already processing"}),
            Fault.SERVER,
            X,
            id="fault_29",
        ),
        pytest.param(
            faults.Answer(201, {"code": 429, "message": "model created"}), Fault.SERVER, X, id="fault_29_odd"
        ),
        pytest.param(
            faults.Answer(200, {"statusCode": 422, "message": ["x"], "error": "Unprocessable Entity"}),
            Fault.INVALID,
            R,
            id="fault_29_code",
        ),
        pytest.param(
            faults.Answer(200, {"success": False, "message": "credits exhausted"}),
            Fault.NO_CREDITS,
            R,
            id="fault_29_no_credits",
        ),
        pytest.param(faults.Endless(), Fault.NONSENSE, X, id="fault_33_endless"),
        pytest.param(faults.Bomb(), Fault.NONSENSE, X, id="fault_33_bomb"),
    ],
)
async def test_an_answer_that_is_none(
    gateway: FaultGateway, play: faults.Fault, fault: Fault, fate: Fate
) -> None:
    with failure(fault, fate):
        await spend(gateway, play)


async def test_fault_06_the_proxy_wants_a_login(gateway: FaultGateway) -> None:
    gateway.on("other").always(faults.Status(407))
    client = client_of("https://gateway.example", transport_factory=TransportFactory(through(gateway.url)))
    with failure(Fault.PROXY_LOGIN, Fate.NOT_SENT):
        await client.create("s", ["c"] * 6, "n")
    [asked] = gateway.record.all
    assert asked.method == "CONNECT"
    assert asked.secret == ""


async def test_fault_11_a_dropped_connection_does_not_reach_create(gateway: FaultGateway) -> None:
    client = client_of(gateway.url)
    wanted = await create_ready(gateway, client)
    await client.credits()
    gateway.drop()
    assert await client.create(*wanted) == wanted[0]
    await client.aclose()
    assert gateway.mountsea.charges == [wanted[0]]


async def test_fault_12_no_answer_in_time(gateway: FaultGateway) -> None:
    with failure(Fault.LOST, Fate.UNCLEAR):
        await spend(gateway, faults.Hang(), HASTY)
    assert len(gateway.mountsea.charges) == 1


async def test_fault_13_answer_drips(gateway: FaultGateway) -> None:
    with failure(Fault.LOST, Fate.UNCLEAR):
        await spend(gateway, faults.Drip(), BRIEF)


async def test_fault_13_a_certain_refusal_stays_certain_though_its_body_never_ends(
    gateway: FaultGateway,
) -> None:
    with failure(Fault.TOKEN_REFUSED, Fate.REFUSED):
        await spend(gateway, faults.Endless(401))


async def test_fault_15_shows_the_gateways_words(gateway: FaultGateway) -> None:
    with failure(Fault.INVALID, Fate.REFUSED) as caught:
        await spend(gateway, faults.Status(422, ["name is too long", f"you sent {TOKEN}"]))
    assert caught.value.said == "name is too long\nyou sent •••"
    assert caught.value.details.startswith(f"HTTP 422 {HTTPStatus(422).phrase}\n{{")
    assert caught.value.status == 422


async def test_fault_17_token_revoked_in_the_middle(gateway: FaultGateway) -> None:
    client = client_of(gateway.url)
    session = await client.prepare()
    gateway.mountsea.tokens = {"another"}
    for poller in (client.upload(session, gateway.song()), client.status(session), client.credits()):
        with failure(Fault.TOKEN_REFUSED, Fate.REFUSED):
            await poller
    await client.aclose()


async def test_fault_18_balance_too_low(gateway: FaultGateway) -> None:
    gateway.mountsea.balance = 99
    with failure(Fault.NO_CREDITS, Fate.REFUSED):
        await spend(gateway, faults.Usual())
    assert gateway.mountsea.charges == []


async def test_fault_20_an_unknown_task(gateway: FaultGateway) -> None:
    client = client_of(gateway.url)
    with failure(Fault.NOT_FOUND, Fate.REFUSED):
        await client.status("nobody")
    await client.aclose()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("7", 7.0),
        ("0", 0.0),
        ("-5", 0.0),
        ("99999999999999999999", 900.0),
        ("soon", None),
        ("nan", None),
        (format_datetime(datetime(2000, 1, 1, tzinfo=UTC), usegmt=True), 0.0),
        (format_datetime(datetime(2900, 1, 1, tzinfo=UTC), usegmt=True), 900.0),
    ],
)
async def test_fault_23_retry_after(gateway: FaultGateway, value: str, seconds: float | None) -> None:
    with failure(Fault.BUSY, Fate.REFUSED) as caught:
        await spend(gateway, faults.Status(429, Retry_After=value))
    assert caught.value.retry_after == seconds


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_fault_26_redirects_are_not_followed(gateway: FaultGateway, status: int) -> None:
    async with FaultGateway() as elsewhere:
        for to in (
            elsewhere.url + "/suno/v2/customModel/create",
            gateway.url + "/suno/v2/customModel/create",
        ):
            client = client_of(gateway.url)
            for endpoint, poller in (
                ("create", client.create("s", ["c"] * 6, "n")),
                ("upload", client.upload("s", gateway.song())),
                ("prepare", client.prepare()),
                ("status", client.status("t")),
                ("credits", client.credits()),
            ):
                before = len(gateway.record.all)
                gateway.on(endpoint).next(faults.Redirect(to, status))
                with failure(Fault.REDIRECTED, Fate.UNCLEAR):
                    await poller
                assert len(gateway.record.all) == before + 1
            await client.aclose()
    assert elsewhere.record.all == []


async def test_fault_30_unknown_status(gateway: FaultGateway) -> None:
    gateway.mountsea.upload_path = ("dreaming", "success")
    client = client_of(gateway.url)
    task = await client.upload(await client.prepare(), gateway.song())
    assert (await client.status(task)).phase is Phase.WORKING
    assert (await client.status(task)).phase is Phase.SUCCEEDED
    await client.aclose()


async def test_fault_31_success_without_an_identifier(gateway: FaultGateway) -> None:
    gateway.on("status").next(faults.Answer(200, {"status": "success", "data": {"id": None}}))
    client = client_of(gateway.url)
    report = await client.status("x")
    assert (report.phase, report.clip_id, report.model_ref) == (Phase.SUCCEEDED, "", "")
    await client.aclose()


async def test_fault_32_a_status_that_goes_backwards_is_passed_on(gateway: FaultGateway) -> None:
    gateway.mountsea.upload_path = ("running", "queued", "success")
    client = client_of(gateway.url)
    task = await client.upload(await client.prepare(), gateway.song())
    assert [(await client.status(task)).phase for _ in range(2)] == [Phase.WORKING, Phase.WAITING]
    await client.aclose()


async def test_a_failed_upload_says_why(gateway: FaultGateway) -> None:
    gateway.mountsea.upload_path = ("success",)
    gateway.mountsea.failures = {"1.mp3": Failure(times=1)}
    client = client_of(gateway.url)
    session = await client.prepare()
    first = await client.status(await client.upload(session, gateway.song()))
    again = await client.status(await client.upload(session, gateway.song()))
    assert (first.phase, first.fail_reason, first.fail_code) == (
        Phase.FAILED,
        "Audio source not found.",
        "4001",
    )
    assert again.phase is Phase.SUCCEEDED
    await client.aclose()


async def test_what_is_packed_by_something_in_between_is_read(gateway: FaultGateway) -> None:
    assert await spend(gateway, faults.Bomb(size=30)) == "a" * 30


# -- Each POST goes out once -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "play",
    [
        faults.Reset("headers"),
        faults.Reset("body"),
        faults.Reset("processed"),
        faults.Raw(""),
        faults.Hang(),
        faults.Truncated(),
        faults.Page(),
        faults.Status(500),
        faults.Status(503, Retry_After="0"),
        faults.Status(429, Retry_After="0"),
        faults.Status(408),
    ],
    ids=repr,
)
@pytest.mark.parametrize("endpoint", ["prepare", "upload", "create", "generate"])
async def test_a_post_goes_out_once(gateway: FaultGateway, endpoint: str, play: faults.Fault) -> None:
    client = client_of(gateway.url, HASTY)
    session = await client.prepare()
    gateway.on(endpoint).always(play)
    before = len(gateway.record.all)
    poller: dict[str, Callable[[], Awaitable[str]]] = {
        "prepare": client.prepare,
        "upload": partial(client.upload, session, gateway.song()),
        "create": partial(client.create, session, ["c"] * 6, "n"),
        "generate": partial(client.generate, "chirp-custom:x", "sea", "", instrumental=False),
    }
    with pytest.raises(GatewayError):
        await poller[endpoint]()
    assert len(gateway.record.all) == before + 1


def nested(opening: str, depth: int) -> bytes:
    return (opening * depth + '"x"' + "}" * opening.count("{") * depth).encode()


@pytest.mark.parametrize("depth", [100, 300, 450, 500, 990, 5_000])
@pytest.mark.parametrize(
    "answer",
    [
        lambda depth: nested('{"message":', depth),
        lambda depth: b'{"error":true,"status":"failed","a":%b}' % nested('{"a":', depth),
        lambda depth: b'{"status":"success","data":%b}' % nested('{"a":', depth),
        lambda depth: b'{"message":%b}' % (b"[" * depth + b"]" * depth),
    ],
)
async def test_however_deeply_an_answer_is_nested_it_is_a_gateway_error(
    gateway: FaultGateway, answer: Callable[[int], bytes], depth: int
) -> None:
    client = client_of(gateway.url)
    for status, fault, fate in (
        (201, Fault.NONSENSE, Fate.UNCLEAR),
        (400, Fault.INVALID, Fate.REFUSED),
        (403, Fault.FORBIDDEN, Fate.REFUSED),
        (500, Fault.SERVER, Fate.UNCLEAR),
    ):
        gateway.on("any").always(faults.Answer(status, answer(depth)))
        for poller in (
            client.prepare(),
            client.upload("s", "https://files.example/a.mp3"),
            client.create("s", ["c"] * 6, "n"),
            client.status("t"),
            client.credits(),
        ):
            with failure(fault, fate) as caught:
                await poller
            assert caught.value.said == ""
    await client.aclose()


@pytest.mark.parametrize("number", ["1e99999999999999999999", "-1e-99999999999999999999", "9" * 5_000])
async def test_a_number_beyond_all_bounds_is_a_gateway_error(gateway: FaultGateway, number: str) -> None:
    client = client_of(gateway.url)
    answer = f'{{"taskId":"t","sessionId":"s","status":"running","credits":1,"n":{number}}}'.encode()
    for status, fault, fate in (
        (200, Fault.NONSENSE, Fate.UNCLEAR),
        (201, Fault.NONSENSE, Fate.UNCLEAR),
        (400, Fault.INVALID, Fate.REFUSED),
        (500, Fault.SERVER, Fate.UNCLEAR),
    ):
        gateway.on("any").always(faults.Answer(status, answer))
        for ask in (
            client.prepare(),
            client.upload("s", "https://files.example/a.mp3"),
            client.create("s", ["c"] * 6, "n"),
            client.status("t"),
            client.credits(),
            client.spending(0, 1, 1),
        ):
            with failure(fault, fate):
                await ask
    await client.aclose()
