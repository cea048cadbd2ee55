"""Each thing a person can do, from the wish in the window to what comes of it."""

import math
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu

from mountsea_desktop.ui import words
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.dialogs import confirm
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.songs.song_actions import SongAction
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.prices import Spent
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Fault, Page, Reset, Status
from tests.fakes.mountsea import Failure, Task
from tests.fakes.window import Run, at, press, profile, running, until


def links(gateway: FaultGateway, count: int = 6) -> list[str]:
    return [gateway.song(f"{number}.mp3") for number in range(1, count + 1)]


async def uploaded(run: Run, gateway: FaultGateway, count: int = 6) -> None:
    """So many songs at Mountsea."""
    run.controller.account.keep_for_now("sk-made-up")
    await run.add(*links(gateway, count))
    await until(lambda: run.count(SongState.READY) == count, "good links")
    run.controller.actions.upload()
    await until(lambda: run.count(SongState.UPLOADED) == count, "the songs")


async def test_a_pasted_text_becomes_rows_with_a_way_back(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*links(gateway, 2))
        await until(run.window.toast.isVisible, "the message")
        assert run.window.toast.label.text() == "2 songs added."
        press(run.window.toast.button)
        await until(lambda: not run.songs(), "the way back")


@pytest.mark.parametrize("text", ["the same link twice", "no link at all"])
async def test_a_text_without_a_new_link_is_shown_in_the_link_dialog(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, text: str
) -> None:
    link = gateway.song("1.mp3")
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(link)
        run.window.pasted.emit(f"{link}\n{link}" if "twice" in text else text)
        dialog = await run.dialog(LinksDialog)
        await until(dialog.understood.count, "the lines")
        press(dialog.close_button)
        await run.closed(dialog)
        assert len(run.songs()) == 1


async def test_eight_messy_links_become_a_model_without_a_question(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    six = links(gateway, 6)
    messy = f"""Hi Ana, here they are:
1) {six[0]} and {six[1]},
海边的信：{six[2]}。
<{six[3]}> "{six[4]}" {six[5]}
https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC
{gateway.url}/songs/missing.mp3
{six[0]} (the first again)
see you!"""
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        run.window.pasted.emit(messy)
        await until(lambda: run.count(SongState.NEEDS_ATTENTION) == 2, "two that cannot work")
        await until(lambda: run.count(SongState.READY) == 6, "six that can")
        assert run.window.toast.label.text() == (
            "8 songs added. 1 cannot work yet; the list says why. “1” was there already and was left out. "
            "2 lines had no link."
        )
        press(run.page.upload)
        await until(run.page.bar.button.isEnabled, "the sixth song")
        await run.spend()
        await until(run.page.attempt.identifier.isVisible, "the model")
    assert gateway.violations == []
    assert len(gateway.record.creates) == 1


async def test_removed_songs_come_back(qapp: QApplication, tmp_path: Path, gateway: FaultGateway) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*links(gateway, 3))
        await until(lambda: run.count(SongState.READY) == 3, "good links")
        before = run.songs()
        run.controller.actions.remove([before[1].id])
        await until(lambda: len(run.songs()) == 2, "the removal")
        assert run.window.toast.button.text() == "Undo"
        press(run.window.toast.button)
        await until(lambda: [song.id for song in run.songs()] == [song.id for song in before], "the song")


