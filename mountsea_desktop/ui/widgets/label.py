"""Words on screen, as they are: never read as HTML, whoever wrote them."""

import re
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from mountsea_desktop.ui.format import plain

MOST = 2_000
"""Characters of a paragraph; our own are far shorter."""
LONGEST_WORD = 60
"""Characters of ordinary size that are never broken."""


class Label(QLabel):
    """A label for plain text. Qt's own guesses whether a text is HTML, and would believe a stranger's."""

    def __init__(
        self,
        text: str = "",
        *,
        wraps: bool = False,
        selectable: bool = False,
        longest_word: int = LONGEST_WORD,
    ) -> None:
        super().__init__()
        self._endless = re.compile(rf"[^\s\u200b]{{{longest_word}}}(?=[^\s\u200b]{{{longest_word}}})")
        self.setText(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def setText(self, text: str) -> None:
        """Show this; a word without an end can be broken, for it would make the window as wide."""
        shown = "\n".join(plain(line, MOST) for line in text[: 2 * MOST].split("\n"))
        super().setText(self._endless.sub("\\g<0>\u200b", shown))


def tooltip(text: str) -> str:
    """Make the text for a tooltip, which knows no plain text: what might look like HTML is spelled out."""
    text = plain(text)
    return f"<qt>{escape(text)}</qt>" if "<" in text or "&" in text else text
