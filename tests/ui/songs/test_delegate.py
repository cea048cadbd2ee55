"""A row of the song list keeps its status colour while selected, and is lit in one piece."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.songs.delegate import SongDelegate
from mountsea_desktop.ui.songs.table import COLOURS, Column, SongTable
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import song

HOVER, FOCUS = QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_HasFocus


@pytest.fixture
def view(qtbot: QtBot) -> QTableView:
    view = QTableView()
    table = SongTable(Icons(), lambda: 0.0)
    table.show([song(SongState.FAILED), song(SongState.QUEUED, number=2)])
    view.setModel(table)
    qtbot.addWidget(view)
    return view


def option(view: QTableView, delegate: SongDelegate, row: int, column: int) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.state |= HOVER | FOCUS
    delegate.initStyleOption(made, view.model().index(row, column))
    return made


def test_a_selected_status_keeps_its_colour(view: QTableView) -> None:
    made = option(view, SongDelegate(view), 0, Column.STATUS)
    danger = Icons().scheme.colour(COLOURS[SongState.FAILED])
    assert made.palette.color(QPalette.ColorRole.HighlightedText) == danger


def test_every_cell_of_the_row_under_the_pointer_is_lit_and_no_other(view: QTableView) -> None:
    delegate = SongDelegate(view)
    delegate.hovered = 0
    lit = {
        (row, column)
        for row in range(2)
        for column in Column
        if option(view, delegate, row, column).state & HOVER
    }
    assert lit == {(0, column) for column in Column}


def test_no_single_cell_has_a_frame(view: QTableView) -> None:
    assert not option(view, SongDelegate(view), 0, 0).state & FOCUS
