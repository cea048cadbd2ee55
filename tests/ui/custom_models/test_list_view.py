"""The keys of the list of models."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models.list_view import ModelListView


@pytest.fixture
def view(qtbot: QtBot) -> ModelListView:
    view = ModelListView()
    model = QStringListModel(["one", "two"], view)
    view.setModel(model)
    qtbot.addWidget(view)
    view.show()
    return view


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_a_key_is_handed_on(view: ModelListView, key: Qt.Key) -> None:
    wanted = QSignalSpy(view.key_wanted)
    QTest.keyClick(view, key)
    assert [wanted.at(at) for at in range(wanted.count())] == [[key]]


def test_others_are_its_own(view: ModelListView) -> None:
    view.setCurrentIndex(view.model().index(0, 0))
    wanted = QSignalSpy(view.key_wanted)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    assert wanted.count() == 0


def test_it_knows_who_uses_keys(view: ModelListView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.by_keyboard
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton)
    assert not view.by_keyboard
