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


PRIVATE = ["10.0.0.1", "[fe80::1]", "3232235781", "nas", "studio.local", "a.localhost", "[64:ff9b::7f00:1]"]
LOOPBACK = ["127.0.0.1", "localhost", "LOCALHOST", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "127.1"]
PUBLIC = ["example.com", "8.8.8.8", "[2606:4700::1111]", "localhost.com", "example.com.", "a_b.example.com"]


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


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    for link in (text, f"https://{text}", f"http://{text}/a.mp3", f"https://[{text}]/"):
        told = address.judge(link)
        assert told is None or told.certain
