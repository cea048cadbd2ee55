import os
import time
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.ui.dialogs.credits import CreditsDialog, lines_of
from mountsea_desktop.workflow.prices import ModelCost, SpendingHistory, Spent
from tests.fakes.window import themed

DAY = 86_400.0
NOON = 1_700_000_000.0


def entry(path: str, spent: str, at: float = NOON) -> Entry:
    return Entry(id=f"{path}{spent}{at}", path=f"/suno/v2/{path}", spent=Decimal(spent), at=at)


def test_lines_are_by_day_and_kind_and_add_up() -> None:
    lines = lines_of(
        [
            entry("customModel/upload", "5.5"),
            entry("customModel/upload", "4.5"),
            entry("generate", "10", NOON + DAY),
            entry("customModel/create", "100", NOON + DAY),
            entry("customModel/create", "-100", NOON + DAY),
            entry("lyrics", "1"),
            entry("customModel/upload", "0", NOON - DAY),
        ]
    )
    assert [(line.kind, line.count, int(line.credits)) for line in lines] == [
        (Spent.CREATE, 1, 0),
        (Spent.SONG, 1, 10),
        (Spent.UPLOAD, 2, 10),
        (Spent.OTHER, 1, 1),
    ]
    assert lines[0].day == lines[1].day > lines[2].day == lines[3].day


@pytest.fixture
def _in_the_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Where a day begins before it does in Greenwich."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(os.name == "nt", reason="the zone cannot be set for one process")
@pytest.mark.usefixtures("_in_the_east")
def test_a_day_that_no_calendar_has_is_the_last_one() -> None:
    assert [line.day.year for line in lines_of([entry("generate", "1", 253_402_300_799.0)])] == [9999]


def opened(app: QApplication, parent: QWidget) -> CreditsDialog:
    themed(app)
    return CreditsDialog(parent, "Night drive")


def test_what_may_be_incomplete_is_said_to_be(qapp: QApplication) -> None:
    parent = QWidget()
    dialog = opened(qapp, parent)
    history = SpendingHistory((entry("generate", "7.25"),), complete=False, balance=Decimal("92.75"))
    dialog.show_history(history, ModelCost({Spent.SONG: Decimal("7.25")}, is_all=False))
    assert dialog._balance.text() == "92.75 credits"
    assert "shows a part" in dialog._text.text()
    assert "at least 7.25 credits: songs 7.25" in dialog._model_cost.text()
    parent.deleteLater()


def test_a_model_that_cost_nothing_is_not_spoken_of(qapp: QApplication) -> None:
    parent = QWidget()
    dialog = opened(qapp, parent)
    dialog.show_history(SpendingHistory(), ModelCost({Spent.SONG: Decimal(0)}, is_all=True))
    assert dialog._model_cost.isHidden()
    assert dialog.table.isHidden()
    assert dialog._balance.text() == "Your balance is not known"
    parent.deleteLater()
