"""Faults that a person sees or causes, in the whole window off-screen."""

import asyncio
import gc
import os
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mountsea_desktop import program as program_module
from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.links.verdict import Checked
from mountsea_desktop.storage.drives import Drive
from mountsea_desktop.storage.profile_lock import ProfileLock
from mountsea_desktop.storage.secret_store import SecretStore
from mountsea_desktop.ui.add_songs.links_dialog import LinksDialog
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.song import SongState
from tests.fakes.faults import Endless, Hang
from tests.fakes.window import Run, press, running, until
from tests.faults.crashable_program import TOKEN, CrashableProgram
from tests.faults.steps import full_disk


@asynccontextmanager
async def window(app: QApplication, program: CrashableProgram, *, wait: bool = True) -> AsyncIterator[Run]:
    """The program's window."""
    at = Addresses(program.gateway.url, program.gateway.url)
    async with running(app, program.folders, addresses=at, wait=wait) as run:
        yield run


@asynccontextmanager
async def with_six_uploads(app: QApplication, program: CrashableProgram) -> AsyncIterator[Run]:
    """The window of a program where six songs are uploaded."""
    await program.uploaded()
    await program.close()
    async with window(app, program) as run:
        await until(run.page.bar.button.isEnabled, "the button")
        yield run


async def finished(run: Run) -> None:
    await until(run.page.attempt.identifier.isVisible, "the identifier")


async def test_fault_37_double_clicks_spend_once(qapp: QApplication, program: CrashableProgram) -> None:
    async with with_six_uploads(qapp, program) as run:
        button = run.page.bar.button
        for _ in range(2):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            QTest.mouseDClick(button, Qt.MouseButton.LeftButton)
        dialog = await run.dialog(ConfirmDialog)
        await until(lambda: dialog.balance is not None)
        assert len([it for it in run.window.findChildren(ConfirmDialog) if it.isVisible()]) == 1
        dialog.rights.click()
        for _ in range(3):
            QTest.mouseClick(dialog.spend, Qt.MouseButton.LeftButton)
            QTest.mouseDClick(dialog.spend, Qt.MouseButton.LeftButton)
        await finished(run)
    assert len(program.gateway.record.creates) == 1


async def test_fault_37_enter_held_down_spends_nothing_by_itself(
    qapp: QApplication, program: CrashableProgram
) -> None:
    async with with_six_uploads(qapp, program) as run:
        run.page.bar.button.setFocus()
        for _ in range(20):
            for kind in (QApplication.focusWidget(), run.page.bar.button):
                if kind is not None:
                    QTest.keyClick(kind, Qt.Key.Key_Return)
            await asyncio.sleep(0)
        assert program.gateway.record.creates == []
        for dialog in run.window.findChildren(ConfirmDialog):
            dialog.reject()
        dialog = await run.confirming()
        dialog.spend.setFocus()
        for _ in range(20):
            QTest.keyPress(dialog.spend, Qt.Key.Key_Space)
            QTest.keyRelease(dialog.spend, Qt.Key.Key_Space)
        await finished(run)
    assert len(program.gateway.record.creates) == 1


async def test_fault_37_a_second_attempt_while_the_first_is_on_its_way(
    qapp: QApplication, program: CrashableProgram
) -> None:
    gateway = program.gateway
    async with with_six_uploads(qapp, program) as run:
        gateway.on("create").next(Hang())
        await run.spend()
        await gateway.hangs()
        run.page.create_wanted.emit(run.page.name.text())  # as a slow window might still do
        dialog = await run.dialog(ConfirmDialog)
        dialog.rights.click()
        await until(dialog.spend.isEnabled, "the balance")
        press(dialog.spend)
        await run.closed(dialog)
        await until(run.window.toast.isVisible, "that nothing was sent")
        gateway.release()
        await finished(run)
    assert len(gateway.record.creates) == 1


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # the off-screen platform
async def test_fault_38_second_instance(qapp: QApplication, program: CrashableProgram) -> None:
    program.folders.prepare()
    lock = ProfileLock.take(program.folders.data_folder)
    async with window(qapp, program) as run:
        run.window.showMinimized()
        second = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "mountsea_desktop", "--profile", str(program.folders.data_folder),
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        async with asyncio.timeout(30):
            output, _ = await second.communicate()
        assert (second.returncode, output.strip()) == (0, b"")
        await until(lambda: not run.window.isMinimized(), "the first window")
    lock.release()


