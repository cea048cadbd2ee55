"""What a model needs next, in words: also the reason beside a disabled "Create model"."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.reasons import Reason
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.model import SONGS_NEEDED, Model, ModelState, trainable
from mountsea_desktop.workflow.problem import Hitch
from mountsea_desktop.workflow.song import UNDER_WAY, Song, SongState

DEAD = frozenset({Hitch.SESSION_GONE, Reason.ACCOUNT_BLOCKED, Fault.NOT_FOUND})
"""Codes after which Mountsea will take nothing more for this model."""


class Step(Enum):
    """The one obvious next action."""

    ADD = auto()
    UPLOAD = auto()
    MEND = auto()
    WAIT = auto()
    CHOOSE = auto()
    CREATE = auto()
    DONE = auto()


@dataclass(frozen=True, slots=True)
class NextStep:
    """What to do next, and the sentence that says so."""

    step: Step
    text: str


def uploadable(songs: Sequence[Song]) -> list[Song]:
    """The songs that "Upload" is for: ready, or found to be so while it goes on."""
    waiting = {SongState.DRAFT, SongState.CHECKING, SongState.READY}
    return [song for song in songs if song.state in waiting]


def next_step(state: ModelState, songs: Sequence[Song]) -> NextStep:
    """The next step of a model in this state with these songs."""
    match state:
        case ModelState.SENDING | ModelState.CONFIRMING:
            return NextStep(Step.WAIT, words.models.sending())
        case ModelState.TRAINING | ModelState.READY | ModelState.UNCLEAR:
            return NextStep(Step.DONE, "")
    chosen = len(trainable(songs))
    if chosen >= SONGS_NEEDED:
        return NextStep(Step.CREATE, words.models.can_be_created(chosen))
    uploaded = sum(song.state is SongState.UPLOADED for song in songs)
    if uploaded >= SONGS_NEEDED:
        return NextStep(Step.CHOOSE, words.models.needs_choosing(SONGS_NEEDED - chosen))
    return _collecting(songs, uploaded)


def _collecting(songs: Sequence[Song], uploaded: int) -> NextStep:
    on_their_way = sum(song.state in UNDER_WAY for song in songs)
    stuck = sum(song.state in {SongState.FAILED, SongState.UNCLEAR} for song in songs)
    to_mend = sum(song.state is SongState.NEEDS_ATTENTION for song in songs)
    hopeful = uploaded + on_their_way + len(uploadable(songs))
    if not songs:
        return NextStep(Step.ADD, words.models.needs_first_links())
    if hopeful < SONGS_NEEDED:
        if stuck or to_mend:
            return NextStep(Step.MEND, words.models.needs_mending(stuck + to_mend))
        return NextStep(Step.ADD, words.models.needs_links(SONGS_NEEDED - len(songs)))
    if uploadable(songs):
        return NextStep(Step.UPLOAD, words.models.needs_upload())
    return NextStep(Step.WAIT, words.models.being_uploaded(on_their_way))


def is_dead(model: Model, songs: Sequence[Song]) -> bool:
    """Whether what the songs were sent to is of no use any more, so that only starting over helps."""
    problems = [song.problem for song in songs] + [model.problem]
    if model.press is not None:
        problems.append(model.press.problem)
    codes = {problem.code for problem in problems if problem is not None}
    return bool(codes & DEAD)
