"""Faults of the disk: nothing is sent whose intent cannot be written, and no result is lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from mountsea_desktop.storage.journal import SqliteJournal, _Database
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import SongState
from tests.faults.crashable_program import CrashableProgram
from tests.faults.steps import full_disk


async def test_fault_40_disk_full_before_the_intent(program: CrashableProgram) -> None:
    model_id = await program.uploaded()
    with full_disk(program):
        assert not await program.create(model_id, balance=1_000.0)
        assert [outage.problem.code for outage in program.outages()] == [JournalFault.FULL]
        assert program.state() is ModelState.CAN_BE_CREATED
        await program.pass_time()
    assert program.gateway.record.creates == []
    await program.until(lambda: program.job.outage is None)
    assert await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == 1


async def test_fault_40_disk_full_before_an_upload(program: CrashableProgram) -> None:
    model_id = await program.begin()
    with full_disk(program):
        with pytest.raises(JournalError) as caught:
            await program.job.upload(model_id)
        assert caught.value.fault is JournalFault.FULL
        assert program.count(SongState.READY) == 6
    assert not program.gateway.record.prepares + program.gateway.record.uploads
    queued = "saved as queued, but not as sent"
    with full_disk(program, lambda: program.gateway.record.prepares):
        await program.job.upload(model_id)
        await program.until(lambda: program.job.outage, queued)
        await program.pass_time()
        assert not program.gateway.record.uploads
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert len(program.gateway.record.uploads) == 6


async def test_fault_41_disk_full_after_the_answer(program: CrashableProgram) -> None:
    mountsea = program.gateway.mountsea
    model_id = await program.uploaded()
    with full_disk(program, lambda: mountsea.charges):
        assert await program.create(model_id, balance=1_000.0)
        await program.until(lambda: program.attempt().task_id, "the receipt stays in memory and on screen")
        await program.until(lambda: program.job.outage)
        await program.pass_time()
        assert program.attempt().outcome is Outcome.TRAINING
    await program.until(lambda: program.job.outage is None, "saving is tried again by itself")
    await program.kill()
    await program.open()
    assert program.attempt().task_id == program.model().session_id
    program.job.resume()
    await program.program.tokens.load()
    await program.until(program.is_(Outcome.READY))
    assert len(program.gateway.record.creates) == 1


async def test_fault_41_disk_full_when_the_model_is_ready(program: CrashableProgram) -> None:
    gateway = program.gateway
    model_id = await program.uploaded()

    def trained() -> bool:
        return any(task.finished for task in gateway.mountsea.tasks.values() if task.link == "create")

    with full_disk(program, trained):
        assert await program.create(model_id, balance=1_000.0)
        await program.until(lambda: program.attempt().outcome is Outcome.READY)
        shown = program.model()
        assert shown.model_ref == gateway.mountsea.tasks[shown.session_id].result["id"]
        await program.until(lambda: program.job.outage)
        await program.pass_time()
        assert program.model() == shown
    await program.until(lambda: program.job.outage is None)
    asked = len(gateway.record.all)
    await program.restart()
    assert program.model() == shown
    await program.pass_time()
    assert len(gateway.record.all) == asked


async def test_fault_41_disk_full_after_uploads_were_accepted(program: CrashableProgram) -> None:
    gateway = program.gateway
    model_id = await program.begin()
    with full_disk(program, lambda: gateway.record.uploads):
        await program.job.upload(model_id)
        await program.until(lambda: program.job.outage)
        await program.until(lambda: all(seen.end for seen in gateway.record.uploads))
    await program.until(lambda: program.count(SongState.UPLOADED) == 6)
    assert set(gateway.mountsea.tasks) <= program.receipts
    assert len(gateway.record.uploads) == 6


@contextmanager
def other_program(program: CrashableProgram) -> Iterator[sqlite3.Connection]:
    """Another program that uses the file."""
    with closing(sqlite3.connect(program.folders.journal_file, isolation_level=None)) as connection:
        yield connection


async def test_fault_42_journal_locked(program: CrashableProgram) -> None:
    model_id = await program.uploaded()
    journal = program.program.journal
    await journal._run(journal._database._execute, "PRAGMA busy_timeout = 50")
    with other_program(program) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert not await program.create(model_id, balance=1_000.0)
        assert [outage.problem.code for outage in program.outages()] == [JournalFault.LOCKED]
        assert program.gateway.record.creates == []
        other.execute("ROLLBACK")
    await program.until(lambda: program.job.outage is None)
    assert await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))


async def test_fault_42_journal_locked_at_the_start(program: CrashableProgram) -> None:
    await program.uploaded()
    await program.close()
    opened = SqliteJournal.open

    async def impatient(path: Path) -> SqliteJournal:
        return await opened(path, patience=0.05)

    with other_program(program) as other, patch.object(SqliteJournal, "open", impatient):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalError) as caught:
            await program.open()
    assert caught.value.fault is JournalFault.LOCKED
    await program.go_on()
    assert program.state() is ModelState.CAN_BE_CREATED


async def test_fault_42_journal_read_only(program: CrashableProgram) -> None:
    model_id = await program.uploaded()
    journal = program.program.journal
    await journal._run(journal._database._execute, "PRAGMA query_only = ON")
    assert not await program.create(model_id, balance=1_000.0)
    assert [outage.problem.code for outage in program.outages()] == [JournalFault.READ_ONLY]
    await program.pass_time()
    assert program.gateway.record.creates == []


async def test_fault_42_journal_read_only_at_the_start(program: CrashableProgram) -> None:
    await program.uploaded()
    await program.close()

    def read_only(path: Path, patience: float) -> sqlite3.Connection:
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=patience, isolation_level=None)

    with patch.object(_Database, "_connect", staticmethod(read_only)), pytest.raises(JournalError) as caught:
        await program.open()
    assert caught.value.fault is JournalFault.READ_ONLY
    await program.go_on()
    assert program.state() is ModelState.CAN_BE_CREATED


async def test_fault_42_journal_corrupt(program: CrashableProgram) -> None:
    await program.uploaded()
    await program.close()
    damaged = b"SQLite format 3\x00" + b"chaos" * 2_000
    program.folders.journal_file.write_bytes(damaged)
    await program.open()
    set_aside = program.program.journal.set_aside
    assert set_aside is not None
    assert set_aside.read_bytes() == damaged
    assert program.job.models() == []
    await program.close()
    await program.begin()
    assert program.count(SongState.READY) == 6


async def test_fault_42_journal_from_a_newer_version(program: CrashableProgram) -> None:
    await program.uploaded()
    await program.close()
    with other_program(program) as other:
        other.execute("PRAGMA user_version = 999")
    before = program.folders.journal_file.read_bytes()
    with pytest.raises(JournalError) as caught:
        await program.open()
    assert caught.value.fault is JournalFault.NEWER
    assert program.folders.journal_file.read_bytes() == before


async def test_fault_50_a_profile_folder_that_vanishes(program: CrashableProgram, tmp_path: Path) -> None:
    model_id = await program.uploaded()
    folder, elsewhere = program.folders.data_folder, tmp_path / "unplugged"
    folder.rename(elsewhere)
    assert not await program.create(model_id, balance=1_000.0)
    assert [outage.problem.code for outage in program.outages()] == [JournalFault.GONE]
    assert program.gateway.record.creates == []
    elsewhere.rename(folder)
    await program.until(lambda: program.job.outage is None)
    assert await program.create(model_id, balance=1_000.0)
    await program.until(program.is_(Outcome.READY))
    await program.restart()
    assert program.attempt().outcome is Outcome.READY
