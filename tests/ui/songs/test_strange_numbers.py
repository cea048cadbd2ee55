"""No number, however strange, ends the program while it paints: an exception there cannot be caught."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui.songs.delegate import SongDelegate
from mountsea_desktop.ui.songs.table_model import (
    ACTION_ROLE,
    PROGRESS_ROLE,
    SONG_ROLE,
    SORT_ROLE,
    Column,
    SongTableModel,
)
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import song

STRANGE = [math.inf, -math.inf, math.nan, 1e300, -1e300, 2.0**63, -1.0]
ROLES = [*Qt.ItemDataRole, SONG_ROLE, ACTION_ROLE, PROGRESS_ROLE, SORT_ROLE]


def strange_table(number: float, now: float = 1_000.0) -> SongTableModel:
    """A row in each state whose every number is this one."""
    facts = {key: str(number) for key in FactKey}
    table = SongTableModel(Icons(), lambda: now)
    table.show(
        song(
            state, number=position, since=number, duration=number, expires_at=number,
            problem=Problem(JobFault.CHARGED, facts),
        )
        for position, state in enumerate(SongState, 1)
    )  # fmt: skip
    return table


@pytest.mark.parametrize("number", STRANGE)
def test_every_cell_answers_every_question(number: float) -> None:
    for table in (strange_table(number), strange_table(1_000.0, now=number)):
        for row in range(table.rowCount()):
            for column in Column:
                for role in ROLES:
                    table.data(table.index(row, column), int(role))
        table.tick()
        assert all(0 <= share <= 1 for share in table.shares())


@pytest.mark.parametrize("number", STRANGE)
def test_every_row_is_painted(qtbot: QtBot, number: float) -> None:
    view = SongView(strange_table(number))
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    delegate = SongDelegate(view, Icons(), view.take_link)
    pixmap = QPixmap(900, 60)
    option = QStyleOptionViewItem()
    view.initViewItemOption(option)
    option.rect = pixmap.rect()
    painter = QPainter(pixmap)
    for row in range(view.model().rowCount()):
        for column in Column:
            delegate.paint(painter, option, view.model().index(row, column))
    painter.end()
    with capture_exceptions() as raised:
        view.grab()
    assert not raised
