"""Faults of the disk: nothing is sent whose intent cannot be written, and no result is lost."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from mountsea_desktop.storage.journal import SqliteJournal, _Database
from mountsea_desktop.workflow.model import ModelState, Outcome
from mountsea_desktop.workflow.ports import JournalError, JournalTrouble
from mountsea_desktop.workflow.song import SongState
from tests.faults.crashable_program import House


@contextmanager
def full_disk(house: House, when: Callable[[], object] = lambda: True) -> Iterator[None]:
    """No statement that writes is carried out."""

    def befalls(name: str) -> None:
        if when() and name.startswith(("journal INSERT", "journal DELETE", "journal COMMIT")):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    house.befalls = befalls
    yield
    house.befalls = lambda _: None


async def test_fault_40_disk_full_before_the_intent(house: House) -> None:
    model_id = await house.uploaded()
    with full_disk(house):
        assert not await house.create(model_id, balance=1_000.0)
        assert [trouble.problem.code for trouble in house.troubles()] == [JournalTrouble.FULL]
        assert house.state() is ModelState.CAN_BE_CREATED
        await house.pass_time()
    assert house.gateway.record.creates == []
    await house.until(lambda: house.studio.trouble is None)
    assert await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.READY))
    assert len(house.gateway.record.creates) == 1


async def test_fault_40_disk_full_before_an_upload(house: House) -> None:
    model_id = await house.begin()
    with full_disk(house):
        with pytest.raises(JournalError) as caught:
            await house.studio.upload(model_id)
        assert caught.value.trouble is JournalTrouble.FULL
        assert house.count(SongState.READY) == 6
    assert not house.gateway.record.prepares + house.gateway.record.uploads
    queued = "saved as queued, but not as sent"
    with full_disk(house, lambda: house.gateway.record.prepares):
        await house.studio.upload(model_id)
        await house.until(lambda: house.studio.trouble, queued)
        await house.pass_time()
        assert not house.gateway.record.uploads
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert len(house.gateway.record.uploads) == 6


async def test_fault_41_disk_full_after_the_answer(house: House) -> None:
    mountsea = house.gateway.mountsea
    model_id = await house.uploaded()
    with full_disk(house, lambda: mountsea.charges):
        assert await house.create(model_id, balance=1_000.0)
        await house.until(lambda: house.press().task_id, "the receipt stays in memory and on screen")
        await house.until(lambda: house.studio.trouble)
        await house.pass_time()
        assert house.press().outcome is Outcome.TRAINING
    await house.until(lambda: house.studio.trouble is None, "saving is tried again by itself")
    await house.kill()
    await house.open()
    assert house.press().task_id == house.model().session_id
    house.studio.resume()
    await house.program.tokens.load()
    await house.until(house.is_(Outcome.READY))
    assert len(house.gateway.record.creates) == 1


async def test_fault_41_disk_full_when_the_model_is_ready(house: House) -> None:
    gateway = house.gateway
    model_id = await house.uploaded()

    def trained() -> bool:
        return any(task.finished for task in gateway.mountsea.tasks.values() if task.link == "create")

    with full_disk(house, trained):
        assert await house.create(model_id, balance=1_000.0)
        await house.until(lambda: house.press().outcome is Outcome.READY)
        shown = house.model()
        assert shown.model_ref == gateway.mountsea.tasks[shown.session_id].result["id"]
        await house.until(lambda: house.studio.trouble)
        await house.pass_time()
        assert house.model() == shown
    await house.until(lambda: house.studio.trouble is None)
    asked = len(gateway.record.all)
    await house.restart()
    assert house.model() == shown
    await house.pass_time()
    assert len(gateway.record.all) == asked


async def test_fault_41_disk_full_after_uploads_were_accepted(house: House) -> None:
    gateway = house.gateway
    model_id = await house.begin()
    with full_disk(house, lambda: gateway.record.uploads):
        await house.studio.upload(model_id)
        await house.until(lambda: house.studio.trouble)
        await house.until(lambda: all(seen.end for seen in gateway.record.uploads))
    await house.until(lambda: house.count(SongState.UPLOADED) == 6)
    assert set(gateway.mountsea.tasks) <= house.receipts
    assert len(gateway.record.uploads) == 6


@contextmanager
def other_program(house: House) -> Iterator[sqlite3.Connection]:
    """Another program that uses the file."""
    with closing(sqlite3.connect(house.places.journal_file, isolation_level=None)) as connection:
        yield connection


async def test_fault_42_journal_locked(house: House) -> None:
    model_id = await house.uploaded()
    journal = house.program.journal
    await journal._run(journal._database._execute, "PRAGMA busy_timeout = 50")
    with other_program(house) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert not await house.create(model_id, balance=1_000.0)
        assert [trouble.problem.code for trouble in house.troubles()] == [JournalTrouble.LOCKED]
        assert house.gateway.record.creates == []
        other.execute("ROLLBACK")
    await house.until(lambda: house.studio.trouble is None)
    assert await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.READY))


async def test_fault_42_journal_locked_at_the_start(house: House) -> None:
    await house.uploaded()
    await house.close()
    opened = SqliteJournal.open

    async def impatient(path: Path) -> SqliteJournal:
        return await opened(path, patience=0.05)

    with other_program(house) as other, patch.object(SqliteJournal, "open", impatient):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalError) as caught:
            await house.open()
    assert caught.value.trouble is JournalTrouble.LOCKED
    await house.go_on()
    assert house.state() is ModelState.CAN_BE_CREATED


async def test_fault_42_journal_read_only(house: House) -> None:
    model_id = await house.uploaded()
    journal = house.program.journal
    await journal._run(journal._database._execute, "PRAGMA query_only = ON")
    assert not await house.create(model_id, balance=1_000.0)
    assert [trouble.problem.code for trouble in house.troubles()] == [JournalTrouble.READ_ONLY]
    await house.pass_time()
    assert house.gateway.record.creates == []


async def test_fault_42_journal_read_only_at_the_start(house: House) -> None:
    await house.uploaded()
    await house.close()

    def read_only(path: Path, patience: float) -> sqlite3.Connection:
        return sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=patience, isolation_level=None)

    with patch.object(_Database, "_connect", staticmethod(read_only)), pytest.raises(JournalError) as caught:
        await house.open()
    assert caught.value.trouble is JournalTrouble.READ_ONLY
    await house.go_on()
    assert house.state() is ModelState.CAN_BE_CREATED


async def test_fault_42_journal_corrupt(house: House) -> None:
    await house.uploaded()
    await house.close()
    damaged = b"SQLite format 3\x00" + b"chaos" * 2_000
    house.places.journal_file.write_bytes(damaged)
    await house.open()
    set_aside = house.program.journal.set_aside
    assert set_aside is not None
    assert set_aside.read_bytes() == damaged
    assert house.studio.models() == []
    await house.close()
    await house.begin()
    assert house.count(SongState.READY) == 6


async def test_fault_42_journal_from_a_newer_version(house: House) -> None:
    await house.uploaded()
    await house.close()
    with other_program(house) as other:
        other.execute("PRAGMA user_version = 999")
    before = house.places.journal_file.read_bytes()
    with pytest.raises(JournalError) as caught:
        await house.open()
    assert caught.value.trouble is JournalTrouble.NEWER
    assert house.places.journal_file.read_bytes() == before


async def test_fault_50_a_profile_folder_that_vanishes(house: House, tmp_path: Path) -> None:
    model_id = await house.uploaded()
    folder, elsewhere = house.places.data_folder, tmp_path / "unplugged"
    folder.rename(elsewhere)
    assert not await house.create(model_id, balance=1_000.0)
    assert [trouble.problem.code for trouble in house.troubles()] == [JournalTrouble.GONE]
    assert house.gateway.record.creates == []
    elsewhere.rename(folder)
    await house.until(lambda: house.studio.trouble is None)
    assert await house.create(model_id, balance=1_000.0)
    await house.until(house.is_(Outcome.READY))
    await house.restart()
    assert house.press().outcome is Outcome.READY
