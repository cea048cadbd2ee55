"""Faults before anything was sent: the person may press again, and waiting requests go on by themselves."""

import contextlib
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import trustme

from mountsea_desktop.gateway.errors import Fate, Fault
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.tunnel import Tunnel
from tests.faults.conftest import HOST
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
        tunnel.login = ("ana", "secret")
        house.gateway.drop()
        yield
        tunnel.login = None

    await step(house, broken, Fault.PROXY_LOGIN, Fate.NOT_SENT)