@pytest.mark.parametrize("accepted", [True, False])
async def test_fault_39_closed_in_the_middle_of_a_post(
    qapp: QApplication, program: CrashableProgram, accepted: bool
) -> None:
    gateway = program.gateway
    async with with_six_uploads(qapp, program) as run:
        gateway.on("create").next(Hang(process=accepted))
        await run.spend()
        await gateway.hangs()
        status, seconds = await run.close()
    assert status == 0
    assert seconds < 2
    gateway.on("status").always(Hang())
    async with window(qapp, program) as run:
        assert run.page.attempt.isVisible()
        assert "interrupted" in str(run.program.job.models()[0].attempt)
        assert run.page.attempt._text.text(), "in words"
        assert not run.page.bar.button.isVisible()
        gateway.on("status").clear()
        gateway.release()
        if accepted:
            await finished(run)
        else:
            await until(run.page.attempt.again.isVisible, "the offer to send again")
            assert run.program.job.models()[0].attempt.outcome is Outcome.UNCLEAR  # type: ignore[union-attr]  # it has one by now
    assert len(gateway.record.creates) == 1


async def test_fault_40_disk_full_is_said_and_nothing_is_sent(
    qapp: QApplication, program: CrashableProgram
) -> None:
    async with with_six_uploads(qapp, program) as run:
        dialog = await run.confirming()
        with full_disk(program):
            press(dialog.spend)
            await until(run.window.banner.isVisible, "the notice")
            await until(run.window.toast.isVisible, "that nothing was sent")
            assert "full" in run.window.banner.label.text()
            assert "nothing was spent" in run.window.toast.label.text()
        assert program.gateway.record.creates == []
        await until(lambda: not run.window.banner.isVisible(), "the end of the outage")
        await run.spend()
        await finished(run)
    assert len(program.gateway.record.creates) == 1


async def test_fault_42_a_corrupt_journal_is_told_with_a_warning_about_money(
    qapp: QApplication, program: CrashableProgram
) -> None:
    program.folders.journal_file.write_bytes(b"SQLite format 3\x00" + b"chaos" * 2_000)
    async with window(qapp, program) as run:
        await until(run.window.toast.isVisible, "the warning")
        text = run.window.toast.label.text()
        assert str(run.program.journal.set_aside) in text
        assert "balance" in text
        await run.add(*(song.link for song in program.new_songs(6)))


async def test_fault_42_a_journal_that_vanished_is_told(
    qapp: QApplication, program: CrashableProgram
) -> None:
    async with window(qapp, program):
        pass
    program.folders.journal_file.unlink()
    async with window(qapp, program) as run:
        await until(run.window.toast.isVisible, "the warning")
        text = run.window.toast.label.text()
        assert str(program.folders.journal_file) in text
        assert "balance" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows guards folders by other means")
async def test_a_folder_that_others_can_write_to_is_told(
    qapp: QApplication, program: CrashableProgram
) -> None:
    program.folders.data_folder.chmod(0o777)
    async with window(qapp, program) as run:
        await until(run.window.toast.isVisible, "the warning")
        assert str(program.folders.data_folder) in run.window.toast.label.text()


# -- The keyring ------------------------------------------------------------------------------------------


@pytest.fixture
def hasty_keyring() -> Iterator[None]:
    with patch.object(program_module, "SecretStore", partial(SecretStore, load_limit=0.2, save_limit=0.2)):
        yield


