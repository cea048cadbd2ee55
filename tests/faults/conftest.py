"""A program for each test, on a plain gateway or behind a studio's proxy."""

import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import trustme

from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.network import leaving, through
from tests.fakes.tunnel import Tunnel
from tests.faults.crashable_program import TOKEN, CrashableProgram

HOST = "gateway.example"


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
        yield gateway


@pytest.fixture
async def program(tmp_path: Path, gateway: FaultGateway) -> AsyncIterator[CrashableProgram]:
    async with CrashableProgram(tmp_path / "profile", gateway) as program:
        yield program
    assert gateway.violations == []
    assert program.leaks == program.files_with_token() == []


@pytest.fixture(scope="session")
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
) -> AsyncIterator[tuple[CrashableProgram, Tunnel]]:
    """A program behind a proxy, where the company's certificates are trusted."""
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    async with FaultGateway(tls=certificate) as gateway, Tunnel(gateway) as tunnel:
        gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
        transport_factory = leaving(file, through(tunnel.url))
        async with CrashableProgram(
            tmp_path / "p", gateway, url=f"https://{HOST}", transport_factory=transport_factory
        ) as program:
            yield program, tunnel
        assert gateway.violations == []
        heads = "".join(tunnel.asked)
        assert TOKEN not in heads
        assert "\nauthorization:" not in heads.lower()
