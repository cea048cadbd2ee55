"""The files of songs that were made: a folder of the profile, in which each is whole or not there."""

import errno
import os
import shutil
import unicodedata
from collections.abc import Callable, Collection
from contextlib import suppress
from pathlib import Path
from typing import TypeVar, TypeVarTuple

from mountsea_desktop.runtime.background import Background, ClosedError
from mountsea_desktop.runtime.device_names import is_device
from mountsea_desktop.storage.files import create, rename
from mountsea_desktop.workflow.ports import SongFileError
from mountsea_desktop.workflow.problem import JournalFault

Answer = TypeVar("Answer")
Arguments = TypeVarTuple("Arguments")

FOLDER = "songs"
PARTIAL = ".partial-"
"""How the name of a file begins that is not whole."""
LONGEST_NAME = 60
"""Characters of a title in a file's name; in UTF-8 they fit into any file system's."""
_PATIENCE = 60.0
"""Seconds after which a disk that does not answer counts as gone."""
_ENDINGS = {"mp4": "m4a", "aiff": "aif"}
_FORBIDDEN = frozenset('<>:"/\\|?*')
_BY_ERRNO = {
    errno.ENOSPC: JournalFault.FULL,
    errno.EDQUOT: JournalFault.FULL,
    errno.EFBIG: JournalFault.FULL,
    errno.EACCES: JournalFault.READ_ONLY,
    errno.EPERM: JournalFault.READ_ONLY,
    errno.EROFS: JournalFault.READ_ONLY,
}


class SongFiles:
    """The folder; everything that touches the disk happens on a thread of its own."""

    def __init__(self, data_folder: Path) -> None:
        self.folder = data_folder / FOLDER
        self._background = Background("song files")

    def path(self, name: str) -> Path:
        """Where the file of that name is; names come from `finish`, and lead nowhere else."""
        return self.folder / Path(name).name

    async def begin(self) -> "NewSongFile":
        """A new file. Raises `SongFileError`."""
        descriptor, path = await self.run(_begin, self.folder)
        return NewSongFile(self, descriptor, path)

    async def holds(self, name: str) -> bool:
        """Return whether a file is there. Raises `SongFileError` where nobody knows: without its folder."""
        return await self.run(_holds, self.path(name))

    async def delete(self, name: str) -> None:
        """Delete a file; one that is gone is no error. Raises `SongFileError`."""
        await self.run(_delete, self.path(name))

    async def copy(self, name: str, target: Path, *, replace: bool) -> Path:
        """Put a copy where the user wants one, whole or not at all; return where it is.

        Without `replace` a file that is there stays, and the copy gets a number. Raises `SongFileError`.
        """
        return await self.run(_copy, self.path(name), target, replace)

    async def clear_away(self) -> None:
        """Delete what an interrupted download has left behind."""
        with suppress(SongFileError):
            await self.run(_clear_away, self.folder)

    async def run(self, function: Callable[[*Arguments], Answer], *args: *Arguments) -> Answer:
        """Carry something out on the thread. Raises `SongFileError`."""
        try:
            return await self._background.run(function, *args, timeout=_PATIENCE)
        except OSError as error:  # being stuck is one, too
            fault = _BY_ERRNO.get(error.errno or 0, JournalFault.GONE)
            raise SongFileError(fault, error.strerror or type(error).__name__) from error
        except ClosedError:
            raise SongFileError(JournalFault.GONE, "closed") from None

    def close(self) -> None:
        """Begin nothing more."""
        self._background.close()


class NewSongFile:
    """A file that is being written."""

    def __init__(self, files: SongFiles, descriptor: int, path: Path) -> None:
        self._files = files
        self._descriptor = descriptor
        self._path = path

    async def write(self, data: bytes) -> None:
        """Append. Raises `SongFileError`."""
        await self._files.run(_write, self._descriptor, data)

    async def finish(self, title: str, kind: str, taken: Collection[str]) -> str:
        """Have it on the disk, whole, under a name made of its title, none of those `taken`.

        Raises `SongFileError`.
        """
        descriptor, self._descriptor = self._descriptor, -1
        path = await self._files.run(_finish, descriptor, self._path, title, _ENDINGS.get(kind, kind), taken)
        return path.name

    async def discard(self) -> None:
        """Leave nothing of it, unless it is finished."""
        descriptor, self._descriptor = self._descriptor, -1
        with suppress(SongFileError):
            await self._files.run(_discard, descriptor, self._path)


def file_name(title: str) -> str:
    """A title as a name that every file system takes."""
    kept = "".join(
        " " if sign in _FORBIDDEN or unicodedata.category(sign)[0] == "C" else sign for sign in title
    )
    name = " ".join(kept.split())[:LONGEST_NAME].strip(" .")
    return name if name and not is_device(name) else f"Song {name}".strip()


def _begin(folder: Path) -> tuple[int, Path]:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return create(folder, PARTIAL)


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _finish(descriptor: int, path: Path, title: str, ending: str, taken: Collection[str]) -> Path:
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    held = {_same(it) for it in taken}
    target = path.with_name(f"{file_name(title)}.{ending}")
    return rename(path, _free(target, lambda one: one.exists() or _same(one.name) in held))


def _free(target: Path, is_taken: Callable[[Path], bool]) -> Path:
    """Return the path, with the first number that makes it one that is not taken."""
    free, number = target, 1
    while is_taken(free):
        number += 1
        free = target.with_name(f"{target.stem} {number}{target.suffix}")
    return free


def _same(name: str) -> str:
    """The name as file systems compare it that know no capitals, or write accents in another way."""
    return unicodedata.normalize("NFC", name).casefold()


def _discard(descriptor: int, path: Path) -> None:
    if descriptor >= 0:
        os.close(descriptor)
    path.unlink(missing_ok=True)


def _holds(path: Path) -> bool:
    try:
        path.stat()
    except FileNotFoundError:
        path.parent.stat()
        return False
    return True


def _delete(path: Path) -> None:
    path.unlink(missing_ok=True)


def _copy(source: Path, target: Path, replace: bool) -> Path:
    descriptor, partial = create(target.parent, PARTIAL)
    try:
        with os.fdopen(descriptor, "wb") as stream, source.open("rb") as whole:
            shutil.copyfileobj(whole, stream)
        return rename(partial, target if replace else _free(target, Path.exists))
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _clear_away(folder: Path) -> None:
    for path in folder.glob(f"{PARTIAL}*"):
        path.unlink(missing_ok=True)
