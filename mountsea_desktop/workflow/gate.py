"""The one gate every request passes: closed while something is wrong that concerns all of them.

A row that failed because the network is gone is not a failed song. So such faults are not the rows' business:
they close the gate, everything waits in front of it with its place kept, and one notice tells why. When it is
time to try again, one request goes ahead as a scout. If it gets through, everybody follows. When nobody
waits, the gate opens by itself: whoever comes next finds out.

Some troubles swallow what is sent, so that nobody can tell whether it counted. There the scout is a question
that may be asked any number of times, and never a song.
"""

import asyncio
import contextlib
import math
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.workflow.events import Listener, Outage, OutageChanged, Remedy
from mountsea_desktop.workflow.ports import JournalError, JournalFault
from mountsea_desktop.workflow.problem import JobFault, Problem

REMEDIES: Mapping[Fault, Remedy] = {
    Fault.NO_TOKEN: Remedy.ENTER_TOKEN,
    Fault.TOKEN_REFUSED: Remedy.ENTER_TOKEN,
    Fault.NO_CREDITS: Remedy.ADD_CREDITS,
    Fault.OFFLINE: Remedy.WAIT,
    Fault.UNREACHABLE: Remedy.WAIT,
    Fault.PROXY: Remedy.WAIT,
    Fault.PROXY_LOGIN: Remedy.SIGN_IN_TO_PROXY,
    Fault.CERTIFICATE_UNTRUSTED: Remedy.WAIT,
    Fault.CERTIFICATE_INVALID: Remedy.WAIT,
    Fault.SIGN_IN_PAGE: Remedy.WAIT,
    Fault.BUSY: Remedy.WAIT,
}
"""The faults that concern every request alike, and what ends each."""

SWALLOWING = frozenset[str]({Fault.SIGN_IN_PAGE, JobFault.MOUNTSEA_DOWN})
"""Troubles in which a request gets an answer that does not say whether it counted."""

DOWN = frozenset({502, 503, 504})
"""Statuses with which servers say that they, or those behind them, are out of order."""

ONE_KIND_ONLY = frozenset[str]({Fault.NO_CREDITS, Fault.BUSY, JobFault.MOUNTSEA_DOWN})
"""Troubles that an answer about the balance does not prove to be over."""

FIRST_WAIT = 2.0
"""Seconds before the first new try."""
LONGEST_WAIT = 60.0
"""Seconds that growing waits stop growing at; only Mountsea's own "retry after" may be longer."""
SHORTEST_WAIT = 1.0
"""Seconds between two tries, even when Mountsea says "at once"."""
DISK_WAIT = 5.0
"""Seconds between two tries of a disk that refused."""


def backoff(attempt: int) -> float:
    """Seconds to wait before try number `attempt` (from 0): growing, with full jitter above one second.

    Full jitter keeps many computers that lost the same network from all coming back in the same second.
    """
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(attempt, 10))
    return random.uniform(SHORTEST_WAIT, ceiling)  # noqa: S311 - spreads load, keeps no secret


@dataclass(slots=True)
class Turn:
    """What somebody who was let through did with it."""

    skipped: bool = False
    """Nothing was sent, so that nothing was learned of the way."""


