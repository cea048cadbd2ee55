"""Reading the list files people import, off the thread that paints."""

from pathlib import Path

from mountsea_desktop.links.files import FILE_LIMIT
from mountsea_desktop.runtime.background import Background

_PATIENCE = 20.0


class ListReader:
    """Reads one file after another; a drive that does not answer delays nothing else."""

    def __init__(self) -> None:
        self._background = Background("lists")

    async def read(self, path: Path) -> bytes:
        """The bytes of a file, one more than the limit of a list that is too large.

        Raises `OSError`, a `TimeoutError` when it does not answer.
        """
        return await self._background.run(_read, path, timeout=_PATIENCE)

    def close(self) -> None:
        """End the thread; returns at once."""
        self._background.close()


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(FILE_LIMIT + 1)
