"""Short answers to what people ask first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.help import HelpDialog
from mountsea_desktop.ui.theme.illustration import Illustration
from tests.fakes.window import press


def said(dialog: HelpDialog) -> list[str]:
    """Every text of the dialog, from top to bottom."""
    return [label.text() for label in dialog.findChildren(QLabel) if not isinstance(label, Illustration)]


def test_every_question_has_its_answer(window: QWidget) -> None:
    dialog = HelpDialog(window)
    dialog.open()
    assert dialog.windowTitle() == "Help"
    assert all(said(dialog))
    for answer in (words.dialogs.help_token(), words.dialogs.help_link(), words.dialogs.help_cost()):
        assert answer in said(dialog)
    press(dialog.close_button)
    assert dialog.gone
    again = HelpDialog(window)
    again.open()
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert again.gone


def test_a_picture_is_described_where_no_text_says_the_same(window: QWidget) -> None:
    dialog = HelpDialog(window)
    described = [picture.accessibleName() for picture in dialog.findChildren(Illustration)]
    assert len(described) == 8
    assert list(filter(None, described)) == [
        words.dialogs.help_token_picture(),
        words.dialogs.help_link_picture(),
    ]


def test_pictures_become_smaller_before_anything_has_to_be_scrolled_sideways(
    window: QWidget, qtbot: QtBot
) -> None:
    dialog = HelpDialog(window)
    dialog.open()
    pictures = dialog.findChildren(Illustration)
    wide = [picture.pixmap().width() for picture in pictures]
    assert set(wide) == {168, 280}
    dialog.resize(460, 600)
    qtbot.waitUntil(
        lambda: all(p.pixmap().width() < before for p, before in zip(pictures, wide, strict=True))
    )
    assert all(p.mapTo(dialog, p.rect().bottomRight()).x() < 460 for p in pictures)


def test_the_log_is_offered_where_something_does_not_work(window: QWidget) -> None:
    dialog = HelpDialog(window, offers_log=True)
    dialog.open()
    wanted = QSignalSpy(dialog.log_wanted)
    dialog.log.click()
    assert wanted.count() == 1
    assert words.dialogs.help_problems() in said(dialog)
    assert words.dialogs.help_problems() not in said(HelpDialog(window))


def test_each_key_has_a_line(window: QWidget) -> None:
    lines = words.dialogs.help_keys().split("\n")
    assert words.dialogs.help_keys() in said(HelpDialog(window))
    for key in ("F1", "F2", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Alt+Up", "Delete", "Space", "Ctrl+Enter"):
        assert sum(key in line.split(":")[0].split(", ") for line in lines) == 1, key


@pytest.mark.parametrize("sharing", [False, True])
def test_it_begins_with_what_was_asked(window: QWidget, qtbot: QtBot, sharing: bool) -> None:
    dialog = HelpDialog(window, offers_log=True)
    if sharing:
        dialog.show_sharing()
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.close_button.hasFocus)
    bar = dialog._scroll.verticalScrollBar()
    assert bar.maximum() > 0
    assert dialog._sharing is not None
    assert bar.value() == (dialog._sharing.y() if sharing else 0)
