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
        "https://example.com/1.mp3#kept.com",
        "https://example.com/kept.com.mp3",
        "https://example.com/1.mp3?kept.com!",
        "https://me:kept.com@example.com/1.mp3",
        "https://example.com/1.mp3?key=%6bept%2Ecom",
        "https://www.google.com/url?q=https%3A%2F%2Fexample.com%2F1.mp3%3Fkey%3D%256bept.com",
        "https：／／ｅxample.com／ｋept.com.mp3",
    ],
)
def test_the_token_that_is_kept_is_known_wherever_it_stands(text: str) -> None:
    for found in extract_links(text, holds_secret=lambda text: "kept.com" in text):
        assert (found.link, found.verdict and found.verdict.verdict) == ("", Verdict.TOKEN)
        assert "kept.com" not in found.pasted


def test_the_token_becomes_no_name_of_a_song() -> None:
    text = "kept.com\thttps://example.com/1.mp3"
    (found,) = extract_links(text, holds_secret=lambda text: "kept.com" in text)
    assert (found.link, found.title) == ("https://example.com/1.mp3", "1")


def test_a_long_text_is_searched_a_few_times_a_line() -> None:
    searched: list[int] = []

    def holds(text: str) -> bool:
        searched.append(len(text))
        return False

    line = "https://example.com/%s.mp3\n"
    text = "".join(line % number for number in range(2_000))
    extract_links(text, holds_secret=holds)
    assert sum(searched) < 10 * len(text)


def test_without_a_token_the_same_words_are_links() -> None:
    assert extract_links("kept.com", holds_secret=lambda text: "other" in text)[0].link == "https://kept.com"


@given(st.text(max_size=100))
def test_any_text_gets_an_answer(text: str) -> None:
    is_secret(text)
