"""What was spent is shown as Mountsea's records have it, and prices are learned from nothing else."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.dialogs.credits import CreditsDialog
from mountsea_desktop.ui.dialogs.page import PageDialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.pages import KEYS
from mountsea_desktop.workflow.prices import Spent
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.hearing import finish_model, kept, order
from tests.fakes.window import Run, at, press, profile, running, until


async def connected(run: Run) -> None:
    run.program.tokens.keep_for_this_run("good")
    run.controller.name_account()


def cells(dialog: CreditsDialog) -> list[list[str]]:
    model = dialog.table.model()
    return [[model.index(row, column).data() for column in (1, 2, 3)] for row in range(model.rowCount())]


async def test_in_practice_the_history_shows_what_was_paid(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await finish_model(run)
        await order(run)
        await kept(run)
        press(run.window.credits)
        dialog = await run.dialog(CreditsDialog)
        await until(dialog.table.isVisible, "the table")
        assert cells(dialog) == [["Creating a model", "1", "100"], ["Having songs made", "1", "10"]]
        assert dialog._balance.text() == "390 credits"
        assert "has cost 110 credits in all: creating it 100 · songs 10" in dialog._model_cost.text()
        press(dialog.close_button)
        await run.closed(dialog)


async def test_uploads_are_among_them_and_the_next_ones_are_reckoned_up(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.upload_price = 5
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
        await finish_model(run)
        press(run.window.credits)
        dialog = await run.dialog(CreditsDialog)
        await until(dialog.table.isVisible, "the table")
        assert cells(dialog) == [["Uploading songs", "6", "30"], ["Creating a model", "1", "100"]]
        assert "130 credits in all: uploads 30 · creating it 100" in dialog._model_cost.text()
        press(dialog.close_button)
        await run.closed(dialog)
        press(run.window.sidebar.new)
        await until(lambda: not run.songs(), "the next model")
        await run.add(*(gateway.song(f"{number}.wav") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "six ready songs")
        advice = run.page.bar._advice.text()
        assert advice == "6 songs at about 5 credits each, as last time: 30 credits."


async def test_a_balance_that_will_not_do_is_said_before_uploading(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.balance = 40
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "six ready songs")
        await until(lambda: "You have 40 credits" in run.page.bar._advice.text(), "the warning")
        assert "at about" not in run.page.bar._advice.text()  # no upload was seen in the records
        assert run.page.bar._advice.text().startswith("Mountsea may charge credits for each upload")
        assert run.page.upload.isEnabled()


async def test_what_cannot_be_learned_is_said_and_asked_again(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        gateway.on("spending").next(faults.Status(500))
        press(run.window.credits)
        dialog = await run.dialog(CreditsDialog)
        await until(lambda: "could not be learned" in dialog._text.text(), "why not")
        assert not dialog.table.isVisible()
        press(dialog.again)
        await until(lambda: "nothing that was spent" in dialog._text.text(), "the answer")
        assert dialog._balance.text() == "1,000 credits"
        press(dialog.close_button)
        await run.closed(dialog)


async def test_without_a_token_there_is_nothing_to_ask(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert not run.window.credits.isVisible()
        assert run.controller.credits.last_price(Spent.SONG) is None
    assert gateway.record.of("spending") == []


async def ready(run: Run, gateway: FaultGateway, count: int) -> None:
    """So many songs that can be uploaded, and what is known of prices shown."""
    await run.add(*(gateway.song(f"{number}.mp3") for number in range(count)))
    await until(lambda: run.count(SongState.READY) == count, "ready songs")


async def test_more_songs_than_people_mean_are_uploaded_after_a_yes_alone(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 25)
        press(run.page.upload)
        dialog = await run.dialog(QuestionDialog)
        assert dialog.windowTitle() == "Upload 25 songs?"
        assert dialog.yes.text() == "Upload 25 songs"
        QTest.keyClick(dialog, Qt.Key.Key_Return)  # is no yes
        await run.closed(dialog)
        await run.controller.account.ask_balance()  # by then an upload would have begun
        assert not gateway.record.prepares
        press(run.page.upload)
        press((await run.dialog(QuestionDialog)).yes)
        await until(lambda: run.count(SongState.UPLOADED) == 25, "the uploads")


async def test_a_yes_is_one_to_the_songs_that_were_there_when_it_was_asked(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 25)
        press(run.page.upload)
        dialog = await run.dialog(QuestionDialog)
        await run.add(*(gateway.song(f"{number}.wav") for number in range(3)))
        await until(lambda: run.count(SongState.READY) == 28, "songs that came meanwhile")
        press(dialog.yes)
        await until(lambda: run.count(SongState.UPLOADED) == 25, "the uploads")
        assert run.count(SongState.READY) == 3
        assert not run.page.stop.isVisible()


async def test_what_waits_already_is_taken_off_before_it_is_asked_what_is_left(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.balance = 170
    gateway.on("upload").next(*[faults.Hang()] * 3)
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 10)
        press(run.page.upload)
        await until(lambda: run.count(SongState.SENDING) == 3, "what is being sent")
        press(run.window.sidebar.new)
        await until(lambda: not run.songs(), "the next model")
        await run.add(*(gateway.song(f"{number}.wav") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "six ready songs")
        run.controller.credits.last[Spent.UPLOAD] = Decimal(5)
        await run.controller.account.ask_balance()
        press(run.page.upload)
        question = await run.dialog(QuestionDialog)
        said = question._text.text()
        assert "Your balance is 170 credits; about 90 would be left." in said
        assert "The 10 songs that wait or are being uploaded already are counted in." in said
        assert "A model costs 100 credits: too little would be left for one." in said
        press(question.cancel)
        await run.closed(question)


async def test_two_presses_ask_one_question(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 25)
        for _ in range(2):
            run.controller.actions.upload()
        dialog = await run.dialog(QuestionDialog)
        await run.controller.account.ask_balance()
        assert len(run.window.findChildren(QuestionDialog)) == 1
        press(dialog.cancel)
        await run.closed(dialog)


async def test_uploads_that_take_the_credits_of_a_model_are_asked_about(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.upload_price = 5
    gateway.mountsea.balance = 250
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(6)))
        await finish_model(run)
        press(run.window.credits)
        dialog = await run.dialog(CreditsDialog)
        await until(dialog.table.isVisible, "the table")
        press(dialog.close_button)
        await run.closed(dialog)
        press(run.window.sidebar.new)
        await until(lambda: not run.songs(), "the next model")
        await run.add(*(gateway.song(f"{number}.wav") for number in range(6)))
        await until(lambda: run.count(SongState.READY) == 6, "six ready songs")
        uploads = len(gateway.record.uploads)
        press(run.page.upload)
        question = await run.dialog(QuestionDialog)
        assert "6 songs at about 5 credits each, as last time: 30 credits." in question._text.text()
        assert "Your balance is 120 credits; about 90 would be left." in question._text.text()
        assert "The last model cost 100 credits" in question._text.text()
        press(question.cancel)
        await run.closed(question)
        assert len(gateway.record.uploads) == uploads


async def test_stop_takes_back_what_waits_and_stands_where_upload_was(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.on("upload").next(*[faults.Hang()] * 3)
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 10)
        assert not run.page.stop.isVisible()
        press(run.page.upload)
        await until(run.page.stop.isVisible, "the way to stop")
        assert not run.page.upload.isVisible()
        await until(lambda: run.count(SongState.SENDING) == 3, "what is being sent")
        await until(run.page.stop.isEnabled, "a moment")
        press(run.page.stop)
        await until(lambda: run.count(SongState.READY) == 7, "what was not sent")
        assert run.count(SongState.SENDING) == 3
        assert run.page.upload.isVisible()
        assert run.page.upload.text() == "Upload 7 songs"
        assert not run.page.stop.isVisible()
        assert run.window.toast.label.text() == "7 songs were not sent. What had been sent goes on."


async def test_the_second_press_of_a_double_click_stops_nothing(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.on("upload").next(*[faults.Hang()] * 3)
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 10)
        qapp.setDoubleClickInterval(60_000)
        press(run.page.upload)
        await until(run.page.stop.isVisible, "the way to stop")
        QTest.mouseClick(run.page.stop, Qt.MouseButton.LeftButton)
        await run.controller.account.ask_balance()
        counts = run.program.job.counts(run.page.model_id)
        assert not counts.count(SongState.READY)
        assert counts.stoppable


async def test_after_uploads_balance_and_price_are_those_of_now(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.upload_price = 2
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 6)
        await until(lambda: run.window.account.text() == "Account · 1,000 credits", "the balance")
        press(run.page.upload)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")
        await until(lambda: run.window.account.text() == "Account · 988 credits", "the balance")
        assert run.controller.credits.last_price(Spent.UPLOAD) == 2


async def test_the_balance_is_asked_for_where_the_records_are_not_to_be_had(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.upload_price = 2
    gateway.on("spending").always(faults.Status(404))
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 6)
        press(run.page.upload)
        await until(lambda: run.window.account.text() == "Account · 988 credits", "the balance")


async def test_too_few_credits_offer_more_and_another_look(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    gateway.mountsea.balance = 95
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connected(run)
        await ready(run, gateway, 6)
        press(run.page.upload)
        await until(run.page.bar.button.isEnabled, "the sixth song")
        await until(run.page.bar.check_again.isVisible, "what helps")
        assert run.page._chip.text() == "Too few credits"
        assert run.page._chip.property("tone") == "warning"
        assert run.page.bar.button.property("kind") != "primary"
        press(run.page.bar.add_credits)
        page = await run.dialog(PageDialog)
        assert page.address.text() == KEYS
        press(page.close_button)
        gateway.mountsea.balance = 195
        press(run.page.bar.check_again)
        await until(lambda: not run.page.bar.check_again.isVisible(), "the new balance")
        assert run.window.toast.label.text() == "Your balance: 195 credits."
        assert run.page._chip.text() == "Can be created"
        assert run.page.bar.button.property("kind") == "primary"
        gateway.on("credits").next(faults.Status(500))
        run.controller.actions.check_balance()
        await until(lambda: "195" not in run.window.toast.label.text(), "why not")
