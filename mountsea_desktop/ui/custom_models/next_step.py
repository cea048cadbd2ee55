"""What a model needs next, in words: also the reason beside a disabled "Create model"."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.ui.songs.song_actions import HOPELESS
from mountsea_desktop.workflow.model import SONGS_NEEDED, Model, ModelState, is_past
from mountsea_desktop.workflow.problem import Code, JobFault
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.song_counts import SongCounts

DEAD = frozenset[Code](
    {JobFault.SESSION_GONE, FailReason.ACCOUNT_BLOCKED, FailReason.ACCOUNT_FULL, Fault.NOT_FOUND}
)
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


LEARNS_WELL, LEARNS_BEST = 12, 24
"""Songs from which on a model learns well, and up to which more help, as people who have made some say."""
STOPS = frozenset({Step.RETRY, Step.MEND})
"""Steps for which somebody has to look at the songs that went wrong."""
MOST_PAIRS_NAMED = 3
"""Pairs of equal songs that are named."""
WAITING = (
    SongState.FILE_WAITING,
    SongState.FILE_SENDING,
    SongState.FILE_PAUSED,
    SongState.DRAFT,
    SongState.CHECKING,
    SongState.READY,
)
"""The states of songs that "Upload" is for: ready, or found to be so while it goes on."""


def to_upload(counts: SongCounts) -> int:
    """Return how many songs a press of "Upload" is for; not those for which it was pressed already."""
    return counts.count(*WAITING) - counts.wanted


def next_step(state: ModelState, counts: SongCounts) -> NextStep:
    """Return the next step of a model in this state whose songs stand like this."""
    match state:
        case ModelState.SENDING | ModelState.CONFIRMING:
            return NextStep(Step.WAIT, words.models.sending())
        case ModelState.TRAINING | ModelState.READY | ModelState.UNCLEAR:
            return NextStep(Step.DONE, "")
    if counts.trainable >= SONGS_NEEDED:
        return _can_be_created(counts)
    if _different(counts) >= SONGS_NEEDED:
        return NextStep(Step.CHOOSE, words.models.needs_choosing(SONGS_NEEDED - counts.trainable))
    step = _collecting(counts)
    return replace(step, text=words.problems.join(taken_for_same(counts), step.text))


def _can_be_created(counts: SongCounts) -> NextStep:
    say, coming = words.models, counts.under_way + counts.wanted
    waiting = to_upload(counts)
    others = counts.total - counts.count(SongState.UPLOADED) - coming - waiting
    return NextStep(
        Step.CREATE,
        words.problems.join(
            say.can_wait(coming) if coming else say.can_be_created(counts.trainable),
            taken_for_same(counts),
            say.wait_for_upload(waiting) if waiting else "",
            say.not_uploaded_yet(others) if others else "",
        ),
        say.advice(counts.trainable, LEARNS_WELL, LEARNS_BEST),
    )


def _different(counts: SongCounts) -> int:
    """Return how many uploaded songs there are to choose from."""
    return counts.count(SongState.UPLOADED) - counts.repeated


def taken_for_same(counts: SongCounts) -> str:
    """Return which songs count once, since Mountsea takes them for the same; the first few."""
    groups = counts.taken_for_same[:MOST_PAIRS_NAMED]
    return words.problems.join(*(words.models.taken_for_same(*titles[:2]) for titles in groups))


def _collecting(counts: SongCounts) -> NextStep:
    waiting = to_upload(counts)
    hopeless = counts.with_problem(HOPELESS)
    failed = counts.count(SongState.FAILED) - hopeless
    to_mend = failed + hopeless + counts.count(SongState.UNCLEAR, SongState.NEEDS_ATTENTION)
    coming = counts.under_way + counts.wanted
    missing = SONGS_NEEDED - _different(counts) - coming - waiting
    say, join = words.models, words.problems.join
    if not counts.total:
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
    unsent = counts.count(SongState.QUEUED, SongState.SENDING) + counts.wanted
    if unsent:
        return NextStep(Step.WAIT, words.models.being_sent(unsent))
    return NextStep(Step.WAIT, words.models.being_uploaded(coming))


def is_stuck(state: ModelState, counts: SongCounts) -> bool:
    """Return whether nothing happens any more until somebody looks at songs that went wrong."""
    by_itself = (SongState.FILE_WAITING, SongState.FILE_SENDING, SongState.CHECKING)
    moving = counts.under_way + counts.count(*by_itself)
    return state is ModelState.DRAFT and not moving and next_step(state, counts).step in STOPS


def is_dead(model: Model, counts: SongCounts) -> bool:
    """Return whether what the songs were sent to is of no use any more, so that only starting over helps."""
    attempt = model.attempt if model.attempt is not None and not is_past(model.attempt, counts) else None
    own = [model.problem, attempt.problem if attempt is not None else None]
    return counts.has_problem(DEAD) or any(
        problem.code in DEAD or problem.facts.get(FactKey.REASON) in DEAD
        for problem in own
        if problem is not None
    )
