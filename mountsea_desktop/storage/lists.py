"""Reading the list files people import, off the thread that paints."""

from pathlib import Path

from mountsea_desktop.links.files import FILE_LIMIT, decode_file
from mountsea_desktop.runtime.background import Background

_PATIENCE = 20.0


class ListReader:
    """Reads one file after another; a drive that does not answer delays nothing else."""

    def __init__(self) -> None:
        self._background = Background("lists")

    async def read(self, path: Path) -> str:
        """Return the text of a file; to make it out of twenty megabytes takes a while, too.

        Raises `FileError`, and `OSError`, a `TimeoutError` when it does not answer.
        """
        return await self._background.run(_read, path, timeout=_PATIENCE)

    def close(self) -> None:
        """End the thread; returns at once."""
        self._background.close()


def _read(path: Path) -> str:
    with path.open("rb") as file:
        return decode_file(file.read(FILE_LIMIT + 1), path.name)  # one byte more shows that it is too large