@pytest.mark.parametrize("later", ["a rename", "another order"])
async def test_a_way_back_goes_with_the_next_step_and_ctrl_z_means_that_one(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, later: str
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        toast, actions = run.window.toast, run.controller.actions
        await run.add(*links(gateway, 3))
        await until(toast.isVisible, "the message")
        before = [song.id for song in run.songs()]
        if later == "a rename":
            actions.rename_song(before[0], "Seaside")
            await until(lambda: run.songs()[0].title == "Seaside", "the name")
        else:
            actions.order(before[::-1], before[:1])
            await until(lambda: run.songs()[0].id == before[-1], "the order")
        await until(lambda: not toast.isVisible(), "the end of the offer")
        actions.undo()
        await until(toast.isVisible, "what was taken back")
        assert toast.button.text() == "Redo"
        await until(lambda: [song.id for song in run.songs()] == before, "the songs as they were")
        actions.rename_song(before[1], "Harbour")  # nothing can be done again any more
        await until(lambda: not toast.isVisible(), "the end of that offer")


async def test_escape_closes_the_message_from_wherever_the_keyboard_is(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.window.activateWindow()
        await run.add(*links(gateway, 2))
        page, toast = run.page, run.window.toast
        for widget in (page.view, page.add, run.window.sidebar.new, page.name, toast.button):
            toast.say("2 songs added.", button="Undo", do=lambda: None)
            widget.setFocus()
            QTest.keyClick(widget, Qt.Key.Key_Escape)
            if widget is page.name:  # which has ended the writing with it
                QTest.keyClick(run.window, Qt.Key.Key_Escape)
            assert not toast.isVisible(), widget
        assert len(run.songs()) == 2


async def editing(run: Run, row: int = 0) -> QLineEdit:
    """The field in which the link of a row is written anew."""
    run.page.view.go_to(row)
    run.page.actions_for_songs.trigger(SongAction.EDIT)
    await until(lambda: _fields(run), "the field")
    return _fields(run)[0]


def _fields(run: Run) -> list[QLineEdit]:
    fields = run.page.findChildren(QLineEdit)
    return [field for field in fields if field.accessibleName() == "Song link" and field.isVisible()]


async def test_a_link_is_edited_in_place_and_looked_at_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("missing.mp3"))
        await until(lambda: run.count(SongState.NEEDS_ATTENTION) == 1, "the bad link")
        field = await editing(run)
        assert field.selectedText() == gateway.song("missing.mp3")
        QTest.keyClicks(field, gateway.song("1.mp3"))
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not _fields(run)
        await until(lambda: run.count(SongState.READY) == 1, "the good link")
        assert run.songs()[0].link == gateway.song("1.mp3")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "No link yet."),
        ("nothing", "nothing"),
        ("x" * 1_000_000, "xxx"),
        ("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", "Spotify"),
        ("{other}", "“2” is in the list already"),
    ],
)
async def test_what_is_no_new_link_changes_nothing_and_says_why(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, text: str, why: str
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*links(gateway, 2))
        await until(lambda: run.count(SongState.READY) == 2, "the rows")
        message = run.window.toast
        field = await editing(run)
        field.setText(text.format(other=gateway.song("2.mp3")))
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert why in message.label.text()
        assert message.property("tone") == "warning"
        assert _fields(run) == [field]
        field.setText(gateway.song("3.mp3"))
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not message.isVisible()
        await until(lambda: run.songs()[0].link == gateway.song("3.mp3"), "the new link")
        assert run.songs()[1].link == gateway.song("2.mp3")


TOKEN = "f9c2e1a7.prod.io"


@pytest.mark.parametrize("text", ["{song}?key={token}", "{song}#{token}", "{token}", "{folder}/{token}.mp3"])
async def test_a_link_with_the_token_in_it_is_not_taken(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, text: str
) -> None:
    folders, song = profile(tmp_path), gateway.song("2.mp3")
    async with running(qapp, folders, addresses=at(gateway)) as run:
        run.program.tokens.keep_for_this_run(TOKEN)
        await run.add(*links(gateway, 1))
        await until(lambda: run.count(SongState.READY) == 1, "the row")
        before = run.songs()
        field = await editing(run)
        field.setText(text.format(song=song, token=TOKEN, folder=song.rpartition("/")[0]))
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert "token" in run.window.toast.label.text()
        assert TOKEN not in run.window.toast.label.text()
        assert _fields(run) == [field]
        assert run.songs() == before
    assert TOKEN.encode() not in folders.journal_file.read_bytes()


async def test_a_link_that_is_left_as_it_was_is_not_looked_at_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*links(gateway, 1))
        await until(lambda: run.count(SongState.READY) == 1, "the row")
        before = run.songs()
        field = await editing(run)
        run.window.toast.hide()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not _fields(run)
        assert not run.window.toast.isVisible()
        assert run.songs() == before


