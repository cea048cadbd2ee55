"""A notification for who looks elsewhere; a click leads back."""

import sys

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.notifications.notifier import Notifier


class Told:
    """What the system was asked to show."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, tray: bool = True) -> None:
        self.messages: list[str] = []
        self.alerts = 0
        monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: tray)
        monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
        monkeypatch.setattr(
            QSystemTrayIcon, "showMessage", lambda _icon, _title, text, *_: self.messages.append(text)
        )
        monkeypatch.setattr(QApplication, "alert", lambda _window: self._alert())

    def _alert(self) -> None:
        self.alerts += 1


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    window = QWidget()
    monkeypatch.setattr(window, "isActiveWindow", lambda: False)
    qtbot.addWidget(window)
    return window


@pytest.mark.parametrize("platform", ["win32", "linux"])  # where the tests run, Linux has no session bus
def test_who_looks_elsewhere_is_told_and_led_back(
    window: QWidget, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    told, notifier = Told(monkeypatch), Notifier(window)
    followed = QSignalSpy(notifier.followed)
    notifier.notify("Ready", "model1", "song2")
    assert told.messages == ["Ready"]
    assert told.alerts == 1
    assert notifier._tray is not None
    notifier._tray.messageClicked.emit()
    assert [followed.at(i) for i in range(followed.count())] == [["model1", "song2"]]
    notifier.close()


def test_who_looks_is_left_in_peace(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    told, notifier = Told(monkeypatch), Notifier(window)
    monkeypatch.setattr(window, "isActiveWindow", lambda: True)
    notifier.notify("Ready", "model1")
    assert (told.messages, told.alerts) == ([], 0)


def test_who_does_not_want_them_gets_none(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    told, notifier = Told(monkeypatch), Notifier(window)
    notifier.wanted = False
    notifier.notify("Ready", "model1")
    assert (told.messages, told.alerts) == ([], 0)


def test_without_a_tray_the_window_asks_for_attention(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    told, notifier = Told(monkeypatch, tray=False), Notifier(window)
    notifier.notify("Ready", "model1")
    assert (told.messages, told.alerts) == ([], 1)
    notifier.close()


def test_the_icon_is_marked_with_what_is_under_way(
    window: QWidget, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    badges: list[int] = []
    monkeypatch.setattr(type(qapp), "setBadgeNumber", lambda _app, number: badges.append(number))
    notifier = Notifier(window)
    notifier.set_badge(4)
    notifier.close()
    assert badges == [4, 0]
