"""The journal: what must survive, in one SQLite file. The one place that knows SQLite.

How it is kept, and why. One program writes, a few small transactions a second at most, and each must be on
the disk when `save` returns, whatever happens next: the money that was spent is known from here. So every
transaction is synchronised (`synchronous=EXTRA`, on macOS with `fullfsync`), and the roll-back journal is
preferred to the write-ahead log: all of it is one file between two transactions, which a back-up or a person
can copy, and it works in a home folder on a network drive, where the log's shared memory does not. The
roll-back file is truncated, not deleted: no folder entry has to reach the disk, and no virus scanner holds on
to a file that is about to go.
"""

import errno
import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Self

from mountsea_desktop.runtime.background import Answer, Arguments, Background, ClosedError, StuckError
from mountsea_desktop.storage.files import damaged_name, rename
from mountsea_desktop.storage.records import (
    ATTEMPTS,
    GENERATIONS,
    LEFTOVERS,
    MODELS,
    SONGS,
    Kind,
    LaterValueError,
    Table,
    UnreadableRowError,
)
from mountsea_desktop.storage.schema import MIGRATIONS, form_of
from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import CreateAttempt, Model, Outcome
from mountsea_desktop.workflow.ports import (
    AlreadyAttemptedError,
    Contents,
    JournalError,
    Record,
)
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import Leftover, Song

_OPENING = 20.0
"""Seconds after which a folder that does not answer, on a lost network drive say, counts as gone."""
_CLOSING = 5.0
_DEAD = frozenset({Outcome.FAILED, Outcome.ABANDONED})


class SqliteJournal:
    """`Journal` on SQLite. Made by `open`, ended by `close`; calls are carried out in the order they came."""

    def __init__(self, opened: "_Opened", background: Background) -> None:
        self._database = opened.database
        self._background = background
        self.set_aside = opened.set_aside
        """Where the damaged journal is that this one replaces; it may know of a model that was paid for."""
        self.vanished = opened.vanished
        """Whether there was a journal once, and nothing of it is left; it may have known of one, too."""
        self.is_new = opened.is_new
        """Whether this is the profile's first run."""

    @classmethod
    async def open(cls, path: Path, patience: float = 3.0) -> Self:
        """Return the journal at `path`, begun if there is none; its folder must be there.

        A damaged one is set aside and a new one begun: see `set_aside` and `vanished`. `patience` is how
        many seconds any operation waits while another program holds the file. Raises `JournalError`.
        """
        background = Background("journal")
        try:
            opened = await background.run(_open, path, patience, timeout=_OPENING)
        except StuckError:
            background.close()
            raise JournalError(JournalFault.GONE, f"{path}: no answer in {_OPENING:.0f} s") from None
        except BaseException:
            background.close()
            raise
        return cls(opened, background)

    async def load(self) -> Contents:
        """Return everything that was saved.

        Models in the order they were begun, songs by model and position.
        """
        return await self._run(self._database.load)

    async def save(self, *records: Record) -> None:
        """Insert or replace, all or none, in one transaction.

        Raises `JournalError`; `AlreadyAttemptedError` for a second live attempt; `ValueError` for a record
        whose model is in neither the journal nor `records`. A caller that is cancelled meanwhile leaves the
        records to be saved all the same.
        """
        await self._run(self._database.save, records)

    async def remove(self, *records: Song | Leftover) -> None:
        """Delete songs or leftovers, all or none. Raises `JournalError`."""
        await self._run(self._database.remove, records)

    async def close(self) -> None:
        """Finish what was begun and let the file go; gives up after some seconds if the disk hangs."""
        with suppress(StuckError, ClosedError):
            await self._background.run(self._database.close, timeout=_CLOSING)
        self._background.close()

    async def _run(self, function: Callable[[*Arguments], Answer], *args: *Arguments) -> Answer:
        try:
            return await self._background.run(function, *args)
        except ClosedError:
            raise JournalError(JournalFault.GONE, "closed") from None


class _Damaged(Exception):  # noqa: N818 - a finding, handled where it is found
    """The file is there and is no sound journal."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A journal that is open, and what became of the one that should have been there."""

    database: "_Database"
    set_aside: Path | None = None
    vanished: bool = False
    is_new: bool = False


def _open(path: Path, patience: float) -> _Opened:
    """Open on the thread that will use it."""
    mark = path.with_suffix(".begun")
    is_there = os.path.lexists(path)  # a link to a drive that is not plugged in is no missing journal
    vanished = not is_there and mark.exists()
    try:
        if not is_there:
            _begin(path, patience)
        is_new = not is_there and not vanished
        opened = _Opened(_Database(path, patience), vanished=vanished, is_new=is_new)
    except _Damaged as damage:
        set_aside = _put_aside(path, str(damage))
        try:
            _begin(path, patience)
            opened = _Opened(_Database(path, patience), set_aside)
        except _Damaged as error:
            raise JournalError(JournalFault.CORRUPT, str(error)) from error
    with suppress(OSError):
        os.close(os.open(mark, os.O_CREAT | os.O_WRONLY, 0o600))
    return opened


