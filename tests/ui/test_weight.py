"""What a change costs, counted and not timed: so that nothing becomes slow unnoticed."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QHeaderView

from mountsea_desktop.options import Options
from mountsea_desktop.ui.app.autoplay import Autoplay
from mountsea_desktop.ui.songs.table_model import SongTableModel
from mountsea_desktop.ui.songs.view import SongView
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import profile, running, song, until

ROWS = 2_000
MOST_ASKED = 400
"""Calls of `data` for one change: every role of the rows on screen at most, however many there are."""


def test_a_change_of_state_costs_what_is_on_screen_and_no_more(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert qapp is not None
    asked: list[int] = []
    data = SongTableModel.data

    def counted(table: SongTableModel, index: Any, *role: Any) -> Any:
        asked.append(index.row())
        return data(table, index, *role)

    monkeypatch.setattr(SongTableModel, "data", counted)
    table = SongTableModel(Icons(), lambda: 0.0)
    view = SongView(table)
    table.show([song(number=number) for number in range(ROWS)])
    view.resize(800, 400)
    view.show()
    for _ in range(3):
        QCoreApplication.processEvents()
    asked.clear()
    table.put([song(SongState.QUEUED, number=3)])
    for _ in range(3):
        QCoreApplication.processEvents()
    assert 0 < len(asked) < MOST_ASKED
    view.deleteLater()


def test_no_column_and_no_row_measures_what_is_in_it(qapp: QApplication) -> None:
    assert qapp is not None
    view = SongView(SongTableModel(Icons(), lambda: 0.0))
    for header in (view.horizontalHeader(), view.verticalHeader()):
        modes = {header.sectionResizeMode(number) for number in range(max(header.count(), 1))}
        assert QHeaderView.ResizeMode.ResizeToContents not in modes
    view.deleteLater()


async def test_no_timer_lives_while_nothing_happens(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path), options=Options(demo=True, language="en")) as run:
        player = Autoplay(run.window, run.program.job, run.app_run.events, lambda _text: None)
        assert await player.play(None) == 0

        def ticking() -> list[QTimer]:
            timers = [*run.window.findChildren(QTimer), *run.app_run.events.findChildren(QTimer)]
            return [timer for timer in timers if timer.isActive()]

        await until(lambda: not ticking(), "rest")
