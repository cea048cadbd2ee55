"""A row of the song list keeps its status colour while selected, and is lit in one piece."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.songs.delegate import SongDelegate
from mountsea_desktop.ui.songs.table import COLOURS, Column, SongTable
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, Scheme, from_platform
from mountsea_desktop.ui.theme.style import palette, style_sheet
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


HIGH_CONTRAST = QPalette(QColor("#ffffff"), QColor("#000000"))
HIGH_CONTRAST.setColor(QPalette.ColorRole.Highlight, QColor("#ffff00"))
HIGH_CONTRAST.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))


@pytest.mark.parametrize(
    ("scheme", "ink"),
    [
        (LIGHT, Role.DANGER),
        (DARK, Role.DANGER),
        (from_platform(HIGH_CONTRAST), Role.SELECTION_TEXT),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_selected_status_is_painted_in_its_colour(qtbot: QtBot, scheme: Scheme, ink: Role) -> None:
    table = SongTable(Icons(scheme), lambda: 0.0)
    table.show([song(SongState.FAILED)])
    view = SongView(table)
    qtbot.addWidget(view)
    view.setStyleSheet(style_sheet(scheme, view.font()))
    view.setPalette(palette(scheme))
    view.resize(800, 200)
    view.show()
    view.selectRow(0)
    cell = view.visualRect(view.model().index(0, Column.STATUS))
    beside_the_icon = cell.adjusted(cell.height(), 0, 0, 0)
    image = view.viewport().grab(beside_the_icon).toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert scheme[Role.SELECTION] in seen
    assert scheme[ink] in seen
