import ssl
import sys
from pathlib import Path

import httpx
import pytest
import trustme

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.client import GatewayClient
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.network import (
    NONE,
    SYSTEM,
    CertificatesUnusableError,
    Network,
    ProxyUnusableError,
    proxy_for,
    trusted,
)

ADDRESS = "https://gateway.example"
LIMITS = httpx.Limits()


@pytest.mark.parametrize(
    ("set_to", "proxy"),
    [
        ("socks://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("SOCKS://127.0.0.1:7891/", "socks5://127.0.0.1:7891/"),
        ("socks4://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("socks4a://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("socks5://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("http://me:word@proxy.example:3128", "http://me:word@proxy.example:3128"),
        ("proxy.example:3128", "http://proxy.example:3128"),
        (" http://proxy.example:3128 ", "http://proxy.example:3128"),
    ],
)
async def test_proxies_as_systems_set_them(monkeypatch: pytest.MonkeyPatch, set_to: str, proxy: str) -> None:
    for variable in ("ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(variable, set_to)
        assert proxy_for(ADDRESS, SYSTEM) == proxy
        monkeypatch.delenv(variable)
    assert proxy_for(ADDRESS, set_to) == proxy
    way = await Network(set_to).way_to(ADDRESS, LIMITS)
    assert way.proxy == proxy
    await way.transport.aclose()


def test_a_socks_proxy_as_macos_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "mountsea_desktop.gateway.network.getproxies", lambda: {"socks": "http://127.0.0.1:1"}
    )
    assert proxy_for(ADDRESS, SYSTEM) == "socks5://127.0.0.1:1"


def test_without_a_proxy() -> None:
    assert proxy_for(ADDRESS, SYSTEM) == NONE


def test_the_proxy_of_the_scheme_goes_before_the_one_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://all.example")
    monkeypatch.setenv("HTTPS_PROXY", "http://own.example")
    assert proxy_for(ADDRESS, SYSTEM) == "http://own.example"
    assert proxy_for(ADDRESS, NONE) == NONE


def test_where_no_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "gateway.example")
    assert proxy_for(ADDRESS, SYSTEM) == NONE
    assert proxy_for("https://other.example", SYSTEM) == "http://proxy.example:3128"
    for here in ("http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1"):
        assert proxy_for(here, SYSTEM) == NONE
        assert proxy_for(here, "http://proxy.example:3128") == NONE


@pytest.mark.parametrize(
    "proxy", ["ftp://proxy.example", "http://[::1", "socks6://proxy.example", "http://\x00"]
)
async def test_an_unusable_proxy_is_told_in_words(proxy: str) -> None:
    with pytest.raises(ProxyUnusableError):
        await Network(proxy).way_to(ADDRESS, LIMITS)
    client = GatewayClient(Addresses(ADDRESS, ADDRESS), lambda: "token", network=Network(proxy))
    for asking in (client.prepare(), client.credits()):
        with pytest.raises(GatewayError) as caught:
            await asking
        assert (caught.value.fault, caught.value.fate) == (Fault.PROXY, Fate.NOT_SENT)


async def test_a_proxys_password_is_not_told() -> None:
    client = GatewayClient(
        Addresses(ADDRESS), lambda: "token", network=Network("ftp://me:word@proxy.example")
    )
    with pytest.raises(GatewayError) as caught:
        await client.prepare()
    assert "proxy.example" in caught.value.details
    assert "word" not in caught.value.details


async def test_a_proxy_that_refuses_is_told_apart_from_a_gateway_that_does(closed: int) -> None:
    for scheme in ("http", "socks5"):
        network = Network(f"{scheme}://127.0.0.1:{closed}")
        client = GatewayClient(Addresses(ADDRESS), lambda: "token", network=network)
        with pytest.raises(GatewayError) as caught:
            await client.prepare()
        assert (caught.value.fault, caught.value.fate) == (Fault.PROXY, Fate.NOT_SENT)


@pytest.fixture
def closed() -> int:
    """A port on which nobody listens: privileged, so nobody takes it meanwhile."""
    return 1


def test_the_systems_certificates_are_trusted() -> None:
    context = trusted()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_certificates_are_found_where_the_bundled_openssl_does_not_look(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    bundle = tmp_path / "bundle.crt"
    trustme.CA().cert_pem.write_to_path(bundle)
    nowhere = ssl.DefaultVerifyPaths("", "", "", "", "", "")
    monkeypatch.setattr(ssl, "get_default_verify_paths", lambda: nowhere)
    monkeypatch.setattr("mountsea_desktop.gateway.network.PLACES", ("/nowhere", str(bundle)))
    monkeypatch.setattr(sys, "platform", "linux")
    assert trusted().cert_store_stats()["x509_ca"] == 1


def test_a_studios_own_certificates_are_added(tmp_path: Path) -> None:
    file = tmp_path / "studio.pem"
    trustme.CA().cert_pem.write_to_path(file)
    assert trusted(file).cert_store_stats()["x509_ca"] == trusted().cert_store_stats()["x509_ca"] + 1


@pytest.mark.parametrize("content", [None, b"", b"not a certificate", b"-----BEGIN CERTIFICATE-----\n\xff"])
async def test_unreadable_certificates_are_told_in_words(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "studio.pem"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CertificatesUnusableError):
        trusted(file)
    client = GatewayClient(Addresses(ADDRESS), lambda: "token", network=Network(ca_file=file))
    with pytest.raises(GatewayError) as caught:
        await client.prepare()
    assert (caught.value.fault, caught.value.fate) == (Fault.CERTIFICATE_UNTRUSTED, Fate.NOT_SENT)
    assert "studio.pem" in caught.value.details
