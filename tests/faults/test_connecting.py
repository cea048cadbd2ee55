"""Faults before anything was sent: the person may try again, and waiting requests go on by themselves."""

import contextlib
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import AbstractContextManager, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import trustme

from mountsea_desktop.gateway.errors import Fate, Fault
from mountsea_desktop.network.proxy_resolver import ProxyResolver
from mountsea_desktop.network.system_proxy import SystemProxy
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.network import leaving, through
from tests.fakes.tunnel import Tunnel
from tests.faults.conftest import HOST
from tests.faults.crashable_program import HASTY, CrashableProgram
from tests.faults.steps import Break, Step, at_every_step, create, prepare, upload


def no_name_is_known() -> AbstractContextManager[Any]:
    """The name service knows nobody."""

    def unknown(*_: Any, **__: Any) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    return patch.object(socket, "getaddrinfo", unknown)


@asynccontextmanager
async def no_names(_program: CrashableProgram, _endpoint: str) -> AsyncIterator[None]:
    with no_name_is_known():
        yield


@asynccontextmanager
async def refusing(program: CrashableProgram, _endpoint: str) -> AsyncIterator[None]:
    """Nobody listens at the gateway's port."""
    await program.gateway.refuse()
    try:
        yield
    finally:
        await program.gateway.listen()


@asynccontextmanager
async def deaf(program: CrashableProgram, _endpoint: str) -> AsyncIterator[None]:
    """Somebody listens, but never accepts, and the queue is full."""
    await program.gateway.refuse()
    with contextlib.ExitStack() as plugs:
        listener = plugs.enter_context(socket.socket())
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", program.gateway.port))
        listener.listen(0)
        plugs.enter_context(socket.create_connection(listener.getsockname()))
        yield
    await program.gateway.listen()


@at_every_step
async def test_fault_01_no_such_name(tmp_path: Path, gateway: FaultGateway, step: Step) -> None:
    url = f"http://localhost:{gateway.port}"
    async with CrashableProgram(tmp_path / "p", gateway, url=url) as program:
        await step(program, no_names, Fault.OFFLINE, Fate.NOT_SENT)


@at_every_step
async def test_fault_02_connection_refused(program: CrashableProgram, step: Step) -> None:
    await step(program, refusing, Fault.UNREACHABLE, Fate.NOT_SENT)


@at_every_step
async def test_fault_03_connecting_takes_too_long(program: CrashableProgram, step: Step) -> None:
    program.patience = HASTY
    await step(program, deaf, Fault.UNREACHABLE, Fate.NOT_SENT)


async def test_fault_03_no_connection_is_free(program: CrashableProgram) -> None:
    program.patience = HASTY
    model_id = await program.begin(12)
    program.gateway.on("status").always(faults.Drip())  # each keeps one of the eight connections
    await program.job.upload(model_id)
    await program.until(lambda: Fault.UNREACHABLE in {outage.problem.code for outage in program.outages()})
    program.gateway.on("status").clear()
    await program.until(lambda: program.count(SongState.UPLOADED) == 12)
    assert len(program.gateway.record.uploads) == 12


# -- Certificates and proxies: the gateway has a name, and is reached through a tunnel --------------------


def shows(certificate: ssl.SSLContext, other: trustme.LeafCert, usual: trustme.LeafCert) -> Break:
    """The gateway, or somebody in between, shows another certificate."""

    @asynccontextmanager
    async def broken(program: CrashableProgram, _endpoint: str) -> AsyncIterator[None]:
        other.configure_cert(certificate)
        program.gateway.drop()
        yield
        usual.configure_cert(certificate)

    return broken


@at_every_step
async def test_fault_04_certificate_untrusted(
    studio_pc: tuple[CrashableProgram, Tunnel], authority: trustme.CA, certificate: ssl.SSLContext, step: Step
) -> None:
    program, _ = studio_pc
    stranger = trustme.CA(organization_name="Studio Proxy Ltd").issue_cert(HOST)
    broken = shows(certificate, stranger, authority.issue_cert(HOST))
    await step(program, broken, Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT)
    if step in {create, upload, prepare}:  # the others may end just while the issuer is looked up
        assert program.outages()[0].problem.facts == {"issuer": "Studio Proxy Ltd"}


@at_every_step
async def test_fault_05_certificate_expired(
    studio_pc: tuple[CrashableProgram, Tunnel], authority: trustme.CA, certificate: ssl.SSLContext, step: Step
) -> None:
    program, _ = studio_pc
    ended = datetime.now(UTC) - timedelta(days=1)
    old = authority.issue_cert(HOST, not_before=ended - timedelta(days=9), not_after=ended)
    broken = shows(certificate, old, authority.issue_cert(HOST))
    await step(program, broken, Fault.CERTIFICATE_INVALID, Fate.NOT_SENT)


