"""A short message about what has just happened, with a way back where there is one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.label import Label, tooltip

MESSAGE_STAYS = 10_000
"""Milliseconds; long enough to read."""
INSIDE, WIDEST = 16, 640
"""How far from the edges of what lies below, and how wide at most; px at ordinary text size."""
_MOVED = frozenset({QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show})
_PRESSED = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
UNDO_STAYS = 25_000
"""Milliseconds; long enough to notice what one has removed. It covers a row, and the key for undo stays."""


@dataclass(frozen=True, slots=True)
class _Message:
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

    left = Signal()
    """It was closed, or its button pressed, and had the keyboard."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        """`parent` is what it lies over, outside of any layout: it moves nothing when it comes or goes."""
        super().__init__(parent)
        set_style(self, kind="banner", tone="info")
        self.label = Label(wraps=True)
        self.button = QPushButton()
        set_style(self.button, kind="quiet")
        self.button.clicked.connect(self._clicked)
        self.button.installEventFilter(self)
        self.close_button = QPushButton(icons.icon("close"), "")
        """Only beside another button, which does something else."""
        set_style(self.close_button, kind="quiet")
        self.close_button.clicked.connect(self.dismiss)
        self.close_button.installEventFilter(self)
        self._appeared = QElapsedTimer()
        """Since when the button is there: the second press of a double click is not meant for it."""
        self._message: _Message | None = None
        self._beneath: _Message | None = None
        """What is wrong and was covered by something that passes."""
        self._layout = QHBoxLayout(self)
        set_margins(self._layout, vertical=4)
        self._layout.addWidget(self.label, 1)
        self._layout.addWidget(self.button)
        self._layout.addWidget(self.close_button)
        self._timer = QTimer(self, singleShot=True, interval=MESSAGE_STAYS)
        self._timer.timeout.connect(self._over)
        if parent is not None:
            parent.installEventFilter(self)
        self.hide()

    def say(
        self, text: str, *, tone: str = "info", button: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Show a text; with `button`, offer `do`. What is wrong stays until it is closed or another is."""
        said = _Message(text, tone, button, do)
        if said.passes and self.isVisible() and self._message is not None and not self._message.passes:
            self._beneath = self._message
        elif not said.passes:
            self._beneath = None
        self._show(said)

    def settle(self) -> None:
        """Somebody has seen what is said, and goes on from there."""
        self._beneath = None
        self.hide()

    def withdraw_offer(self) -> None:
        """Something else was done, or what could be undone goes on: offer nothing of before."""
        said = self._message
        if self.isVisible() and said is not None and said.do is not None and said.passes:
            self._over()

    def take_back(self, text: str) -> None:
        """What was said is no longer so, whether it is seen or lies beneath something that passes."""
        if self._beneath is not None and self._beneath.text == text:
            self._beneath = None
        if self.isVisible() and self._message is not None and self._message.text == text:
            self._over()

    def dismiss(self) -> None:
        """Close what is said, and do nothing of what it offers."""
        had_keyboard = self.button.hasFocus() or self.close_button.hasFocus()
        self._over()
        if had_keyboard:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What lies below has another size, or was scrolled; or the button is pressed before it was seen."""
        if event.type() in _PRESSED and watched in {self.button, self.close_button}:
            return self._appeared.elapsed() < QApplication.doubleClickInterval()
        if watched is self.parentWidget() and event.type() in _MOVED and self.isVisible():
            self.lie_down()
        return super().eventFilter(watched, event)

    def _show(self, said: _Message) -> None:
        self._message = said
        self.label.setText(said.text)
        self.label.setAccessibleName(words.notices.message_name())
        self.label.setAccessibleDescription(self.label.text())
        set_style(self, tone=said.tone)
        self.button.setText(said.button or words.notices.dismiss())
        self.close_button.setVisible(said.do is not None)
        self.close_button.setAccessibleName(words.notices.dismiss())
        self.close_button.setToolTip(tooltip(words.notices.dismiss()))
        self.lie_down()
        self.show()
        self._appeared.start()
        if said.passes:
            self._timer.start(MESSAGE_STAYS if said.do is None else UNDO_STAYS)
        else:
            self._timer.stop()

    def lie_down(self) -> None:
        """Lie over the foot of what is seen of the widget below, as wide as the words need."""
        below = self.parentWidget()
        if below is None:
            return
        scale = Scale.of(self.font())
        inside = scale(INSIDE)
        most = min(below.width() - 2 * inside, scale(WIDEST))
        self.label.setWordWrap(False)
        self._layout.invalidate()
        width = self._layout.totalSizeHint().width()  # with the frame's own edge
        wraps = width > most
        self.label.setWordWrap(wraps)
        width = max(min(width, most), self.button.sizeHint().width())
        height = self._layout.totalHeightForWidth(width) if wraps else self._layout.totalSizeHint().height()
        seen = below.visibleRegion().boundingRect()
        foot = seen.bottom() if not seen.isEmpty() else below.rect().bottom()
        self.setGeometry((below.width() - width) // 2, max(foot + 1 - inside - height, 0), width, height)
        self.raise_()

    def _over(self) -> None:
        beneath, self._beneath = self._beneath, None
        if beneath is not None:
            self._show(beneath)
        else:
            self.hide()

    def _clicked(self) -> None:
        said, had_keyboard = self._message, self.button.hasFocus()
        if said is None or said.do is None:
            self.dismiss()
            return
        self.settle()
        if had_keyboard:
            self.left.emit()
        said.do()
