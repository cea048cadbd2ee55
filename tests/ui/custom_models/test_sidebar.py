"""The models at the side: newest first, named with their state, and the chosen one stays chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models.delegate import STATE
from mountsea_desktop.ui.custom_models.sidebar import ModelListModel, ModelSidebar
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.model import ModelState
from tests.fakes.window import model, press


@pytest.fixture
def table(qtbot: QtBot, qtmodeltester: ModelTester) -> ModelListModel:  # noqa: ARG001 - icons need the application
    table = ModelListModel(
        Icons(), lambda model_id: ModelState.READY if model_id == "model1" else ModelState.DRAFT
    )
    qtmodeltester.check(table)  # type: ignore[no-untyped-call]  # the plugin has no types
    return table


@pytest.fixture
def side(qtbot: QtBot, table: ModelListModel) -> ModelSidebar:
    side = ModelSidebar(table, Icons())
    qtbot.addWidget(side)
    side.resize(240, 500)
    side.show()
    table.show([model(number=1), model(number=2), model(number=3)])
    side.choose("model2")
    return side


def names(table: ModelListModel) -> list[str]:
    return [table.index(row).data() for row in range(table.rowCount())]


def test_the_newest_stands_first_with_its_state(side: ModelSidebar, table: ModelListModel) -> None:
    assert side.list.accessibleName() == "Models"
    assert names(table) == ["Model 3", "Model 2", "Model 1"]
    last = table.index(2)
    assert last.data(STATE) == "Ready"
    assert last.data(Qt.ItemDataRole.AccessibleTextRole) == "Model 1: Ready"
    assert table.row_of("model1") == 2
    assert table.row_of("nobody") == -1


def test_an_archived_model_is_not_taken_for_another(side: ModelSidebar, table: ModelListModel) -> None:  # noqa: ARG001 - shown
    table.show([model(number=1, archived=True), model(number=2)])
    assert [table.index(row).data(STATE) for row in (0, 1)] == ["Collecting songs", "Ready · archived"]


def test_news_of_the_same_models_resets_nothing(side: ModelSidebar, table: ModelListModel) -> None:  # noqa: ARG001 - shown
    reset, changed = QSignalSpy(table.modelReset), QSignalSpy(table.dataChanged)
    table.show([model(number=1), model(number=2, name="Renamed"), model(number=3)])
    assert (reset.count(), changed.count()) == (0, 1)
    assert names(table)[1] == "Renamed"


def test_another_model_leaves_the_chosen_one_chosen(side: ModelSidebar, table: ModelListModel) -> None:
    chosen = QSignalSpy(side.chosen)
    table.show([model(number=number) for number in range(1, 5)])
    assert table.id_at(side.list.currentIndex()) == "model2"
    assert chosen.count() == 0


def test_choosing_one_is_told_once(side: ModelSidebar, table: ModelListModel) -> None:
    chosen = QSignalSpy(side.chosen)
    side.list.setCurrentIndex(table.index(0))
    side.choose("model3")
    assert [chosen.at(i) for i in range(chosen.count())] == [["model3"]]


def test_new_models_and_menus_are_wishes(side: ModelSidebar, table: ModelListModel) -> None:
    new, menu = QSignalSpy(side.new_wanted), QSignalSpy(side.menu_wanted)
    press(side.new)
    assert new.count() == 1
    side.list.customContextMenuRequested.emit(side.list.visualRect(table.index(2)).center())
    side.list.customContextMenuRequested.emit(QPoint(5, 490))  # below the last one
    assert menu.count() == 1
    assert menu.at(0)[0] == "model1"


def test_a_model_that_waits_for_somebody_says_so(qtbot: QtBot) -> None:  # noqa: ARG001 - icons need the application
    table = ModelListModel(Icons(), lambda _model_id: ModelState.DRAFT, lambda model_id: model_id == "model1")
    table.show([model(number=1), model(number=2)])
    assert [table.index(row).data(STATE) for row in range(2)] == ["Collecting songs", "Needs attention"]
    assert table.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Model 1: Needs attention"
    icons = [table.index(row).data(Qt.ItemDataRole.DecorationRole).pixmap(24).toImage() for row in range(2)]
    assert icons[0] != icons[1]
