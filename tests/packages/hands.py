"""Runs the program as it is installed on Windows, with a pair of hands beside it.

    python.exe hands.py STEPS ARGUMENT …

STEPS is a list of lists, as JSON: `["press", NAME]`, `["write", NAME, TEXT]`, `["wait", TEXT]`,
`["rows", NAME, TEXT, COUNT]`, each with the name that a screen reader tells (`*` is anything), and
`["say", TEXT]`. Wine has no accessibility.
"""

import errno
import fnmatch
import json
import os
import sys
import threading
import time
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
    QWidget,
)

from mountsea_desktop.__main__ import main

PATIENCE = 120.0
"""Seconds until a step counts as impossible: ample, for Wine on a machine that is busy."""


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


def rows_with(view: QTableView, text: str) -> int:
    """How many rows have a cell that says so."""
    model = view.model()
    cells = [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    return sum(any(fnmatch.fnmatchcase(cell, text) for cell in row) for row in cells)


class Hands(QObject):
    """Does one step at a time on the painting thread, asked for by another."""

    wanted = Signal(int, list)

    def __init__(self) -> None:
        super().__init__()
        self.done = False
        self.number = 0
        self.wanted.connect(self._try, Qt.ConnectionType.QueuedConnection)

    def _try(self, number: int, step: list[str]) -> None:
        if self.done or number != self.number:
            return  # asked for again before it was done: twice unticks a box, or opens a second window
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
        elif what == "rows":
            text, count = more
            self.done = any(rows_with(view, text) == int(count) for view in visible(QTableView, name))
        else:
            self.done = bool(visible(QLabel, name) or visible(QLineEdit, name))


def work(steps: list[list[str]]) -> None:
    """All steps; a step that cannot be done ends the program with 9."""
    while (app := QApplication.instance()) is None:
        time.sleep(0.05)
    hands = Hands()
    hands.moveToThread(app.thread())
    for hands.number, step in enumerate(steps):
        if step[0] == "say":
            os.write(1, f"{step[1]}\n".encode())
            continue
        hands.done, deadline = False, time.monotonic() + PATIENCE
        while not hands.done:
            if time.monotonic() > deadline:
                os.write(1, f"cannot {step}\n".encode())
                os._exit(9)
            hands.wanted.emit(hands.number, step)
            time.sleep(0.2)


def lock_as_windows_does() -> None:
    """Windows says that somebody has the lock. Wine 8 says nothing, and what is told is any earlier error."""
    if sys.platform != "win32":
        return
    import msvcrt  # noqa: PLC0415 - Windows alone has it

    as_wine_does = msvcrt.locking

    def locking(descriptor: int, mode: int, length: int) -> None:
        try:
            as_wine_does(descriptor, mode, length)
        except OSError as error:
            raise PermissionError(errno.EACCES, "Permission denied") from error

    msvcrt.locking = locking


if __name__ == "__main__":
    lock_as_windows_does()
    threading.Thread(target=work, args=[json.loads(sys.argv[1])], daemon=True).start()
    sys.exit(main(sys.argv[2:]))
