from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.workflow.model import trainable
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import UNDER_WAY, Song, SongState
from mountsea_desktop.workflow.song_counts import SongCounts, SongList

SONG = Song(id="a", model_id="m", position=0, link="l", pasted="p", title="t", since=1)
PROBLEMS = st.sampled_from([None, Problem(JobFault.SESSION_GONE), Problem(Fault.LOST)])
SONGS = st.builds(
    lambda id_, position, state, chosen, problem, clip_id: replace(
        SONG, id=id_, position=position, state=state, chosen=chosen, problem=problem, clip_id=clip_id
    ),
    st.sampled_from("abcdef"),
    st.integers(0, 9),
    st.sampled_from(SongState),
    st.booleans(),
    PROBLEMS,
    st.sampled_from(["", "x", "y"]),
)


@given(st.lists(SONGS), st.lists(st.sampled_from("abcdef")))
def test_counting_along_is_the_same_as_counting_anew(put: list[Song], dropped: list[str]) -> None:
    songs, there = SongList(), {}
    for song in put:
        songs.put(song)
        there[song.id] = song
    for id_ in dropped:
        if id_ in there:
            songs.drop(there.pop(id_))
    anew = SongCounts.of(there.values())
    assert songs.counts.total == anew.total == len(there)
    assert songs.counts.trainable == anew.trainable == len(trainable(there.values()))
    assert len(songs.counts.taken_for_same) == len(anew.taken_for_same)
    assert songs.counts.repeated == anew.repeated
    for clip in ("x", "y"):
        assert songs.counts.has_clip(clip) is any(song.clip_id == clip for song in there.values())
    assert all(songs.counts.count(state) == anew.count(state) for state in SongState)
    assert songs.counts.under_way == sum(song.state in UNDER_WAY for song in there.values())
    for code in (JobFault.SESSION_GONE, Fault.LOST):
        assert songs.counts.has_problem([code]) == any(
            song.problem is not None and song.problem.code == code for song in there.values()
        )
    assert songs.in_order() == sorted(there.values(), key=lambda song: song.position)


def test_the_list_is_the_callers_own() -> None:
    songs = SongList()
    songs.put(SONG)
    songs.in_order().clear()
    assert songs.in_order() == [SONG]


def test_songs_that_mountsea_takes_for_the_same_count_once_and_are_named() -> None:
    songs = SongList()
    titles = {"a": "c1", "b": "c2", "c": "c1", "d": "c1"}
    for id_, clip in titles.items():
        songs.put(replace(SONG, id=id_, title=id_.upper(), state=SongState.UPLOADED, clip_id=clip))
    assert (songs.counts.trainable, songs.counts.repeated) == (2, 2)
    assert songs.counts.taken_for_same == [["A", "C", "D"]]
    for id_ in "ac":
        songs.put(
            replace(SONG, id=id_, title=id_.upper(), state=SongState.UPLOADED, clip_id="c1", chosen=False)
        )
    assert (songs.counts.trainable, songs.counts.repeated) == (2, 0)
    assert songs.counts.taken_for_same == []


def test_only_what_is_uploaded_and_chosen_can_be_trained_on() -> None:
    uploaded = replace(SONG, state=SongState.UPLOADED)
    assert SongCounts.of([uploaded, replace(uploaded, chosen=False), SONG]).trainable == 1
