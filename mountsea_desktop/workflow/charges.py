"""Whether an attempt was charged for: what Mountsea's records and the balances say, and no more than that.

A wrong "not charged" makes somebody pay twice, so it is said only where nothing speaks against it. A record
names no session: one is taken for an attempt only if it can belong to no other attempt of this program. Other
programs may use the same account, so what is said of a record is what it says itself: when, and how much.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.model import PRICE, CreateAttempt, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem

CHARGED_LATE = 600.0
"""Seconds by which a charge may come after its attempt."""
CLOCKS_APART = 120.0
"""Seconds by which two clocks that agree may differ, the time that a request takes included."""
DAY = 86_400.0
BEFORE = 7 * DAY
"""Seconds before an attempt that are asked for, too: who sees nothing there cannot trust what is missing."""

_CREATE = "/custommodel/create"
_OTHERS = ("/custommodel/upload", "/generate")
"""What may be spent on besides: certainly not a model."""


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


def window(attempt: CreateAttempt) -> Range:
    """Return when a charge for this attempt is to be expected."""
    return Range(attempt.confirmed_at - CLOCKS_APART, attempt.confirmed_at + CHARGED_LATE + CLOCKS_APART)


def asked_for(attempt: CreateAttempt) -> Range:
    """Return what of the records is looked at for this attempt."""
    return Range(attempt.confirmed_at - BEFORE, attempt.confirmed_at + DAY)


def may_have_cost(attempt: CreateAttempt) -> bool:
    """Return whether this attempt may have been charged for when it was made, as far as is known."""
    if not attempt.clip_ids:  # found at Mountsea: nobody knows when it was made
        return False
    if attempt.outcome is Outcome.FAILED:
        trained = attempt.problem is not None and attempt.problem.code == JobFault.TRAINING_FAILED
        return trained and not _is_proven_free(attempt)
    return not _is_proven_free(attempt)


def charge_of(problem: Problem | None) -> str:
    """Return the code that says what is known of the charge, or nothing."""
    if problem is None:
        return ""
    return problem.facts.get(FactKey.CHARGE, "") if problem.code == JobFault.TRAINING_FAILED else problem.code


def is_proven_free(problem: Problem) -> bool:
    """Return whether Mountsea's records show that there was no charge."""
    return charge_of(problem) == JobFault.NOT_CHARGED and FactKey.RECORDS in problem.facts


def _is_proven_free(attempt: CreateAttempt) -> bool:
    return attempt.problem is not None and is_proven_free(attempt.problem)


def finding(attempt: CreateAttempt, others: Iterable[CreateAttempt], evidence: Evidence) -> Problem:
    """Return what is known of this attempt's charge; `others` are the program's other attempts."""
    rivals = [other for other in others if other.id != attempt.id and may_have_cost(other)]
    balances = _balances(attempt, evidence)
    if evidence.entries is None:
        return _by_balances(attempt, evidence, balances)
    creates = [entry for entry in evidence.entries if _is_create(entry) and entry.spent > 0]
    mine = _charges_of_group(attempt, rivals, creates)
    if isinstance(mine, Entry):
        return _charged(mine, evidence, creates, balances)
    if suspects := [*mine, *_unexplained(attempt, rivals, creates)]:
        return Problem(JobFault.CHARGE_UNKNOWN, {**_of(suspects[0]), **balances})
    if _speaks_against(attempt, evidence):
        return Problem(JobFault.CHARGE_UNKNOWN, balances)
    if _proves_nothing_was_charged(attempt, evidence):
        return Problem(JobFault.NOT_CHARGED, {FactKey.RECORDS: "yes", **balances})
    return _by_balances(attempt, evidence, balances)


def _charges_of_group(
    attempt: CreateAttempt, rivals: Sequence[CreateAttempt], creates: Sequence[Entry]
) -> Entry | list[Entry]:
    """Return the one charge that can only be this attempt's; or all that may be, and belong to another."""
    group, last = [attempt], 0
    while last < len(group):  # whoever may share a record with one who may share one with this attempt
        near = window(group[last])
        group += [r for r in rivals if r not in group and _overlap(window(r), near)]
        last += 1
    spans = [window(one) for one in group]
    charges = [entry for entry in creates if any(entry.at in span for span in spans)]
    own = [entry for entry in charges if entry.at in spans[0]]
    if len(charges) == len(group) and own:  # one each, in the order in which they were made
        return charges[sorted(group, key=lambda one: one.confirmed_at).index(attempt)]
    ready = [one for one in group if one.outcome is Outcome.READY]
    if len(charges) == len(ready):  # each has led to a model, and nothing is left over
        return []
    return own


