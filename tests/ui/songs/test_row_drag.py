"""A row is dragged to another place, by the mouse alone; the wish is told when the button is let go."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.songs.row_drag import reordered
from mountsea_desktop.ui.songs.table_model import Column, SongTableModel
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.window import six, song

LEFT = Qt.MouseButton.LeftButton
NO, CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def view(qtbot: QtBot) -> SongView:
    table = SongTableModel(Icons(), lambda: 0.0)
    view = SongView(table)
    qtbot.addWidget(view)
    table.show(six())
    view.resize(800, 400)
    view.show()
    return view


def middle(view: SongView, row: int) -> QPoint:
    return view.visualRect(view.model().index(row, Column.SONG)).center()


def drag(view: SongView, row: int, to: QPoint, modifier: Qt.KeyboardModifier = NO) -> None:
    """Press on a row, move on the way there and at the end, and stay pressed."""
    start = middle(view, row)
    QTest.mousePress(view.viewport(), LEFT, modifier, start)
    QTest.mouseMove(view.viewport(), (start + to) / 2)
    QTest.mouseMove(view.viewport(), to)


def drop(view: SongView, to: QPoint) -> None:
    QTest.mouseRelease(view.viewport(), LEFT, NO, to)


def line(view: SongView) -> QFrame:
    return next(one for one in view.viewport().findChildren(QFrame) if one.property("kind") == "drop_line")


def numbers(order: list[str]) -> str:
    return "".join(song_id.removeprefix("song") for song_id in order)


@pytest.mark.parametrize(
    ("row", "above", "order"), [(0, 3, "231456"), (4, 1, "152346"), (5, 0, "612345"), (2, 6, "124563")]
)
def test_a_row_goes_where_the_line_shows(view: SongView, row: int, above: int, order: str) -> None:
    wanted = QSignalSpy(view.order_wanted)
    height = view.rowHeight(0)
    to = QPoint(200, above * height + 2)
    drag(view, row, to)
    assert line(view).isVisible()
    assert abs(line(view).geometry().center().y() - above * height) <= 2
    drop(view, to)
    assert not line(view).isVisible()
    assert wanted.count() == 1
    assert numbers(wanted.at(0)[0]) == order
    assert wanted.at(0)[1] == [f"song{row + 1}"]


def test_rows_that_are_selected_go_together(view: SongView) -> None:
    wanted = QSignalSpy(view.order_wanted)
    for row in (1, 3):
        QTest.mouseClick(view.viewport(), LEFT, CTRL if row == 3 else NO, middle(view, row))
    to = QPoint(200, 6 * view.rowHeight(0) + 1)
    drag(view, 3, to)
    drop(view, to)
    assert numbers(wanted.at(0)[0]) == "135624"


def test_letting_go_where_it_was_is_no_wish(view: SongView) -> None:
    wanted = QSignalSpy(view.order_wanted)
    to = middle(view, 2) + QPoint(60, 6)
    drag(view, 2, to)
    drop(view, to)
    assert wanted.count() == 0


def test_escape_gives_it_up(view: SongView) -> None:
    wanted = QSignalSpy(view.order_wanted)
    to = middle(view, 4)
    drag(view, 0, to)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not line(view).isVisible()
    drop(view, to)
    assert wanted.count() == 0


def test_a_click_that_trembles_is_a_click(view: SongView) -> None:
    wanted = QSignalSpy(view.order_wanted)
    drag(view, 2, middle(view, 2) + QPoint(2, 2))
    assert not line(view).isVisible()
    drop(view, middle(view, 2) + QPoint(2, 2))
    assert [one.id for one in view.songs()] == ["song3"]
    assert wanted.count() == 0


def test_dragging_with_shift_selects_as_everywhere(view: SongView) -> None:
    QTest.mouseClick(view.viewport(), LEFT, NO, middle(view, 0))
    drag(view, 1, middle(view, 3), SHIFT)
    assert not line(view).isVisible()
    drop(view, middle(view, 3))


def test_a_model_that_was_sent_keeps_its_order(view: SongView) -> None:
    wanted = QSignalSpy(view.order_wanted)
    view._table.is_open = False
    drag(view, 0, middle(view, 4))
    assert not line(view).isVisible()
    drop(view, middle(view, 4))
    QTest.keyClick(view, Qt.Key.Key_Down, ALT)
    assert wanted.count() == 0


def test_a_sorted_list_says_why_it_cannot(view: SongView) -> None:
    view.sortByColumn(Column.SONG, Qt.SortOrder.DescendingOrder)
    wanted, refused = QSignalSpy(view.order_wanted), QSignalSpy(view.order_refused)
    drag(view, 0, middle(view, 4))
    drop(view, middle(view, 4))
    QTest.keyClick(view, Qt.Key.Key_Down, ALT)
    assert (wanted.count(), refused.count()) == (0, 2)


def test_at_an_edge_the_list_goes_on_below_the_pointer(view: SongView) -> None:
    view._table.show([song(number=number) for number in range(1, 41)])
    at_the_foot = QPoint(200, view.viewport().height() - 2)
    drag(view, 0, at_the_foot)
    before = view.verticalScrollBar().value()
    view._drag._scrolling.timeout.emit()
    assert view.verticalScrollBar().value() > before
    assert view._drag._scrolling.isActive()
    drop(view, at_the_foot)
    assert not view._drag._scrolling.isActive()


def test_songs_that_go_away_meanwhile_take_the_drag_with_them(view: SongView) -> None:
    drag(view, 0, middle(view, 4))
    view._table.show([])
    QTest.mouseMove(view.viewport(), QPoint(200, 50))
    assert not line(view).isVisible()


@pytest.mark.parametrize(
    ("rows", "key", "order"),
    [
        ([2], Qt.Key.Key_Up, "132456"),
        ([2], Qt.Key.Key_Down, "124356"),
        ([1, 3], Qt.Key.Key_Up, "241356"),
        ([1, 3], Qt.Key.Key_Down, "135246"),
        ([0], Qt.Key.Key_Up, ""),
        ([5], Qt.Key.Key_Down, ""),
    ],
)
def test_keys_move_what_is_selected(view: SongView, rows: list[int], key: Qt.Key, order: str) -> None:
    wanted = QSignalSpy(view.order_wanted)
    for row in rows:
        QTest.mouseClick(view.viewport(), LEFT, CTRL if row != rows[0] else NO, middle(view, row))
    QTest.keyClick(view, key, ALT)
    assert [numbers(wanted.at(at)[0]) for at in range(wanted.count())] == ([order] if order else [])


def test_what_was_moved_stays_together_in_its_own_order() -> None:
    assert reordered(list("abcdef"), {"b", "e"}, 0) == list("beacdf")
    assert reordered(list("abcdef"), {"b", "e"}, 3) == list("acbedf")
    assert reordered(list("abcdef"), {"b", "e"}, 6) == list("acdfbe")
