"""What was spent, by day and by what for, what is left, and what one model has cost."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.dialogs.base import Dialog
from mountsea_desktop.ui.theme.style import Scale, set_style
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.workflow.prices import ModelCost, SpendingHistory, Spent, kind_of
from mountsea_desktop.workflow.problem import Problem

LATEST = datetime(9999, 12, 30, tzinfo=UTC).timestamp()
"""The last day that every calendar of the world has."""
ROW, MOST_ROWS = 32, 9
"""Height of a row, in px at ordinary text size, and how many are seen at once."""

FIGURES = (2, 3)
"""Columns of figures, which stand at the right; and so do their titles."""
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """What was spent on one thing in one day."""

    day: date
    kind: Spent
    count: int
    credits: Decimal


def lines_of(entries: Iterable[Entry]) -> list[Line]:
    """Return lines by day, the latest first, and by kind; days are those of this computer's calendar."""
    sums: defaultdict[tuple[date, Spent], list[Decimal]] = defaultdict(list)
    for entry in entries:
        at = min(max(entry.at, 0.0), LATEST)  # any moment may be claimed
        day = datetime.fromtimestamp(at, UTC).astimezone().date()
        sums[day, kind_of(entry)].append(entry.spent)
    order = list(Spent)
    keys = sorted(sums, key=lambda key: (-key[0].toordinal(), order.index(key[1])))
    return [
        Line(day, kind, sum(spent > 0 for spent in sums[day, kind]), sum(sums[day, kind], Decimal(0)))
        for day, kind in keys
        if any(sums[day, kind])
    ]


class CreditsDialog(Dialog):
    """Opened at once; filled when Mountsea has answered."""

    asks = Signal()
    add_wanted = Signal()

    def __init__(self, parent: QWidget, model: str) -> None:
        super().__init__(parent)
        self._model = model
        self._history: SpendingHistory | None = None
        self._cost: ModelCost | None = None
        self._problem: Problem | None = None
        self._lines: list[Line] = []
        self._balance, self._text, self._model_cost = Label(), Label(wraps=True), Label(wraps=True)
        set_style(self._balance, kind="display")
        set_style(self._text, kind="muted")
        self.add, self.again = QPushButton(), QPushButton()
        for button, wanted in ((self.add, self.add_wanted), (self.again, self.asks)):
            button.setAutoDefault(False)
            button.clicked.connect(wanted)
        self.again.clicked.connect(self._ask)
        buttons = Flow(Scale.of(self.font())(8))
        buttons.add(self.add, self.again)
        self.table = _table(self)
        for part in (self._balance, buttons, self._model_cost, self.table, self._text):
            self.contents.addWidget(part)
        self.close_button = self.add_button("primary")
        self.close_button.clicked.connect(self.reject)
        self.close_button.setDefault(True)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 84)
        self.retranslate()

    def retranslate(self) -> None:
        say = words.credits
        self.set_title(say.title())
        self.add.setText(say.add())
        self.again.setText(say.check_again())
        self.close_button.setText(words.dialogs.close())
        self.table.setAccessibleName(say.table())
        titles = say.column_day(), say.column_kind(), say.column_count(), say.column_credits()
        for column, title in enumerate(titles):
            item = QTableWidgetItem(title)
            if column in FIGURES:
                item.setTextAlignment(RIGHT)
            self.table.setHorizontalHeaderItem(column, item)
        self._update()

    def show_history(self, history: SpendingHistory, cost: ModelCost) -> None:
        """Show what Mountsea says."""
        if not self.gone:
            self._history, self._cost, self._problem = history, cost, None
            self._lines = lines_of(history.entries)
            self._update()

    def show_problem(self, problem: Problem) -> None:
        """Show why nothing could be learned."""
        if not self.gone:
            self._problem = problem
            self._update()

    def _ask(self) -> None:
        self._history = self._problem = None
        self._update()

    def _update(self) -> None:
        say, history = words.credits, self._history
        balance = history.balance if history is not None else None
        known = say.balance(format.amount(balance)) if balance is not None else say.balance_unknown()
        self._balance.setText(say.asking() if history is None and self._problem is None else known)
        self._fill()
        self.table.setVisible(bool(self._lines))
        self._model_cost.setText(self._cost_text())
        self._model_cost.setVisible(bool(self._model_cost.text()))
        if self._problem is not None:
            text = say.not_learned(words.problems.describe(self._problem))
        elif history is None:
            text = ""
        elif not self._lines:
            text = say.none_spent()
        else:
            text = words.problems.join("" if history.complete else say.incomplete(), say.explained())
        self._text.setText(text)
        self.again.setEnabled(history is not None or self._problem is not None)

    def _cost_text(self) -> str:
        cost, say = self._cost, words.credits
        if cost is None or not any(cost.by_kind.values()):
            return ""
        parts = [say.part(kind, format.amount(amount)) for kind, amount in cost.by_kind.items() if amount]
        name = format.plain(self._model, 60)
        text = say.model_cost if cost.is_all else say.model_cost_at_least
        return text(name, format.amount(cost.total), words.songs.listed(*parts))

    def _fill(self) -> None:
        self.table.setRowCount(len(self._lines))
        last = None
        for row, line in enumerate(self._lines):
            day = format.day(line.day) if line.day != last else ""
            last = line.day
            cells = day, words.credits.kind(line.kind), str(line.count or ""), format.amount(line.credits)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column == 0:  # also where the eye needs it but once
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, format.day(line.day))
                if column in FIGURES:
                    item.setTextAlignment(RIGHT)
                self.table.setItem(row, column, item)
        shown = min(max(len(self._lines), 1), MOST_ROWS)
        high = self.table.horizontalHeader().sizeHint().height()
        high += shown * self.table.verticalHeader().defaultSectionSize()
        self.table.setFixedHeight(high + 2 * self.table.frameWidth() + 4)


def _table(parent: QWidget) -> QTableWidget:
    table = QTableWidget(0, 4, parent)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(Scale.of(table.font())(ROW))
    columns.setHighlightSections(False)
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)  # of some dozens of rows
    columns.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    return table
