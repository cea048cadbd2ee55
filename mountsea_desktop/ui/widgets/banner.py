"""The banner for an outage: what stops everything, and what ends it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.events import Outage, Remedy

if TYPE_CHECKING:
    from decimal import Decimal

    from mountsea_desktop.storage.secret_answer import SecretAnswer


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
        self.button.clicked.connect(self._clicked)
        self.details = Details()
        row = QHBoxLayout()
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self._icon, 0, middle)
        row.addWidget(self.label, 1)
        row.addWidget(self.details.button, 0, middle)
        row.addWidget(self.button, 0, middle)
        layout = QVBoxLayout(self)
        set_margins(layout)
        layout.addLayout(row)
        layout.addWidget(self.details)
        self.hide()
        self.repaint_icon()

    def show_outage(self, outage: Outage | None) -> None:
        """Show this outage, or none."""
        self._outage = outage
        self.setVisible(outage is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts again; also each second while a countdown runs."""
        outage = self._outage
        if outage is None:
            return
        self.label.setAccessibleName(words.notices.name())
        parts = [words.problems.describe(outage.problem)]
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
        self.label.setAccessibleDescription(self.label.text())
        self.button.setText(self._action(outage.remedy))
        self.details.set_problem(outage.problem)

    def counts_time(self) -> bool:
        """Return whether there is a countdown to show."""
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

    def _clicked(self) -> None:
        if self._outage is not None:
            self.remedy_wanted.emit(self._outage.remedy)
