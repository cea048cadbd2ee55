import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mountsea_desktop.links.parse import LONGEST, parse_link
from mountsea_desktop.links.verdict import Verdict


@pytest.mark.parametrize(
    ("pasted", "link"),
    [
        ("https://example.com/a.mp3", "https://example.com/a.mp3"),
        ("  HTTPS://Example.COM/A.mp3 ", "https://example.com/A.mp3"),
        ("example.com/song.mp3", "https://example.com/song.mp3"),
        ("http://https://example.com/song.mp3", "https://example.com/song.mp3"),
        ("//example.com/song.mp3", "https://example.com/song.mp3"),
        ("example.com:8443/song.mp3", "https://example.com:8443/song.mp3"),
        ("https:\\\\example.com\\a.mp3", "https://example.com/a.mp3"),
        ("https://例え.jp/歌.mp3", "https://xn--r8jz45g.jp/%E6%AD%8C.mp3"),
        ("https://音乐.中国:8080/a.mp3", "https://xn--fjq180p.xn--fiqs8s:8080/a.mp3"),
        ("https://straße.de/a.mp3", "https://xn--strae-oqa.de/a.mp3"),
        ("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍ／ａ．ｍｐ３？ｘ＝１", "https://example.com/a.mp3?x=1"),
        ("ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ／ａ．ｍｐ３", "https://www.example.com/a.mp3"),
        ("https：／／example.com／a.mp3", "https://example.com/a.mp3"),
        ("https://example。com/a.mp3", "https://example.com/a.mp3"),
        (
            "https://example.com/Why？（Live）.mp3",
            "https://example.com/Why%EF%BC%9F%EF%BC%88Live%EF%BC%89.mp3",
        ),
        ("https://example.com/a.mp3？rlkey=k&dl=0", "https://example.com/a.mp3?rlkey=k&dl=0"),
        (
            "https://example.com/a.mp3？Expires=9999999999&Signature=x",
            "https://example.com/a.mp3?Expires=9999999999&Signature=x",
        ),
        ("https://example.com/a.mp3?a=1？b=2", "https://example.com/a.mp3?a=1%EF%BC%9Fb=2"),
        ("ttps://example.com/a.mp3", "https://example.com/a.mp3"),
        ("tps://example.com/a.mp3", "https://example.com/a.mp3"),
        ("HTPS://example.com/a.mp3", "https://example.com/a.mp3"),
        ("htttps://example.com/a.mp3", "https://example.com/a.mp3"),
        ("httpss://example.com/a.mp3", "https://example.com/a.mp3"),
        ("https//example.com/a.mp3", "https://example.com/a.mp3"),
        ("https:/example.com/a.mp3", "https://example.com/a.mp3"),
        ("https//example.com/歌.mp3", "https://example.com/%E6%AD%8C.mp3"),
        ("ttps://b.example.com/a.mp3?Signature=x%2f", "https://b.example.com/a.mp3?Signature=x%2f"),
        ("https://example.com/My Song.mp3", "https://example.com/My%20Song.mp3"),
        ("https://example.com/My%20Song.mp3", "https://example.com/My%20Song.mp3"),
        ("https://example.com/100%.mp3", "https://example.com/100%25.mp3"),
        ("https://example.com/a.mp3#t=10", "https://example.com/a.mp3"),
        ("https://example.com/a.mp3?utm_source=x&id=5&fbclid=y&gclid=z", "https://example.com/a.mp3?id=5"),
        ("https://example.com/a.mp3?spm=a.b&igshid=1&mc_cid=2", "https://example.com/a.mp3"),
        ("https://example.com/a.mp3?spmx=1&xutm_a=2", "https://example.com/a.mp3?spmx=1&xutm_a=2"),
        ("https://example.com/a.mp3?name=晴 天", "https://example.com/a.mp3?name=%E6%99%B4%20%E5%A4%A9"),
    ],
)
def test_a_link_is_put_into_the_form_mountsea_takes(pasted: str, link: str) -> None:
    parsed = parse_link(pasted)
    assert (parsed.link, parsed.verdict) == (link, None)
    assert parse_link(link).link == link


