import errno
import socket
import ssl

import httpx
import pytest

from mountsea_desktop.gateway.error_from_exception import error_from_exception
from mountsea_desktop.gateway.errors import Fate, Fault


def connect_error(cause: BaseException) -> httpx.ConnectError:
    error = httpx.ConnectError("it failed")
    error.__cause__ = cause
    return error


def certificate_error(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code = code
    return error


def windows_error(number: int) -> OSError:
    error = OSError(errno.EINVAL, "The network location cannot be reached")
    error.winerror = number  # type: ignore[attr-defined]  # as Windows sets it
    return error


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (connect_error(socket.gaierror(-2, "unknown")), Fault.OFFLINE),
        (connect_error(OSError(errno.ENETUNREACH, "no route")), Fault.OFFLINE),
        (connect_error(ExceptionGroup("", [OSError(errno.EHOSTUNREACH, "")])), Fault.OFFLINE),
        (connect_error(windows_error(1231)), Fault.OFFLINE),
        (connect_error(windows_error(1232)), Fault.OFFLINE),
        (connect_error(windows_error(1225)), Fault.UNREACHABLE),
        (connect_error(ConnectionRefusedError()), Fault.UNREACHABLE),
        (connect_error(ssl.SSLError("wrong version number")), Fault.UNREACHABLE),
        (connect_error(certificate_error(10)), Fault.CERTIFICATE_INVALID),
        (connect_error(certificate_error(62)), Fault.CERTIFICATE_INVALID),
        (connect_error(certificate_error(0x800B010F)), Fault.CERTIFICATE_INVALID),
        (connect_error(certificate_error(-67818)), Fault.CERTIFICATE_INVALID),
        (connect_error(certificate_error(19)), Fault.CERTIFICATE_UNTRUSTED),
        (connect_error(certificate_error(20)), Fault.CERTIFICATE_UNTRUSTED),
        (httpx.ConnectTimeout(""), Fault.UNREACHABLE),
        (httpx.PoolTimeout(""), Fault.UNREACHABLE),
    ],
)
def test_what_ends_before_anything_is_sent(error: Exception, fault: Fault) -> None:
    # Whatever the caller believes of the sending, these say for certain that there was none.
    for sent in (False, True):
        failure = error_from_exception(error, sent=sent, proxied=False)
        assert (failure.fault, failure.fate) == (fault, Fate.NOT_SENT)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (connect_error(ConnectionRefusedError()), Fault.PROXY),
        (connect_error(socket.gaierror(-2, "unknown")), Fault.PROXY),
        (connect_error(certificate_error(19)), Fault.CERTIFICATE_UNTRUSTED),
        (httpx.ProxyError("407 Proxy Authentication Required"), Fault.PROXY_LOGIN),
        (httpx.ProxyError("Invalid username/password"), Fault.PROXY_LOGIN),
        (httpx.ProxyError("Requested NO AUTHENTICATION from proxy server, but got ..."), Fault.PROXY_LOGIN),
        (httpx.ProxyError("403 Forbidden"), Fault.PROXY),
        (httpx.ProxyError("502 Bad Gateway"), Fault.UNREACHABLE),
        (httpx.ProxyError("Proxy Server could not connect: Host unreachable."), Fault.UNREACHABLE),
        (httpx.ReadTimeout(""), Fault.PROXY),
        (httpx.RemoteProtocolError("illegal status line"), Fault.PROXY),
        (TimeoutError(), Fault.UNREACHABLE),
    ],
)
def test_fault_06_what_a_proxy_does(error: Exception, fault: Fault) -> None:
    failure = error_from_exception(error, sent=False, proxied=True)
    assert (failure.fault, failure.fate) == (fault, Fate.NOT_SENT)


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (httpx.ReadTimeout(""), Fault.LOST),
        (httpx.WriteTimeout(""), Fault.LOST),
        (httpx.ReadError(""), Fault.LOST),
        (httpx.WriteError(""), Fault.LOST),
        (TimeoutError(), Fault.LOST),
        (RuntimeError("a bug below"), Fault.LOST),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), Fault.LOST),
        (httpx.RemoteProtocolError("peer closed connection without sending complete body"), Fault.LOST),
        (httpx.RemoteProtocolError("illegal status line: 'SSH'"), Fault.NONSENSE),
    ],
)
def test_what_ends_after_something_was_sent_is_unclear(error: Exception, fault: Fault) -> None:
    failure = error_from_exception(error, sent=True, proxied=False)
    assert (failure.fault, failure.fate) == (fault, Fate.UNCLEAR)


def test_details_are_the_librarys_words() -> None:
    assert (
        error_from_exception(httpx.ReadError("reset"), sent=True, proxied=False).details == "ReadError: reset"
    )
    assert error_from_exception(httpx.ReadError(""), sent=True, proxied=False).details == "ReadError"


def test_causes_in_a_circle_end() -> None:
    error = connect_error(OSError())
    assert error.__cause__ is not None
    error.__cause__.__cause__ = error
    assert error_from_exception(error, sent=False, proxied=False).fault is Fault.UNREACHABLE
