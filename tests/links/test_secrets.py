import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.extract import extract_links
from mountsea_desktop.links.secrets import is_secret
from mountsea_desktop.links.verdict import Verdict

TOKENS = [
    "52820cabcdef0123456789abcdefbb71.guthilhttnsyaosu",
    "sk-live.a1151abcdef",
    "sk-abcdef123456789",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcDEF123",
    "Bearer abcdefghij",
    "Authorization: Bearer abc123def",
    "API key: sk-abcdef123456789",
    "0123456789abcdef0123456789abcdef",
    '"sk-abcdef123456789"',
]


@pytest.mark.parametrize("token", TOKENS)
def test_what_looks_like_a_token_is_no_song_and_not_shown(token: str) -> None:
    (found,) = extract_links(token)
    assert (found.link, found.verdict and found.verdict.verdict) == ("", Verdict.TOKEN)
    assert len(found.pasted) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Sunrise",
        "example.com",
        "sk-8.mp3",
        "feat.Anna",
        "hello world",
        "0:45",
        "My Song 2",
        "a" * 40,
        "1234567890",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert not is_secret(text)


@pytest.mark.parametrize(
    "text",
    [
        "kept.com",
        "my kept.com here",
        "https://kept.com/a",
        "https://example.com/?key=kept.com",
        "token=kept.com",
    ],
)
def test_the_token_that_is_kept_is_known_wherever_it_stands(text: str) -> None:
    for found in extract_links(text, is_secret=lambda word: word == "kept.com"):
        assert (found.link, found.verdict and found.verdict.verdict) == ("", Verdict.TOKEN)
        assert "kept.com" not in found.pasted


def test_without_a_token_the_same_words_are_links() -> None:
    assert extract_links("kept.com", is_secret=lambda word: word == "other")[0].link == "https://kept.com"


@given(st.text(max_size=100))
def test_any_text_gets_an_answer(text: str) -> None:
    is_secret(text)