async def test_a_link_that_went_off_meanwhile_stays_and_says_so(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*links(gateway, 1))
        await until(lambda: run.count(SongState.READY) == 1, "the row")
        field = await editing(run)
        field.setText(gateway.song("2.mp3"))
        song = run.songs()[0]
        run.program.job._ledger.show(song.moved(SongState.QUEUED, now=0.0))
        await until(lambda: run.count(SongState.QUEUED) == 1, "the change")
        assert _fields(run) == [field]
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert not _fields(run)
        assert "is on its way already" in run.window.toast.label.text()
        assert run.songs()[0].link == song.link


async def test_uploaded_songs_are_chosen_together_by_one_key(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        press(run.page.upload)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "six songs")
        run.page.view.selectAll()
        QTest.keyClick(run.page.view, Qt.Key.Key_Space)
        await until(lambda: not any(song.chosen for song in run.songs()), "none")
        await until(lambda: run.window.toast.label.text() == "6 songs left out of the training.", "the word")
        run.page.actions_for_songs.trigger(SongAction.TRAIN)
        await until(lambda: all(song.chosen for song in run.songs()), "all")


async def test_a_song_left_out_by_a_key_is_told_by_name_and_one_left_out_by_its_tick_is_seen(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        press(run.page.upload)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "six songs")
        said, toast = f"“{run.songs()[1].title}” is left out of the training.", run.window.toast
        run.page.view.go_to(1)
        QTest.keyClick(run.page.view, Qt.Key.Key_Space)
        await until(lambda: toast.label.text() == said, "the word")
        press(toast.button)
        await until(lambda: toast.label.text() == f"Taken back: {said}", "the way back")
        await until(lambda: run.songs()[1].chosen, "the tick again")
        run.page.table.choosing.emit(run.songs()[1].id, False)
        await until(lambda: not run.songs()[1].chosen, "the tick")
        assert toast.label.text() == f"Taken back: {said}"


async def test_what_a_finished_model_offers_for_its_songs_is_done(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        await run.add(gateway.song("missing.mp3"))
        await until(lambda: run.count(SongState.NEEDS_ATTENTION) == 1, "the bad link")
        run.controller.actions.create("Mine")
        dialog = await run.dialog(ConfirmDialog)
        press(dialog.rights)
        await until(dialog.spend.isEnabled, "the balance")
        press(dialog.spend)
        await until(lambda: not run.page.table.is_open, "the closed model")
        run.page.view.go_to(6)
        offered = [one.data() for one in run.page.actions_for_songs.all() if one.isVisible()]
        assert {SongAction.COPY_LINK, SongAction.REMOVE} <= set(offered)
        assert not {SongAction.EDIT, SongAction.TRY_ANYWAY, SongAction.CHECK_AGAIN} & set(offered)
        run.page.actions_for_songs.trigger(SongAction.COPY_LINK)
        assert QGuiApplication.clipboard().text() == gateway.song("missing.mp3")
        run.page.actions_for_songs.trigger(SongAction.REMOVE)
        await until(lambda: len(run.songs()) == 6, "the removal")


async def test_links_are_copied_one_a_line(qapp: QApplication, tmp_path: Path, gateway: FaultGateway) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*links(gateway, 2))
        run.page.view.selectAll()
        run.page.view.copy_wanted.emit()
        assert QGuiApplication.clipboard().text().splitlines() == links(gateway, 2)
        QGuiApplication.clipboard().setText("kept")
        run.page.view.clearSelection()
        run.page.view.copy_wanted.emit()
        assert QGuiApplication.clipboard().text() == "kept"


