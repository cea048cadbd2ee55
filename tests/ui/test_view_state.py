"""What is shown is what was told: also before the job is open, and while the disk is slow."""

import asyncio
import time
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.custom_models.list_model import STATE
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.workflow.events import ModelSaved, SongRemoved, SongSaved
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, at, model, profile, running, six, song, until


def test_before_the_job_is_open() -> None:
    state = ViewState()
    assert abs(state.now() - time.time()) < 60
    assert state.monotonic() == 0.0
    assert state.models() == []


def test_it_begins_with_what_the_journal_held_and_goes_on_with_what_is_told() -> None:
    state = ViewState()
    job = SimpleNamespace(
        models=lambda: [model(number=2), model()],
        songs=lambda id_: six()[: id_ == "model1"],
        generations=SimpleNamespace(all=list),
    )
    clock = SimpleNamespace(now=lambda: 5.0, monotonic=lambda: 7.0)
    state.fill(cast("Any", job), cast("Any", clock))
    assert (state.now(), state.monotonic()) == (5.0, 7.0)
    assert [known.id for known in state.models()] == ["model1", "model2"]
    assert state.counts("model1").total == 1
    assert state.model_state("model1") is ModelState.DRAFT
    state.apply([SongSaved(one) for one in six(SongState.UPLOADED)])
    assert state.model_state("model1") is ModelState.CAN_BE_CREATED
    state.confirming = "model1"
    assert state.model_state("model1") is ModelState.CONFIRMING
    assert state.model_state("model2") is ModelState.DRAFT
    state.confirming = ""
    state.apply(
        [SongRemoved(song(number=1)), SongRemoved(song(number=77)), ModelSaved(model(Outcome.TRAINING))]
    )
    assert state.counts("model1").total == 5
    assert state.outcome_of("model1") is Outcome.TRAINING
    assert state.outcome_of("model2") is None


class SlowDisk:
    """Saves nothing until it is let."""

    def __init__(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self.answers = asyncio.Event()
        self.asked = asyncio.Event()
        self._save = run.program.journal.save
        monkeypatch.setattr(run.program.journal, "save", self.save)

    async def save(self, *records: Any) -> None:
        self.asked.set()
        await self.answers.wait()
        await self._save(*records)


async def test_nothing_on_screen_is_ahead_of_a_slow_disk(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Six songs stand ready and are queued: memory knows it at once, the screen once it is saved."""
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "good links")
        badges: list[int] = []
        monkeypatch.setattr(run.controller._announcer.notifier, "set_badge", badges.append)
        disk = SlowDisk(run, monkeypatch)
        run.controller.actions.upload()
        async with asyncio.timeout(10):
            await disk.asked.wait()
        assert run.program.job.counts(run.page.model_id).count(SongState.QUEUED) == 6
        shown = run.window.state.model(run.page.model_id)
        for show_anew in (
            partial(run.controller._handle_events, [ModelSaved(shown)]),
            partial(run.controller._confirming, ""),
            partial(run.controller.show_model, shown.id),
        ):
            show_anew()
            assert run.window.model_list.index(0).data(STATE) == "Collecting songs"
            assert run.count(SongState.READY) == 6
            assert run.page.progress.label.text() == "0 of 6 songs uploaded"
            assert run.controller._farewell() == ""
        run.controller._announcer.handle_events([SongSaved(run.songs()[0])])
        assert badges == [0]
        disk.answers.set()
        await until(lambda: run.window.model_list.index(0).data(STATE) == "Can be created", "the end")
        assert badges[-1] == 0
