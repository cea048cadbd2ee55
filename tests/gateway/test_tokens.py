import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway.tokens import LONGEST, TokenFlaw, TokenFormError, clean_token


@pytest.mark.parametrize(
    "pasted",
    [
        "sk-abc.1/+=",
        " sk-abc.1/+=\r\n",
        '"sk-abc.1/+="',
        "“sk-abc.1/+=”",
        "Bearer sk-abc.1/+=",
        "bearer: sk-abc.1/+=",
        "Authorization: Bearer sk-abc.1/+=",
        "'Authorization: Bearer sk-abc.1/+='",
        "X-API-Key: sk-abc.1/+=",
        "\ufeffsk-\u200babc.1/+=\u2060",
        "\xa0sk-abc.1/+=\u3000",
    ],
)
def test_fault_47_cleaned(pasted: str) -> None:
    assert clean_token(pasted) == "sk-abc.1/+="


@pytest.mark.parametrize(
    ("pasted", "flaw"),
    [
        ("", TokenFlaw.EMPTY),
        (" \n\t", TokenFlaw.EMPTY),
        ('""', TokenFlaw.EMPTY),
        ("Bearer ", TokenFlaw.EMPTY),
        ("Authorization: Bearer", TokenFlaw.EMPTY),
        ("one two", TokenFlaw.SPACES),
        ("one\ntwo", TokenFlaw.SPACES),
        ("one\u3000two", TokenFlaw.SPACES),
        ("https://api.mountsea.ai/keys", TokenFlaw.LINK),
        ("tökén", TokenFlaw.NOT_ASCII),
        ("令牌", TokenFlaw.NOT_ASCII),
        ("a\x00b", TokenFlaw.CONTROL),
        ("a\x7fb", TokenFlaw.CONTROL),
        ("x" * (LONGEST + 1), TokenFlaw.TOO_LONG),
        ("x y" * 10_000_000, TokenFlaw.TOO_LONG),
    ],
    ids=lambda value: str(value)[:20],
)
def test_fault_47_refused(pasted: str, flaw: TokenFlaw) -> None:
    with pytest.raises(TokenFormError) as caught:
        clean_token(pasted)
    assert caught.value.code is flaw
    assert caught.value.args == (flaw,)


def test_a_token_may_begin_like_a_scheme() -> None:
    assert clean_token("bearertoken") == "bearertoken"


def test_the_longest_token_is_taken() -> None:
    assert clean_token("x" * LONGEST) == "x" * LONGEST


_PARTS = st.sampled_from(
    ['"', "Bearer ", "authorization:", " ", "\n", "\u200b", "x", "sk-1", "“", "\x00", "é", ":"]
)


@given(st.text() | st.lists(_PARTS).map("".join))
def test_fault_47_any_text_can_stand_in_a_header_or_is_refused(text: str) -> None:
    try:
        token = clean_token(text)
    except TokenFormError:
        return
    assert 0 < len(token) <= LONGEST
    assert all("!" <= character <= "~" for character in token)
    assert clean_token(token) == token
