"""Runs the program as it is installed on Windows, with a pair of hands beside it.

    python.exe -I -S hands.py SITE_PACKAGES STEPS ARGUMENT …

STEPS is a list of lists, as JSON: `["press", NAME]`, `["write", NAME, TEXT]`, `["wait", TEXT]`, each with the name
that a screen reader tells (`*` is anything), and `["say", TEXT]`. Wine has no accessibility; this is the next best.
"""

import fnmatch
import json
import os
import sys
import threading
import time
from typing import Any

site_packages, steps, *arguments = sys.argv[1:]
sys.path.append(site_packages)

from PySide6.QtCore import QObject, Qt, Signal  # noqa: E402 - from there
from PySide6.QtWidgets import (  # noqa: E402 - from there
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

PATIENCE = 60.0


def visible(kind: type[Any], name: str) -> list[Any]:
    """What of this kind shows under this name."""
    return [
        widget
        for widget in QApplication.allWidgets()
        if isinstance(widget, kind) and widget.isVisible() and fnmatch.fnmatchcase(name_of(widget), name)
    ]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it, less the mark of its shortcut."""
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return (widget.accessibleName() or text).replace("&", "")


class Hands(QObject):
    """Does one step at a time on the painting thread, asked for by another."""

    wanted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.done = False
        self.wanted.connect(self._try, Qt.ConnectionType.QueuedConnection)

    def _try(self, step: list[str]) -> None:
        what, name, *more = step
        if what == "press":
            ready = [button for button in visible(QAbstractButton, name) if button.isEnabled()]
            self.done = bool(ready)
            if ready:
                ready[-1].click()  # the topmost window's, when two have it
        elif what == "write":
            for field in visible(QLineEdit, name):
                field.setText(more[0])
                self.done = True
            for field in visible(QPlainTextEdit, name):
                field.setPlainText(more[0])
                self.done = True
        else:
            self.done = bool(visible(QLabel, name) or visible(QLineEdit, name))


def work() -> None:
    """All steps; a step that cannot be done ends the program with 9."""
    while (app := QApplication.instance()) is None:
        time.sleep(0.05)
    hands = Hands()
    hands.moveToThread(app.thread())
    for step in json.loads(steps):
        if step[0] == "say":
            os.write(1, f"{step[1]}\n".encode())
            continue
        hands.done, deadline = False, time.monotonic() + PATIENCE
        while not hands.done:
            if time.monotonic() > deadline:
                os.write(1, f"cannot {step}\n".encode())
                os._exit(9)
            hands.wanted.emit(step)
            time.sleep(0.2)


threading.Thread(target=work, daemon=True).start()

from mountsea_desktop.__main__ import main  # noqa: E402 - from there

sys.exit(main(arguments))
