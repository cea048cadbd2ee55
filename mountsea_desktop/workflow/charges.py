"""Whether an attempt was charged for: what Mountsea's records and the balances say, and no more than that.

A wrong "not charged" makes somebody pay twice, so it is said only where nothing speaks against it. A record
names no session: one is taken for an attempt only if it can belong to no other attempt of this program. Other
programs may use the same account, so what is said of a record is what it says itself: when, and how much.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, Protocol, TypeVar

from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.generation import Generation, GenerationState
from mountsea_desktop.workflow.model import PRICE, CreateAttempt, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem

CHARGED_LATE = 600.0
"""Seconds by which a charge may come after its attempt."""
CLOCKS_APART = 120.0
"""Seconds by which two clocks that agree may differ, the time that a request takes included."""
DAY = 86_400.0
BEFORE = 7 * DAY
"""Seconds before an attempt that are asked for, too: who sees nothing there cannot trust what is missing."""

CREATE_PATH = "/custommodel/create"
UPLOAD_PATH = "/custommodel/upload"
SONG_PATH = "/generate"
"""How what was asked for ends, in small letters."""
_OF_SUNO = re.compile(r"suno|^(?:/(?:api|v\d+))*/generate$")
"""What tells that something to be generated is a song: Suno's name, or no other service's."""
_SMALLEST = Decimal("0.000001")
_ASIDE = frozenset({JobFault.TRAINING_FAILED, JobFault.SONG_UNCLEAR, JobFault.SONG_FAILED})
"""Problems that tell of the charge aside."""


class Attempt(Protocol):
    """One confirmed attempt at something that costs."""

    @property
    def id(self) -> str:
        """Its own identifier."""

    @property
    def model_id(self) -> str:
        """The model it is for, or by."""

    @property
    def confirmed_at(self) -> float:
        """When, in Unix time, by Mountsea's clock where it was known."""

    @property
    def credits_before(self) -> Decimal | None:
        """The balance before it, where that was known."""

    @property
    def clocks_agreed(self) -> bool:
        """Whether Mountsea's clock was known then, and ours said the same."""


P = TypeVar("P", bound=Attempt)


@dataclass(frozen=True)
class Kind(Generic[P]):
    """What attempts of one kind are charged for."""

    path: str
    others: tuple[str, ...]
    """What may be spent on besides: certainly no attempt of this kind."""
    least: Decimal
    """What it costs at least."""
    may_have_cost: Callable[[P], bool]
    """Whether an attempt may have been charged for when it was made, as far as is known."""
    is_ready: Callable[[P], bool]
    """Whether what was paid for is there."""

    def is_it(self, entry: Entry) -> bool:
        """Whether an entry is about something of this kind."""
        return is_about(entry, self.path)


@dataclass(frozen=True, slots=True)
class Range:
    """From one moment to another, Unix time."""

    start: float
    end: float

    def __contains__(self, moment: float) -> bool:
        return self.start <= moment <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was learned about an attempt; None for what could not be."""

    now: float
    """Mountsea's clock when it was learned, or ours where that is not known."""
    clocks_agree: bool = False
    """Whether Mountsea's clock is known and ours says the same."""
    balance: Decimal | None = None
    entries: Sequence[Entry] | None = None
    """Those of `asked_for` that could be had, oldest first."""
    complete: bool = False
    """Whether none is missing."""


def window(attempt: Attempt) -> Range:
    """When a charge for this attempt is to be expected."""
    return Range(attempt.confirmed_at - CLOCKS_APART, attempt.confirmed_at + CHARGED_LATE + CLOCKS_APART)


def asked_for(attempt: Attempt) -> Range:
    """What of the records is looked at for this attempt."""
    return Range(attempt.confirmed_at - BEFORE, attempt.confirmed_at + DAY)


def may_have_cost(attempt: CreateAttempt) -> bool:
    """Return whether this attempt may have been charged for when it was made, as far as is known."""
    if not attempt.clip_ids:  # found at Mountsea: nobody knows when it was made
        return False
    if attempt.outcome is Outcome.FAILED:
        trained = attempt.problem is not None and attempt.problem.code == JobFault.TRAINING_FAILED
        return trained and not _is_proven_free(attempt)
    return not _is_proven_free(attempt)


def _song_may_have_cost(generation: Generation) -> bool:
    if generation.state is GenerationState.FAILED:
        return bool(generation.task_id) and not _is_proven_free(generation)
    return not _is_proven_free(generation)


def charge_of(problem: Problem | None) -> str:
    """Return the code that says what is known of the charge, or nothing."""
    if problem is None:
        return ""
    return problem.facts.get(FactKey.CHARGE, "") if problem.code in _ASIDE else problem.code


