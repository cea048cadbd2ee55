# ruff: noqa: ASYNC240 - nothing else runs on a test's loop
"""What disks, other programs and the end of this one do to a journal."""

import asyncio
import errno
import os
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from mountsea_desktop.storage import journal as journal_module
from mountsea_desktop.storage.journal import SqliteJournal, _Database
from mountsea_desktop.workflow.ports import (
    Contents,
    JournalError,
)
from mountsea_desktop.workflow.problem import JournalFault
from tests.storage.journals import a_model, a_song, an_attempt, fault_of_opening, other_connection, reopened


async def test_another_program_holding_the_file_is_waited_for_and_then_refused(path: Path) -> None:
    journal = await SqliteJournal.open(path, patience=0.05)
    with other_connection(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalError) as caught:
            await journal.save(a_model())
        assert caught.value.fault is JournalFault.LOCKED
        assert await fault_of_opening(path) is JournalFault.LOCKED
        other.execute("ROLLBACK")
    await journal.save(a_model())
    assert (await journal.load()).models == (a_model(),)
    await journal.close()


async def test_the_loop_lives_while_a_lock_is_waited_for(path: Path) -> None:
    journal = await SqliteJournal.open(path, patience=30)
    with other_connection(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        saving = asyncio.gather(journal.save(a_model()))
        for _ in range(5):
            await asyncio.sleep(0.01)
        assert not saving.done()
        other.execute("ROLLBACK")
    await saving
    await journal.close()


async def test_a_read_only_journal_is_refused_at_opening(
    path: Path, journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    await journal.save(a_model())
    await journal.close()

    def read_only(path: Path, patience: float) -> sqlite3.Connection:
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=patience, isolation_level=None)

    with monkeypatch.context() as patch:
        patch.setattr(_Database, "_connect", staticmethod(read_only))
        assert await fault_of_opening(path) is JournalFault.READ_ONLY
    assert (await reopened(path)).models == (a_model(),)


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.EROFS, JournalFault.READ_ONLY),
        (errno.EACCES, JournalFault.READ_ONLY),
        (errno.ENOSPC, JournalFault.FULL),
        (errno.EIO, JournalFault.GONE),
    ],
)
async def test_what_the_system_says_of_the_file_is_understood(
    path: Path, number: int, fault: JournalFault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    path.touch()
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", refuse)
        assert await fault_of_opening(path) is fault


async def test_a_folder_that_is_missing_is_not_made(tmp_path: Path) -> None:
    assert await fault_of_opening(tmp_path / "unplugged" / "journal.sqlite3") is JournalFault.GONE
    assert list(tmp_path.iterdir()) == []


async def test_a_folder_that_vanishes_is_noticed_at_the_next_save(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    journal = await SqliteJournal.open(folder / "journal.sqlite3")
    folder.rename(tmp_path / "elsewhere")
    with pytest.raises(JournalError) as caught:
        await journal.save(a_model())
    assert caught.value.fault is JournalFault.GONE
    await journal.close()


async def test_a_file_that_was_deleted_is_noticed_at_the_next_save(
    path: Path, journal: SqliteJournal
) -> None:
    path.unlink()
    with pytest.raises(JournalError) as caught:
        await journal.save(a_model())
    assert caught.value.fault is JournalFault.GONE


async def test_a_drive_that_does_not_answer_is_given_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = threading.Event()

    def hang(*_: object) -> None:
        answers.wait()
        raise sqlite3.OperationalError

    monkeypatch.setattr(journal_module, "_OPENING", 0.05)
    monkeypatch.setattr(_Database, "_connect", staticmethod(hang))
    assert await fault_of_opening(path) is JournalFault.GONE
    answers.set()


async def test_closing_does_not_wait_for_ever(
    journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = threading.Event()

    def hang(database: _Database, *_: object) -> None:
        answers.wait()
        database.close()  # nobody else does any more

    monkeypatch.setattr(journal_module, "_CLOSING", 0.05)
    with monkeypatch.context() as patch:
        patch.setattr(_Database, "save", hang)
        saving = asyncio.gather(journal.save(a_model()))
        await asyncio.sleep(0)
    await journal.close()
    assert not saving.done()
    answers.set()
    await saving


async def test_a_full_disk_keeps_nothing_of_a_save_and_recovers(journal: SqliteJournal) -> None:
    await journal.save(a_model())
    many = [a_song(f"s{n}", position=n) for n in range(500)]
    database = journal._database
    await journal._run(database._execute, "PRAGMA max_page_count = 12")
    with pytest.raises(JournalError) as caught:
        await journal.save(an_attempt(), *many)
    assert caught.value.fault is JournalFault.FULL
    assert await journal.load() == Contents((a_model(),))
    await journal._run(database._execute, "PRAGMA max_page_count = 100000")
    await journal.save(an_attempt(), *many)
    assert await journal.load() == Contents((replace(a_model(), attempt=an_attempt()),), tuple(many))


@pytest.mark.parametrize("failing", ["BEGIN", "INSERT INTO songs", "COMMIT", "ROLLBACK"])
async def test_whichever_statement_fails_nothing_is_half_saved(
    journal: SqliteJournal, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await journal.save(a_model())
    execute = _Database._execute

    def fail(self: _Database, statement: str, *values: object) -> list[object]:
        # A roll-back only happens after something else went wrong.
        if statement.startswith((failing, "COMMIT" if failing == "ROLLBACK" else failing)):
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
            raise error
        return execute(self, statement, *values)

    with monkeypatch.context() as patch:
        patch.setattr(_Database, "_execute", fail)
        with pytest.raises(JournalError) as caught:
            await journal.save(a_song("s1"), an_attempt())
        assert caught.value.fault is JournalFault.GONE
    await journal.save(a_song("s2"))
    assert await journal.load() == Contents((a_model(),), (a_song("s2"),))


WRITE_UNTIL_KILLED = """
import asyncio, sys
from pathlib import Path
from mountsea_desktop.storage.journal import SqliteJournal
from tests.storage.journals import a_model, an_attempt, a_song

async def main():
    journal = await SqliteJournal.open(Path(sys.argv[1]))
    for number in range(1_000_000):
        id = f"m{number}"
        await journal.save(a_model(id), *(a_song(f"{id}-{n}", id, n) for n in range(20)),
                           an_attempt(f"p{number}", model_id=id))
        print(id, flush=True)

asyncio.run(main())
"""


async def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_confirmed(path: Path) -> None:
    command = [sys.executable, "-c", WRITE_UNTIL_KILLED, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603, ASYNC220 - our own text, nothing else runs
        assert child.stdout is not None
        confirmed = [child.stdout.readline().strip() for _ in range(5)]
        child.kill()
        confirmed += child.stdout.read().split()
    contents = await reopened(path)
    ids = [model.id for model in contents.models]
    assert ids[: len(confirmed)] == confirmed
    assert len(ids) - len(confirmed) in {0, 1}  # at most the one that was about to be confirmed
    assert [(song.model_id, song.position) for song in contents.songs] == [
        (m, n) for m in ids for n in range(20)
    ]
    assert all(model.attempt is not None for model in contents.models)


FILL_UP = """
import asyncio, resource, sys
from pathlib import Path
from mountsea_desktop.storage.journal import SqliteJournal
from mountsea_desktop.workflow.ports import JournalError
from tests.storage.journals import a_model

async def main():
    journal = await SqliteJournal.open(Path(sys.argv[1]))
    await journal.save(a_model())
    resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
    try:
        await journal.save(*(a_model(f"x{n}") for n in range(2000)))
    except JournalError as error:
        print(error.fault, flush=True)
    print(len((await journal.load()).models), flush=True)
    await journal.close()

asyncio.run(main())
"""


async def test_a_file_that_must_not_grow_counts_as_a_full_disk(path: Path) -> None:
    command = [sys.executable, "-c", FILL_UP, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)  # noqa: S603, ASYNC221 - as above
    assert done.stdout.split() == ["journal_full", "1"]
    assert (await reopened(path)).models == (a_model(),)


@pytest.mark.skipif(os.name == "nt", reason="Windows guards files by other means")
async def test_files_that_others_could_read_are_closed_to_them(path: Path, journal: SqliteJournal) -> None:
    await journal.close()
    companion = path.with_name(path.name + "-journal")
    companion.touch()
    for file in (path, companion):
        file.chmod(0o666)
    again = await SqliteJournal.open(path)
    await again.save(a_model())
    for file in path.parent.iterdir():
        assert file.stat().st_mode & 0o077 == 0, file
    await again.close()


async def test_a_folder_in_the_files_place_is_named_as_what_it_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.mkdir()
    assert await fault_of_opening(path) is JournalFault.NO_FILE

    def as_on_windows(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(os, "open", as_on_windows)
    assert await fault_of_opening(path) is JournalFault.NO_FILE
