"""Short answers to what people ask first."""

from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.base import Box
from mountsea_desktop.ui.theme.style import Scale, dress


class HelpBox(Box):
    """Questions and answers, one below the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        page = QWidget()
        dress(page, kind="window")
        column = QVBoxLayout(page)
        column.setSpacing(Scale.of(self.font())(8))
        self._pairs = [(QLabel(wordWrap=True), QLabel(wordWrap=True)) for _ in self._answers()]
        for question, answer in self._pairs:
            dress(question, kind="heading")
            column.addWidget(question)
            column.addWidget(answer)
            column.addSpacing(Scale.of(self.font())(12))
        column.addStretch()
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidget(page)
        self.contents.addWidget(self._scroll)
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.resize(self.fontMetrics().averageCharWidth() * 84, self.fontMetrics().height() * 32)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts again."""
        self.entitle(words.boxes.help_title())
        self._scroll.setAccessibleName(words.boxes.help_title())
        for (question, answer), (title, text) in zip(self._pairs, self._answers(), strict=True):
            question.setText(title)
            answer.setText(text)
        self.close_button.setText(words.boxes.close())

    @staticmethod
    def _answers() -> list[tuple[str, str]]:
        say = words.boxes
        return [
            (say.help_token_title(), say.help_token()),
            (say.help_link_title(), say.help_link()),
            (say.help_share_title(), say.help_share()),
            (say.help_cost_title(), say.help_cost()),
        ]
