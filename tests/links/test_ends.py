import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.ends import ended

FRONT = len("https://")


@pytest.mark.parametrize(
    ("token", "link"),
    [
        ("https://example.com/a.mp3，谢谢", "https://example.com/a.mp3"),
        (
            "https://b.example.com/a?Expires=1&Signature=x，谢谢",
            "https://b.example.com/a?Expires=1&Signature=x",
        ),
        (
            "https://b.example.com/a?Signature=x&filename=晴天，雨天.mp3，谢谢",
            "https://b.example.com/a?Signature=x&filename=晴天，雨天.mp3",
        ),
        ("https://cloud.example.com/s/AbC/download,Sunrise.mp3", "https://cloud.example.com/s/AbC/download"),
        ("https://www.dropbox.com/s/abc/a.mp3?dl=0,Sunrise.mp3", "https://www.dropbox.com/s/abc/a.mp3?dl=0"),
        ("https://example.com/a_(live).mp3).", "https://example.com/a_(live).mp3"),
    ],
)
def test_each_kind_of_link_has_an_end_of_its_own(token: str, link: str) -> None:
    assert ended(token, FRONT, "") == link


def test_the_sign_that_parts_columns_on_one_side_does_so_on_the_other() -> None:
    token = "https://b.example.com/a?Signature=x&n=a|2020"
    assert ended(token, FRONT, "|") == "https://b.example.com/a?Signature=x&n=a"
    assert ended(token, FRONT, "") == token


@given(st.text(max_size=100), st.text(max_size=1))
def test_any_text_has_an_end(text: str, before: str) -> None:
    token = f"https://{text}"
    assert token.startswith(ended(token, FRONT, before))
