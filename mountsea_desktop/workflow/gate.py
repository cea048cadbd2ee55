"""The gate: a circuit breaker that every request passes, closed while something is wrong for all of them.

A row that failed because the network is gone is not a failed song. So such faults are not the rows' business:
they close the gate, everything waits in front of it in its order, and one banner says why. When it is time
to try again, one request goes ahead as a probe. If it gets through, everybody follows. When nobody waits, the
gate opens by itself: whoever comes next finds out.

In some outages what is sent is swallowed, so that nobody can tell whether it counted. There the probe is a
question that may be asked any number of times, and never a song.

The gate is closed while Mountsea's latch is, or the disk's: each is opened by its own kind of good news.
"""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.disk_latch import DiskLatch
from mountsea_desktop.workflow.events import Listener, Outage, OutageChanged, Remedy
from mountsea_desktop.workflow.latch import SHORTEST_WAIT, Latch
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import Code, JobFault, Problem

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

SWALLOWING = frozenset[Code]({Fault.SIGN_IN_PAGE, JobFault.MOUNTSEA_DOWN})
"""Outages in which a request gets an answer that does not say whether it counted."""

DOWN_STATUSES = frozenset({502, 503, 504})
"""Statuses with which servers say that they, or those behind them, are out of order."""

ONE_KIND_ONLY = frozenset[Code]({Fault.NO_CREDITS, Fault.BUSY, JobFault.MOUNTSEA_DOWN})
"""Outages that an answer about the balance does not prove to be over."""

FIRST_WAIT = 2.0
"""Seconds before the first new try."""
LONGEST_WAIT = 60.0
"""Seconds that growing waits stop growing at; only Mountsea's own "retry after" may be longer."""


def backoff(attempt: int) -> float:
    """Return seconds to wait before try number `attempt` (from 0).

    Growing, with full jitter above one second.

    Full jitter keeps many computers that lost the same network from all coming back in the same second.
    """
    ceiling = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(attempt, 10))
    return random.uniform(SHORTEST_WAIT, ceiling)  # noqa: S311 - spreads load, keeps no secret


@dataclass(slots=True)
class Request:
    """A request that was let through."""

    generation: int
    is_probe: bool
    skipped: bool = False
    """For the sender to set: nothing was sent, so that nothing was learned."""


