# ruff: noqa: ASYNC240 - nothing else runs on a test's loop
import asyncio
import errno
import itertools
import os
import random
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.storage import journal as journal_module
from mountsea_desktop.storage.journal import SqliteJournal, _Database, _open, _put_aside
from mountsea_desktop.storage.schema import MIGRATIONS
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.ports import (
    AlreadyAttemptedError,
    Contents,
    Journal,
    JournalError,
)
from mountsea_desktop.workflow.problem import JournalFault, Problem
from mountsea_desktop.workflow.song import Song, SongState
from tests.storage.any_records import attempt_records, model_records, song_records

NOT_QUITE_SQLITE = b"SQLite format 3\x00" + b"chaos" * 2000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.sqlite3"


@pytest.fixture
async def journal(path: Path) -> AsyncIterator[SqliteJournal]:
    journal = await SqliteJournal.open(path)
    yield journal
    await journal.close()


def a_model(id: str = "m1") -> Model:  # noqa: A002 - the field's name
    return Model(id=id, name="Night songs", created_at=1.5)


def a_song(id: str = "s1", model_id: str = "m1", position: int = 1) -> Song:  # noqa: A002 - the field's name
    return Song(
        id=id, model_id=model_id, position=position, link="https://a/b", pasted="a/b", title="B", since=2.5
    )


def an_attempt(id: str = "p1", outcome: Outcome = Outcome.SENDING, model_id: str = "m1") -> CreateAttempt:  # noqa: A002 - as above
    return CreateAttempt(
        id=id,
        model_id=model_id,
        pressed_at=3.5,
        outcome=outcome,
        since=4.5,
        name="Night songs",
        clip_ids=("c1", "c2"),
        credits_before=Decimal("1234567.89"),
        task_id="t1",
        problem=Problem(Fault.LOST, {FactKey.SAID: "nothing"}, "raw"),
    )


async def reopened(path: Path) -> Contents:
    journal = await SqliteJournal.open(path)
    try:
        return await journal.load()
    finally:
        await journal.close()


async def fault_of_opening(path: Path) -> JournalFault:
    with pytest.raises(JournalError) as caught:
        await SqliteJournal.open(path, patience=0.01)
    return caught.value.fault


