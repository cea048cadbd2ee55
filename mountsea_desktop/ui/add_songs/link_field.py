"""The field of the link dialog: any text may be pasted into it, and none freezes the window."""

import re

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit

from mountsea_desktop.ui.add_songs.clipboard import read_mime_data

_LONG = 5_000
_FAR_TOO_LONG = re.compile(rf"[^\n]{{{_LONG}}}[^\n ]{{0,{_LONG}}} ?(?=[^\n])")


class LinkField(QPlainTextEdit):
    """Takes what the window takes. Breaks lines of many thousand characters, at a space where there is one.

    Qt lays a line out as a whole whenever it paints: with ten megabytes in one line that takes two seconds
    each time, and with the same text in many lines none at all. No link is as long, or holds a space.
    """

    files_given = Signal(list)
    """Paths of files that were dropped or pasted."""

    def setPlainText(self, text: str) -> None:
        """Replace everything."""
        super().setPlainText(broken(text))

    def insertFromMimeData(self, source: QMimeData) -> None:
        given = read_mime_data(source)
        if given.files:
            self.files_given.emit(list(given.files))
        else:
            self.insertPlainText(broken(given.text))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept files as well, unlike Qt's own field."""
        return source.hasUrls() or super().canInsertFromMimeData(source)


def broken(text: str) -> str:
    """Return the text with its longest lines broken."""
    return _FAR_TOO_LONG.sub("\\g<0>\n", text)
