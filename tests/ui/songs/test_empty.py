"""An empty list says what to do first, and offers it."""

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.songs.empty import EmptyList
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.window import press


def test_it_offers_to_add_links(qtbot: QtBot) -> None:
    empty = EmptyList(Icons())
    qtbot.addWidget(empty)
    empty.resize(600, 400)
    empty.show()
    wanted = QSignalSpy(empty.add_wanted)
    assert empty.add.text() == "Add links…"
    press(empty.add)
    assert wanted.count() == 1
    said = " ".join(label.text() for label in empty.findChildren(QLabel))
    assert "links to at least six" in said
    empty.set_takes_files(True)
    said = " ".join(label.text() for label in empty.findChildren(QLabel))
    assert "Drop at least six" in said
