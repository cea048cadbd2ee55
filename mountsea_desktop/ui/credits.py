"""What things cost, as learned from Mountsea's records, and the box that shows all of them."""

import time
from contextlib import suppress
from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.program import Program
from mountsea_desktop.ui.account import Account
from mountsea_desktop.ui.actions import Actions
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.credits import CreditsDialog
from mountsea_desktop.ui.dialogs.page import open_or_show
from mountsea_desktop.ui.pages import KEYS
from mountsea_desktop.ui.window import MainWindow
from mountsea_desktop.workflow.prices import SpendingHistory, Spent
from mountsea_desktop.workflow.problem import Problem

FRESH = 600.0
"""Seconds for which prices that were learned, or could not be, are not asked for again."""


class Credits(QObject):
    """Prices by kind, learned once songs wait to be uploaded, and whenever the records are looked at."""

    learned = Signal()

    def __init__(self, program: Program, account: Account, actions: Actions, window: MainWindow) -> None:
        super().__init__(window)
        self._job = program.job
        self._account = account
        self._actions = actions
        self._window = window
        self.last: dict[Spent, Decimal] = {}
        """What the last one of each kind cost."""
        self._learned_at: float | None = None
        window.credits.clicked.connect(self.open)

    def last_price(self, kind: Spent) -> Decimal | None:
        """Return what the last one of a kind cost, as far as it is known."""
        return self.last.get(kind)

    def learn(self) -> None:
        """Ask for the records, unless that was done a while ago."""
        if self._learned_at is None or time.monotonic() - self._learned_at > FRESH:
            self._learned_at = time.monotonic()
            self._actions.start(self._learn(), "prices")

    def learn_anew(self) -> None:
        """Ask for the records although they were asked for: what has just happened stands in them."""
        self._learned_at = None
        self.learn()

    async def _learn(self) -> None:
        with suppress(GatewayError):  # not knowing them is no trouble
            self._take(await self._job.spending())
            return
        self._actions.ask_balance()

    def _take(self, history: SpendingHistory) -> None:
        self._learned_at = time.monotonic()
        if history.balance is not None:
            self._account.hear_balance(history.balance)
        if history.last != self.last:
            self.last = history.last
            self.learned.emit()

    def open(self) -> None:
        """Show what was spent, and on what."""
        self._actions.start(self._open(self._actions.model_id), "credits box")

    async def _open(self, model_id: str) -> None:
        if self._window.findChild(CreditsDialog) is not None:
            return
        dialog = CreditsDialog(self._window, self._job.model(model_id).name)
        dialog.asks.connect(lambda: self._actions.start(self._inform(dialog, model_id), "spending"))
        dialog.add_wanted.connect(lambda: open_or_show(KEYS, dialog))
        self._actions.start(self._inform(dialog, model_id), "spending")
        await run_dialog(dialog)

    async def _inform(self, dialog: CreditsDialog, model_id: str) -> None:
        try:
            history = await self._job.spending()
        except GatewayError as error:
            dialog.show_problem(Problem.from_error(error))
            return
        self._take(history)
        dialog.show_history(history, self._job.cost_of(model_id, history))
