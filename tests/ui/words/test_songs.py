import pytest

from mountsea_desktop.ui import words
from mountsea_desktop.workflow.model import SONGS_NEEDED
from mountsea_desktop.workflow.song import SongState


def test_each_state_has_a_word_of_its_own() -> None:
    told = [words.songs.state(state) for state in SongState]
    assert all(told)
    assert len(set(told)) == len(SongState)


@pytest.mark.parametrize(
    ("uploaded", "text"),
    [
        (0, "0 of 6 songs uploaded"),
        (5, "5 of 6 songs uploaded"),
        (6, "6 songs uploaded"),
        (9, "9 songs uploaded"),
    ],
)
def test_progress_counts_up_to_six_and_beyond(uploaded: int, text: str, language: str) -> None:
    told = words.songs.progress(uploaded, SONGS_NEEDED)
    assert str(uploaded) in told
    assert (str(SONGS_NEEDED) in told) is (uploaded <= SONGS_NEEDED)
    if language == "en":
        assert told == text


def test_one_is_no_plural(language: str) -> None:
    texts = [
        words.songs.upload(1),
        words.songs.selected(1),
        words.songs.added(1),
        words.songs.removed(1),
        words.songs.expires_in(1),
    ]
    assert all("1" in text for text in texts)
    if language == "en":
        assert not [text for text in texts if "songs" in text or "minutes" in text]


def test_the_button_to_start_counts_only_where_there_is_something() -> None:
    assert words.songs.upload(6).startswith(words.songs.upload(0))
    assert "6" in words.songs.upload(6)
