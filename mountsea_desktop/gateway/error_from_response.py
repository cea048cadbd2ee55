"""From an answer that is no success to a `GatewayError`: what happened, and whether it was acted on.

The rule for the fate: a request counts as refused only where the answer certainly says so. Everything a
server, or something in between, can say after having accepted a request counts as unclear.
"""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from mountsea_desktop.gateway.decode import Fields, NonsenseError, fields_of
from mountsea_desktop.gateway.errors import LONGEST_DETAILS, LONGEST_MESSAGE, Fate, Fault, GatewayError
from mountsea_desktop.runtime.text import LOOKED_AT, excerpt

LONGEST_WAIT = 900.0
"""Seconds: longer waits asked for by the gateway are cut to this."""

_KNOWN: Mapping[int, tuple[Fault, Fate]] = {
    400: (Fault.INVALID, Fate.REFUSED),
    401: (Fault.TOKEN_REFUSED, Fate.REFUSED),
    402: (Fault.NO_CREDITS, Fate.REFUSED),
    403: (Fault.FORBIDDEN, Fate.REFUSED),
    404: (Fault.NOT_FOUND, Fate.REFUSED),
    407: (Fault.PROXY_LOGIN, Fate.REFUSED),
    408: (Fault.CONFLICT, Fate.UNCLEAR),
    409: (Fault.CONFLICT, Fate.UNCLEAR),
    413: (Fault.TOO_LARGE, Fate.REFUSED),
    422: (Fault.INVALID, Fate.REFUSED),
    429: (Fault.BUSY, Fate.REFUSED),
    511: (Fault.SIGN_IN_PAGE, Fate.UNCLEAR),
}
# Refused before anybody acted, by what the standard says of them; other 4xx may come from in between.
_CERTAINLY_REFUSED = frozenset({405, 406, 410, 411, 412, 414, 415, 416, 417, 421, 426, 428, 431, 451})

_CREDITS = re.compile(
    r"(insufficient|not[\s_-]*enough|out of|no more|no remaining|exhausted)[\s_-]*+"
    r"(available\s|account\s|api\s)?\s*(credit|point|balance|fund)s?(?![a-z])"
    r"|\bno (credit|point)s? (left|remaining|available)"
    r"|\b(credit|point|balance|fund)s?[\s_-]*((is|are|was|were|has been|have been)\s+)?"
    r"(exhausted|insufficient|depleted|used up|not[\s_-]*enough|too low)"
    r"|(积分|積分|余额|餘額|额度|額度|点数|點數)\s*(不足|不够|不夠|已?用完|已?耗尽|已?耗盡|已?用尽|已?用盡)"
    r"|(没有|沒有|缺少)(足够的?|足夠的?)?(积分|積分|余额|餘額|点数|點數)",
    re.IGNORECASE,
)
_IDENTIFIER = re.compile(r"^id$|I[dD]$|_id$")
_READ = 4 * (LOOKED_AT + 1)
"""Bytes of a body that hold more characters than are looked at."""
# The only statuses that, within a 2xx answer, certainly say that nobody acted.
_CERTAIN_WITHIN = frozenset({400, 401, 402, 403, 422})


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back, whatever it is; `body` may be cut short. `hide` takes secrets out of a text."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    hide: Callable[[str], str]

    @property
    def details(self) -> str:
        """What people see under "Details": the status and the beginning of the body, without secrets."""
        try:
            phrase = HTTPStatus(self.status).phrase
        except ValueError:
            phrase = ""
        text = excerpt(self.body[:_READ].decode(errors="replace"), LONGEST_DETAILS, self.hide, lines=True)
        return f"HTTP {self.status} {phrase}\n{text}".strip()

    @property
    def is_page(self) -> bool:
        """Whether it is a web page, where an answer was due."""
        if "html" in self.headers.get("content-type", "").lower():
            return True
        start = self.body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
        return start.startswith((b"<!doctype html", b"<html", b"<head"))

    def error(self, fault: Fault, fate: Fate, *, said: str = "") -> GatewayError:
        """Return an error that carries what this reply says."""
        wait = retry_after(self.headers.get("retry-after"), datetime.now(UTC))
        return GatewayError(
            fault,
            fate,
            said=excerpt(said, LONGEST_MESSAGE, self.hide, lines=True),
            details=self.details,
            status=self.status,
            retry_after=wait,
        )


