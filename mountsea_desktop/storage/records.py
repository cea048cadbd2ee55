"""How models, songs and presses look as rows of the journal's tables."""

from collections.abc import Mapping, Sequence
from dataclasses import Field, dataclass, fields
from decimal import Decimal
from enum import EnumType
from typing import Any, Generic, TypeVar

import msgspec

from mountsea_desktop.workflow.model import CreateAttempt, Model
from mountsea_desktop.workflow.song import Song

Kind = TypeVar("Kind", Model, Song, CreateAttempt)
Value = str | int | float | None

_LARGEST = 2**63 - 1
"""The largest integer a column holds."""
_AS_JSON = frozenset({"problem", "clip_ids"})
_ELSEWHERE = frozenset({"attempt"})
"""A model's press is a record of its own."""


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
        """The columns that carry the record, named like its fields."""
        return tuple(field.name for field in self._kept)

    @property
    def _kept(self) -> tuple[Field[Any], ...]:
        return tuple(field for field in fields(self.kind) if field.name not in _ELSEWHERE)

    def row(self, record: Kind) -> tuple[Value, ...]:
        """The record's values, in the order of `columns`."""
        # Facts may be a read-only mapping.
        values = msgspec.to_builtins(record, enc_hook=dict, builtin_types=(Decimal,))
        return tuple(_storable(values[column]) for column in self.columns)

    def record(self, row: Sequence[Value]) -> Kind:
        """The record that `row`, in the order of `columns`, was made from.

        Raises `UnreadableRowError` or `LaterValueError`.
        """
        for field, value in zip(self._kept, row, strict=False):
            if isinstance(field.type, EnumType) and isinstance(value, str):
                try:
                    field.type(value)
                except ValueError as error:
                    raise LaterValueError(f"{self.name}: {error}") from None
        try:
            values = {
                column: _restored(column, value) for column, value in zip(self.columns, row, strict=True)
            }
            return msgspec.convert(values, self.kind, strict=False)  # 0 and 1 are truth values to SQLite
        except (msgspec.MsgspecError, ValueError) as error:
            raise UnreadableRowError(f"{self.name}: {error}") from error


MODELS = Table("models", Model)
SONGS = Table("songs", Song)
PRESSES = Table("presses", CreateAttempt)


def _storable(value: Any) -> Value:
    match value:
        case str():
            return _text(value)
        case int():
            return max(-_LARGEST, min(value, _LARGEST))  # a server may claim a song of any size
        case float() | None:
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
    """The same text, but for halves of characters: a clipboard may hold them, UTF-8 cannot."""
    return value.encode("utf-8", "replace").decode()


def _restored(column: str, value: Value) -> Any:
    return msgspec.json.decode(value) if column in _AS_JSON and isinstance(value, str) else value
