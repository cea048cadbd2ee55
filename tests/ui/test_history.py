"""What was done is taken back, and done once more, step by step."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.history import LONGEST, History, UndoStep
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.window import Run, at, press, profile, running, until


class Notes:
    """Steps that write down what is done to them."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.works = True
        self.error: Exception | None = None

    def step(self, name: str, model_id: str = "model1") -> UndoStep:
        return UndoStep(model_id, name, lambda: self._do(f"-{name}"), lambda: self._do(f"+{name}"))

    async def _do(self, what: str) -> bool:
        if self.error is not None:
            raise self.error
        self.done.append(what)
        return self.works


async def test_the_latest_is_taken_back_first_and_done_again_last() -> None:
    notes, history = Notes(), History()
    for name in "abc":
        history.add(notes.step(name))
    for way in (history.undo, history.undo, history.redo, history.undo, history.undo, history.undo):
        await way()
    assert notes.done == ["-c", "-b", "+b", "-b", "-a"]
    await history.redo()
    history.add(notes.step("d"))
    assert await history.redo() is None
    await history.undo()
    await history.undo()
    assert notes.done[-2:] == ["-d", "-a"]


async def test_any_step_can_be_taken_back_and_only_once() -> None:
    notes, history = Notes(), History()
    first, second = notes.step("a"), notes.step("b")
    history.add(first)
    history.add(second)
    assert await history.undo(first) == (first, True)
    assert await history.undo(first) is None
    assert await history.undo() == (second, True)


async def test_what_could_not_be_done_is_tried_again_and_what_is_too_late_is_not() -> None:
    notes, history = Notes(), History()
    history.add(notes.step("a"))
    notes.error = JournalError(JournalFault.FULL)
    with pytest.raises(JournalError):
        await history.undo()
    notes.error, notes.works = None, False
    taken = await history.undo()
    assert taken is not None
    assert not taken[1]
    assert await history.undo() is None
    assert await history.redo() is None


async def test_a_model_that_was_sent_is_forgotten_and_so_is_what_is_long_ago() -> None:
    notes, history = Notes(), History()
    history.add(notes.step("a", "sent"))
    history.add(notes.step("b"))
    history.forget("sent")
    await history.undo()
    assert await history.undo() is None
    for number in range(LONGEST + 5):
        history.add(notes.step(str(number)))
    notes.done.clear()
    while await history.undo():
        pass
    assert len(notes.done) == LONGEST


def titles(run: Run) -> list[str]:
    return [song.title for song in run.songs()]


def key(run: Run, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Pressed where the list has the keyboard."""
    pressed = Qt.KeyboardModifier.ControlModifier
    for modifier in modifiers:
        pressed |= modifier
    run.page.view.setFocus()
    QTest.keyClick(run.page.view, key, pressed)


async def test_everything_a_musician_does_to_songs_is_taken_back_by_keys_and_done_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.window.activateWindow()
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(1, 5)))
        await until(lambda: run.count(SongState.READY) == 4, "good links")
        ids = [song.id for song in run.songs()]
        actions, stages = run.controller.actions, [(titles(run), run.page.name.text())]

        def shows(stage: tuple[list[str], str]) -> bool:
            return (titles(run), run.page.name.text()) == stage

        async def came(what: str) -> None:
            before = stages[-1]
            await until(lambda: not shows(before), what)
            stages.append((titles(run), run.page.name.text()))

        actions.remove([ids[1]])
        await came("the removal")
        actions.rename_song(ids[0], "Slow Bloom")
        await came("the song's name")
        actions.order([ids[3], ids[0], ids[2]], [ids[3]])
        await came("the order")
        actions.rename("Night Drives")
        await came("the model's name")
        for stage in reversed(stages[:-1]):
            key(run, Qt.Key.Key_Z)
            await until(partial(shows, stage), "one step back")
            is_last = stage is stages[0]
            assert run.window.toast.label.text().startswith("“2” is back." if is_last else "Taken back: ")
        key(run, Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
        await until(lambda: (titles(run), run.page.name.text()) == stages[1], "done again")
        assert run.window.toast.label.text() == "Done again: “2” was removed."
        for stage in stages[2:]:
            key(run, Qt.Key.Key_Y)
            await until(partial(shows, stage), "one step on")
        # And it is all on disk.
        kept = run.program.job.songs(run.page.model_id)
        assert [song.id for song in kept] == [ids[3], ids[0], ids[2]]


async def test_a_song_whose_title_was_taken_back_may_be_named_by_an_answer_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("1.mp3"))
        await until(lambda: run.count(SongState.READY) == 1, "a good link")
        run.controller.actions.rename_song(run.songs()[0].id, "Mine")
        await until(lambda: run.songs()[0].has_own_title, "the name")
        run.controller.actions.undo()
        await until(lambda: not run.songs()[0].has_own_title, "the old one")
        assert run.songs()[0].title == "1"


async def test_another_models_step_brings_it_in_sight(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        first = run.page.model_id
        run.controller.actions.remove([run.songs()[0].id])
        await until(lambda: len(run.songs()) == 5, "the removal")
        press(run.window.sidebar.new)
        await until(lambda: run.page.model_id != first, "another model")
        run.controller.actions.undo()
        await until(lambda: run.page.model_id == first and len(run.songs()) == 6, "the first one")


async def test_an_archived_model_comes_back_and_goes_again(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        first, job = run.page.model_id, run.program.job
        run.controller.actions.put_away(first)
        await until(lambda: job.model(first).archived and run.page.model_id != first, "the archive")
        run.controller.actions.undo()
        await until(lambda: not job.model(first).archived, "out of the archive")
        run.controller.actions.redo()
        await until(lambda: job.model(first).archived, "the archive")


async def test_nothing_of_a_model_that_was_sent_is_taken_back(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        press(run.page.upload)
        await until(run.page.bar.button.isEnabled, "the sixth song")
        run.controller.actions.rename("Night Drives")
        await until(lambda: run.page.name.text() == "Night Drives", "the name")
        await run.spend()
        await until(run.page.attempt.identifier.isVisible, "the model")
        run.window.toast.settle()
        await run.controller.actions._undo(None)
        assert run.page.name.text() == "Night Drives"
        assert not run.window.toast.isVisible()