@contextmanager
def other_connection(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


async def test_it_is_the_journal_the_job_asks_for(journal: SqliteJournal) -> None:
    asked: Journal = journal
    assert await asked.load() == Contents()


async def test_what_was_saved_is_there_after_reopening(path: Path, journal: SqliteJournal) -> None:
    model, song, attempt = a_model(), a_song(), an_attempt()
    await journal.save(song, attempt, model)
    await journal.close()
    assert await reopened(path) == Contents((replace(model, attempt=attempt),), (song,))


async def test_saving_again_replaces_and_keeps_the_order(journal: SqliteJournal) -> None:
    await journal.save(
        a_model("m2"), a_model("m1"), a_song("s1", "m2", 2), a_song("s2", "m2", 1), a_song("s3")
    )
    await journal.save(replace(a_model("m2"), name="Day songs"))
    await journal.save(replace(a_song("s2", "m2", 1), state=SongState.CHECKING))
    contents = await journal.load()
    assert [(model.id, model.name) for model in contents.models] == [
        ("m2", "Day songs"),
        ("m1", "Night songs"),
    ]
    assert [(song.id, song.state) for song in contents.songs] == [
        ("s2", SongState.CHECKING),
        ("s1", SongState.DRAFT),
        ("s3", SongState.DRAFT),
    ]


@pytest.mark.parametrize("live", [Outcome.SENDING, Outcome.TRAINING, Outcome.UNCLEAR, Outcome.READY])
async def test_a_second_live_attempt_is_refused_with_all_that_came_with_it(
    journal: SqliteJournal, live: Outcome
) -> None:
    await journal.save(a_model(), an_attempt("p1", live))
    with pytest.raises(AlreadyAttemptedError):
        await journal.save(a_song(), an_attempt("p2"))
    contents = await journal.load()
    assert contents.songs == ()
    assert contents.models[0].attempt == an_attempt("p1", live)


@pytest.mark.parametrize("dead", [Outcome.FAILED, Outcome.ABANDONED])
async def test_an_attempt_may_follow_one_that_is_over(journal: SqliteJournal, dead: Outcome) -> None:
    await journal.save(a_model(), an_attempt("p1"))
    await journal.save(an_attempt("p2"), an_attempt("p1", dead))
    assert (await journal.load()).models[0].attempt == an_attempt("p2")
    with pytest.raises(AlreadyAttemptedError):
        await journal.save(an_attempt("p1", Outcome.TRAINING))


async def test_attempts_of_two_models_do_not_meet(journal: SqliteJournal) -> None:
    await journal.save(a_model("m1"), a_model("m2"), an_attempt("p1"), an_attempt("p2", model_id="m2"))
    assert [model.attempt and model.attempt.id for model in (await journal.load()).models] == ["p1", "p2"]


async def test_two_attempts_at_once_leave_one(journal: SqliteJournal) -> None:
    await journal.save(a_model())
    results = await asyncio.gather(
        *(journal.save(an_attempt(f"p{n}")) for n in range(5)), return_exceptions=True
    )
    assert [type(result) for result in results] == [type(None), *[AlreadyAttemptedError] * 4]


async def test_a_song_without_its_model_is_a_mistake(journal: SqliteJournal) -> None:
    with pytest.raises(ValueError, match="FOREIGN KEY"):
        await journal.save(a_song())
    assert await journal.load() == Contents()


async def test_removing_songs_leaves_the_others(journal: SqliteJournal) -> None:
    await journal.save(a_model(), a_song("s1"), a_song("s2"), a_song("s3"))
    await journal.remove(a_song("s1"), a_song("s3"), a_song("never saved"))
    assert await journal.load() == Contents((a_model(),), (a_song("s2"),))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
async def test_any_record_survives(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / "journal.sqlite3"
    model = data.draw(model_records())
    songs = data.draw(st.lists(song_records(model.id), unique_by=lambda song: song.id, max_size=4))
    attempt = data.draw(st.none() | attempt_records(model.id))
    journal = await SqliteJournal.open(path)
    await journal.save(model, *songs, *([attempt] if attempt else []))
    await journal.close()
    contents = await reopened(path)
    assert contents.models == (replace(model, attempt=attempt),)
    assert contents.songs == tuple(sorted(songs, key=lambda song: song.position))


async def test_a_damaged_journal_is_set_aside_and_a_new_one_begun(path: Path) -> None:
    path.write_bytes(NOT_QUITE_SQLITE)
    journal = await SqliteJournal.open(path)
    set_aside = journal.set_aside
    await journal.save(a_model())
    await journal.close()
    assert set_aside is not None
    assert set_aside.name.startswith("journal-damaged-")
    assert set_aside.suffix == ".sqlite3"
    assert set_aside.read_bytes() == NOT_QUITE_SQLITE
    assert (await reopened(path)).models == (a_model(),)


@pytest.mark.parametrize(
    "change", ["songs SET since = 9e999", "songs SET expires_at = -9e999", "models SET finished_at = 9e999"]
)
async def test_a_journal_with_a_time_that_is_none_is_a_damaged_one(path: Path, change: str) -> None:
    journal = await SqliteJournal.open(path)
    await journal.save(a_model(), a_song())
    await journal.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE {change}")
    journal = await SqliteJournal.open(path)
    assert journal.set_aside is not None
    assert await journal.load() == Contents()
    await journal.close()


async def test_one_that_another_program_has_given_a_log_of_its_own_loses_it_again(
    path: Path, journal: SqliteJournal
) -> None:
    """Its shared memory works on this computer's own drives only; a home may move to a network."""
    await journal.save(a_model(), a_song())
    await journal.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode=WAL").fetchall() == [("wal",)]
    journal = await SqliteJournal.open(path)
    assert path.read_bytes()[18:20] == b"\1\1", "the file says that it has no log"
    assert len((await journal.load()).songs) == 1
    assert not path.with_name(f"{path.name}-wal").exists()
    await journal.close()


def test_companions_are_set_aside_too(path: Path) -> None:
    for companion in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + companion).write_text(companion)
    set_aside = _put_aside(path, "why")
    assert not list(path.parent.glob("journal.*"))
    for companion in ("", "-journal", "-wal", "-shm"):
        assert set_aside.with_name(set_aside.name + companion).read_text() == companion


async def test_two_damaged_journals_in_one_second_are_both_kept(path: Path) -> None:
    kept = set()
    for n in range(3):
        path.write_bytes(NOT_QUITE_SQLITE + bytes([n]))
        journal = await SqliteJournal.open(path)
        await journal.close()
        kept.add(journal.set_aside)
    assert len(kept) == 3
    assert all(set_aside is not None and set_aside.exists() for set_aside in kept)


async def test_damage_deep_inside_is_found(path: Path, journal: SqliteJournal) -> None:
    await journal.save(a_model(), *(a_song(f"s{n}", position=n) for n in range(500)))
    await journal.close()
    content = bytearray(path.read_bytes())
    content[3 * 4096 : 12 * 4096] = os.urandom(9 * 4096)
    path.write_bytes(content)
    again = await SqliteJournal.open(path)
    await again.close()
    assert again.set_aside is not None
    assert again.set_aside.read_bytes() == content


async def test_a_row_nobody_wrote_counts_as_damage(path: Path, journal: SqliteJournal) -> None:
    await journal.save(a_model(), a_song())
    with other_connection(path) as other:
        other.execute("UPDATE songs SET problem = '{'")
    with pytest.raises(JournalError) as caught:
        await journal.load()
    assert caught.value.fault is JournalFault.CORRUPT
    await journal.close()
    again = await SqliteJournal.open(path)
    await again.close()
    assert again.set_aside is not None


@pytest.mark.parametrize(
    "statement", ["UPDATE songs SET state = 'singing'", "UPDATE presses SET outcome = 'refunded'"]
)
async def test_a_state_of_a_later_version_is_refused_and_nothing_is_set_aside(
    path: Path, journal: SqliteJournal, statement: str
) -> None:
    await journal.save(a_model(), a_song(), an_attempt())
    await journal.close()
    with other_connection(path) as other:
        other.execute(statement)
    before = path.read_bytes()
    assert await fault_of_opening(path) is JournalFault.NEWER
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir() if entry.suffix == ".sqlite3"] == [path.name]


