from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.network.host import is_loopback, is_private, is_reachable, read_host

LOOPBACK = [
    "127.0.0.1", "127.8.8.8", "localhost", "LOCALHOST", "localhost.", "::1", "::ffff:127.0.0.1", "::1%lo",
    "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "127.0.1",
]  # fmt: skip
PRIVATE = [
    "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.5", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104 - not bound to, but refused
    "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1",
    "192.0.0.192", "192.0.0.9", "168.63.129.16", "192.88.99.1",
    "fe80::1", "fd00::1", "::ffff:10.0.0.1", "::", "64:ff9b::a00:1", "64:ff9b::7f00:1", "fec0::1", "feff::1",
    "64:ff9b:1::808:808", "::8.8.8.8", "::127.0.0.1", "::ffff:0:808:808", "::ffff:0:127.0.0.1", "ff02::1",
    "100::1", "2001:db8::1", "2001::1", "2002:a00:1::", "3fff::1", "5f00::1", "4000::1",
    "3232235781", "0xC0A80105", "0300.0250.1.5", "192.168.261", "0xa.1",
    "nas", "studio.local", "router.lan", "x.home.arpa", "songs.corp", "a.localhost",
]  # fmt: skip
PUBLIC = [
    "example.com", "8.8.8.8", "134744072", "172.32.0.1", "192.0.1.1", "168.63.129.17", "2606:4700::1111",
    "::ffff:8.8.8.8", "2002:808:808::", "2a00::1", "xn--r8jz45g.jp", "localhost.com", "local.example.com",
    "example.com.", "64:ff9b::808:808", "a_b.example.com",
]  # fmt: skip


@pytest.mark.parametrize("name", LOOPBACK)
def test_this_computer(name: str) -> None:
    host = read_host(name)
    assert host is not None
    assert is_loopback(host)
    assert is_loopback(name)
    assert is_private(host)


@pytest.mark.parametrize("name", [*PRIVATE, *PUBLIC, "", "1.2.3.4.5", "[::1]"])
def test_what_is_not_certainly_this_computer(name: str) -> None:
    assert not is_loopback(name)


@pytest.mark.parametrize("name", PRIVATE)
def test_what_others_cannot_reach(name: str) -> None:
    host = read_host(name)
    assert host is not None
    assert is_private(host)


@pytest.mark.parametrize("name", PUBLIC)
def test_what_others_can_reach(name: str) -> None:
    host = read_host(name)
    assert host is not None
    assert not is_private(host)


@pytest.mark.parametrize("name", ["1.2.3.4.5", "300.1.1.1", "0x", "1:2", "256.1", "4294967296", "0" * 20])
def test_numbers_that_are_no_address(name: str) -> None:
    assert read_host(name) in (None, ip_address("0.0.0.0"))  # noqa: S104 - not bound to; `0x` is read so


@pytest.mark.parametrize(
    ("resolved", "ordinarily", "beside_the_gateway"),
    [
        ("8.8.8.8", True, True),
        ("2606:4700::1111", True, True),
        ("198.18.3.4", True, True),
        ("127.0.0.1", False, True),
        ("::1", False, True),
        ("10.0.0.1", False, False),
        ("fe80::1%eth0", False, False),
        ("nonsense", False, False),
    ],
)
def test_what_a_name_was_resolved_to(resolved: str, ordinarily: bool, beside_the_gateway: bool) -> None:
    assert is_reachable(resolved, allow_loopback=False) is ordinarily
    assert is_reachable(resolved, allow_loopback=True) is beside_the_gateway


@given(st.ip_addresses())
def test_what_python_holds_for_special_is_special_here(address: object) -> None:
    known = ip_address(str(address))
    if not known.is_global and getattr(known, "ipv4_mapped", None) is None:
        assert is_private(known) or getattr(known, "sixtofour", None) is not None


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    read_host(text)
    is_loopback(text)
