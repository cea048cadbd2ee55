import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links import address
from mountsea_desktop.links.verdict import Verdict

V = Verdict


@pytest.mark.parametrize(
    ("link", "verdict"),
    [
        ("file:///home/me/song.mp3", V.LOCAL_FILE),
        ("FILE:///C:/song.mp3", V.LOCAL_FILE),
        ("smb://nas/music/song.wav", V.LOCAL_FILE),
        ("afp://nas/song.wav", V.LOCAL_FILE),
        ("data:audio/mpeg;base64,SUQz", V.FORBIDDEN_FORM),
        ("javascript:alert(1)", V.FORBIDDEN_FORM),
        ("ftp://example.com/a.mp3", V.FORBIDDEN_FORM),
        ("blob:https://example.com/1", V.FORBIDDEN_FORM),
        ("https://me:secret@example.com/a.mp3", V.FORBIDDEN_FORM),
        ("https://me@example.com/a.mp3", V.FORBIDDEN_FORM),
        ("https:///a.mp3", V.NOT_A_LINK),
        ("https://example.com:99999/a.mp3", V.NOT_A_LINK),
        ("https://example.com:port/a.mp3", V.NOT_A_LINK),
        ("https://[::1/a.mp3", V.NOT_A_LINK),
        ("https://exa mple.com/a.mp3", V.NOT_A_LINK),
        ("https://a..b/a.mp3", V.NOT_A_LINK),
        ("https://1.2.3.4.5/a.mp3", V.NOT_A_LINK),
        ("https://300.1.1.1/a.mp3", V.NOT_A_LINK),
        ("just words", V.NOT_A_LINK),
    ],
)
def test_what_can_never_be_fetched_is_refused(link: str, verdict: Verdict) -> None:
    told = address.judge(link)
    assert told is not None
    assert (told.verdict, told.certain) == (verdict, True)


PRIVATE = [
    "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.5", "169.254.169.254", "100.64.0.1", "0.0.0.0",  # noqa: S104 - not bound to, but refused
    "224.0.0.1", "255.255.255.255", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "[::]", "[64:ff9b::a00:1]",
    "3232235781", "0xC0A80105", "0300.0250.1.5", "192.168.261", "0xa.1", "nas", "studio.local", "router.lan",
    "x.home.arpa", "songs.corp", "198.18.0.1", "[fec0::1]", "[feff::1]", "[64:ff9b:1::808:808]",
    "[::8.8.8.8]", "[::127.0.0.1]", "[::ffff:0:808:808]", "[::ffff:0:127.0.0.1]",
]  # fmt: skip
LOOPBACK = [
    "127.0.0.1", "127.8.8.8", "localhost", "LOCALHOST", "a.localhost", "localhost.",
    "[::1]", "[::ffff:127.0.0.1]",
    "2130706433",
    "0x7f000001", "0x7f.1", "0177.0.0.1", "127.1", "127.0.1", "[64:ff9b::7f00:1]",
]  # fmt: skip
PUBLIC = [
    "example.com", "8.8.8.8", "134744072", "172.32.0.1", "[2606:4700::1111]", "[::ffff:8.8.8.8]",
    "xn--r8jz45g.jp", "localhost.com",
    "local.example.com", "example.com.", "[64:ff9b::808:808]", "a_b.example.com",
]  # fmt: skip


@pytest.mark.parametrize("host", [*PRIVATE, *LOOPBACK])
def test_what_lives_on_this_network_is_refused(host: str) -> None:
    told = address.judge(f"http://{host}:8080/a.mp3")
    assert told is not None
    assert (told.verdict, told.certain) == (V.PRIVATE_ADDRESS, True)


@pytest.mark.parametrize("host", LOOPBACK)
def test_loopback_is_fine_when_the_gateway_is_there_too(host: str) -> None:
    assert address.judge(f"http://{host}:8080/a.mp3", allow_loopback=True) is None


@pytest.mark.parametrize("host", PRIVATE)
def test_other_private_addresses_are_not(host: str) -> None:
    assert address.judge(f"http://{host}/a.mp3", allow_loopback=True) is not None


@pytest.mark.parametrize("host", PUBLIC)
def test_public_hosts_are_fine(host: str) -> None:
    assert address.judge(f"https://{host}/a.mp3") is None


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
    assert address.reachable(resolved, allow_loopback=False) is ordinarily
    assert address.reachable(resolved, allow_loopback=True) is beside_the_gateway


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    for link in (text, f"https://{text}", f"http://{text}/a.mp3", f"https://[{text}]/"):
        told = address.judge(link)
        assert told is None or told.certain
