"""The settings in force: applied to the window at once, and kept for the next start."""

import logging
from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from mountsea_desktop.runtime.background import Background, ClosedError
from mountsea_desktop.storage import settings as file
from mountsea_desktop.storage import settings_toml
from mountsea_desktop.storage.layered_settings import Import, LayeredSettings
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.ui.language import Language
from mountsea_desktop.ui.theme.theme import Theme

log = logging.getLogger(__name__)


class Preferences(QObject):
    """Holds the settings. `changed` follows each change that was made by the person."""

    changed = Signal()

    def __init__(
        self,
        layered: LayeredSettings,
        app: QApplication,
        *,
        language: Language | None = None,
        theme: Theme | None = None,
    ) -> None:
        """`language` and `theme` are as these settings want them, where a window has them already."""
        super().__init__()
        self.layered = layered
        self._app = app
        self._background = Background("settings")
        self.language = language or Language()
        self.theme = theme or Theme()
        self.language.use(self.settings.language)
        self.theme.apply(app, self.settings.appearance)

    @property
    def settings(self) -> Settings:
        """What counts now."""
        return self.layered.settings

    @property
    def were_damaged(self) -> bool:
        """Whether something of the user's own file could not be used."""
        return self.layered.were_damaged

    def choose(self, settings: Settings) -> None:
        """Put new settings in force; what the administrator enforces stays."""
        self.layered.choose(settings)
        self._apply()

    def take(self, values: Mapping[str, object]) -> None:
        """Put values in force that were imported."""
        self.layered.take(values)
        self._apply()

    async def read_import(self, path: Path) -> Import:
        """Return what the settings in a file would change. Raises `TomlError`."""
        try:
            values = await self._background.run(settings_toml.read, path, timeout=10.0)
        except (OSError, ClosedError) as error:
            raise settings_toml.TomlError(str(error)) from error
        return self.layered.compare(path, values)

    def _apply(self) -> None:
        self.language.use(self.settings.language)
        self.theme.apply(self._app, self.settings.appearance)
        self.changed.emit()

    async def save(self, **seen: object) -> None:
        """Keep the settings on disk, with what was `seen` of the window's own: place, columns, model.

        A disk that refuses costs the settings, and nothing else.
        """
        self.layered.choose(msgspec.structs.replace(self.settings, **seen))
        try:
            await self._background.run(file.write, self.layered.path, self.layered.content(), timeout=3.0)
        except (OSError, ClosedError) as error:
            # They are convenience; what matters is in the journal.
            log.info("the settings could not be saved: %s", error)

    async def export(self, path: Path) -> bool:
        """Write the settings to a file of the person's choice; whether that worked."""
        text = settings_toml.write(self.layered.exported())
        try:
            await self._background.run(path.write_text, text, "utf-8", timeout=10.0)
        except (OSError, ClosedError) as error:
            log.info("the settings could not be exported: %s", error)
            return False
        return True

    def close(self) -> None:
        """End the thread that saves, and speak no more."""
        self.language.leave()
        self._background.close()