def _unexplained(
    attempt: CreateAttempt, rivals: Sequence[CreateAttempt], creates: Sequence[Entry]
) -> list[Entry]:
    """Return charges after the attempt that no other attempt of ours accounts for."""
    return [
        entry
        for entry in creates
        if entry.at > window(attempt).end and not any(entry.at in window(rival) for rival in rivals)
    ]


def _charged(
    charge: Entry, evidence: Evidence, creates: Sequence[Entry], balances: dict[FactKey, str]
) -> Problem:
    is_only_one = len(creates) == 1 and evidence.complete
    back = [
        entry
        for entry in evidence.entries or ()
        if entry.spent < 0
        and entry.at >= charge.at
        and ((is_only_one and _is_create(entry)) or _have_one_trace(entry, charge))
    ]
    facts = {**_of(charge), **balances}
    if not back:
        return Problem(JobFault.CHARGED, facts)
    amount = -sum((entry.spent for entry in back), Decimal(0))
    facts |= {FactKey.REFUNDED: text_of(amount), FactKey.REFUNDED_AT: f"{back[-1].at:.0f}"}
    return Problem(JobFault.REFUNDED if amount >= charge.spent else JobFault.CHARGED, facts)


def _proves_nothing_was_charged(attempt: CreateAttempt, evidence: Evidence) -> bool:
    entries = evidence.entries or ()
    mine = window(attempt)
    reaches_back = any(entry.at < attempt.confirmed_at for entry in entries)
    has_odd_one = any(_is_create(entry) and entry.spent == 0 and entry.at in mine for entry in entries)
    return (
        evidence.now > mine.end
        and attempt.clocks_agreed
        and evidence.clocks_agree
        and evidence.complete
        and reaches_back
        and not has_odd_one
    )


def _speaks_against(attempt: CreateAttempt, evidence: Evidence) -> bool:
    """Return whether something was spent that may be the price, whatever the records call it.

    What is missing from the balance speaks against it for ever: time explains nothing.
    """
    mine, entries = window(attempt), evidence.entries or ()
    if any(_may_be_the_price(entry) for entry in entries if entry.at in mine):
        return True
    if any(_is_back_without_charge(entry, entries) for entry in entries if entry.at >= mine.start):
        return True
    if attempt.credits_before is None or evidence.balance is None:
        return False
    spent = sum((entry.spent for entry in entries if entry.at >= attempt.confirmed_at), Decimal(0))
    return attempt.credits_before - evidence.balance - spent >= PRICE


def _may_be_the_price(entry: Entry) -> bool:
    """Return whether this may be an attempt's charge under a name that we do not know."""
    if _is_create(entry):
        return False  # which is seen to by itself
    return entry.spent >= PRICE or (entry.spent != 0 and not _name_of(entry).endswith(_OTHERS))


def _is_back_without_charge(entry: Entry, entries: Iterable[Entry]) -> bool:
    """Return whether credits came back for a charge that is not there.

    Or its sign is wrong, and it is one.
    """
    if not _is_create(entry) or entry.spent >= 0:
        return False
    return not any(
        charge.spent > 0 and charge.at <= entry.at and _have_one_trace(charge, entry) for charge in entries
    )


def _have_one_trace(one: Entry, other: Entry) -> bool:
    return one.trace != "" and one.trace == other.trace


def _by_balances(attempt: CreateAttempt, evidence: Evidence, balances: dict[FactKey, str]) -> Problem:
    is_late = evidence.now > window(attempt).end
    is_equal = attempt.credits_before is not None and attempt.credits_before == evidence.balance
    return Problem(JobFault.NOT_CHARGED if is_equal and is_late else JobFault.CHARGE_UNKNOWN, balances)


def _balances(attempt: CreateAttempt, evidence: Evidence) -> dict[FactKey, str]:
    known = {FactKey.BEFORE: attempt.credits_before, FactKey.AFTER: evidence.balance}
    return {name: text_of(amount) for name, amount in known.items() if amount is not None}


def _of(charge: Entry) -> dict[FactKey, str]:
    return {FactKey.AMOUNT: text_of(charge.spent), FactKey.AT: f"{charge.at:.0f}"}


def _is_create(entry: Entry) -> bool:
    return _name_of(entry).endswith(_CREATE)


def _name_of(entry: Entry) -> str:
    return entry.path.partition("?")[0].rstrip("/").lower()


def _overlap(one: Range, other: Range) -> bool:
    return one.start <= other.end and other.start <= one.end


def text_of(amount: Decimal) -> str:
    """Return an amount as it is kept among a problem's facts: digits, and a point where there are parts."""
    return format(amount, "f")
