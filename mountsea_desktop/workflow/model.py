"""A model: the songs it is to be trained on, and what became of the attempt to create it."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.song import Song, SongState
from mountsea_desktop.workflow.song_counts import SongCounts

SONGS_NEEDED = 6
"""Fewest uploaded songs a model can be created from (documented)."""
PRICE = 100
"""Credits that creating a model costs (documented)."""


class ModelState(StrEnum):
    """Where a model stands, as people are told."""

    DRAFT = "draft"
    UPLOADING = "uploading"
    CAN_BE_CREATED = "can_be_created"
    CONFIRMING = "confirming"
    SENDING = "sending"
    TRAINING = "training"
    READY = "ready"
    FAILED = "failed"
    UNCLEAR = "unclear"


OPEN = frozenset({ModelState.DRAFT, ModelState.UPLOADING, ModelState.CAN_BE_CREATED, ModelState.FAILED})
"""States in which songs may still be added, uploaded and chosen."""


class ModelClosedError(Exception):
    """The model takes no more songs: it is being created, was created, or may have been."""


class Outcome(StrEnum):
    """What became of one attempt to create a model. The values are kept in the journal: never rename one."""

    SENDING = "sending"
    """The intent is on disk; the request may be on its way."""
    TRAINING = "training"
    """Mountsea took it and gave a receipt."""
    READY = "ready"
    FAILED = "failed"
    """Certainly refused or never sent, or training failed."""
    UNCLEAR = "unclear"
    """Nobody on this side can tell whether it was taken."""
    ABANDONED = "abandoned"
    """It was unclear, and the user chose to send again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateAttempt:
    """One confirmed attempt to create a model: the intent to spend, and its result."""

    id: str
    model_id: str
    confirmed_at: float
    """Unix time, seconds; by Mountsea's clock where it was known, since its records are compared with it."""
    outcome: Outcome
    since: float
    """When the outcome was entered; Unix time, seconds."""
    name: str
    clip_ids: tuple[str, ...]
    credits_before: Decimal | None = None
    """The balance before sending, where it was known."""
    clocks_agreed: bool = False
    """Whether Mountsea's clock was known when it was made, and ours said the same."""
    task_id: str = ""
    problem: Problem | None = None
    after_another: bool = False
    """Whether there was an attempt before it: both have the session's id for a receipt, so that what
    Mountsea says at first may be how the earlier one ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model to be. Like a song, never changed in place."""

    id: str
    name: str
    created_at: float
    """Unix time, seconds."""
    session_id: str = ""
    """What binds all steps together at Mountsea; empty until the first upload."""
    model_ref: str = ""
    """The model's identifier, `chirp-custom:<uuid>`, once it is trained."""
    finished_at: float | None = None
    attempt: CreateAttempt | None = None
    """The latest one."""
    problem: Problem | None = None
    """Why uploading could not go on for the model as a whole."""
    archived: bool = False
    has_strays: bool = False
    """Whether a song that may be in the session was removed here or sent again: then nobody can tell any more
    whose a clip is that no song has."""


def is_past(attempt: CreateAttempt, counts: SongCounts) -> bool:
    """Return whether an attempt came to nothing with other uploads: the model has started over since."""
    clips = attempt.clip_ids
    return attempt.outcome is Outcome.FAILED and bool(clips) and not any(map(counts.has_clip, clips))


def state_of(model: Model, counts: SongCounts) -> ModelState:
    """Return where the model stands; derived, so that it can never disagree with its songs and its attempt.

    `CONFIRMING` is not among the results: it lasts only as long as the question is open.
    """
    if model.attempt is not None:
        match model.attempt.outcome:
            case Outcome.SENDING:
                return ModelState.SENDING
            case Outcome.TRAINING:
                return ModelState.TRAINING
            case Outcome.READY:
                return ModelState.READY
            case Outcome.UNCLEAR:
                return ModelState.UNCLEAR
            case Outcome.FAILED if not is_past(model.attempt, counts):
                return ModelState.FAILED
            case _:
                pass
    if counts.trainable >= SONGS_NEEDED:
        return ModelState.CAN_BE_CREATED
    if counts.under_way:
        return ModelState.UPLOADING
    return ModelState.DRAFT


def trainable(songs: Iterable[Song]) -> list[Song]:
    """Return the songs that would be trained on: uploaded and chosen, in the musician's order.

    Of those that Mountsea takes for the same, and gave one identifier, only the first.
    """
    able = (song for song in songs if song.state is SongState.UPLOADED and song.chosen)
    different: dict[str, Song] = {}
    for song in sorted(able, key=lambda song: song.position):
        different.setdefault(song.clip_id or song.id, song)
    return list(different.values())


def trained_on(model: Model) -> frozenset[str] | None:
    """Return Mountsea's identifiers of the songs that a finished model learned from; None before."""
    if model.attempt is None or model.attempt.outcome is not Outcome.READY or not model.attempt.clip_ids:
        return None
    return frozenset(model.attempt.clip_ids)
