"""What the gateway answers, as the rest of the program sees it.

Sources: Mountsea's public documentation of the custom model steps and of `/suno/v2/status`.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Phase(StrEnum):
    """Where a task stands at Mountsea. An unknown status word counts as `WORKING`."""

    WAITING = "waiting"
    """`queued`, `ready`: in Mountsea's queue ("ready" means ready to be started, not done)."""
    WORKING = "working"
    """`running`, `stream`, `awaiting`, and any word not known."""
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    TIMED_OUT = "timed_out"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A song as Mountsea lists it: one that it made, or one that was uploaded."""

    id: str = ""
    addresses: tuple[str, ...] = ()
    """Where its sound is to be had, the likeliest first; none of those that are known to be decoys."""
    title: str = ""
    duration: float | None = None
    """Seconds, where it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The answer to "how is this task?".

    A report may say `SUCCEEDED` and carry no identifier: that is not yet a success, and the caller decides.
    """

    task_id: str
    phase: Phase
    clip_id: str = ""
    """Set when an uploaded song's identifier was found."""
    model_ref: str = ""
    """Set when an identifier of the form `chirp-custom:<uuid>` was found."""
    fail_reason: str = ""
    """The gateway's own words on a failure, without secrets."""
    fail_code: str = ""
    """The gateway's own code on a failure, as text; it may be a number or a word."""
    clips: tuple[Clip, ...] = ()
    """Every song that the answer lists, wherever in it; of some only the id is known."""
    status: str = ""
    """The status word as it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the account's spending history."""

    id: str
    path: str
    """What was asked for, as the gateway writes it."""
    spent: Decimal
    """Credits taken; negative where some were given back."""
    at: float
    """Unix time by Mountsea's clock, seconds."""
    trace: str = ""
    """What the gateway calls the request, where it says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpendingPage:
    """One page of the spending history."""

    entries: tuple[Entry, ...]
    total: int
    """Entries on all pages."""
    pages: int
