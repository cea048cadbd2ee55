import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links import signed
from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.verdict import Verdict
from tests.links.signed_forms import FORMS, NOW, jwt, policy


@pytest.mark.parametrize("query", FORMS)
def test_the_end_of_a_signed_link_is_read(query: str) -> None:
    found = signed.read(query)
    assert found is not None
    assert found.expires_at == NOW + 3600


@pytest.mark.parametrize(
    "query",
    [
        "X-Amz-Signature=a",
        "X-Amz-Signature=a&X-Amz-Date=today&X-Amz-Expires=soon",
        "X-Amz-Signature=a&X-Amz-Date=20231114T221320Z&X-Amz-Expires=" + "9" * 40,
        "Signature=a&Expires=never",
        "Signature=a&Expires=" + "9" * 12,
        "Signature=a&Expires=²",
        "q-sign-time=5&q-signature=a",
        "se=whenever&sig=a",
        "auth_key=soon-0-0-abc",
        f"token={jwt({'url': 'a.mp3'})}",
        f"token={jwt({'exp': 'soon'})}",
        f"token={jwt([1])}",
        f"token=eyJh.{'W1tb' * 1500}.x",
        "token=abc&expires=soon",
        "token=abc&expires=3600",
        "authorization=bce-auth-v1/AK/today/3600/host/x",
        "authorization=bce-auth-v1/AK",
        f"Policy={policy([])}&Signature=x",
        f"Policy={policy('x')}&Signature=x",
        f"Policy={policy([{'Condition': {}}])}&Signature=x",
        "Policy=~~~&Signature=x",
    ],
)
def test_a_signature_without_a_readable_end_is_a_signature(query: str) -> None:
    found = signed.read(query)
    assert found is not None
    assert found.expires_at is None


@pytest.mark.parametrize(
    "query",
    [
        "",
        "dl=1",
        "Expires=1",
        "id=design",
        "e=1&x=2",
        "significant=1",
        "token=abc",
        "token=eyJh.!!.x",
        "authorization=x",
    ],
)
def test_other_links_are_not_signed(query: str) -> None:
    assert signed.read(query) is None


@pytest.mark.parametrize(
    ("link", "verdict"),
    [
        ("https://onedrive.live.com/x?sig=1", Verdict.NEEDS_BROWSER),
        ("https://www.kugou.com/share/abc.html?id=1&sign=abc", Verdict.NOT_A_FILE_SITE),
        ("https://onedrive.live.com/x?Expires=9999999999&Signature=1", None),
    ],
)
def test_a_word_like_a_signature_does_not_hide_that_a_site_cannot_work(
    link: str, verdict: Verdict | None
) -> None:
    parsed = parse_link(link, now=NOW)
    assert (parsed.verdict and parsed.verdict.verdict, parsed.link) == (verdict, link)


def test_a_word_like_a_signature_keeps_no_share_link_from_being_rewritten() -> None:
    assert parse_link("https://www.dropbox.com/s/a/b.mp3?sign=1&dl=0").link.endswith("?sign=1&dl=1")
    assert parse_link("https://example.com/b.mp3?utm_source=x&sign=1#t").link.endswith(
        "?utm_source=x&sign=1#t"
    )


@pytest.mark.parametrize("query", FORMS)
def test_a_signed_link_keeps_every_byte_and_is_refused_when_over(query: str) -> None:
    link = f"https://Bucket.example.com/My%20songs/%E6%99%B4.mp3?utm_source=x&{query}#t"
    fresh = parse_link(link, now=NOW)
    assert (fresh.link, fresh.verdict, fresh.expires_at, fresh.notes) == (link, None, NOW + 3600, ())
    assert parse_link(link, now=NOW + 1801).notes == ("expires_soon",)
    over = parse_link(link, now=NOW + 3600)
    assert over.link == link
    assert over.verdict is not None
    assert over.verdict.verdict is Verdict.EXPIRED
    assert over.verdict.certain
    assert over.verdict.facts == {"at": "1700003600"}


@given(
    st.sampled_from(FORMS),
    st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="?#\\ "), max_size=30),
    st.text(
        st.characters(min_codepoint=33, exclude_categories=["Z", "C"], exclude_characters="?#"), max_size=30
    ),
)
def test_no_signed_link_is_ever_altered(query: str, path: str, more: str) -> None:
    link = f"https://bucket.example.com/{path}?{query}&more={more}"
    assert parse_link(link, now=NOW).link == link


@given(st.text(max_size=200))
def test_any_query_gets_an_answer(query: str) -> None:
    for mark in ("", "&X-Amz-Signature=", "&sig=", "&Signature=", "&q-sign-time="):
        signed.read(query + mark + query)
