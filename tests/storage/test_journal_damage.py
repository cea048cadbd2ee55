# ruff: noqa: ASYNC240 - nothing else runs on a test's loop
"""A journal that is damaged, or is not the one that was there."""

import errno
import os
import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from mountsea_desktop.storage.journal import SqliteJournal, _Database, _open, _put_aside
from mountsea_desktop.workflow.ports import (
    Contents,
    JournalError,
)
from mountsea_desktop.workflow.problem import JournalFault
from tests.storage.journals import a_model, a_song, an_attempt, fault_of_opening, other_connection, reopened

NOT_QUITE_SQLITE = b"SQLite format 3\x00" + b"chaos" * 2000


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


async def test_a_damaged_journal_that_cannot_be_moved_is_left_alone(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "in use")

    path.write_bytes(NOT_QUITE_SQLITE)
    monkeypatch.setattr(Path, "replace", refuse)
    assert await fault_of_opening(path) is JournalFault.CORRUPT
    assert path.read_bytes() == NOT_QUITE_SQLITE


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
