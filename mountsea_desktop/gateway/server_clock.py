"""How far this computer's clock is from a server's: a wrong one makes good certificates look out of date."""

import asyncio
import ssl
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from mountsea_desktop.network.bounded_stream import HEADERS_ONLY, BoundedTransport, TooMuchError
from mountsea_desktop.network.pending_connection import PendingConnection

TOLERANCE = timedelta(minutes=10)
"""From here on a clock is wrong, and no longer just a little off: signed links fail then, too."""

_PATIENCE = 4.0


async def server_date(address: str, proxy: str) -> datetime | None:
    """Return what time a server has, by the `Date` of its answer; None where it does not say. Takes seconds.

    Whatever certificate it shows is taken, since that may be what the clock makes look wrong. So nothing is
    told to it: neither the token nor a path goes along.
    """
    broken = (TooMuchError, httpx.HTTPError, httpx.InvalidURL, OSError)
    nonsense = (ValueError, TypeError, OverflowError)
    with suppress(TimeoutError, *broken, *nonsense):
        async with asyncio.timeout(_PATIENCE):
            return await _ask(address, proxy)
    return None


def is_wrong(date: datetime | None, now: datetime | None = None) -> bool:
    """Return whether this computer's clock differs too much from a server's."""
    return date is not None and abs((now or datetime.now(UTC)) - date) > TOLERANCE


async def _ask(address: str, proxy: str) -> datetime | None:
    anything = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anything.check_hostname = False
    anything.verify_mode = ssl.CERT_NONE
    pending = PendingConnection()
    request = httpx.Request("HEAD", address, extensions={"trace": pending.watch})
    async with BoundedTransport(HEADERS_ONLY, anything, proxy=proxy or None) as transport:
        try:
            response = await transport.handle_async_request(request)
            await response.aclose()
        finally:
            await pending.close()
    date = parsedate_to_datetime(response.headers.get("date", ""))
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)
