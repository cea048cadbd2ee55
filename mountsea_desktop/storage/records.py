"""How models, songs and attempts look as rows of the journal's tables."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, dataclass, fields
from decimal import Decimal
from enum import EnumType
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.generation import Generation, MadeSong
from mountsea_desktop.workflow.model import CreateAttempt, Model
from mountsea_desktop.workflow.problem import Problem, parse_code
from mountsea_desktop.workflow.song import Leftover, Song

Kind = TypeVar("Kind", Model, Song, CreateAttempt, Generation, Leftover)
Value = str | int | float | None

_LARGEST = 2**63 - 1
"""The largest integer a column holds."""
_LATEST = 253_402_300_799.0
"""The last second a calendar can show, 9999-12-31, in Unix time; nothing lasts longer either."""
_FACT_KEYS = frozenset[str](FactKey)
_COLUMNS = {"confirmed_at": "pressed_at", "has_own_title": "named", "upload_wanted": "wanted"}
"""Columns that are not named like their field: what is in journals is never renamed."""
_ELSEWHERE = frozenset({"attempt"})
"""A model's attempt is a record of its own."""


class UnreadableRowError(Exception):
    """A row that no version of the program has written."""


class LaterValueError(Exception):
    """A state or outcome that this version does not know: a later one has written it."""


@dataclass(frozen=True, slots=True)
class Table(Generic[Kind]):
    """One of the journal's tables, and the kind of record it keeps."""

    name: str
    kind: type[Kind]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that carry the record, one for each field."""
        return tuple(_COLUMNS.get(field.name, field.name) for field in _kept(self))

    def row(self, record: Kind) -> tuple[Value, ...]:
        """Return the record's values, in the order of `columns`."""
        values = msgspec.to_builtins(record, enc_hook=_plain, builtin_types=(Decimal,))
        return tuple(_storable(values[field.name]) for field in _kept(self))

    def record(self, row: Sequence[Value]) -> Kind:
        """Return the record that `row`, in the order of `columns`, was made from.

        Raises `UnreadableRowError` or `LaterValueError`.
        """
        try:
            return self.kind(
                **{field.name: _restored(field, value) for field, value in zip(_kept(self), row, strict=True)}
            )
        except LaterValueError as error:
            raise LaterValueError(f"{self.name}: {error}") from None
        except (msgspec.MsgspecError, ValueError) as error:
            raise UnreadableRowError(f"{self.name}: {error}") from error


@cache
def _kept(table: Table[Any]) -> tuple[Field[Any], ...]:
    return tuple(field for field in fields(table.kind) if field.name not in _ELSEWHERE)


MODELS = Table("models", Model)
SONGS = Table("songs", Song)
ATTEMPTS = Table("presses", CreateAttempt)
GENERATIONS = Table("generations", Generation)
LEFTOVERS = Table("leftovers", Leftover)


def _plain(value: Any) -> Any:
    """Return what msgspec does not know: a code of a later version, facts in a read-only mapping."""
    return str(value) if isinstance(value, str) else dict(value)


def _storable(value: Any) -> Value:
    match value:
        case str():
            return _text(value)
        case int():
            return max(-_LARGEST, min(value, _LARGEST))  # a server may claim a song of any size
        case float():
            return max(0.0, min(value, _LATEST))  # a server's clock may claim any moment, a file any length
        case None:
            return value
        case Decimal():
            return float(value)  # of at most fifteen digits, which come back as they were
        case _:
            return msgspec.json.encode(_clean(value)).decode()


def _clean(value: Any) -> Any:
    match value:
        case str():
            return _text(value)
        case Mapping():
            return {_text(key): _clean(item) for key, item in value.items()}
        case Sequence():
            return [_clean(item) for item in value]
        case _:
            return value


def _text(value: str) -> str:
    """Return the same text, but for halves of characters: a clipboard may hold them, UTF-8 cannot."""
    return value.encode("utf-8", "replace").decode()


def _restored(field: Field[Any], value: Value) -> Any:
    if field.name == "problem":
        return None if value is None else _problem(value)
    if field.name == "clip_ids":
        return msgspec.json.decode(str(value), type=tuple[str, ...])
    if field.name == "songs":
        return tuple(map(_made_song, msgspec.json.decode(str(value), type=list[_KeptMadeSong])))
    if isinstance(field.type, EnumType) and isinstance(value, str):
        return _member(field.type, value)
    restored = msgspec.convert(value, field.type, strict=False)  # 0 and 1 are truth values to SQLite
    if isinstance(restored, float) and not 0 <= restored <= _LATEST:
        raise ValueError(f"{field.name} is no moment and no length: {restored}")
    if isinstance(restored, Decimal) and not restored.is_finite():
        raise ValueError(f"{field.name} is no amount: {restored}")
    return restored


def _member(kind: Callable[[str], Any], value: str) -> Any:
    try:
        return kind(value)
    except ValueError as error:
        raise LaterValueError(str(error)) from None


class _KeptProblem(msgspec.Struct):
    code: str
    facts: dict[str, str] = {}
    details: str = ""


def _problem(value: Value) -> Problem:
    """The problem that was kept; facts that only a later version has words for are left out."""
    return _as_problem(msgspec.json.decode(str(value), type=_KeptProblem))


def _as_problem(kept: _KeptProblem) -> Problem:
    facts = {FactKey(key): fact for key, fact in kept.facts.items() if key in _FACT_KEYS}
    return Problem(parse_code(kept.code), facts, kept.details)


class _KeptMadeSong(msgspec.Struct):
    clip_id: str = ""
    addresses: tuple[str, ...] = ()
    title: str = ""
    duration: float | None = None
    file: str = ""
    lost: bool = False
    problem: _KeptProblem | None = None


def _made_song(kept: _KeptMadeSong) -> MadeSong:
    return MadeSong(
        clip_id=kept.clip_id,
        addresses=kept.addresses,
        title=kept.title,
        duration=kept.duration,
        file=kept.file,
        lost=kept.lost,
        problem=None if kept.problem is None else _as_problem(kept.problem),
    )
