"""From an exception of the http library to a `GatewayError`: what happened, and whether anything was sent."""

import errno
import socket
import ssl

import httpx

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.network.proxy import asks_for_login
from mountsea_desktop.runtime.causes import causes

# Not before, not after, another name: in the words of OpenSSL, of Windows, of macOS.
_OUT_OF_DATE_OR_ELSEWHERE = frozenset(
    {9, 10, 62, 63, 64, 0x800B0101, 0x800B010F, -67818, -67819, -67602},
)
_NO_ROUTE = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN})
_NO_ROUTE_ON_WINDOWS = frozenset({1231, 1232})
"""No network, no host, as its loop is told; Python has no errno of its own for them."""


def error_from_exception(error: Exception, *, sent: bool, proxied: bool) -> GatewayError:
    """Return what an exception means for the request it ended.

    `sent`: whether a byte of the request may have left for the gateway. `proxied`: whether it went through a
    proxy, whose failures look like the gateway's otherwise. The details are the library's words and hold no
    header; redacting them is the caller's business all the same.
    """
    fault = _fault(error, sent=sent, proxied=proxied)
    never_sent = isinstance(
        error, httpx.ConnectError | httpx.ConnectTimeout | httpx.PoolTimeout | httpx.ProxyError
    )
    fate = Fate.NOT_SENT if never_sent or not sent else Fate.UNCLEAR
    return GatewayError(fault, fate, details=_words(error))


def _fault(error: Exception, *, sent: bool, proxied: bool) -> Fault:
    if isinstance(error, httpx.ProxyError):
        return _proxy_fault(str(error))
    if isinstance(error, httpx.ConnectTimeout | httpx.PoolTimeout):
        return Fault.UNREACHABLE
    if isinstance(error, httpx.ConnectError):
        return _connect_fault(error, proxied=proxied)
    if not sent:
        # The proxy was reached, and went silent or broke off before the way through was open.
        return Fault.PROXY if proxied and not isinstance(error, TimeoutError) else Fault.UNREACHABLE
    if isinstance(error, httpx.RemoteProtocolError) and not _broke_off(error):
        return Fault.NONSENSE
    return Fault.LOST


def _proxy_fault(words: str) -> Fault:
    if asks_for_login(words):
        return Fault.PROXY_LOGIN
    # The proxy works, but cannot get through to the gateway.
    beyond = words.startswith(("502", "503", "504")) or "could not connect" in words
    return Fault.UNREACHABLE if beyond else Fault.PROXY


def _connect_fault(error: httpx.ConnectError, *, proxied: bool) -> Fault:
    for cause in causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            known = cause.verify_code in _OUT_OF_DATE_OR_ELSEWHERE
            return Fault.CERTIFICATE_INVALID if known else Fault.CERTIFICATE_UNTRUSTED
    if proxied:
        return Fault.PROXY
    for cause in causes(error):
        if isinstance(cause, socket.gaierror) or (isinstance(cause, OSError) and _has_no_route(cause)):
            return Fault.OFFLINE
    return Fault.UNREACHABLE


def _has_no_route(error: OSError) -> bool:
    return error.errno in _NO_ROUTE or getattr(error, "winerror", None) in _NO_ROUTE_ON_WINDOWS


def _broke_off(error: httpx.RemoteProtocolError) -> bool:
    words = str(error).lower()
    return "disconnected" in words or "closed connection" in words


def _words(error: Exception) -> str:
    words = str(error)
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
