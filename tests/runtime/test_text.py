import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.runtime.text import tidy


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  Audio source\tnot found.\r\n", "Audio source not found."),
        ("one\ntwo\u2028three", "one two three"),
        ("t1\n2026-11-28 INFO press ready\x1b[31m", "t1 2026-11-28 INFO press ready[31m"),
        ("not \u202edetrever\u202c", "not detrever"),
        ("half \ud83c", "half"),
        ("👩\u200d🎤 sings", "👩\u200d🎤 sings"),
        ("音频未找到", "音频未找到"),
    ],
)
def test_what_is_not_to_be_seen_is_taken_out(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_lines_stay_where_they_are_wanted() -> None:
    assert tidy("one\r\ntwo\x85three\u202e", lines=True) == "one\ntwo\nthree"


@given(st.text(), st.integers(0, 50), st.booleans())
def test_nothing_unseen_and_nothing_long_comes_through(text: str, longest: int, lines: bool) -> None:
    tidied = tidy(text, longest, lines=lines)
    assert len(tidied) <= longest
    assert all(
        unicodedata.category(sign) not in {"Cc", "Cs", "Zl", "Zp"} for sign in tidied.replace("\n", "")
    )
    assert lines or "\n" not in tidied
    assert tidy(tidied, longest, lines=lines) == tidied


def test_a_megabyte_takes_no_time_that_anybody_sees() -> None:
    began = time.process_time()
    tidy("\u202ea" * 500_000)
    assert time.process_time() - began < 1
