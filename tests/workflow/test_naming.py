import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.workflow.naming import LONGEST_NAME, NameFault, NameFormError, clean_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Night drive", "Night drive"),
        ("  a \t b\r\nc  ", "a b c"),
        ("a\x00b\x1bc", "a b c"),
        ("夜行\u3000车", "夜行 车"),
        ("👩‍🎤 ❤️", "👩‍🎤 ❤️"),
        ("abc\u202edef\u2066g", "abcdefg"),
        ("a\ud800b", "ab"),
        ("שלום", "שלום"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
    ],
)
def test_a_name_is_sent_as_it_looks(text: str, name: str) -> None:
    assert clean_name(text) == name


@pytest.mark.parametrize(
    "text", ["", "   ", "\n\t", "\x00", "\u202e", "\u200b\u200b", "\ufeff", "\u0301", "\u3164", "\u2800"]
)
def test_a_name_that_shows_nothing_is_empty(text: str) -> None:
    with pytest.raises(NameFormError) as caught:
        clean_name(text)
    assert caught.value.fault is NameFault.EMPTY


def test_a_name_may_be_too_long() -> None:
    with pytest.raises(NameFormError) as caught:
        clean_name("x" * 10_000)
    assert caught.value.fault is NameFault.TOO_LONG


@given(st.text(max_size=100))
def test_whatever_is_typed_is_cleaned_or_refused(text: str) -> None:
    try:
        name = clean_name(text)
    except NameFormError:
        return
    assert 0 < len(name) <= LONGEST_NAME
    assert clean_name(name) == name
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in name)
    name.encode()
