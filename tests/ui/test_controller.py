"""The window shows what was shown last, tells of damage, and keeps every view in step with the job."""

import asyncio
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.ui import controller
from mountsea_desktop.workflow.events import SongsFound
from mountsea_desktop.workflow.song import SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.faults import Hang, Usual
from tests.fakes.window import Run, at, press, profile, running, until


async def test_an_outage_comes_and_goes_with_its_countdown(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway), speed=1.0) as run:
        gate = run.program.job.connectivity.gate
        gate.record_failure(GatewayError(Fault.OFFLINE, Fate.NOT_SENT, retry_after=30.0))
        await until(run.window.banner.isVisible, "the notice")
        assert run.controller._seconds.isActive()
        assert "0:30" in run.window.banner.label.text()
        press(run.window.banner.button)
        await until(lambda: not run.window.banner.isVisible(), "the end of the notice")
        assert not run.controller._seconds.isActive()


async def test_a_song_that_had_arrived_is_told_of_when_it_is_found(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller._handle_changes([SongsFound(run.page.model_id, 2)])
        assert run.window.toast.label.text() == "2 songs had arrived at Mountsea. Nothing was sent again."


async def test_news_of_another_model_leaves_the_page_alone(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        first = run.page.model_id
        await run.add(gateway.song("1.mp3"))
        press(run.window.sidebar.new)
        await until(lambda: run.page.model_id != first, "the other model")
        assert not run.songs()
        await until(
            lambda: run.window.state.songs(first)[0].state is SongState.READY,
            "the check of the other's song",
        )
        assert not run.songs()
        run.controller.show_model(first)
        assert run.count(SongState.READY) == 1


async def test_a_notification_leads_to_the_row(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(*(gateway.song(f"{number}.mp3") for number in (1, 2)))
        first, wanted = run.page.model_id, run.songs()[1]
        press(run.window.sidebar.new)
        await until(lambda: run.page.model_id != first, "the other model")
        run.controller._announcer.notifier.followed.disconnect(run.controller.go_to)
        run.window.raise_it = lambda: None  # type: ignore[method-assign]  # off-screen there is no front
        run.controller.go_to(first, wanted.id)
        assert [song.id for song in run.page.view.songs()] == [wanted.id]


@pytest.mark.qt_log_ignore("does not support", extend=True)  # off-screen nothing is in front
async def test_the_menu_of_a_song_has_what_fits(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("1.mp3"))
        await until(lambda: run.count(SongState.READY) == 1, "the row")
        run.page.view.go_to(0)
        run.page.view.menu_wanted.emit(QPoint())
        (menu,) = [menu for menu in run.window.findChildren(QMenu) if menu.isVisible()]
        assert [action.text() for action in menu.actions()] == [
            "Edit link…",
            "Rename",
            "Listen",
            "Open",
            "Copy link",
            "Remove",
            "Columns",
        ]
        columns = menu.actions()[-1].menu()
        assert isinstance(columns, QMenu)
        assert [action.text() for action in columns.actions()] == ["Length", "Status", "Link"]
        QTest.keyClick(menu, Qt.Key.Key_Escape)
        await until(lambda: not run.window.findChildren(QMenu), "the end of the menu")


async def test_a_damaged_journal_is_set_aside_and_told(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, caplog: pytest.LogCaptureFixture
) -> None:
    folders = profile(tmp_path)
    folders.prepare()
    folders.journal_file.write_bytes(b"SQLite format 3\0" + b"rubbish" * 1_000)
    with caplog.at_level("CRITICAL"):
        async with running(qapp, folders, addresses=at(gateway)) as run:
            text = run.window.toast.label.text()
            assert "has been set aside" in text
            assert "look at your balance" in text
            assert not run.window.toast._timer.isActive()


async def test_damaged_settings_are_told(qapp: QApplication, tmp_path: Path, gateway: FaultGateway) -> None:
    folders = profile(tmp_path)
    folders.prepare()
    folders.settings_file.write_text("{")
    async with running(qapp, folders, addresses=at(gateway)) as run:
        assert "settings could not be read" in run.window.toast.label.text()


async def test_closing_says_what_goes_on_and_what_waits(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    gateway.on("status").always(Hang())
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        assert run.controller._farewell() == ""
        run.controller.account.keep_for_now("sk-made-up")
        await run.add(*(gateway.song(f"{number}.mp3") for number in range(4)))
        await until(lambda: run.count(SongState.READY) == 4, "good links")
        await run.program.job.limit_uploads(2)
        gateway.on("upload").next(Usual(), Usual(), Hang(), Hang())
        run.controller.actions.upload()
        await until(
            lambda: run.count(SongState.ACCEPTED) == 2 and run.count(SongState.SENDING) == 2, "the songs"
        )
        await run.add(gateway.song("late.mp3"))
        await until(lambda: run.count(SongState.READY) == 1, "one more")
        run.controller.actions.upload()
        await until(lambda: run.count(SongState.QUEUED) == 1, "its turn")
        assert run.controller._farewell() == (
            "2 songs go on at Mountsea. 2 songs were just being sent. 1 song waits here to be sent. "
            "Open the program again to see what became of it."
        )
        left: list[str] = []
        monkeypatch.setattr(run.controller._announcer.notifier, "notify_after_closing", left.append)
        farewell = run.controller._farewell()
        gateway.release()
    assert left == [farewell]


async def test_a_start_says_and_shows_what_was_being_sent_at_the_end(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    folders = profile(tmp_path)
    async with running(qapp, folders, addresses=at(gateway)) as run:
        run.controller.account.keep_for_now("sk-made-up")
        pages = (f"https://www.youtube.com/watch?v={number:011}" for number in range(40))
        await run.add(*pages, gateway.song("last.mp3"))
        await until(lambda: run.count(SongState.READY) == 1, "a good link, far down")
        gateway.on("upload").always(Hang())
        last = run.songs()[-1]
        run.controller.actions.upload()
        await until(lambda: run.count(SongState.SENDING) == 1, "the song")
    gateway.release()
    async with running(qapp, folders, addresses=at(gateway)) as run:
        said = "1 song was being sent when the program ended"
        assert run.window.toast.label.text().startswith(said)
        assert [song.id for song in run.page.view.songs()] == [last.id]
        row = run.page.view.currentIndex()
        assert run.page.view.viewport().rect().intersects(run.page.view.visualRect(row))
        model_id = run.page.model_id
        await run.program.job.archive(model_id)
    async with running(qapp, folders, addresses=at(gateway)) as run:
        assert not run.window.toast.isVisible(), "nobody asks about a model that is out of sight"
        await run.program.job.archive(model_id, archived=False)
        run.controller.show_model(model_id)
        run.controller.account.keep_for_now("sk-made-up")
        gateway.mountsea.songs_listed = True
        await run.program.job.look_for(run.page.model_id)
        await until(lambda: run.count(SongState.UPLOADED) == 1, "the song that had arrived")
        assert run.window.toast.label.text().startswith("1 song had arrived")
        run.window.toast.dismiss()
        assert run.window.toast.isHidden(), "what is cleared up is not said again"


async def test_practice_leaves_no_farewell(qapp: QApplication, tmp_path: Path) -> None:
    async with running(qapp, profile(tmp_path)) as run:
        await until(lambda: run.count(SongState.READY) == 6, "the samples")
        press(run.page.upload)
        await until(lambda: run.count(SongState.ACCEPTED) > 0, "the first song")
        assert run.controller._farewell() == ""


async def sending(run: Run, gateway: FaultGateway) -> None:
    """One song is being sent, and one waits for its turn."""
    run.controller.account.keep_for_now("sk-made-up")
    await run.add(*(gateway.song(f"{number}.mp3") for number in range(2)))
    await until(lambda: run.count(SongState.READY) == 2, "good links")
    await run.program.job.limit_uploads(1)
    gateway.on("upload").next(Hang())
    run.controller.actions.upload()
    await until(lambda: run.count(SongState.SENDING) == 1, "the first song")
    await until(lambda: gateway.record.of("upload"), "its request, which may come after its row")


async def test_closing_waits_for_the_answer_to_what_is_being_sent(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await sending(run, gateway)
        run.window.close()
        assert not run.app_run.closing.is_set()
        assert run.window.toast.label.text().startswith("Finishing what is being sent.")
        assert run.window.toast.button.text() == "Close now"
        gateway.release()
        await until(run.app_run.closing.is_set, "the end, as soon as the answer is there", seconds=4.0)
        assert not run.program.job.counts(run.page.model_id).count(SongState.SENDING, SongState.UNCLEAR)
        assert len(gateway.record.of("upload")) == 1, "nothing further was begun"


@pytest.mark.parametrize("how", ["button", "again"])
async def test_closing_need_not_wait(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, how: str
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await sending(run, gateway)
        run.window.close()
        assert not run.app_run.closing.is_set()
        if how == "again":
            run.window.close()
        else:
            press(run.window.toast.button)
        assert run.app_run.closing.is_set()
        gateway.release()


@pytest.mark.parametrize("offered", [True, False])
async def test_practice_is_offered_only_where_the_settings_say_so(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, offered: bool
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        preferences = run.app_run.preferences
        preferences.choose(msgspec.structs.replace(preferences.settings, practice_offered=offered))
        assert run.page.empty.samples.isVisibleTo(run.page.empty) is offered


async def test_the_token_is_never_a_name(qapp: QApplication, tmp_path: Path, gateway: FaultGateway) -> None:
    token = "sk-made-up-and-long-enough-1"
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        run.controller.account.keep_for_now(token)
        await run.add(gateway.song("1.mp3"))
        name, title = run.page.name.text(), run.songs()[0].title
        run.page.name.setText(f"my {token}")
        assert run.page.name.text() == name
        assert run.window.toast.label.text().startswith("This is your token")
        assert run.window.toast.button.text() == "Connect…"
        run.window.toast.hide()
        assert run.page.view.take_name(run.songs()[0].id, token)
        assert run.window.toast.isVisible()
        await run.add(gateway.song("2.mp3"))  # whatever was begun has come to its end
        assert run.songs()[0].title == title
        assert run.program.job.model(run.page.model_id).name == name


async def test_a_link_in_place_of_a_songs_name_is_a_song(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway
) -> None:
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        await run.add(gateway.song("1.mp3"))
        title = run.songs()[0].title
        assert run.page.view.take_name(run.songs()[0].id, gateway.song("2.mp3"))
        await until(lambda: len(run.songs()) == 2, "the other song")
        assert run.songs()[0].title == title


async def test_there_is_one_practice_window_at_a_time(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, closed = list[str](), asyncio.Event()

    async def practise(language: str) -> None:
        opened.append(language)
        await closed.wait()

    monkeypatch.setattr(controller, "practise", practise)
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        for _ in range(3):
            press(run.page.empty.samples)
        await until(lambda: bool(opened), "practice")
        assert run.window.toast.label.text() == "Practice opens in a window of its own."
        press(run.page.empty.samples)
        assert opened == ["en"]
        closed.set()
        await until(lambda: not run.controller._is_practising, "its end")
        press(run.page.empty.samples)
        await until(lambda: opened == ["en"] * 2, "practice once more")


async def test_a_practice_window_that_cannot_be_opened_is_told_of(
    qapp: QApplication, tmp_path: Path, gateway: FaultGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def practise(_language: str) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(controller, "practise", practise)
    async with running(qapp, profile(tmp_path), addresses=at(gateway)) as run:
        press(run.page.empty.samples)
        await until(lambda: "could not be opened" in run.window.toast.label.text(), "the message")
