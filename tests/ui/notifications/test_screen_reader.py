"""What a screen reader is told."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.notifications.screen_reader import announce


@pytest.mark.parametrize("active", [True, False])
def test_it_is_said_where_somebody_listens(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, active: bool
) -> None:
    said: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        assert event.type() is QAccessible.Event.Announcement
        said.append(event.message())  # type: ignore[attr-defined]  # an announcement has one

    monkeypatch.setattr(QAccessible, "isActive", lambda: active)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    window = QWidget()
    qtbot.addWidget(window)
    announce(window, "Six songs uploaded.")
    assert said == (["Six songs uploaded."] if active else [])
