from mountsea_desktop.ui import words


def test_it_says_when_it_is_tried_again() -> None:
    assert "0:12" in words.notices.again_in("0:12")


def test_the_damaged_record_is_named() -> None:
    assert "/home/me/journal.damaged" in words.notices.journal_set_aside("/home/me/journal.damaged")


def test_what_goes_on_is_counted(language: str) -> None:
    assert "3" in words.notices.picked_up(3)
    if language == "en":
        assert "1 song is" in words.notices.picked_up(1)
