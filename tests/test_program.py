"""The layers together: opened in earnest and in practice, and closed without a trace."""

import asyncio
import threading
from pathlib import Path

import pytest

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.program import Program
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault

LOOPBACK = Addresses("http://127.0.0.1:9", "http://127.0.0.1:9")


async def opened(folder: Path, *, practice: bool = False, addresses: Addresses | None = None) -> Program:
    folders = Folders.of_profile(folder)
    folders.prepare()
    return await Program.open(
        folders=folders,
        addresses=addresses or Addresses(),
        practice=practice,
        speed=100.0,
        parallel=2,
        listener=lambda _change: None,
        tasks=Tasks(lambda name, error: pytest.fail(f"{name}: {error!r}")),
    )


async def test_in_practice_there_is_a_token_and_a_balance_without_a_network(tmp_path: Path) -> None:
    program = await opened(tmp_path, practice=True)
    assert program.tokens.current()
    assert await program.job.connectivity.balance() == 500
    assert not program.allow_loopback
    await program.tasks.stop()
    await program.close()
    assert program.tokens.current() is None


async def test_in_earnest_nothing_is_asked_by_opening(tmp_path: Path) -> None:
    program = await opened(tmp_path)
    assert program.tokens.current() is None
    assert program.tokens.keyring_name == ""
    assert not program.allow_loopback
    assert program.clock.speed == 100.0
    await program.close()


async def test_links_to_this_computer_work_only_when_the_gateway_is_on_it(tmp_path: Path) -> None:
    program = await opened(tmp_path, addresses=LOOPBACK)
    assert program.allow_loopback
    await program.close()


async def test_the_end_waits_for_no_look_up_of_a_name(tmp_path: Path) -> None:
    program = await opened(tmp_path)
    await program.close()
    thread = await asyncio.get_running_loop().run_in_executor(None, threading.current_thread)
    assert (thread.name, thread.daemon) == ("daemon call", True)


async def test_what_was_kept_is_there_again(tmp_path: Path) -> None:
    program = await opened(tmp_path)
    model = await program.job.new_model("Kept")
    link = "https://host.invalid/1.mp3"
    await program.tasks.stop()
    await program.job.add_songs(model.id, [NewSong(link=link, pasted=link, title="One")])
    await program.tasks.stop()
    await program.close()
    again = await opened(tmp_path)
    assert [model.name for model in again.job.models()] == ["Kept"]
    assert [song.title for song in again.job.songs(model.id)] == ["One"]
    await again.close()


async def test_closing_leaves_no_thread_and_no_task(tmp_path: Path) -> None:
    before = set(threading.enumerate())
    program = await opened(tmp_path, practice=True)
    await program.job.new_model("One")
    await program.tasks.stop()
    await program.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
        assert not thread.is_alive()
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_journal_that_cannot_be_read_is_an_error_and_nothing_stays_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(_journal: object) -> None:
        raise JournalError(JournalFault.CORRUPT)

    monkeypatch.setattr("mountsea_desktop.program.SqliteJournal.load", refuse)
    before = set(threading.enumerate())
    with pytest.raises(JournalError):
        await opened(tmp_path)
    for thread in set(threading.enumerate()) - before:
        thread.join(5)
        assert not thread.is_alive()
