"""Making and replacing files in ways that end, whatever the operating system has against them."""

import os
import secrets
import time
from datetime import UTC, datetime
from pathlib import Path

_NAMES = 3
"""Names that are tried; that one of them is taken is as good as impossible."""
_FLAGS = os.O_CREAT | os.O_EXCL | os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_IN_USE = frozenset({5, 32})
"""What Windows says of a file that somebody else, a virus scanner mostly, has open for the moment."""
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between the tries to replace it."""


def create(folder: Path, prefix: str) -> tuple[int, Path]:
    """Create and open a file under a name of its own, for its owner only. Raises `OSError`.

    Python's `tempfile` does not do: where Windows refuses, it takes the name for taken and tries for ever.
    """
    for names_left in reversed(range(_NAMES)):
        path = folder / f"{prefix}{secrets.token_hex(8)}"
        try:
            return os.open(path, _FLAGS, 0o600), path
        except FileExistsError:
            if not names_left:
                raise
    raise AssertionError("there is always a last name")


def create_folder(folder: Path, prefix: str) -> Path:
    """Create a folder likewise."""
    path = folder / f"{prefix}{secrets.token_hex(8)}"
    path.mkdir(mode=0o700)
    return path


def rename(source: Path, target: Path) -> Path:
    """Give a file another name, in place of the file that had it; waits for who has one of them open.

    Raises `OSError`. It may take a second or two.
    """
    for wait in _WAITS:
        try:
            return source.replace(target)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
        time.sleep(wait)
    return source.replace(target)


def damaged_name(path: Path) -> Path:
    """Return a free name beside a damaged file, under which it is set aside: nothing is ever overwritten."""
    name = f"{path.stem}-damaged-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    target, count = path.with_name(f"{name}{path.suffix}"), 1
    while target.exists():
        count += 1
        target = path.with_name(f"{name}-{count}{path.suffix}")
    return target
