"""The models at the side: newest first, named with their state, and the chosen one stays chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models.list_model import STATE, ModelListModel
from mountsea_desktop.ui.custom_models.sidebar import ModelSidebar
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.model import ModelState
from tests.fakes.window import model, press


@pytest.fixture
def model_list(qtbot: QtBot, qtmodeltester: ModelTester) -> ModelListModel:  # noqa: ARG001 - icons need the application
    model_list = ModelListModel(
        Icons(), lambda model_id: ModelState.READY if model_id == "model1" else ModelState.DRAFT
    )
    qtmodeltester.check(model_list)  # type: ignore[no-untyped-call]  # the plugin has no types
    return model_list


@pytest.fixture
def sidebar(qtbot: QtBot, model_list: ModelListModel) -> ModelSidebar:
    sidebar = ModelSidebar(model_list, Icons())
    qtbot.addWidget(sidebar)
    sidebar.resize(240, 500)
    sidebar.show()
    model_list.show([model(number=1), model(number=2), model(number=3)])
    sidebar.choose("model2")
    return sidebar


def names(model_list: ModelListModel) -> list[str]:
    return [model_list.index(row).data() for row in range(model_list.rowCount())]


def test_the_newest_stands_first_with_its_state(sidebar: ModelSidebar, model_list: ModelListModel) -> None:
    assert sidebar.list.accessibleName() == "Models"
    assert names(model_list) == ["Model 3", "Model 2", "Model 1"]
    last = model_list.index(2)
    assert last.data(STATE) == "Ready"
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Model 1: Ready"
    assert model_list.row_of("model1") == 2
    assert model_list.row_of("nobody") == -1


def test_a_new_model_leaves_the_chosen_one_chosen(sidebar: ModelSidebar, model_list: ModelListModel) -> None:
    chosen = QSignalSpy(sidebar.chosen)
    model_list.show([model(number=number) for number in range(1, 5)])
    assert model_list.id_at(sidebar.list.currentIndex()) == "model2"
    assert chosen.count() == 0


def test_choosing_one_is_told_once(sidebar: ModelSidebar, model_list: ModelListModel) -> None:
    chosen = QSignalSpy(sidebar.chosen)
    sidebar.list.setCurrentIndex(model_list.index(0))
    sidebar.choose("model3")
    assert [chosen.at(i) for i in range(chosen.count())] == [["model3"]]


def test_new_models_and_menus_are_wishes(sidebar: ModelSidebar, model_list: ModelListModel) -> None:
    new, menu = QSignalSpy(sidebar.new_wanted), QSignalSpy(sidebar.menu_wanted)
    press(sidebar.new)
    assert new.count() == 1
    sidebar.list.customContextMenuRequested.emit(sidebar.list.visualRect(model_list.index(2)).center())
    sidebar.list.customContextMenuRequested.emit(QPoint(5, 490))  # below the last one
    assert menu.count() == 1
    assert menu.at(0)[0] == "model1"


def test_a_double_click_renames_as_everywhere(sidebar: ModelSidebar, model_list: ModelListModel) -> None:
    wanted = QSignalSpy(sidebar.rename_wanted)
    spot = sidebar.list.visualRect(model_list.index(2)).center()
    QTest.mouseClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wanted.at(0) == ["model1"]
