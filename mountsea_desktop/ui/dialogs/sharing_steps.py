"""How a song is shared, site by site, in three pictures each."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.illustration import Illustration
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.label import Label

Text = Callable[[], str]
"""One of `ui/words`, asked again in each language."""


class SharingSteps(Retranslated, QWidget):
    """Pictures side by side, each above its number and its words, which say all that it shows."""

    def __init__(self) -> None:
        super().__init__()
        self._spoken: list[tuple[Label, Text]] = []
        self._scale = Scale.of(self.font())
        say = words.dialogs
        copy_link = ("help/copy_link", say.help_copy_link)
        right_click = ("help/right_click", say.help_right_click)
        choose_share = ("help/share", say.help_choose_share)
        click_and_share = ("help/share", say.help_click_and_share)
        anyone = ("help/anyone", say.help_anyone)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._scale(12))
        layout.addLayout(self._steps(say.help_dropbox, right_click, choose_share, copy_link))
        layout.addLayout(self._steps(say.help_drive, click_and_share, anyone, copy_link))
        self.retranslate()

    def retranslate(self) -> None:
        for label, text in self._spoken:
            label.setText(text())

    def _label(self, text: Text, *, kind: str = "") -> Label:
        label = Label(wraps=True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_style(label, kind=kind)
        self._spoken.append((label, text))
        return label

    def _steps(self, where: Text, *steps: tuple[str, Text]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, self._scale(8), 0, 0)
        grid.setHorizontalSpacing(self._scale(12))
        grid.setVerticalSpacing(self._scale(8))
        grid.addWidget(self._label(where, kind="muted"), 0, 0, 1, len(steps))
        for at, (name, text) in enumerate(steps):
            grid.addWidget(Illustration(name), 1, at, Qt.AlignmentFlag.AlignTop)
            number = Label(str(at + 1))
            number.setAlignment(Qt.AlignmentFlag.AlignTop)
            set_style(number, kind="heading", tone="info")
            row = QHBoxLayout()
            row.setSpacing(self._scale(8))
            row.addWidget(number)
            row.addWidget(self._label(text), 1)
            grid.addLayout(row, 2, at)
            grid.setColumnStretch(at, 1)
        return grid