async def connect_for_now(run: Run, text: str = TOKEN) -> None:
    """Enter a token that the keyring does not take, and agree to have it kept for this run."""
    press(run.window.account)
    dialog = await run.dialog(AccountDialog)
    dialog.token.setText(text)
    press(dialog.save)
    await until(dialog.keep.isVisible, "the offer")
    assert run.program.tokens.current() is None, "not without a yes"
    assert dialog.status.text()
    press(dialog.keep)
    await until(lambda: "Connected" in dialog.status.text(), "the balance")
    press(dialog.close_button)
    await run.closed(dialog)


@pytest.mark.usefixtures("hasty_keyring")
async def test_a_network_drive_whose_locks_no_other_computer_sees_is_told(
    qapp: QApplication, program: CrashableProgram, monkeypatch: pytest.MonkeyPatch
) -> None:
    drive = Drive("fuse.sshfs", is_network=True, locks_are_shared=False)
    monkeypatch.setattr("mountsea_desktop.storage.folders.drive_of", lambda _folder: drive)
    async with window(qapp, program) as run:
        await until(run.window.toast.isVisible, "the message")
        assert "one computer at a time" in run.window.toast.label.text()


async def test_fault_43_keyring_hanging(qapp: QApplication, program: CrashableProgram) -> None:
    answers = threading.Event()

    def hang(name: str) -> None:
        if name.startswith("keyring"):
            answers.wait()

    program.befalls = hang
    async with window(qapp, program, wait=False) as run:
        await until(lambda: run.app_run.controller is not None and run.page.model_id, "the page")
        assert run.window.isVisible()
        await run.add(*(song.link for song in program.new_songs(6)))
        await until(lambda: run.count(SongState.READY) == 6, "six good links, while the keyring hangs")
        await connect_for_now(run)
        press(run.page.upload)
        await until(run.page.bar.button.isEnabled, "the sixth song")
        status, seconds = await run.close()
        answers.set()
    assert status == 0
    assert seconds < 2


@pytest.mark.parametrize(
    "error", [ZeroDivisionError(TOKEN), OSError(1783, TOKEN), RuntimeError("Prompt dismissed")]
)
async def test_fault_43_keyring_raising_anything(
    qapp: QApplication, program: CrashableProgram, error: Exception
) -> None:
    def refuse(name: str) -> None:
        if name.startswith("keyring"):
            raise error

    program.befalls = refuse
    async with window(qapp, program) as run:
        await connect_for_now(run)
        assert run.program.tokens.current() == TOKEN
    async with window(qapp, program) as run:
        assert run.window.account.text() == "Connect…"


async def interrupted_uploads(program: CrashableProgram) -> None:
    """Six songs at Mountsea, whose answers the program has not heard yet when it is closed."""
    program.gateway.on("status").always(Hang())
    model_id = await program.begin()
    await program.job.upload(model_id)
    await program.until(lambda: program.count(SongState.ACCEPTED) == 6)
    await program.close()
    program.gateway.on("status").clear()


async def test_the_balance_is_there_after_a_start_with_unfinished_work_alone(
    qapp: QApplication, program: CrashableProgram
) -> None:
    await interrupted_uploads(program)
    program.gateway.on("status").always(Hang())
    async with window(qapp, program) as run:
        await until(lambda: run.window.account.text() == "Account · 1,000 credits", "the balance")
        assert run.count(SongState.ACCEPTED) == 6
        program.gateway.on("status").clear()
        run.program.job.try_now()
        await until(lambda: run.count(SongState.UPLOADED) == 6, "the uploads")
        await until(lambda: len(program.gateway.record.credits) == 2, "the balance after them")
    before = len(program.gateway.record.all)
    async with window(qapp, program) as run:
        assert run.controller.account.connected
        await run.controller.account.ask_balance()  # by then another question would have been asked
        assert [seen.endpoint for seen in program.gateway.record.all[before:]] == ["credits"]


