"""A page is shown whole while there is room, and scrolls when there is none, also by keyboard."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.scrolled import Scrolled


@pytest.fixture
def words() -> QLabel:
    return QLabel("one line of words that may break", wordWrap=True)


@pytest.fixture
def page(words: QLabel) -> QWidget:
    page = QWidget()
    QVBoxLayout(page).addWidget(words)
    return page


@pytest.fixture
def around(qtbot: QtBot, page: QWidget) -> QWidget:
    around = QWidget()
    qtbot.addWidget(around)
    QVBoxLayout(around).addWidget(Scrolled(page))
    around.resize(300, 200)
    around.show()
    return around


@pytest.fixture
def scrolled(around: QWidget) -> Scrolled:
    scrolled = around.findChild(Scrolled)
    assert scrolled is not None
    return scrolled


def settle() -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def test_it_wants_what_the_page_wants(scrolled: Scrolled, page: QWidget) -> None:
    assert scrolled.sizeHint() == page.sizeHint()
    assert scrolled.heightForWidth(100) == page.heightForWidth(100) > page.heightForWidth(500)
    assert scrolled.minimumSizeHint().height() < 200


def test_the_keyboard_stops_there_only_while_it_scrolls(scrolled: Scrolled, words: QLabel) -> None:
    assert scrolled.focusPolicy() is Qt.FocusPolicy.NoFocus
    words.setText("many words " * 200)
    settle()
    assert scrolled.verticalScrollBar().maximum() > 0
    assert scrolled.focusPolicy() is Qt.FocusPolicy.TabFocus
    words.setText("few words")
    settle()
    assert scrolled.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_who_shows_it_hears_that_the_page_grew(around: QWidget, words: QLabel) -> None:
    before = around.heightForWidth(300)
    words.setText("many words " * 100)
    settle()
    assert around.heightForWidth(300) > before


def test_a_screen_reader_never_asks_for_a_bar_that_is_gone(scrolled: Scrolled, words: QLabel) -> None:
    parts = QAccessible.queryAccessibleInterface(scrolled)
    assert parts is not None
    before = parts.childCount()
    words.setText("many words " * 200)
    settle()
    assert scrolled.verticalScrollBar().isVisible()
    assert parts.childCount() == before == 1
