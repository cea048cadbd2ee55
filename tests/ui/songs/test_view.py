"""The keys and the menu of the song list, as in every list of its kind."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.songs.table import Column, SongTable
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import six, song

KEY = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table() -> SongTable:
    return SongTable(Icons(), lambda: 0.0)


@pytest.fixture
def view(qtbot: QtBot, table: SongTable) -> SongView:
    view = SongView(table)
    qtbot.addWidget(view)
    table.show(six())
    view.resize(800, 400)
    view.show()
    return view


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (KEY.Key_Delete, NO, "remove_wanted"),
        (KEY.Key_Backspace, NO, "remove_wanted"),
        (KEY.Key_Return, NO, "edit_wanted"),
        (KEY.Key_Enter, NO, "edit_wanted"),
        (KEY.Key_F2, NO, "edit_wanted"),
        (KEY.Key_C, CTRL, "copy_wanted"),
    ],
)
def test_a_key_is_a_wish(view: SongView, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str) -> None:
    spy = QSignalSpy(getattr(view, signal))
    QTest.keyClick(view, key, modifier)
    assert spy.count() == 1


def test_a_letter_is_no_wish(view: SongView) -> None:
    spies = [QSignalSpy(wish) for wish in (view.remove_wanted, view.edit_wanted, view.copy_wanted)]
    QTest.keyClick(view, KEY.Key_C)
    assert [spy.count() for spy in spies] == [0, 0, 0]


def test_several_rows_are_selected_as_everywhere(view: SongView) -> None:
    view.go_to(1)
    assert [one.id for one in view.songs()] == ["song2"]
    QTest.keyClick(view, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [one.id for one in view.songs()] == ["song2", "song3"]
    QTest.keyClick(view, KEY.Key_A, CTRL)
    assert len(view.songs()) == 6


def test_the_space_bar_ticks(view: SongView, table: SongTable) -> None:
    table.put([song(SongState.UPLOADED, number=2)])
    view.go_to(1)
    wishes = QSignalSpy(table.choosing)
    QTest.keyClick(view, KEY.Key_Space)
    assert wishes.count() == 1
    assert wishes.at(0) == ["song2", False]


def test_sorting_is_the_views_own_business(view: SongView, table: SongTable) -> None:
    view.sortByColumn(Column.SONG, Qt.SortOrder.DescendingOrder)
    view.go_to(0)  # of the table, the last of the view
    assert view.currentIndex().row() == 5
    assert [one.id for one in view.songs()] == ["song1"]
    assert [one.id for one in table.songs()] == [f"song{number}" for number in range(1, 7)]


def test_a_selection_lives_through_progress(view: SongView, table: SongTable) -> None:
    view.go_to(3)
    table.put([song(SongState.QUEUED, number=4), song(number=7)])
    table.drop(["song1"])
    assert [(one.id, one.state) for one in view.songs()] == [("song4", SongState.QUEUED)]


def test_the_menu_is_asked_for_where_the_pointer_is(view: SongView) -> None:
    asked = QSignalSpy(view.menu_wanted)
    place = QPoint(20, 20)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), event)
    assert asked.count() == 1
    assert asked.at(0) == [view.viewport().mapToGlobal(place)]


def test_tab_leaves_the_list(view: SongView) -> None:
    assert not view.tabKeyNavigation()
    assert view.accessibleName() == "Songs"
    assert view.verticalHeader().defaultSectionSize() >= 24


def test_a_row_is_lit_as_a_whole_and_only_while_the_pointer_is_there(view: SongView) -> None:
    view.entered.emit(view.model().index(2, 1))
    assert view._delegate.hovered == 2
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._delegate.hovered == -1