def _begin(path: Path, patience: float) -> None:
    """Make a new journal under another name first, so that an empty file is never one that was just begun."""
    new = path.with_name(f"{path.name}.new")
    with _journal_errors(path):
        for file in (new, *_companions(new)):
            file.unlink(missing_ok=True)
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    _Database(new, patience, is_new=True).close()
    with _journal_errors(path):
        for file in _companions(new):
            file.unlink(missing_ok=True)
        rename(new, path)
        _synchronise(path.parent)


def _synchronise(folder: Path) -> None:
    """Have the names in a folder reach the disk; Windows has no such thing."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # a network drive that knows no such thing either
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _companions(path: Path) -> Iterator[Path]:
    """Return what SQLite may keep beside a file."""
    return (path.with_name(path.name + ending) for ending in ("-journal", "-wal", "-shm"))


def _put_aside(path: Path, why: str) -> Path:
    """Rename the journal and what SQLite keeps beside it; nothing is ever deleted or overwritten."""
    target = damaged_name(path)
    try:
        # The companions go first: one that stayed behind would be played into the new journal.
        for source in (*_companions(path), path):
            if source.exists():
                rename(source, target.with_name(target.name + source.name.removeprefix(path.name)))
    except OSError as error:
        raise JournalError(JournalFault.CORRUPT, f"{why}; {error}") from error
    return target


def _form_of_version(version: int) -> dict[str, str]:
    """Return what a journal looks like at which so many steps were done."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for step in MIGRATIONS[:version]:
            for statement in step:
                connection.execute(statement)
        return form_of(lambda question: connection.execute(question).fetchall())


class _Database:
    """The file, used from one thread only."""

    def __init__(self, path: Path, patience: float, *, is_new: bool = False) -> None:
        self._path = path
        with self._journal_errors(opening=True):
            size = _open_size(path)
            if not size and not is_new:
                raise _Damaged("the file is empty")
            self._connection = self._connect(path, patience)
        try:
            with self._journal_errors(opening=True):
                self._prepare(is_new=is_new)
        except BaseException:
            self.close()
            raise

    def load(self) -> Contents:
        with self._journal_errors():
            return self._read()

    def save(self, records: tuple[Record, ...]) -> None:
        # An attempt that is over goes first and makes room for the next, in whatever order they are named.
        ordered = sorted(
            records, key=lambda record: isinstance(record, CreateAttempt) and record.outcome not in _DEAD
        )
        with self._journal_errors(), self._transaction():
            for record in ordered:
                match record:
                    case Model():
                        self._keep(MODELS, record)
                    case Song():
                        self._keep(SONGS, record)
                    case CreateAttempt():
                        self._keep(ATTEMPTS, record)
                    case Generation():
                        self._keep(GENERATIONS, record)
                    case Leftover():
                        self._keep(LEFTOVERS, record)

    def remove(self, records: tuple[Song | Leftover, ...]) -> None:
        with self._journal_errors(), self._transaction():
            for record in records:
                if isinstance(record, Song):
                    self._execute("DELETE FROM songs WHERE id = ?", record.id)
                else:
                    self._execute("DELETE FROM leftovers WHERE id = ?", record.id)

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._connection.close()

    @staticmethod
    def _connect(path: Path, patience: float) -> sqlite3.Connection:
        return sqlite3.connect(path, timeout=patience, isolation_level=None)

    def _execute(self, statement: str, *values: object) -> list[Any]:
        """Every statement goes through here, so that tests can make any of them fail."""
        return self._connection.execute(statement, values).fetchall()

    def _prepare(self, *, is_new: bool) -> None:
        try:
            version = self._examine(is_new=is_new)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
                raise _Damaged(str(error)) from error  # every sound journal can be asked that
            raise
        with self._transaction():
            for migration in MIGRATIONS[version:]:
                for statement in migration:
                    self._execute(statement)
            # Written even when nothing changes: a journal that cannot be written must not be found out when
            # money is to be spent.
            self._execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            self._read()  # what cannot be read stays as it was

    def _examine(self, *, is_new: bool) -> int:
        """See whether it is whole, and as its version has left it; return how many steps were done at it."""
        version = self._number("user_version")
        if version > len(MIGRATIONS):  # not a byte of it may change
            raise JournalError(JournalFault.NEWER, f"{version} > {len(MIGRATIONS)}")
        if version <= 0 and not is_new:
            raise _Damaged("it has no version")
        for setting in ("synchronous=EXTRA", "fullfsync=ON", "foreign_keys=ON", "journal_mode=TRUNCATE"):
            self._execute(f"PRAGMA {setting}")
        findings = self._execute("PRAGMA quick_check(5)")
        if findings != [("ok",)]:
            raise _Damaged("; ".join(str(finding) for (finding,) in findings))
        if wrong := _form_of_version(version).items() - form_of(self._execute).items():
            raise _Damaged(f"not as version {version} has it: {', '.join(sorted(name for name, _ in wrong))}")
        return version

    def _number(self, pragma: str) -> int:
        ((number,),) = self._execute(f"PRAGMA {pragma}")
        return int(number)

    def _read(self) -> Contents:
        every = list(self._all(ATTEMPTS, "number"))
        attempts = {attempt.model_id: attempt for attempt in every}  # the latest one stays
        models = {model.id: model for model in self._all(MODELS, "number")}
        order = {model_id: number for number, model_id in enumerate(models)}
        songs = self._all(SONGS, "position, number")
        return Contents(
            models=tuple(replace(model, attempt=attempts.get(model.id)) for model in models.values()),
            songs=tuple(sorted(songs, key=lambda song: order.get(song.model_id, -1))),
            earlier=tuple(attempt for attempt in every if attempts[attempt.model_id] is not attempt),
            generations=tuple(self._all(GENERATIONS, "number")),
            leftovers=tuple(self._all(LEFTOVERS, "number")),
        )

    def _all(self, table: Table[Kind], order: str) -> Iterator[Kind]:
        columns = ", ".join(table.columns)
        query = f"SELECT {columns} FROM {table.name} ORDER BY {order}"  # noqa: S608 - names of our own
        return map(table.record, self._execute(query))

    def _keep(self, table: Table[Kind], record: Kind) -> None:
        self._execute(_insertion(table), *table.row(record))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._roll_back()  # of an earlier one, should its own roll-back have failed
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
            self._execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._roll_back()
            raise

    def _roll_back(self) -> None:
        if self._connection.in_transaction:
            self._execute("ROLLBACK")

    def _journal_errors(self, *, opening: bool = False) -> AbstractContextManager[None]:
        return _journal_errors(self._path, opening=opening)


