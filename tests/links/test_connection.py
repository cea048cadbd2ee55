import asyncio
import ssl
import threading
import urllib.request

import pytest

from mountsea_desktop.links import connection
from mountsea_desktop.links.connection import aside, environment_proxy, usable_proxy


@pytest.mark.parametrize(
    ("said", "used"),
    [
        ("", None),
        ("  ", None),
        ("socks://127.0.0.1:7891/", "socks5://127.0.0.1:7891/"),
        ("SOCKS://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("socks5://127.0.0.1:7891", "socks5://127.0.0.1:7891"),
        ("proxy.studio:3128", "http://proxy.studio:3128"),
        (" http://proxy.studio:3128 ", "http://proxy.studio:3128"),
    ],
)
def test_a_proxy_is_taken_in_the_forms_systems_write_it(said: str, used: str | None) -> None:
    assert usable_proxy(said) == used


def test_the_systems_proxy_is_used_for_what_it_is_meant_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(urllib.request, "getproxies", lambda: {"https": "a:1", "all": "socks://b:2"})
    monkeypatch.setattr(urllib.request, "proxy_bypass", lambda host: host == "near.example")
    assert environment_proxy("https://example.com/a.mp3") == "http://a:1"
    assert environment_proxy("http://example.com/a.mp3") == "socks5://b:2"
    assert environment_proxy("https://near.example/a.mp3") is None
    assert environment_proxy("http://127.0.0.1:8000/a.mp3") is None
    monkeypatch.setattr(urllib.request, "getproxies", dict)
    assert environment_proxy("https://example.com/a.mp3") is None


def test_certificates_are_always_looked_at() -> None:
    context = connection.tls_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_a_name_for_this_computer_is_known_without_a_network() -> None:
    assert connection.addresses_of("localhost")[0] == "127.0.0.1"


async def test_results_and_errors_come_back_from_aside() -> None:
    assert await aside(int, "5") == 5
    with pytest.raises(ValueError, match="invalid literal"):
        await aside(int, "x")


async def test_a_hung_call_can_be_given_up() -> None:
    loop, begun, forever = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def hang() -> None:
        loop.call_soon_threadsafe(begun.set)
        forever.wait(60)

    task = loop.create_task(aside(hang))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    thread = next(one for one in threading.enumerate() if one.name == "links")
    assert thread.daemon
    forever.set()
    thread.join(10)
    await asyncio.sleep(0)


def test_a_call_may_outlive_its_loop() -> None:
    forever = threading.Event()

    async def give_up() -> None:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(aside(forever.wait, 60), 0.01)

    asyncio.run(give_up())
    thread = next(one for one in threading.enumerate() if one.name == "links")
    forever.set()
    thread.join(10)
    assert not thread.is_alive()
