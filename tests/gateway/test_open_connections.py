"""Whatever happens to a request and whenever, it leaves no connection open that nobody closes any more."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

import pytest
import trustme

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.network.certificates import Trust
from mountsea_desktop.network.pending_connection import PendingConnection
from mountsea_desktop.network.proxy import NONE
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.network import recorded_connections, through

EVENTS = [
    f"{name}.{part}"
    for name in (
        "connection.connect_tcp",
        "connection.start_tls",
        "http11.send_request_headers",
        "http11.send_request_body",
        "http11.receive_response_headers",
        "http11.receive_response_body",
        "http11.response_closed",
    )
    for part in ("started", "complete")
]
TURNS = 3
"""How many turns of the loop after an event are tried, too."""

Ask = Callable[[GatewayClient], Coroutine[Any, Any, object]]
Asked = asyncio.Task[Any]


def cancel(_client: GatewayClient, asked: Asked) -> None:
    asked.cancel()


def cancel_twice(_client: GatewayClient, asked: Asked) -> None:
    """As the end of the program does to a request that just ran out of time."""
    asked.cancel()
    asked.get_loop().call_soon(asked.cancel)


def renew(client: GatewayClient, asked: Asked) -> None:
    """As after sleep."""
    renewing.append(asked.get_loop().create_task(client.renew()))


renewing: list[Asked] = []
"""Kept alive until they are awaited."""


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture
async def gateway(authority: trustme.CA) -> AsyncIterator[FaultGateway]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    async with FaultGateway(tls=context) as gateway:
        yield gateway


@pytest.fixture
def transport_factory(authority: trustme.CA, tmp_path: Path) -> TransportFactory:
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    return TransportFactory(through(NONE), Trust(tmp_path / "authority.pem"))


@pytest.fixture
async def opened(gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch) -> list[asyncio.Transport]:  # noqa: ARG001 - started before
    """Every connection to a server, in the order they were opened."""
    return recorded_connections(monkeypatch)


@pytest.fixture
def on_event(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[str], None]]:
    """Who is told of each event of a request, by its name."""
    listeners: list[Callable[[str], None]] = []
    watch = PendingConnection.watch

    async def watching(self: PendingConnection, event: str, info: Mapping[str, Any]) -> None:
        await watch(self, event, info)
        for listener in listeners:
            listener(event)

    monkeypatch.setattr(PendingConnection, "watch", watching)
    return listeners


@pytest.mark.parametrize("ask", [GatewayClient.prepare, GatewayClient.credits], ids=["post", "read"])
@pytest.mark.parametrize("happens", [cancel, cancel_twice, renew])
@pytest.mark.parametrize("event", EVENTS)
async def test_whatever_happens_nothing_stays_open(
    gateway: FaultGateway,
    transport_factory: TransportFactory,
    opened: list[asyncio.Transport],
    on_event: list[Callable[[str], None]],
    ask: Ask,
    happens: Callable[[GatewayClient, Asked], None],
    event: str,
) -> None:
    addresses, loop = Addresses(gateway.url, gateway.url), asyncio.get_running_loop()
    for turns in range(TURNS):
        client = GatewayClient(addresses, lambda: "secret-0123456789", transport_factory=transport_factory)
        asked = loop.create_task(ask(client))
        met: list[str] = []

        def later(left: int, client: GatewayClient = client, asked: Asked = asked) -> None:
            if left:
                loop.call_soon(later, left - 1)
            else:
                happens(client, asked)

        def meet(name: str, met: list[str] = met, turns: int = turns, later: Any = later) -> None:
            if name == event and event not in met:
                later(turns)
            met.append(name)

        on_event[:] = [meet]
        await asyncio.gather(asked, return_exceptions=True)
        assert event in met
        await asyncio.gather(*renewing)
        renewing.clear()
        await client.aclose()
        assert [one for one in opened if not one.is_closing()] == [], f"{turns} turns later"


async def test_these_are_the_events_of_a_request(
    gateway: FaultGateway, transport_factory: TransportFactory, on_event: list[Callable[[str], None]]
) -> None:
    names: list[str] = []
    on_event.append(names.append)
    client = GatewayClient(Addresses(gateway.url), lambda: "token", transport_factory=transport_factory)
    await client.prepare()
    assert names == EVENTS
