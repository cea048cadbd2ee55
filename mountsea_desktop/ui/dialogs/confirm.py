"""The question before credits are spent."""

import time
from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.check_box import CheckBox
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label, tooltip
from mountsea_desktop.ui.widgets.room import keep_room
from mountsea_desktop.workflow.charges import charge_of, is_charge_found
from mountsea_desktop.workflow.model import PRICE, CreateAttempt, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import Song
from mountsea_desktop.workflow.training import SessionSays

BALANCE_FRESH_FOR = 5.0
"""Seconds for which a balance counts as the one of this moment."""

LONGEST_LIST = 8
"""Songs that are seen at once; more scroll."""
LINE_HEIGHT = 28
"""Height of a song in the list; px at ordinary text size."""


class ConfirmDialog(Dialog):
    """Names the songs, the price, the balance before and after, and asks whose songs they are.

    Cancel is the default; the spending button works only after the rights question has its yes and Mountsea
    was asked for the balance, and neither when that is too low nor while there is an obstacle that would stop
    the request, too. A balance that is not of this moment is asked for anew when the button is pressed:
    `asks`; the answer, by `show_outlook`, makes it a yes or takes it back.

    `after` is the model's earlier attempt: one that is unclear needs a second yes, and one that was paid
    for in vain is told of. `twin` says that it is another model's, made from the same songs.
    """

    asks = Signal()
    add_wanted = Signal()
    """Credits are to be added, on Mountsea's site."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        songs: Sequence[Song],
        *,
        left_out: int = 0,
        same: str = "",
        after: CreateAttempt | None = None,
        twin: bool = False,
        practice: bool = False,
        last_price: Decimal | None = None,
    ) -> None:
        super().__init__(parent)
        self.balance: Decimal | None = None
        """What the person was shown, and what it was when the button was pressed."""
        self._asked_at: float | None = None
        self._wanted = False
        """Whether the button was pressed, and only the balance of that moment is waited for."""
        self._obstacle: Problem | None = None
        self._unknown: Problem | None = None
        self._session = SessionSays.NOTHING
        self._same, self._twin, self._practice = same, twin, practice
        self._name = name
        self._last_price = last_price
        self._left_out = left_out
        self._earlier = after
        self._after_unclear = after is not None and after.outcome is Outcome.UNCLEAR
        self._count = len(songs)
        self._intro = Label(wraps=True)
        self._minutes = sum(song.duration or 0.0 for song in songs) / 60
        self._songs = _list_of([song.title for song in songs])
        self._price, self._before, self._after = Label(), Label(), Label()
        self._labels = [Label(), Label(), Label()]
        self._takes = Label(wraps=True)
        set_style(self._takes, kind="muted")
        self._warning = Label(wraps=True)
        set_style(self._warning, tone="danger")
        self.rights = CheckBox()
        self.rights.toggled.connect(self._update)
        self.accept_risk = CheckBox()
        self.accept_risk.toggled.connect(self._update)
        self._reason = Label(wraps=True)
        set_style(self._reason, kind="muted")
        keep_room(self._reason)  # it goes when the box is ticked, which stays under the pointer
        for part in (self._intro, self._songs, self._takes):
            self.contents.addWidget(part)
        self.foot.addWidget(self._warning)
        self.add_credits, self.again = QPushButton(), QPushButton()
        for button in (self.add_credits, self.again):
            button.setAutoDefault(False)
        self._money = Flow(Scale.of(self.font())(8))
        self._money.add(self.add_credits, self.again)
        self.foot.addWidget(self._money)
        self.foot.addLayout(self._bill())
        for widget in (self.accept_risk, self.rights, self._reason):
            self.foot.addWidget(widget)
        self.add_credits.clicked.connect(self.add_wanted)
        self.again.clicked.connect(self._ask_again)
        self.cancel = self.add_button()
        self.cancel.clicked.connect(self.reject)
        self.spend = self.add_button("primary")
        self.spend.clicked.connect(self._pressed)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.retranslate()

    def _bill(self) -> QGridLayout:
        """Lay figures out below each other at the right: the price taken off; below a line, what is left."""
        scale = Scale.of(self.font())
        bill = QGridLayout()
        bill.setContentsMargins(0, scale(8), 0, scale(8))
        bill.setVerticalSpacing(scale(4))
        bill.setColumnStretch(0, 1)
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        bill.addWidget(line, 2, 0, 1, 2)
        for row, label, value in zip(
            (0, 1, 3), self._labels, (self._before, self._price, self._after), strict=True
        ):
            value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            bill.addWidget(label, row, 0)
            bill.addWidget(value, row, 1)
        set_style(self._labels[-1], kind="heading")
        set_style(self._after, kind="title")
        return bill

    def retranslate(self) -> None:
        is_again = self._after_unclear and not self._twin
        self.set_title(words.models.again_title() if is_again else words.models.confirm_title())
        practice = words.models.confirm_practice() if self._practice else ""
        others = words.models.confirm_left_out(self._left_out) if self._left_out else ""
        songs = words.models.confirm_songs(self._name, self._count)
        self._intro.setText(words.problems.join(practice, others, self._same, songs))
        self._songs.setAccessibleName(format.plain(words.models.confirm_songs(self._name, self._count)))
        texts = (
            words.models.confirm_balance(),
            words.models.confirm_price(),
            words.models.confirm_after(),
        )
        minutes = round(self._minutes)
        music = words.models.confirm_minutes(minutes) if minutes else ""
        last = words.credits.last_model(format.amount(self._last_price)) if self._last_price else ""
        say = words.models
        takes = say.confirm_takes_practice() if self._practice else say.confirm_takes()
        learns = words.made_songs.learns()
        self._takes.setText(words.problems.join(music, takes, learns, last))
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.rights.setText(words.models.rights())
        self.accept_risk.setText(words.models.again_accept())
        self.cancel.setText(words.dialogs.cancel())
        self.spend.setText(words.models.spend(PRICE))
        self.add_credits.setText(words.credits.add())
        self.again.setText(words.credits.check_again())
        self._update()

    @property
    def _asked(self) -> bool:
        return self._asked_at is not None

    @property
    def _risk(self) -> bool:
        is_in_doubt = self._session in {SessionSays.UNDER_WAY, SessionSays.UNKNOWN}
        return self._after_unclear or is_in_doubt or self._unknown is not None

    @property
    def repeats(self) -> str:
        """The id of the earlier attempt whose risk was accepted, or nothing."""
        return self._earlier.id if self._earlier is not None and self.accept_risk.isChecked() else ""

    @property
    def blocked(self) -> bool:
        """Whether something is in the way that may pass, so that it is worth asking again."""
        return self._obstacle is not None or self._unknown is not None

    def show_outlook(
        self,
        balance: Decimal | None,
        obstacle: Problem | None = None,
        session: SessionSays = SessionSays.NOTHING,
        unknown: Problem | None = None,
    ) -> None:
        """Show what was learned: the balance, or why it is `unknown`; what stops requests; the session."""
        if self.gone:
            return
        self.balance, self._asked_at = balance, time.monotonic()
        self._obstacle, self._session, self._unknown = obstacle, session, unknown
        self._update()
        was_wanted, self._wanted = self._wanted, False
        if was_wanted and self.spend.isEnabled():
            self.accept()

    def _pressed(self) -> None:
        if self._asked_at is not None and time.monotonic() - self._asked_at < BALANCE_FRESH_FOR:
            self.accept()
            return
        self._wanted, self._asked_at = True, None
        self._update()
        self.asks.emit()

    def _ask_again(self) -> None:
        """Credits may have been added meanwhile; that is no yes to spending them."""
        self._asked_at = self.balance = None
        self._update()
        self.asks.emit()

    def _update(self) -> None:
        self.accept_risk.setVisible(self._risk)
        self._price.setText(words.models.credits(format.amount(PRICE)))
        too_low = self.balance is not None and self.balance < PRICE
        if self.balance is None:
            text = words.models.balance_unknown() if self._asked else words.models.balance_asking()
            self._before.setText(text)
            self._after.setText(text)
        else:
            self._before.setText(words.models.credits(format.amount(self.balance)))
            left = format.amount(abs(self.balance - PRICE))
            self._after.setText(words.models.missing(left) if too_low else words.models.credits(left))
        self._money.setVisible(too_low)
        warning = words.models.balance_too_low() if too_low else self._caution()
        if self._obstacle is not None:
            told = words.problems.explain(self._obstacle)
            warning = words.problems.join(words.models.cannot_be_sent_now(), told.what, told.why)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        sure = self.rights.isChecked() and (self.accept_risk.isChecked() or not self._risk)
        stopped = too_low or self._obstacle is not None
        self.spend.setEnabled(sure and self._asked and not stopped)
        if stopped:
            reason = ""  # the warning has said it
        elif not sure:
            reason = words.models.tick_first()
        else:
            reason = "" if self._asked else words.models.balance_first()
        if reason:
            self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.spend.setAccessibleDescription(reason or (warning if stopped else ""))

    def _caution(self) -> str:
        """Return what there is to say about an earlier attempt, known here or at Mountsea."""
        earlier = self._earlier
        if earlier is not None and self._after_unclear:
            return self._risk_of_repeating(earlier)
        if self._session is SessionSays.UNDER_WAY:
            return words.models.session_under_way()
        if self._session is SessionSays.UNKNOWN:
            return words.models.session_unknown()
        if self._unknown is not None:
            return words.models.balance_not_had(words.problems.explain(self._unknown).what)
        if self._session is SessionSays.FAILED:
            return words.models.maybe_paid_in_vain()
        problem = earlier.problem if earlier is not None else None
        if problem is None or problem.code != JobFault.TRAINING_FAILED:
            return ""
        match charge_of(problem):
            case JobFault.CHARGED if FactKey.AT in problem.facts:
                return words.models.paid_in_vain()
            case JobFault.REFUNDED:
                return ""
            case JobFault.NOT_CHARGED if FactKey.RECORDS in problem.facts:
                return ""
            case _:
                return words.models.maybe_paid_in_vain()

    def _risk_of_repeating(self, earlier: CreateAttempt) -> str:
        """Say what a second one may cost, and name the charge that was found for the first."""
        say, problem, charge = words.models, earlier.problem, ""
        if problem is not None and FactKey.AT in problem.facts:
            charge = words.problems.explain(problem).why
        if self._twin:
            return words.problems.join(charge, say.twin_risk(earlier.name))
        is_paid = is_charge_found(problem) and not earlier.task_id
        return words.problems.join(charge, say.again_paid() if is_paid else say.again_risk(earlier.task_id))


def _list_of(titles: Sequence[str]) -> QListWidget:
    """Make a list as high as need be, in lines of one height whatever the letters; long titles are cut."""
    songs = QListWidget()
    scale = Scale.of(QApplication.font())
    songs.setUniformItemSizes(True)
    songs.setTextElideMode(Qt.TextElideMode.ElideRight)
    songs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    for title in titles:
        item = QListWidgetItem(format.plain(title), songs)
        item.setToolTip(tooltip(title))
        item.setSizeHint(QSize(0, scale(LINE_HEIGHT)))
    songs.setFixedHeight(
        min(len(titles), LONGEST_LIST) * scale(LINE_HEIGHT) + 2 * songs.frameWidth() + scale(8)
    )
    return songs