class Gate:
    """Lets requests through, or holds all of them back while there is a `outage`."""

    def __init__(self, clock: Clock, tell: Listener, look: Callable[[], Awaitable[None]]) -> None:
        """`look` asks Mountsea something that may be asked any number of times; raises `GatewayError`."""
        self._clock = clock
        self._tell = tell
        self._look = look
        self._changed = asyncio.Event()
        self._waiting = 0
        self._disk_is_tried = False
        self._timer: asyncio.TimerHandle | None = None
        self._is_time = False
        self._scout_is_out = False
        self._era = 0
        """Grows whenever the gate closes or opens: what was sent in an earlier era tells nothing new."""
        self._attempt = 0
        self._calm_at = -math.inf
        """When the gate will have been open for as long as it was closed; then waits begin small again."""
        self._last_wait = 0.0
        self.outage: Outage | None = None

    @property
    def passable(self) -> bool:
        """Whether somebody who comes now is let through, be it as a scout."""
        if self.outage is None:
            return True
        return self._is_time and not self._scout_is_out and not self._disk_will_tell()

    @contextlib.contextmanager
    def trying_the_disk(self) -> Iterator[None]:
        """Whoever is inside finds out when the disk is in order again, so that nobody else goes ahead."""
        self._disk_is_tried = True
        try:
            yield
        finally:
            self._disk_is_tried = False
            if self._is_about_the_disk():
                self._try_in(SHORTEST_WAIT)  # whoever found out is gone, so others have to

    async def clear(self) -> None:
        """Wait until there is no trouble, leaving it to others to go ahead and see."""
        while self.outage is not None:
            await self._changed.wait()

    async def wait(self) -> None:
        """Wait until the way is clear, or until one may go ahead to see whether it is."""
        self._waiting += 1
        try:
            while not self.passable:
                await self._changed.wait()
        finally:
            self._waiting -= 1

    @contextlib.asynccontextmanager
    async def turn(self, *, harmless: bool = False) -> AsyncIterator[Turn]:
        """Wait until the way is clear, then do one request inside; what it raises is learned from.

        `harmless`: it may be sent any number of times.
        """
        await self.wait()
        while not harmless and self.outage is not None and self.outage.problem.code in SWALLOWING:
            await self._look_ahead()
            await self.wait()
        scouts = self._scout_is_out = self.outage is not None
        era = self._era
        turn = Turn()
        try:
            yield turn
        except (GatewayError, JournalError) as error:
            if era == self._era and (scouts or not (harmless and _is_down(error))):
                self._found(error, scouts)
            raise
        else:
            if scouts and era == self._era and not turn.skipped and not self._is_about_the_disk():
                self.open()
        finally:
            if scouts and era == self._era:
                self._next_scout()

    async def _look_ahead(self) -> None:
        """Be the scout, with a question."""
        self._scout_is_out = True
        era, outage = self._era, self.outage
        try:
            await self._look()
        except GatewayError as error:
            if era == self._era:
                self._found(error, scouts=True)
            if era == self._era and outage is not None:  # nothing was learned: no answer came
                self.close(outage.problem, outage.remedy, self._patience(None))
        else:
            if era == self._era:
                self.open()
        finally:
            if era == self._era:
                self._next_scout()

    def _found(self, error: GatewayError | JournalError, scouts: bool) -> None:
        answered = isinstance(error, GatewayError) and error.status is not None
        if not self.learn(error) and scouts and answered and not self._is_about_the_disk():
            self.open()  # Mountsea did not like this one request, but it was there

    def _next_scout(self) -> None:
        self._scout_is_out = False
        if self._waiting:
            self._wake()
        elif self.outage is not None and self.outage.until is not None:
            self._try_in(SHORTEST_WAIT)

    def learn(self, error: GatewayError | JournalError) -> bool:
        """Close the gate if the error concerns everybody; return whether it does."""
        if isinstance(error, JournalError):
            if self._counts_down_for(error.fault):
                return True  # its countdown goes on: several may fail before it is time to try again
            problem, remedy, wait = Problem(error.fault, details=error.details), Remedy.WAIT, DISK_WAIT
        elif _is_down(error):
            problem, remedy = Problem(JobFault.MOUNTSEA_DOWN, details=error.details), Remedy.WAIT
            wait = self._patience(error.retry_after)
        elif error.fault in REMEDIES:
            problem, remedy = Problem.from_error(error), _remedy(error)
            wait = self._patience(error.retry_after)
        else:
            return False
        known = self.outage
        news = known is None or known.until is not None or (self._scout_is_out and known.problem != problem)
        if news:  # what only the user can end is told once
            self.close(problem, remedy, wait if _passes_by_itself(problem, remedy) else None)
        else:
            self._is_time = False  # if a scout was out, it was told what is known
        return True

    def _patience(self, retry_after: float | None) -> float:
        if self.outage is None and self._clock.monotonic() >= self._calm_at:
            self._attempt = 0
        wait = backoff(self._attempt) if retry_after is None else max(retry_after, SHORTEST_WAIT)
        self._attempt += 1
        return wait

    def close(self, problem: Problem, remedy: Remedy, wait: float | None) -> None:
        """Hold everything back, for `wait` seconds or, with None, until the user acts."""
        until = None if wait is None else self._clock.monotonic() + wait
        self._turn_page(Outage(problem, remedy, until))
        if wait is not None:
            self._last_wait = wait
            self._try_in(wait)

    def open(self) -> None:
        """The trouble is over, or the user says so: everything goes on."""
        if self.outage is not None:
            self._calm_at = self._clock.monotonic() + self._last_wait
            self._turn_page(None)

    def saved(self) -> None:
        """The journal took something: if it was the disk that held everybody up, that is over."""
        if self._is_about_the_disk():
            self.open()

    def fall_silent(self) -> None:
        """The disk does not answer: until it does, nothing can be promised."""
        if self.outage is None or self.outage.until is not None:
            self.close(Problem(JournalFault.GONE), Remedy.WAIT, None)

    def answered(self) -> None:
        """Mountsea answered a question that did not wait for a turn: network and token are in order."""
        if not self._is_about_the_disk() and self.outage and self.outage.problem.code not in ONE_KIND_ONLY:
            self.open()

    def hurry(self) -> None:
        """Send a scout now: what would be tried later by itself, or another proxy may stand before us now."""
        if self.outage is None or self._scout_is_out:
            return
        if self.outage.until is not None or self.outage.remedy is Remedy.SIGN_IN_TO_PROXY:
            self._time_is_up()

    def _time_is_up(self) -> None:
        self._stop_timer()
        if self._waiting or self._disk_will_tell():
            self._is_time = True
            self._wake()
        else:
            self.open()

    def _try_in(self, seconds: float) -> None:
        self._stop_timer()
        self._is_time = False
        self._timer = self._clock.later(seconds, self._time_is_up)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _turn_page(self, outage: Outage | None) -> None:
        self._stop_timer()
        self._era += 1
        self._is_time = self._scout_is_out = False
        self.outage = outage
        self._tell(OutageChanged(outage))
        self._wake()

    def _counts_down_for(self, outage: JournalFault) -> bool:
        """Whether this is known already, and it is not yet time to try again."""
        known = self.outage
        if known is None or known.until is None or known.problem.code != outage:
            return False
        return self._clock.monotonic() < known.until

    def _disk_will_tell(self) -> bool:
        return self._disk_is_tried and self._is_about_the_disk()

    def _is_about_the_disk(self) -> bool:
        return self.outage is not None and self.outage.problem.code in set(JournalFault)

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


def _is_down(error: GatewayError | JournalError) -> bool:
    return isinstance(error, GatewayError) and error.fault is Fault.SERVER and error.status in DOWN


def _passes_by_itself(problem: Problem, remedy: Remedy) -> bool:
    """Whether trying again may help and does no harm, as a password does that was refused."""
    return remedy is Remedy.WAIT or (remedy is Remedy.SIGN_IN_TO_PROXY and "refused" not in problem.facts)


def _remedy(error: GatewayError) -> Remedy:
    """What ends the trouble; nobody can sign in to a proxy that is not known."""
    remedy = REMEDIES[error.fault]
    if remedy is Remedy.SIGN_IN_TO_PROXY and "proxy" not in error.facts:
        return Remedy.WAIT
    return remedy
