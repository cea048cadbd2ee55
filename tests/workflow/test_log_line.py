from dataclasses import replace

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.workflow.events import (
    Event,
    GenerationSaved,
    ModelSaved,
    Outage,
    OutageChanged,
    Remedy,
    SongRemoved,
    SongSaved,
    SongsFound,
)
from mountsea_desktop.workflow.generation import Generation, GenerationState, MadeSong
from mountsea_desktop.workflow.log_line import log_line
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import UNSENT, UNSTORED, Song, SongState

LINK = "https://bucket.example/Secret Title.mp3?signature=abc"
SONG = Song(
    id="0123456789abcdef", model_id="m", position=0, link=LINK, pasted=LINK, title="Secret Title", since=1
)
SENT = replace(SONG, state=SongState.UPLOADED, task_id="task-1", clip_id="clip-1")
MODEL = Model(id="fedcba9876543210", name="Secret Name", created_at=1, session_id="session-1")
ATTEMPT = CreateAttempt(
    id="aaaabbbbcccc",
    model_id=MODEL.id,
    confirmed_at=1,
    outcome=Outcome.READY,
    since=1,
    name="n",
    clip_ids=(),
)


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (SongSaved(SENT), "song 01234567 uploaded task task-1 clip clip-1"),
        (
            SongSaved(replace(SONG, state=SongState.UNCLEAR, problem=Problem(Fault.LOST, details="reset"))),
            "song 01234567 unclear because lost (reset)",
        ),
        (SongRemoved(SONG), "song 01234567 removed"),
        (
            GenerationSaved(
                Generation(
                    id="ccccddddeeee",
                    model_id="m",
                    confirmed_at=1,
                    state=GenerationState.READY,
                    since=1,
                    description="Secret wish",
                    title="Secret title",
                    task_id="task-2",
                    songs=(MadeSong(clip_id="a", file="Secret.mp3"), MadeSong(clip_id="b")),
                )
            ),
            "generation ccccdddd ready task task-2 1 of 2 songs kept",
        ),
        (ModelSaved(MODEL), "model fedcba98 session session-1"),
        (
            ModelSaved(replace(MODEL, attempt=ATTEMPT, model_ref="chirp-custom:1")),
            "model fedcba98 session session-1 attempt aaaabbbb ready as chirp-custom:1",
        ),
        (ModelSaved(replace(MODEL, problem=Problem(JobFault.SESSION_UNCLEAR))),
         "model fedcba98 session session-1 because session_unclear"),
        (OutageChanged(Outage(Problem(Fault.BUSY), Remedy.WAIT, 3.0)), "everything waits because busy"),
        (OutageChanged(None), "the way is clear"),
        (SongsFound("fedcba9876543210", 2), "model fedcba98: 2 unclear songs found"),
    ],
)  # fmt: skip
def test_each_change_is_one_line_without_titles_and_links(event: Event, line: str) -> None:
    assert log_line(event) == line
    assert "Secret" not in log_line(event)


@pytest.mark.parametrize("state", UNSENT - UNSTORED)
def test_songs_of_which_nothing_left_the_computer_are_not_told_of(state: SongState) -> None:
    assert log_line(SongSaved(replace(SONG, state=state))) == ""
