"""The language of every text in the window, Qt's own included; changed while the window is open."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, QTranslator

LANGUAGES = ("en", "zh_CN", "zh_TW")
"""The languages there are words for."""

_COMPILED = Path(__file__).parent / "compiled" / "translations"


def system_language() -> str:
    """Return the language of `LANGUAGES` that suits the system best; English where none does."""
    for wanted in QLocale.system().uiLanguages():
        parts = wanted.replace("_", "-").split("-")
        if parts[0] == "zh":
            # The script decides where it is named: people in Hong Kong may have chosen simplified characters.
            traditional = "Hans" not in parts and not {"Hant", "TW", "HK", "MO"}.isdisjoint(parts)
            return "zh_TW" if traditional else "zh_CN"
        if parts[0] == "en":
            return "en"
    return "en"


class Language(QObject):
    """Puts a language in force; widgets hear of it as a `LanguageChange` event."""

    def __init__(self) -> None:
        super().__init__()
        self._translators: list[QTranslator] = []
        self.current = ""
        self.complete = True
        """Whether there were words for the language in force: an unbuilt checkout has none but English."""

    def use(self, language: str | None) -> None:
        """Speak `language`, or the system's with None."""
        language = language or system_language()
        if language == self.current:
            return
        self.current = language
        self._fall_silent()
        self.complete = True
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._translators = [
            self._install(f"qtbase_{language}", qt_folder),
            self._install(f"mountsea_{language}", str(_COMPILED)),
        ]
        QLocale.setDefault(QLocale(language))

    def leave(self) -> None:
        """Take the words out of the application again."""
        self._fall_silent()
        self.current = ""

    def _fall_silent(self) -> None:
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
            translator.deleteLater()
        self._translators = []

    def _install(self, name: str, folder: str) -> QTranslator:
        translator = QTranslator(self)
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
        else:
            self.complete = False
        return translator


class Retranslated:
    """Mixed into a widget, before its Qt class: sets its texts again when the language changes."""

    def retranslate(self) -> None:
        """Set every text the widget itself shows."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells each widget of a new language this way."""
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]  # the mixin stands before a QWidget
