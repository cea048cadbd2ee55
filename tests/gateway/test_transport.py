from pathlib import Path

import httpx
import pytest

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.transport import ProxyUnusableError, TransportFactory
from mountsea_desktop.network.certificates import CertificatesUnusableError, Trust
from mountsea_desktop.network.proxy import NONE
from tests.fakes.network import through

ADDRESS = "https://gateway.example"
LIMITS = httpx.Limits()


async def test_the_proxy_is_on_the_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks://127.0.0.1:7891")
    for transport_factory, proxy in (
        (TransportFactory(), "socks5://127.0.0.1:7891"),
        (TransportFactory(through("a:1")), "http://a:1"),
    ):
        route = await transport_factory.open(ADDRESS, LIMITS)
        assert route.proxy == proxy
        await route.transport.aclose()


@pytest.mark.parametrize("here", ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1"])
async def test_this_computer_is_never_asked_through_a_proxy(
    monkeypatch: pytest.MonkeyPatch, here: str
) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")
    for transport_factory in (TransportFactory(), TransportFactory(through("http://proxy.example:3128"))):
        route = await transport_factory.open(here, LIMITS)
        assert route.proxy == NONE
        await route.transport.aclose()


@pytest.mark.parametrize(
    "proxy", ["ftp://proxy.example", "http://[::1", "socks6://proxy.example", "http://\x00"]
)
async def test_an_unusable_proxy_is_told_in_words(proxy: str) -> None:
    with pytest.raises(ProxyUnusableError):
        await TransportFactory(through(proxy)).open(ADDRESS, LIMITS)
    client = GatewayClient(
        Addresses(ADDRESS, ADDRESS), lambda: "token", transport_factory=TransportFactory(through(proxy))
    )
    for poller in (client.prepare(), client.credits()):
        with pytest.raises(GatewayError) as caught:
            await poller
        assert (caught.value.fault, caught.value.fate) == (Fault.PROXY, Fate.NOT_SENT)


async def test_a_proxys_password_is_not_told() -> None:
    client = GatewayClient(
        Addresses(ADDRESS),
        lambda: "token",
        transport_factory=TransportFactory(through("ftp://me:word@proxy.example")),
    )
    with pytest.raises(GatewayError) as caught:
        await client.prepare()
    assert "proxy.example" in caught.value.details
    assert "word" not in caught.value.details


async def test_a_proxy_that_refuses_is_told_apart_from_a_gateway_that_does(closed: int) -> None:
    for scheme in ("http", "socks5"):
        transport_factory = TransportFactory(through(f"{scheme}://127.0.0.1:{closed}"))
        client = GatewayClient(Addresses(ADDRESS), lambda: "token", transport_factory=transport_factory)
        with pytest.raises(GatewayError) as caught:
            await client.prepare()
        assert (caught.value.fault, caught.value.fate) == (Fault.PROXY, Fate.NOT_SENT)


@pytest.fixture
def closed() -> int:
    """A port on which nobody listens: privileged, so nobody takes it meanwhile."""
    return 1


@pytest.mark.parametrize("content", [None, b"", b"not a certificate", b"-----BEGIN CERTIFICATE-----\n\xff"])
async def test_unreadable_certificates_are_told_in_words(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "studio.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CertificatesUnusableError):
        await TransportFactory(trust=Trust(file)).open(ADDRESS, LIMITS)
    client = GatewayClient(
        Addresses(ADDRESS), lambda: "token", transport_factory=TransportFactory(trust=Trust(file))
    )
    with pytest.raises(GatewayError) as caught:
        await client.prepare()
    assert (caught.value.fault, caught.value.fate) == (Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT)
    assert "studio.pem" in caught.value.details
