"""A list that is sorted says so, and leads back to the musician's own order."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.songs.sort_note import SortNote
from mountsea_desktop.ui.songs.table_model import Column, SongTableModel
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.window import six, themed


@pytest.fixture
def around(qapp: QApplication, qtbot: QtBot) -> QWidget:
    themed(qapp)
    around = QWidget()
    qtbot.addWidget(around)
    return around


@pytest.fixture
def view(around: QWidget) -> SongView:
    table = SongTableModel(Icons(), lambda: 0.0)
    view = SongView(table)
    QVBoxLayout(around).addWidget(view)
    table.show(six())
    around.resize(900, 400)
    around.show()
    around.activateWindow()
    return view


@pytest.fixture
def note(around: QWidget, view: SongView) -> SortNote:
    return SortNote(view, Icons(), around)


def test_it_is_there_while_the_list_is_sorted_and_leads_back(view: SongView, note: SortNote) -> None:
    assert not note.isVisible()
    view.sortByColumn(Column.SONG, Qt.SortOrder.DescendingOrder)
    assert note.isVisible()
    assert note.text() == note.accessibleName() == "Sorted by “Song” · Back to my order"
    note.setFocus()
    QTest.mouseClick(note, Qt.MouseButton.LeftButton)
    assert not note.isVisible()
    assert not view.is_sorted
    assert view.hasFocus()
    assert view.model().index(0, 0).data() == "Song 1"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_covers_no_title_and_says_less_where_there_is_little_room(
    view: SongView, note: SortNote, direction: Qt.LayoutDirection
) -> None:
    view.window().setLayoutDirection(direction)
    view.sortByColumn(Column.LENGTH, Qt.SortOrder.AscendingOrder)
    titles, said = view.horizontalHeader(), set()
    for width in range(900, 420, -60):
        view.window().resize(width, 400)
        said.add(note.text())
        first = titles.mapTo(view.window(), titles.rect().topLeft()).x()
        status = titles.sectionViewportPosition(Column.STATUS) + first
        end = status + titles.sectionSize(Column.STATUS)
        title = titles.fontMetrics().horizontalAdvance("Status") + 11
        free = range(status + title, end + 3)
        if direction is Qt.LayoutDirection.RightToLeft:
            free = range(status - 2, end - title + 1)
        assert note.geometry().left() in free, width
        assert note.geometry().right() in free, width
        assert note.accessibleName() == "Sorted by “Length” · Back to my order"
    assert said >= {"Sorted by “Length” · Back to my order", "Back to my order", ""}


def test_it_goes_with_the_list(view: SongView, note: SortNote) -> None:
    view.sortByColumn(Column.SONG, Qt.SortOrder.DescendingOrder)
    view.hide()
    assert not note.isVisible()
    view.show()
    assert note.isVisible()