def error_from_response(reply: Reply) -> GatewayError:
    """Return the error that an answer with a status other than 2xx stands for."""
    try:
        said = words_of(fields_of(reply.body))
    except NonsenseError:
        said = ""
    fault, fate = _meaning(reply.status, said)
    return reply.error(fault, fate, said=said)


def error_within_success(reply: Reply, answer: Fields) -> GatewayError | None:
    """Return the error that a 2xx answer speaks of in its body, or `None` if it speaks of none.

    Only asked when what was wanted is not in the answer. The status says that it went well and the body that
    it did not: so it counts as refused only in the few forms that leave no doubt, and as unclear in all
    others. A duplicate is refused because the first was accepted, and a good many messages just warn.
    """
    said = words_of(answer)
    inner = _inner_status(answer)
    flagged = bool(answer.get("error") or answer.get("errorMessage")) or answer.get("success") is False
    if not flagged and not _failing_code(answer):
        return None
    if answer.get("success") is True or _names_something(answer):
        return reply.error(Fault.SERVER, Fate.UNCLEAR, said=said)
    if _are_credits_exhausted(said):
        return reply.error(Fault.NO_CREDITS, Fate.REFUSED, said=said)
    if inner is None or not flagged:
        return reply.error(Fault.SERVER, Fate.UNCLEAR, said=said)
    fault, fate = _meaning(inner, said)
    return reply.error(fault, fate if inner in _CERTAIN_WITHIN else Fate.UNCLEAR, said=said)


def words_of(answer: Fields) -> str:
    """Return what the gateway says about its refusal, as one text; a list of messages becomes lines."""
    for key in ("message", "errorMessage", "error", "msg", "detail"):
        if text := _text_of(answer.get(key)):
            return text
    return ""


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return seconds to wait as a `Retry-After` header says (number or date), 0 to 900.

    `None` if unreadable.
    """
    if value is None:
        return None
    try:
        seconds = float(value)
    except ValueError:
        try:
            moment = parsedate_to_datetime(value)
        except (ValueError, OverflowError):
            return None
        seconds = ((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now).total_seconds()
    return None if math.isnan(seconds) else min(max(seconds, 0.0), LONGEST_WAIT)


def _meaning(status: int, said: str) -> tuple[Fault, Fate]:
    if status in _KNOWN:
        fault, fate = _KNOWN[status]
    elif 300 <= status < 400:
        fault, fate = Fault.REDIRECTED, Fate.UNCLEAR
    elif 400 <= status < 500:
        fate = Fate.REFUSED if status in _CERTAINLY_REFUSED else Fate.UNCLEAR
        fault = Fault.REJECTED
    elif 500 <= status < 600:
        fault, fate = Fault.SERVER, Fate.UNCLEAR
    else:
        fault, fate = Fault.NONSENSE, Fate.UNCLEAR
    if fate is Fate.REFUSED and fault is not Fault.TOKEN_REFUSED and _are_credits_exhausted(said):
        fault = Fault.NO_CREDITS
    return fault, fate


def _are_credits_exhausted(said: str) -> bool:
    return _CREDITS.search(said[:LOOKED_AT]) is not None


def _inner_status(answer: Fields) -> int | None:
    """Return a failing HTTP status that the body gives, as proxies of gateways do that always answer 200."""
    for key in ("statusCode", "status", "code"):
        value = answer.get(key)
        if isinstance(value, int) and 400 <= value < 600:
            return value
    return None


def _failing_code(answer: Fields) -> bool:
    """Tell whether a code of the gateway's own means failure; 0 and 2xx usually mean success."""
    codes = (answer.get(key) for key in ("statusCode", "status", "code"))
    return any(type(code) is int and code != 0 and not 200 <= code < 300 for code in codes)


def _names_something(answer: Fields) -> bool:
    """Return whether any identifier is in the answer: something exists then, whatever else is said."""
    return any(
        _names_something(value) if isinstance(value, dict) else value and _IDENTIFIER.search(key)
        for key, value in answer.items()
    )


def _text_of(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n".join(filter(None, map(_text_of, value)))
    if isinstance(value, dict):
        return words_of(value)
    return ""
