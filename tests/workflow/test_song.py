import itertools

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.workflow.problem import LaterCode, Problem
from mountsea_desktop.workflow.song import (
    FINAL,
    MOVES,
    UNDER_WAY,
    UNSENT,
    USER_MOVES,
    IllegalMoveError,
    Song,
    SongState,
)

S = SongState


def song(state: SongState) -> Song:
    return Song(
        id="s", model_id="m", position=0, link="l", pasted="p", title="t", state=state, since=1,
        problem=Problem(LaterCode("old")),
    )  # fmt: skip


@pytest.mark.parametrize(("before", "after"), list(itertools.product(S, S)))
def test_a_song_moves_as_the_tables_say(before: SongState, after: SongState) -> None:
    for by_user in (False, True):
        allowed = MOVES[before] | (USER_MOVES.get(before, frozenset()) if by_user else frozenset())
        if after in allowed:
            moved = song(before).moved(after, now=5, by_user=by_user)
            assert (moved.state, moved.since, moved.problem) == (after, 5, None)
        else:
            with pytest.raises(IllegalMoveError):
                song(before).moved(after, now=5, by_user=by_user)


def test_the_program_leaves_no_final_state_but_where_it_learns_that_a_song_arrived() -> None:
    left = {(before, after) for before in FINAL for after in MOVES[before]}
    assert left == {(S.UNCLEAR, S.UPLOADED)}


def test_every_state_is_of_one_kind() -> None:
    assert set(SongState) == UNSENT | UNDER_WAY | FINAL
    assert not UNSENT & UNDER_WAY
    assert not UNSENT & FINAL
    assert not UNDER_WAY & FINAL


def test_nothing_skips_the_intent() -> None:
    """A song is at Mountsea only after it was saved as being sent."""
    into = {after: {before for before in S if after in MOVES[before]} for after in S}
    assert into[S.SENDING] == {S.QUEUED}
    assert into[S.ACCEPTED] == {S.SENDING}
    assert into[S.UPLOADED] == {S.ACCEPTED, S.UNCLEAR}


def test_a_move_may_bring_a_problem_and_other_changes() -> None:
    moved = song(S.SENDING).moved(S.UNCLEAR, now=2, problem=Problem(Fault.LOST), task_id="t")
    assert (moved.problem, moved.task_id) == (Problem(Fault.LOST), "t")


def test_kept_values_are_never_renamed() -> None:
    assert [state.value for state in S] == [
        "file_waiting", "file_sending", "file_paused",
        "draft", "checking", "ready", "needs_attention", "queued", "sending", "accepted", "uploaded",
        "failed", "unclear",
    ]  # fmt: skip
