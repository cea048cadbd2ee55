"""Where settings, data and logs are kept: for the person, for one profile, or for practice only."""

import errno
import hashlib
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import Self

from platformdirs import PlatformDirs

from mountsea_desktop import PROGRAM


class FoldersFault(StrEnum):
    """Why a folder cannot be used."""

    MISSING = "folder_missing"
    """It is not there and cannot be made: a drive that is not plugged in, say."""
    NOT_A_FOLDER = "folder_not_a_folder"
    """There is a file in its place, or in the place of a folder above it."""
    UNREADABLE = "folder_unreadable"
    UNWRITABLE = "folder_unwritable"
    FULL = "folder_full"
    NO_TEMPORARY = "folder_no_temporary"
    """No folder for temporary files can be written to."""


class FoldersError(Exception):
    """A folder that the program needs and cannot use; `details` are the operating system's words."""

    def __init__(self, fault: FoldersFault, path: Path, details: str) -> None:
        super().__init__(fault, path, details)
        self.fault = fault
        self.path = path
        self.details = details


@dataclass(frozen=True, slots=True)
class Folders:
    """The program's folders and files. Making the value creates nothing; `prepare` does."""

    settings_file: Path
    data_folder: Path
    log_folder: Path
    profile_id: str
    """Keeps the keyring entries of profiles apart; the same whenever the same profile is opened."""
    _temporary: TemporaryDirectory[str] | None = None

    @property
    def journal_file(self) -> Path:
        """The journal."""
        return self.data_folder / "journal.sqlite3"

    @classmethod
    def usual(cls) -> Self:
        """Where the operating system wants them."""
        folders = PlatformDirs(PROGRAM, appauthor=False)
        return cls(
            settings_file=folders.user_config_path / "settings.json",
            data_folder=folders.user_data_path,
            log_folder=folders.user_log_path,
            profile_id="default",
        )

    @classmethod
    def of_profile(cls, folder: Path) -> Self:
        """Everything in `folder`; a copy of it elsewhere is another profile."""
        real = os.path.realpath(folder)
        digest = hashlib.sha256(os.path.normcase(real).encode("utf-8", "surrogateescape"))
        return cls._within(Path(real), digest.hexdigest()[:16])

    @classmethod
    def temporary(cls) -> Self:
        """A folder made for this run and deleted by `close`: practice mode touches no real data.

        Raises `FoldersError`.
        """
        try:
            owned = TemporaryDirectory(prefix=f"{PROGRAM}-", ignore_cleanup_errors=True)
        except OSError as error:
            raise FoldersError(FoldersFault.NO_TEMPORARY, Path(), str(error)) from error
        return cls._within(Path(owned.name), "practice", owned)

    @classmethod
    def _within(cls, folder: Path, profile_id: str, owned: TemporaryDirectory[str] | None = None) -> Self:
        return cls(folder / "settings.json", folder, folder / "logs", profile_id, owned)

    def prepare(self) -> None:
        """Make the folders that are missing, readable for their owner only, and try them out by writing.

        Raises `FoldersError`. It may block for as long as a network drive does not answer.
        """
        for folder in dict.fromkeys((self.data_folder, self.settings_file.parent, self.log_folder)):
            _make(folder)
            _try_out(folder)

    def close(self) -> None:
        """Delete what was temporary; nothing else."""
        if self._temporary is not None:
            self._temporary.cleanup()


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise FoldersError(FoldersFault.NOT_A_FOLDER, folder, str(error)) from error
    except OSError as error:
        raise FoldersError(_fault(error, FoldersFault.MISSING), folder, str(error)) from error


def _try_out(folder: Path) -> None:
    try:
        os.listdir(folder)  # noqa: PTH208 - whether it can be read is all that is asked
    except OSError as error:
        fault = FoldersFault.MISSING if isinstance(error, FileNotFoundError) else FoldersFault.UNREADABLE
        raise FoldersError(fault, folder, str(error)) from error
    try:
        # Without a buffer: one that cannot be emptied keeps the file from being deleted.
        with NamedTemporaryFile(prefix=".probe-", dir=folder, buffering=0) as probe:
            probe.write(b"probe")
    except OSError as error:
        raise FoldersError(_fault(error, FoldersFault.UNWRITABLE), folder, str(error)) from error


def _fault(error: OSError, otherwise: FoldersFault) -> FoldersFault:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return FoldersFault.FULL
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return FoldersFault.UNWRITABLE
        case errno.ENOENT:
            return FoldersFault.MISSING
        case _:
            return otherwise
