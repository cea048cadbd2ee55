"""The desktop's own dialogs for files: each begins in the folder where somebody was last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from mountsea_desktop.runtime.background import Background, ClosedError
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.preferences import Preferences

Place = QStandardPaths.StandardLocation
DRIVE_ANSWERS = 2.0
"""Seconds after which a folder counts as gone: it may be on a drive that is not connected."""


class FileChooser:
    """Asks which files are meant, and remembers their folder for the next time and the next start."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._background = Background("folders")

    def close(self) -> None:
        """Ask no drive any more."""
        self._background.close()

    async def open(
        self,
        parent: QWidget,
        title: str,
        filters: Sequence[str],
        *,
        several: bool = False,
        usual: Place = Place.MusicLocation,
    ) -> list[Path]:
        """Ask for a file, or for several; `usual` is where to begin while nobody was anywhere."""
        folder, mode = await self._folder(usual), QFileDialog.FileMode
        dialog = QFileDialog(parent, title, folder)
        dialog.setFileMode(mode.ExistingFiles if several else mode.ExistingFile)
        dialog.setNameFilters(list(filters))
        chosen: list[str] = []
        if several:
            dialog.filesSelected.connect(chosen.extend)
        else:
            dialog.fileSelected.connect(chosen.append)
        await run_dialog(dialog)
        return await self._remember([Path(path) for path in chosen])

    async def save(
        self, parent: QWidget, title: str, name: str, *, usual: Place = Place.MusicLocation
    ) -> Path | None:
        """Ask where to put a new file, for which this name is suggested; its ending is the file's kind."""
        dialog = QFileDialog(parent, title, await self._folder(usual))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*{Path(name).suffix}")
        dialog.setDefaultSuffix(Path(name).suffix)
        dialog.selectFile(name)
        chosen: list[str] = []
        dialog.fileSelected.connect(chosen.append)
        await run_dialog(dialog)
        found = await self._remember([Path(path) for path in chosen])
        return found[0] if found else None

    async def _folder(self, usual: Place) -> str:
        """Return where to begin."""
        folders = [self._preferences.settings.last_folder, QStandardPaths.writableLocation(usual)]
        try:
            folder = await self._background.run(_first, folders, timeout=DRIVE_ANSWERS)
        except (OSError, ClosedError):  # no answer is an error of that kind, too
            folder = ""
        return folder or QStandardPaths.writableLocation(Place.HomeLocation)

    async def _remember(self, chosen: list[Path]) -> list[Path]:
        folder = str(chosen[0].parent) if chosen else ""
        if folder not in {"", self._preferences.settings.last_folder}:
            await self._preferences.save(last_folder=folder)
        return chosen


def _first(folders: Sequence[str]) -> str:
    """Return the first that is there."""
    return next((folder for folder in folders if folder and Path(folder).is_dir()), "")
