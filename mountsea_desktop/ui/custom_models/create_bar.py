"""The foot of a model's page: the button that spends, and beside it why it cannot be pressed yet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.custom_models.glow import Glow
from mountsea_desktop.ui.language import Retranslated
from mountsea_desktop.ui.theme.icons import Icons
from mountsea_desktop.ui.theme.palette import Role
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.details import Details
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.model import PRICE
from mountsea_desktop.workflow.problem import Problem


class CreateBar(Retranslated, QFrame):
    """The reason at the left, the button at the right; it lights up when the sixth song is there."""

    create_wanted = Signal()
    add_credits_wanted = Signal()
    balance_wanted = Signal()
    start_over_wanted = Signal()

    def __init__(self, icons: Icons, progress: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._is_short = False
        set_style(self, kind="banner", tone="")
        self._title, self.reason, self._advice = Label(), Label(wraps=True), Label(wraps=True)
        set_style(self._title, kind="title")
        set_style(self._advice, kind="muted")
        self.button = QPushButton(icons.icon("create", Role.ON_ACCENT), "")
        set_style(self.button, kind="primary")
        self.button.clicked.connect(self.create_wanted)
        self._glow = Glow(self.button, icons)
        self.start_over = QPushButton(icons.icon("retry"), "")
        self.start_over.clicked.connect(self.start_over_wanted)
        self.add_credits, self.check_again = QPushButton(icons.icon("credits"), ""), QPushButton()
        self.add_credits.clicked.connect(self.add_credits_wanted)
        self.check_again.clicked.connect(self.balance_wanted)
        self._money = QWidget()  # one below the other: beside each other they would leave no room for words
        money = QVBoxLayout(self._money)
        money.setContentsMargins(0, 0, 0, 0)
        money.setSpacing(0)
        for button in (self.add_credits, self.check_again):
            money.addWidget(button)
            button.ensurePolished()
        self._money.hide()
        self.details = Details()
        said, row = QWidget(), QHBoxLayout()
        # Room for a title and two lines, and for two buttons, from the first paint: what is said comes while
        # one presses elsewhere, and so does what helps where credits are short.
        lines_high = Scale.of(self.font())(24) + 2 * self.fontMetrics().lineSpacing()
        said.setMinimumHeight(max(lines_high, self._money.sizeHint().height()))
        lines = QVBoxLayout(said)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addStretch()
        for label in (self._title, self.reason, self._advice):
            lines.addWidget(label)
        lines.addStretch()
        row.addWidget(said, 1)
        for widget in (self.details.button, self.start_over, self._money):
            row.addWidget(widget)
        way = QVBoxLayout()
        way.setSpacing(Scale.of(self.font())(4))
        way.addStretch()
        way.addWidget(progress)
        way.addWidget(self.button)
        way.addStretch()
        row.addLayout(way)
        layout = QVBoxLayout(self)
        set_margins(layout, vertical=8)
        layout.addLayout(row)
        layout.addWidget(self.details)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the button's text again; the reason comes with `set_reason`."""
        self._title.setText(words.models.can_be_created_title())
        self.button.setText(words.models.create(PRICE))
        self.start_over.setText(words.models.start_over())
        self.add_credits.setText(words.credits.add())
        self.check_again.setText(words.credits.check_again())

    def celebrate(self) -> None:
        """Mark that the sixth song has just arrived."""
        self._glow.begin()

    def set_reason(
        self,
        reason: str,
        advice: str = "",
        *,
        can_create: bool,
        wrong: bool = False,
        short: bool = False,
        dead: bool = False,
        problem: Problem | None = None,
    ) -> None:
        """Say why it can or cannot be pressed, and below it, quietly, what is advised.

        `wrong` where the last attempt came to nothing, for `problem`. `short` where credits are too few.
        `dead` where Mountsea no longer knows what the songs were sent to, so that only a new start helps.
        """
        self._title.setVisible(can_create and not wrong and not short)
        self.reason.setText(reason)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        set_style(self._advice, tone="warning" if short else "")
        self._money.setVisible(short)
        if short != self._is_short:  # what cannot be paid for is not what one does next
            self._is_short = short
            set_style(self.button, kind="" if short else "primary")
            self.button.setIcon(self._icons.icon("create", Role.TEXT if short else Role.ON_ACCENT))
        self.details.set_problem(problem)
        self.start_over.setVisible(dead)
        self.button.setEnabled(can_create)
        self.button.setAccessibleDescription(self.reason.text())
        set_style(self, kind="banner" if can_create or wrong else "card")
        set_style(self, tone="danger" if wrong else "warning" if short else "success")
