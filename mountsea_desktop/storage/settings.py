"""What the person has set. No secret is ever among it: settings may be exported and copied."""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec

from mountsea_desktop.gateway.addresses import API_DEFAULT, CREDITS_DEFAULT
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.runtime.ordinary_files import NotOrdinaryError, read_ordinary
from mountsea_desktop.storage.files import create, damaged_name, rename

LARGEST = 1024 * 1024
"""Bytes of the person's own file; it has some hundreds."""

Language = Literal["en", "zh_CN", "zh_TW"]


class Appearance(StrEnum):
    """Which colours the window has. The values are kept in the file: never rename one."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


Position = Annotated[int, msgspec.Meta(ge=-100_000, le=100_000)]
Extent = Annotated[int, msgspec.Meta(ge=1, le=100_000)]


class WindowPosition(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
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


class StorageKind(StrEnum):
    """Where songs on this computer are put for Mountsea to fetch. The values are kept in files."""

    NONE = "none"
    S3 = "s3"
    FOLDER = "folder"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """All settings with their built-in values. Changed by `msgspec.structs.replace`.

    Those in `settings_table` can be given by an administrator, too; the others belong to the person alone.
    `layered_settings` makes them of what everybody says.
    """

    language: Language | None = None
    """None follows the system."""
    parallel_uploads: Annotated[int, msgspec.Meta(ge=1, le=8)] = 3
    appearance: Appearance = Appearance.SYSTEM
    window: WindowPosition | None = None
    """Where the window was; None lets the system choose."""
    song_columns: TableColumns | None = None
    """The song table's columns as they were."""
    last_model: str = ""
    """Id of the model that was shown last."""
    volume: Annotated[int, msgspec.Meta(ge=0, le=100)] = 100
    """How loud songs are heard, in per cent."""
    last_folder: str = ""
    """Where a file was chosen last."""
    token_untested: bool = False
    """Whether the token was saved without a network, so that it is still to be tested."""
    notifications: bool = True
    api_url: str = API_DEFAULT
    credits_url: str = CREDITS_DEFAULT
    proxy: ProxyMode = ProxyMode.SYSTEM
    proxy_url: str = ""
    pac_url: str = ""
    no_proxy: str = ""
    ca_file: str = ""
    session_token_allowed: bool = True
    """Whether a token may be held in memory where there is no keyring."""
    practice_offered: bool = True
    storage_kind: StorageKind = StorageKind.NONE
    storage_endpoint: str = ""
    storage_region: str = ""
    storage_bucket: str = ""
    storage_prefix: str = ""
    storage_path_style: bool = False
    storage_key_id: str = ""
    storage_secret_file: str = ""
    storage_folder: str = ""
    storage_base_url: str = ""


@dataclass(frozen=True, slots=True)
class OwnSettings:
    """What the person's own file holds, by name, and what could not be used of it."""

    values: Mapping[str, Any]
    set_aside: Path | None = None
    """Where a damaged file is now."""
    details: str = ""
    """Raw text for those who ask, where the file was damaged or could not be read."""


def read(path: Path) -> OwnSettings:
    """Return the user's own settings in the file at `path`; none where it is missing or unusable.

    Never raises.
    """
    try:
        content = read_ordinary(path, LARGEST)
        values = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"), type=dict[str, Any])
    except FileNotFoundError:
        return OwnSettings({})
    except NotOrdinaryError as error:
        return OwnSettings({}, set_aside=_put_aside(path), details=str(error))
    except OSError as error:
        return OwnSettings({}, details=str(error))
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        return OwnSettings({}, set_aside=_put_aside(path), details=str(error))
    return OwnSettings(values)


def write(path: Path, values: Mapping[str, object]) -> None:
    """Replace the file at `path` in one step; only its owner can read it.

    Raises `OSError`; the file is then what it was before.
    """
    content = msgspec.json.format(msgspec.json.encode(values), indent=2)
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
    with suppress(OSError):
        return path.rename(damaged_name(path))
    return None
