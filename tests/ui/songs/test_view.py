"""The keys and the menu of the song list, as in every list of its kind."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHoverEvent, QImage
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.storage.settings import TableColumn, TableColumns
from mountsea_desktop.ui.songs.delegate import Edited
from mountsea_desktop.ui.songs.song_actions import SongAction
from mountsea_desktop.ui.songs.table_model import Column, SongTableModel
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import LIGHT
from mountsea_desktop.ui.theme.style import palette
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import six, song

KEY = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table() -> SongTableModel:
    return SongTableModel(Icons(), lambda: 0.0)


@pytest.fixture
def view(qtbot: QtBot, table: SongTableModel) -> SongView:
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
        (KEY.Key_C, CTRL, "copy_wanted"),
    ],
)
def test_a_key_is_a_wish(view: SongView, key: Qt.Key, modifier: Qt.KeyboardModifier, signal: str) -> None:
    spy = QSignalSpy(getattr(view, signal))
    QTest.keyClick(view, key, modifier)
    assert spy.count() == 1


def test_a_letter_is_no_wish(view: SongView) -> None:
    spies = [QSignalSpy(wish) for wish in (view.remove_wanted, view.copy_wanted)]
    QTest.keyClick(view, KEY.Key_C)
    assert [spy.count() for spy in spies] == [0, 0]


def test_several_rows_are_selected_as_everywhere(view: SongView) -> None:
    view.go_to(1)
    assert [one.id for one in view.songs()] == ["song2"]
    QTest.keyClick(view, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [one.id for one in view.songs()] == ["song2", "song3"]
    QTest.keyClick(view, KEY.Key_A, CTRL)
    assert len(view.songs()) == 6


def test_the_space_bar_chooses_every_selected_song(view: SongView, table: SongTableModel) -> None:
    table.put([song(SongState.UPLOADED, number=1), song(SongState.UPLOADED, number=2, chosen=False)])
    wishes = QSignalSpy(view.action_wanted)
    view.selectAll()
    view.setCurrentIndex(view.model().index(2, Column.LINK))
    view.selectAll()
    QTest.keyClick(view, KEY.Key_Space)
    assert wishes.at(0) == [SongAction.TRAIN, ["song2"]]
    table.put([song(SongState.UPLOADED, number=2)])
    QTest.keyClick(view, KEY.Key_Space)
    assert wishes.at(1) == [SongAction.LEAVE_OUT, ["song1", "song2"]]
    table.is_open = False
    QTest.keyClick(view, KEY.Key_Space)
    assert wishes.count() == 2


def test_sorting_is_the_views_own_business(view: SongView, table: SongTableModel) -> None:
    view.sortByColumn(Column.SONG, Qt.SortOrder.DescendingOrder)
    view.go_to(0)  # of the table, the last of the view
    assert view.currentIndex().row() == 5
    assert [one.id for one in view.songs()] == ["song1"]
    assert [one.id for one in table.songs()] == [f"song{number}" for number in range(1, 7)]


def test_a_selection_lives_through_progress(view: SongView, table: SongTableModel) -> None:
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
    place = QPointF(view.visualRect(view.model().index(2, 1)).center())
    for kind in (QEvent.Type.HoverEnter, QEvent.Type.HoverMove):  # at first the pointer may rest
        view._delegate.hovered = -1
        QApplication.sendEvent(view.viewport(), QHoverEvent(kind, place, QPointF(place), QPointF()))
        assert view._delegate.hovered == 2
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert view._delegate.hovered == -1


def test_light_stays_with_the_pointer_when_rows_scroll_or_change(
    view: SongView, table: SongTableModel
) -> None:
    def hover(kind: QEvent.Type, place: QPointF) -> None:
        QApplication.sendEvent(view.viewport(), QHoverEvent(kind, place, QPointF(place), QPointF()))

    view.resize(800, 140)
    bar, height = view.verticalScrollBar(), view.rowHeight(0)
    bar.setValue(0)
    hover(QEvent.Type.HoverMove, QPointF(40, height * 0.5))
    assert view._delegate.hovered == 0
    bar.setValue(height)
    assert view._delegate.hovered == 1
    bar.setValue(0)
    hover(QEvent.Type.HoverMove, QPointF(40, height * 1.5))
    table.drop([one.id for one in table.songs()[1:]])
    assert view._delegate.hovered == -1
    table.show(six())
    assert view._delegate.hovered == 1
    bar.setValue(height)
    hover(QEvent.Type.HoverLeave, QPointF(-1, -1))
    assert view._delegate.hovered == -1


# -- Columns


def widths(view: SongView) -> list[int]:
    return [view.columnWidth(column) for column in Column]


def test_the_columns_share_the_width_out_again_after_a_restart(view: SongView) -> None:
    state = view.columns()
    view.resize(1_000, 400)
    wide = widths(view)
    view.resize(800, 400)
    view.restore_columns(state)
    view.resize(1_000, 400)
    assert widths(view) == wide


def test_widths_that_somebody_has_drawn_stay(view: SongView) -> None:
    view._fits = False
    view.setColumnWidth(Column.SONG, 222)
    state = view.columns()
    view._fits = True
    view.restore_columns(state)
    view.resize(1_000, 400)
    assert view.columnWidth(Column.SONG) == 222


def test_order_and_hiding_stay(view: SongView) -> None:
    header = view.horizontalHeader()
    header.moveSection(header.visualIndex(Column.LINK), 1)
    view.setColumnHidden(Column.STATUS, True)
    state = view.columns()
    header.moveSection(header.visualIndex(Column.LINK), 3)
    view.setColumnHidden(Column.STATUS, False)
    view.restore_columns(state)
    assert header.visualIndex(Column.LINK) == 1
    assert view.isColumnHidden(Column.STATUS)
    assert [(one.name, one.shown) for one in view.columns().columns] == [
        ("song", True), ("link", False), ("length", True), ("status", False),
    ]  # fmt: skip


def test_columns_that_nobody_knows_or_named_twice_do_no_harm(view: SongView) -> None:
    names = ("bpm", "song", "song", "link", "link")
    odd = TableColumns(columns=tuple(TableColumn(name=name, width=1, shown=False) for name in names))
    view.restore_columns(odd)
    assert not view.isColumnHidden(Column.SONG)
    assert view.isColumnHidden(Column.LINK)
    assert sorted(view.horizontalHeader().visualIndex(column) for column in Column) == [0, 1, 2, 3]


def test_the_reason_has_the_larger_part(view: SongView) -> None:
    view.resize(1_100, 400)
    assert view.columnWidth(Column.SONG) == pytest.approx(0.4 * view.width(), rel=0.1)
    assert view.columnWidth(Column.STATUS) > view.columnWidth(Column.SONG)
    assert sum(widths(view)) == view.viewport().width()


def test_the_columns_keep_their_places_when_there_are_more_songs_than_fit(
    view: SongView, table: SongTableModel, qtbot: QtBot
) -> None:
    def places() -> list[int]:
        shown = (column for column in Column if not view.isColumnHidden(column))
        return [view.columnViewportPosition(column) for column in shown]

    failed = song(SongState.FAILED)
    table.put([failed])
    index = view.model().index(0, Column.STATUS)
    before = places(), view._delegate.action_rect(index, view.visualRect(index))
    assert not view.verticalScrollBar().isVisible()
    table.put([song(number=number) for number in range(7, 40)])
    qtbot.waitUntil(view.verticalScrollBar().isVisible)
    assert (places(), view._delegate.action_rect(index, view.visualRect(index))) == before


def test_the_button_in_a_row_does_what_it_says_and_a_second_press_is_none_on_the_row(
    around: QWidget, view: SongView, table: SongTableModel
) -> None:
    table.put([song(SongState.FAILED, number=2)])
    index = view.model().index(1, Column.STATUS)
    button = view._delegate.action_rect(index, view.visualRect(index))
    assert min(button.width(), button.height()) >= 24
    wishes = QSignalSpy(view.action_wanted)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO, button.center())
    assert [wishes.at(at) for at in range(wishes.count())] == [[SongAction.RETRY, ["song2"]]]
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NO, button.center())
    assert field(around) is None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO, button.center() - QPoint(200, 0))
    assert wishes.count() <= 2


def test_a_name_stands_where_it_stood_when_its_tick_box_comes(view: SongView, table: SongTableModel) -> None:
    def name() -> QImage:
        cell = view.visualRect(view.model().index(0, Column.SONG)).adjusted(34, 0, 0, -1)
        return view.viewport().grab(cell).toImage()

    looks = []
    for state in SongState:
        table.put([song(state)])
        looks.append(name())
    assert all(look == looks[0] for look in looks)


@pytest.mark.parametrize("width", [600, 700, 1_500])
def test_nothing_is_scrolled_sideways_where_there_is_room(view: SongView, width: int) -> None:
    view.resize(width, 400)
    assert sum(widths(view)) == view.viewport().width()
    view.setColumnHidden(Column.LINK, True)
    view.resize(width + 100, 400)
    assert view.horizontalScrollBar().maximum() == 0


def test_no_column_is_squeezed_out(view: SongView) -> None:
    view.resize(300, 400)
    character = view.fontMetrics().averageCharWidth()
    assert view.columnWidth(Column.SONG) >= 16 * character
    assert view.columnWidth(Column.STATUS) >= 24 * character


# -- A link is written anew in its row


@pytest.fixture
def around(qtbot: QtBot, view: SongView) -> QWidget:
    """What the table stands in."""
    around = QWidget()
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(view)
    around.resize(800, 400)
    around.show()
    around.activateWindow()
    return around


@pytest.fixture
def typed(view: SongView) -> list[tuple[str, str]]:
    """What the table hands on; nothing that says "bad" settles it."""
    told: list[tuple[str, str]] = []

    def take(song_id: str, text: str) -> bool:
        told.append((song_id, text))
        return "bad" not in text

    view.take_link = take
    return told


def field(around: QWidget) -> QLineEdit | None:
    """The field that is open, if one is."""
    return next((one for one in around.findChildren(QLineEdit) if one.isVisible()), None)


def opened(around: QWidget, view: SongView) -> QLineEdit:
    view.go_to(1)
    view.setFocus()
    QTest.keyClick(view, KEY.Key_Return)
    found = field(around)
    assert found is not None
    return found


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter])
def test_a_key_opens_the_link_as_it_was_pasted(
    around: QWidget, view: SongView, table: SongTableModel, key: Qt.Key
) -> None:
    table.put([song(number=2, pasted="https://share.example/2")])
    view.go_to(1)
    QTest.keyClick(view, key)
    editor = field(around)
    assert editor is not None
    assert editor.text() == editor.selectedText() == "https://share.example/2"
    assert editor.accessibleName() == "Song link"
    assert editor.hasFocus()
    assert editor.parentWidget() is around  # in a table, a screen reader finds cells and nothing else


def test_a_double_click_opens_it_too(around: QWidget, view: SongView) -> None:
    place = view.visualRect(view.model().index(1, Column.STATUS)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO, place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NO, place)
    assert field(around) is not None


def test_it_spans_from_the_status_to_the_end_of_the_row(around: QWidget, view: SongView) -> None:
    editor = opened(around, view)
    row = view.visualRect(view.model().index(1, Column.LENGTH))
    left = view.viewport().mapTo(around, row.topLeft()).x()
    assert editor.x() == left
    assert editor.geometry().right() == view.viewport().mapTo(around, view.viewport().rect().topRight()).x()
    around.resize(400, 400)  # now there is no room to speak of beside the song's name
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert editor.width() == view.viewport().width()


def test_it_stays_in_the_table_when_that_becomes_lower_or_is_scrolled(
    around: QWidget, view: SongView, table: SongTableModel
) -> None:
    table.put([song(number=number) for number in range(7, 40)])
    view.go_to(5)
    view.edit_link("song6")
    editor = field(around)
    assert editor is not None
    view.setMinimumHeight(0)
    view.setMaximumHeight(view.horizontalHeader().height() + 3 * view.rowHeight(0))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    row = view.visualRect(view.model().index(5, Column.SONG))
    assert view.viewport().rect().contains(row.center())
    assert editor.geometry().center().y() == pytest.approx(
        view.viewport().mapTo(around, row.center()).y(), abs=2
    )
    for place in (view.verticalScrollBar().minimum(), view.verticalScrollBar().maximum()):
        view.verticalScrollBar().setValue(place)
        assert view.geometry().contains(editor.geometry())
        assert editor.isVisible()
    top = view.viewport().mapTo(around, view.viewport().rect().topLeft()).y()
    assert editor.y() == top  # its row went off above


def test_enter_accepts_once(around: QWidget, view: SongView, typed: list[tuple[str, str]]) -> None:
    editor = opened(around, view)
    QTest.keyClicks(editor, "https://host.example/new.mp3")
    QTest.keyClick(editor, KEY.Key_Return)
    assert typed == [("song2", "https://host.example/new.mp3")]
    assert field(around) is None
    assert view.hasFocus()


def test_what_cannot_be_used_stays_to_be_corrected_or_given_up(
    around: QWidget, view: SongView, typed: list[tuple[str, str]]
) -> None:
    editor = opened(around, view)
    QTest.keyClicks(editor, "bad")
    QTest.keyClick(editor, KEY.Key_Return)
    assert typed == [("song2", "bad")]
    assert field(around) is editor
    QTest.keyClick(editor, KEY.Key_Escape)
    assert typed == [("song2", "bad")]
    assert field(around) is None
    assert view.hasFocus()


def test_who_goes_elsewhere_has_accepted(
    around: QWidget, view: SongView, typed: list[tuple[str, str]]
) -> None:
    editor = opened(around, view)
    QTest.keyClicks(editor, "https://host.example/new.mp3")
    view.setFocus()
    assert typed == [("song2", "https://host.example/new.mp3")]
    assert field(around) is None


def test_news_of_the_row_leave_what_is_being_written(
    around: QWidget, view: SongView, table: SongTableModel, typed: list[tuple[str, str]]
) -> None:
    view.sortByColumn(Column.STATUS, Qt.SortOrder.AscendingOrder)
    editor = opened(around, view)
    QTest.keyClicks(editor, "https://half")
    table.put([song(SongState.NEEDS_ATTENTION, number=2, problem=Problem(Verdict.WEB_PAGE))])
    table.put([song(number=9)])
    table.refresh()
    assert field(around) is editor
    assert editor.text() == "https://half"
    assert typed == []


def test_a_hidden_link_can_be_edited(around: QWidget, view: SongView) -> None:
    assert view.isColumnHidden(Column.LINK)
    editor = opened(around, view)
    assert view.isColumnHidden(Column.LINK)
    view.resize(view.width() + 1, view.height())
    assert editor.isVisible()


@pytest.mark.parametrize("state", [SongState.QUEUED, SongState.UPLOADED, SongState.UNCLEAR])
def test_what_was_sent_is_not_edited(
    around: QWidget, view: SongView, table: SongTableModel, state: SongState
) -> None:
    table.put([song(state, number=2)])
    view.edit_link("song2")
    assert field(around) is None


def test_one_link_at_a_time_and_none_of_a_model_that_is_closed(
    around: QWidget, view: SongView, table: SongTableModel
) -> None:
    first = opened(around, view)
    view.edit_link("song3")
    assert field(around) is first
    QTest.keyClick(first, KEY.Key_Escape)
    table.is_open = False
    view.edit_link("song3")
    assert field(around) is None


# -- A name is written anew in its row


def test_a_name_is_written_over_the_name_whatever_became_of_the_song(
    around: QWidget, view: SongView, table: SongTableModel
) -> None:
    named: list[tuple[str, str]] = []

    def take(song_id: str, text: str) -> bool:
        named.append((song_id, text))
        return True

    view.take_name = take
    table.put([song(SongState.UPLOADED, number=2)])
    view.go_to(1)
    QTest.keyClick(view, KEY.Key_F2)
    editor = field(around)
    assert editor is not None
    assert editor.text() == editor.selectedText() == "Song 2"
    assert editor.accessibleName() == "Song name"
    assert editor.width() <= view.columnWidth(Column.SONG)
    QTest.keyClicks(editor, "Slow Bloom")
    QTest.keyClick(editor, KEY.Key_Return)
    assert named == [("song2", "Slow Bloom")]
    assert field(around) is None


# -- Where the keyboard is


def test_a_row_is_ringed_for_keys_and_not_for_the_mouse(around: QWidget, view: SongView) -> None:
    view.setPalette(palette(LIGHT))
    cell = view.visualRect(view.model().index(1, Column.STATUS)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO, cell)
    assert not view._delegate.by_keyboard
    clicked = view.viewport().grab().toImage()
    QTest.keyClick(view, KEY.Key_Shift)
    assert view.hasFocus()
    assert view._delegate.by_keyboard
    assert view.viewport().grab().toImage() != clicked
    around.setFocus()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO, cell)
    assert view.viewport().grab().toImage() == clicked
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view._delegate.by_keyboard


def test_a_pressed_button_elsewhere_does_not_draw_the_columns(view: SongView) -> None:
    """A click may make the page narrower; the columns go on sharing the width out."""
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    view.resize(900, 400)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    view.resize(1_000, 400)
    assert not view.columns().drawn


def test_a_tick_is_set_beside_the_name_and_not_only_in_its_small_box(
    view: SongView, table: SongTableModel
) -> None:
    table.put([song(SongState.UPLOADED, number=1)])
    wished = QSignalSpy(table.choosing)
    cell = view.visualRect(view.model().index(0, Column.SONG))
    target = view._delegate.tick_rect(_cell(view, 0))
    assert min(target.width(), target.height()) >= 24
    for spot in (target.topLeft() + QPoint(1, 1), target.bottomRight() - QPoint(1, 1)):
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [wished.at(number) for number in range(wished.count())] == [["song1", False]] * 2
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target.center() + QPoint(0, 36))
    assert wished.count() == 2  # the name ticks nothing, nor does a row without a box


def _cell(view: SongView, row: int) -> QStyleOptionViewItem:
    cell = QStyleOptionViewItem()
    view.initViewItemOption(cell)
    cell.rect = view.visualRect(view.model().index(row, Column.SONG))
    return cell


def test_what_cannot_be_used_is_red_where_it_is_written(view: SongView, table: SongTableModel) -> None:
    table.put([song(SongState.NEEDS_ATTENTION, number=1)])
    view.take_link = lambda _id, text: "good" in text
    view.edit_link("song1")
    field = next(
        one for one in QApplication.allWidgets() if one.accessibleName() == "Song link" and one.isVisible()
    )
    assert isinstance(field, QLineEdit)
    field.setText("rubbish")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.property("tone") == "danger"
    assert field.isVisible()
    field.setText("good")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert not field.isVisible()


def test_songs_that_have_come_are_selected_and_in_sight(view: SongView, table: SongTableModel) -> None:
    view.resize(800, 200)
    new = [song(number=number) for number in range(7, 40)]
    table.put(new)
    view.go_to(0)
    view.show_songs([one.id for one in new])
    assert [one.id for one in view.songs()] == [one.id for one in new]
    seen = view.viewport().rect()
    assert seen.contains(view.visualRect(view.model().index(6, 0)))
    assert not seen.intersects(view.visualRect(view.model().index(0, 0)))


def test_a_name_that_is_being_written_is_not_left_for_songs_that_come(
    view: SongView, table: SongTableModel
) -> None:
    view.edit_name("song2")
    table.put([song(number=7)])
    view.show_songs(["song7"])
    assert view.state() is view.State.EditingState
    view.show_songs(["gone"])


def pencil(view: SongView, row: int) -> QPoint:
    index = view.model().index(row, Column.SONG)
    return view._delegate.pencil_rect(index, view.visualRect(index)).center()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_pencil_beside_the_name_renames(view: SongView, direction: Qt.LayoutDirection) -> None:
    view.setLayoutDirection(direction)
    index = view.model().index(2, Column.SONG)
    assert view._delegate.pencil_rect(index, view.visualRect(index)).isNull()
    view.go_to(2)
    place = pencil(view, 2)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, NO, place)
    assert view.state() is view.State.EditingState
    assert view._delegate.writes is Edited.NAME
    assert view._delegate.edited.row() == 2


def test_the_pencil_is_in_the_row_under_the_pointer_and_lights_up(view: SongView) -> None:
    place = QPointF(view.visualRect(view.model().index(3, Column.SONG)).center())
    event = QHoverEvent(QEvent.Type.HoverMove, place, QPointF(place), QPointF())
    QApplication.sendEvent(view.viewport(), event)
    assert not view._delegate.is_pencil_lit
    place = QPointF(pencil(view, 3))
    assert not place.isNull()
    event = QHoverEvent(QEvent.Type.HoverMove, place, QPointF(place), QPointF())
    QApplication.sendEvent(view.viewport(), event)
    assert view._delegate.is_pencil_lit
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    wanted = QSignalSpy(view.doubleClicked)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, NO, place.toPoint())
    assert wanted.count() == 0


def test_a_file_is_given_another_file_where_a_link_would_be_edited(
    view: SongView, table: SongTableModel
) -> None:
    table.put([song(number=2, file="/home/ana/Dawn.wav", link="")])
    wishes = QSignalSpy(view.action_wanted)
    view.go_to(1)
    QTest.keyClick(view, KEY.Key_Return)
    assert wishes.at(0) == [SongAction.CHOOSE_FILE, ["song2"]]
    table.put([song(SongState.ACCEPTED, number=2, file="/home/ana/Dawn.wav", link="")])
    QTest.keyClick(view, KEY.Key_Return)
    assert wishes.count() == 1
