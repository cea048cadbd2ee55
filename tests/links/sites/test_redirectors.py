from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.verdict import Verdict
from tests.links.signed_forms import FORMS

SHARED = "https://www.dropbox.com/s/abc/My%20Song.mp3?dl=0"
DIRECT = "https://www.dropbox.com/s/abc/My%20Song.mp3?dl=1"
SAFE = "https://nam02.safelinks.protection.outlook.com/?url={}&data=05%7C01&sdata=x%3D&reserved=0"
GOOGLE = "https://www.google.com/url?q={}&sa=D&source=docs&ust=1&usg=AOv"
FACEBOOK = "https://l.facebook.com/l.php?u={}&h=AT0abc"


@pytest.mark.parametrize(
    "link",
    [
        SAFE.format(quote(SHARED, safe="")),
        GOOGLE.format(quote(SHARED, safe="")),
        GOOGLE.format(SHARED),
        f"https://www.google.com/url?sa=t&url={quote(SHARED, safe='')}&ved=1",
        FACEBOOK.format(quote(SHARED, safe="")),
        SAFE.format(quote(GOOGLE.format(quote(SHARED, safe="")), safe="")),
        "https://urldefense.com/v3/__https://www.dropbox.com/s/abc/My*20Song.mp3?dl=0__;JQ!!Org!sig$",
        "https://urldefense.com/v3/__https:/www.dropbox.com/s/abc/My*20Song.mp3?dl=0__;JQ!!Org!sig$",
    ],
)
def test_the_link_inside_a_link_is_read(link: str) -> None:
    parsed = parse_link(link)
    assert (parsed.link, parsed.site, parsed.title, parsed.verdict) == (
        DIRECT,
        "Dropbox",
        "My Song",
        None,
    )


@pytest.mark.parametrize(
    ("link", "inside"),
    [
        ("https://urldefense.com/v3/__https://example.com/a.mp3__;!!Org!sig$", "https://example.com/a.mp3"),
        (
            "https://urldefense.com/v3/__https://example.com/**B*a.mp3__;5pm05aSp44CCJQ!!Org!sig$",
            "https://example.com/%E6%99%B4%E5%A4%A9%E3%80%82%25a.mp3",
        ),
    ],
)
def test_what_a_mail_filter_took_out_is_put_back(link: str, inside: str) -> None:
    assert parse_link(link).link == inside


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("wrapper", [SAFE, GOOGLE, FACEBOOK])
def test_a_signed_link_inside_keeps_every_byte(form: str, wrapper: str) -> None:
    link = f"https://b.example.com/%E6%99%B4+a.mp3?{form}"
    assert parse_link(wrapper.format(quote(link, safe="")), now=0).link == link


@pytest.mark.parametrize(
    ("link", "verdict"),
    [
        (SAFE.format(""), Verdict.WEB_PAGE),
        ("https://nam02.safelinks.protection.outlook.com/", Verdict.WEB_PAGE),
        ("https://urldefense.com/v3/", Verdict.WEB_PAGE),
        ("https://l.facebook.com/", Verdict.WEB_PAGE),
        ("https://urldefense.com/v3/__https://example.com/a*b.mp3__;J!!Org!sig$", Verdict.INCOMPLETE),
        ("https://urldefense.com/v3/__https://example.com/a*b.mp3__;_w!!Org!sig$", Verdict.INCOMPLETE),
        (SAFE.format("http%3A%2F%2F10.0.0.1%2Fa.mp3"), Verdict.PRIVATE_ADDRESS),
        (SAFE.format("javascript%3Aalert(1)"), Verdict.FORBIDDEN_FORM),
        (SAFE.format("https%3A%2F%2Fyoutu.be%2Fx"), Verdict.NOT_A_FILE_SITE),
        ("https://l.facebook.com/l.php?u=" * 250 + SHARED, Verdict.WEB_PAGE),
    ],
)
def test_what_is_inside_is_judged(link: str, verdict: Verdict) -> None:
    told = parse_link(link).verdict
    assert told is not None
    assert told.verdict is verdict


def test_other_pages_of_a_site_that_wraps_links_are_left_alone() -> None:
    assert parse_link("https://www.google.com/maps?q=x").verdict is None


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_wrapping_is_read(address: str, packed: str) -> None:
    for link in (
        f"https://urldefense.com/v3/__{address}__;{packed}!!Org!sig$",
        f"https://urldefense.com/v3/__https://example.com/{address}**A*__;{packed}!!x!y$",
        SAFE.format(address),
    ):
        parse_link(link)
