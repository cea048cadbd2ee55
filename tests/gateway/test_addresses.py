from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway.addresses import (
    API_DEFAULT,
    CREDITS_DEFAULT,
    CREDITS_VARIABLE,
    AddressError,
    Addresses,
    AddressFault,
    origin_of,
)


def test_mountseas_own_addresses() -> None:
    addresses = Addresses()
    assert addresses == Addresses(API_DEFAULT, CREDITS_DEFAULT)
    assert addresses.origins == {"https://api.mountsea.ai:443", "https://dk.mountsea.ai:443"}
    assert not addresses.on_loopback


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:8080",
        "http://127.9.9.9",
        "http://localhost",
        "http://[::1]:80",
        "https://10.0.0.1/m",
    ],
)
def test_usable(address: str) -> None:
    assert Addresses(address + "/").api == address


def test_on_loopback_tells_of_the_api() -> None:
    assert Addresses("http://[::1]:80", "https://dk.mountsea.ai").on_loopback
    assert not Addresses("https://api.mountsea.ai", "http://localhost").on_loopback


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("api.mountsea.ai", AddressFault.SCHEME),
        ("ftp://api.mountsea.ai", AddressFault.SCHEME),
        ("http://api.mountsea.ai", AddressFault.NOT_ENCRYPTED),
        ("http://127.0.0.1.evil.example", AddressFault.NOT_ENCRYPTED),
        ("http://localhost.evil.example", AddressFault.NOT_ENCRYPTED),
        ("http://0.0.0.0", AddressFault.NOT_ENCRYPTED),
        ("https://me:secret@api.mountsea.ai", AddressFault.LOGIN),
        ("https://api.mountsea.ai@evil.example", AddressFault.LOGIN),
        ("https://api.mountsea.ai/?key=1", AddressFault.EXTRAS),
        ("https://api.mountsea.ai#", AddressFault.EXTRAS),
        ("https://", AddressFault.BROKEN),
        ("https://api.mountsea.ai:99999", AddressFault.BROKEN),
        ("https://api.mountsea.ai:0", AddressFault.BROKEN),
        ("https://[::1", AddressFault.BROKEN),
        ("https://api.mountsea.ai\\@evil.example", AddressFault.BROKEN),
        ("https://api.moun\ntsea.ai", AddressFault.BROKEN),
        ("https://api mountsea.ai", AddressFault.BROKEN),
        ("https://蒙.example", AddressFault.BROKEN),
        ("https://*.example", AddressFault.BROKEN),
    ],
)
def test_unusable(address: str, fault: AddressFault) -> None:
    with pytest.raises(AddressError) as caught:
        Addresses(credits=address)
    assert (caught.value.code, caught.value.variable) == (fault, CREDITS_VARIABLE)
    assert "secret" not in repr(caught.value)


@pytest.mark.parametrize("address", ["https://me:sec/ret@host", "me:sec/ret@host", "https://a@sec/ret@host"])
def test_a_password_is_never_shown(address: str) -> None:
    with pytest.raises(AddressError) as caught:
        Addresses(address)
    assert "sec/ret" not in caught.value.value
    assert caught.value.value.endswith("host")


@given(st.text() | st.text(alphabet="htps:/[]@?#.1a%\\\t ").map(lambda rest: "https://" + rest))
def test_any_text_is_an_address_or_an_address_error(text: str) -> None:
    try:
        addresses = Addresses(text)
    except AddressError:
        return
    assert addresses.api.startswith(("http://", "https://"))
    assert "@" not in urlsplit(addresses.api).netloc


def test_a_scheme_in_capitals_is_the_same_scheme() -> None:
    assert Addresses("HTTPS://api.mountsea.ai").api == "https://api.mountsea.ai"


def test_origins_are_equal_when_the_place_is() -> None:
    assert origin_of("https://API.mountsea.ai/x") == origin_of("https://api.mountsea.ai:443")
    assert origin_of("http://[::1]/x") == "http://[::1]:80"
    assert origin_of("http://a.example") != origin_of("https://a.example")


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1", "[::1]", "0x7f.1"])
def test_this_computer_may_be_the_gateway_without_encryption(host: str) -> None:
    assert Addresses(f"http://{host}:8000").on_loopback


def test_hosts_are_named_in_full_unless_all_are_mountseas() -> None:
    assert Addresses().elsewhere == ()
    assert Addresses("https://API.mountsea.ai:443/", "https://dk.mountsea.ai").elsewhere == ()
    one = Addresses("https://api.mountsea.ai.example:8443/v1")
    assert one.elsewhere == ("api.mountsea.ai.example:8443", "dk.mountsea.ai")
    assert Addresses("http://127.0.0.1:8", "http://127.0.0.1:8/x").elsewhere == ("127.0.0.1:8",)
