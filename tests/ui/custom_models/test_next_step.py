"""The one obvious next action of a model, in every situation, with the sentence that says so."""

from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui.custom_models.next_step import DEAD, Step, is_dead, is_stuck, next_step
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.problem import Code, JobFault, Problem
from mountsea_desktop.workflow.song import Song, SongState
from mountsea_desktop.workflow.song_counts import SongCounts
from tests.fakes.window import model, six, song

S, M = SongState, ModelState


def songs(**counts: int) -> list[Song]:
    """So many songs in each state; `unchosen` ones are uploaded but not ticked."""
    made: list[Song] = []
    for name, count in counts.items():
        for _ in range(count):
            state = S.UPLOADED if name == "unchosen" else S(name)
            made.append(song(state, number=len(made) + 1, chosen=name != "unchosen"))
    return made


@pytest.mark.parametrize(
    ("state", "counts", "step", "text"),
    [
        (M.DRAFT, {}, Step.ADD, "Add six songs to begin."),
        (M.DRAFT, {"ready": 4}, Step.ADD, "Add 2 more songs: a model needs six."),
        (M.DRAFT, {"uploaded": 4}, Step.ADD, "Add 2 more songs: a model needs six."),
        (M.DRAFT, {"ready": 6}, Step.UPLOAD, "Next: upload the songs."),
        (M.DRAFT, {"draft": 3, "checking": 3}, Step.UPLOAD, "Next: upload the songs."),
        (
            M.DRAFT,
            {"ready": 4, "needs_attention": 2},
            Step.UPLOAD,
            "Next: upload the songs. 2 songs need your attention. The model still needs 2 more songs.",
        ),
        (
            M.DRAFT,
            {"ready": 6, "failed": 2},
            Step.UPLOAD,
            "Next: upload the songs. 2 songs need your attention.",
        ),
        (
            M.DRAFT,
            {"uploaded": 4, "needs_attention": 2},
            Step.MEND,
            "2 songs need your attention. The model still needs 2 more songs.",
        ),
        (
            M.DRAFT,
            {"uploaded": 4, "failed": 2},
            Step.RETRY,
            "2 songs failed: retry them, or add others.",
        ),
        (
            M.DRAFT,
            {"uploaded": 2, "failed": 2, "unclear": 2},
            Step.RETRY,
            "2 songs failed: retry them, or add others. 2 songs need your attention.",
        ),
        (
            M.UPLOADING,
            {"uploaded": 4, "accepted": 2},
            Step.WAIT,
            "2 songs are still on their way. You may close the program; they go on at Mountsea.",
        ),
        (
            M.UPLOADING,
            {"uploaded": 3, "accepted": 1, "queued": 1, "sending": 1, "failed": 3},
            Step.WAIT,
            "2 songs wait here to be sent. Keep the program open",
        ),
        (M.UPLOADING, {"accepted": 5, "ready": 2}, Step.UPLOAD, "Next: upload the songs."),
        (M.DRAFT, {"uploaded": 4, "unchosen": 2}, Step.CHOOSE, "Tick 2 more uploaded songs to train on."),
        (M.CAN_BE_CREATED, {"uploaded": 6}, Step.CREATE, "It will learn from 6 songs."),
        (
            M.CAN_BE_CREATED,
            {"uploaded": 7, "failed": 2, "accepted": 2},
            Step.CREATE,
            "You can create it now, or wait for 2 more songs. 2 more are not uploaded yet.",
        ),
        (
            M.CAN_BE_CREATED,
            {"uploaded": 6, "ready": 2, "needs_attention": 2},
            Step.CREATE,
            "It will learn from 6 songs. 2 more wait for you to upload them. 2 more are not uploaded yet.",
        ),
        (M.FAILED, {"uploaded": 6}, Step.CREATE, "It will learn from 6 songs."),
        (M.SENDING, {"uploaded": 6}, Step.WAIT, "Asking Mountsea to create the model…"),
        (M.CONFIRMING, {"uploaded": 6}, Step.WAIT, "Asking Mountsea to create the model…"),
        (M.TRAINING, {"uploaded": 6}, Step.DONE, ""),
        (M.READY, {"uploaded": 6}, Step.DONE, ""),
        (M.UNCLEAR, {"uploaded": 6}, Step.DONE, ""),
    ],
)
def test_every_situation(state: ModelState, counts: dict[str, int], step: Step, text: str) -> None:
    found = next_step(state, SongCounts.of(songs(**counts)))
    assert found.step is step
    assert found.text.startswith(text)
    assert bool(found.text) == bool(text)


