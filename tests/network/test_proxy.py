import httpx
import pytest

from mountsea_desktop.network import proxy
from mountsea_desktop.network.proxy import (
    NONE,
    SYSTEM,
    Login,
    NoLogins,
    TrialLogin,
    host_port_of,
    is_signed_in,
    proxy_for,
    signed_in,
)

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


class Ana(NoLogins):
    async def of(self, host_port: str) -> Login | None:
        return Login("a:na", "p@ss/ 夜") if host_port == "proxy.example:3128" else None


@pytest.mark.parametrize("scheme", ["http", "https", "socks5"])
@pytest.mark.parametrize("before", ["", "old:word@"])
async def test_a_login_goes_to_its_own_proxy_alone(scheme: str, before: str) -> None:
    proxy = f"{scheme}://{before}proxy.example:3128"
    signed = await signed_in(proxy, Ana())
    assert signed == f"{scheme}://a%3Ana:p%40ss%2F%20%E5%A4%9C@proxy.example:3128"
    read = httpx.Proxy(signed)
    assert (read.raw_auth or read.auth) in {(b"a:na", "p@ss/ 夜".encode()), ("a:na", "p@ss/ 夜")}
    other = f"{scheme}://{before}proxy.example:8080"
    assert await signed_in(other, Ana()) == other
    assert await signed_in(proxy, NoLogins()) == proxy


@pytest.mark.parametrize("broken", ["", "http://[::1", "http://"])
async def test_what_is_no_proxy_stays_as_it_is(broken: str) -> None:
    assert await signed_in(broken, Ana()) == broken


def test_people_see_the_place_and_no_secret() -> None:
    assert host_port_of("http://old:word@proxy.example:3128/") == "proxy.example:3128"
    assert is_signed_in("http://old:word@proxy.example:3128")
    assert not is_signed_in("http://proxy.example:3128")
    assert "word" not in repr(Login("old", "word"))


async def test_a_login_that_is_tried_goes_to_its_proxy_and_the_others_get_their_own() -> None:
    tried = Login("new", "word")
    trial = TrialLogin("other.example:8080", tried, Ana())
    assert await trial.of("other.example:8080") == tried
    assert await trial.of("proxy.example:3128") == Login("a:na", "p@ss/ 夜")
    assert await trial.of("third.example:1") is None