async def test_a_damaged_journal_that_cannot_be_moved_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    path.write_bytes(NOT_QUITE_SQLITE)
    monkeypatch.setattr(Path, "replace", refuse)
    assert await fault_of_opening(path) is JournalFault.CORRUPT
    assert path.read_bytes() == NOT_QUITE_SQLITE


async def test_a_newer_journal_is_refused_and_untouched(path: Path, journal: SqliteJournal) -> None:
    await journal.close()
    with other_connection(path) as other:
        other.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    assert await fault_of_opening(path) is JournalFault.NEWER
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["journal.begun", path.name]


async def test_a_migration_that_fails_leaves_the_older_journal(
    path: Path, journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    await journal.save(a_model())
    await journal.close()
    steps = (*MIGRATIONS, ("CREATE TABLE albums (id TEXT)", "CREATE TABLE models (id TEXT)"))
    with monkeypatch.context() as patch:
        patch.setattr(journal_module, "MIGRATIONS", steps)
        assert await fault_of_opening(path) is JournalFault.GONE
    assert (await reopened(path)).models == (a_model(),)


async def test_a_later_step_is_added_to_an_older_journal(
    path: Path, journal: SqliteJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    await journal.save(a_model())
    await journal.close()
    monkeypatch.setattr(journal_module, "MIGRATIONS", (*MIGRATIONS, ("CREATE TABLE albums (id TEXT)",)))
    assert (await reopened(path)).models == (a_model(),)
    with other_connection(path) as other:
        assert other.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)


async def test_a_journal_of_the_first_form_learns_which_attempts_came_after_another(
    path: Path,
) -> None:
    with other_connection(path) as other:
        for statement in (*MIGRATIONS[0], "PRAGMA user_version = 1"):
            other.execute(statement)
        for number, model_id in enumerate(("m1", "m2", "m1")):
            other.execute(
                "INSERT OR IGNORE INTO models (id, name, created_at, session_id, model_ref, archived) "
                "VALUES (?, 'n', 1.0, '', '', 0)",
                (model_id,),
            )
            other.execute(
                "INSERT INTO presses (id, model_id, pressed_at, outcome, since, name, clip_ids, task_id) "
                "VALUES (?, ?, 1.0, 'failed', 1.0, 'n', '[]', '')",
                (f"p{number}", model_id),
            )
    attempts = [model.attempt for model in (await reopened(path)).models]
    assert [(attempt.id, attempt.after_another) for attempt in attempts if attempt] == [
        ("p2", True),
        ("p1", False),
    ]


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


async def test_a_folder_in_the_file_s_place_is_refused(path: Path) -> None:
    path.mkdir()
    assert await fault_of_opening(path) is JournalFault.GONE


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


async def test_a_transaction_reaches_the_disk_before_save_returns(journal: SqliteJournal) -> None:
    assert await journal._run(journal._database._number, "synchronous") == 3  # EXTRA


async def test_only_the_owner_can_read_it(path: Path, journal: SqliteJournal) -> None:
    await journal.save(a_model())
    everybody = 0 if os.name != "nt" else 0o077  # Windows guards the person's folders by other means
    assert [entry.stat().st_mode & 0o077 & ~everybody for entry in path.parent.iterdir()] == [0, 0, 0]


async def test_a_closed_journal_says_so_and_closes_twice(journal: SqliteJournal) -> None:
    await journal.close()
    await journal.close()
    with pytest.raises(JournalError):
        await journal.save(a_model())


async def test_what_was_asked_before_closing_is_done(path: Path, journal: SqliteJournal) -> None:
    saving = asyncio.gather(*(journal.save(a_model(f"m{n}")) for n in range(20)))
    await asyncio.sleep(0)
    await journal.close()
    await saving
    assert len((await reopened(path)).models) == 20


async def test_a_cancelled_save_is_saved_all_the_same(journal: SqliteJournal) -> None:
    saving = asyncio.gather(journal.save(a_model()))
    await asyncio.sleep(0)
    saving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await saving
    assert (await journal.load()).models == (a_model(),)


async def test_five_hundred_songs_load_at_once(path: Path, journal: SqliteJournal) -> None:
    await journal.save(a_model(), *(a_song(f"s{n}", position=n) for n in range(500)))
    await journal.close()
    started = time.monotonic()
    assert len((await reopened(path)).songs) == 500
    assert time.monotonic() - started < 2  # about 20 ms on an idle machine


WRITE_UNTIL_KILLED = """
import asyncio, sys
from pathlib import Path
from mountsea_desktop.storage.journal import SqliteJournal
from tests.storage.test_journal import a_model, an_attempt, a_song

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
from tests.storage.test_journal import a_model

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


# -- What was there, and is not what it was


@pytest.mark.parametrize("content", [b"", b"\0" * 8192])
async def test_an_empty_journal_is_a_damaged_one(path: Path, content: bytes) -> None:
    """A full disk, a sync client or a power cut leaves that; nobody knows what was sent."""
    path.write_bytes(content)
    journal = await SqliteJournal.open(path)
    await journal.close()
    assert journal.set_aside is not None
    assert journal.set_aside.read_bytes() == content
    assert not journal.vanished


async def test_a_new_journal_is_whole_before_it_bears_its_name(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def kill(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(_Database, "_prepare", kill)
        with pytest.raises(KeyboardInterrupt):
            _open(path, 0.1)
    assert not path.exists()
    journal = await SqliteJournal.open(path)
    await journal.close()
    assert (journal.set_aside, journal.vanished) == (None, False)


async def test_a_journal_that_vanished_is_told_once(path: Path, journal: SqliteJournal) -> None:
    await journal.save(a_model())
    await journal.close()
    assert not journal.vanished
    path.unlink()
    vanished = []
    for _ in range(2):
        again = await SqliteJournal.open(path)
        assert await again.load() == Contents()
        await again.close()
        vanished.append(again.vanished)
    assert vanished == [True, False]


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 1",
        "DROP TABLE presses",
        "DROP TABLE models",
        "DROP INDEX one_live_press_per_model",
        "ALTER TABLE songs RENAME COLUMN clip_id TO clip",
    ],
)
async def test_a_form_that_no_version_has_written_counts_as_damage(
    path: Path, journal: SqliteJournal, statement: str
) -> None:
    await journal.save(a_model(), a_song())
    await journal.close()
    with other_connection(path) as other:
        other.execute(statement)
    again = await SqliteJournal.open(path)
    await again.save(a_model(), an_attempt())
    await again.close()
    assert again.set_aside is not None


async def test_a_rule_about_money_that_was_changed_counts_as_damage(
    path: Path, journal: SqliteJournal
) -> None:
    await journal.close()
    content = path.read_bytes()
    assert content.count(b"'unclear', 'ready')") == 1
    path.write_bytes(content.replace(b"'unclear', 'ready')", b"'unclear', 'reads')"))
    again = await SqliteJournal.open(path)
    await again.close()
    assert again.set_aside is not None


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS)))
async def test_a_journal_of_an_earlier_version_is_no_damaged_one(path: Path, steps: int) -> None:
    with other_connection(path) as other:
        for statement in itertools.chain(*MIGRATIONS[:steps]):
            other.execute(statement)
        other.execute(f"PRAGMA user_version = {steps}")
    journal = await SqliteJournal.open(path)
    await journal.close()
    assert (journal.set_aside, journal.vanished) == (None, False)


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


async def test_a_folder_in_the_files_place_is_no_read_only_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.mkdir()
    assert await fault_of_opening(path) is JournalFault.GONE

    def as_on_windows(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Access is denied")

    monkeypatch.setattr(os, "open", as_on_windows)
    assert await fault_of_opening(path) is JournalFault.GONE


def test_whatever_is_damaged_it_opens_is_set_aside_or_is_said(tmp_path: Path) -> None:
    """Nothing else may come of it: anything else is a start that ends without words."""
    dice = random.Random(3)  # noqa: S311 - the same mishaps in every run
    original = tmp_path / "sound" / "journal.sqlite3"
    original.parent.mkdir()
    database = _open(original, 0.1).database
    database.save((a_model(), an_attempt(), *(a_song(f"s{n}", position=n) for n in range(8))))
    database.close()
    sound = original.read_bytes()
    used = [place for place, byte in enumerate(sound) if byte]
    came_of_it = Counter[str]()
    for number in range(250):
        damaged = bytearray(sound)
        for _ in range(dice.choice((1, 1, 3, 20))):
            damaged[dice.choice(used)] = dice.randrange(256)
        path = tmp_path / str(number) / "journal.sqlite3"
        path.parent.mkdir()
        path.write_bytes(damaged[: dice.choice((None, None, None, dice.randrange(len(damaged))))])
        try:
            opened = _open(path, 0.1)
        except JournalError as error:
            came_of_it[error.fault] += 1
            continue
        opened.database.load()
        opened.database.close()
        came_of_it["set aside" if opened.set_aside else "opened"] += 1
    assert came_of_it["set aside"] > 50
    assert set(came_of_it) <= {"opened", "set aside", JournalFault.NEWER}, came_of_it