@contextmanager
def _journal_errors(path: Path, *, opening: bool = False) -> Iterator[None]:
    """Turn SQLite's errors into the journal's; at opening, damage is left to the one who can mend it."""
    try:
        yield
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            raise AlreadyAttemptedError from None
        raise ValueError(str(error)) from error
    except LaterValueError as error:
        raise JournalError(JournalFault.NEWER, str(error)) from error
    except (UnreadableRowError, UnicodeDecodeError) as error:  # SQLite's own words may hold damaged bytes
        if opening:
            raise _Damaged(str(error)) from error
        raise JournalError(JournalFault.CORRUPT, str(error)) from error
    except (sqlite3.Error, OSError) as error:
        fault, details = _fault(error, path), f"{path}: {error}"
        if opening and fault is JournalFault.CORRUPT:
            raise _Damaged(details) from error
        raise JournalError(fault, details) from error


def _open_size(path: Path) -> int:
    """Return the file's size. It has to be there, be writable, and is closed to everybody but its owner."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        size = os.fstat(descriptor).st_size
    finally:
        os.close(descriptor)
    for file in (path, *_companions(path)):
        with suppress(OSError):
            file.chmod(stat.S_IMODE(file.stat().st_mode) & stat.S_IRWXU)
    return size


_BY_CODE = {
    sqlite3.SQLITE_FULL: JournalFault.FULL,
    sqlite3.SQLITE_IOERR_WRITE: JournalFault.FULL,  # a quota, or a limit on the size of files
    sqlite3.SQLITE_BUSY: JournalFault.LOCKED,
    sqlite3.SQLITE_LOCKED: JournalFault.LOCKED,
    sqlite3.SQLITE_READONLY_DBMOVED: JournalFault.GONE,
    sqlite3.SQLITE_READONLY: JournalFault.READ_ONLY,
    sqlite3.SQLITE_CORRUPT: JournalFault.CORRUPT,
    sqlite3.SQLITE_NOTADB: JournalFault.CORRUPT,
}
_BY_ERRNO = {
    errno.ENOSPC: JournalFault.FULL,
    errno.EDQUOT: JournalFault.FULL,
    errno.EACCES: JournalFault.READ_ONLY,
    errno.EPERM: JournalFault.READ_ONLY,
    errno.EROFS: JournalFault.READ_ONLY,
}


def _fault(error: sqlite3.Error | OSError, path: Path) -> JournalFault:
    if isinstance(error, OSError):
        fault = _BY_ERRNO.get(error.errno or 0, JournalFault.GONE)
        if path.is_dir():  # which Windows refuses as if it were read-only
            return JournalFault.NO_FILE
        return JournalFault.GONE if fault is JournalFault.READ_ONLY and not path.is_file() else fault
    if not path.parent.is_dir():
        return JournalFault.GONE
    if str(error).startswith("Could not decode"):  # Python's own words, without a code
        return JournalFault.CORRUPT
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_IOERR)
    return _BY_CODE.get(code) or _BY_CODE.get(code & 0xFF, JournalFault.GONE)


@cache
def _insertion(table: Table[Any]) -> str:
    """Return what inserts a record, or replaces the one of the same id."""
    columns = ", ".join(table.columns)
    marks = ", ".join("?" * len(table.columns))
    updates = ", ".join(f"{column} = excluded.{column}" for column in table.columns if column != "id")
    return (
        f"INSERT INTO {table.name} ({columns}) VALUES ({marks}) "  # noqa: S608 - names of our own
        f"ON CONFLICT (id) DO UPDATE SET {updates}"
    )
