"""The button that spends says its price, and beside it stands why it cannot be pressed yet."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.custom_models.create_bar import CreateBar
from mountsea_desktop.ui.theme.icons import Icons
from tests.fakes.window import press


@pytest.fixture
def bar(qtbot: QtBot) -> CreateBar:
    bar = CreateBar(Icons(), QWidget())
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_the_button_names_the_price(bar: CreateBar) -> None:
    assert bar.button.text() == "Create model · 100 credits"


def test_the_reason_is_seen_and_heard_while_it_cannot_be_pressed(bar: CreateBar) -> None:
    bar.set_reason("Add 2 more songs.", can_create=False)
    assert not bar.button.isEnabled()
    assert bar.reason.text() == bar.button.accessibleDescription() == "Add 2 more songs."
    assert bar.reason.isVisible()


def test_it_can_be_pressed_when_it_can(bar: CreateBar) -> None:
    wanted = QSignalSpy(bar.create_wanted)
    bar.set_reason("All set.", can_create=True)
    press(bar.button)
    assert wanted.count() == 1
    assert bar.property("tone") == "success"


def test_a_press_that_came_to_nothing_looks_so_and_can_be_repeated(bar: CreateBar) -> None:
    bar.set_reason("The model was not created.", can_create=True, wrong=True)
    assert (bar.property("kind"), bar.property("tone")) == ("banner", "danger")
    assert bar.button.isEnabled()
    assert not bar.start_over.isVisible()


def test_starting_over_is_offered_where_nothing_else_helps(bar: CreateBar) -> None:
    wanted = QSignalSpy(bar.start_over_wanted)
    bar.set_reason("Mountsea no longer knows these uploads.", can_create=False, dead=True)
    press(bar.start_over)
    assert wanted.count() == 1


def test_advice_stands_quietly_below(bar: CreateBar) -> None:
    bar.set_reason("All set.", "More are better.", can_create=True)
    assert bar._advice.text() == "More are better."
    assert bar._advice.property("kind") == "muted"
    bar.set_reason("All set.", can_create=True)
    assert not bar._advice.isVisible()


def test_what_is_said_moves_neither_the_button_nor_the_bar(bar: CreateBar) -> None:
    bar.resize(900, bar.sizeHint().height())
    bar.set_reason("Add 2 more songs.", can_create=False)
    before = bar.sizeHint().height(), bar.button.geometry()
    bar.set_reason("All set.", "More are better.", can_create=True)
    assert (bar.sizeHint().height(), bar.button.geometry()) == before
    assert bar._title.isVisible()
    bar.set_reason("All set.", "You have 95 credits.", can_create=True, short=True)
    assert bar.add_credits.isVisible()
    assert (bar.sizeHint().height(), bar.button.geometry()) == before
