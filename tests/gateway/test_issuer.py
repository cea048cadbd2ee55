import asyncio
import ssl

import pytest
import trustme

from mountsea_desktop.gateway import issuer
from mountsea_desktop.gateway.issuer import issuer_of
from tests.fakes import faults
from tests.fakes.babbler import babbler
from tests.fakes.fault_gateway import FaultGateway


def encrypted(authority: trustme.CA) -> FaultGateway:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return FaultGateway(tls=context)


async def test_the_issuer_is_named_and_nothing_is_asked() -> None:
    async with encrypted(trustme.CA(organization_name="Studio Proxy Ltd")) as gateway:
        assert await issuer_of(gateway.url, "") == "Studio Proxy Ltd"
    assert gateway.record.all == []


async def test_a_server_that_does_not_encrypt_has_no_issuer() -> None:
    async with FaultGateway() as gateway:
        gateway.on("any").always(faults.Raw("no"))
        gateway.drop()
    assert await issuer_of(gateway.url.replace("http:", "https:"), "") == ""


async def test_it_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuer, "_PATIENCE", 0.1)
    async with FaultGateway() as deaf:
        assert await issuer_of(deaf.url.replace("http:", "https:"), "") == ""


@pytest.mark.parametrize("proxy", ["http://127.0.0.1:1", "socks5://127.0.0.1:1"])
async def test_through_a_proxy_that_is_not_there(proxy: str) -> None:
    assert await issuer_of("https://gateway.example", proxy) == ""


async def test_a_proxy_that_talks_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issuer, "_PATIENCE", 600.0)
    async with babbler() as proxy, asyncio.timeout(30):
        assert await issuer_of("https://gateway.example", proxy) == ""


async def test_what_an_untrusted_certificate_says_is_one_short_line() -> None:
    name = "Mountsea \u202eais\nPress Retry and type your token" + "!" * 30
    async with encrypted(trustme.CA(organization_name=name)) as gateway:
        issuer = await issuer_of(gateway.url, "")
    assert issuer == "Mountsea ais Press Retry and type your token" + "!" * 30
    assert issuer_of_text("x" * 500) == "x" * 100


def issuer_of_text(name: str) -> str:
    return issuer._name({"issuer": ((("commonName", name),),)})
