"""`tests/runtime/test_redaction.py` has the forms one by one; here is what holds for any secret."""

import re
import time
from base64 import b64decode, b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.runtime.encoded_secrets import spans_of_encoded
from mountsea_desktop.runtime.redaction import HIDDEN, redact

TOKEN = "sk-Qz8_fLmP2vXw9Rb7Nc4Td6Yh1Jg"
SECRETS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=8, max_size=40)


@given(SECRETS, st.binary(max_size=9), st.binary(max_size=9))
def test_nothing_of_base64_that_is_left_holds_the_secret(secret: str, before: bytes, after: bytes) -> None:
    shown = redact(b64encode(before + secret.encode() + after).decode(), [secret])
    left = re.sub("[^A-Za-z0-9+/]", "", shown)
    assert secret.encode() not in b64decode(left + "A" * (-len(left) % 4))


@given(SECRETS, st.binary(max_size=9), st.sampled_from(["", " ", ":", "-"]))
def test_nothing_of_hexadecimal_that_is_left_holds_the_secret(
    secret: str, before: bytes, between: str
) -> None:
    written = (before + secret.encode()).hex(between) if between else (before + secret.encode()).hex()
    assert secret.encode().hex() not in re.sub("[^0-9a-f]", "", redact(written, [secret]))


@given(SECRETS, st.text(" \n\t", min_size=1, max_size=3))
def test_letters_that_are_apart_do_not_stand_together_any_more(secret: str, between: str) -> None:
    assert secret not in "".join(redact(between.join(secret), [secret]).split())


def test_what_stands_around_stays() -> None:
    encoded = b64encode(TOKEN.encode()).decode()
    assert redact(f"the header {encoded}, refused", [TOKEN]) == f"the header {HIDDEN}, refused"
    apart = " ".join(TOKEN)
    assert redact(f"it says: {apart} and so on", [TOKEN]) == f"it says: {HIDDEN} and so on"


def test_passwords_of_any_letters_are_found() -> None:
    password = "пароль студии"
    for written in (b64encode(password.encode()).decode(), password.encode().hex()):
        assert redact(f"<{written}>", [password]) == f"<{HIDDEN}>"


@pytest.mark.parametrize("secret", ["demo", "is", "orange"])
def test_a_short_secret_is_not_seen_in_words_that_follow_each_other(secret: str) -> None:
    text = "it was made more or anger told us th is way"
    assert redact(text.replace(secret, ""), [secret]) == text.replace(secret, "")


@pytest.mark.parametrize(
    "piece", ["a", "ab ", "6d", "6d ", "a.", "a, ", "word ", "/usr/lib/x-1_2/", "A" * 70 + "\n"]
)
def test_long_text_takes_little_time(piece: str) -> None:
    text = (piece * 400_000)[:400_000]
    parts = {TOKEN.lower()[start : start + 8] for start in range(len(TOKEN) - 7)}
    began = time.process_time()
    assert list(spans_of_encoded(text, [TOKEN], parts, str.lower)) == []
    assert time.process_time() - began < 2
