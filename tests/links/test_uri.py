"""Every address that is sent is a URI, told by the grammar of RFC 3986, written down a second time."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from mountsea_desktop.links.extract import extract_links
from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.verdict import Verdict
from tests.links.kinds import KINDS
from tests.links.signed_forms import FORMS

# Appendix A of the RFC, rule by rule.
UNRESERVED, SUB_DELIMS = r"[A-Za-z0-9\-._~]", r"[!$&'()*+,;=]"
ENCODED = r"%[0-9A-Fa-f]{2}"
PCHAR = rf"(?:{UNRESERVED}|{ENCODED}|{SUB_DELIMS}|[:@])"
HOST = rf"(?:\[[0-9A-Fa-f:.]+\]|(?:{UNRESERVED}|{ENCODED}|{SUB_DELIMS})+)"
URI = re.compile(
    rf"https?://{HOST}(?::[0-9]*)?(?:/{PCHAR}*)*(?:\?(?:{PCHAR}|[/?])*)?(?:#(?:{PCHAR}|[/?])*)?", re.ASCII
)


def test_the_grammar_knows_what_is_none() -> None:
    assert URI.fullmatch("https://example.com:80/a%20b;c?d=e&f=/?#g")
    for wrong in (
        "https://a/[b]",
        "https://a/%",
        "https://a/%2",
        "https://a/b c",
        "https://a/?[b]",
        "https://a/晴",
    ):
        assert not URI.fullmatch(wrong)


@given(
    st.sampled_from(
        ["https://", "http://", "https://example.com/", "https://example.com/?", "www.example.com/", ""]
    ),
    st.text(st.characters(), max_size=60),
    st.sampled_from(["", *(f"?{form}" for form in FORMS)]),
)
@example("https://example.com/", "[2024]/100% a b.mp3", "")
@example("https://example.com/", "a", "?x[]=%zz")
@example("https://example.com/?", "[v]%#|`{}^<>", "")
@example("https://example.com/", "%e", "?Expires=1&Signature=x")
def test_every_address_that_is_sent_is_one(opening: str, text: str, query: str) -> None:
    parsed = parse_link(f"{opening}{text}{query}", now=0)
    assert parsed.verdict is not None or URI.fullmatch(parsed.link)
    for found in extract_links(f"{opening}{text}{query}", now=0):
        assert found.verdict is not None or URI.fullmatch(found.link)


def test_so_is_every_one_of_the_cases() -> None:
    for case in (case for cases in KINDS.values() for case in cases):
        for found in extract_links(case.text, case.name, now=0):
            assert found.verdict is not None or URI.fullmatch(found.link), case


def test_a_signed_link_that_is_none_is_refused_and_left_as_it_is() -> None:
    for path in ("a[1].mp3", "100%.mp3", "晴天.mp3", 'a"b.mp3'):
        link = f"https://b.example.com/{path}?Expires=9999999999&Signature=x"
        parsed = parse_link(link, now=0)
        assert parsed.link == link
        assert parsed.verdict is not None
        assert (parsed.verdict.verdict, parsed.verdict.certain) == (Verdict.MALFORMED, True)
