"""What a model needs next, in words: also the reason beside a disabled "Create model"."""

from dataclasses import dataclass
from enum import Enum, auto

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import Reason
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.model import SONGS_NEEDED, Model, ModelState
from mountsea_desktop.workflow.problem import Hitch
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.song_counts import Tally

DEAD = frozenset({Hitch.SESSION_GONE, Reason.ACCOUNT_BLOCKED, Fault.NOT_FOUND})
"""Codes after which Mountsea will take nothing more for this model."""


class Step(Enum):
    """The one obvious next action."""

    ADD = auto()
    UPLOAD = auto()
    RETRY = auto()
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
    advice: str = ""
    """What others have learned, and nobody has to follow."""


LEARNS_WELL = 8
"""Songs from which on a model learns well, as people who have made some say."""
WAITING = (SongState.DRAFT, SongState.CHECKING, SongState.READY)
"""The states of songs that "Upload" is for: ready, or found to be so while it goes on."""


def next_step(state: ModelState, tally: Tally) -> NextStep:
    """The next step of a model in this state whose songs stand like this."""
    match state:
        case ModelState.SENDING | ModelState.CONFIRMING:
            return NextStep(Step.WAIT, words.models.sending())
        case ModelState.TRAINING | ModelState.READY | ModelState.UNCLEAR:
            return NextStep(Step.DONE, "")
    if tally.trainable >= SONGS_NEEDED:
        return _can_be_created(tally)
    if tally.count(SongState.UPLOADED) >= SONGS_NEEDED:
        return NextStep(Step.CHOOSE, words.models.needs_choosing(SONGS_NEEDED - tally.trainable))
    return _collecting(tally)


def _can_be_created(tally: Tally) -> NextStep:
    others = tally.total - tally.count(SongState.UPLOADED)
    return NextStep(
        Step.CREATE,
        words.problems.join(
            words.models.can_be_created(tally.trainable),
            words.models.not_uploaded_yet(others) if others else "",
        ),
        words.models.more_learn_better() if tally.trainable < LEARNS_WELL else "",
    )


def _collecting(tally: Tally) -> NextStep:
    waiting, failed = tally.count(*WAITING), tally.count(SongState.FAILED)
    to_mend = failed + tally.count(SongState.UNCLEAR, SongState.NEEDS_ATTENTION)
    missing = SONGS_NEEDED - tally.count(SongState.UPLOADED) - tally.under_way - waiting
    say, join = words.models, words.problems.join
    if not tally.total:
        return NextStep(Step.ADD, say.needs_first_links())
    if missing > 0 and not to_mend:
        return NextStep(Step.ADD, say.needs_links(missing))
    if waiting:
        also = say.needs_mending(to_mend) if to_mend else ""
        short = say.still_needs(missing) if missing > 0 else ""
        return NextStep(Step.UPLOAD, join(say.needs_upload(), also, short))
    if missing > 0 and failed:
        others = say.needs_mending(to_mend - failed) if to_mend > failed else ""
        return NextStep(Step.RETRY, join(say.needs_retry(failed), others))
    if missing > 0:
        return NextStep(Step.MEND, join(say.needs_mending(to_mend), say.still_needs(missing)))
    unsent = tally.count(SongState.QUEUED, SongState.SENDING)
    if unsent:
        return NextStep(Step.WAIT, words.models.being_sent(unsent))
    return NextStep(Step.WAIT, words.models.being_uploaded(tally.under_way))


def is_stuck(state: ModelState, tally: Tally) -> bool:
    """Whether nothing happens any more until somebody looks at songs that went wrong."""
    wrong = tally.count(SongState.FAILED, SongState.UNCLEAR, SongState.NEEDS_ATTENTION)
    moving = tally.under_way + tally.count(SongState.CHECKING)
    return state is ModelState.DRAFT and wrong > 0 and moving == 0


def is_dead(model: Model, tally: Tally) -> bool:
    """Whether what the songs were sent to is of no use any more, so that only starting over helps."""
    own = [model.problem, model.press.problem if model.press is not None else None]
    codes = {
        code for problem in own if problem is not None for code in (problem.code, problem.facts.get("reason"))
    }
    return tally.has_problem(DEAD) or not DEAD.isdisjoint(codes)
