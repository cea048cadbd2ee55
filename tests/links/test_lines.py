import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.lines import logical_lines


def lines(text: str) -> list[tuple[int, str]]:
    return [(one.number, one.text) for one in logical_lines(text)]


def test_a_link_in_brackets_is_joined_and_the_count_goes_on() -> None:
    assert lines("a\n<https://b.example/c\nd>\n\ne") == [(1, "a"), (2, "<https://b.example/cd>"), (5, "e")]
    assert lines("<https://b.example/c\r\nd\r\ne>\r\nf") == [(1, "<https://b.example/cde>"), (4, "f")]


@pytest.mark.parametrize(
    "text",
    [
        "<https://b.example/c\nd e>",
        "<https://b.example/c\n\nd>",
        "<https://b.example/c\nhttps://b.example/d>",
        "https://b.example/c\nd",
        "<https://b.example/c",
    ],
)
def test_what_is_no_broken_link_stays(text: str) -> None:
    assert "".join(one for _, one in lines(text)) == text.replace("\n", "")
    assert len(lines(text)) == len(list(filter(None, text.split("\n"))))


def test_a_row_of_a_table_is_never_joined() -> None:
    assert len(list(logical_lines("<https://b.example/c\nd>", is_table=True))) == 2


@given(st.text(st.sampled_from("<>\n\r =ahttps://.w?&\"'"), max_size=200))
def test_no_sign_but_line_ends_is_lost(text: str) -> None:
    kept = "".join(one.text for one in logical_lines(text)).replace("…", "").replace("=", "")
    dropped = str.maketrans("", "", "\n\r =>\"'")
    assert kept.translate(dropped) == text.translate(dropped)
