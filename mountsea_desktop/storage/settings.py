"""What the person has set. No secret is ever among it: settings may be exported and copied."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from mountsea_desktop.storage.files import create, rename

Language = Literal["en", "zh_CN", "zh_TW"]


class Appearance(StrEnum):
    """Which colours the window has. The values are kept in the file: never rename one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


Position = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]
Extent = Annotated[int, msgspec.Meta(ge=1, le=100_000)]


class WindowPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a window is on the desktop, in the toolkit's own pixels."""

    x: Position
    y: Position
    width: Extent
    height: Extent
    maximized: bool = False


class TableColumn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One column of a table, by a name that is the same in every language."""

    name: Annotated[str, msgspec.Meta(min_length=1, max_length=40)]
    width: Extent
    shown: bool = True


class TableColumns(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table's columns, from left to right.

    The toolkit's own states are not kept: it reads them back without looking, and one wrong byte ends the
    program at every start.
    """

    columns: Annotated[tuple[TableColumn, ...], msgspec.Meta(max_length=20)]
    drawn: bool = False
    """Whether somebody drew them to widths of their own, instead of letting them share the width."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings with their built-in values. Changed by `msgspec.structs.replace`."""

    language: Language | None = None
    """None follows the system."""
    parallel_uploads: Annotated[int, msgspec.Meta(ge=1, le=6)] = 3
    appearance: Appearance = Appearance.SYSTEM
    window: WindowPlace | None = None
    """Where the window was; None lets the system choose."""
    song_columns: TableColumns | None = None
    """The song table's columns as they were."""
    last_model: str = ""
    """Id of the model that was shown last."""
    notifications: bool = True


@dataclass(frozen=True, slots=True)
class Read:
    """Settings as they were found, and what could not be used of the file."""

    settings: Settings
    set_aside: Path | None = None
    """Where a damaged file is now."""
    refused: tuple[str, ...] = ()
    """Keys whose values mean nothing; the built-in ones are used."""
    details: str = ""
    """Raw text for those who ask, where the file was damaged or could not be read."""


def read(path: Path) -> Read:
    """The settings in the file at `path`; built-in ones for all that is missing or unusable. Never raises."""
    try:
        values = msgspec.json.decode(path.read_bytes().removeprefix(b"\xef\xbb\xbf"), type=dict[str, Any])
    except FileNotFoundError:
        return Read(Settings())
    except OSError as error:
        return Read(Settings(), details=str(error))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        return Read(Settings(), set_aside=_put_aside(path), details=str(error))
    settings, refused = resolve(values)
    return Read(settings, refused=refused)


def resolve(values: Mapping[str, Any]) -> tuple[Settings, tuple[str, ...]]:
    """Settings made of the person's own `values`, and the keys of those that mean nothing.

    The one place that decides which value of a key counts: what an administrator enforces or suggests would
    come in here. Unknown keys are left out.
    """
    good: dict[str, Any] = {}
    refused = []
    for field in msgspec.structs.fields(Settings):
        if field.name in values:
            try:
                good[field.name] = msgspec.convert(values[field.name], field.type)
            except (msgspec.ValidationError, ValueError):
                refused.append(field.name)
    return Settings(**good), tuple(refused)


def write(path: Path, settings: Settings) -> None:
    """Replace the file at `path` in one step; only its owner can read it.

    Raises `OSError`; the file is then what it was before.
    """
    content = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    descriptor, new = create(path.parent, ".settings-")
    try:
        with os.fdopen(descriptor, "wb") as file:  # an open file cannot be renamed on Windows
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        rename(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def _put_aside(path: Path) -> Path | None:
    """Rename the damaged file; where that cannot be done it is left as it is."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    with suppress(OSError):
        return path.rename(target)
    return None
