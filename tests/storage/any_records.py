"""Models, songs and attempts with whatever a journal may hold."""

from typing import get_args

from hypothesis import strategies as st

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.generation import Generation, GenerationState, MadeSong
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.problem import Code, LaterCode, Problem, parse_code
from mountsea_desktop.workflow.song import Song, SongState

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
AMOUNTS = st.decimals(-(10**9), 10**9, places=6, allow_nan=False)
MOMENTS = st.floats(0, 253_402_300_799)
"""Moments that a calendar can show, and lengths."""
NUMBERS = st.integers(-(2**63) + 1, 2**63 - 1)
CODES = [code for codes in get_args(Code) if codes is not LaterCode for code in codes]
PROBLEMS = st.none() | st.builds(
    Problem,
    st.sampled_from(CODES) | TEXT.map(parse_code),
    st.dictionaries(st.sampled_from(FactKey), TEXT),
    TEXT,
)


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
        upload_wanted=st.booleans(),
        problem=PROBLEMS,
        size=st.none() | NUMBERS,
        duration=st.none() | MOMENTS,
        expires_at=st.none() | MOMENTS,
        file=TEXT,
        file_size=NUMBERS,
        file_modified=NUMBERS,
        stored_in=TEXT,
        stored_as=TEXT,
    )


def attempt_records(model_id: str = "m1") -> st.SearchStrategy[CreateAttempt]:
    return st.builds(
        CreateAttempt,
        id=TEXT,
        model_id=st.just(model_id),
        confirmed_at=MOMENTS,
        outcome=st.sampled_from(Outcome),
        since=MOMENTS,
        name=TEXT,
        clip_ids=st.lists(TEXT).map(tuple),
        credits_before=st.none() | AMOUNTS,
        after_another=st.booleans(),
        task_id=TEXT,
        problem=PROBLEMS,
    )


def generation_records(model_id: str = "m1") -> st.SearchStrategy[Generation]:
    songs = st.builds(
        MadeSong,
        clip_id=TEXT,
        addresses=st.lists(TEXT, max_size=3).map(tuple),
        title=TEXT,
        duration=st.none() | MOMENTS,
        file=TEXT,
        lost=st.booleans(),
        problem=PROBLEMS,
    )
    return st.builds(
        Generation,
        id=TEXT,
        model_id=st.just(model_id),
        confirmed_at=MOMENTS,
        state=st.sampled_from(GenerationState),
        since=MOMENTS,
        description=TEXT,
        title=TEXT,
        instrumental=st.booleans(),
        credits_before=st.none() | AMOUNTS,
        clocks_agreed=st.booleans(),
        task_id=TEXT,
        songs=st.lists(songs, max_size=3).map(tuple),
        problem=PROBLEMS,
        hidden=st.booleans(),
    )
