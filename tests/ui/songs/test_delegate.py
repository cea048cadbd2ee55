"""A row of the song list keeps its status colour while selected, is lit in one piece, on one line."""

import pytest
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.songs.delegate import SongDelegate, shortened
from mountsea_desktop.ui.songs.table_model import COLOURS, Column, SongTableModel
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, Scheme, from_platform
from mountsea_desktop.ui.theme.style import palette, style_sheet
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import song, themed

HOVER, FOCUS = QStyle.StateFlag.State_MouseOver, QStyle.StateFlag.State_HasFocus


@pytest.fixture
def view(qtbot: QtBot) -> SongView:
    table = SongTableModel(Icons(), lambda: 0.0)
    table.show([song(SongState.FAILED), song(SongState.QUEUED, number=2)])
    view = SongView(table)
    qtbot.addWidget(view)
    return view


def option(view: SongView, delegate: SongDelegate, row: int, column: int) -> QStyleOptionViewItem:
    made = QStyleOptionViewItem()
    made.state |= HOVER | FOCUS
    delegate.initStyleOption(made, view.model().index(row, column))
    return made


def test_a_selected_status_keeps_its_colour(view: SongView) -> None:
    made = option(view, SongDelegate(view, Icons(), view.take_link), 0, Column.STATUS)
    danger = Icons().scheme.colour(COLOURS[SongState.FAILED])
    assert made.palette.color(QPalette.ColorRole.HighlightedText) == danger


def test_every_cell_of_the_row_under_the_pointer_is_lit_and_no_other(view: SongView) -> None:
    delegate = SongDelegate(view, Icons(), view.take_link)
    delegate.hovered = 0
    lit = {
        (row, column)
        for row in range(2)
        for column in Column
        if option(view, delegate, row, column).state & HOVER
    }
    assert lit == {(0, column) for column in Column}


def test_no_single_cell_has_a_frame(view: SongView) -> None:
    assert not option(view, SongDelegate(view, Icons(), view.take_link), 0, 0).state & FOCUS


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
    table = SongTableModel(Icons(scheme), lambda: 0.0)
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


def ink(view: SongView, row: int, column: Column) -> tuple[int, int]:
    """The first and the last line of a cell that is painted on, counted from the cell's top."""
    cell = view.visualRect(view.model().index(row, column)).adjusted(0, 0, 0, -2)
    image = view.viewport().grab(cell).toImage()
    paper = image.pixelColor(image.width() - 2, 2)
    lines = [
        y for y in range(image.height()) if any(image.pixelColor(x, y) != paper for x in range(image.width()))
    ]
    return lines[0], lines[-1]


def test_a_link_keeps_to_its_line_whatever_it_hides(qtbot: QtBot) -> None:
    begin, hidden = "https://host.example/", "x" * 200
    table = SongTableModel(Icons(), lambda: 0.0)
    links = [f"{begin}{hidden}{letters}{hidden}.mp3" for letters in ("xx", "\u6d77\u8fb9")]
    table.show([song(number=number, link=link) for number, link in enumerate(links, start=1)])
    view = SongView(table)
    qtbot.addWidget(view)
    view.resize(800, 200)
    view.show()
    assert ink(view, 0, Column.LINK) == ink(view, 1, Column.LINK)


@pytest.mark.parametrize(
    "shown",
    [
        "https://host.example/a/folder/Blue.mp3",
        "host.example/a/folder/Blue.mp3",
        "host.example/…/Blue.mp3",
        "…/Blue.mp3",
    ],
)
def test_of_a_link_the_name_of_its_file_is_seen_first(qapp: QApplication, shown: str) -> None:
    metrics = QFontMetrics(qapp.font())
    room = metrics.horizontalAdvance(shown) + metrics.averageCharWidth()
    assert shortened("https://host.example/a/folder/Blue.mp3", metrics, room) == shown


@pytest.mark.parametrize("link", ["https://host.example/" + "x" * 99, "x" * 99, "https://" + "h" * 99, ""])
def test_a_link_never_leaves_its_cell(qapp: QApplication, link: str) -> None:
    metrics = QFontMetrics(qapp.font())
    assert metrics.horizontalAdvance(shortened(link, metrics, 100)) <= 100


def test_a_title_stands_where_it_did_once_its_song_has_a_tick(qapp: QApplication, qtbot: QtBot) -> None:
    """Measured as painted: the same two rows, before and after the second has its tick."""
    themed(qapp)
    table = SongTableModel(Icons(), lambda: 0.0)
    view = SongView(table)
    qtbot.addWidget(view)
    view.resize(800, 200)
    view.show()
    lefts = []
    for state in (SongState.ACCEPTED, SongState.UPLOADED):
        table.show([song(state, title="▉")])
        cell = view.visualRect(view.model().index(0, Column.SONG))
        image = view.viewport().grab(cell).toImage()
        ink = Icons().scheme.colour(Role.TEXT)
        middle = image.height() // 2
        lefts.append(min(x for x in range(image.width()) if image.pixelColor(x, middle) == ink))
    assert lefts[0] == lefts[1] > 20
