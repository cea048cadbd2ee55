"""A page is shown whole while there is room, and scrolls when there is none, also by keyboard."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.widgets.scrolled import Scrolled


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


def test_the_keyboard_stops_there_only_while_it_scrolls(
    scrolled: Scrolled, words: QLabel, qtbot: QtBot
) -> None:
    assert scrolled.focusPolicy() is Qt.FocusPolicy.NoFocus
    words.setText("many words " * 200)
    settle()
    assert scrolled.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: scrolled.focusPolicy() is Qt.FocusPolicy.TabFocus)
    words.setText("few words")
    settle()
    qtbot.waitUntil(lambda: scrolled.focusPolicy() is Qt.FocusPolicy.NoFocus)


def test_who_shows_it_hears_that_the_page_grew(around: QWidget, words: QLabel) -> None:
    before = around.heightForWidth(300)
    words.setText("many words " * 100)
    settle()
    assert around.heightForWidth(300) > before


def test_nothing_comes_or_goes_for_a_screen_reader(
    around: QWidget, scrolled: Scrolled, page: QWidget, qtbot: QtBot
) -> None:
    """Qt's accessibility ends the program when a scroll bar does."""
    told = QAccessible.queryAccessibleInterface(scrolled)
    view, whole = scrolled.viewport(), scrolled.size()
    assert view.size() == whole
    assert told.childCount() == 1
    page.setMinimumSize(2_000, 2_000)
    qtbot.waitUntil(lambda: view.width() < whole.width() and view.height() < whole.height())
    assert told.childCount() == 1
    around.hide()
    assert told.childCount() == 1
    around.show()
    page.setMinimumSize(0, 0)
    qtbot.waitUntil(lambda: view.size() == whole)
    assert told.childCount() == 1


def bars(scrolled: Scrolled) -> dict[Qt.Orientation, QScrollBar]:
    """The scroll bars that are seen."""
    return {bar.orientation(): bar for bar in scrolled.findChildren(QScrollBar) if bar.isVisible()}


@pytest.mark.parametrize("writing", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_what_is_larger_than_the_area_can_be_scrolled_to(
    scrolled: Scrolled, page: QWidget, qtbot: QtBot, writing: Qt.LayoutDirection
) -> None:
    scrolled.setLayoutDirection(writing)
    assert not bars(scrolled)
    page.setMinimumSize(2_000, 1_000)
    qtbot.waitUntil(lambda: len(bars(scrolled)) == 2)
    upright, level = bars(scrolled)[Qt.Orientation.Vertical], bars(scrolled)[Qt.Orientation.Horizontal]
    view = scrolled.viewport()
    qtbot.waitUntil(lambda: level.maximum() == 2_000 - view.width())
    assert (level.pageStep(), upright.pageStep()) == (view.width(), view.height())
    ends = {page.x()}
    level.setValue(level.maximum() - level.value())
    assert ends | {page.x()} == {0, view.width() - 2_000}
    assert (upright.x() < view.x()) is (writing is Qt.LayoutDirection.RightToLeft)
    scrolled.verticalScrollBar().setValue(100)
    assert upright.value() == 100
    for bar in (upright, level):
        assert scrolled.rect().contains(bar.geometry())
        assert not bar.geometry().intersects(view.geometry())
    assert not upright.geometry().intersects(level.geometry())


def test_what_gets_the_keyboard_from_beside_the_page_is_seen(
    around: QWidget, scrolled: Scrolled, page: QWidget, qtbot: QtBot
) -> None:
    """As from a dialog's buttons below its page, backwards."""
    below, last = QPushButton("Cancel", around), QPushButton("last", page)
    page.setMinimumHeight(1_000)
    last.move(10, 900)
    for button in (below, last):
        button.show()
    around.activateWindow()
    below.setFocus()
    qtbot.waitUntil(lambda: scrolled.verticalScrollBar().maximum() > 0 and below.hasFocus())
    assert last.visibleRegion().isEmpty()
    last.setFocus(Qt.FocusReason.BacktabFocusReason)
    assert last.visibleRegion().boundingRect() == last.rect()
