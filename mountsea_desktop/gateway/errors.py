"""The one taxonomy of what can go wrong between this program and Mountsea.

An error says two things apart from each other: what happened (`Fault`), and what is known of the request's
fate (`Fate`). Only the fate decides whether a request that may cost money can ever be repeated.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from mountsea_desktop.runtime.facts import NO_FACTS, Facts

LONGEST_MESSAGE = 500
"""Most characters kept of the gateway's own words for people."""
LONGEST_DETAILS = 2_000
"""Most characters kept of raw text."""


class Fate(StrEnum):
    """What became of a request that got no usable answer."""

    NOT_SENT = "not_sent"
    """It certainly never reached the gateway."""
    REFUSED = "refused"
    """It reached the gateway, which certainly did not act on it."""
    UNCLEAR = "unclear"
    """Nobody on this side can tell."""


class Fault(StrEnum):
    """What happened. The values are kept in the journal: never rename one."""

    NO_TOKEN = "no_token"  # noqa: S105 - a code, not a secret
    """There is no token to send."""
    OFFLINE = "offline"
    """The name of the host could not be resolved, or there is no route to it."""
    UNREACHABLE = "unreachable"
    """Connecting was refused or took too long."""
    PROXY = "proxy"
    """The proxy cannot be used: its address is unusable, or it cannot be reached."""
    PROXY_LOGIN = "proxy_login"
    """The proxy wants a name and a password, or others than it was given (407); fact `proxy`, and fact
    `refused` where it was given some."""
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"
    """The certificate comes from an issuer this computer does not trust; fact `issuer` where known."""
    CERTIFICATE_INVALID = "certificate_invalid"
    """The certificate is out of date or for another host."""
    LOST = "lost"
    """The connection broke, or no answer came in time."""
    SIGN_IN_PAGE = "sign_in_page"
    """A web page came instead of an answer: a hotel's or studio's sign-in page, say."""
    TOKEN_REFUSED = "token_refused"  # noqa: S105 - a code, not a secret
    """401."""
    NO_CREDITS = "no_credits"
    """402, or an answer that says so in words."""
    FORBIDDEN = "forbidden"
    """403."""
    NOT_FOUND = "not_found"
    """404."""
    CONFLICT = "conflict"
    """408 or 409."""
    TOO_LARGE = "too_large"
    """413."""
    INVALID = "invalid"
    """400 or 422: the gateway did not like what was asked; fact `said` holds its words."""
    BUSY = "busy"
    """429; `retry_after` says for how long."""
    SERVER = "server"
    """5xx."""
    REDIRECTED = "redirected"
    """3xx, never followed."""
    NONSENSE = "nonsense"
    """An answer that cannot be understood: not JSON, wrong types, no identifier, endless."""
    REJECTED = "rejected"
    """Any other 4xx."""


@dataclass(eq=False)
class GatewayError(Exception):
    """A request that got no usable answer.

    `details` is raw text for people who ask for it (status line, the gateway's words), already redacted: it
    never holds the token. `retry_after` is in seconds, between 0 and 900, only ever set by an answer.
    `facts` are what the sentences about the fault need besides, none of them secret.
    """

    fault: Fault
    fate: Fate
    said: str = ""
    details: str = ""
    status: int | None = None
    retry_after: float | None = None
    facts: Facts = field(default_factory=lambda: NO_FACTS)

    def __str__(self) -> str:
        return f"{self.fault} ({self.fate}) {self.status or ''} {self.details}".strip()
