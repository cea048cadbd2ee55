import time
import unicodedata
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.runtime.redaction import HIDDEN, redact
from mountsea_desktop.runtime.text import excerpt, tidy


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


SECRET = "9f8a7c6b5d4e3f2a1b0c"


@pytest.mark.one_python
@pytest.mark.parametrize("before", ["x", "\u200b", "\u202e ", "?a=b"])
@given(place=st.integers(0, 70_000) | st.integers(31_980, 32_000) | st.integers(63_980, 64_000))
def test_a_secret_never_shows_its_beginning_wherever_a_text_is_cut(before: str, place: int) -> None:
    text = (before * place)[:place] + SECRET + "y" * 100_000
    shown = excerpt(text, 1_000_000, partial(redact, whole=[SECRET]))
    assert SECRET[0] not in shown
    assert excerpt(text, 10, str) == excerpt(text, 1_000_000, str)[:10].rstrip()


def test_a_text_that_is_not_cut_is_kept_to_its_end() -> None:
    text = "x" * 20_000
    assert excerpt(text, 20_000, str) == text


def test_a_secret_is_hidden_before_the_text_is_cut_to_what_is_shown() -> None:
    hide = partial(redact, whole=[SECRET])
    assert excerpt("x" * 95 + SECRET, 100, hide) == "x" * 95 + HIDDEN
    assert excerpt(f"a\n{SECRET}\tb", 100, hide, lines=True) == f"a\n{HIDDEN} b"


def test_looking_at_a_text_takes_no_longer_when_it_goes_on_without_end() -> None:
    def seconds(length: int) -> float:
        text = ("%3f\u202e" * length)[:length]
        return min(
            _seconds(lambda: excerpt(text, 2_000, partial(redact, secrets=[SECRET]))) for _ in range(3)
        )

    assert seconds(4_000_000) < 4 * seconds(64_000)


def _seconds(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began
