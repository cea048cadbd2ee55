"""Words on screen, as they are: never read as HTML, whoever wrote them."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class Label(QLabel):
    """A label for plain text. Qt's own guesses whether a text is HTML, and would believe a stranger's."""

    def __init__(self, text: str = "", *, wraps: bool = False, selectable: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


def tooltip(text: str) -> str:
    """The text for a tooltip, which knows no plain text: what looks like HTML is spelled out."""
    return escape(text) if "<" in text else text
