from dataclasses import replace

import pytest

from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.workflow.new_song import NewSong, drafted, relinked
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song, SongState

LINK = NewSong(link="https://songs.example/1.wav", pasted="songs.example/1.wav", title="One", expires_at=9.0)
FILE = NewSong(link="", pasted="/1.wav", title="One", file=LocalFile("/1.wav", 40, 7), duration=3.0)
NONE = NewSong(link="file:///x", pasted="x", title="x", problem=Problem(Verdict.LOCAL_FILE))


def song(item: NewSong) -> Song:
    return drafted(item, "model", 4, now=1.0)


@pytest.mark.parametrize(
    ("item", "state"),
    [(LINK, SongState.DRAFT), (FILE, SongState.FILE_WAITING), (NONE, SongState.NEEDS_ATTENTION)],
)
def test_what_it_is_says_where_it_begins(item: NewSong, state: SongState) -> None:
    assert song(item).state is state
    assert song(item).local_file == item.file
    assert relinked(song(LINK), item, now=2.0).state is state


def test_a_link_that_is_given_on_as_it_was_pasted_is_kept_once() -> None:
    link = LINK.link
    again = f"{link[:8]}{link[8:]}"
    assert again is not link
    plain = song(NewSong(link=link, pasted=again, title="One"))
    assert plain.pasted is plain.link


@pytest.mark.parametrize("item", [LINK, FILE])
def test_a_song_is_added_once_more_as_it_was(item: NewSong) -> None:
    assert NewSong.like(song(item)) == item


def test_a_song_with_another_link_has_nothing_of_its_file() -> None:
    stored = replace(song(FILE), stored_in="bucket", stored_as="key", task_id="task", size=40)
    edited = relinked(stored, LINK, now=2.0)
    assert replace(edited, id="", since=1.0) == replace(song(LINK), id="")
