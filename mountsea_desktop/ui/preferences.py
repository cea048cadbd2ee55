"""The settings in force: applied to the window at once, and kept for the next start."""

import logging
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from mountsea_desktop.runtime.background import Background, ClosedError
from mountsea_desktop.storage import settings as file
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.ui.language import Language
from mountsea_desktop.ui.theme.theme import Theme

log = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the settings. `changed` follows each change that was made by the person."""

    changed = Signal()

    def __init__(self, path: Path, app: QApplication, *, language: str | None) -> None:
        """`language` is the command line's, and rules for this run until another is chosen."""
        super().__init__()
        self._path = path
        self._app = app
        self._background = Background("settings")
        self.language = Language()
        self.theme = Theme()
        read = file.read(path)
        self.settings: Settings = read.settings
        self.were_damaged = bool(read.details or read.refused)
        """Whether something of the file could not be used."""
        self._asked_language = language
        self.language.use(language or self.settings.language)
        self.theme.apply(app, self.settings.appearance)

    def choose(self, settings: Settings) -> None:
        """Put new settings in force."""
        if settings.language != self.settings.language:
            self._asked_language = None
        self.settings = settings
        self.language.use(self._asked_language or settings.language)
        self.theme.apply(self._app, settings.appearance)
        self.changed.emit()

    async def save(self, **seen: object) -> None:
        """Keep the settings on disk, with what was `seen` of the window's own: place, columns, model.

        A disk that refuses costs the settings, and nothing else.
        """
        self.settings = msgspec.structs.replace(self.settings, **seen)
        try:
            await self._background.run(file.write, self._path, self.settings, timeout=3.0)
        except (OSError, ClosedError) as error:
            # They are convenience; what matters is in the journal.
            log.info("the settings could not be saved: %s", error)

    async def export(self, path: Path) -> bool:
        """Write the settings to a file of the person's choice; whether that worked."""
        kept = msgspec.structs.replace(self.settings, window=None, song_columns=None, last_model="")
        try:
            await self._background.run(file.write, path, kept, timeout=10.0)
        except (OSError, ClosedError) as error:
            log.info("the settings could not be exported: %s", error)
            return False
        return True

    def close(self) -> None:
        """End the thread that saves, and speak no more."""
        self.language.leave()
        self._background.close()
