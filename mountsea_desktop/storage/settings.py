"""What the person has set. No secret is ever among it: settings may be exported and copied."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated, Any, Literal

import msgspec

Language = Literal["en", "zh_CN", "zh_TW"]


class Appearance(StrEnum):
    """Which colours the window has. The values are kept in the file: never rename one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings with their built-in values. Changed by `msgspec.structs.replace`."""

    language: Language | None = None
    """None follows the system."""
    parallel_uploads: Annotated[int, msgspec.Meta(ge=1, le=6)] = 3
    appearance: Appearance = Appearance.SYSTEM
    geometry: bytes = b""
    """The window's place and size, as the toolkit gives it; base64 in the file."""
    columns: bytes = b""
    """Widths and order of the song table's columns, likewise."""
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
    with NamedTemporaryFile(prefix=".settings-", dir=path.parent, delete=False) as new:
        try:
            new.write(content)
            new.flush()
            os.fsync(new.fileno())
            new.close()  # an open file cannot be renamed on Windows
            Path(new.name).replace(path)
        except BaseException:
            new.close()
            Path(new.name).unlink(missing_ok=True)
            raise


def _put_aside(path: Path) -> Path | None:
    """Rename the damaged file; where that cannot be done it is left as it is."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
    with suppress(OSError):
        return path.rename(target)
    return None
