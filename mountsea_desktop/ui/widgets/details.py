"""Raw text for those who ask for it: behind a button, to read and to copy, also by keyboard."""

from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QWidget

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.workflow.problem import Problem

LINES = 6
IN_THE_SENTENCES = frozenset({FactKey.CERTAIN, FactKey.SAID, FactKey.SITE})
MOST = 5_000
"""Characters of a fact; Qt lays out a line as a whole whenever it paints."""


class Details(Retranslated, QPlainTextEdit):
    """The text; its owner places it and its `button`. Both are there while there is something to tell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setMaximumHeight(self.fontMetrics().height() * LINES)
        self.hide()
        self.button = QToolButton()
        self.button.setCheckable(True)
        self.button.toggled.connect(self.setVisible)
        self.button.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.button.setText(words.songs.details())
        self.setAccessibleName(words.songs.details_name())

    def set_problem(self, problem: Problem | None) -> None:
        """Hold ready what is known of this problem; it is folded in again when it is another."""
        raw = raw_text(problem) if problem is not None else ""
        self.button.setVisible(bool(raw))
        if raw != self.toPlainText():
            self.setPlainText(raw)
            self.button.setChecked(False)

    def has_text(self) -> bool:
        """Return whether there is something to tell."""
        return bool(self.toPlainText())


def raw_text(problem: Problem) -> str:
    """Return the code, the facts and the raw text of a problem.

    Empty where its sentences have said everything.
    """
    told = {key: fact for key, fact in problem.facts.items() if key not in IN_THE_SENTENCES}
    if not problem.details and not told:
        return ""
    lines = [problem.code, *(f"{key}: {fact}" for key, fact in told.items()), problem.details]
    return "\n".join(line[:MOST] for line in lines if line)[: 2 * MOST]
