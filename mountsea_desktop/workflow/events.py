"""What the job's listener is notified of: changes once they are on disk, or the disk refuses them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import Model
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song


@dataclass(frozen=True, slots=True)
class SongSaved:
    """A song is new, or is now as given."""

    song: Song


@dataclass(frozen=True, slots=True)
class SongRemoved:
    """A song was removed from its model."""

    song: Song


@dataclass(frozen=True, slots=True)
class ModelSaved:
    """A model is new, or is now as given (its attempt included)."""

    model: Model


@dataclass(frozen=True, slots=True)
class FileProgress:
    """So much of a song's file was sent to the storage; told a few times a second, and kept nowhere."""

    song: Song
    sent: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class GenerationSaved:
    """An order for songs is new, or is now as given."""

    generation: Generation


@dataclass(frozen=True, slots=True)
class SongsFound:
    """Songs whose upload was unclear have arrived at Mountsea; each was saved before."""

    model_id: str
    count: int


class Remedy(StrEnum):
    """What ends an outage: the one action its banner offers."""

    ENTER_TOKEN = "enter_token"  # noqa: S105 - a code, not a secret
    SIGN_IN_TO_PROXY = "sign_in_to_proxy"
    """With a password that was refused nothing is tried by itself: proxies lock out who does so too often."""
    ADD_CREDITS = "add_credits"
    WAIT = "wait"
    """It is tried again by itself at a known time; the user may have it tried at once."""


@dataclass(frozen=True, slots=True)
class Outage:
    """Something that stops everything, shown once instead of in every row."""

    problem: Problem
    remedy: Remedy
    until: float | None = None
    """When it is tried again by itself, on the clock's monotonic time; None when only the user can end it."""


@dataclass(frozen=True, slots=True)
class OutageChanged:
    """Everything pauses for this reason, or goes on (None)."""

    outage: Outage | None


Event = SongSaved | SongRemoved | ModelSaved | GenerationSaved | FileProgress | SongsFound | OutageChanged
Listener = Callable[[Event], None]
