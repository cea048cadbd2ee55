"""Names for the facts that go with a code, wherever in the program it is found, kept and put into words."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class FactKey(StrEnum):
    """What a fact tells. The values are kept in the journal: never rename one."""

    SAID = "said"
    """Mountsea's own words."""
    ISSUER = "issuer"
    """Who issued a certificate that is not trusted."""
    CLOCK = "clock"
    """What time a server has, in ISO form, where this computer's clock is far from it."""
    PROXY = "proxy"
    """Host and port of a proxy that wants a login."""
    REFUSED = "refused"
    """There if the proxy was given a login."""
    SITE = "site"
    """The name of a site as people know it."""
    HOST = "host"
    """The host a link leads to."""
    STATUS = "status"
    """The status a link was answered with."""
    WHY = "why"
    """Why there was no answer that tells anything: an `UnreachableReason`."""
    AT = "at"
    """When a signed link stopped working, or something was charged, in seconds of Unix time."""
    ADD = "add"
    """What has to be added to a link to make it lead to the file."""
    CERTAIN = "certain"
    """There if a link cannot work whatever Mountsea tries."""
    OTHER = "other"
    """The title of another song."""
    TASK = "task"
    """Mountsea's receipt."""
    BEFORE = "before"
    """The balance before an attempt to create a model."""
    AFTER = "after"
    """The balance after it."""
    CHARGE = "charge"
    """What is known of what it cost: the code of a `JobFault`."""
    AMOUNT = "amount"
    """Credits that were charged for it."""
    REFUNDED = "refunded"
    """Credits of those that were given back."""
    REFUNDED_AT = "refunded_at"
    """When, in seconds of Unix time."""
    RECORDS = "records"
    """There if Mountsea's records show it."""
    REASON = "reason"
    """Why a training failed: the code of a `FailReason` or a `JobFault`."""


Facts = Mapping[FactKey, str]
NO_FACTS: Facts = MappingProxyType({})


def facts_of(**facts: str) -> Facts:
    """Return facts given by the names of their keys. Raises `ValueError` for a name that is no key's."""
    return MappingProxyType({FactKey(name): fact for name, fact in facts.items()})
