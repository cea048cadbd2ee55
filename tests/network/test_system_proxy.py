import pytest

from mountsea_desktop.network import system_proxy
from mountsea_desktop.network.system_proxy import SystemProxy, look, of_gnome, script_of_mac, with_brackets

_GNOME = "org.gnome.system.proxy"
ADDRESS = "https://host.example"


def test_without_anything_there_is_no_proxy() -> None:
    assert look().proxy_for(ADDRESS) == ""
    assert look().pac_url == ""


def test_the_proxy_of_the_scheme_goes_before_the_one_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://all.example")
    monkeypatch.setenv("HTTPS_PROXY", "http://own.example")
    assert look().proxy_for(ADDRESS) == "http://own.example"
    assert look().proxy_for("http://host.example") == "http://all.example"


@pytest.mark.parametrize("rules", ["host.example", "*.example", "example:443", "*"])
def test_where_no_proxy_is_used(monkeypatch: pytest.MonkeyPatch, rules: str) -> None:
    monkeypatch.setenv("ALL_PROXY", "http://proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", rules)
    assert look().proxy_for(ADDRESS) == ""
    assert (look().proxy_for("https://other.net") == "") is (rules == "*")


def test_a_socks_proxy_as_macos_names_it() -> None:
    assert SystemProxy({"socks": "http://127.0.0.1:1"}).proxy_for(ADDRESS) == "socks5://127.0.0.1:1"


SCUTIL = """<dictionary> {
  ExceptionsList : <array> {
    0 : *.local
  }
  ProxyAutoConfigEnable : 1
  ProxyAutoConfigURLString : http://wpad.studio.lan/proxy.pac
}
"""


def test_macs_name_a_script() -> None:
    assert script_of_mac(lambda _: SCUTIL) == "http://wpad.studio.lan/proxy.pac"
    assert script_of_mac(lambda _: SCUTIL.replace("Enable : 1", "Enable : 0")) == ""
    assert script_of_mac(_missing) == ""


def _missing(_command: list[str]) -> str:
    raise FileNotFoundError("scutil")


GNOME = """org.gnome.system.proxy autoconfig-url 'http://wpad.studio.lan/proxy.pac'
org.gnome.system.proxy ignore-hosts ['localhost', '10.0.0.0/8', '.studio.lan']
org.gnome.system.proxy mode 'manual'
org.gnome.system.proxy.http host 'proxy.studio.lan'
org.gnome.system.proxy.http port 3128
org.gnome.system.proxy.https host ''
org.gnome.system.proxy.https port 0
org.gnome.system.proxy.socks host 'socks.studio.lan'
org.gnome.system.proxy.socks port 1080
"""


def test_gnome_has_settings_of_its_own() -> None:
    found = of_gnome(lambda _: GNOME)
    assert found.proxy_for("http://host.example") == "proxy.studio.lan:3128"
    assert found.proxy_for(ADDRESS) == "socks5://socks.studio.lan:1080"
    assert found.proxy_for("https://10.2.3.4") == ""
    assert found.proxy_for("https://gateway.studio.lan") == ""
    assert of_gnome(lambda _: GNOME.replace("'manual'", "'none'")) == SystemProxy()
    auto = of_gnome(lambda _: GNOME.replace("'manual'", "'auto'"))
    assert auto == SystemProxy(pac_url="http://wpad.studio.lan/proxy.pac")
    assert of_gnome(_missing) == SystemProxy()


def test_gnome_is_asked_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_proxy, "_ask", lambda _: GNOME)
    assert look("linux", {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}).proxies
    assert not look("linux", {}).proxies
    monkeypatch.setenv("HTTPS_PROXY", "http://own.example")
    assert look("linux", {"XDG_CURRENT_DESKTOP": "GNOME"}).proxies == {"https": "http://own.example"}


def test_a_tool_that_is_missing_or_fails_is_no_answer() -> None:
    for command in (["no-such-tool"], ["false"]):
        with pytest.raises(OSError, match=r"no-such-tool|exit status|^false$"):
            system_proxy._ask(command)


@pytest.mark.parametrize(
    ("written", "proxy"),
    [
        ("fd00::1:3128", "[fd00::1]:3128"),
        ("http://fd00::1:3128", "http://[fd00::1]:3128"),
        ("http://[fd00::1]:3128", "http://[fd00::1]:3128"),
        ("proxy.example:3128", "proxy.example:3128"),
        ("10.0.0.1:3128", "10.0.0.1:3128"),
    ],
)
def test_an_address_of_ipv6_gets_its_brackets(written: str, proxy: str) -> None:
    """macOS and GNOME have host and port apart, and who puts them together leaves the brackets out."""
    assert with_brackets(written) == proxy


def test_gnome_may_name_a_proxy_on_ipv6() -> None:
    said = f"{_GNOME} mode 'manual'\n{_GNOME}.https host 'fd00::1'\n{_GNOME}.https port 3128"
    assert of_gnome(lambda _: said).proxy_for("https://a.example") == "[fd00::1]:3128"
