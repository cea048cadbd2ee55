"""The account as the window sees it: whether there is a token, where it is, and the last known balance."""

from decimal import Decimal

from PySide6.QtCore import QObject, Signal

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.program import Program
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.gate import REMEDIES, stops_everything
from mountsea_desktop.workflow.reconnect import Reached

UNREAD = frozenset({SecretAnswer.LOCKED, SecretAnswer.TIMED_OUT, SecretAnswer.FAILED})
"""Answers of a keyring in which there may be a token."""


class Account(QObject):
    """Keeps the account's buttons and dialogs in step with the token; it never hands the token out."""

    changed = Signal()

    def __init__(self, program: Program, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self.balance: Decimal | None = None
        """Credits as last heard in this run."""
        self.session_token_allowed = True
        """Whether a token may be kept until the program closes."""
        self._answer = SecretAnswer.ABSENT
        """What came of the last look for a token kept earlier."""
        self._is_refused = False
        """Whether Mountsea has said that it does not accept the token."""
        self.is_untested = False
        """Whether Mountsea could not be asked about the token yet; it is, by itself, when there is a way."""
        self._is_new = False
        """Whether it was entered, and nobody has asked about it since."""
        program.tokens.arrived = self._arrived

    @property
    def practice(self) -> bool:
        """Whether this is practice, where no token is needed."""
        return self._program.practice

    @property
    def connected(self) -> bool:
        """Whether there is a token to send."""
        return self._program.tokens.current() is not None

    @property
    def is_good(self) -> bool:
        """Whether there is a token worth guarding: nobody has said that Mountsea does not accept it."""
        outage = self._program.job.outage
        missing = outage is not None and outage.remedy is Remedy.ENTER_TOKEN
        return self.connected and not self._is_refused and not self.is_untested and not missing

    @property
    def is_refused(self) -> bool:
        """Whether Mountsea has said that it does not accept the token there is."""
        return self.connected and self._is_refused

    @property
    def hosts_elsewhere(self) -> str:
        """Where the token is sent, as far as that is not to Mountsea; empty where it is."""
        return ", ".join(self._program.addresses.elsewhere) if not self.practice else ""

    @property
    def in_memory(self) -> bool:
        """Whether the token will be gone when the program closes."""
        return self._program.tokens.location == "memory"

    @property
    def keyring_name(self) -> str:
        """The keyring as the operating system calls it."""
        return self._program.tokens.keyring_name

    @property
    def unread(self) -> SecretAnswer | None:
        """Why it is not known whether there is a token: the keyring has not let us look. None if it has."""
        return self._answer if not self.connected and self._answer in UNREAD else None

    async def load(self) -> SecretAnswer:
        """Look for a token kept earlier; whatever waited for one goes on."""
        self._answer = await self._program.tokens.load()
        if self._answer is SecretAnswer.FOUND:
            self._found()
        else:
            self.changed.emit()
        return self._answer

    def _arrived(self) -> None:
        """The keyring was slow, and has given the token after all."""
        self._answer = SecretAnswer.FOUND
        self._found()

    def _found(self) -> None:
        """Test a token now that was saved without a network."""
        self._renewed()
        if self.is_untested:
            self._test_later()

    async def save(self, token: str) -> SecretAnswer:
        """Put a token into the keyring; whatever waited for one goes on."""
        answer = await self._program.tokens.save(token)
        if answer is SecretAnswer.SAVED:
            self._is_new = True
            self._renewed()
        return answer

    def keep_for_now(self, token: str) -> None:
        """Keep a token until the program closes; whatever waited for one goes on."""
        self._program.tokens.keep_for_this_run(token)
        self._is_new = True
        self._renewed()

    async def remove(self) -> SecretAnswer:
        """Take the token off this computer."""
        tokens = self._program.tokens
        was_in_memory = self.in_memory
        if was_in_memory:
            tokens.forget()  # whatever the keyring says, it is not to be sent any more
        answer = await tokens.remove()
        if was_in_memory and answer is SecretAnswer.UNAVAILABLE:
            answer = SecretAnswer.REMOVED  # there is no keyring where another could be
        if not self.connected:
            self.balance = None
            self._is_new = self.is_untested = False
            self._answer = SecretAnswer.ABSENT
        self.changed.emit()
        return answer

    async def ask_balance(self) -> Decimal:
        """Return the credits, asked of Mountsea. Raises `GatewayError`.

        That also tests a token that was not tested yet.
        """
        try:
            return await self._ask_balance()
        except GatewayError:
            if self.is_untested:
                self._test_later()
            raise

    async def _ask_balance(self) -> Decimal:
        try:
            self.balance = await self._program.job.connectivity.balance()
            self._is_refused = self._is_new = self.is_untested = False
        except GatewayError as error:
            self.balance = None
            self._is_refused = error.fault is Fault.TOKEN_REFUSED
            is_of_the_way = stops_everything(error) and REMEDIES.get(error.fault) is not Remedy.ENTER_TOKEN
            self.is_untested = is_of_the_way and (self.is_untested or self._is_new)
            self._is_new = False
            raise
        finally:
            self.changed.emit()
        return self.balance

    def _test_later(self) -> None:
        self._program.job.connectivity.when_reachable("token", self._test)

    async def _test(self) -> Reached:
        """Test what was saved without a network; a token that is not accepted holds everything up."""
        if not self.connected or not self.is_untested:
            return Reached.OVER
        try:
            await self._ask_balance()
        except GatewayError as error:
            if self.is_untested:
                return Reached.NO_WAY
            self._program.job.connectivity.record_failure(error)
        return Reached.ANSWERED

    def hear_balance(self, balance: Decimal) -> None:
        """Take over a balance that somebody else has learned."""
        self.balance = balance
        self.changed.emit()

    async def try_token(self, token: str) -> None:
        """See whether Mountsea accepts a token that is not in use. Raises `GatewayError`."""
        await self._program.balance_with(token)

    def _renewed(self) -> None:
        self.balance = None
        self._is_refused = False
        self._program.job.try_now()
        self.changed.emit()
