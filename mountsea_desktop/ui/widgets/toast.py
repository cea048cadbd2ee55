"""A short message about what has just happened, with a way back where there is one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.theme.style import set_margins, set_style
from mountsea_desktop.ui.widgets.label import Label

MESSAGE_STAYS = 10_000
"""Milliseconds; long enough to read."""
UNDO_STAYS = 60_000
"""Milliseconds; long enough to notice what one has removed."""


@dataclass(frozen=True, slots=True)
class _Said:
    """One message."""

    text: str
    tone: str
    button: str
    do: Callable[[], None] | None

    @property
    def passes(self) -> bool:
        """Whether it goes by itself; what is wrong stays until somebody has seen it."""
        return self.tone == "info"


class Toast(QFrame):
    """What has just happened, with a way back where there is one; goes by itself."""

    said = Signal()
    """It is about to say something: it may need another room."""
    left = Signal()
    """Its button, which had the keyboard, was pressed and is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="banner", tone="info")
        self.label = Label(wraps=True)
        self.button = QPushButton()
        set_style(self.button, kind="quiet")
        self.button.clicked.connect(self._clicked)
        self._said: _Said | None = None
        self._beneath: _Said | None = None
        """What is wrong and was covered by something that passes."""
        self._layout = QHBoxLayout(self)
        set_margins(self._layout, vertical=4)
        self._layout.addWidget(self.label, 1)
        self._layout.addWidget(self.button)
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_STAYS)
        self._timer.timeout.connect(self._over)
        self.hide()

    def say(
        self, text: str, *, tone: str = "info", button: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Show a text; with `button`, offer `do`. What is wrong stays until it is closed or another is."""
        said = _Said(text, tone, button, do)
        if said.passes and self.isVisible() and self._said is not None and not self._said.passes:
            self._beneath = self._said
        elif not said.passes:
            self._beneath = None
        self._show(said)

    def take_back(self) -> None:
        """The key for undoing was pressed."""
        if self.isVisible() and self._said is not None and self._said.do is not None:
            self._clicked()

    def withdraw_offer(self) -> None:
        """What could be undone goes on now: offer nothing that would come too late."""
        if self.isVisible() and self._said is not None and self._said.do is not None:
            self._over()

    def place_over(self, area: QRect) -> None:
        """Lie over the foot of an area, no wider than what is said; nothing else moves for it."""
        self.label.setWordWrap(False)
        width, height = self.sizeHint().width(), self.sizeHint().height()
        if width > area.width():
            self.label.setWordWrap(True)
            width, height = area.width(), self.heightForWidth(area.width())
        self.setGeometry(area.left(), area.bottom() + 1 - height, width, height)
        self.raise_()

    def _show(self, said: _Said) -> None:
        self._said = said
        self.label.setText(said.text)
        self.label.setAccessibleName(words.notices.message_name())
        self.label.setAccessibleDescription(self.label.text())
        set_style(self, tone=said.tone)
        self.button.setText(said.button or words.notices.dismiss())
        self.said.emit()
        self.show()
        if said.passes:
            self._timer.start(MESSAGE_STAYS if said.do is None else UNDO_STAYS)
        else:
            self._timer.stop()

    def _over(self) -> None:
        beneath, self._beneath = self._beneath, None
        if beneath is not None:
            self._show(beneath)
        else:
            self.hide()

    def _clicked(self) -> None:
        said, had_keyboard = self._said, self.button.hasFocus()
        self._over()
        if had_keyboard:
            self.left.emit()
        if said is not None and said.do is not None:
            said.do()
