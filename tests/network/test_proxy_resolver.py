import pytest

from mountsea_desktop.network import proxy_resolver
from mountsea_desktop.network.pac import PacError
from mountsea_desktop.network.proxy_choice import ProxyChoice, ProxyMode
from mountsea_desktop.network.proxy_resolver import ProxyResolver
from mountsea_desktop.network.system_proxy import SystemProxy

ADDRESS = "https://api.example"
MANUAL = ProxyChoice(ProxyMode.MANUAL, "proxy:3128", no_proxy=".lan")
HERE = ["http://127.0.0.1:8000", "http://localhost", "http://[::1]", "http://0x7f.1"]


def test_none_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example")
    assert ProxyResolver(ProxyChoice(ProxyMode.NONE)).proxy_for(ADDRESS) == ""
    assert ProxyResolver().proxy_for(ADDRESS) == "http://proxy.example"


def test_one_that_was_chosen_counts_whatever_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://other.example")
    monkeypatch.setenv("NO_PROXY", "*")
    resolver = ProxyResolver(MANUAL)
    assert resolver.proxy_for(ADDRESS) == "http://proxy:3128"
    assert resolver.proxy_for("https://nas.lan") == ""


@pytest.mark.parametrize("here", HERE)
def test_this_computer_is_reached_without(here: str) -> None:
    assert ProxyResolver(MANUAL).proxy_for(here) == ""


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    fetched: list[str] = []

    def fetch(pac_url: str) -> str:
        fetched.append(pac_url)
        return "the script"

    monkeypatch.setattr("mountsea_desktop.network.pac.fetch", fetch)
    return fetched


def test_a_script_is_fetched_once_and_asked_each_time(fetched: list[str]) -> None:
    asked: list[tuple[str, str]] = []

    def run(script: str, address: str) -> str:
        asked.append((script, address))
        return "PROXY proxy:3128; DIRECT"

    resolver = ProxyResolver(
        ProxyChoice(ProxyMode.AUTOMATIC, pac_url="http://wpad/proxy.pac"), run_script=run
    )
    assert [resolver.proxy_for(ADDRESS), resolver.proxy_for(ADDRESS)] == ["http://proxy:3128"] * 2
    assert asked == [("the script", ADDRESS)] * 2
    resolver.forget()
    resolver.proxy_for(ADDRESS)
    assert fetched == ["http://wpad/proxy.pac"] * 2


def test_a_script_of_the_systems_counts_too(fetched: list[str]) -> None:
    resolver = ProxyResolver(
        look=lambda: SystemProxy(pac_url="http://wpad/proxy.pac"), run_script=lambda *_: "SOCKS5 socks:1080"
    )
    assert resolver.pac_url() == "http://wpad/proxy.pac"
    assert resolver.proxy_for(ADDRESS) == "socks5://socks:1080"
    assert fetched


def test_where_no_script_can_be_run_that_is_told(fetched: list[str]) -> None:
    resolver = ProxyResolver(ProxyChoice(ProxyMode.AUTOMATIC, pac_url="http://wpad/proxy.pac"))
    for _ in range(2):
        with pytest.raises(PacError, match=r"http://wpad/proxy\.pac: scripts cannot be run here"):
            resolver.proxy_for(ADDRESS)
    assert len(fetched) == 2, "somebody may have put it right"


def test_the_system_is_asked_anew_after_a_while() -> None:
    now, said = 0.0, ["http://a", "http://b", "http://c"]
    resolver = ProxyResolver(look=lambda: SystemProxy({"https": said.pop(0)}), now=lambda: now)
    assert [resolver.proxy_for(ADDRESS), resolver.proxy_for(ADDRESS)] == ["http://a"] * 2
    now = proxy_resolver.SYSTEM_PROXY_KEPT_FOR + 1
    assert resolver.proxy_for(ADDRESS) == "http://b"
    resolver.forget()
    assert resolver.proxy_for(ADDRESS) == "http://c"


def test_another_choice_counts_at_once() -> None:
    resolver = ProxyResolver(MANUAL)
    resolver.choice = ProxyChoice(ProxyMode.NONE)
    assert resolver.proxy_for(ADDRESS) == ""
