"""Mountsea's records of what was spent, and the clock they are kept by."""

import contextlib

from mountsea_desktop.gateway.errors import GatewayError
from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.workflow.charges import CLOCKS_APART, Evidence, Range
from mountsea_desktop.workflow.polling import Poller

MOST_PAGES = 20
"""Pages of records that are read at most."""


class SpendingRecords:
    """Asks past the gate: another host, another's trouble."""

    def __init__(self, poller: Poller) -> None:
        self._poller = poller

    async def evidence(self, span: Range) -> Evidence | None:
        """What records and balance tell now; None where neither could be had."""
        balance, entries, complete = None, None, False
        with contextlib.suppress(GatewayError):
            balance = await self._poller.gateway.credits()
        with contextlib.suppress(GatewayError):
            entries, complete = await self.entries(span)
        if balance is None and entries is None:
            return None
        return Evidence(
            now=self.now(),
            clocks_agree=self.clocks_agree(),
            balance=balance,
            entries=entries,
            complete=complete,
        )

    async def entries(self, span: Range) -> tuple[list[Entry], bool]:
        """The records of that time, oldest first, and whether none is missing. Raises `GatewayError`."""
        found: dict[object, Entry] = {}
        page = pages = 1
        total = 0
        while page <= min(pages, MOST_PAGES):
            answer = await self._poller.gateway.spending(span.start, span.end, page)
            # New ones may push others to the next page meanwhile, where they come once more.
            found.update({entry.id or (page, number): entry for number, entry in enumerate(answer.entries)})
            pages, total, page = answer.pages, answer.total, page + 1
        return sorted(found.values(), key=lambda entry: entry.at), len(found) >= total

    def clocks_agree(self) -> bool:
        """Whether Mountsea's clock is known, and ours says the same."""
        ahead = self._poller.gateway.clock_ahead
        return ahead is not None and abs(ahead) <= CLOCKS_APART

    def now(self) -> float:
        """Mountsea's clock, or ours where that is not known."""
        return self._poller.clock.now() + (self._poller.gateway.clock_ahead or 0.0)
