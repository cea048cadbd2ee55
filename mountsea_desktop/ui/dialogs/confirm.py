"""The question before credits are spent."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QListWidget, QWidget

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import set_style
from mountsea_desktop.ui.widgets.check_box import CheckBox
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.model import PRICE, CreateAttempt, Outcome
from mountsea_desktop.workflow.problem import JobFault
from mountsea_desktop.workflow.song import Song


class ConfirmDialog(Dialog):
    """Names the songs, the price, the balance before and after, and asks whose songs they are.

    Cancel is the default; the spending button works only after the rights question has its yes and Mountsea
    was asked for the balance, and not when that is too low. `after` is the model's earlier press: one that is
    unclear needs a second yes, and one that was paid for in vain is told of.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        songs: Sequence[Song],
        *,
        left_out: int = 0,
        after: CreateAttempt | None = None,
    ) -> None:
        super().__init__(parent)
        self.balance: float | None = None
        """What the person was shown."""
        self._asked = False
        self._name = name
        self._left_out = left_out
        self._earlier = after
        self._risk = risk = after is not None and after.outcome is Outcome.UNCLEAR
        self._count = len(songs)
        self._intro = Label(wraps=True)
        self._songs = QListWidget()
        self._songs.addItems([song.title for song in songs])
        self._songs.setSpacing(2)
        self._songs.setMinimumHeight(self.fontMetrics().height() * 9)
        self._form = QFormLayout()
        self._price, self._before, self._after = Label(), Label(), Label()
        self._labels = [Label(), Label(), Label()]
        for label, value in zip(self._labels, (self._price, self._before, self._after), strict=True):
            set_style(value, kind="heading")
            self._form.addRow(label, value)
        self._warning = Label(wraps=True)
        set_style(self._warning, tone="danger")
        self._warning.setVisible(risk)
        self.rights = CheckBox()
        self.rights.toggled.connect(self._update)
        self.accept_risk = CheckBox()
        self.accept_risk.toggled.connect(self._update)
        self.accept_risk.setVisible(risk)
        self.contents.addWidget(self._intro)
        self.contents.addWidget(self._songs)
        self.contents.addLayout(self._form)
        self._reason = Label(wraps=True)
        set_style(self._reason, kind="muted")
        for widget in (self._warning, self.accept_risk, self.rights, self._reason):
            self.contents.addWidget(widget)
        self.cancel = self.add_button()
        self.cancel.clicked.connect(self.reject)
        self.spend = self.add_button("primary")
        self.spend.clicked.connect(self.accept)
        self.cancel.setDefault(True)
        self.cancel.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.retranslate()

    def retranslate(self) -> None:
        self.set_title(words.models.again_title() if self._risk else words.models.confirm_title())
        others = words.models.confirm_left_out(self._left_out) if self._left_out else ""
        self._intro.setText(words.problems.join(others, words.models.confirm_songs(self._name, self._count)))
        self._songs.setAccessibleName(words.models.confirm_songs(self._name, self._count))
        texts = (
            words.models.confirm_price(),
            words.models.confirm_balance(),
            words.models.confirm_after(),
        )
        for label, text in zip(self._labels, texts, strict=True):
            label.setText(text)
        self.rights.setText(words.models.rights())
        self.accept_risk.setText(words.models.again_accept())
        self.cancel.setText(words.dialogs.cancel())
        self.spend.setText(words.models.spend(PRICE))
        self._update()

    def tell_balance(self, balance: float | None) -> None:
        """What Mountsea said, or None when it did not."""
        if self.gone:
            return
        self.balance, self._asked = balance, True
        self._update()

    def _update(self) -> None:
        self._price.setText(words.models.credits(format.amount(PRICE)))
        too_low = self.balance is not None and self.balance < PRICE
        if self.balance is None:
            text = words.models.balance_unknown() if self._asked else words.models.balance_asking()
            self._before.setText(text)
            self._after.setText(text)
        else:
            self._before.setText(words.models.credits(format.amount(self.balance)))
            self._after.setText("–" if too_low else words.models.credits(format.amount(self.balance - PRICE)))
        self._warning.setText(words.models.balance_too_low() if too_low else self._caution())
        self._warning.setVisible(bool(self._warning.text()))
        sure = self.rights.isChecked() and (self.accept_risk.isChecked() or not self._risk)
        self.spend.setEnabled(sure and self._asked and not too_low)
        if too_low:
            reason = ""  # the warning has said it
        elif not sure:
            reason = words.models.tick_first()
        else:
            reason = "" if self._asked else words.models.balance_first()
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.spend.setAccessibleDescription(reason or (self._warning.text() if too_low else ""))

    def _caution(self) -> str:
        """What there is to say about the earlier press."""
        earlier = self._earlier
        if earlier is None:
            return ""
        if self._risk:
            return words.models.again_risk(earlier.task_id)
        problem = earlier.problem
        paid = problem is not None and problem.facts.get(FactKey.CHARGE) == JobFault.CHARGED
        return words.models.paid_in_vain() if paid else ""
