"""Reading the list files people import, off the thread that paints."""

from pathlib import Path

from mountsea_desktop.storage.background import Background

LARGEST = 10 * 1024 * 1024
"""Bytes of a list that are read; no list of links is larger."""
_PATIENCE = 20.0


class ListReader:
    """Reads one file after another; a drive that does not answer delays nothing else."""

    def __init__(self) -> None:
        self._background = Background("lists")

    async def read(self, path: Path) -> bytes:
        """The first `LARGEST` bytes of a file. Raises `OSError`, a `TimeoutError` when it does not answer."""
        return await self._background.run(_read, path, timeout=_PATIENCE)

    def close(self) -> None:
        """End the thread; returns at once."""
        self._background.close()


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST)
