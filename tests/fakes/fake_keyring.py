"""A keyring in memory that hangs, forgets or raises where a test wants it to."""

import asyncio
import threading

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError

Entries = dict[tuple[str, str], str]


class FakeKeyring(KeyringBackend):
    """A keyring with an error or a wait in the way of each call, where the test wants one."""

    priority = 0.5
    viable = False  # so that the library never chooses it by itself

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library has no types here
        self.entries: Entries = {}
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.forgetful = False
        self.calls = 0
        """How often it was asked for a secret."""

    async def called(self, times: int = 1) -> None:
        """Wait until it was asked so often."""
        async with asyncio.timeout(10):
            while self.calls < times:  # noqa: ASYNC110 - it is called on another thread
                await asyncio.sleep(0.002)

    def _pass(self) -> None:
        self.gate.wait()
        if self.error is not None:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self.calls += 1
        self._pass()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._pass()
        if not self.forgetful:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._pass()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError
