"""The banner for what stops everything, and the line for short messages."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui import format, words  # noqa: A004 - our own, and the better name
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.events import Outage, Remedy

if TYPE_CHECKING:
    from decimal import Decimal

    from mountsea_desktop.storage.secret_store import SecretAnswer

MESSAGE_STAYS = 10_000
"""Milliseconds; long enough to read."""
UNDO_STAYS = 60_000
"""Milliseconds; long enough to notice what one has removed."""


class OutageBanner(Retranslated, QFrame):
    """One banner, one reason, one action. It is hidden while there is nothing to say."""

    remedy_wanted = Signal(Remedy)

    def __init__(self, icons: Icons, monotonic: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="banner", tone="warning")
        self._icons = icons
        self._monotonic = monotonic
        self._outage: Outage | None = None
        self.balance: Decimal | None = None
        """Credits as last heard; told where they are what is missing."""
        self.unread: SecretAnswer | None = None
        """Why a token that may be there could not be read."""
        self._icon = Label()
        self.label = Label(wraps=True)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.clicked.connect(self._attempt)
        self.details = Details()
        row = QHBoxLayout()
        # One line of words stands beside the middle of the button, and the icon beside the first of several.
        first = max(self.button.sizeHint().height(), Scale.of(self.font()).icon.height())
        self._icon.setMinimumHeight(first)
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.label.setContentsMargins(0, (first - self.fontMetrics().height()) // 2, 0, 0)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        row.addWidget(self.details.button, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        set_margins(layout)
        layout.addLayout(row)
        layout.addWidget(self.details)
        self.hide()
        self.repaint_icon()

    def tell(self, outage: Outage | None) -> None:
        """Show this trouble, or none."""
        self._outage = outage
        self.setVisible(outage is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts again; also each second while a countdown runs."""
        outage = self._outage
        self.label.setAccessibleName(words.notices.name())
        if outage is None:
            return
        parts = [words.problems.tell(outage.problem)]
        if outage.problem.code == Fault.NO_TOKEN and self.unread is not None:
            parts = [words.notices.token_unread(), words.account.unread(self.unread)]
        if outage.remedy is Remedy.ADD_CREDITS and self.balance is not None:
            parts.append(words.notices.balance(format.amount(self.balance)))
        if outage.until is not None:
            left = outage.until - self._monotonic()
            parts.append(
                words.notices.again_in(format.elapsed(left + 0.999)) if left > 0 else words.notices.trying()
            )
        elif outage.remedy is Remedy.WAIT:
            parts.append(words.notices.again())
        text = words.problems.join(*parts)
        self.label.setText(text)
        self.label.setAccessibleDescription(text)
        self.button.setText(self._action(outage.remedy))
        self.details.tell(outage.problem)

    def counts_time(self) -> bool:
        """Whether there is a countdown to show."""
        return self._outage is not None and self._outage.until is not None

    def repaint_icon(self) -> None:
        """The colours changed."""
        size = Scale.of(self.font()).icon
        self._icon.setPixmap(self._icons.pixmap("warning", Role.WARNING, size, self.devicePixelRatioF()))

    def _action(self, remedy: Remedy) -> str:
        match remedy:
            case Remedy.ENTER_TOKEN:
                return words.notices.enter_token()
            case Remedy.SIGN_IN_TO_PROXY:
                return words.account.proxy_button()
            case Remedy.ADD_CREDITS:
                return words.notices.go_on()
            case Remedy.WAIT:
                return words.notices.try_now()

    def _attempt(self) -> None:
        if self._outage is not None:
            self.remedy_wanted.emit(self._outage.remedy)


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

    left = Signal()
    """Its button, which had the keyboard, was pressed and is gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_style(self, kind="banner", tone="info")
        self.label = Label(wraps=True)
        self.button = QPushButton()
        set_style(self.button, kind="quiet")
        self.button.clicked.connect(self._attempt)
        self._said: _Said | None = None
        self._beneath: _Said | None = None
        """What is wrong and was covered by something that passes."""
        self._layout = QHBoxLayout(self)
        set_margins(self._layout, vertical=4)
        self._layout.addWidget(self.label)
        self._layout.addWidget(self.button)
        self._layout.addStretch()
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
            self._attempt()

    def withdraw_offer(self) -> None:
        """What could be undone goes on now: offer nothing that would come too late."""
        if self.isVisible() and self._said is not None and self._said.do is not None:
            self._over()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """More room, or less."""
        super().resizeEvent(event)
        self._share_room()

    def _show(self, said: _Said) -> None:
        self._said = said
        self.label.setText(said.text)
        self.label.setAccessibleName(words.notices.message_name())
        self.label.setAccessibleDescription(said.text)
        set_style(self, tone=said.tone)
        self.button.setText(said.button or words.notices.dismiss())
        self._share_room()
        self.show()
        if said.passes:
            self._timer.start(MESSAGE_STAYS if said.do is None else UNDO_STAYS)
        else:
            self._timer.stop()

    def _share_room(self) -> None:
        """The button follows a short text; only a long one takes all the room there is.

        At the far end it would lie where "Create model" was a moment before.
        """
        needed = self.label.fontMetrics().horizontalAdvance(self.label.text())
        long = needed > self.width() * 0.6
        self.label.setWordWrap(long)
        self._layout.setStretch(0, int(long))
        self._layout.setStretch(2, int(not long))

    def _over(self) -> None:
        beneath, self._beneath = self._beneath, None
        if beneath is not None:
            self._show(beneath)
        else:
            self.hide()

    def _attempt(self) -> None:
        said, had_keyboard = self._said, self.button.hasFocus()
        self._over()
        if had_keyboard:
            self.left.emit()
        if said is not None and said.do is not None:
            said.do()
