"""The question before credits are spent on a song: what it is to be, and what is known of its price."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QSize
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.check_box import CheckBox
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.generation import (
    LONGEST_DESCRIPTION,
    LONGEST_TITLE,
    DescriptionError,
    DescriptionFault,
    clean_description,
)
from mountsea_desktop.workflow.problem import Problem

IDEAS = 4
LINES = 4
"""Of the description that are seen at once."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was written, as it was written."""

    description: str = ""
    title: str = ""
    instrumental: bool = False


class MakeSongDialog(Dialog):
    """The button that spends works once there is a description, and Mountsea was asked for the balance.

    No button is the default one: Enter in the title neither spends nor throws away what was written.
    """

    def __init__(
        self,
        parent: QWidget,
        name: str,
        *,
        practice: bool = False,
        holds_secret: Callable[[str], bool] = lambda _text: False,
    ) -> None:
        """What `holds_secret` says yes to is neither sent nor kept: orders are kept in plain text."""
        super().__init__(parent)
        self._holds_secret = holds_secret
        self._name, self._practice = name, practice
        self.balance: Decimal | None = None
        self._price: Decimal | None = None
        self._obstacle: Problem | None = None
        self._was_asked = False
        self._was_typed = False
        self._label, self._ideas_label, self._title_label = Label(), Label(wraps=True), Label()
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(self.fontMetrics().lineSpacing() * LINES + Scale.of(self.font())(20))
        self.description.textChanged.connect(self._typed)
        self._fault = Label(wraps=True)
        set_style(self._fault, tone="danger")
        self._ideas = [QPushButton() for _ in range(IDEAS)]
        ideas = _Ideas(Scale.of(self.font())(8))
        for button in self._ideas:
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, button=button: self._take(button.text()))
            ideas.add(button)
        self.instrumental = CheckBox()
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST_TITLE)
        self.title.textChanged.connect(self._update)
        self._told, self._bill = Label(wraps=True), Label(wraps=True)
        self._warning = Label(wraps=True)
        set_style(self._told, kind="muted")
        set_style(self._warning, tone="danger")
        for part in (
            *(self._label, self.description, self._fault, self._ideas_label, ideas),
            *(self._title_label, self.title, self.instrumental, self._told),
        ):
            self.contents.addWidget(part)
        for told in (self._bill, self._warning):
            self.foot.addWidget(told)
        self.cancel = self.add_button()
        self.cancel.clicked.connect(self.reject)
        self.make = self.add_button("primary")
        self.make.clicked.connect(self.accept)
        self.description.setFocus()
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 92)
        self.retranslate()

    def retranslate(self) -> None:
        say = words.made_songs
        self.set_title(say.question_title(format.plain(self._name, 40)))
        self._label.setText(say.describe())
        self.description.setAccessibleName(say.describe())
        self.description.setPlaceholderText(say.describe_hint())
        self._ideas_label.setText(say.ideas())
        for number, button in enumerate(self._ideas):
            button.setText(say.idea(number))
        self.instrumental.setText(say.instrumental())
        self._title_label.setText(say.title_field())
        self.title.setAccessibleName(say.title_field())
        practice = say.practice() if self._practice else ""
        self._told.setText(words.problems.join(practice, say.learns(), say.two_songs()))
        self.cancel.setText(words.dialogs.cancel())
        self.make.setText(say.make())
        self._update()

    def show_outlook(
        self, balance: Decimal | None, price: Decimal | None, obstacle: Problem | None = None
    ) -> None:
        """Show what Mountsea said: balance, what the last song cost, where known; what stops a request."""
        if not self.gone:
            self.balance, self._price, self._was_asked = balance, price, True
            self._obstacle = obstacle
            self._update()

    def wish(self) -> tuple[str, str]:
        """Return description and title. Raises `DescriptionError`."""
        return clean_description(self.description.toPlainText(), self.title.text())

    def draft(self) -> Draft:
        """What is written there now."""
        if self._has_secret:
            return Draft()
        return Draft(
            self.description.toPlainText(), self.title.text(), instrumental=self.instrumental.isChecked()
        )

    @property
    def _has_secret(self) -> bool:
        return any(map(self._holds_secret, (self.description.toPlainText(), self.title.text())))

    def begin_with(self, draft: Draft) -> None:
        """Go on with what was written before."""
        self.description.setPlainText(draft.description)
        self.description.moveCursor(QTextCursor.MoveOperation.End)
        self.title.setText(draft.title)
        self.instrumental.setChecked(draft.instrumental)
        self._was_typed = False
        self._update()

    def _take(self, idea: str) -> None:
        cursor = self.description.textCursor()  # through which it can be taken back
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(idea)
        self.description.setTextCursor(cursor)
        self.description.setFocus()

    def _typed(self) -> None:
        self._was_typed = True
        self._update()

    def _update(self) -> None:
        say, fault = words.made_songs, None
        try:
            self.wish()
        except DescriptionError as error:
            fault = error.fault
        has_secret = self._has_secret
        if has_secret:
            told = words.account.token_misplaced()
        else:
            told = say.description_fault(fault, LONGEST_DESCRIPTION) if fault is not None else ""
        self._fault.setText(told)
        self._fault.setVisible(bool(told))
        # Nobody did anything wrong by not having begun.
        is_wrong = has_secret or fault is DescriptionFault.TOO_LONG or (fault is not None and self._was_typed)
        set_style(self._fault, kind="" if is_wrong else "muted", tone="danger" if is_wrong else "")
        set_style(self.description, tone="danger" if fault is DescriptionFault.TOO_LONG else "")
        self._bill.setText(self._price_and_balance())
        is_too_low = self._price is not None and self.balance is not None and self.balance < self._price
        warning = say.balance_too_low() if is_too_low else ""
        if self._obstacle is not None:
            problem = words.problems.explain(self._obstacle)
            warning = words.problems.join(words.models.cannot_be_sent_now(), problem.what, problem.why)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self.make.setEnabled(fault is None and not has_secret and self._was_asked and not warning)
        asking = "" if self._was_asked else say.price_asking()
        self.make.setAccessibleDescription(told or asking or warning)

    def _price_and_balance(self) -> str:
        say = words.made_songs
        if not self._was_asked:
            return say.price_asking()
        price = say.price_unknown() if self._price is None else say.price_known(format.amount(self._price))
        left = say.balance_unknown() if self.balance is None else say.balance(format.amount(self.balance))
        return words.problems.join(price, left)


class _Ideas(Flow):
    """Takes the width that the box has, and asks for none."""

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())
