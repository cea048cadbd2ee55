import json
import time
from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.runtime.redaction import HIDDEN, redact

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
        ("is that all? a=b", "is that all? a=b"),
        ("no https:\\/\\/b.example\\/a.mp3?sig=abc 403", "no https:\\/\\/b.example\\/a.mp3?… 403"),
        (
            "no https:\\u002f\\u002fb.example\\u002fa.mp3\\u003fabc",
            "no https:\\u002f\\u002fb.example\\u002fa.mp3?…",
        ),
        ("GET /a.mp3?X-Amz-Signature=abc HTTP/1.1", "GET /a.mp3?… HTTP/1.1"),
        ("at https%3A%2F%2Fb.example%2Fa.mp3%3FSignature%3Dabc.", "at https%3A%2F%2Fb.example%2Fa.mp3?…"),
        ("at https%253A%252F%252Fb.example%252F%253Fabc", "at https%253A%252F%252Fb.example%252F?…"),
        ("https%3A%2F%2Fme%3Aword%40b.example%2Fa", f"https%3A%2F%2F{HIDDEN}@b.example%2Fa"),
        ("https:\\/\\/me:word@b.example\\/a", f"https:\\/\\/{HIDDEN}@b.example\\/a"),
        ("https://b.example/a?t=My new song&sig=abc failed", "https://b.example/a?… failed"),
        ('https://b.example/a?t="My" <new>\'song&sig=abc failed', "https://b.example/a?… failed"),
        ('https://b.example/a?sig="abc"', 'https://b.example/a?…"'),
        ("https://b.example/a?sig=abc d+f/= 403", "https://b.example/a?… 403"),
        (
            '{"a":"https://b.example/a?x=1","b":"c","d":"https://b.example/b?y=2&z=3","e":1}',
            '{"a":"https://b.example/a?…","b":"c","d":"https://b.example/b?…","e":1}',
        ),
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


SECRET = "s3cr3t0f7h15l1nk"
ENCODED = SECRET.replace("", "%25")
PIECES = st.sampled_from(
    [
        "https://",
        "https:\\/\\/",
        "https%3A%2F%2F",
        "\\u002f\\u002f",
        "h.example",
        "/",
        "%2F",
        "?",
        "%3F",
        "\\u003f",
        "&",
        "%26",
        "\\u0026",
        "=",
        "%3D",
        "\\u003d",
        "a",
        "b=",
        "&c=",
        " ",
        '"',
        "'",
        "<",
        ">",
        "\n",
        "@",
        ":",
        ",",
        "…",
        HIDDEN,
        "Bearer ",
        "cookie: ",
        "sk-",
        "\\",
        SECRET,
    ]
)


@given(st.lists(PIECES).map("".join) | st.text())
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)


@given(
    st.sampled_from(
        ["https://b.example/a.mp3", "/a.mp3", "a.mp3", "GET ", "", "Location: https://me:word@b.example/"]
    ),
    st.sampled_from([("t", "song"), ("t", "my 'new' song"), ("t", 'my "new" song'), ("t", "<b>"), ("t", "")]),
    st.sampled_from(
        [SECRET, f'"{SECRET}', f"<{SECRET}", f" {SECRET}", f'ab"{SECRET}', f"ab {SECRET}", f"ab<{SECRET}"]
    ),
    st.sampled_from(["as it is", "json", "json with slashes", "json in json", "encoded", "twice encoded"]),
    st.text(st.characters(categories=("L", "N"))),
    st.sampled_from([" 403", "", '"}', "\nnext", ", and so on"]),
)
def test_what_a_query_holds_never_survives(
    path: str, first: tuple[str, str], value: str, form: str, before: str, after: str
) -> None:
    address = f"{path}?{first[0]}={first[1]}&X-Amz-Signature={value}"
    written = {
        "as it is": address,
        "json": json.dumps(address),
        "json with slashes": json.dumps(address).replace("/", "\\/").replace("&", "\\u0026"),
        "json in json": json.dumps(json.dumps(address)).replace("/", "\\/"),
        "encoded": quote(address, safe=""),
        "twice encoded": quote(quote(address, safe=""), safe=""),
    }[form]
    shown = redact(f"{before} {written}{after}")
    assert SECRET not in shown
    assert shown.startswith(before)


def test_of_two_secrets_the_longer_goes_first() -> None:
    assert redact("<abcd>", ["ab", "abcd"]) == f"<{HIDDEN}>"


def test_a_secret_is_found_as_json_and_addresses_write_it() -> None:
    secret = 'a"b/c+d'
    for written in ('a\\"b/c+d', "a%22b%2Fc%2Bd", 'a"b\\/c+d'):
        assert redact(f"<{written}>", [secret]) == f"<{HIDDEN}>"


