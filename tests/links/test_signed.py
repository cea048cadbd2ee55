import json
from base64 import b64encode, urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links import signed
from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.verdict import Verdict

NOW = 1_700_000_000.0

OSS_V1 = "OSSAccessKeyId=LTAI5t&Expires=1700003600&Signature=vjbyPxybdZaNmGa%2ByT272YEAiv4%3D"
OSS_V4 = (
    "x-oss-date=20231114T221320Z&x-oss-expires=3600&x-oss-signature-version=OSS4-HMAC-SHA256"
    "&x-oss-credential=LTAI%2F20231114%2Fcn-hangzhou%2Foss%2Faliyun_v4_request&x-oss-signature=34ac"
)
COS = (
    "q-sign-algorithm=sha1&q-ak=AKID&q-sign-time=1699999999;1700003600&q-key-time=1699999999;1700003600"
    "&q-header-list=host&q-url-param-list=&q-signature=c7d3"
)
S3_V4 = (
    "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20231114%2Fus-east-1%2Fs3%2Faws4_request"
    "&X-Amz-Date=20231114T221320Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=aeee"
)
S3_V2 = "AWSAccessKeyId=AKIA&Expires=1700003600&Signature=vjby%2BPxybd"
GCS_V4 = S3_V4.replace("X-Amz", "X-Goog").replace("AWS4-HMAC-SHA256", "GOOG4-RSA-SHA256")
GCS_V2 = "GoogleAccessId=a%40b.iam.gserviceaccount.com&Expires=1700003600&Signature=x%3D"
AZURE = "sv=2022-11-02&st=2023-11-14T22%3A00%3A00Z&se=2023-11-14T23%3A13%3A20Z&sr=b&sp=r&sig=abc%2Bdef%3D"
CLOUDFRONT = "Expires=1700003600&Signature=abc~-_&Key-Pair-Id=K2JC"
QINIU = "e=1700003600&token=ak:sign="
DISCORD = "ex=6553ff10&is=6541890f&hm=abcdef&"
TOS = S3_V4.replace("X-Amz", "X-Tos")


def jwt(claims: object) -> str:
    return (
        f"eyJhbGciOiJIUzI1NiJ9.{urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip('=')}.sIg-_x"
    )


def policy(statement: object) -> str:
    """As CloudFront writes base64."""
    packed = b64encode(json.dumps({"Statement": statement}).encode()).decode()
    return packed.translate(str.maketrans("+=/", "-_~"))


BUNNY = "token=HS256-abc_-&expires=1700003600"
SUPABASE = f"token={jwt({'url': 'songs/晴天.mp3', 'iat': 1700000000, 'exp': 1700003600})}"
BOS = "authorization=bce-auth-v1%2FAK%2F2023-11-14T22%3A13%3A20Z%2F3600%2Fhost%2Fc7d3"
UNTIL = {"Resource": "?" * 9 + ">" * 9, "Condition": {"DateLessThan": {"AWS:EpochTime": 1700003600}}}
POLICY = f"Policy={policy([UNTIL])}&Signature=abc~-_&Key-Pair-Id=K2"

FORMS = [
    OSS_V1,
    OSS_V4,
    COS,
    COS.replace(";", "%3B"),
    S3_V4,
    S3_V2,
    GCS_V4,
    GCS_V2,
    AZURE,
    CLOUDFRONT,
    QINIU,
    DISCORD,
    TOS,
    BUNNY,
    SUPABASE,
    BOS,
    BOS.replace("%2F", "/").replace("%3A", ":"),
    POLICY,
]


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
