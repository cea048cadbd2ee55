"""Rows for models: newest first, each with its state."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models.list_model import STATE, ModelListModel
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.model import ModelState
from tests.fakes.window import model


@pytest.fixture
def model_list(qtbot: QtBot, qtmodeltester: ModelTester) -> ModelListModel:  # noqa: ARG001 - icons need the application
    model_list = ModelListModel(
        Icons(), lambda model_id: ModelState.READY if model_id == "model1" else ModelState.DRAFT
    )
    qtmodeltester.check(model_list)  # type: ignore[no-untyped-call]  # the plugin has no types
    return model_list


def names(model_list: ModelListModel) -> list[str]:
    return [model_list.index(row).data() for row in range(model_list.rowCount())]


def test_an_archived_model_is_not_taken_for_another(model_list: ModelListModel) -> None:
    model_list.show([model(number=1, archived=True), model(number=2)])
    assert [model_list.index(row).data(STATE) for row in (0, 1)] == ["Collecting songs", "Ready · archived"]


def test_news_of_the_same_models_resets_nothing(model_list: ModelListModel) -> None:
    model_list.show([model(number=1), model(number=2), model(number=3)])
    reset, changed = QSignalSpy(model_list.modelReset), QSignalSpy(model_list.dataChanged)
    model_list.show([model(number=1), model(number=2, name="Renamed"), model(number=3)])
    assert (reset.count(), changed.count()) == (0, 1)
    assert names(model_list)[1] == "Renamed"


def test_a_model_that_waits_for_somebody_says_so(qtbot: QtBot) -> None:  # noqa: ARG001 - icons need the application
    rows = ModelListModel(Icons(), lambda _model_id: ModelState.DRAFT, lambda model_id: model_id == "model1")
    rows.show([model(number=1), model(number=2)])
    assert [rows.index(row).data(STATE) for row in range(2)] == ["Collecting songs", "Needs attention"]
    assert rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Model 1: Needs attention"
    icons = [rows.index(row).data(Qt.ItemDataRole.DecorationRole).pixmap(24).toImage() for row in range(2)]
    assert icons[0] != icons[1]
