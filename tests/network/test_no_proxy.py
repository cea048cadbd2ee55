import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.network.no_proxy import bypasses


@pytest.mark.parametrize(
    ("rules", "address"),
    [
        ("*", "https://anything.example"),
        ("api.example", "https://api.example"),
        ("API.Example", "https://api.example/a"),
        ("example", "https://deep.api.example"),
        (".example.com", "https://api.example.com"),
        (".example.com", "https://example.com"),
        ("*.example.com", "https://api.example.com"),
        ("api.example:8443", "https://api.example:8443"),
        ("api.example:443", "https://api.example"),
        ("other, api.example", "https://api.example"),
        ("other;api.example", "https://api.example"),
        ("other api.example", "https://api.example"),
        ("http://api.example", "https://api.example"),
        ("<local>", "http://nas/song.mp3"),
        ("192.168.*", "http://192.168.1.20"),
        ("10.0.0.0/8", "https://10.1.2.3"),
        ("10.1.2.3", "https://10.1.2.3"),
        ("[fd00::1]", "https://[fd00::1]"),
        ("fd00::1", "https://[fd00::1]"),
        ("[fd00::1]:8443", "https://[fd00::1]:8443"),
        ("fd00::/8", "https://[fd00::1]"),
        ("gateway-*", "https://gateway-1"),
        ("[fd00::]/8", "https://[fd00::1]"),
        ("::1", "http://[0:0:0:0:0:0:0:1]:8080"),
        ("0:0:0:0:0:0:0:1", "http://[::1]"),
        ("FD00::AB", "https://[fd00::ab]"),
        ("http://[fd00::1]:8443", "https://[fd00::1]:8443"),
        ("fe80::1", "http://[fe80::1%25eth0]"),
        ("2001:db8::/32,localhost", "https://[2001:db8:1::9]:444"),
    ],
)
def test_reached_directly(rules: str, address: str) -> None:
    assert bypasses(rules, address)


@pytest.mark.parametrize(
    ("rules", "address"),
    [
        ("", "https://api.example"),
        (",; ", "https://api.example"),
        ("example.com", "https://badexample.com"),
        ("api.example:8443", "https://api.example"),
        ("<local>", "https://api.example"),
        ("<local>", "https://10.1.2.3"),
        ("10.0.0.0/8", "https://11.1.2.3"),
        ("10.0.0.0/8", "https://ten.example"),
        ("10.0.0.0/99", "https://10.1.2.3"),
        ("[fd00::1]:8443", "https://[fd00::1]"),
        (".", "https://api.example"),
        ("[fd00::]/8", "https://[fe00::1]"),
        ("fd00::/8", "https://10.0.0.1"),
        ("10.0.0.0/8", "https://[fd00::1]"),
        ("[::1", "http://[::2]"),
    ],
)
def test_reached_through_the_proxy(rules: str, address: str) -> None:
    assert not bypasses(rules, address)


@given(st.text(), st.sampled_from(["https://a.example", "https://[::2]:1", "http://10.0.0.1", "http://999"]))
def test_whatever_is_written_there_is_an_answer(rules: str, address: str) -> None:
    assert bypasses(rules, address) in (True, False)