async def test_fault_43_keyring_locked_at_the_start(qapp: QApplication, program: CrashableProgram) -> None:
    await interrupted_uploads(program)

    def locked(name: str) -> None:
        if name.startswith("keyring"):
            raise KeyringLocked

    program.befalls = locked
    async with window(qapp, program) as run:
        await until(run.window.banner.isVisible, "the notice")
        assert "which is locked" in run.window.banner.label.text()
        assert "no API token" not in run.window.banner.label.text()
        program.befalls = lambda _: None  # somebody unlocks it
        press(run.window.banner.button)
        dialog = await run.dialog(AccountDialog)
        await until(lambda: "Connected" in dialog.status.text(), "the balance")
        await until(lambda: run.count(SongState.UPLOADED) == 6, "everything going on")
        assert not run.window.banner.isVisible()


@pytest.mark.usefixtures("hasty_keyring")
async def test_fault_43_keyring_that_answers_too_late_at_the_start(
    qapp: QApplication, program: CrashableProgram
) -> None:
    await interrupted_uploads(program)
    unlocked = threading.Event()

    def asks_for_its_password(name: str) -> None:
        if name.startswith("keyring"):
            unlocked.wait()

    program.befalls = asks_for_its_password
    async with window(qapp, program) as run:
        await until(run.window.banner.isVisible, "the notice")
        assert "has not answered yet" in run.window.banner.label.text()
        unlocked.set()
        await until(lambda: run.count(SongState.UPLOADED) == 6, "everything going on by itself")


async def test_fault_33_answers_that_are_left_early_leave_nothing_to_the_collector(
    qapp: QApplication, program: CrashableProgram
) -> None:
    """On the window's own loop, where nobody else finishes what was left in the middle."""
    program.gateway.on("song").always(Endless())
    program.gateway.on("credits").next(Endless())
    async with window(qapp, program) as run:
        await connect_to_an_endless_answer(run)
        await run.add(*(song.link for song in program.new_songs(3)))
        await until(lambda: run.count(SongState.NEEDS_ATTENTION, SongState.READY) == 3, "the checks")
        gc.collect()
        program.gateway.on("song").clear()


async def connect_to_an_endless_answer(run: Run) -> None:
    """Enter a token, whose test meets an answer without an end."""
    press(run.window.account)
    dialog = await run.dialog(AccountDialog)
    dialog.token.setText(TOKEN)
    press(dialog.save)
    await until(lambda: "could not be understood" in dialog.status.text(), "the words")
    dialog.reject()
    await run.closed(dialog)


# -- What people paste ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("hasty_keyring")
@pytest.mark.parametrize(
    "text",
    [
        f"{TOKEN}\n",
        f"  {TOKEN}\t ",
        f"“{TOKEN}”",
        f'"{TOKEN}"',
        f"Bearer {TOKEN}",
        f"Authorization: Bearer {TOKEN}\r\n",
    ],
    ids=repr,
)
async def test_fault_47_token_is_cleaned(qapp: QApplication, program: CrashableProgram, text: str) -> None:
    async with window(qapp, program) as run:
        press(run.window.account)
        dialog = await run.dialog(AccountDialog)
        dialog.token.setText(text)
        press(dialog.save)
        await until(lambda: "Connected" in dialog.status.text(), "the balance")
        dialog.reject()
        await run.closed(dialog)
    assert [seen.secret for seen in program.gateway.record.credits] == [TOKEN]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Bearer ",
        "two words",
        f"{TOKEN}\nsecond line",
        "sk-夜に走る",
        "sk-\x07bell",
        "sk-" + "a" * 10_240,
    ],
    ids=lambda text: repr(text)[:20],
)
async def test_fault_47_token_is_refused_in_words(
    qapp: QApplication, program: CrashableProgram, text: str
) -> None:
    async with window(qapp, program) as run:
        press(run.window.account)
        dialog = await run.dialog(AccountDialog)
        before = dialog.status.text()
        dialog.token.setText(text)
        press(dialog.save)
        await until(lambda: dialog.status.text() not in {"", before} or not text.strip(), "the words")
        assert not dialog.keep.isVisible()
        assert run.program.tokens.current() is None
        dialog.reject()
        await run.closed(dialog)
    assert program.gateway.record.all == []


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("", None),
        ("  \u200b ", None),
        ("n" * 10_000, None),
        ("Nachtfahrt 🚗🌃", "Nachtfahrt 🚗🌃"),
        ("夜に走る", "夜に走る"),
        ("a\x07b\x00c\td", "a b c d"),
        ("שיר לילה", "שיר לילה"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ('"; DROP TABLE models; --', '"; DROP TABLE models; --'),
    ],
    ids=lambda text: repr(text)[:20],
)
async def test_fault_48_model_name(
    qapp: QApplication, program: CrashableProgram, typed: str, sent: str | None
) -> None:
    async with with_six_uploads(qapp, program) as run:
        field = run.page.name
        field.setFocus()
        field.selectAll()
        field.insert(typed)
        field.textEdited.emit(field.text())
        told = run.page._name_fault.text()
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert bool(told) == (sent is None), "refused in words"
        wanted = sent or "Night drive"
        await until(lambda: run.program.job.models()[0].name == wanted, "the name")
        await run.spend()
        await finished(run)
    [create] = program.gateway.record.creates
    assert create.body["name"] == wanted


