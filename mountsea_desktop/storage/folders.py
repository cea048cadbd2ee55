"""Where settings, data and logs are kept: for the person, for one profile, or for practice only."""

import errno
import hashlib
import os
import shutil
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from tempfile import gettempdir
from typing import Self

from platformdirs import PlatformDirs

from mountsea_desktop import PROGRAM
from mountsea_desktop.storage.drives import Drive, drive_of
from mountsea_desktop.storage.files import create, create_folder


class FoldersFault(StrEnum):
    """Why a folder cannot be used."""

    MISSING = "folder_missing"
    """It is not there and cannot be made: a drive that is not plugged in, say."""
    NOT_A_FOLDER = "folder_not_a_folder"
    """There is a file in its place, or in the place of a folder above it."""
    UNREADABLE = "folder_unreadable"
    UNWRITABLE = "folder_unwritable"
    FULL = "folder_full"
    UNSAFE = "folder_unsafe"
    """Others can write to it, and there is a link in place of one of its files."""
    NO_LOCKS = "folder_no_locks"
    """Its drive cannot keep two programs from using it at the same time."""
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
    _is_temporary: bool = False
    _shared: list[Path] = field(default_factory=list, compare=False)
    """Folders that somebody else can write to, as `prepare` found them."""
    _drives: list[Drive] = field(default_factory=list, compare=False)

    @property
    def journal_file(self) -> Path:
        """The journal."""
        return self.data_folder / "journal.sqlite3"

    @classmethod
    def usual(cls) -> Self:
        """Return where the operating system wants them."""
        folders = PlatformDirs(PROGRAM, appauthor=False)
        return cls(
            settings_file=folders.user_config_path / "settings.json",
            data_folder=folders.user_data_path,
            log_folder=folders.user_log_path,
            profile_id="default",
        )

    @classmethod
    def of_profile(cls, folder: Path) -> Self:
        """Return everything in `folder`; a copy of it elsewhere is another profile."""
        real = _as_on_disk(Path(os.path.realpath(folder)))
        digest = hashlib.sha256(os.path.normcase(real).encode("utf-8", "surrogateescape"))
        return cls._within(real, digest.hexdigest()[:16])

    @classmethod
    def temporary(cls) -> Self:
        """Return a folder made for this run and deleted by `close`: practice mode touches no real data.

        Raises `FoldersError`.
        """
        try:
            folder = create_folder(Path(gettempdir()), f"{PROGRAM}-")
        except OSError as error:
            raise FoldersError(FoldersFault.NO_TEMPORARY, Path(), str(error)) from error
        return cls._within(folder, "practice", is_temporary=True)

    @classmethod
    def _within(cls, folder: Path, profile_id: str, *, is_temporary: bool = False) -> Self:
        return cls(folder / "settings.json", folder, folder / "logs", profile_id, is_temporary)

    def prepare(self) -> None:
        """Make the folders that are missing, readable for their owner only, and try them out by writing.

        Raises `FoldersError`. It may block for as long as a network drive does not answer.
        """
        self._shared.clear()
        for folder in dict.fromkeys((self.data_folder, self.settings_file.parent, self.log_folder)):
            _make(folder)
            _try_out(folder)
            if _is_shared(folder):
                _refuse_links(folder)
                self._shared.append(folder)
        self._drives[:] = [drive_of(self.data_folder)]

    @property
    def drive(self) -> Drive:
        """What the songs are kept on; see `prepare`."""
        return next(iter(self._drives), Drive())

    @property
    def shared(self) -> Path | None:
        """The first folder that somebody else can write to, and so exchange what is kept; see `prepare`."""
        return next(iter(self._shared), None)

    def close(self) -> None:
        """Delete what was temporary; nothing else."""
        if self._is_temporary:
            shutil.rmtree(self.data_folder, ignore_errors=True)


def _as_on_disk(path: Path) -> Path:
    """Return the path in the letters the disk has it in.

    Where it tells no upper case, both spellings are one.
    """
    if path == path.parent:
        return path
    parent = _as_on_disk(path.parent)
    exact = parent / path.name
    other = parent / path.name.swapcase()
    with suppress(OSError):
        if other != exact and exact.samefile(other):
            for entry in parent.iterdir():
                if entry.name.casefold() == path.name.casefold() and entry.samefile(exact):
                    return entry
    return exact


def _is_shared(folder: Path) -> bool:
    """Return whether other people of this computer can put files there.

    Windows guards folders by other means.
    """
    if os.name == "nt":
        return False
    try:
        found = folder.stat()
    except OSError:
        return False
    shared_with_group = found.st_mode & stat.S_IWGRP and found.st_gid != os.getgid()
    is_ours = found.st_uid in {os.getuid(), 0}
    return bool(found.st_mode & stat.S_IWOTH or shared_with_group or not is_ours)


def _refuse_links(folder: Path) -> None:
    """A link in a folder of others may be theirs, and what is written through it would go where they want."""
    with suppress(OSError):
        for entry in folder.iterdir():
            if entry.is_symlink() and not entry.is_dir():
                raise FoldersError(FoldersFault.UNSAFE, folder, f"{entry.name} -> {entry.readlink()}")


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
        descriptor, probe = create(folder, ".probe-")
        try:
            os.write(descriptor, b"probe")
        finally:
            os.close(descriptor)
            probe.unlink(missing_ok=True)
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
