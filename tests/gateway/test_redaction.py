import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway.redaction import HIDDEN, redact

TOKENS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Authorization: Bearer abc.def\nHost: x", f"Authorization: {HIDDEN}\nHost: x"),
        ("authorization:abc def", f"authorization:{HIDDEN}"),
        ('{"X-API-Key": "abc", "b": 1}', f'{{"X-API-Key": "{HIDDEN}", "b": 1}}'),
        ("[(b'x-api-key', b'abc'), (b'host', b'x')]", f"[(b'x-api-key', b'{HIDDEN}'), (b'host', b'x')]"),
        ("said bearer abc.def, then", f"said bearer {HIDDEN}, then"),
        ("a key sk-Ab_1-2 here", f"a key {HIDDEN} here"),
        ("risk-free", "risk-free"),
        ("GET https://a.example/x.mp3?Signature=abc&b#c next", "GET https://a.example/x.mp3?… next"),
        ("socks5://me:word@proxy:1080 failed", f"socks5://{HIDDEN}@proxy:1080 failed"),
        ("is that all?", "is that all?"),
        ("Set-Cookie: session=1", f"Set-Cookie: {HIDDEN}"),
    ],
)
def test_what_is_taken_out(text: str, shown: str) -> None:
    assert redact(text) == shown


@given(TOKENS, st.text(), st.text())
def test_a_secret_never_survives(secret: str, before: str, after: str) -> None:
    assert secret not in redact(f"{before}{secret}{after}", [secret])


@given(st.lists(TOKENS, min_size=1), st.text(alphabet='ab:/?=" Bearsk-\n'))
def test_no_secret_is_put_together_from_what_is_left(secrets: list[str], text: str) -> None:
    shown = redact(text + "".join(secrets) + text, secrets)
    assert not any(secret in shown for secret in secrets)


@given(TOKENS.filter(lambda token: not token.startswith(("'", '"'))))
def test_a_header_hides_its_value_without_knowing_it(token: str) -> None:
    for header in (f"Authorization: Bearer {token}", f"X-API-Key: {token}"):
        shown = redact(f"before\n{header}\nafter")
        assert shown.startswith("before\n")
        assert shown.endswith("\nafter")
        if '"' not in token and "'" not in token:
            assert shown.splitlines()[1] in (f"Authorization: {HIDDEN}", f"X-API-Key: {HIDDEN}")


@given(st.text(st.characters(categories=("L", "N")), min_size=1))
def test_the_query_of_an_address_is_cut(query: str) -> None:
    assert redact(f"https://files.example/a.mp3?{query}") == "https://files.example/a.mp3?…"


@given(st.text())
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)


def test_of_two_secrets_the_longer_goes_first() -> None:
    assert redact("<abcd>", ["ab", "abcd"]) == f"<{HIDDEN}>"


def test_a_secret_is_found_as_json_and_addresses_write_it() -> None:
    secret = 'a"b/c+d'
    for written in ('a\\"b/c+d', "a%22b%2Fc%2Bd", 'a"b\\/c+d'):
        assert redact(f"<{written}>", [secret]) == f"<{HIDDEN}>"


@pytest.mark.parametrize(
    "piece", ["://", "bearer ", "authorization:", "a", "sk-", "cookie", "\"'", "?", "://@"]
)
def test_long_text_takes_little_time(piece: str) -> None:
    text = (piece * 200_000)[:1_000_000]
    start = time.process_time()
    redact(text, ["sk-secret"])
    assert time.process_time() - start < 2
