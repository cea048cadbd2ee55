"""Which look is in force, and the change from one to another while the program runs."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from mountsea_desktop.storage.settings import Appearance
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Scheme, from_platform
from mountsea_desktop.ui.theme.style import palette, style_sheet


class Theme(QObject):
    """The look of the whole program; make one, and apply it before the first window is built.

    High contrast, once asked of the desktop, comes before the user's choice of light or dark.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icons = Icons()
        self._app: QApplication | None = None
        self._appearance = Appearance.SYSTEM
        self._in_force: tuple[Scheme, str] | None = None
        self._is_dressed = False
        """Whether the style sheet is in force, too."""

    @property
    def scheme(self) -> Scheme:
        """The colours in force."""
        return self.icons.scheme

    def apply(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        """Give the program its look, and follow the desktop from now on where that is chosen."""
        self.prepare(app, appearance)
        self.dress()

    def prepare(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        """The same but for the style sheet, for a window that is built before `dress`.

        While a style sheet is in force Qt polishes each widget anew whenever something is put around it: a
        window takes twice as long to build.
        """
        self._appearance = appearance
        hints = app.styleHints()
        if self._app is None:
            self._app = app
            app.setStyle("Fusion")
            hints.colorSchemeChanged.connect(self.refresh)
            hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        match appearance:
            case Appearance.SYSTEM:
                hints.unsetColorScheme()
            case Appearance.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case Appearance.DARK:
                hints.setColorScheme(Qt.ColorScheme.Dark)
        self.refresh()

    def dress(self) -> None:
        """Put the style sheet in force, which asks every widget there is for its size once more."""
        if not self._is_dressed:
            self._is_dressed = True
            self._in_force = None
            self.refresh()

    def refresh(self) -> None:
        """Look again at the desktop's settings and the program's font; cheap when nothing has changed."""
        app = self._app
        if app is None:
            return
        scheme = self._wanted(app)
        font = app.font()
        if self._in_force == (scheme, font.key()):
            return
        self._in_force = (scheme, font.key())
        self.icons.scheme = scheme
        app.setPalette(palette(scheme))
        if self._is_dressed:
            app.setStyleSheet(style_sheet(scheme, font))

    def _wanted(self, app: QApplication) -> Scheme:
        if _asks_for_contrast(app):
            app.setPalette(QPalette())  # the desktop's own again, ours aside
            self._in_force = None
            return from_platform(app.palette())
        match self._appearance:
            case Appearance.LIGHT:
                return LIGHT
            case Appearance.DARK:
                return DARK
            case Appearance.SYSTEM:
                return DARK if _is_dark(app) else LIGHT


def _is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _asks_for_contrast(app: QApplication) -> bool:
    hints = app.styleHints()  # held, because PySide takes what belongs to it for dead once nobody holds it
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
