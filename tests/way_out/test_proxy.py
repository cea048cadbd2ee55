import pytest

from mountsea_desktop.way_out import proxy
from mountsea_desktop.way_out.proxy import NONE, SYSTEM, proxy_for

ADDRESS = "https://host.example"


@pytest.mark.parametrize(
    ("set_to", "used"),
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
def test_proxies_as_systems_set_them(monkeypatch: pytest.MonkeyPatch, set_to: str, used: str) -> None:
    for variable in ("ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(variable, set_to)
        assert proxy_for(ADDRESS) == used
        monkeypatch.delenv(variable)
    assert proxy_for(ADDRESS, set_to) == used


def test_a_socks_proxy_as_macos_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proxy, "getproxies", lambda: {"socks": "http://127.0.0.1:1"})
    assert proxy_for(ADDRESS) == "socks5://127.0.0.1:1"


def test_without_a_proxy() -> None:
    assert proxy_for(ADDRESS, SYSTEM) == NONE


def test_the_proxy_of_the_scheme_goes_before_the_one_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://all.example")
    monkeypatch.setenv("HTTPS_PROXY", "http://own.example")
    assert proxy_for(ADDRESS) == "http://own.example"
    assert proxy_for("http://host.example") == "http://all.example"
    assert proxy_for(ADDRESS, NONE) == NONE


def test_where_no_proxy_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "host.example")
    assert proxy_for(ADDRESS) == NONE
    assert proxy_for("https://other.example") == "http://proxy.example:3128"
