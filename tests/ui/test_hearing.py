"""A finished model is heard, through the real window; whatever comes in between costs nothing twice."""

import errno
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from mountsea_desktop.sound import player as player_module
from mountsea_desktop.ui.dialogs.make_song import MakeSongDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.workflow.generation import GenerationState
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.hearing import finish_model, kept, order
from tests.fakes.window import Run, at, press, profile, running, until


@pytest.fixture(autouse=True)
def _silent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player_module, "_backends", list)


async def ready(run: Run, gateway: FaultGateway) -> None:
    """A finished model at the fault gateway."""
    run.program.tokens.keep_for_this_run("good")
    run.controller.name_account()
    await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
    await finish_model(run)


async def plays(run: Run) -> None:
    """Wait until the position moves."""
    await until(lambda: run.page.player.wave.value() > 200, "a position that moves")


async def test_in_practice_a_finished_model_is_heard(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await finish_model(run)
        await order(run)
        await kept(run)
        assert run.page.songs_made.table.rowCount() == 2
        press(run.page.player.play)
        await plays(run)
        assert run.page.player.play.text() == "Pause"
        assert run.page.player.wave.maximum() == 8_000
        press(run.page.player.play)
        assert run.page.player.play.text() == "Play"
        await until(lambda: run.window.account.text().endswith("390 credits"), "what it cost")


async def test_a_made_song_whose_file_is_gone_is_fetched_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        await order(run, "the sea")
        name = (await kept(run)).file
        file = run.program.song_files.path(name)
        file.unlink()
        press(run.page.player.play)
        await until(lambda: "It is fetched again" in run.window.toast.label.text(), "the message")
        await until(file.exists, "the file")
        await kept(run)
        await until(run.page.player.play.isVisible, "the player")
        press(run.page.player.play)
        await plays(run)
    assert len(gateway.mountsea.generated) == 1


@contextmanager
def folder_away(file: Path, _patch: pytest.MonkeyPatch) -> Iterator[None]:
    away = file.parent.rename(file.parent.with_name("away"))
    yield
    away.rename(file.parent)


@contextmanager
def held_by_a_scanner(file: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(path: Path, *args: Any, **more: Any) -> Any:
        if path == file:
            raise PermissionError(errno.EACCES, "in use")
        return real(path, *args, **more)

    real = Path.open
    with patch.context() as one:
        one.setattr(Path, "open", refuse)
        yield


@contextmanager
def on_a_slow_disk(file: Path, patch: pytest.MonkeyPatch) -> Iterator[None]:
    def wait(path: Path, *args: Any, **more: Any) -> Any:
        if path == file:
            over.wait()
        return real(path, *args, **more)

    real, over = Path.open, Event()
    with patch.context() as one:
        one.setattr(Path, "open", wait)
        one.setattr(player_module, "DECODING", 0.3)
        try:
            yield
        finally:
            over.set()


@pytest.mark.parametrize("away", [folder_away, held_by_a_scanner, on_a_slow_disk])
async def test_a_made_song_that_cannot_be_read_for_a_moment_is_not_given_up(
    qapp: QApplication,
    tmp_path: Path,
    gateway: FaultGateway,
    monkeypatch: pytest.MonkeyPatch,
    away: Callable[[Path, pytest.MonkeyPatch], AbstractContextManager[None]],
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        await order(run, "the sea")
        name = (await kept(run)).file
        await until(lambda: all(song.file for song in run.program.job.generations.all()[0].songs), "both")
        before = run.program.job.generations.all()
        gateway.on("song").always(faults.Status(404))
        with away(run.program.song_files.path(name), monkeypatch):
            press(run.page.player.play)
            await until(lambda: "right now" in run.page.player._message.text(), "why not")
            assert run.program.job.generations.all() == before
        press(run.page.player.play)
        await plays(run)
        assert run.program.job.generations.all() == before
        assert len(list(run.program.song_files.folder.iterdir())) == 2


async def test_it_is_as_loud_as_it_was_last_time(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    options = profile(tmp_path)
    async with running(qapp, options, addresses=at(gateway)) as run:
        assert run.controller.hearing.playback.player.volume == 1.0
        run.page.player.volume.setValue(40)
        assert run.controller.hearing.playback.player.volume == 0.4
    async with running(qapp, options, addresses=at(gateway)) as run:
        assert run.page.player.volume.value() == 40
        assert run.controller.hearing.playback.player.volume == 0.4


async def test_a_made_song_is_kept_and_found_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        await order(run, "the sea")
        file = (await kept(run)).file
        press(run.page.player.play)
        await plays(run)
    assert gateway.mountsea.generated == ["the sea"]
    assert gateway.violations == []
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert (await kept(run)).file == file
        assert run.program.song_files.path(file).is_file()
        run.page.songs_made.table.setFocus()
        QTest.keyClick(run.page.songs_made.table, Qt.Key.Key_Space)
        await plays(run)
    assert gateway.mountsea.generated == ["the sea"]


async def test_the_price_is_the_one_that_was_seen(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        for sentence in ("Mountsea does not say what a song costs.", "The last one cost 10 credits."):
            press(run.page.attempt.hear)
            dialog = await run.dialog(MakeSongDialog)
            await until(lambda: sentence in dialog._bill.text(), sentence)  # noqa: B023 - read at once
            assert not dialog.make.isEnabled()
            dialog.description.setPlainText("the sea")
            press(dialog.make)
            await run.closed(dialog)
            taken = {GenerationState.WORKING, GenerationState.READY}
            await until(lambda: run.program.job.generations.all()[-1].state in taken, "the receipt")  # noqa: B023


async def test_what_cannot_be_sent_is_said_and_nothing_is_spent(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        press(run.page.attempt.hear)
        dialog = await run.dialog(MakeSongDialog)
        await until(lambda: dialog.balance is not None, "the balance")
        for text, said in (("", "Describe the song first."), ("a" * 10_000, "At most 500 characters")):
            dialog.description.setPlainText(text)
            assert said in dialog._fault.text()
            assert not dialog.make.isEnabled()
        press(dialog.cancel)
        await run.closed(dialog)
    assert gateway.record.of("generate") == []


async def test_what_was_written_is_there_again_until_it_is_sent(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await finish_model(run)
        for before, after in (("", "the sea"), ("the sea", "the sea at night")):
            press(run.page.attempt.hear)
            dialog = await run.dialog(MakeSongDialog)
            assert dialog.description.toPlainText() == before
            dialog.description.setPlainText(after)
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            await run.closed(dialog)
        await order(run, "the sea at night")
        await kept(run)
        press(run.page.attempt.hear)
        dialog = await run.dialog(MakeSongDialog)
        assert dialog.description.toPlainText() == ""
        press(dialog.cancel)
        await run.closed(dialog)


async def test_a_lost_answer_is_unclear_and_never_sent_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        gateway.on("generate").next(faults.Reset("processed"))
        await order(run)
        await until(lambda: "never said" in run.page.songs_made._text.text(), "what is known")
        assert run.program.job.generations.all()[0].state is GenerationState.UNCLEAR
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await until(run.page.songs_made.isVisible, "the order")
    assert len(gateway.record.of("generate")) == 1


async def test_a_dead_address_is_said_and_asked_again_for_nothing(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        gateway.on("song").always(faults.Status(404))
        await order(run)
        made = run.page.songs_made
        await until(made.fetch.isVisible, "a way out")
        assert "not where it should be" in made._text.text()
        assert not run.page.player.isVisible()
        gateway.on("song").clear()
        press(made.fetch)
        await kept(run)
    assert len(gateway.record.of("generate")) == 1
    assert gateway.violations == []


async def test_a_song_is_saved_elsewhere_and_deleted_after_a_yes(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        await order(run)
        row = await kept(run)
        made, target = run.page.songs_made, tmp_path / "mine.wav"
        # The other one would take the name that becomes free.
        await until(lambda: all(song.file for song in run.program.job.generations.all()[0].songs), "both")
        press(made.save)
        chooser = await run.dialog(QFileDialog)
        assert Path(chooser.selectedFiles()[0]).name.startswith(f"{row.title}.")  # which number it is, too
        assert row.title.endswith("(1)")
        chooser.fileSelected.emit(str(target))
        chooser.done(QFileDialog.DialogCode.Accepted)
        await until(target.is_file, "the copy")
        await until(lambda: "mine.wav" in run.window.toast.label.text(), "the message")
        press(made.delete)
        question = await run.dialog(QuestionDialog)
        press(question.cancel)
        await run.closed(question)
        assert run.program.song_files.path(row.file).is_file()
        press(made.delete)
        press((await run.dialog(QuestionDialog)).yes)
        await until(lambda: made.table.rowCount() == 1, "one song left")
        assert not run.program.song_files.path(row.file).exists()


async def test_a_file_that_nobody_was_asked_about_is_not_replaced(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    """The dialog asks about the name as it is written, and the ending is added after that."""
    mine = tmp_path / "My Song.wav"
    mine.write_text("a musician's own")
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await ready(run, gateway)
        await order(run)
        await kept(run)
        press(run.page.songs_made.save)
        chooser = await run.dialog(QFileDialog)
        chooser.fileSelected.emit(str(tmp_path / "My Song"))
        chooser.done(QFileDialog.DialogCode.Accepted)
        await until((tmp_path / "My Song 2.wav").is_file, "the copy")
        assert mine.read_text() == "a musician's own"


async def test_a_song_of_the_list_is_heard_before_it_is_uploaded(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("1.wav"), gateway.song("page.html"))
        await until(lambda: run.count(SongState.READY) == 1, "the check")
        run.page.view.go_to(0)
        run.controller.hearing.hear(run.songs()[0])
        await plays(run)
        assert run.page.player.isVisible()
        run.controller.hearing.hear(run.songs()[1])
        await until(lambda: "no song" in run.page.player._message.text(), "why not")
        press(run.page.player.close_button)
        assert not run.page.player.isVisible()
    assert gateway.violations == []


async def test_another_model_is_shown_and_all_is_quiet(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("1.wav"))
        run.controller.hearing.hear(run.songs()[0])
        await plays(run)
        press(run.window.sidebar.new)
        await until(lambda: not run.page.player.isVisible(), "the other model")
        assert not run.controller.hearing.playback.is_playing
