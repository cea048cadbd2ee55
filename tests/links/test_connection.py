import pytest

from mountsea_desktop.links import connection
from mountsea_desktop.links.connection import proxy_for


def test_the_systems_proxy_is_used_but_for_this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks://b:2")
    assert proxy_for("https://example.com/a.mp3") == "socks5://b:2"
    for host in ("127.0.0.1", "localhost", "[::1]", "0x7f.1"):
        assert proxy_for(f"http://{host}:8000/a.mp3") == ""
    monkeypatch.delenv("ALL_PROXY")
    assert proxy_for("https://example.com/a.mp3") == ""


def test_a_name_for_this_computer_is_known_without_a_network() -> None:
    assert connection.addresses_of("localhost")[0] == "127.0.0.1"
