"""Networks without IPv4: the gateway, the proxy and the links may all have addresses of the newer kind."""

import ssl
from pathlib import Path

import pytest
import trustme

from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.network.proxy import Login
from mountsea_desktop.workflow.model import Outcome
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.network import leaving, through
from tests.fakes.tunnel import Tunnel
from tests.faults.crashable_program import CrashableProgram

FAR = "2001:db8::5"
"""An address of the kind that documents use; only the proxy of the test knows a way to it."""


def encrypted(authority: trustme.CA, *names: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(context)
    return context


async def make_a_model(program: CrashableProgram) -> None:
    model_id = await program.uploaded()
    assert await program.create(model_id, balance=await program.job.connectivity.balance())
    await program.until(program.is_(Outcome.READY))


@pytest.mark.parametrize("is_encrypted", [False, True])
async def test_a_gateway_on_the_loopback_of_ipv6(
    tmp_path: Path, authority: trustme.CA, is_encrypted: bool
) -> None:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    tls = encrypted(authority, "::1") if is_encrypted else None
    async with FaultGateway(tls=tls, host="::1") as gateway:
        gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
        assert "[::1]" in gateway.url
        async with CrashableProgram(
            tmp_path / "p", gateway, transport_factory=leaving(file, through(""))
        ) as program:
            await make_a_model(program)
        assert gateway.violations == []


@pytest.mark.parametrize("login", [None, Login("ana", "pa ss:w@rd")])
async def test_a_gateway_with_an_address_alone_behind_a_proxy_on_ipv6(
    tmp_path: Path, authority: trustme.CA, login: Login | None
) -> None:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(file)
    async with FaultGateway(tls=encrypted(authority, FAR)) as gateway, Tunnel(gateway, "::1") as tunnel:
        gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
        factory = leaving(file, through(tunnel.url))
        async with CrashableProgram(
            tmp_path / "p", gateway, url=f"https://[{FAR}]", transport_factory=factory
        ) as program:
            if login is not None:
                tunnel.login = (login.name, login.password)
                await program.open()
                await program.program.sign_in_to_proxy(tunnel.place, login)
                await program.program.logins.keep(tunnel.place, remember=True)
                await program.close()
            await make_a_model(program)
        assert gateway.violations == []
    assert {head.split()[1] for head in tunnel.asked} == {f"[{FAR}]:443"}
    assert all(f"\r\nHost: [{FAR}]:443\r\n" in head for head in tunnel.asked)


async def test_a_link_without_encryption_is_asked_of_a_proxy_in_brackets() -> None:
    async with FaultGateway() as gateway, Tunnel(gateway, "::1") as tunnel:
        checker = LinkChecker(proxy_for=lambda _address: tunnel.url)
        await checker.check("http://[2606:4700::1111]:81/a.mp3")
        assert [head.split("\r\n")[0] for head in tunnel.asked] == [
            "GET http://[2606:4700::1111]:81/a.mp3 HTTP/1.1"
        ]


@pytest.mark.parametrize(
    "host",
    ["::1", "fe80::1", "fe80::1%25eth0", "fd00::1", "fec0::1", "ff02::1", "::", "::ffff:10.0.0.1",
     "::10.0.0.1", "64:ff9b::a00:1", "64:ff9b:1::a00:1", "2002:a00:1::", "2001::1", "2001:db8::1",
     "100::1", "3fff::1"],
)  # fmt: skip
async def test_links_to_this_computer_and_its_network_are_not_opened(host: str) -> None:
    checked = await LinkChecker(proxy_for=lambda _address: "").check(f"http://[{host}]/song.mp3")
    assert checked.verdict in {Verdict.PRIVATE_ADDRESS, Verdict.LOCAL_FILE, Verdict.NOT_A_LINK}


@pytest.mark.parametrize(
    "found", [["::1"], ["fd00::1", "fe80::1%eth0"], ["::ffff:127.0.0.1"], ["2002:7f00:1::"]]
)
async def test_names_that_lead_home_by_ipv6_are_not_opened(found: list[str]) -> None:
    checker = LinkChecker(proxy_for=lambda _address: "", look_up=lambda _host: found)
    checked = await checker.check("https://song.example/song.mp3")
    assert checked.verdict is Verdict.PRIVATE_ADDRESS
