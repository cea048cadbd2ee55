"""The window as it first appears: on screen and complete to look at, before what stands behind it is loaded.

What is imported here, directly or not, makes everybody wait; `tests/ui/app/test_opening.py` has the list.
"""

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.options import Options
from mountsea_desktop.storage.layered_settings import LayeredSettings
from mountsea_desktop.ui.app.application import Application
from mountsea_desktop.ui.language import Language
from mountsea_desktop.ui.theme.theme import Theme
from mountsea_desktop.ui.view_state import ViewState
from mountsea_desktop.ui.window import MainWindow

BEHIND = "mountsea_desktop.ui.app.run"
"""Imports everything else: the loop, the job, the network, the keyring, the dialogs."""
LONGEST_UNPAINTED = 250
"""Milliseconds after which a window that nobody sees is taken for painted."""


class Opening(QObject):
    """Builds the window and shows it. Who makes the `AppRun` of it brings it to life."""

    _loaded = Signal()

    def __init__(
        self, app: QApplication, options: Options, addresses: Addresses, settings: LayeredSettings
    ) -> None:
        super().__init__()
        self.settings = settings
        self.close_wanted = False
        """Whether somebody has had enough before there was anything to close."""
        self.is_over = False
        """Whether the run has come to its end, when there is nobody to tell anything."""
        self.language, self.theme = Language(), Theme()
        self.language.use(settings.settings.language)
        self.theme.prepare(app, settings.settings.appearance)
        self.window = MainWindow(
            self.theme.icons,
            ViewState(),
            practice=options.demo,
            elsewhere=", ".join(addresses.elsewhere),
        )
        self.theme.dress()
        # As at a change of language: room that was kept for a text was measured without the style sheet.
        app.sendEvent(self.window, QEvent(QEvent.Type.LanguageChange))
        self._app = app

    def show(self) -> None:
        """Show the window where it was last time."""
        settings, window = self.settings.settings, self.window
        window.restore_position(settings.window)
        window.page.view.restore_columns(settings.song_columns)
        window.page.player.volume.setValue(settings.volume)
        window.show()

    def load(self) -> None:
        """Import what stands behind the window, once that is painted. Raises what the import raises.

        On a thread, under a loop of Qt's own: asyncio is not there yet.
        """
        errors: list[BaseException] = []

        def work() -> None:
            try:
                import_module(BEHIND)
            except BaseException as error:  # noqa: BLE001 - it is raised where somebody can tell of it
                errors.append(error)
            self._loaded.emit()

        paints, importer = _FirstPaint(self.window), Thread(target=work, name="imports", daemon=True)
        paints.done.connect(importer.start)
        loop = QEventLoop()
        self._loaded.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
        self.window.closing.connect(self._close_soon)
        if isinstance(self._app, Application):
            self._app.quit_wanted.connect(self._close_soon)
        try:
            loop.exec()
        finally:
            self.window.closing.disconnect(self._close_soon)
            if isinstance(self._app, Application):
                self._app.quit_wanted.disconnect(self._close_soon)
        if errors:
            raise errors[0]

    def _close_soon(self) -> None:
        self.close_wanted = True


class _FirstPaint(QObject):
    """Rings once, after a widget was painted for the first time."""

    done = Signal()

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._ring)
        self._soon.start(LONGEST_UNPAINTED)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Only what comes after the event that paints knows that it is over."""
        if event.type() is QEvent.Type.Paint:
            self._soon.start(0)
        return False

    def _ring(self) -> None:
        self._widget.removeEventFilter(self)
        self.done.emit()
