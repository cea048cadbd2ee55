from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.storage.records import MODELS, PRESSES, SONGS, LaterValueError, UnreadableRowError
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song, SongState

AMOUNTS = st.decimals(-(10**9), 10**9, places=6, allow_nan=False)
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
MOMENTS = st.floats(allow_nan=False)
NUMBERS = st.integers(-(2**63) + 1, 2**63 - 1)
PROBLEMS = st.none() | st.builds(Problem, TEXT, st.dictionaries(TEXT, TEXT), TEXT)


def model_records() -> st.SearchStrategy[Model]:
    return st.builds(
        Model,
        id=TEXT,
        name=TEXT,
        created_at=MOMENTS,
        session_id=TEXT,
        model_ref=TEXT,
        finished_at=st.none() | MOMENTS,
        attempt=st.none(),
        problem=PROBLEMS,
        archived=st.booleans(),
    )


def song_records(model_id: str = "m1") -> st.SearchStrategy[Song]:
    return st.builds(
        Song,
        id=TEXT,
        model_id=st.just(model_id),
        position=NUMBERS,
        link=TEXT,
        pasted=TEXT,
        title=TEXT,
        state=st.sampled_from(SongState),
        since=MOMENTS,
        task_id=TEXT,
        clip_id=TEXT,
        chosen=st.booleans(),
        wanted=st.booleans(),
        problem=PROBLEMS,
        size=st.none() | NUMBERS,
        duration=st.none() | MOMENTS,
        expires_at=st.none() | MOMENTS,
    )


def press_records(model_id: str = "m1") -> st.SearchStrategy[CreateAttempt]:
    return st.builds(
        CreateAttempt,
        id=TEXT,
        model_id=st.just(model_id),
        pressed_at=MOMENTS,
        outcome=st.sampled_from(Outcome),
        since=MOMENTS,
        name=TEXT,
        clip_ids=st.lists(TEXT).map(tuple),
        credits_before=st.none() | AMOUNTS,
        after_another=st.booleans(),
        task_id=TEXT,
        problem=PROBLEMS,
    )


@given(model_records())
def test_a_model_comes_back_as_it_was(model: Model) -> None:
    assert MODELS.record(MODELS.row(model)) == model


@given(song_records())
def test_a_song_comes_back_as_it_was(song: Song) -> None:
    assert SONGS.record(SONGS.row(song)) == song


@given(press_records())
def test_a_press_comes_back_as_it_was(attempt: CreateAttempt) -> None:
    assert PRESSES.record(PRESSES.row(attempt)) == attempt


def test_a_model_s_press_is_kept_elsewhere() -> None:
    assert "attempt" not in MODELS.columns


def a_song(**events: object) -> Song:
    values = {
        "id": "s",
        "model_id": "m",
        "position": 1,
        "link": "l",
        "pasted": "p",
        "title": "t",
        "since": 1.0,
    }
    return Song(**{**values, **events})  # type: ignore[arg-type] # mypy does not follow the names


def test_facts_that_nobody_may_change_are_kept() -> None:
    song = a_song(problem=Problem("lost", MappingProxyType({"at": "7"})))
    assert SONGS.record(SONGS.row(song)) == song


def test_half_characters_from_a_clipboard_become_question_marks() -> None:
    song = a_song(title="a\ud800b", problem=Problem("c", {"\udfff": "\ud801"}))
    kept = SONGS.record(SONGS.row(song))
    assert kept.title == "a?b"
    assert kept.problem == Problem("c", {"?": "?"})


def test_a_size_beyond_belief_is_cut() -> None:
    assert SONGS.record(SONGS.row(a_song(size=10**30))).size == 2**63 - 1


@pytest.mark.parametrize(
    ("column", "value"),
    [("state", 7), ("problem", "{"), ("problem", "[]"), ("since", None), ("chosen", 7)],
)
def test_a_row_nobody_wrote_is_not_believed(column: str, value: str | int | None) -> None:
    row = list(SONGS.row(a_song()))
    row[SONGS.columns.index(column)] = value
    with pytest.raises(UnreadableRowError, match="songs"):
        SONGS.record(row)


def test_a_state_nobody_knows_yet_was_written_by_a_later_version() -> None:
    row = list(SONGS.row(a_song()))
    row[SONGS.columns.index("state")] = "singing"
    with pytest.raises(LaterValueError, match="singing"):
        SONGS.record(row)


@given(AMOUNTS)
def test_an_amount_is_kept_as_the_number_that_earlier_versions_wrote(amount: Decimal) -> None:
    press = CreateAttempt(
        id="p", model_id="m", pressed_at=1, outcome=Outcome.UNCLEAR, since=1, name="n", clip_ids=(),
        credits_before=amount,
    )  # fmt: skip
    row = PRESSES.row(press)
    kept = row[PRESSES.columns.index("credits_before")]
    assert type(kept) is float
    assert kept == float(amount)
    assert PRESSES.record(row).credits_before == amount
