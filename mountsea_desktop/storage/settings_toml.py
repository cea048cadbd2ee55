"""Settings as a text file that a technician can read and write: `[table] key = value`."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mountsea_desktop.runtime.ordinary_files import read_ordinary

LARGEST = 16 * 1024
"""Bytes; a file of settings has a few hundred. The parser's time grows with the square of a key's dots."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")


class TomlError(Exception):
    """A file that cannot be read; the text says why, in the system's or the parser's words."""


def read(path: Path) -> dict[str, object]:
    """Return the values in the file by key, `table.name`. Raises `TomlError` and `FileNotFoundError`."""
    try:
        content = read_ordinary(path, LARGEST)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise TomlError(error.strerror or str(error)) from error
    try:
        return flat(tomllib.loads(_text(content)))
    except (ValueError, RecursionError) as error:
        raise TomlError(str(error)) from error


def flat(tables: Mapping[str, Any]) -> dict[str, object]:
    """`{"table": {"name": value}}` as `{"table.name": value}`."""
    values: dict[str, object] = {}
    for table, content in tables.items():
        if isinstance(content, dict):
            values |= {f"{table}.{name}": value for name, value in content.items()}
        else:
            values[table] = content
    return values


def write(values: Mapping[str, object]) -> str:
    """Return the text of a file with these values: texts, whole numbers, true and false."""
    lines: list[str] = []
    table = ""
    for key in sorted(values, key=lambda key: key.partition(".")[0]):
        first, _, name = key.partition(".")
        if first != table:
            table = first
            lines += [*([""] if lines else []), f"[{_name(table)}]"]
        lines.append(f"{_name(name)} = {literal(values[key])}")
    return "\n".join([*lines, ""])


def literal(value: object) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return f'"{"".join(_escaped(character) for character in value)}"'
    raise TypeError(type(value).__name__)


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    return character if character.isprintable() else f"\\U{ord(character):08x}"


def _name(name: str) -> str:
    return name if _BARE.fullmatch(name) else literal(name)


def _text(content: bytes) -> str:
    """As editors write it: UTF-8, with or without a mark, and what Notepad calls Unicode."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    return content.decode("utf-8-sig")
