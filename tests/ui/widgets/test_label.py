import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.widgets.label import Label, tooltip


def test_a_strangers_words_are_never_markup(qtbot: QtBot) -> None:
    label = Label("It says <b>loud</b>", wraps=True)
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.wordWrap()


@pytest.mark.parametrize("selectable", [True, False])
def test_words_to_pass_on_can_be_selected(qtbot: QtBot, selectable: bool) -> None:
    label = Label("a", selectable=selectable)
    qtbot.addWidget(label)
    assert bool(label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse) is selectable


def test_a_tooltip_spells_out_what_looks_like_markup() -> None:
    assert tooltip("a b") == "a b"
    assert tooltip("<b>a & b</b>") == "<qt>&lt;b&gt;a &amp; b&lt;/b&gt;</qt>"
