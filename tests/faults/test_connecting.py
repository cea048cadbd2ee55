"""Faults before anything was sent: the person may press again, and waiting requests go on by themselves."""

import asyncio
import contextlib
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self
from unittest.mock import patch

import pytest
import trustme

from mountsea_desktop.gateway.errors import Fate, Fault
from mountsea_desktop.gateway.network import Network
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.faults.house import HASTY, House
from tests.faults.steps import Break, Step, at_every_step, create, prepare, upload


@asynccontextmanager
async def no_names(_house: House, _endpoint: str) -> AsyncIterator[None]:
    """The name service knows nobody."""

    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with patch.object(socket, "getaddrinfo", unknown):
        yield


@asynccontextmanager
async def refusing(house: House, _endpoint: str) -> AsyncIterator[None]:
    """Nobody listens at the gateway's port."""
    await house.gateway.refuse()
    try:
        yield
    finally:
        await house.gateway.listen()


@asynccontextmanager
async def deaf(house: House, _endpoint: str) -> AsyncIterator[None]:
    """Somebody listens, but never accepts, and the queue is full."""
    await house.gateway.refuse()
    with contextlib.ExitStack() as plugs:
        listener = plugs.enter_context(socket.socket())
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", house.gateway.port))
        listener.listen(0)
        plugs.enter_context(socket.create_connection(listener.getsockname()))
        yield
    await house.gateway.listen()


@at_every_step
async def test_fault_01_no_such_name(tmp_path: Path, gateway: FaultGateway, step: Step) -> None:
    url = f"http://localhost:{gateway.port}"
    async with House(tmp_path / "p", gateway, url=url) as house:
        await step(house, no_names, Fault.OFFLINE, Fate.NOT_SENT)


@at_every_step
async def test_fault_02_connection_refused(house: House, step: Step) -> None:
    await step(house, refusing, Fault.UNREACHABLE, Fate.NOT_SENT)


@at_every_step
async def test_fault_03_connecting_takes_too_long(house: House, step: Step) -> None:
    house.patience = HASTY
    await step(house, deaf, Fault.UNREACHABLE, Fate.NOT_SENT)


async def test_fault_03_no_connection_is_free(house: House) -> None:
    house.patience = HASTY
    model_id = await house.begin(12)
    house.gateway.on("status").always(faults.Drip())  # each keeps one of the eight connections
    await house.studio.upload(model_id)
    await house.until(lambda: Fault.UNREACHABLE in {trouble.problem.code for trouble in house.troubles()})
    house.gateway.on("status").clear()
    await house.until(lambda: house.count(SongState.UPLOADED) == 12)
    assert len(house.gateway.record.uploads) == 12


# -- Certificates and proxies: the gateway has a name, and is reached through a tunnel --------------------

HOST = "gateway.example"


class Tunnel:
    """The studio's proxy: opens a way to the gateway, whatever name is asked for, unless it wants a login."""

    def __init__(self, gateway: FaultGateway) -> None:
        self.gateway = gateway
        self.wants_login = False
        self.asked: list[str] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            self.asked.append(head)
            if self.wants_login:
                writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            else:
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self.gateway.port)
                writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
                await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))
        writer.close()


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(65_536):
            writer.write(piece)
            await writer.drain()
    finally:
        writer.close()


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA(organization_name="The Company")


@pytest.fixture
def certificate(authority: trustme.CA) -> ssl.SSLContext:
    """What the gateway shows; another may be loaded while it runs."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(HOST).configure_cert(context)
    return context


@pytest.fixture
async def studio_pc(
    tmp_path: Path, authority: trustme.CA, certificate: ssl.SSLContext
) -> AsyncIterator[tuple[House, Tunnel]]:
    """A house behind a proxy, where the company's certificates are trusted."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    async with FaultGateway(tls=certificate) as gateway, Tunnel(gateway) as tunnel:
        gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
        network = Network(tunnel.url, file)
        async with House(tmp_path / "p", gateway, url=f"https://{HOST}", network=network) as house:
            yield house, tunnel
        assert gateway.violations == []
        assert not [head for head in tunnel.asked if "uthorization" in head or "token" in head.lower()]


def shows(certificate: ssl.SSLContext, other: trustme.LeafCert, usual: trustme.LeafCert) -> Break:
    """The gateway, or somebody in between, shows another certificate."""

    @asynccontextmanager
    async def broken(house: House, _endpoint: str) -> AsyncIterator[None]:
        other.configure_cert(certificate)
        house.gateway.drop()
        yield
        usual.configure_cert(certificate)

    return broken


@at_every_step
async def test_fault_04_certificate_untrusted(
    studio_pc: tuple[House, Tunnel], authority: trustme.CA, certificate: ssl.SSLContext, step: Step
) -> None:
    house, _ = studio_pc
    stranger = trustme.CA(organization_name="Studio Proxy Ltd").issue_cert(HOST)
    broken = shows(certificate, stranger, authority.issue_cert(HOST))
    await step(house, broken, Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT)
    if step in {create, upload, prepare}:  # the others may end just while the issuer is looked up
        assert house.troubles()[0].problem.facts == {"issuer": "Studio Proxy Ltd"}


@at_every_step
async def test_fault_05_certificate_expired(
    studio_pc: tuple[House, Tunnel], authority: trustme.CA, certificate: ssl.SSLContext, step: Step
) -> None:
    house, _ = studio_pc
    ended = datetime.now(UTC) - timedelta(days=1)
    old = authority.issue_cert(HOST, not_before=ended - timedelta(days=9), not_after=ended)
    broken = shows(certificate, old, authority.issue_cert(HOST))
    await step(house, broken, Fault.CERTIFICATE_INVALID, Fate.NOT_SENT)


@at_every_step
async def test_fault_05_certificate_for_another_host(
    studio_pc: tuple[House, Tunnel], authority: trustme.CA, certificate: ssl.SSLContext, step: Step
) -> None:
    house, _ = studio_pc
    broken = shows(certificate, authority.issue_cert("elsewhere.example"), authority.issue_cert(HOST))
    await step(house, broken, Fault.CERTIFICATE_INVALID, Fate.NOT_SENT)


@at_every_step
async def test_fault_06_proxy_wants_a_login(studio_pc: tuple[House, Tunnel], step: Step) -> None:
    house, tunnel = studio_pc

    @asynccontextmanager
    async def broken(house: House, _endpoint: str) -> AsyncIterator[None]:
        tunnel.wants_login = True
        house.gateway.drop()
        yield
        tunnel.wants_login = False

    await step(house, broken, Fault.PROXY_LOGIN, Fate.NOT_SENT)
