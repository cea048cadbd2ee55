"""Songs made with a finished model: one order for them, and what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mountsea_desktop.workflow.naming import one_line
from mountsea_desktop.workflow.problem import Problem

LONGEST_DESCRIPTION = 500
"""Characters of a description; Mountsea names no limit, and Suno's own page takes as many."""
LONGEST_TITLE = 80
"""Characters of a title, as on Suno's own page."""


class DescriptionFault(StrEnum):
    """Why a description cannot be sent."""

    EMPTY = "empty"
    TOO_LONG = "too_long"


class DescriptionError(Exception):
    """A description, or a title, that cannot be sent."""

    def __init__(self, fault: DescriptionFault) -> None:
        super().__init__(fault)
        self.fault = fault


class GenerationState(StrEnum):
    """Where an order for songs stands. The values are kept in the journal: never rename one."""

    SENDING = "sending"
    """The intent is on disk; the request may be on its way."""
    WORKING = "working"
    """Mountsea took it and gave a receipt."""
    READY = "ready"
    FAILED = "failed"
    """Certainly refused or never sent, or Mountsea made no song."""
    UNCLEAR = "unclear"
    """Nobody on this side can tell whether it was taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSong:
    """One song that Mountsea made."""

    clip_id: str = ""
    addresses: tuple[str, ...] = ()
    """Where its sound is to be had, until Mountsea deletes it."""
    title: str = ""
    duration: float | None = None
    """Seconds, as Mountsea says."""
    file: str = ""
    """The name of its file among those that are kept; empty while there never was one."""
    lost: bool = False
    """Whether that file was not there when it was looked for; its name is kept until there is a new one."""
    problem: Problem | None = None
    """Why there is no file."""

    @property
    def present_file(self) -> str:
        """The name of its file; empty while there is none, or none any more."""
        return "" if self.lost else self.file


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """One confirmed order for songs: the intent to spend, and its result. Never changed in place."""

    id: str
    model_id: str
    confirmed_at: float
    """Unix time, seconds; by Mountsea's clock where it was known, since its records are compared with it."""
    state: GenerationState
    since: float
    """When the state was entered; Unix time, seconds."""
    description: str
    title: str = ""
    instrumental: bool = False
    credits_before: Decimal | None = None
    """The balance before sending, where it was known."""
    clocks_agreed: bool = False
    """Whether Mountsea's clock was known when it was sent, and ours said the same."""
    task_id: str = ""
    songs: tuple[MadeSong, ...] = ()
    """Those that were made and not deleted."""
    problem: Problem | None = None
    hidden: bool = False
    """Whether the user wants to see no more of it; what it cost stays known."""


def clean_description(text: str, title: str = "") -> tuple[str, str]:
    """Both in one line each, as they are sent. Raises `DescriptionError`."""
    cleaned, name = one_line(text), one_line(title)
    if not cleaned:
        raise DescriptionError(DescriptionFault.EMPTY)
    if len(cleaned) > LONGEST_DESCRIPTION or len(name) > LONGEST_TITLE:
        raise DescriptionError(DescriptionFault.TOO_LONG)
    return cleaned, name


def visible(generations: Iterable[Generation]) -> list[Generation]:
    """Those that there is something to see of, oldest first."""
    shown = (
        it for it in generations if not it.hidden and (it.songs or it.state is not GenerationState.READY)
    )
    return sorted(shown, key=lambda it: it.confirmed_at)
