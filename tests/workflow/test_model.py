from dataclasses import replace

import pytest

from mountsea_desktop.workflow.model import (
    PRICE,
    SONGS_NEEDED,
    CreateAttempt,
    Model,
    ModelState,
    Outcome,
    state_of,
    trainable,
)
from mountsea_desktop.workflow.song import UNDER_WAY, Song, SongState
from mountsea_desktop.workflow.song_counts import SongCounts


def songs(count: int, state: SongState, *, chosen: bool = True, first: int = 0) -> list[Song]:
    return [
        Song(
            id=f"{state}{position}", model_id="m", position=position, link="l", pasted="p", title="t",
            state=state, since=1, chosen=chosen,
        )
        for position in range(first, first + count)
    ]  # fmt: skip


def model(outcome: Outcome | None = None) -> Model:
    new = Model(id="m", name="n", created_at=1)
    if outcome is None:
        return new
    attempt = CreateAttempt(
        id="p", model_id="m", confirmed_at=1, outcome=outcome, since=1, name="n", clip_ids=()
    )
    return replace(new, attempt=attempt)


def test_what_is_documented() -> None:
    assert (SONGS_NEEDED, PRICE) == (6, 100)


@pytest.mark.parametrize("state", [SongState.DRAFT, SongState.READY, SongState.FAILED, SongState.UNCLEAR])
def test_a_draft(state: SongState) -> None:
    assert state_of(model(), SongCounts.of(songs(3, state))) is ModelState.DRAFT


@pytest.mark.parametrize("state", sorted(UNDER_WAY))
def test_uploading_until_six_are_there(state: SongState) -> None:
    under_way = songs(1, state, first=9)
    assert (
        state_of(model(), SongCounts.of([*songs(5, SongState.UPLOADED), *under_way])) is ModelState.UPLOADING
    )
    assert (
        state_of(model(), SongCounts.of([*songs(6, SongState.UPLOADED), *under_way]))
        is ModelState.CAN_BE_CREATED
    )


def test_only_chosen_songs_count() -> None:
    some = [*songs(5, SongState.UPLOADED), *songs(3, SongState.UPLOADED, chosen=False, first=5)]
    assert state_of(model(), SongCounts.of(some)) is ModelState.DRAFT
    assert trainable(reversed(some)) == some[:5]


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.SENDING, ModelState.SENDING),
        (Outcome.TRAINING, ModelState.TRAINING),
        (Outcome.READY, ModelState.READY),
        (Outcome.FAILED, ModelState.FAILED),
        (Outcome.UNCLEAR, ModelState.UNCLEAR),
        (Outcome.ABANDONED, ModelState.CAN_BE_CREATED),
    ],
)
def test_an_attempt_counts_for_more_than_songs(outcome: Outcome, state: ModelState) -> None:
    assert state_of(model(outcome), SongCounts.of(songs(6, SongState.UPLOADED))) is state


@pytest.mark.parametrize(
    ("clips", "state"), [("abcdef", ModelState.FAILED), ("a", ModelState.FAILED), ("", ModelState.DRAFT)]
)
def test_an_attempt_with_other_uploads_is_past(clips: str, state: ModelState) -> None:
    """A model that has started over has its songs before it, and no failure."""
    attempt = replace(model(Outcome.FAILED).attempt, clip_ids=tuple("abcdef"))  # type: ignore[type-var]  # it has one
    uploaded = songs(len(clips), SongState.UPLOADED, chosen=False)
    there = [replace(song, clip_id=clip) for song, clip in zip(uploaded, clips, strict=True)]
    failed = replace(model(), attempt=attempt)
    assert state_of(failed, SongCounts.of([*there, *songs(1, SongState.READY)])) is state


def test_kept_values_are_never_renamed() -> None:
    values = [outcome.value for outcome in Outcome]
    assert values == ["sending", "training", "ready", "failed", "unclear", "abandoned"]
