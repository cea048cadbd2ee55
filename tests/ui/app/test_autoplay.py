"""The whole job without a person: it presses what a person would, and ends with a status either way."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.app import autoplay
from mountsea_desktop.ui.app.autoplay import Autoplay
from mountsea_desktop.workflow.events import SongSaved
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import profile, running, song, until


async def test_it_presses_and_prints_each_change_once(qapp: QApplication, tmp_path: Path) -> None:
    lines: list[str] = []
    async with running(qapp, profile(tmp_path), speed=200) as run:
        player = Autoplay(run.window, run.program.job, run.app_run.events, lines.append)
        assert await player.play(tmp_path / "end.png") == 0
    assert lines[-2].startswith("model ID: chirp-custom:")
    assert lines[-1] == f"Picture: {tmp_path / 'end.png'}"
    assert len(lines) == len(set(lines))
    assert (tmp_path / "end.png").read_bytes().startswith(b"\x89PNG")


async def test_a_job_that_stands_still_is_given_up(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autoplay, "LONGEST", 0.1)
    lines: list[str] = []
    async with running(qapp, profile(tmp_path)) as run:
        run.page.upload.setText("gone")
        run.page.upload.clicked.disconnect()
        player = Autoplay(run.window, run.program.job, run.app_run.events, lines.append)
        assert await player.play(None) == 1
        again = song(SongState.UPLOADED, model_id=run.page.model_id)
        player._print_events([SongSaved(again), SongSaved(again)])
    assert lines.count("Song 1: Uploaded") == 1
    assert "The practice job did not come to its end." in lines


async def test_a_picture_that_cannot_be_saved_is_said(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    lines: list[str] = []
    async with running(qapp, profile(tmp_path), speed=200) as run:
        player = Autoplay(run.window, run.program.job, run.app_run.events, lines.append)
        status = await player.play(tmp_path / "file" / "x.png")
        await until(lambda: lines, "the words")
    assert status == 1
    assert lines[-1].startswith("The picture could not be saved")
