"""Giving a song another link: it says at once what it understands, and takes none that is there already."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui.dialogs.edit_box import EditBox
from tests.fakes.window import song

OTHER = "https://host.example/other.mp3"


@pytest.fixture
def box(window: QWidget) -> EditBox:
    own = song(pasted="https://share.example/1")
    box = EditBox(window, own, [own.link, OTHER])
    box.open()
    return box


def test_it_begins_with_what_was_pasted(box: EditBox) -> None:
    assert box.field.text() == "https://share.example/1"
    assert box.field.selectedText() == box.field.text()
    assert box.field.accessibleName() == "Song link"
    assert "Song 1" in box._hint.text()


def test_a_good_link_can_be_used_by_enter(box: EditBox) -> None:
    QTest.keyClicks(box.field, "https://www.dropbox.com/s/abc/Blue.mp3?dl=0")
    assert box._about.property("tone") == "success"
    assert box.found is not None
    assert box.found.title == "Blue"
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert box.result() == EditBox.DialogCode.Accepted


@pytest.mark.parametrize("text", ["", "nothing", OTHER])
def test_what_is_no_new_link_cannot_be_used(box: EditBox, text: str) -> None:
    box.field.setText(text)
    assert not box.use.isEnabled()
    assert box.found is None
    assert box._about.text()
    QTest.keyClick(box.field, Qt.Key.Key_Return)
    assert not box.gone


def test_the_songs_own_link_is_no_duplicate(box: EditBox) -> None:
    box.field.setText(song().link)
    assert box.found is not None


def test_a_link_that_cannot_work_says_why(box: EditBox) -> None:
    box.field.setText("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC")
    assert "Spotify" in box._about.text()
    assert box._about.property("tone") == "warning"


def test_ten_megabytes_do_not_hold_it(box: EditBox) -> None:
    box.field.setText("x" * 10_000_000)
    assert not box.use.isEnabled()
    QTest.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.gone