class Gate:
    """Lets requests through, or holds all of them back while there is an `outage`."""

    def __init__(self, clock: Clock, listener: Listener, probe: Callable[[], Awaitable[None]]) -> None:
        """`probe` asks Mountsea something that may be asked any number of times; raises `GatewayError`."""
        self._clock = clock
        self._notify = listener
        self._probe = probe
        self._changed = asyncio.Event()
        self._waiting = 0
        self._probing: Request | None = None
        self._attempt = 0
        self._told: Outage | None = None
        self._mountsea = Latch(clock, on_change=self._latch_changed, is_awaited=self._is_awaited)
        self.disk = DiskLatch(clock, on_change=self._latch_changed, is_awaited=self._is_awaited)

    @property
    def outage(self) -> Outage | None:
        """What holds everything up: what only the user can end comes first, and then the disk."""
        mountsea, disk = self._mountsea.outage, self.disk.outage
        user_ends_it = mountsea is not None and mountsea.until is None
        return mountsea if user_ends_it or disk is None else disk

    @property
    def passable(self) -> bool:
        """Whether a request that comes now is let through, be it as a probe."""
        if self.outage is None:
            return True
        return self._mountsea.passable and self.disk.passable and not self._is_probed

    async def wait_until_open(self) -> None:
        """Wait until there is no outage, leaving it to others to go ahead and see."""
        while self.outage is not None:
            await self._changed.wait()

    async def wait(self) -> None:
        """Wait until the gate is open, or until one may go ahead to see whether it is."""
        self._waiting += 1
        try:
            while not self.passable:
                await self._changed.wait()
        finally:
            self._waiting -= 1

    @contextlib.asynccontextmanager
    async def request(self, *, harmless: bool = False) -> AsyncIterator[Request]:
        """Wait until the gate is open, then send one request inside; what it raises is learned from.

        `harmless`: it may be sent any number of times.
        """
        await self.wait()
        while not harmless and self._is_swallowing():
            await self._send_probe()
            await self.wait()
        with self._watching(harmless=harmless) as request:
            yield request

    async def _send_probe(self) -> None:
        outage = self._mountsea.outage
        with contextlib.suppress(GatewayError), self._watching(harmless=True) as request:
            await self._probe()
        if outage is not None and self._is_current(request):  # nothing was learned: no answer came
            self._mountsea.close(outage.problem, outage.remedy, self._patience(None))

    @contextlib.contextmanager
    def _watching(self, *, harmless: bool) -> Iterator[Request]:
        """Learn from what becomes of the request inside, unless things have changed while it was out."""
        request = Request(self._mountsea.generation, is_probe=self.outage is not None)
        if request.is_probe:
            self._probing = request
        try:
            yield request
        except JournalError as error:
            self.disk.record_failure(error)
            raise
        except GatewayError as error:
            if self._is_current(request) and (request.is_probe or not (harmless and _is_down(error))):
                is_about_all = self.record_failure(error)
                if request.is_probe and not is_about_all and error.status is not None:
                    self._mountsea.open()  # Mountsea did not like this one request, but it was there
            raise
        else:
            if request.is_probe and self._is_current(request) and not request.skipped:
                self._mountsea.open()
        finally:
            if self._probing is request:
                self._next_probe()

    def _next_probe(self) -> None:
        self._probing = None
        if self._waiting:
            self._wake()
        else:
            self._mountsea.try_again()
            self.disk.try_again()

    def record_failure(self, error: GatewayError) -> bool:
        """Close the gate if the error concerns everybody; return whether it does."""
        if _is_down(error):
            problem, remedy = Problem(JobFault.MOUNTSEA_DOWN, details=error.details), Remedy.WAIT
        elif error.fault in REMEDIES:
            problem, remedy = Problem.from_error(error), _remedy(error)
        else:
            return False
        wait = self._patience(error.retry_after)
        known = self._mountsea.outage
        is_news = known is None or known.until is not None or (self._is_probed and known.problem != problem)
        if is_news:  # what only the user can end is announced once
            self._mountsea.close(problem, remedy, wait if _passes_by_itself(problem, remedy) else None)
        else:
            self._mountsea.stay_closed()
        return True

    def _patience(self, retry_after: float | None) -> float:
        if self._mountsea.outage is None and self._clock.monotonic() >= self._mountsea.calm_at:
            self._attempt = 0  # waits begin small again
        wait = backoff(self._attempt) if retry_after is None else max(retry_after, SHORTEST_WAIT)
        self._attempt += 1
        return wait

    def record_success(self) -> None:
        """Mountsea answered a question that did not pass the gate: network and token are in order."""
        outage = self._mountsea.outage
        if outage is not None and outage.problem.code not in ONE_KIND_ONLY:
            self._mountsea.open()

    def open(self) -> None:
        """The user says that it is over: everything goes on."""
        self.disk.open()
        self._mountsea.open()

    def probe_now(self) -> None:
        """Let one go ahead: what would be tried later by itself, or another proxy may stand before us now."""
        if self._is_probed:
            return
        mountsea, disk = self._mountsea.outage, self.disk.outage
        if mountsea is not None and (
            mountsea.until is not None or mountsea.remedy is Remedy.SIGN_IN_TO_PROXY
        ):
            self._mountsea.try_now()
        if disk is not None and disk.until is not None:
            self.disk.try_now()

    def stop(self) -> None:
        """The job ends: let nothing happen by itself any more."""
        self._mountsea.cancel_timer()
        self.disk.cancel_timer()

    @property
    def _is_probed(self) -> bool:
        return self._probing is not None and self._is_current(self._probing)

    def _is_current(self, request: Request) -> bool:
        return request.generation == self._mountsea.generation

    def _is_swallowing(self) -> bool:
        outage = self._mountsea.outage
        return outage is not None and outage.problem.code in SWALLOWING

    def _is_awaited(self) -> bool:
        return self._waiting > 0

    def _latch_changed(self) -> None:
        outage = self.outage
        if outage is None:
            self._probing = None  # whoever is out probes nothing any more
        if outage != self._told:
            self._told = outage
            self._notify(OutageChanged(outage))
        self._wake()

    def _wake(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()


def _is_down(error: GatewayError) -> bool:
    return error.fault is Fault.SERVER and error.status in DOWN_STATUSES


def needs_token(problem: Problem) -> bool:
    """Tell whether only a token, or another one, ends it."""
    return isinstance(problem.code, Fault) and REMEDIES.get(problem.code) is Remedy.ENTER_TOKEN


def stops_everything(error: GatewayError) -> bool:
    """Tell whether any request sent now would most likely meet the same, or be lost on its way."""
    on_the_way = {Fault.LOST, Fault.REDIRECTED} | set(REMEDIES) - {Fault.NO_CREDITS}
    return error.fault in on_the_way or _is_down(error)


def _passes_by_itself(problem: Problem, remedy: Remedy) -> bool:
    """Return whether trying again may help and does no harm, as a password does that was refused."""
    if remedy is Remedy.SIGN_IN_TO_PROXY:
        return FactKey.REFUSED not in problem.facts
    return remedy is Remedy.WAIT


def _remedy(error: GatewayError) -> Remedy:
    """Return what ends the outage; nobody can sign in to a proxy that is not known."""
    remedy = REMEDIES[error.fault]
    if remedy is Remedy.SIGN_IN_TO_PROXY and FactKey.PROXY not in error.facts:
        return Remedy.WAIT
    return remedy
