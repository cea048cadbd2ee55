from dataclasses import replace

import pytest

from mountsea_desktop.gateway.responses import Clip
from mountsea_desktop.workflow.found_clips import certain_clips
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import Song, SongState

UNCLEAR, UPLOADED = SongState.UNCLEAR, SongState.UPLOADED
TIMED_OUT = Problem(JobFault.UPLOAD_TIMED_OUT)
"""What Mountsea did not do in time may still come."""


def song(number: int, state: SongState = UNCLEAR, clip_id: str = "") -> Song:
    link = f"https://songs.example/{number}.mp3"
    return Song(
        id=str(number),
        model_id="m",
        position=number,
        link=link,
        pasted=link,
        title="",
        state=state,
        since=1,
        clip_id=clip_id,
    )


def ids(*names: str) -> list[Clip]:
    return [Clip(id=name) for name in names]


def test_the_one_that_is_left_over_belongs_to_the_one_that_is_unclear() -> None:
    songs = [song(1, UPLOADED, "a"), song(2)]
    assert certain_clips(songs, ids("a", "b"), all_are_ours=True) == {"2": "b"}
    assert certain_clips(songs, ids("a"), all_are_ours=True) == {}


@pytest.mark.parametrize(
    ("songs", "clips", "all_are_ours"),
    [
        ([song(1, UPLOADED, "a"), song(2)], ids("a", "b"), False),
        ([song(1, UPLOADED, "a"), song(2), song(3)], ids("a", "b"), True),
        ([song(1, UPLOADED, "a"), song(2)], ids("a", "b", "c"), True),
        ([song(1, SongState.ACCEPTED), song(2)], ids("b"), True),
        ([song(1, SongState.SENDING), song(2)], ids("b"), True),
        ([replace(song(1, SongState.FAILED), problem=TIMED_OUT), song(2)], ids("b"), True),
        ([replace(song(1, SongState.FAILED), task_id="t"), song(2)], ids("b"), True),
        ([song(2)], [Clip(id="b", addresses=("https://songs.example/other.mp3",))], True),
        ([song(2), replace(song(3), link=song(2).link)], [Clip(id="b", addresses=(song(2).link,))], True),
        ([song(2)], [], True),
    ],
)
def test_nothing_is_guessed(songs: list[Song], clips: list[Clip], all_are_ours: bool) -> None:
    assert certain_clips(songs, clips, all_are_ours=all_are_ours) == {}


def test_a_songs_own_address_tells_whatever_else_there_is() -> None:
    songs = [song(1, SongState.ACCEPTED), song(2), song(3)]
    clips = [Clip(id="b", addresses=(song(3).link,)), *ids("c", "d")]
    assert certain_clips(songs, clips, all_are_ours=False) == {"3": "b"}