@pytest.mark.parametrize("chosen", [6, 11, 12, 24, 25])
def test_who_has_few_songs_is_told_that_more_are_better(chosen: int) -> None:
    advice = next_step(M.CAN_BE_CREATED, SongCounts.of(songs(uploaded=chosen, unchosen=4))).advice
    assert advice.startswith("Six are enough; 12 to 24") is (chosen < 12)
    assert ("more than 24" in advice) is (chosen > 24)


@pytest.mark.parametrize(
    ("state", "counts", "stuck"),
    [
        (M.DRAFT, {"ready": 4, "failed": 1}, False),  # "Upload" is what is next
        (M.DRAFT, {"uploaded": 5, "failed": 1}, True),
        (M.DRAFT, {"uploaded": 5, "unchosen": 1, "failed": 1}, False),  # and here a tick
        (M.DRAFT, {"unclear": 1}, True),
        (M.DRAFT, {"needs_attention": 1}, True),
        (M.DRAFT, {"needs_attention": 1, "checking": 1}, False),
        (M.UPLOADING, {"failed": 1, "accepted": 1}, False),
        (M.DRAFT, {"ready": 6}, False),
        (M.CAN_BE_CREATED, {"uploaded": 6, "failed": 1}, False),
        (M.READY, {"uploaded": 6, "failed": 1}, False),
    ],
)
def test_a_model_that_stands_still_for_its_songs(
    state: ModelState, counts: dict[str, int], stuck: bool
) -> None:
    assert is_stuck(state, SongCounts.of(songs(**counts))) is stuck


@pytest.mark.parametrize("code", sorted(DEAD))
def test_only_starting_over_helps_a_model_mountsea_has_forgotten(code: Code) -> None:
    gone, uploaded = Problem(code), SongCounts.of(six(S.UPLOADED))
    assert is_dead(model(problem=gone), uploaded)
    assert is_dead(model(Outcome.FAILED, attempt_problem=gone), uploaded)
    assert is_dead(model(), SongCounts.of([song(S.FAILED, problem=gone)]))
    assert not is_dead(model(Outcome.FAILED, attempt_problem=gone), SongCounts.of(six())), (
        "it has started over"
    )


def test_other_problems_are_not_the_end() -> None:
    passing = Problem(JobFault.SESSION_UNCLEAR)
    assert not is_dead(model(problem=passing), SongCounts.of([song(S.FAILED, problem=Problem(Fault.SERVER))]))


def test_songs_that_mountsea_takes_for_the_same_are_named_and_more_are_asked_for() -> None:
    uploaded = songs(uploaded=6)
    twins = [replace(uploaded[0], clip_id="x"), *uploaded[1:5], replace(uploaded[5], clip_id="x")]
    step = next_step(M.DRAFT, SongCounts.of(twins))
    assert step.step is Step.ADD
    assert step.text.startswith("Mountsea takes “Song 1” and “Song 6” for the same song: it counts once.")
    assert step.text.endswith("a model needs six.")
    waiting = SongCounts.of([*twins, song(S.ACCEPTED, number=9)])
    assert next_step(M.UPLOADING, waiting).step is Step.WAIT
    enough = SongCounts.of([*twins, song(S.UPLOADED, number=9)])
    step = next_step(M.CAN_BE_CREATED, enough)
    assert step.step is Step.CREATE
    assert "“Song 1” and “Song 6”" in step.text