def is_charge_found(problem: Problem | None) -> bool:
    """Return whether Mountsea's records have a charge that can only be for this."""
    return problem is not None and charge_of(problem) == JobFault.CHARGED and FactKey.AT in problem.facts


def is_proven_free(problem: Problem) -> bool:
    """Return whether Mountsea's records show that there was no charge."""
    return charge_of(problem) == JobFault.NOT_CHARGED and FactKey.RECORDS in problem.facts


def _is_proven_free(attempt: CreateAttempt | Generation) -> bool:
    return attempt.problem is not None and is_proven_free(attempt.problem)


CREATING = Kind[CreateAttempt](
    CREATE_PATH,
    (UPLOAD_PATH, SONG_PATH),
    Decimal(PRICE),
    may_have_cost,
    lambda attempt: attempt.outcome is Outcome.READY,
)
GENERATING = Kind[Generation](
    SONG_PATH,
    (UPLOAD_PATH, CREATE_PATH),
    _SMALLEST,  # no price is documented
    _song_may_have_cost,
    lambda generation: generation.state is GenerationState.READY,
)


def finding(kind: Kind[P], attempt: P, others: Iterable[P], evidence: Evidence) -> Problem:
    """What is known of this attempt's charge; `others` are the program's other attempts of its kind."""
    rivals = [other for other in others if other.id != attempt.id and kind.may_have_cost(other)]
    balances = _balances(attempt, evidence)
    if evidence.entries is None:
        return Problem(
            JobFault.CHARGE_UNKNOWN, balances
        )  # equal ones prove nothing: something may have come in
    charges = [entry for entry in evidence.entries if kind.is_it(entry) and entry.spent > 0]
    group = _group(attempt, rivals)
    mine = _charges_of_group(kind, attempt, group, charges, evidence.now)
    if isinstance(mine, Entry):
        return _charged(kind, mine, group, evidence, balances)
    if suspects := [*mine, *_unexplained(attempt, rivals, charges)]:
        return Problem(JobFault.CHARGE_UNKNOWN, {**_of(suspects[0]), **balances})
    if _speaks_against(kind, attempt, evidence):
        return Problem(JobFault.CHARGE_UNKNOWN, balances)
    if _proves_nothing_was_charged(kind, attempt, evidence):
        return Problem(JobFault.NOT_CHARGED, {FactKey.RECORDS: "yes", **balances})
    return Problem(JobFault.CHARGE_UNKNOWN, balances)


def _group(attempt: P, rivals: Sequence[P]) -> list[P]:
    """Return this attempt, and whoever may share a record with one who may share one with it."""
    group, last = [attempt], 0
    while last < len(group):
        near = window(group[last])
        group += [r for r in rivals if r not in group and _overlap(window(r), near)]
        last += 1
    return group


def _charges_of_group(
    kind: Kind[P], attempt: P, group: Sequence[P], entries: Sequence[Entry], now: float
) -> Entry | list[Entry]:
    """Return the one charge that can only be this attempt's; or all that may be, and belong to another."""
    spans = [window(one) for one in group]
    charges = [entry for entry in entries if any(entry.at in span for span in spans)]
    own = [entry for entry in charges if entry.at in spans[0]]
    if len(charges) == len(group) and own:  # one each, in the order in which they were made
        return charges[sorted(group, key=lambda one: one.confirmed_at).index(attempt)]
    ready = [one for one in group if kind.is_ready(one)]
    if len(charges) == len(ready) and now > _last(group):
        return []  # each has led to what it was to lead to, nothing is left over, and none is still to come
    return own


def _unexplained(attempt: Attempt, rivals: Sequence[Attempt], charges: Sequence[Entry]) -> list[Entry]:
    """Charges after the attempt that no other attempt of ours accounts for."""
    return [
        entry
        for entry in charges
        if entry.at > window(attempt).end and not any(entry.at in window(rival) for rival in rivals)
    ]


def _last(group: Iterable[Attempt]) -> float:
    """Return the moment from which on no charge of these is to be expected any more."""
    return max(window(one).end for one in group)


def _charged(
    kind: Kind[P], charge: Entry, group: Sequence[P], evidence: Evidence, balances: dict[FactKey, str]
) -> Problem:
    """Return what became of this charge, which may be another's of its group, or another program's.

    So all was given back only where that is true of whichever of them it was, and none is still to come.
    """
    entries = evidence.entries or ()
    spans = [window(one) for one in group]
    charges = [entry for entry in entries if kind.is_it(entry) and entry.spent > 0]
    near = [entry for entry in charges if any(entry.at in span for span in spans)]
    back = _given_back(kind, charge, charges, evidence)
    facts = {**_of(charge), **balances}
    if not back:
        return Problem(JobFault.CHARGED, facts)
    paid, amount = _sum(_sharing(charge, charges)), -_sum(back)
    facts |= {FactKey.REFUNDED: text_of(amount), FactKey.REFUNDED_AT: f"{back[-1].at:.0f}"}
    are_all_back = all(
        -_sum(_given_back(kind, one, charges, evidence)) >= _sum(_sharing(one, charges)) for one in near
    )
    if are_all_back and evidence.complete and evidence.now > _last(group):
        return Problem(JobFault.REFUNDED, facts)
    if paid == charge.spent and len(near) == 1 and amount < paid:
        return Problem(JobFault.CHARGED, facts)
    return Problem(JobFault.CHARGE_UNKNOWN, {**_of(charge), **balances})


