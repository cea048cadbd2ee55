"""Short answers to what people ask first."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.help import HelpBox
from mountsea_desktop.ui.theme.illustration import Picture
from tests.fakes.window import press


def said(box: HelpBox) -> list[str]:
    """Every text of the box, from top to bottom."""
    return [label.text() for label in box.findChildren(QLabel) if not isinstance(label, Picture)]


def test_every_question_has_its_answer(window: QWidget) -> None:
    box = HelpBox(window)
    box.open()
    assert box.windowTitle() == "Help"
    assert all(said(box))
    for answer in (words.boxes.help_token(), words.boxes.help_link(), words.boxes.help_cost()):
        assert answer in said(box)
    press(box.close_button)
    assert box.gone
    again = HelpBox(window)
    again.open()
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert again.gone


def test_sharing_is_told_in_three_steps_for_each_site(window: QWidget) -> None:
    say, texts = words.boxes, said(HelpBox(window))
    for site, steps in {
        say.help_dropbox(): (say.help_right_click(), say.help_choose_share(), say.help_copy_link()),
        say.help_drive(): (say.help_click_and_share(), say.help_anyone(), say.help_copy_link()),
    }.items():
        at = texts.index(site) + 1
        assert texts[at : at + 6] == ["1", steps[0], "2", steps[1], "3", steps[2]]


def test_a_picture_is_described_where_no_text_says_the_same(window: QWidget) -> None:
    box = HelpBox(window)
    described = [picture.accessibleName() for picture in box.findChildren(Picture)]
    assert len(described) == 8
    assert list(filter(None, described)) == [
        words.boxes.help_token_picture(),
        words.boxes.help_link_picture(),
    ]


def test_pictures_become_smaller_before_anything_has_to_be_scrolled_sideways(
    window: QWidget, qtbot: QtBot
) -> None:
    box = HelpBox(window)
    box.open()
    pictures = box.findChildren(Picture)
    wide = [picture.pixmap().width() for picture in pictures]
    assert set(wide) == {168, 280}
    box.resize(460, 600)
    qtbot.waitUntil(
        lambda: all(p.pixmap().width() < before for p, before in zip(pictures, wide, strict=True))
    )
    assert all(p.mapTo(box, p.rect().bottomRight()).x() < 460 for p in pictures)
