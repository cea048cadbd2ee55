"""The main job in one process: pressed in the window, seen at the gateway, found again after a restart."""

import asyncio
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.options import Options
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.app import CANNOT_START
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.cannot_start import CannotStartDialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.dialogs.report import ReportDialog
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Hang, Status
from tests.fakes.window import Run, at, press, profile, running, until

TOKEN = "harbour-lights-1987"  # looks like no token, so that nobody finds it by its looks


async def connect(run: Run, token: str = TOKEN) -> None:
    """Enter a token where there is no keyring: it is kept until the program closes."""
    press(run.window.account)
    dialog = await run.dialog(AccountDialog)
    dialog.token.setText(token)
    press(dialog.save)
    await until(dialog.keep.isVisible, "the offer to keep it for now")
    press(dialog.keep)
    await until(lambda: "Connected" in dialog.status.text(), "the balance")
    press(dialog.close_button)
    await run.closed(dialog)


async def add(run: Run, *links: str) -> None:
    """Add links through the link dialog."""
    run.page.add_wanted.emit()
    dialog = await run.dialog(LinksDialog)
    dialog.field.setPlainText("\n".join(links))
    await until(lambda: dialog.add.text() == f"Add {len(links)} songs", "the count")
    press(dialog.add)
    await until(lambda: len(run.songs()) == len(links), "the rows")


async def create(run: Run) -> None:
    press(run.page.bar.button)
    dialog = await run.dialog(ConfirmDialog)
    await until(lambda: dialog.balance is not None, "the balance")
    assert not dialog.spend.isEnabled()
    dialog.rights.click()
    press(dialog.spend)


