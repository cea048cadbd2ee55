"""The application object. There is one in a process, so each test has a process of its own."""

import subprocess
import sys

from mountsea_desktop.ui.app.application import Application, make_application

TEXT = """
from PySide6.QtCore import QCoreApplication, QEvent
from mountsea_desktop.ui.app.application import make_application
app = make_application()
print(app.quitOnLastWindowClosed(), app.applicationName(), app.desktopFileName(), app.windowIcon().isNull())
app.quit_wanted.connect(lambda: print("asked to end"))
event = QEvent(QEvent.Type.Quit)
event.ignore()
QCoreApplication.sendEvent(app, event)
print(event.isAccepted())
"""


def test_it_ends_only_when_the_loop_does_and_agrees_to_a_log_out() -> None:
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", TEXT], capture_output=True, text=True, check=True, timeout=60
    )
    # Qt makes a path on the bus of the name: no hyphen.
    assert done.stdout.splitlines() == [
        "False mountsea_desktop mountsea-desktop False",
        "asked to end",
        "True",
    ]
    assert make_application.__annotations__["return"] is Application