async def test_a_list_file_is_read_and_one_that_is_none_is_said(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    good, missing = tmp_path / "list.m3u", tmp_path / "nowhere.txt"
    good.write_text(f"#EXTM3U\n#EXTINF:10,First\n{gateway.song('1.mp3')}\n")
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.window.files_given.emit([missing])
        await until(run.window.toast.isVisible, "the words")
        assert "nowhere.txt" in run.window.toast.label.text()
        run.window.files_given.emit([good])
        await until(lambda: len(run.songs()) == 1, "the row")
        assert run.songs()[0].title == "First"


async def test_a_list_is_chosen_without_a_loop_of_its_own(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    file = tmp_path / "list.txt"
    file.write_text(gateway.song("1.mp3"))
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.window.import_wanted.emit()
        chooser = await run.dialog(QFileDialog)
        field = chooser.findChild(QLineEdit)
        assert field is not None
        field.setText(str(file))
        QTest.keyClick(field, Qt.Key.Key_Return)
        await until(lambda: len(run.songs()) == 1, "the row")
        run.window.import_wanted.emit()
        again = await run.dialog(QFileDialog)
        again.reject()
        await run.closed(again)
        assert len(run.songs()) == 1


async def test_an_unclear_song_is_sent_again_only_after_a_yes(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.on("upload").next(Reset(when="processed"))
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        await run.add(gateway.song("1.mp3"))
        await until(lambda: run.count(SongState.READY) == 1, "the good link")
        run.controller.actions.upload()
        await until(lambda: run.count(SongState.UNCLEAR) == 1, "the doubt")
        run.page.view.go_to(0)
        run.page.actions_for_songs.trigger(SongAction.SEND_AGAIN)
        dialog = await run.dialog(QuestionDialog)
        assert "it may be charged twice" in dialog._text.text()
        assert "cost" not in dialog._text.text()  # no price was seen
        press(dialog.cancel)
        await run.closed(dialog)
        assert len(gateway.record.uploads) == 1
        run.controller.credits.last[Spent.UPLOAD] = Decimal(2)
        run.page.actions_for_songs.trigger(SongAction.SEND_AGAIN)
        dialog = await run.dialog(QuestionDialog)
        assert dialog._text.text().endswith("The last upload cost 2 credits.")
        press(dialog.yes)
        await until(lambda: run.count(SongState.UPLOADED) == 1, "the song")
        assert len(gateway.record.uploads) == 2


async def test_two_presses_ask_once_and_a_no_spends_nothing(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        press(run.page.bar.button)
        press(run.page.bar.button)
        dialog = await run.dialog(ConfirmDialog)
        await until(lambda: dialog.balance is not None, "the balance")
        assert len(run.window.findChildren(ConfirmDialog)) == 1
        assert run.window.state.model_state(run.page.model_id) is ModelState.CONFIRMING
        dialog.rights.click()
        press(dialog.cancel)
        await run.closed(dialog)
        assert run.window.state.model_state(run.page.model_id) is ModelState.CAN_BE_CREATED
        assert gateway.record.creates == []


@pytest.mark.parametrize(("trained", "known_after"), [(True, 900.0), (False, 1_000.0)])
async def test_the_balance_on_screen_follows_what_became_of_an_attempt(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, *, trained: bool, known_after: float
) -> None:
    mountsea = gateway.mountsea
    mountsea.training_seconds = math.inf
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        await run.spend()
        await until(
            lambda: run.controller.account.balance == 900.0, "the charge, while the model is being trained"
        )
        assert run.window.state.model_state(run.page.model_id) is ModelState.TRAINING
        if not trained:
            mountsea.balance += mountsea.price
            mountsea.tasks[mountsea.charges[0]].failure = Failure()
        mountsea.training_seconds = 0.0
        ended = ModelState.READY if trained else ModelState.FAILED
        await until(lambda: run.window.state.model_state(run.page.model_id) is ended, "the end")
        await until(lambda: run.controller.account.balance == known_after, "what it came to")


async def test_an_answer_that_was_lost_is_never_sent_again_by_itself(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.on("create").next(Reset(when="received"))
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        press(run.page.bar.button)
        dialog = await run.dialog(ConfirmDialog)
        await until(lambda: dialog.balance is not None, "the balance")
        dialog.rights.click()
        await until(dialog.spend.isEnabled, "the balance")
        press(dialog.spend)
        await until(run.page.attempt.again.isVisible, "the doubt")
        assert len(gateway.record.creates) == 1
        press(run.page.attempt.again)
        second = await run.dialog(ConfirmDialog)
        second.rights.click()
        assert not second.spend.isEnabled()
        second.accept_risk.click()
        await until(second.spend.isEnabled, "the balance")
        press(second.spend)
        await until(run.page.attempt.identifier.isVisible, "the model")
        assert len(gateway.record.creates) == 2


async def test_a_song_that_is_not_chosen_is_not_sent(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway, 7)
        left_out = run.songs()[3]
        run.page.table.choosing.emit(left_out.id, False)
        await until(lambda: not run.songs()[3].chosen, "the choice")
        press(run.page.bar.button)
        dialog = await run.dialog(ConfirmDialog)
        assert dialog._songs.count() == 6
        dialog.rights.click()
        await until(dialog.spend.isEnabled, "the balance")
        press(dialog.spend)
        await until(run.page.attempt.identifier.isVisible, "the model")
        (create,) = gateway.record.creates
        assert left_out.clip_id not in create.body["clipIds"]
        assert len(create.body["clipIds"]) == 6


async def test_another_model_is_made_from_the_same_songs_or_put_away(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*links(gateway, 2))
        first = run.page.model_id
        run.controller.actions.duplicate()
        await until(lambda: run.page.model_id != first and len(run.songs()) == 2, "the second model")
        assert run.page.name.text() == "My model 2"
        second = run.page.model_id
        run.controller.actions.put_away(second)
        await until(lambda: run.page.model_id == first, "the first model")
        assert run.window.model_list.row_of(second) == -1
        press(run.window.toast.button)  # undo
        await until(lambda: run.window.model_list.row_of(second) >= 0, "the second model")


async def test_a_disk_that_refuses_is_said_and_nothing_has_changed(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:

        async def full(*_records: object) -> None:
            raise JournalError(JournalFault.FULL)

        with monkeypatch.context() as patch:
            patch.setattr(type(run.program.journal), "save", full)
            run.window.pasted.emit(gateway.song("1.mp3"))
            await until(run.window.toast.isVisible, "the words")
        assert "The disk is full." in run.window.toast.label.text()
        assert not run.songs()


async def test_a_name_goes_to_the_disk_and_to_the_side(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.page.name_wanted.emit("Nacht 夜")
        await until(lambda: run.window.windowTitle() == "Nacht 夜 – Mountsea Desktop", "the title")
        run.page.name_wanted.emit("   ")
        run.page.name_wanted.emit("Last")
        await until(lambda: run.window.model_list.index(0).data() == "Last", "the name at the side")


async def test_what_ends_an_outage(qapp: QApplication, tmp_path: Path, gateway: FaultGateway) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.actions.remedy(Remedy.ENTER_TOKEN)
        dialog = await run.dialog(AccountDialog)
        dialog.reject()
        await run.closed(dialog)
        tries: list[bool] = []
        run.program.job.try_now = lambda: tries.append(True)  # type: ignore[method-assign]  # stands in for the real one
        run.controller.actions.remedy(Remedy.WAIT)
        assert tries == [True]


async def test_a_link_is_looked_at_again_once_its_sharing_was_opened(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.on("song").next(Status(403))
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("1.mp3"))
        await until(lambda: run.count(SongState.NEEDS_ATTENTION) == 1, "the verdict")
        run.page.view.selectRow(0)
        run.page.actions_for_songs.trigger(SongAction.CHECK_AGAIN)
        await until(lambda: run.count(SongState.READY) == 1, "another verdict")


async def test_the_name_in_the_field_is_the_one_that_is_confirmed_and_sent(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        await until(run.page.bar.button.isEnabled, "the button")
        run.page.name.setText("Winter songs")  # and no key or click that would end the editing
        run.page.bar.button.click()
        dialog = await run.dialog(ConfirmDialog)
        assert "Winter songs" in dialog._intro.text()
        await until(lambda: dialog.balance is not None, "the balance")
        dialog.rights.click()
        await until(dialog.spend.isEnabled, "the balance")
        press(dialog.spend)
        await until(run.page.attempt.identifier.isVisible, "the model")
    assert gateway.record.creates[0].body["name"] == "Winter songs"


async def test_copies_are_numbered_and_never_called_the_same(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:

        async def copied() -> str:
            before = run.page.model_id
            run.controller.actions.duplicate(before)
            await until(lambda: run.page.model_id != before, "the copy")
            return run.page.name.text()

        assert [await copied() for _ in range(3)] == ["My model 2", "My model 3", "My model 4"]
        await run.program.job.rename(run.page.model_id, "x" * 80)
        assert await copied() == "x" * 78 + " 2"


async def test_a_finished_models_menu_copies_its_id_and_leads_to_its_name(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        await until(run.page.bar.button.isEnabled, "the button")
        run.page.bar.button.click()
        dialog = await run.dialog(ConfirmDialog)
        dialog.rights.click()
        await until(dialog.spend.isEnabled, "the balance")
        press(dialog.spend)
        await until(run.page.attempt.identifier.isVisible, "the model")
        finished = run.page.model_id
        press(run.window.sidebar.new)
        await until(lambda: run.page.model_id != finished, "another model")
        menus: list[QMenu] = []
        monkeypatch.setattr(run.window, "open_menu", lambda menu, _place: menus.append(menu))
        run.controller._model_menu(finished, QPoint(10, 10))
        actions = {action.text(): action for action in menus[0].actions()}
        actions["Copy model ID"].trigger()
        copied = QGuiApplication.clipboard().text()
        assert copied.startswith("chirp-custom:")
        assert run.window.toast.label.text() == "The model ID was copied."
        actions["Rename…"].trigger()
        assert run.page.model_id == finished
        assert run.window.focusWidget() is run.page.name
        assert run.page.name.selectedText() == "My model"
        QTest.keyClicks(run.page.name, "Night drive")
        QTest.keyClick(run.page.name, Qt.Key.Key_Return)
        await until(lambda: run.program.job.model(finished).name == "Night drive", "the name")


@pytest.mark.parametrize("play", [Status(401), Status(503), Page(), Reset()])
async def test_nothing_is_spent_during_an_outage_and_all_goes_on_when_it_is_over(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, play: Fault
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        for endpoint in ("credits", "status"):
            gateway.on(endpoint).always(play)
        press(run.page.bar.button)
        dialog = await run.dialog(ConfirmDialog)
        dialog.rights.click()
        await until(lambda: dialog.blocked, "the outage")
        assert not dialog.spend.isEnabled()
        for endpoint in ("credits", "status"):
            gateway.on(endpoint).clear()
        run.program.job.try_now()
        await until(dialog.spend.isEnabled, "its end")
        press(dialog.spend)
        await until(run.page.attempt.identifier.isVisible, "the model")
    assert len(gateway.record.creates) == 1


async def test_only_the_balance_missing_stops_nobody_who_accepts_that(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    """It is on another host, which a studio's network may not let through."""
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        gateway.on("credits").always(Status(503))
        press(run.page.bar.button)
        dialog = await run.dialog(ConfirmDialog)
        await until(dialog.accept_risk.isVisible, "what is not known")
        dialog.rights.click()
        assert not dialog.spend.isEnabled()
        dialog.accept_risk.click()
        assert dialog.spend.isEnabled()
        assert dialog.balance is None
        gateway.on("credits").clear()
        await until(dialog.accept_risk.isHidden, "the balance, asked for again")
        assert dialog.spend.isEnabled()


async def test_a_token_that_is_refused_for_the_balance_is_not_sent_to_spend(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        gateway.on("credits").always(Status(401))
        press(run.page.bar.button)
        dialog = await run.dialog(ConfirmDialog)
        await until(lambda: dialog.blocked, "the refusal")
        dialog.rights.click()
        dialog.accept_risk.click()
        assert not dialog.spend.isEnabled()


async def test_the_balance_that_is_kept_is_the_one_of_the_attempt(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        dialog = await run.confirming()
        gateway.mountsea.balance = 1234567.89
        monkeypatch.setattr(confirm, "BALANCE_FRESH_FOR", 0.0)
        press(dialog.spend)
        await until(lambda: gateway.record.creates, "the request")
        attempt = run.program.job.model(run.page.model_id).attempt
        assert attempt is not None
        assert attempt.credits_before == Decimal("1234567.89")


async def test_a_model_that_is_there_already_is_taken_over_and_not_paid_for_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    """As after an older copy of the profile was put back."""
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        session = run.program.job.model(run.page.model_id).session_id
        model_ref = f"chirp-custom:{session}"
        gateway.mountsea.tasks[session] = Task(session, ["success"], {"id": model_ref}, "create")
        press(run.page.bar.button)
        await until(run.page.attempt.identifier.isVisible, "the model")
        assert run.page.attempt.identifier.text() == model_ref
        assert run.window.toast.label.text() == words.models.already_there("My model")
        assert "Trained on" not in run.page.attempt._text.text()
    assert gateway.record.creates == []


async def test_what_is_at_mountsea_says_why_it_stays(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await uploaded(run, gateway)
        run.page.view.go_to(0)
        QTest.keyClick(run.page.view, Qt.Key.Key_Delete)
        await until(lambda: "is at Mountsea already" in run.window.toast.label.text(), "the reason")
        assert run.window.toast.button.text() == "Leave it out"
        press(run.window.toast.button)
        await until(lambda: not run.songs()[0].chosen, "the choice")
        await run.add(gateway.song("another.mp3"))
        await until(lambda: run.count(SongState.READY) == 1, "the good link")
        run.page.view.selectAll()
        QTest.keyClick(run.page.view, Qt.Key.Key_Delete)
        await until(lambda: "was removed. 6 songs are at Mountsea" in run.window.toast.label.text(), "both")


async def test_new_model_goes_to_the_one_nothing_was_done_with_yet(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.window.activateWindow()
        await run.add(*links(gateway, 1))
        window, page = run.window, run.page
        window.sidebar.new.setFocus()
        QTest.keyClick(window.sidebar.new, Qt.Key.Key_Space)
        await until(lambda: page.name.text() == "My model 2", "another model")
        await until(lambda: QApplication.focusWidget() is page.empty.first(), "the keyboard")
        second = page.model_id
        for _ in range(3):
            window.sidebar.new.setFocus()
            QTest.keyClick(window.sidebar.new, Qt.Key.Key_Space)
            await until(lambda: QApplication.focusWidget() is page.empty.first(), "the keyboard")
        assert page.model_id == second
        assert window.model_list.rowCount() == 2
        run.controller.actions.rename("Tides")
        await until(lambda: page.name.text() == "Tides", "the name")
        run.controller.actions.new_model()
        await until(lambda: page.name.text() == "My model 2", "one more: that one has a name")
        assert page.model_id != second


async def test_in_large_text_a_page_begins_at_its_top(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, request: pytest.FixtureRequest
) -> None:
    usual, large = qapp.font(), qapp.font()
    large.setPointSizeF(usual.pointSizeF() * 2)
    qapp.setFont(large)
    request.addfinalizer(lambda: qapp.setFont(usual))
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.window.activateWindow()
        run.window.resize(1_000, 640)
        bar, first = run.window._scroll.verticalScrollBar(), run.page.model_id
        await uploaded(run, gateway)
        run.page.take_keyboard()  # to the list, which is not wholly in sight
        assert bar.maximum() > 0
        bar.setValue(bar.maximum())
        run.controller.show_model(await run.controller.actions.make_model())
        await until(lambda: bar.value() == 0, "the top of another model")
        assert run.page.empty.isVisible()
        run.controller.show_model(first)
        bar.setValue(bar.maximum())
        await run.spend()
        await until(run.page.attempt.identifier.isVisible, "the model")
        await until(lambda: bar.value() == 0, "the top of a finished model")
