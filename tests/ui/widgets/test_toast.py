"""A message about what has just happened, with a way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.widgets.toast import Toast
from tests.fakes.window import press


@pytest.fixture
def toast(qtbot: QtBot) -> Toast:
    window = QWidget()
    toast = Toast(Icons(), window)
    QApplication.setDoubleClickInterval(0)
    qtbot.addWidget(window, before_close_func=lambda _window: None)
    window.show()
    toast._window = window  # type: ignore[attr-defined]  # kept alive with it
    return toast


def test_a_message_goes_by_itself_and_takes_its_way_back_with_it(toast: Toast, qtbot: QtBot) -> None:
    undone: list[bool] = []
    toast.say("2 songs removed", button="Undo", do=lambda: undone.append(True))
    assert toast.isVisible()
    press(toast.button)
    assert undone == [True]
    assert not toast.isVisible()
    toast.say("3 songs added")
    toast._timer.setInterval(0)
    toast._timer.start()
    qtbot.waitUntil(lambda: not toast.isVisible())
    assert undone == [True]


@pytest.mark.parametrize("is_covered", [False, True])
def test_what_is_no_longer_so_is_taken_back(toast: Toast, is_covered: bool) -> None:
    toast.say("1 song may be lost", tone="warning")
    if is_covered:
        toast.say("1 song found")
    toast.take_back("1 song may be lost")
    assert toast.isVisible() is is_covered
    toast.dismiss()
    assert not toast.isVisible()


def test_an_old_way_back_is_not_offered_with_a_new_message(toast: Toast) -> None:
    undone: list[bool] = []
    toast.say("2 songs removed", button="Undo", do=lambda: undone.append(True))
    toast.say("Something else")
    assert toast.button.text() == "Close"
    press(toast.button)
    assert not undone


def test_what_is_wrong_stays(toast: Toast) -> None:
    toast.say("3 songs added")
    toast.say("That was not done", tone="danger")
    assert not toast._timer.isActive()
    assert toast.isVisible()


def test_what_is_wrong_comes_back_after_something_that_passes(toast: Toast) -> None:
    toast.say("The record was damaged", tone="warning")
    toast.say("6 songs added", button="Undo", do=lambda: None)
    toast._timer.timeout.emit()
    assert toast.label.text() == "The record was damaged"
    assert toast.property("tone") == "warning"
    toast.say("7 songs added")
    toast.button.click()
    assert toast.label.text() == "The record was damaged"
    toast.button.click()
    assert not toast.isVisible()


def test_who_takes_something_back_has_seen_what_was_wrong_before(toast: Toast) -> None:
    toast.say("A .wav cannot be added", tone="warning")
    toast.say("6 songs added", button="Undo", do=lambda: None)
    toast.button.click()
    assert not toast.isVisible()


def test_the_second_press_of_a_double_click_is_not_meant_for_what_has_just_come(toast: Toast) -> None:
    undone: list[bool] = []
    QApplication.setDoubleClickInterval(60_000)
    toast.say("6 songs added", button="Undo", do=lambda: undone.append(True))
    QTest.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert toast.isVisible()
    assert not undone
    QApplication.setDoubleClickInterval(0)
    press(toast.button)
    assert undone == [True]


def test_keys_may_press_at_once(toast: Toast) -> None:
    QApplication.setDoubleClickInterval(60_000)
    toast.say("6 songs added", button="Undo", do=lambda: None)
    QTest.keyClick(toast.button, Qt.Key.Key_Space)
    assert not toast.isVisible()


def test_an_offer_is_withdrawn_and_a_plain_message_is_not(toast: Toast) -> None:
    undone: list[bool] = []
    toast.say("6 songs added", button="Undo", do=lambda: undone.append(True))
    toast.withdraw_offer()
    assert not toast.isVisible()
    assert not undone
    toast.say("Something happened")
    toast.withdraw_offer()
    assert toast.isVisible()


def test_it_lies_over_the_foot_of_what_is_below_as_wide_as_its_words(toast: Toast) -> None:
    toast.window().resize(1_000, 400)
    toast.say("6 songs added.", button="Undo", do=lambda: None)
    assert toast.geometry().bottom() == toast.window().height() - 1 - 16
    assert toast.width() < 400
    assert toast.geometry().center().x() == pytest.approx(500, abs=2)
    toast.say("words " * 100, tone="warning")
    assert toast.label.wordWrap()
    assert toast.width() == 640
    assert toast.label.heightForWidth(toast.label.width()) <= toast.label.height()
    toast.window().resize(500, 300)
    assert toast.geometry().bottom() == 300 - 1 - 16
    assert toast.width() <= 500 - 32


def test_the_keyboard_does_not_get_lost_with_the_button(toast: Toast) -> None:
    left = QSignalSpy(toast.left)
    toast.say("6 songs added", button="Undo", do=lambda: None)
    toast.button.click()
    assert left.count() == 0
    toast.say("6 songs added", button="Undo", do=lambda: None)
    toast.window().activateWindow()
    toast.button.setFocus()
    toast.button.click()
    assert left.count() == 1


def test_an_offer_can_be_closed_without_taking_it(toast: Toast) -> None:
    undone: list[bool] = []
    left = QSignalSpy(toast.left)
    toast.say("6 songs added", button="Undo", do=lambda: undone.append(True))
    toast.window().activateWindow()
    toast.close_button.setFocus()
    press(toast.close_button)
    assert not toast.isVisible()
    assert not undone
    assert left.count() == 1
    toast.say("Something else")
    assert not toast.close_button.isVisible()  # its only button says "Close" in words


def test_what_is_wrong_is_not_withdrawn_with_an_offer(toast: Toast) -> None:
    toast.say("Your token stands where a name belongs", tone="warning", button="Connect", do=lambda: None)
    toast.withdraw_offer()
    assert toast.isVisible()