@pytest.mark.parametrize(
    ("pasted", "verdict"),
    [
        ("C:\\Music\\song.mp3", Verdict.LOCAL_FILE),
        ("c:/Music/song.mp3", Verdict.LOCAL_FILE),
        ("\\\\nas\\music\\song.mp3", Verdict.LOCAL_FILE),
        ("/home/me/song.mp3", Verdict.LOCAL_FILE),
        ("~/Music/song.mp3", Verdict.LOCAL_FILE),
        ("./song.mp3", Verdict.LOCAL_FILE),
        ("Album/song.mp3", Verdict.LOCAL_FILE),
        ("My Song.mp3", Verdict.LOCAL_FILE),
        ("file:///home/me/song.mp3", Verdict.LOCAL_FILE),
        ("localhost:8000/a.mp3", Verdict.PRIVATE_ADDRESS),
        ("192.168.1.5/a.mp3", Verdict.PRIVATE_ADDRESS),
        ("http://１２７.0.0.1/a.mp3", Verdict.PRIVATE_ADDRESS),
        ("javascript:alert(1)", Verdict.FORBIDDEN_FORM),
        ("hxxps://example.com/a.mp3", Verdict.FORBIDDEN_FORM),
        ("https//", Verdict.LOCAL_FILE),
        ("https:/x", Verdict.NOT_A_LINK),
        ("mailto:me@example.com", Verdict.FORBIDDEN_FORM),
        ("https://-\ud800.com/", Verdict.NOT_A_LINK),
        ("https://xn--a\u00fc.com/", Verdict.NOT_A_LINK),
        ("", Verdict.NOT_A_LINK),
        ("https://", Verdict.NOT_A_LINK),
        ("https://example.com/" + "a" * LONGEST, Verdict.NOT_A_LINK),
    ],
)
def test_what_cannot_work_is_said(pasted: str, verdict: Verdict) -> None:
    told = parse_link(pasted).verdict
    assert told is not None
    assert (told.verdict, told.certain) == (verdict, True)


def test_unencrypted_links_are_allowed_and_said() -> None:
    assert parse_link("http://example.com/a.mp3").notes == ("not_encrypted",)
    assert parse_link("http://example.com/a.mp3").verdict is None
    assert parse_link("https://example.com/a.mp3").notes == ()
    assert parse_link("http://www.dropbox.com/s/a/b.mp3").notes == ()


def test_a_song_is_named_by_its_link_or_by_site_and_number() -> None:
    assert parse_link("https://example.com/My%20Song.mp3").title_or_number(3) == "My Song"
    assert parse_link("https://drive.google.com/open?id=1AbCdEfGhIjKl").title_or_number(3) == "Google Drive 3"
    assert parse_link("https://example.com/").title_or_number(3) == "example.com 3"


def test_loopback_is_allowed_beside_a_loopback_gateway() -> None:
    assert parse_link("http://127.0.0.1:8000/a.mp3", allow_loopback=True).verdict is None


OPENINGS = [
    "",
    "https://",
    "http://",
    "https://example.com/",
    "https://www.dropbox.com/s/a/",
    "https://app.box.com/s/",
    "ttps://",
    "https//",
    "https://example.com/a？b=",
    "https://github.com/a/b/blob/",
    "https://www.google.com/url?q=https://example.com/",
    "https://urldefense.com/v3/__https://example.com/a__;",
]


@given(st.sampled_from(OPENINGS), st.text(st.characters(), max_size=60))
@example("https://", "ﷺ")
@example("https://example.com/", "\ud800")
@example("https://", "[v1.x]")
@example("https://example.com/", "\ud800")
@example("https://", "example.com:８０/a")
def test_any_text_is_read_and_reading_twice_changes_nothing(opening: str, text: str) -> None:
    once = parse_link(opening + text, now=0)
    twice = parse_link(once.link, now=0)
    if once.verdict is None:
        assert twice.verdict is None
        assert twice.link == once.link
        assert once.link.isascii()
