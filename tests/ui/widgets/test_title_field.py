"""A title that can be written anew where it stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.widgets.title_field import LEAST, MOST, TitleField


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[TitleField]:
    window = QWidget()
    qtbot.addWidget(window)
    field = TitleField(Icons(), window)
    QVBoxLayout(window).addWidget(field)
    window.resize(800, 100)
    window.show()
    window.activateWindow()
    yield field
    window.hide()


def test_it_is_as_wide_as_its_text_within_reason(field: TitleField) -> None:
    field.setText("I")
    assert field.sizeHint().width() == LEAST
    field.setText("Night Drives, all of them")
    between = field.sizeHint().width()
    assert LEAST < between < MOST
    field.setText("Night Drives " * 20)
    assert field.sizeHint().width() == MOST


def test_it_shows_that_it_can_be_changed_unless_it_cannot(field: TitleField) -> None:
    field.setText("Night Drives")
    field.clearFocus()
    field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    before = field.grab(field._pencil()).toImage()
    field.setReadOnly(True)
    assert field.grab(field._pencil()).toImage() != before


@pytest.mark.parametrize("text", ["I", "Night Drives", "夜行", "W" * 16])
def test_all_of_it_is_seen_where_there_is_room_and_a_mark_where_there_is_not(
    field: TitleField, text: str
) -> None:
    field.setText(text)
    field.setFixedWidth(field.sizeHint().width())
    assert field.shown_text() == text
    field.setText(text * 40)
    assert field.shown_text().endswith("…")
    assert text.startswith(field.shown_text()[0])


def test_under_the_pointer_it_shows_that_it_can_be_changed(field: TitleField) -> None:
    field.setText("Night Drives")
    field.clearFocus()
    field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    before = field.grab().toImage()
    enter = QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5))
    QApplication.sendEvent(field, enter)
    field.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert field.grab().toImage() != before


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_who_has_finished_has_left_it(field: TitleField, key: Qt.Key) -> None:
    field.setFocus()
    QTest.keyClicks(field, "Night")
    QTest.keyClick(field, key)
    assert not field.hasFocus()
    assert field.text() == "Night"
    assert field.cursorPosition() == 0


def test_where_there_is_no_room_its_beginning_is_seen(field: TitleField) -> None:
    field.clearFocus()
    field.setText("Night Drives " * 20)
    assert field.cursorPosition() == 0
    field.window().resize(200, 100)
    assert field.cursorPosition() == 0
    field.setFocus()
    field.end(False)
    QTest.keyClicks(field, "xy")
    assert field.text().endswith("xy")
