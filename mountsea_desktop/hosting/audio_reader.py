"""Finding out about files that somebody wants to add, off the thread that paints."""

import os
from pathlib import Path

from mountsea_desktop.hosting.audio_file import ENDINGS, AudioFile, look_at
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.runtime.background import Background

PATIENCE = 20.0
"""Seconds that a drive may take to answer."""
MOST = 500
"""Songs that are taken out of one folder."""
LOOKED_AT = 50_000
"""Names in a folder that are gone through at most."""


class AudioReader:
    """Looks at one file after another; a drive that does not answer delays nothing else."""

    def __init__(self) -> None:
        self._background = Background("audio files")

    async def look_at(self, path: Path) -> AudioFile:
        """What a file is. Raises `StorageError`."""
        try:
            return await self._background.run(look_at, path, timeout=PATIENCE)
        except TimeoutError as error:
            raise StorageError(StorageFault.FILE_UNREADABLE, f"no answer in {PATIENCE:.0f} s") from error

    async def songs_in(self, path: Path) -> list[Path] | None:
        """The sound files in a folder and in those below it, by their names; None where it is no folder."""
        try:
            return await self._background.run(_songs_in, path, timeout=PATIENCE)
        except TimeoutError as error:
            raise StorageError(StorageFault.FILE_UNREADABLE, f"no answer in {PATIENCE:.0f} s") from error

    def close(self) -> None:
        """End the thread; returns at once."""
        self._background.close()


def _songs_in(path: Path) -> list[Path] | None:
    if not path.is_dir():
        return None
    found: list[Path] = []
    looked_at = 0
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(folder, name)
            for name in sorted(names, key=str.casefold)
            if not name.startswith(".") and name.lower().rpartition(".")[2] in ENDINGS
        ]
        looked_at += len(names)
        if len(found) >= MOST or looked_at > LOOKED_AT:
            break
    return found[:MOST]
