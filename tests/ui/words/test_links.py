import pytest

from mountsea_desktop.links.files import FileFault
from mountsea_desktop.ui import words


@pytest.mark.parametrize("count", [1, 2, 1_000])
def test_the_accept_button_counts(count: int) -> None:
    assert str(count) in words.links.add(count)


def test_without_a_link_it_does_not_count() -> None:
    assert not any(sign.isdigit() for sign in words.links.add(0))


def test_one_song_is_one_song(language: str) -> None:
    one = {"en": "Add 1 song", "zh_CN": "添加 1 首歌曲", "zh_TW": "加入 1 首歌曲"}
    assert words.links.add(1) == one[language]


def test_a_duplicate_is_named_by_its_line_or_by_its_title_in_the_list() -> None:
    assert "7" in words.links.duplicate("Sunrise", 7)
    assert "Sunrise" in words.links.duplicate("Sunrise")


def test_a_list_that_is_too_large_is_told_from_one_that_cannot_be_read() -> None:
    assert len({words.links.file_refused(fault, "a.txt") for fault in (None, *FileFault)}) == 3