@at_every_step
async def test_fault_05_certificate_for_another_host(
    studio_pc: tuple[CrashableProgram, Tunnel], authority: trustme.CA, certificate: ssl.SSLContext, step: Step
) -> None:
    program, _ = studio_pc
    broken = shows(certificate, authority.issue_cert("elsewhere.example"), authority.issue_cert(HOST))
    await step(program, broken, Fault.CERTIFICATE_INVALID, Fate.NOT_SENT)


@at_every_step
async def test_fault_06_proxy_wants_a_login(studio_pc: tuple[CrashableProgram, Tunnel], step: Step) -> None:
    program, tunnel = studio_pc

    @asynccontextmanager
    async def broken(program: CrashableProgram, _endpoint: str) -> AsyncIterator[None]:
        tunnel.login = ("ana", "secret")
        program.gateway.drop()
        yield
        tunnel.login = None

    await step(program, broken, Fault.PROXY_LOGIN, Fate.NOT_SENT)


# -- What is put right outside the program is noticed by it ----------------------------------------------


class Settings:
    """The operating system's proxy, which somebody may change at any time."""

    def __init__(self, proxy: str) -> None:
        self.proxy = proxy

    def look(self) -> SystemProxy:
        return SystemProxy({"https": self.proxy})


# asyncio loses a connection that is made in the very moment the tunnel is closed.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("was", ["closed", "asking for a login", "none"])
async def test_fault_45_a_corrected_proxy_is_taken_by_everything_that_waits(
    tmp_path: Path, authority: trustme.CA, certificate: ssl.SSLContext, was: str
) -> None:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    async with FaultGateway(tls=certificate) as gateway, Tunnel(gateway) as old, Tunnel(gateway) as new:
        settings = Settings(old.url)
        transport_factory = leaving(file, ProxyResolver(look=settings.look))
        with no_name_is_known():
            async with CrashableProgram(
                tmp_path / "p", gateway, url=f"https://{HOST}", transport_factory=transport_factory
            ) as program:
                model_id = await program.begin()
                gateway.on("status").always(faults.Hang())
                await program.job.upload(model_id)
                await program.until(lambda: program.count(SongState.ACCEPTED) == 6)
                gateway.on("status").clear()
                if was == "asking for a login":
                    old.login = ("ana", "secret")
                    await old.cut()
                elif was == "closed":
                    await old.close()
                else:
                    settings.proxy = ""
                    await program.program.gateway.renew()
                    await old.close()
                await program.until(program.outages)
                settings.proxy = new.url

                def all_goes_on() -> bool:
                    outage = program.job.outage
                    if outage is not None and outage.until is None:  # the login that one proxy wanted
                        program.job.try_now()
                    return program.count(SongState.UPLOADED) == 6

                await program.until(all_goes_on)
                assert await program.job.connectivity.balance() == 1_000
                assert program.job.outage is None
    assert new.asked


@pytest.mark.parametrize("endpoint", ["prepare", "status"])
async def test_fault_04_a_certificate_is_trusted_as_soon_as_it_is_installed(
    tmp_path: Path, authority: trustme.CA, certificate: ssl.SSLContext, endpoint: str
) -> None:
    file = tmp_path / "authorities.pem"
    authority.cert_pem.write_to_path(file)
    studio = trustme.CA(organization_name="Studio Proxy Ltd")
    async with FaultGateway(tls=certificate) as gateway, Tunnel(gateway) as tunnel:
        transport_factory = leaving(file, through(tunnel.url))
        async with CrashableProgram(
            tmp_path / "p", gateway, url=f"https://{HOST}", transport_factory=transport_factory
        ) as program:
            model_id = await program.begin()
            if endpoint == "status":
                gateway.on("status").always(faults.Hang())
                await program.job.upload(model_id)
                await program.until(lambda: program.count(SongState.ACCEPTED) == 6)
                gateway.on("status").clear()
            studio.issue_cert(HOST).configure_cert(certificate)
            await tunnel.cut()
            await program.job.upload(model_id)
            untrusted = Fault.CERTIFICATE_UNTRUSTED
            await program.until(lambda: untrusted in {it.problem.code for it in program.outages()})
            file.write_bytes(file.read_bytes() + studio.cert_pem.bytes())
            await program.until(lambda: program.count(SongState.UPLOADED) == 6)
            assert await program.job.connectivity.balance() == 1_000
            assert program.job.outage is None
