import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway.tokens import LONGEST, TokenFault, TokenFormError, clean_token


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
    ("pasted", "fault"),
    [
        ("", TokenFault.EMPTY),
        (" \n\t", TokenFault.EMPTY),
        ('""', TokenFault.EMPTY),
        ("Bearer ", TokenFault.EMPTY),
        ("Authorization: Bearer", TokenFault.EMPTY),
        ("one two", TokenFault.SPACES),
        ("one\ntwo", TokenFault.SPACES),
        ("one\u3000two", TokenFault.SPACES),
        ("https://api.mountsea.ai/keys", TokenFault.LINK),
        ("ana.lima@music.example", TokenFault.EMAIL),
        ("tökén", TokenFault.NOT_ASCII),
        ("令牌", TokenFault.NOT_ASCII),
        ("a\x00b", TokenFault.CONTROL),
        ("a\x7fb", TokenFault.CONTROL),
        ("x" * (LONGEST + 1), TokenFault.TOO_LONG),
        ("x y" * 10_000_000, TokenFault.TOO_LONG),
    ],
    ids=lambda value: str(value)[:20],
)
def test_fault_47_refused(pasted: str, fault: TokenFault) -> None:
    with pytest.raises(TokenFormError) as caught:
        clean_token(pasted)
    assert caught.value.code is fault
    assert caught.value.args == (fault,)


def test_a_token_may_have_the_sign_of_an_address_of_mail() -> None:
    assert clean_token("sk@1") == "sk@1"
    assert clean_token("a/b@c.d") == "a/b@c.d"


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
