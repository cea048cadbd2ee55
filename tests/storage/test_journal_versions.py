# ruff: noqa: ASYNC240 - nothing else runs on a test's loop
"""Journals of earlier and later versions."""

import itertools
from pathlib import Path

import pytest

from mountsea_desktop.storage import journal as journal_module
from mountsea_desktop.storage.journal import SqliteJournal
from mountsea_desktop.storage.schema import MIGRATIONS
from mountsea_desktop.workflow.problem import JournalFault
from tests.storage.journals import a_model, a_song, an_attempt, fault_of_opening, other_connection, reopened


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


@pytest.mark.parametrize("steps", range(1, len(MIGRATIONS)))
async def test_a_journal_of_an_earlier_version_is_no_damaged_one(path: Path, steps: int) -> None:
    with other_connection(path) as other:
        for statement in itertools.chain(*MIGRATIONS[:steps]):
            other.execute(statement)
        other.execute(f"PRAGMA user_version = {steps}")
    journal = await SqliteJournal.open(path)
    await journal.close()
    assert (journal.set_aside, journal.vanished) == (None, False)
