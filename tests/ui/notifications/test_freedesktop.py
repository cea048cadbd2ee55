"""The desktop's notifications, without a bus; tests/e2e/test_notifications.py tries them on a real one."""

import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusMessage
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

if sys.platform != "linux":
    pytest.skip("only Linux has a session bus", allow_module_level=True)

from mountsea_desktop.ui.notifications.freedesktop import FreedesktopNotifications, _Note


@pytest.fixture
def notifications(qtbot: QtBot) -> Iterator[FreedesktopNotifications]:  # noqa: ARG001 - an application
    parent = QObject()
    yield FreedesktopNotifications(parent)
    del parent


def heard(spy: QSignalSpy) -> list[list[object]]:
    return [spy.at(i) for i in range(spy.count())]


def test_without_a_bus_nothing_is_shown_and_that_is_told(notifications: FreedesktopNotifications) -> None:
    refused = QSignalSpy(notifications.refused)
    notifications.show("Ready", "model1", "song2")
    assert heard(refused) == [["Ready", "model1", "song2"]]
    notifications.close()


def test_a_click_leads_back_once_and_with_leave_to_come_to_the_front(
    notifications: FreedesktopNotifications,
) -> None:
    clicked = QSignalSpy(notifications.clicked)
    leave: list[str | None] = []
    notifications.clicked.connect(lambda *_: leave.append(os.environ.get("XDG_ACTIVATION_TOKEN")))
    notifications._shown = {2**31: _Note("Ready", "model1", "song2")}
    notifications._trusted(7, "another's")
    notifications._acted(7, "default")
    notifications._trusted(2**31, "ours")
    notifications._acted(2**31, "default")
    notifications._acted(2**31, "default")
    assert heard(clicked) == [["model1", "song2"]]
    assert leave == ["ours"]
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_what_was_closed_is_forgotten(notifications: FreedesktopNotifications) -> None:
    clicked = QSignalSpy(notifications.clicked)
    notifications._shown = {n: _Note("Ready", "model1", "song2") for n in (1, 2)}
    notifications._closed(1, 2)
    notifications._acted(1, "default")
    notifications._forget()
    notifications._acted(2, "default")
    assert heard(clicked) == []


def test_what_was_closed_before_its_number_was_known_is_forgotten_too(
    notifications: FreedesktopNotifications,
) -> None:
    """On a busy computer the answer is looked at after the signal that came behind it."""
    note = _Note("Ready", "model1", "song2")
    notifications._is_asking = True
    notifications._closed(7, 2)
    answer = QDBusMessage.createMethodCall("a.b", "/c", "d.e", "Notify").createReply()
    answer.setArguments([7])
    notifications._notified(note, answer)
    assert notifications._shown == {}
    notifications._is_asking = True
    notifications._notified(note, answer)  # a service may give the number again
    assert notifications._shown == {7: note}
