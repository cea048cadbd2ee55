"""A keyring and a Mountsea that answer as told, for whoever works with the account."""

import asyncio
from collections import deque
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretLocation
from mountsea_desktop.ui.account import Account

if TYPE_CHECKING:
    from collections.abc import Callable

    from mountsea_desktop.workflow.events import Outage
    from mountsea_desktop.workflow.reconnect import Attempt, Reached


class FakeTokens:
    """Stands for the token store. `answers` are given in turn; without one, the keyring is in order."""

    def __init__(self) -> None:
        self.answers: deque[SecretAnswer] = deque()
        self.open = asyncio.Event()
        """Cleared, the keyring hangs."""
        self.open.set()
        self.token: str | None = None
        self.location = SecretLocation.NOWHERE
        self.keyring_name = "The test's keyring"
        self.asked: list[str] = []
        self.arrived: Callable[[], None] = lambda: None
        self.kept = ""
        """What the keyring would give, if it answered that there is something."""

    def current(self) -> str | None:
        return self.token

    async def load(self) -> SecretAnswer:
        answer = await self._answer("load", SecretAnswer.ABSENT)
        if answer is SecretAnswer.FOUND:
            self.token, self.location = self.kept, SecretLocation.KEYRING
        return answer

    async def save(self, token: str) -> SecretAnswer:
        answer = await self._answer("save", SecretAnswer.SAVED)
        if answer is SecretAnswer.SAVED:
            self.token, self.location = token, SecretLocation.KEYRING
        return answer

    async def remove(self) -> SecretAnswer:
        answer = await self._answer("remove", SecretAnswer.REMOVED)
        if answer in {SecretAnswer.REMOVED, SecretAnswer.ABSENT, SecretAnswer.TIMED_OUT}:
            self.forget()
        return answer

    def keep_for_this_run(self, token: str) -> None:
        self.token, self.location = token, SecretLocation.MEMORY

    def forget(self) -> None:
        self.token, self.location = None, SecretLocation.NOWHERE

    async def _answer(self, asked: str, usual: SecretAnswer) -> SecretAnswer:
        self.asked.append(asked)
        await self.open.wait()
        return self.answers.popleft() if self.answers else usual


class FakeJob:
    """Stands for the job, where only the balance is asked for."""

    def __init__(self) -> None:
        self.credits: float | GatewayError = 250.0
        self.outage: Outage | None = None
        self.tries = 0
        """How often everything was told to try again."""
        self.waiting: dict[str, Attempt] = {}
        """What is to be tried once there is a network."""
        self.failures: list[Fault] = []
        """What the job was told of."""

    @property
    def connectivity(self) -> "FakeJob":
        return self

    async def balance(self) -> float:
        await asyncio.sleep(0)
        if isinstance(self.credits, GatewayError):
            raise self.credits
        return self.credits

    def try_now(self) -> None:
        self.tries += 1

    def when_reachable(self, key: str, attempt: "Attempt") -> None:
        self.waiting[key] = attempt

    def record_failure(self, error: GatewayError) -> None:
        self.failures.append(error.fault)

    async def reach(self) -> "Reached":
        """Have the one thing tried that waits for a network."""
        [attempt] = self.waiting.values()
        return await attempt()


class AccountHarness:
    """An account over both."""

    def __init__(self, *, practice: bool = False, addresses: Addresses = Addresses()) -> None:  # noqa: B008 - a value
        self.tokens = FakeTokens()
        self.job = FakeJob()
        self.tried: list[str] = []
        """Tokens that Mountsea was asked about before they were in use."""
        self.new: GatewayError | None = None
        """What Mountsea has against such a token."""
        program = SimpleNamespace(
            tokens=self.tokens,
            job=self.job,
            practice=practice,
            addresses=addresses,
            balance_with=self._balance_with,
        )
        self.account = Account(cast("Any", program))

    async def _balance_with(self, token: str) -> float:
        self.tried.append(token)
        await asyncio.sleep(0)
        if self.new is not None:
            raise self.new
        return 250.0

    def refuse(self, fault: Fault) -> None:
        """Mountsea has a reason not to tell the balance."""
        self.job.credits = GatewayError(fault, Fate.REFUSED)
