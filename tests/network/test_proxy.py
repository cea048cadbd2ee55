import httpx
import pytest

from mountsea_desktop.network.proxy import (
    Login,
    NoLogins,
    TrialLogin,
    host_port_of,
    is_signed_in,
    signed_in,
    usable,
)


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("socks://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("SOCKS://127.0.0.1:7891/", "socks5://127.0.0.1:7891/"),
        ("socks4://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("socks4a://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("socks5://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("http://me:word@proxy.example:3128", "http://me:word@proxy.example:3128"),
        ("proxy.example:3128", "http://proxy.example:3128"),
        (" http://proxy.example:3128 ", "http://proxy.example:3128"),
        ("", ""),
    ],
)
def test_proxies_as_people_and_systems_write_them(written: str, used: str) -> None:
    assert usable(written) == used


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
