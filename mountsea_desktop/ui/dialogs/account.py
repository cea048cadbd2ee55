"""The account dialog: the token, entered masked, tested, replaced and removed."""

from collections.abc import Coroutine
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.tokens import TokenFormError, clean_token
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.ui import format, words
from mountsea_desktop.ui.account import Account
from mountsea_desktop.ui.dialogs.base import Dialog, run_dialog
from mountsea_desktop.ui.dialogs.page import open_or_show
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.pages import KEYS
from mountsea_desktop.ui.theme.style import Scale, set_margins, set_style
from mountsea_desktop.ui.widgets.flow import Flow
from mountsea_desktop.ui.widgets.label import Label
from mountsea_desktop.ui.widgets.password_field import PasswordField
from mountsea_desktop.ui.words.account import NO_NETWORK
from mountsea_desktop.workflow.model import PRICE
from mountsea_desktop.workflow.problem import Problem

SLOW_KEYRING = 5_000
"""Milliseconds after which a password store that does not answer need not be waited for."""


class AccountDialog(Dialog):
    """Each step says below the field what came of it."""

    proxy_wanted = Signal(str)
    """The network's proxy, by host and port, has to be signed in to first."""
    help_wanted = Signal()

    def __init__(self, parent: QWidget, account: Account, tasks: Tasks, *, uploads: bool = False) -> None:
        """`uploads` where uploading waits for nothing but a token."""
        super().__init__(parent)
        self._account = account
        self._tasks = tasks
        self._busy = False
        self._connected = account.connected
        self._is_refused = False
        """Whether Mountsea has said that it does not accept the token."""
        self._is_untested = account.is_untested
        self._is_tried = False
        """Whether Mountsea was asked about the token, be there an answer or not."""
        self._is_answered = False
        """Whether Mountsea has accepted the token that is in use, in the last step."""
        self._is_kept = False
        """Whether the token that is being saved was kept without waiting any longer."""
        self._slow = QTimer(self, singleShot=True, interval=SLOW_KEYRING)
        self._intro = Label(wraps=True)
        self._label = Label()
        self.token = PasswordField()
        self.token.add_clear_button()
        self.token.returnPressed.connect(self._save)
        self.token.changed.connect(self._update)
        self._label.setBuddy(self.token)
        self.get_key = self._step(partial(open_or_show, KEYS, self))
        self.what = self._step(self.help_wanted)
        self.save = self._step(self._save)
        self.test = self._step(self._test)
        self.remove = self._step(self._remove)
        self.keep = self._step(self._keep)
        self.keep.hide()
        self.replace = self._step(self._replace)
        self.replace.hide()
        self._proxy_host = ""
        """The proxy that asks for a login."""
        self.proxy = self._step(lambda: self.proxy_wanted.emit(self._proxy_host))
        self.proxy.hide()
        self.status = Label(wraps=True)
        # Room for what is said from the first paint: the buttons below stay where they are.
        self.status.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.status.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._slow.timeout.connect(self._offer_to_keep)
        self._balance, self._enough = Label(), Label(wraps=True)
        self._lay_out()
        self.close_button = self.add_button()
        self.close_button.clicked.connect(self.reject)
        self.go_on = self.add_button("primary")
        self.go_on.clicked.connect(self.accept)
        self._uploads = uploads
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 68)
        self.retranslate()
        self._say(self._where())
        account.changed.connect(self._account_changed)
        if account.unread is not None:
            self._load_token()
        if not account.practice:
            self.token.setFocus()  # and not the page, where it has to scroll

    def _lay_out(self) -> None:
        scale = Scale.of(self.font())
        get, offers, more = (Flow(scale(8)) for _ in range(3))
        get.add(self.get_key)
        offers.add(self.save, self.keep, self.replace, self.proxy)
        more.add(self.test, self.remove, self.what)
        set_style(self._balance, kind="display")
        set_style(self._enough, kind="muted")
        self._card = QFrame()
        set_style(self._card, kind="card")
        inside = QVBoxLayout(self._card)
        set_margins(inside, between=4)
        inside.addWidget(self._balance)
        inside.addWidget(self._enough)
        self._first, self._more = Label(), Label()
        for widget in (self._intro, self._card, self._first, get, self._label, self.token, offers):
            self.contents.addWidget(widget)
        self.contents.addWidget(self.status)
        self.contents.addStretch()
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        set_style(self._more, kind="muted")
        for button in (self.test, self.remove, self.what):
            set_style(button, kind="quiet")
        for part in (line, self._more, more):
            self.contents.addWidget(part)

    def _step(self, do: Any) -> QPushButton:
        button = QPushButton()
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    def retranslate(self) -> None:
        say = words.account
        self._first.setText(say.first())
        self._more.setText(say.more())
        self.go_on.setText(say.go_on())
        self.token.setAccessibleName(say.token())
        self.save.setText(say.save())
        self.test.setText(say.test())
        self.remove.setText(say.remove())
        self.keep.setText(say.keep())
        self.replace.setText(say.replace())
        self.proxy.setText(say.proxy_button())
        self.what.setText(say.what_is_a_token())
        self.get_key.setText(say.get_key())
        self.close_button.setText(words.dialogs.close())
        self._update()

    def _introduction(self) -> str:
        say, hosts = words.account, self._account.hosts_elsewhere
        if self._account.practice:
            return say.practice()
        intro = "" if self._connected else say.intro()
        return words.problems.join(intro, say.sent_elsewhere(hosts) if hosts else "")

    def _show_balance(self) -> None:
        balance = self._account.balance
        self._card.setVisible(balance is not None)
        if balance is not None:
            models = int(balance // PRICE)
            say = words.account
            self._balance.setText(words.models.credits(format.amount(balance)))
            self._enough.setText(say.enough_for(models) if models > 0 else say.not_enough(PRICE))
            set_style(self._enough, tone="" if models > 0 else "warning")

    def _update(self) -> None:
        self._connected = connected = self._account.connected
        practice = self._account.practice
        say = words.account
        self.set_title(say.title_account() if connected else say.title_connect())
        self.token.setPlaceholderText(say.placeholder_kept() if connected else say.placeholder_new())
        self._intro.setText(self._introduction())
        self._intro.setVisible(bool(self._intro.text()))
        self._show_balance()
        self._label.setText(say.token() if connected else say.second())
        for widget in (self._label, self.token, self.save, self.remove, self.what):
            widget.setVisible(not practice)
        needs_key = not practice and not self._account.is_good
        self.get_key.setVisible(needs_key)
        self._first.setVisible(needs_key and not connected)
        self.go_on.setVisible(self._uploads and self._is_tried and self._may_upload() and not self._busy)
        self.save.setEnabled(not self._busy)
        self.test.setEnabled(not self._busy)
        self.remove.setEnabled(connected and not self._busy)
        set_style(self.save, kind="" if connected and not self._is_refused else "primary")
        set_style(self.token, tone="danger" if self._is_refused else "")
        self.remove.setAccessibleDescription("" if connected else self._where())

    def _may_upload(self) -> bool:
        """Return whether nobody has said that the token is not accepted; without a network, uploads wait."""
        return self._account.is_good or (self._account.connected and self._account.is_untested)

    def _where(self) -> str:
        if self._account.practice:
            return ""
        if self._account.unread is not None:
            return words.account.unread(self._account.unread)
        if not self._account.connected:
            return words.account.none_kept()
        if self._account.in_memory:
            where = words.account.kept_for_now()
        else:
            where = words.account.where_kept(self._account.keyring_name)
        return (
            words.problems.join(where, words.account.not_tested_yet()) if self._account.is_untested else where
        )

    def _say(self, text: str, tone: str = "") -> None:
        if self.gone:
            return
        self.status.setText(text)
        set_style(self.status, tone=tone)

    def _start(self, step: Coroutine[Any, Any, None], name: str) -> None:
        for offer in (self.keep, self.replace, self.proxy):
            offer.hide()
        self._tasks.start(self._with_buttons_off(step), name)

    async def _with_buttons_off(self, step: Coroutine[Any, Any, None]) -> None:
        self._busy, self._is_answered = True, False
        self._update()
        try:
            await step
        finally:
            self._busy = False
            if not self.gone:
                self._update()
                is_typing = self.token.hasFocus() and self.token.text()
                if self._is_answered and self.go_on.isVisible() and not is_typing:
                    self.go_on.setFocus()

    def _entered(self) -> str | None:
        try:
            return clean_token(self.token.text())
        except TokenFormError as error:
            self._say(words.account.fault(error.code), "danger")
            self.token.setFocus()
            return None

    # The steps

    def _save(self) -> None:
        if self._busy:
            return  # Enter is a press, too
        if (token := self._entered()) is not None:
            self._say(words.account.saving())
            self._start(self._saving(token), "save token")

    def _replace(self) -> None:
        """The person wants the new token in place of one that Mountsea accepts."""
        if (token := self._entered()) is not None:
            self._say(words.account.saving())
            self._start(self._saving(token, tested=True), "save token")

    async def _saving(self, token: str, *, tested: bool = False) -> None:
        if not tested and self._account.is_good and not await self._is_accepted(token):
            return
        self._slow.start()
        self._is_kept = False
        answer = await self._account.save(token)
        if not self.gone:
            self._slow.stop()
        if answer is SecretAnswer.SAVED:
            self._forget_entry()
            self._say(words.account.saved())
            await self._testing()
        elif not self.gone and not self._is_kept:
            elsewhere = words.account.other_places(self._account.session_token_allowed)
            self._say(words.problems.join(words.account.store(answer), elsewhere), "danger")
            self._offer_to_keep()
            self.keep.setFocus()

    async def _is_accepted(self, token: str) -> bool:
        """Return whether Mountsea takes a token, which then may replace the one that is there."""
        self._say(words.account.trying_new())
        try:
            await self._account.try_token(token)
        except GatewayError as error:
            if error.fault is Fault.TOKEN_REFUSED:
                self._say(words.account.refused_new(), "danger")
            else:
                why = words.problems.describe(Problem.from_error(error))
                self._say(words.problems.join(why, words.account.untested_new()), "danger")
                self._offer_proxy(error)
            if not self.gone:
                self.replace.show()
                self.token.setFocus()
            return False
        self._say(words.account.saving())
        return True

    def _offer_proxy(self, error: GatewayError) -> None:
        self._proxy_host = error.facts.get(FactKey.PROXY, "")
        if self._proxy_host and not self.gone:
            self.proxy.show()
            self.proxy.setFocus()

    def _forget_entry(self) -> None:
        if not self.gone:
            self.token.clear()

    def _offer_to_keep(self) -> None:
        """Offer to keep the token for now, unless the settings allow a token in the password store only."""
        self.keep.setVisible(self._account.session_token_allowed)

    def _keep(self) -> None:
        if (token := self._entered()) is not None:
            self._account.keep_for_now(token)
            self._is_kept = True
            self.token.clear()
            self._say(words.account.kept_for_now())
            self._start(self._testing(), "test token")

    def _test(self) -> None:
        if self.token.text().strip():
            self._say(words.account.save_first(), "danger")
            self.save.setFocus()
            return
        if not self._account.connected:
            self._load_token()
            return
        self._say(words.account.testing())
        self._start(self._testing(), "test token")

    def _load_token(self) -> None:
        """The password store may have been unlocked by now; whoever has the token need not wait for it."""
        self._say(words.account.looking())
        self._tasks.start(self._loading_token(), "look for token")

    async def _loading_token(self) -> None:
        answer = await self._account.load()
        if self._busy or self.gone:
            return  # another token is being saved, which is what is spoken of now, or nobody looks
        if answer is SecretAnswer.FOUND:
            self._start(self._testing(), "test token")
        elif self._account.unread is not None:
            self._say(words.account.unread(self._account.unread), "danger")
        elif not self.gone:
            self._say(words.account.nothing_to_test(), "danger")
            self.token.setFocus()

    def _account_changed(self) -> None:
        """A slow password store has given the token after all, say."""
        if self.gone or self._busy:
            return
        came = self._account.connected and not self._connected
        was_untested, self._is_untested = self._is_untested, self._account.is_untested
        self._update()
        if was_untested and self._account.balance is not None:
            self._say(words.account.connected(format.amount(self._account.balance)), "success")
        elif came:
            self._say(self._where())

    async def _testing(self) -> None:
        self._is_tried = True
        try:
            balance = await self._account.ask_balance()
        except GatewayError as error:
            self._is_refused = error.fault is Fault.TOKEN_REFUSED
            if self._is_refused and not self.gone:
                self._say(words.account.refused(), "danger")
                self.token.setFocus()
                return
            why = words.problems.describe(Problem.from_error(error))
            self._is_untested = self._account.is_untested
            if self._is_untested:
                why = "" if error.fault in NO_NETWORK else why
                self._say(words.problems.join(words.account.untested(error.fault), why), "warning")
            else:
                self._say(why, "danger")
            self._offer_proxy(error)
        else:
            self._is_refused, self._is_answered = False, True
            self._say(words.account.connected(format.amount(balance)), "success")

    def _remove(self) -> None:
        self._tasks.start(self._ask_and_remove(), "remove token?")

    async def _ask_and_remove(self) -> None:
        say = words.account
        if self.findChild(QuestionDialog) is not None:
            return  # two presses ask once
        if await run_dialog(QuestionDialog(self, say.remove_question(), say.remove_text(), say.remove())):
            self._start(self._removing(), "remove token")

    async def _removing(self) -> None:
        answer = await self._account.remove()
        if answer in {SecretAnswer.REMOVED, SecretAnswer.ABSENT}:
            self._say(words.account.removed())
        elif answer is SecretAnswer.TIMED_OUT:
            self._say(words.account.removal_unanswered(), "warning")
        else:
            self._say(words.account.store(answer), "danger")
