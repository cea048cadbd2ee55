"""Who issued a certificate that this computer does not trust: a studio's proxy, usually, and worth naming."""

import asyncio
import ssl
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

import httpx

from mountsea_desktop.network.bounded_stream import HEADERS_ONLY, BoundedTransport, TooMuchError
from mountsea_desktop.network.pending_connection import PendingConnection
from mountsea_desktop.runtime.text import tidy

T = TypeVar("T")

_PATIENCE = 4.0
_LONGEST = 100


class _SeenError(Exception):
    """Ends the connection once its certificate was seen, before any request is written to it."""


async def issuer_of(address: str, proxy: str) -> str:
    """Return the issuer's name, or an empty text.

    Takes some seconds at most and sends no request, hence no token.

    Two handshakes: the first takes whatever certificate comes; the second trusts that very one, because only
    a certificate that was verified is shown decoded.
    """
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE):
            return await _issuer_of(address, proxy)
    return ""


async def _issuer_of(address: str, proxy: str) -> str:
    anything = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anything.check_hostname = False
    anything.verify_mode = ssl.CERT_NONE
    der = await _handshake(address, proxy, anything, lambda seen: seen.getpeercert(binary_form=True))
    if not der:
        return ""
    only_that = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    only_that.check_hostname = False
    only_that.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    only_that.load_verify_locations(cadata=der)
    certificate = await _handshake(address, proxy, only_that, lambda seen: seen.getpeercert())
    return _name(certificate) if certificate else ""


async def _handshake(
    address: str, proxy: str, context: ssl.SSLContext, look: Callable[[ssl.SSLObject], T | None]
) -> T | None:
    found: T | None = None
    pending = PendingConnection()

    async def watch(event: str, info: Mapping[str, Any]) -> None:
        nonlocal found
        await pending.watch(event, info)
        if event.endswith("start_tls.complete"):
            found = look(info["return_value"].get_extra_info("ssl_object"))
            raise _SeenError

    request = httpx.Request("HEAD", address, extensions={"trace": watch})
    # Whatever goes wrong here, the failure that led here is the one to tell of.
    with suppress(_SeenError, TooMuchError, httpx.HTTPError, OSError):
        async with BoundedTransport(HEADERS_ONLY, context, proxy=proxy or None) as transport:
            try:
                await transport.handle_async_request(request)
            finally:
                await pending.close()
    return found


def _name(certificate: Mapping[str, Any]) -> str:
    fields = {key: value for part in certificate.get("issuer", ()) for key, value in part}
    return tidy(str(fields.get("organizationName") or fields.get("commonName") or ""), _LONGEST)
