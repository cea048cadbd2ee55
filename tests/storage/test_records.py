import math
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.storage.records import (
    ATTEMPTS,
    GENERATIONS,
    MODELS,
    SONGS,
    LaterValueError,
    UnreadableRowError,
)
from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.problem import JobFault, LaterCode, Problem
from mountsea_desktop.workflow.song import Song
from tests.storage.any_records import (
    AMOUNTS,
    attempt_records,
    generation_records,
    model_records,
    song_records,
)


@given(model_records())
def test_a_model_comes_back_as_it_was(model: Model) -> None:
    assert MODELS.record(MODELS.row(model)) == model


@given(song_records())
def test_a_song_comes_back_as_it_was(song: Song) -> None:
    assert SONGS.record(SONGS.row(song)) == song


@given(attempt_records())
def test_an_attempt_comes_back_as_it_was(attempt: CreateAttempt) -> None:
    assert ATTEMPTS.record(ATTEMPTS.row(attempt)) == attempt


@given(generation_records())
def test_an_order_for_songs_comes_back_as_it_was(generation: Generation) -> None:
    assert GENERATIONS.record(GENERATIONS.row(generation)) == generation


def test_a_model_s_press_is_kept_elsewhere() -> None:
    assert "attempt" not in MODELS.columns


AN_ATTEMPT = CreateAttempt(
    id="p", model_id="m", confirmed_at=1, outcome=Outcome.UNCLEAR, since=1, name="n", clip_ids=()
)


def a_song(**changes: object) -> Song:
    values = {
        "id": "s",
        "model_id": "m",
        "position": 1,
        "link": "l",
        "pasted": "p",
        "title": "t",
        "since": 1.0,
    }
    return Song(**{**values, **changes})  # type: ignore[arg-type] # mypy does not follow the names


def test_facts_that_nobody_may_change_are_kept() -> None:
    song = a_song(problem=Problem(Fault.LOST, MappingProxyType({FactKey.AT: "7"})))
    assert SONGS.record(SONGS.row(song)) == song


def test_half_characters_from_a_clipboard_become_question_marks() -> None:
    song = a_song(title="a\ud800b", problem=Problem(LaterCode("c"), {FactKey.SAID: "\ud801"}))
    kept = SONGS.record(SONGS.row(song))
    assert kept.title == "a?b"
    assert kept.problem == Problem(LaterCode("c"), {FactKey.SAID: "?"})


def kept_problem(json: str) -> Problem | None:
    row = list(SONGS.row(a_song()))
    row[SONGS.columns.index("problem")] = json
    return SONGS.record(row).problem


def test_a_problem_is_kept_under_the_names_it_always_had() -> None:
    problem = Problem(JobFault.CHARGED, {FactKey.BEFORE: "500", FactKey.TASK: "t"}, "raw")
    json = '{"code":"charged","facts":{"before":"500","task":"t"},"details":"raw"}'
    assert SONGS.row(a_song(problem=problem))[SONGS.columns.index("problem")] == json
    kept = kept_problem(json)
    assert kept == problem
    assert kept is not None
    assert kept.code is JobFault.CHARGED


def test_what_a_later_version_found_wrong_can_be_read_and_kept_again() -> None:
    json = '{"code":"haunted","facts":{"said":"boo","ghost":"white"},"details":""}'
    kept = kept_problem(json)
    assert kept == Problem(LaterCode("haunted"), {FactKey.SAID: "boo"})
    assert kept is not None
    assert isinstance(kept.code, LaterCode)
    assert SONGS.record(SONGS.row(a_song(problem=kept))).problem == kept


def test_a_size_beyond_belief_is_cut() -> None:
    assert SONGS.record(SONGS.row(a_song(size=10**30))).size == 2**63 - 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("state", 7), ("problem", "{"), ("problem", "[]"), ("since", None), ("chosen", 7),
        ("since", math.inf), ("since", "NaN"), ("since", -1.0), ("since", 253_402_300_800.0),
        ("expires_at", -math.inf), ("expires_at", 1e300), ("duration", math.inf), ("position", math.inf),
    ],
)  # fmt: skip
def test_a_row_nobody_wrote_is_not_believed(column: str, value: str | float | None) -> None:
    row = list(SONGS.row(a_song()))
    row[SONGS.columns.index(column)] = value
    with pytest.raises(UnreadableRowError, match="songs"):
        SONGS.record(row)


@pytest.mark.parametrize("column", ["created_at", "finished_at"])
def test_a_model_of_no_time_is_not_believed(column: str) -> None:
    row = list(MODELS.row(Model(id="m", name="n", created_at=1.0)))
    row[MODELS.columns.index(column)] = math.inf
    with pytest.raises(UnreadableRowError, match="models"):
        MODELS.record(row)


@pytest.mark.parametrize(
    ("column", "value"),
    [("pressed_at", -math.inf), ("credits_before", "NaN"), ("credits_before", math.inf)],
)
def test_an_attempt_of_no_time_or_balance_is_not_believed(column: str, value: str | float) -> None:
    row = list(ATTEMPTS.row(AN_ATTEMPT))
    row[ATTEMPTS.columns.index(column)] = value
    with pytest.raises(UnreadableRowError, match="presses"):
        ATTEMPTS.record(row)


@pytest.mark.parametrize(
    ("value", "kept"),
    [(math.inf, 253_402_300_799.0), (-1.0, 0.0), (math.nan, 0.0), (1e300, 253_402_300_799.0)],
)
def test_what_a_stranger_s_clock_or_file_claims_is_kept_so_that_it_can_be_read(
    value: float, kept: float
) -> None:
    song = SONGS.record(SONGS.row(a_song(since=value, duration=value)))
    assert (song.since, song.duration) == (kept, kept)


def test_a_state_nobody_knows_yet_was_written_by_a_later_version() -> None:
    row = list(SONGS.row(a_song()))
    row[SONGS.columns.index("state")] = "singing"
    with pytest.raises(LaterValueError, match="singing"):
        SONGS.record(row)


@given(AMOUNTS)
def test_an_amount_is_kept_as_the_number_that_earlier_versions_wrote(amount: Decimal) -> None:
    row = ATTEMPTS.row(replace(AN_ATTEMPT, credits_before=amount))
    kept = row[ATTEMPTS.columns.index("credits_before")]
    assert type(kept) is float
    assert kept == float(amount)
    assert ATTEMPTS.record(row).credits_before == amount