def _given_back(kind: Kind[P], charge: Entry, charges: Sequence[Entry], evidence: Evidence) -> list[Entry]:
    """Return what came back for a charge, and for those that cannot be told from it."""
    is_only_one = len(charges) == 1 and evidence.complete
    return [
        entry
        for entry in evidence.entries or ()
        if entry.spent < 0
        and entry.at >= charge.at
        and ((is_only_one and kind.is_it(entry)) or _have_one_trace(entry, charge))
    ]


def _sharing(charge: Entry, charges: Iterable[Entry]) -> list[Entry]:
    """Return all charges that have this one's trace, itself included."""
    return [one for one in charges if one is charge or _have_one_trace(one, charge)]


def _sum(entries: Iterable[Entry]) -> Decimal:
    return sum((entry.spent for entry in entries), Decimal(0))


def _proves_nothing_was_charged(kind: Kind[P], attempt: P, evidence: Evidence) -> bool:
    entries = evidence.entries or ()
    mine = window(attempt)
    reaches_back = any(entry.at < attempt.confirmed_at for entry in entries)
    has_odd_one = any(kind.is_it(entry) and entry.spent == 0 and entry.at in mine for entry in entries)
    return (
        evidence.now > mine.end
        and attempt.clocks_agreed
        and evidence.clocks_agree
        and evidence.complete
        and reaches_back
        and not has_odd_one
    )


def _speaks_against(kind: Kind[P], attempt: P, evidence: Evidence) -> bool:
    """Whether something was spent that may be the price, whatever the records call it.

    What is missing from the balance speaks against it for ever: time explains nothing.
    """
    mine, entries = window(attempt), evidence.entries or ()
    if any(_may_be_the_price(kind, entry) for entry in entries if entry.at in mine):
        return True
    if any(_is_back_without_charge(kind, entry, entries) for entry in entries if entry.at >= mine.start):
        return True
    if attempt.credits_before is None or evidence.balance is None:
        return False
    spent = _sum(entry for entry in entries if entry.at >= attempt.confirmed_at)
    return attempt.credits_before - evidence.balance - spent >= kind.least


def _may_be_the_price(kind: Kind[P], entry: Entry) -> bool:
    """Whether this may be an attempt's charge under a name that we do not know."""
    if kind.is_it(entry):
        return False  # which is seen to by itself
    is_other = name_of(entry).endswith(kind.others)
    is_odd = is_other and kind.path == CREATE_PATH and entry.spent >= PRICE
    return is_odd or (entry.spent != 0 and not is_other)


def _is_back_without_charge(kind: Kind[P], entry: Entry, entries: Iterable[Entry]) -> bool:
    """Whether credits came back for a charge that is not there; or its sign is wrong, and it is one."""
    if not kind.is_it(entry) or entry.spent >= 0:
        return False
    return not any(
        charge.spent > 0 and charge.at <= entry.at and _have_one_trace(charge, entry) for charge in entries
    )


def _have_one_trace(one: Entry, other: Entry) -> bool:
    return one.trace != "" and one.trace == other.trace


def _balances(attempt: Attempt, evidence: Evidence) -> dict[FactKey, str]:
    known = {FactKey.BEFORE: attempt.credits_before, FactKey.AFTER: evidence.balance}
    return {name: text_of(amount) for name, amount in known.items() if amount is not None}


def _of(charge: Entry) -> dict[FactKey, str]:
    return {FactKey.AMOUNT: text_of(charge.spent), FactKey.AT: f"{charge.at:.0f}"}


def is_about(entry: Entry, path: str) -> bool:
    """Return whether an entry is about this path; other services of Mountsea have such a tail, too."""
    name = name_of(entry)
    return name.endswith(path) and (path != SONG_PATH or _OF_SUNO.search(name) is not None)


def name_of(entry: Entry) -> str:
    """What was asked for, in a form that can be compared."""
    return entry.path.partition("?")[0].rstrip("/").lower()


def _overlap(one: Range, other: Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def text_of(amount: Decimal) -> str:
    """Return an amount as it is kept among a problem's facts: digits, and a point where there are parts."""
    return format(amount, "f")
