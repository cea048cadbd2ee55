"""The one application object."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication

from mountsea_desktop import PROGRAM, __version__
from mountsea_desktop.ui.app import qt_log, win32
from mountsea_desktop.ui.theme.icons import app_icon


class Application(QApplication):
    """Says when the system wants the program to end: at a log-out, on a Mac also by the menu."""

    quit_wanted = Signal()

    def event(self, event: QEvent) -> bool:
        """The window ignores being closed, since the loop ends first; a Mac's log-out would give up then."""
        if event.type() is QEvent.Type.Quit:
            event.accept()
            self.quit_wanted.emit()
            return True
        return super().event(event)


def make_application() -> Application:
    """Make it; there can be one in a process."""
    qt_log.listen()
    win32.name_program()
    app = Application([PROGRAM])
    app.setApplicationName(PROGRAM.replace("-", "_"))  # part of a name on the bus, where no hyphen may be
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(PROGRAM)
    # Closing the last window would end the loop under running tasks: the end comes from `AppRun.run`.
    app.setQuitOnLastWindowClosed(False)
    app.setWindowIcon(app_icon())
    return app
