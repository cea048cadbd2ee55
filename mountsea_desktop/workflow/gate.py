"""The one gate every request passes: closed while something is wrong that concerns all of them.

A row that failed because the network is gone is not a failed song. So such faults are not the rows' business:
they close the gate, everything waits in front of it with its place kept, and one notice tells why. When it is
time to try again, one request goes ahead as a scout. If it gets through, everybody follows.
"""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Mapping

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.workflow.changes import Remedy, Tell, Trouble, TroubleChanged
from mountsea_desktop.workflow.clock import Clock
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import Problem

REMEDIES: Mapping[Fault, Remedy] = {
    Fault.NO_TOKEN: Remedy.ENTER_TOKEN,
    Fault.TOKEN_REFUSED: Remedy.ENTER_TOKEN,
    Fault.NO_CREDITS: Remedy.ADD_CREDITS,
    Fault.OFFLINE: Remedy.WAIT,
    Fault.UNREACHABLE: Remedy.WAIT,
    Fault.PROXY: Remedy.WAIT,
    Fault.PROXY_LOGIN: Remedy.WAIT,
    Fault.CERTIFICATE_UNTRUSTED: Remedy.WAIT,
    Fault.CERTIFICATE_INVALID: Remedy.WAIT,
    Fault.SIGN_IN_PAGE: Remedy.WAIT,
    Fault.BUSY: Remedy.WAIT,
}
"""The faults that concern every request alike, and what ends each."""

FIRST_WAIT = 2.0
"""Seconds before the first new try."""
LONGEST_WAIT = 60.0
"""Seconds that growing waits stop growing at; only Mountsea's own "retry after" may be longer."""


def backoff(attempt: int) -> float:
    """Seconds to wait before try number `attempt` (from 0): growing, with full jitter above one second.

    Full jitter keeps many computers that lost the same network from all coming back in the same second.
    """
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(attempt, 10))
    return random.uniform(1.0, max(ceiling, 1.0))  # noqa: S311 - spreads load, keeps no secret


class Gate:
    """Lets requests through, or holds all of them back while there is a `trouble`."""

    def __init__(self, clock: Clock, tell: Tell) -> None:
        self._clock = clock
        self._tell = tell
        self._changed = asyncio.Event()
        self._scout_is_out = False
        self._attempt = 0
        self.trouble: Trouble | None = None

    @contextlib.asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until the way is clear, then do one request inside; what it raises is learned from."""
        is_scout = await self._admitted()
        try:
            yield
        except (GatewayError, JournalError) as error:
            self.learn(error)
            raise
        else:
            if is_scout:
                self.open()
        finally:
            if is_scout:
                self._scout_is_out = False
                self._wake()

    async def _admitted(self) -> bool:
        while self.trouble is not None:
            until = self.trouble.until
            if until is None or self._scout_is_out:
                await self._changed.wait()
            elif (remaining := until - self._clock.monotonic()) > 0:
                waiting = asyncio.timeout(remaining / self._clock.speed)
                with contextlib.suppress(TimeoutError):
                    async with waiting:
                        await self._changed.wait()
            else:
                self._scout_is_out = True
                return True
        return False

    def learn(self, error: GatewayError | JournalError) -> bool:
        """Close the gate if the error concerns everybody; return whether it does."""
        if isinstance(error, JournalError):
            problem = Problem(error.trouble, details=error.details)
            self.close(problem, Remedy.WAIT, backoff(0))
            return True
        remedy = REMEDIES.get(error.fault)
        if remedy is None:
            return False
        wait = error.retry_after if error.retry_after is not None else backoff(self._attempt)
        self.close(Problem.from_error(error), remedy, wait if remedy is Remedy.WAIT else None)
        return True

    def close(self, problem: Problem, remedy: Remedy, wait: float | None) -> None:
        """Hold everything back, for `wait` seconds or, with None, until the user acts."""
        until = None if wait is None else self._clock.monotonic() + wait
        self._attempt += 1
        self.trouble = Trouble(problem, remedy, until)
        self._tell(TroubleChanged(self.trouble))
        self._wake()

    def open(self) -> None:
        """The trouble is over, or the user says so: everything goes on."""
        self._attempt = 0
        if self.trouble is not None:
            self.trouble = None
            self._tell(TroubleChanged(None))
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()
