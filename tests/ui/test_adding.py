"""Pasting, dropping and importing through the whole window; more of it in test_actions and test_session."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.dialogs.confirm_box import ConfirmBox
from mountsea_desktop.ui.dialogs.links_box import LinksBox
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import press, profile, running, until

LINKS = "https://practice.example/songs/{}.mp3"


async def test_songs_go_where_the_person_was_when_they_were_pasted(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        first = run.desk.actions.model_id
        run.desk.adding.add_text(LINKS.format("seventh"))
        press(run.window.side.new)
        await until(lambda: run.desk.actions.model_id != first, "the other model")
        assert run.session.program is not None
        studio = run.session.program.studio
        await until(lambda: len(studio.songs(first)) == 7, "the seventh song")
        assert studio.songs(run.desk.actions.model_id) == []


async def test_a_list_is_read_and_added(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "songs.m3u"
    file.write_text(f"#EXTM3U\n#EXTINF:1,Dawn\n{LINKS.format('dawn')}\n")
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.file_dropped.emit(file)
        await until(lambda: len(run.songs()) == 7, "the song of the list")
        assert run.songs()[-1].link == LINKS.format("dawn")


async def test_what_is_no_list_is_said(qapp: QApplication, tmp_path: Path) -> None:
    file = tmp_path / "song.mp3"
    file.write_bytes(b"ID3" + bytes(500))
    async with running(qapp, profile(tmp_path)) as run:
        run.window.file_dropped.emit(file)
        await until(lambda: "song.mp3" in run.window.message.label.text(), "the words")


async def test_a_list_can_be_put_into_the_link_box(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "songs.txt"
    file.write_text(LINKS.format("ninth"))
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")

        async def chosen(_parent: object) -> Path:
            await asyncio.sleep(0)
            return file

        monkeypatch.setattr(run.desk.adding, "_choose", chosen)
        run.desk.adding.open_box()
        box = await run.box(LinksBox)
        box.field.setPlainText(LINKS.format("eighth"))
        press(box.import_list)
        await until(lambda: len(box.found) == 2, "both links")
        press(box.add)
        await until(lambda: len(run.songs()) == 8, "both songs")


async def test_a_finished_model_takes_no_more_songs_but_a_new_one_does(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        press(run.page.upload)
        await until(run.page.bar.button.isEnabled, "the sixth song")
        press(run.page.bar.button)
        box = await run.box(ConfirmBox)
        press(box.rights)
        await until(box.spend.isEnabled, "the balance")
        press(box.spend)
        await until(run.page.press.identifier.isVisible, "the model")
        finished = run.desk.actions.model_id
        run.window.pasted.emit(LINKS.format("late"))
        await until(lambda: run.desk.actions.model_id != finished, "another model")
        await until(lambda: len(run.songs()) == 1, "the late song")
        assert "went into a new one" in run.window.message.label.text()
        assert run.session.program is not None
        assert len(run.session.program.studio.songs(finished)) == 6


async def test_what_was_added_is_taken_back_by_the_usual_key(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        run.window.pasted.emit(LINKS.format("wrong"))
        await until(lambda: len(run.songs()) == 7, "the song")
        await until(run.window.message.isVisible, "the way back")
        run.window.message.take_back()
        await until(lambda: len(run.songs()) == 6, "the end of the song")
        run.window.message.take_back()  # there is nothing more to take back
        assert len(run.songs()) == 6