@pytest.mark.one_python
@pytest.mark.parametrize(
    "piece",
    [
        "://",
        "bearer ",
        "authorization:",
        "a",
        "sk-",
        "cookie",
        "\"'",
        "?",
        "://@",
        "? ",
        "?a=",
        "%3F ",
        "%3Fa= ",
        "?a=1 &b",
        "?a=1 &b=1 ",
        "&",
        "?&a ",
        ":%2F%2F",
        "%25",
        "\\",
        "=",
        '?"a',
        "? aaaaaaaaaaaaaaaa",
        "?a= &a=&a=&a=",
    ],
)
def test_long_text_takes_little_time(piece: str) -> None:
    text = (piece * 200_000)[:1_000_000]
    start = time.process_time()
    redact(text, ["sk-secret"])
    assert time.process_time() - start < 1


# -- A known token, whatever wrote it down

TOKEN_WITH_SIGNS = "mt+Ab/9x==Zk+4Qv/7Ty=="


def _html(token: str, form: str) -> str:
    return "".join(c if c.isalnum() else form.format(ord(c)) for c in token)


WRITTEN = {
    "as it is": TOKEN_WITH_SIGNS,
    ".NET's JSON": "".join(c if c.isalnum() else f"\\u{ord(c):04X}" for c in TOKEN_WITH_SIGNS),
    "JSON within JSON": "".join(c if c.isalnum() else f"\\\\u{ord(c):04x}" for c in TOKEN_WITH_SIGNS),
    "an address": quote(TOKEN_WITH_SIGNS, safe=""),
    "an address, but for the slash": quote(TOKEN_WITH_SIGNS),
    "small letters": "".join(c if c.isalnum() else f"%{ord(c):02x}" for c in TOKEN_WITH_SIGNS),
    "an address within an address": quote(quote(TOKEN_WITH_SIGNS, safe=""), safe=""),
    "every sign": "".join(f"%{ord(c):02x}" for c in TOKEN_WITH_SIGNS),
    "a page": _html(TOKEN_WITH_SIGNS, "&#{};"),
    "a page, hexadecimal": _html(TOKEN_WITH_SIGNS, "&#x{:X};"),
    "a page, named": TOKEN_WITH_SIGNS.replace("+", "&plus;").replace("/", "&sol;").replace("=", "&equals;"),
    "a page within a page": _html(TOKEN_WITH_SIGNS, "&amp;#{};"),
    "Python": "".join(c if c.isalnum() else f"\\x{ord(c):02x}" for c in TOKEN_WITH_SIGNS),
    "a page, with noughts": _html(TOKEN_WITH_SIGNS, "&#{:08};"),
    "a page, with noughts without end": _html(TOKEN_WITH_SIGNS, "&#{:0500};"),
    "a page, hexadecimal with noughts": _html(TOKEN_WITH_SIGNS, "&#x{:08X};"),
    "signs that are not seen between": "\u200b".join(TOKEN_WITH_SIGNS),
    "joiners between": "\u200c\u200d\u2060\ufeff\xad".join(TOKEN_WITH_SIGNS),
    "variation selectors between": "\ufe0f".join(TOKEN_WITH_SIGNS),
    "a Mongolian vowel separator between": "\u180e".join(TOKEN_WITH_SIGNS),
    "combining marks upon it": "\u0301".join(TOKEN_WITH_SIGNS),
    "marks of another kind upon it": "\u20dd\U000e0100".join(TOKEN_WITH_SIGNS),
    "wide": "".join(chr(ord(sign) + 0xFEE0) for sign in TOKEN_WITH_SIGNS),
    "its middle, wide": "".join(chr(ord(sign) + 0xFEE0) for sign in TOKEN_WITH_SIGNS[5:16]),
    "wide, written out": "".join(f"\\u{ord(sign) + 0xFEE0:04x}" for sign in TOKEN_WITH_SIGNS),
    "bold, as mathematics has it": "".join(
        chr(0x1D400 + ord(sign) - 65) if sign.isupper() else sign for sign in TOKEN_WITH_SIGNS
    ),
    "signs that are not seen, written out": "&#8203;".join(TOKEN_WITH_SIGNS),
    "in small letters": TOKEN_WITH_SIGNS.lower(),
    "in capitals": TOKEN_WITH_SIGNS.upper(),
    "its middle in small letters, in an address": quote(TOKEN_WITH_SIGNS[5:16].lower(), safe=""),
    "plus as a space": TOKEN_WITH_SIGNS.replace("+", " "),
    "escaped slashes": TOKEN_WITH_SIGNS.replace("/", "\\/"),
    "its beginning": TOKEN_WITH_SIGNS[:12],
    "its end": TOKEN_WITH_SIGNS[-9:],
    "its middle, in an address": quote(TOKEN_WITH_SIGNS[5:16], safe=""),
    "base64": b64encode(TOKEN_WITH_SIGNS.encode()).decode(),
    "base64 for addresses": urlsafe_b64encode(TOKEN_WITH_SIGNS.encode()).decode(),
    "base64, in an address": quote(b64encode(TOKEN_WITH_SIGNS.encode()).decode(), safe=""),
    "base64, in JSON": b64encode(TOKEN_WITH_SIGNS.encode()).decode().replace("/", "\\/"),
    "base64, behind another word": b64encode(b"ana:" + TOKEN_WITH_SIGNS.encode()).decode(),
    "base64, in small letters": b64encode(TOKEN_WITH_SIGNS.lower().encode()).decode(),
    "base64, most of it": b64encode(TOKEN_WITH_SIGNS[2:18].encode()).decode(),
    "base64, as Windows has texts": b64encode(TOKEN_WITH_SIGNS.encode("utf-16-le")).decode(),
    "base64, in lines": b64encode(b"x" * 40 + TOKEN_WITH_SIGNS.encode()).decode()[:64]
    + "\r\n"
    + b64encode(b"x" * 40 + TOKEN_WITH_SIGNS.encode()).decode()[64:],
    "hexadecimal": TOKEN_WITH_SIGNS.encode().hex(),
    "hexadecimal, in capitals": TOKEN_WITH_SIGNS.encode().hex().upper(),
    "hexadecimal, in pairs": TOKEN_WITH_SIGNS.encode().hex(" "),
    "hexadecimal, with colons": TOKEN_WITH_SIGNS.encode().hex(":"),
    "hexadecimal, as a list": ", ".join(f"0x{byte:02x}" for byte in TOKEN_WITH_SIGNS.encode()),
    "letters apart": " ".join(TOKEN_WITH_SIGNS),
    "letters further apart": "   ".join(TOKEN_WITH_SIGNS),
    "a letter a line": "\n".join(TOKEN_WITH_SIGNS),
    "letters with full stops between": ".".join(TOKEN_WITH_SIGNS),
    "letters as a list": ", ".join(TOKEN_WITH_SIGNS),
    "in groups": " ".join(TOKEN_WITH_SIGNS[at : at + 5] for at in range(0, 22, 5)),
    "over two lines": f"{TOKEN_WITH_SIGNS[:6]}\n   {TOKEN_WITH_SIGNS[6:]}",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_a_token_is_hidden_however_it_is_written(written: str) -> None:
    assert (
        redact(f'invalid key "{written}", said it', [TOKEN_WITH_SIGNS]) == f'invalid key "{HIDDEN}", said it'
    )


def test_what_is_left_of_a_text_is_as_it_was_written() -> None:
    text = "100%25 of \\u00e4 &amp; %2B"
    assert redact(f"{text}{TOKEN_WITH_SIGNS}{text}", [TOKEN_WITH_SIGNS]) == f"{text}{HIDDEN}{text}"


def test_seven_characters_tell_nothing_and_the_programs_name_is_no_secret() -> None:
    token = "mountsea_live_8f3kQz"
    for shown in ("mountsea_desktop.ui: started", "it says a_live_ or _live_8"):
        assert redact(shown, [token]) == shown
    assert redact("it says a_live_8", [token]) == f"it says {HIDDEN}"


def test_parts_of_a_links_value_may_be_words() -> None:
    value = "attachments+of+mine"
    assert redact("no attachments here", whole=[value]) == "no attachments here"
    assert redact("no attachments%20of%20mine", whole=[value]) == f"no {HIDDEN}"


@pytest.mark.one_python
@pytest.mark.parametrize(
    "text",
    [
        "\\" * 8,
        "%25" * 3,
        "&amp;",
        TOKEN_WITH_SIGNS[:8],
        TOKEN_WITH_SIGNS,
        "a",
        "%2",
        "&#4",
        "&#0",
        "&#x0",
        "0",
        "\u200d",
        "\\u00",
    ],
)
def test_looking_for_a_token_takes_time_in_proportion(text: str) -> None:
    def seconds(length: int) -> float:
        long = (text * length)[:length]
        return min(_timed(long) for _ in range(3))

    def _timed(long: str) -> float:
        began = time.process_time()
        redact(long, [TOKEN_WITH_SIGNS * 40])
        return time.process_time() - began

    assert seconds(160_000) < 40 * max(seconds(10_000), 0.001)


def test_signs_that_are_not_seen_stay_where_no_secret_is() -> None:
    text = "\u200b\u200dخ\u200cو 👩\u200d🎤 &#8203;\u200b"
    assert redact(text, [TOKEN_WITH_SIGNS]) == text
    assert redact(f"{text}{TOKEN_WITH_SIGNS}", [TOKEN_WITH_SIGNS]) == f"{text}{HIDDEN}"


@pytest.mark.parametrize(
    "form",
    [
        "X-Amz-Date=20261128T120000Z&X-Amz-Signature={}",
        "{{'X-Amz-Signature': ['{}']}}",
        '{{"x-amz-security-token": ["{}"]}}',
        "X-Amz-Signature: {}",
        "<SignatureProvided>{}</SignatureProvided>",
    ],
)
def test_a_storages_signature_is_hidden_however_it_is_quoted(form: str) -> None:
    signature = "a3f5" * 16
    hidden = redact(form.format(signature))
    assert signature[:8] not in hidden
    assert "mz-" in hidden or "SignatureProvided" in hidden