def begin_another(run: Run) -> None:
    """Begin a model, also beside one that is still empty, which the button would lead to."""
    actions = run.controller.actions
    actions.start(actions.make_model(), "new model")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("word " * 2_000_000, 0),
        ("a\x00b\x00https://songs.example/1.mp3\x00", 1),
        ("<html><body>" + "<p><b>hi</b></p>" * 10_000 + "</body></html>", 0),
        ("\n".join(f"https://songs.example/{n}.mp3" for n in range(50_000)), 20_000),
    ],
    ids=["10 MB", "NUL bytes", "HTML", "50,000 links"],
)
async def test_fault_49_pasted_text(
    qapp: QApplication, program: CrashableProgram, text: str, count: int
) -> None:
    async with window(qapp, program) as run:
        run.program.checker.check = _never  # type: ignore[method-assign,assignment]  # stands in for the real one
        QGuiApplication.clipboard().setText(text)
        run.window._paste()
        await until(lambda: run.songs() or _read(run), "what was understood", seconds=60)
        if not run.songs():
            dialog = await run.dialog(LinksDialog)
            assert dialog._summary.text(), "in words"
            assert len(dialog.found) == count
            dialog.add.click() if count else dialog.reject()
            await run.closed(dialog)
        await until(lambda: len(run.songs()) == count, "the rows")
        begin_another(run)
        await until(lambda: len(run.program.job.models()) == 2, "a window that is alive")


def _read(run: Run) -> bool:
    """Whether the link dialog has read everything."""
    dialogs = [dialog for dialog in run.window.findChildren(LinksDialog) if dialog.isVisible()]
    return any(not dialog._typing.isActive() and not dialog._reader._timer.isActive() for dialog in dialogs)


async def _never(_link: str) -> Checked:
    await asyncio.Event().wait()
    raise AssertionError


async def test_fault_49_an_image(qapp: QApplication, program: CrashableProgram) -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(0)
    mime = QMimeData()
    mime.setImageData(image)
    async with window(qapp, program) as run:
        QGuiApplication.clipboard().setImage(image)
        run.window._paste()
        actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        run.window.dropEvent(
            QDropEvent(QPointF(9, 9), actions, mime, buttons, Qt.KeyboardModifier.NoModifier)
        )
        begin_another(run)
        await until(lambda: len(run.program.job.models()) == 2, "a window that is alive")
        assert not run.songs()


async def test_fault_50_a_profile_folder_that_vanishes_is_said(
    qapp: QApplication, program: CrashableProgram, tmp_path: Path
) -> None:
    folder, elsewhere = program.folders.data_folder, tmp_path / "unplugged"
    async with window(qapp, program) as run:
        folder.rename(elsewhere)
        begin_another(run)
        await until(run.window.toast.isVisible, "the words")
        assert run.window.toast.label.text().startswith("That was not done: ")
        assert len(run.program.job.models()) == 1
        elsewhere.rename(folder)
        begin_another(run)
        await until(lambda: len(run.program.job.models()) == 2, "a window that is alive")
