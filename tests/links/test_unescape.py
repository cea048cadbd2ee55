import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.links.unescape import unescape


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("a &amp; b", "a & b"),
        ("https:&#x2F;&#x2F;a", "https://a"),
        ("&times;", "&times;"),
        ("C:\\new\\u0026", "C:\\new\\u0026"),
        ("https:\\/\\/a", "https://a"),
        ("plain", "plain"),
    ],
)
def test_a_line_is_as_a_person_would_see_it(line: str, seen: str) -> None:
    assert unescape(line) == seen


def test_a_mails_own_encoding_is_undone_where_it_is_told() -> None:
    assert unescape("x =E6=99=B4 =3D", is_printable=True) == "x 晴 ="
    assert unescape("x=3D1", is_printable=False) == "x=3D1"


@given(st.text(st.sampled_from("&#;x26ampqutl\\\\/u0n_=3D\u200b\u00ad https://a.mp3"), max_size=200))
def test_any_line_is_read(line: str) -> None:
    unescape(line)
    unescape(line, is_printable=True)


@pytest.mark.parametrize(
    "piece", ["\\", "&quot;https://a", "https:\\", "a\u200b", "=3D", "https://a?b=3D", "&amp;"]
)
def test_no_line_is_a_trap(piece: str) -> None:
    start = time.thread_time()
    unescape(piece * (16_384 // len(piece)))
    assert time.thread_time() - start < 1.0
