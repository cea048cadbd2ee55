"""A box to tick, large enough to be hit."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox


class CheckBox(QCheckBox):
    """Ticked by a press anywhere on it. Qt's own asks for its mark or its words, which are 18 px high."""

    def hitButton(self, position: QPoint) -> bool:
        """Return whether a press is on any of it, not only on its mark or words."""
        return self.rect().contains(position)