async def test_six_songs_become_a_model_in_practice(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        page = run.page
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        assert not page.bar.button.isEnabled()
        assert page.bar.reason.text() == "Next: upload the songs."
        assert page.upload.text() == "Upload 6 songs"
        press(page.upload)

        seen: set[tuple[int, bool]] = set()

        def sixth() -> bool:
            seen.add((run.count(SongState.UPLOADED), page.bar.button.isEnabled()))
            return page.bar.button.isEnabled()

        await until(sixth, "the sixth song")
        assert {count for count, enabled in seen if enabled} == {6}
        assert page.progress.label.text() == "6 songs uploaded"
        await create(run)
        await until(page.attempt.identifier.isVisible, "the identifier")
        assert page.attempt.identifier.text().startswith("chirp-custom:")
        press(page.attempt.copy)
        assert QGuiApplication.clipboard().text() == page.attempt.identifier.text()
        assert page.attempt.copy.text() == "Copied"
        assert not page.bar.isVisible()


async def test_the_same_over_a_socket_and_after_a_restart(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    links = [gateway.song(f"{number}.mp3") for number in range(1, 7)]
    gateway.on("upload").always(Hang())  # so that all six must be there at once, or none gets through
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert run.window.account.text() == "Connect…"
        await connect(run)
        assert run.window.account.text() == "Account · 1,000 credits"
        run.program.job._uploads.limiter.total_tokens = 6
        await add(run, *links)
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        press(run.page.upload)
        await gateway.hangs(6)
        gateway.on("upload").clear()
        gateway.release()
        await until(run.page.bar.button.isEnabled, "the sixth song")
        assert len(gateway.record.prepares) == 1
        assert gateway.record.at_once("upload") == 6
        await create(run)
        await until(run.page.attempt.identifier.isVisible, "the identifier")
        identifier = run.page.attempt.identifier.text()
        await until(lambda: run.window.account.text() == "Account · 900 credits", "the new balance")
        status, seconds = await run.close()
        assert status == 0
        assert seconds < 1
    assert len(gateway.record.creates) == 1
    assert gateway.violations == []
    asked = len(gateway.record.all)

    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert run.page.attempt.identifier.text() == identifier
        assert run.page.attempt.isVisible()
        assert run.count(SongState.UPLOADED) == 6
        assert run.window.account.text() == "Connect…"
        assert not run.window.banner.isVisible()
    assert len(gateway.record.all) == asked
    _nothing_of_the_token_in(tmp_path)


def _nothing_of_the_token_in(folder: Path) -> None:
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if TOKEN.encode() in path.read_bytes()]


async def test_a_wait_for_the_token_ends_with_it(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.mountsea.tokens = {TOKEN}
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connect_refused(run)
        await add(run, *(gateway.song(f"{number}.mp3") for number in range(1, 7)))
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        press(run.page.upload)
        await until(run.window.banner.isVisible, "the notice")
        assert run.window.banner.label.text().startswith("Mountsea does not accept the API token.")
        press(run.window.banner.button)
        dialog = await run.dialog(AccountDialog)
        dialog.token.setText(f"Bearer {TOKEN}\n")
        press(dialog.save)
        await until(dialog.keep.isVisible, "the offer")
        press(dialog.keep)
        await until(lambda: not run.window.banner.isVisible(), "the end of the notice")
        dialog.reject()
        await until(run.page.bar.button.isEnabled, "the sixth song")
        assert len(gateway.record.prepares) == 2  # the first was refused


async def connect_refused(run: Run) -> None:
    press(run.window.account)
    dialog = await run.dialog(AccountDialog)
    dialog.token.setText("sk-wrong")
    press(dialog.save)
    await until(dialog.keep.isVisible, "the offer")
    press(dialog.keep)
    await until(lambda: "does not accept" in dialog.status.text(), "the refusal")
    dialog.reject()
    await run.closed(dialog)


async def test_without_a_token_upload_asks_for_one_and_goes_on(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await add(run, *(gateway.song(f"{number}.mp3") for number in range(1, 7)))
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        press(run.page.upload)
        dialog = await run.dialog(AccountDialog)
        assert not gateway.record.prepares
        dialog.token.setText(TOKEN)
        press(dialog.save)
        await until(dialog.keep.isVisible, "the offer")
        press(dialog.keep)
        await until(dialog.go_on.isVisible, "the balance")
        press(dialog.go_on)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "six songs")


@pytest.mark.parametrize("way", ["Close", "Escape"])
async def test_closing_the_account_dialog_uploads_nothing(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, way: str
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await add(run, *(gateway.song(f"{number}.mp3") for number in range(1, 7)))
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        press(run.page.upload)
        dialog = await run.dialog(AccountDialog)
        dialog.token.setText(TOKEN)
        press(dialog.save)
        await until(dialog.keep.isVisible, "the offer")
        press(dialog.keep)
        await until(dialog.go_on.isVisible, "the balance")
        if way == "Close":
            press(dialog.close_button)
        else:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        await run.closed(dialog)
        await run.controller.account.ask_balance()  # by then an upload would have begun
        counts = run.program.job.counts(run.page.model_id)
        assert counts.count(SongState.READY) == 6
        assert not gateway.record.prepares
        press(run.page.upload)
        await until(lambda: run.count(SongState.UPLOADED) == 6, "six songs")


async def test_a_song_that_failed_is_sent_again_and_fewer_than_six_say_so(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    gateway.on("upload").always(Status(400, "audioUrl cannot be downloaded"))
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connect(run)
        await add(run, *(gateway.song(f"{number}.mp3") for number in range(1, 6)))
        await until(lambda: run.count(SongState.READY) == 5, "five good links")
        assert run.page.bar.reason.text() in {
            f"Add 1 more song{s}: a model needs six." for s in ("", "s")
        }  # unbuilt or built
        assert not run.page.bar.button.isEnabled()
        press(run.page.upload)
        await until(lambda: run.count(SongState.FAILED) == 5, "five refusals")
        gateway.on("upload").clear()
        press(run.page.retry_all)
        await until(lambda: run.count(SongState.UPLOADED) == 5, "five songs")
        assert run.page.progress.label.text() == "5 of 6 songs uploaded"
        assert len(gateway.record.prepares) == 1


async def test_closing_in_the_middle_is_prompt_and_nothing_is_lost(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    threads = set(threading.enumerate())
    gateway.on("upload").always(Hang())
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connect(run)
        await add(run, *(gateway.song(f"{number}.mp3") for number in range(1, 7)))
        await until(lambda: run.count(SongState.READY) == 6, "six good links")
        press(run.page.upload)
        await gateway.hangs(2)
        run.page.add_wanted.emit()  # a dialog is open, too
        await run.dialog(LinksDialog)
        status, seconds = await run.close()
    assert status == 0
    assert seconds < 1
    gateway.on("upload").clear()
    gateway.release()
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert run.count(SongState.UNCLEAR) >= 2
        await until(lambda: run.count(SongState.UNCLEAR, SongState.QUEUED) == 6, "all the songs")
        unclear = run.count(SongState.UNCLEAR)
        run.page.view.go_to(run.songs().index(next(s for s in run.songs() if s.state is SongState.UNCLEAR)))
        assert any(
            action.text() == "Send again" and action.isVisible()
            for action in run.page.actions_for_songs.all()
        )
        assert run.count(SongState.UNCLEAR) == unclear
    await until(lambda: set(threading.enumerate()) <= threads, "the end of the threads")


async def test_a_window_that_is_closed_before_it_is_open(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path), wait=False) as run:
        await until(run.window.isVisible, "the window")
        status, seconds = await run.close()
    assert status == 0
    assert seconds < 1


async def test_two_profiles_know_nothing_of_each_other(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path / "one"), addresses=at(gateway)) as one:
        await add(one, gateway.song("1.mp3"), gateway.song("2.mp3"))
        async with running(qapp, profile(tmp_path / "two"), addresses=at(gateway)) as two:
            assert not two.songs()
            assert two.page.empty.isVisible()
        assert len(one.songs()) == 2


@pytest.mark.parametrize("close_the_window", [False, True])
async def test_a_journal_that_cannot_be_used_is_said_and_ends_the_run(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    close_the_window: bool,
) -> None:
    async def refuse(*_args: object, **_kwargs: object) -> None:
        raise JournalError(JournalFault.NEWER)

    monkeypatch.setattr("mountsea_desktop.program.SqliteJournal.open", refuse)
    async with running(qapp, profile(tmp_path), wait=False) as run:
        await until(lambda: _stop_dialogs(qapp), "the dialog")
        if not close_the_window:
            _stop_dialogs(qapp)[0].reject()
            await until(run.app_run.closing.is_set, "the end")
        status, _seconds = await run.close()
    assert status == CANNOT_START
    assert "newer version" in capsys.readouterr().err
    assert not _stop_dialogs(qapp)


def _stop_dialogs(app: QApplication) -> list[CannotStartDialog]:
    return [
        dialog
        for dialog in app.topLevelWidgets()
        if isinstance(dialog, CannotStartDialog) and dialog.isVisible()
    ]


@pytest.mark.logs("unexpected in")
async def test_a_bug_is_reported_without_the_token_and_the_window_lives_on(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await connect(run)
        run.app_run._unexpected("a test", ValueError(f"something held {TOKEN}"))
        dialog = await run.dialog(ReportDialog)
        run.app_run._unexpected("a test", ValueError("once more"))  # one report at a time is enough
        assert len(run.window.findChildren(ReportDialog)) == 1
        text = dialog._report.toPlainText()
        assert "ValueError" in text
        assert "mountsea-desktop" in text
        assert TOKEN not in text
        press(dialog.close_button)
        await run.closed(dialog)
        assert run.window.isVisible()
        asyncio.get_running_loop().call_exception_handler({"message": "m", "exception": KeyError("lost")})
        assert "KeyError" in (await run.dialog(ReportDialog))._report.toPlainText()
    _nothing_of_the_token_in(tmp_path)  # the log neither


class LostError(Exception):
    """An error nobody waits for."""


def in_a_thread() -> None:
    def fail() -> None:
        raise LostError

    thread = threading.Thread(target=fail, name="daemon call")
    thread.start()
    thread.join()


def at_the_end_of_an_object() -> None:
    class Thing:
        def __del__(self) -> None:
            raise LostError

    Thing()


def in_a_slot() -> None:
    def fail() -> None:
        raise LostError

    QTimer.singleShot(0, fail)


@pytest.mark.logs("unexpected in")
@pytest.mark.parametrize("fails", [in_a_thread, at_the_end_of_an_object, in_a_slot])
async def test_an_error_that_nobody_waits_for_is_reported_too(
    qapp: QApplication, tmp_path: Path, fails: Callable[[], None]
) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    async with running(qapp, profile(tmp_path)) as run:
        fails()
        dialog = await run.dialog(ReportDialog)
        assert "LostError" in dialog._report.toPlainText()
        press(dialog.close_button)
        await run.closed(dialog)
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


@pytest.mark.logs("unexpected in")
async def test_what_goes_wrong_without_an_error_or_at_the_end_is_in_the_log(
    qapp: QApplication, tmp_path: Path
) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        asyncio.get_running_loop().call_exception_handler({"message": "something odd"})
        run.app_run.closing.set()
        run.app_run._unexpected("closing", LostError("late"))
        assert not run.window.findChildren(ReportDialog)
    text = run.app_run._log.file.read_text()
    assert "something odd" in text
    assert "late" in text


async def test_what_was_shown_last_is_shown_first(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        first = run.page.model_id
        await run.add(gateway.song("1.mp3"))
        press(run.window.sidebar.new)
        await until(lambda: run.page.model_id != first, "the second model")
        assert run.page.name.text() == "My model 2"
        run.window.sidebar.list.setCurrentIndex(
            run.window.model_list.index(run.window.model_list.row_of(first))
        )
        assert run.page.model_id == first
        run.window.resize(700, 640)
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert run.page.model_id == first
        assert run.window.size().width() == 700


async def test_autoplay_does_the_whole_job(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = Options(demo=True, autoplay=True, screenshot=tmp_path / "deep" / "x.png", language="en")
    async with running(qapp, Folders.of_profile(tmp_path), options=options, speed=200) as run:
        await until(run.app_run.closing.is_set, "the end of the job")
        status, _ = await run.close()
    assert status == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2].startswith("model ID: chirp-custom:")
    assert "Harbour Lights: Uploaded" in lines
    assert len(lines) == len(set(lines))
    assert (tmp_path / "deep" / "x.png").stat().st_size > 10_000


async def test_a_disk_that_is_full_at_the_first_start_is_said_in_words(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def full(*_: object) -> None:
        raise JournalError(JournalFault.FULL)

    monkeypatch.setattr("mountsea_desktop.program.SqliteJournal.save", full)
    async with running(qapp, profile(tmp_path), wait=False) as run:
        await until(lambda: _stop_dialogs(qapp), "the dialog")
        _stop_dialogs(qapp)[0].reject()
        await until(run.app_run.closing.is_set, "the end")
        status, _seconds = await run.close()
    assert status == CANNOT_START
    assert "The disk is full." in capsys.readouterr().err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_ctrl_c_closes_the_window_also_where_the_loop_knows_no_signals(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """As on Windows: without it, Python ends the loop in the middle of whatever it does."""

    def refuse(*_: object) -> None:
        raise NotImplementedError

    before = signal.getsignal(number)
    monkeypatch.setattr(type(asyncio.get_running_loop()), "add_signal_handler", refuse)
    async with running(qapp, profile(tmp_path)) as run:
        signal.raise_signal(number)
        await until(run.app_run.closing.is_set, "the end")
    assert signal.getsignal(number) is before


async def test_a_line_that_cannot_be_written_ends_autoplay(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begins = asyncio.Event()

    async def broken(*_: object) -> int:
        await begins.wait()
        raise BrokenPipeError

    monkeypatch.setattr("mountsea_desktop.ui.app.autoplay.Autoplay.play", broken)
    options = Options(demo=True, autoplay=True, language="en")
    unexpected: list[BaseException] = []
    async with running(qapp, profile(tmp_path), options=options) as run:
        run.app_run._tasks._on_error = lambda _name, error: unexpected.append(error)
        begins.set()
        await until(run.app_run.closing.is_set, "the end")
    assert run.app_run._status == 1
    assert [type(error) for error in unexpected] == [BrokenPipeError]


async def test_a_start_with_nothing_unfinished_asks_nobody(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        await until(lambda: run.window.account.text().startswith("Account"), "the account")
    assert gateway.record.all == []
