import pytest

from mountsea_desktop.ui import words


@pytest.mark.usefixtures("qapp")
def test_the_names_of_a_folders_songs_say_how_many_there_are_besides() -> None:
    assert words.files.folder_songs("a.wav", 0) == "a.wav"
    assert "3" in words.files.folder_songs("a.wav", 3)


@pytest.mark.usefixtures("qapp")
def test_how_long_it_takes_is_said_where_it_is_known() -> None:
    assert "1:20" not in words.files.sending("42%", "")
    both = words.files.sending("42%", "1:20")
    assert "42%" in both
    assert "1:20" in both
