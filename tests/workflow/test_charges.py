"""Nothing wrong is ever said of money: not with other programs, top-ups, late records or failed trainings."""

from dataclasses import dataclass, replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.responses import Entry
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.workflow.charges import (
    CHARGED_LATE,
    CLOCKS_APART,
    CREATING,
    DAY,
    GENERATING,
    Evidence,
    asked_for,
    finding,
)
from mountsea_desktop.workflow.generation import Generation, GenerationState
from mountsea_desktop.workflow.model import CreateAttempt, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem

NOON = 1_700_000_000.0
CREATE = "/suno/v2/customModel/create"
UPLOAD = "/suno/v2/customModel/upload"
LATE = NOON + CHARGED_LATE + 2 * CLOCKS_APART


def an_attempt(
    id_: str = "p", at: float = NOON, outcome: Outcome = Outcome.UNCLEAR, before: str | None = "500"
) -> CreateAttempt:
    return CreateAttempt(
        id=id_, model_id=id_, confirmed_at=at, since=at, outcome=outcome, name="n", clip_ids=("c",) * 6,
        credits_before=None if before is None else Decimal(before), clocks_agreed=True,
    )  # fmt: skip


def entry(at: float, spent: str = "100", path: str = CREATE, trace: str = "") -> Entry:
    return Entry(id=f"{path}{at}{spent}", path=path, spent=Decimal(spent), at=at, trace=trace)


EARLIER = entry(NOON - 60, "1", UPLOAD)


def learned(*entries: Entry, now: float = LATE, balance: str | None = "500", **more: bool) -> Evidence:
    told = {"clocks_agree": True, "complete": True} | more
    return Evidence(
        now=now,
        balance=None if balance is None else Decimal(balance),
        entries=sorted(entries, key=lambda it: it.at),
        **told,
    )


def code(attempt: CreateAttempt, evidence: Evidence, *others: CreateAttempt) -> str:
    return finding(CREATING, attempt, [attempt, *others], evidence).code


def test_a_record_after_the_attempt_is_its_charge() -> None:
    found = finding(
        CREATING, an_attempt(), [], learned(EARLIER, entry(NOON + 3), balance="399.99", now=NOON + 5)
    )
    assert found == Problem(
        JobFault.CHARGED,
        {
            FactKey.AMOUNT: "100",
            FactKey.AT: f"{NOON + 3:.0f}",
            FactKey.BEFORE: "500",
            FactKey.AFTER: "399.99",
        },
    )


@pytest.mark.parametrize(
    "path", [CREATE, CREATE + "/", "/ms" + CREATE + "?a=b", CREATE.lower(), "customModel/create"]
)
def test_how_records_may_call_it(path: str) -> None:
    is_named = path != "customModel/create"
    evidence = learned(EARLIER, entry(NOON + 3, path=path), balance="400")
    assert code(an_attempt(), evidence) == (JobFault.CHARGED if is_named else JobFault.CHARGE_UNKNOWN)


def test_nothing_among_the_records_is_certain_only_late_and_with_all_of_them() -> None:
    assert finding(CREATING, an_attempt(), [], learned(EARLIER)) == Problem(
        JobFault.NOT_CHARGED, {FactKey.RECORDS: "yes", FactKey.BEFORE: "500", FactKey.AFTER: "500"}
    )
    assert code(an_attempt(), learned(EARLIER, now=NOON + CHARGED_LATE - 1)) == JobFault.CHARGE_UNKNOWN
    for doubt in (
        learned(balance="450"),  # an account without records may have records elsewhere
        learned(EARLIER, balance="450", complete=False),
        learned(EARLIER, balance="450", clocks_agree=False),
        learned(EARLIER, balance="400"),  # where did they go?
        learned(EARLIER, entry(NOON + 3, "100", "/suno/v2/generate"), balance="400"),
    ):
        assert code(an_attempt(), doubt) == JobFault.CHARGE_UNKNOWN


@pytest.mark.parametrize("later", [2 * DAY, 400 * DAY])
def test_credits_that_nobody_accounts_for_are_not_forgotten_in_time(later: float) -> None:
    assert code(an_attempt(), learned(EARLIER, balance="400", now=NOON + later)) == JobFault.CHARGE_UNKNOWN
    assert code(an_attempt(), learned(EARLIER, balance="450", now=NOON + later)) == JobFault.NOT_CHARGED


@pytest.mark.parametrize("balance", ["500", "1400", None])
def test_what_was_given_back_without_a_charge_speaks_of_one(balance: str | None) -> None:
    """The charge is missing among the records; or what was added meanwhile has turned the amount's sign."""
    for at in (NOON + 3, NOON + 5_000):
        evidence = learned(EARLIER, entry(at, "-100"), balance=balance, now=NOON + 6_000)
        found = finding(CREATING, an_attempt(), [], evidence)
        assert found.code == JobFault.CHARGE_UNKNOWN
        assert FactKey.AMOUNT not in found.facts, "nobody knows what it was"


def test_what_was_given_back_for_an_earlier_charge_speaks_of_that_one() -> None:
    earlier, back = entry(NOON - 5_000, trace="theirs"), entry(NOON + 3, "-100", trace="theirs")
    another = replace(back, trace="mine")
    assert code(an_attempt(), learned(EARLIER, earlier, back, balance="600")) == JobFault.NOT_CHARGED
    assert code(an_attempt(), learned(EARLIER, earlier, another, balance="600")) == JobFault.CHARGE_UNKNOWN


@pytest.mark.parametrize("path", ["/suno/v2/custom-model/train", "", "/x"])
def test_what_was_spent_on_something_unknown_may_be_the_attempt(path: str) -> None:
    spent = entry(NOON + 9, "80", path)
    assert code(an_attempt(), learned(EARLIER, spent, balance="420")) == JobFault.CHARGE_UNKNOWN
    assert code(an_attempt(), learned(EARLIER, spent, balance=None)) == JobFault.CHARGE_UNKNOWN
    before = replace(spent, at=NOON - 1_000)
    assert code(an_attempt(), learned(EARLIER, before)) == JobFault.NOT_CHARGED


@pytest.mark.parametrize("path", [UPLOAD, "/suno/v2/generate?a=b", "/ms/suno/v2/Generate/"])
def test_what_was_spent_on_something_known_is_not_the_attempt(path: str) -> None:
    assert (
        code(an_attempt(), learned(EARLIER, entry(NOON + 9, "80", path), balance="420"))
        == JobFault.NOT_CHARGED
    )


def test_an_attempt_that_cost_nothing_by_the_records_is_not_proven_free_by_them() -> None:
    free = entry(NOON + 3, "0")
    assert code(an_attempt(), learned(EARLIER, free, balance=None)) == JobFault.CHARGE_UNKNOWN
    assert code(an_attempt(before=None), learned(EARLIER, free)) == JobFault.CHARGE_UNKNOWN
    assert code(an_attempt(), learned(EARLIER, free, balance="400")) == JobFault.CHARGE_UNKNOWN
    equal = finding(CREATING, an_attempt(), [], learned(EARLIER, free))
    assert equal == Problem(JobFault.CHARGE_UNKNOWN, {FactKey.BEFORE: "500", FactKey.AFTER: "500"})


@pytest.mark.parametrize("before", ["500", None])
def test_an_attempt_that_was_dated_by_a_wrong_clock_is_never_proven_free(before: str | None) -> None:
    attempt = replace(an_attempt(before=before), clocks_agreed=False)
    for found in (
        finding(CREATING, attempt, [], learned(EARLIER, entry(NOON - 600), balance=None)),
        finding(CREATING, attempt, [], learned(EARLIER)),
    ):
        assert FactKey.RECORDS not in found.facts
    assert code(attempt, learned(EARLIER, balance="450")) == JobFault.CHARGE_UNKNOWN


def test_what_others_spent_and_what_was_added_does_not_hide_that_nothing_was_charged() -> None:
    spent = learned(EARLIER, entry(NOON + 9, "30", "/suno/v2/generate"), balance="470")
    assert code(an_attempt(), spent) == JobFault.NOT_CHARGED
    assert code(an_attempt(), learned(EARLIER, balance="1500")) == JobFault.NOT_CHARGED


@pytest.mark.parametrize("before", ["500", "150.7", "499.99", "400", "600", None])
@pytest.mark.parametrize("now", [NOON + CHARGED_LATE - 1, LATE, NOON + 2 * DAY])
def test_balances_alone_prove_nothing(before: str | None, now: float) -> None:
    """Equal ones neither: what an earlier attempt cost may have come back, or somebody has added as much."""
    evidence = Evidence(now=now, balance=Decimal(500))
    found = finding(CREATING, an_attempt(before=before), [], evidence)
    known = {} if before is None else {FactKey.BEFORE: before}
    assert found == Problem(JobFault.CHARGE_UNKNOWN, known | {FactKey.AFTER: "500"})


def test_a_charge_and_an_equal_balance_is_a_charge() -> None:
    """Somebody has added as much meanwhile."""
    assert code(an_attempt(), learned(EARLIER, entry(NOON + 3))) == JobFault.CHARGED


def test_a_later_charge_that_nobody_explains_leaves_it_open() -> None:
    found = finding(CREATING, an_attempt(), [], learned(EARLIER, entry(NOON + 5_000), now=NOON + 6_000))
    assert (found.code, found.facts[FactKey.AT]) == (JobFault.CHARGE_UNKNOWN, f"{NOON + 5_000:.0f}")
    explained = an_attempt("q", NOON + 5_000, Outcome.READY)
    assert code(an_attempt(), learned(EARLIER, entry(NOON + 5_000), now=NOON + 6_000), explained) == (
        JobFault.NOT_CHARGED
    )


def test_two_attempts_and_one_charge() -> None:
    second = an_attempt("q", NOON + 100)
    evidence = learned(EARLIER, entry(NOON + 3), now=LATE + 100, balance="400")
    assert code(an_attempt(), evidence, second) == JobFault.CHARGE_UNKNOWN
    assert code(an_attempt(), evidence, replace(second, outcome=Outcome.READY)) == JobFault.NOT_CHARGED
    refused = replace(second, outcome=Outcome.FAILED, problem=Problem(Fault.INVALID))
    assert code(an_attempt(), evidence, refused) == JobFault.CHARGED
    free = replace(second, problem=Problem(JobFault.NOT_CHARGED, {FactKey.RECORDS: "yes"}))
    assert code(an_attempt(), evidence, free) == JobFault.CHARGED
    guessed = replace(second, problem=Problem(JobFault.NOT_CHARGED))
    assert code(an_attempt(), evidence, guessed) == JobFault.CHARGE_UNKNOWN


def test_two_attempts_and_two_charges() -> None:
    evidence = learned(EARLIER, entry(NOON + 3), entry(NOON + 103), balance="300")
    second = an_attempt("q", NOON + 100)
    assert finding(CREATING, an_attempt(), [second], evidence).facts[FactKey.AT] == f"{NOON + 3:.0f}"
    assert finding(CREATING, second, [an_attempt()], evidence).facts[FactKey.AT] == f"{NOON + 103:.0f}"


def test_more_charges_than_attempts() -> None:
    found = finding(
        CREATING, an_attempt(), [], learned(EARLIER, entry(NOON + 3), entry(NOON + 30), balance="300")
    )
    assert (found.code, found.facts[FactKey.AT]) == (JobFault.CHARGE_UNKNOWN, f"{NOON + 3:.0f}")


@pytest.mark.parametrize(("back", "code_"), [("-100", JobFault.REFUNDED), ("-40.5", JobFault.CHARGED)])
def test_what_was_given_back(back: str, code_: JobFault) -> None:
    found = finding(CREATING, an_attempt(), [], learned(EARLIER, entry(NOON + 3), entry(NOON + 200, back)))
    assert found.code == code_
    assert found.facts[FactKey.REFUNDED] == back[1:]
    assert found.facts[FactKey.REFUNDED_AT] == f"{NOON + 200:.0f}"


def test_what_was_given_back_is_this_charges_by_its_trace_or_where_no_record_is_missing() -> None:
    mine, back = entry(NOON + 3, trace="mine"), entry(NOON + 200, "-100")
    assert code(an_attempt(), learned(EARLIER, mine, back)) == JobFault.REFUNDED
    assert code(an_attempt(), learned(EARLIER, mine, back, complete=False)) == JobFault.CHARGED
    traced = replace(back, trace="mine")
    assert code(an_attempt(), learned(EARLIER, mine, traced)) == JobFault.REFUNDED
    doubt = learned(EARLIER, mine, traced, complete=False)
    assert code(an_attempt(), doubt) == JobFault.CHARGE_UNKNOWN, "another charge may be missing"


def test_what_was_given_back_to_others_is_not_taken_for_this_ones() -> None:
    mine, back = entry(NOON + 3, trace="mine"), entry(NOON + 20, "-100", "/refund", trace="theirs")
    assert code(an_attempt(), learned(EARLIER, mine, back)) == JobFault.CHARGED
    assert code(an_attempt(), learned(EARLIER, mine, replace(back, trace="mine"))) == JobFault.REFUNDED


@pytest.mark.parametrize("apart", [300, 2_000])
def test_what_came_back_for_one_of_two_charges_is_not_told_of_both(apart: float) -> None:
    """A trace may be a session's, so that its two attempts have one."""
    first, second = an_attempt(), an_attempt("q", NOON + apart)
    records = [entry(NOON + 5, trace="session"), entry(NOON + apart + 5, trace="session")]
    back = [entry(NOON + 3_000 + number, "-100", trace="session") for number in range(2)]
    for attempt in (first, second):
        half = learned(EARLIER, *records, back[0], now=NOON + 4_000)
        assert finding(CREATING, attempt, [first, second], half).code == JobFault.CHARGE_UNKNOWN
        whole = learned(EARLIER, *records, *back, now=NOON + 4_000)
        assert finding(CREATING, attempt, [first, second], whole).code == JobFault.REFUNDED


def test_which_of_two_charges_near_each_other_came_back_nobody_can_tell() -> None:
    first, second = an_attempt(), an_attempt("q", NOON + 100)
    records = [
        entry(NOON + 103, trace="a"),
        entry(NOON + 500, trace="b"),
        entry(NOON + 600, "-100", trace="a"),
    ]
    for attempt in (first, second):
        found = finding(CREATING, attempt, [first, second], learned(EARLIER, *records, now=NOON + 2_000))
        assert found.code != JobFault.REFUNDED


def test_another_programs_charge_that_came_back_is_not_this_ones_while_that_may_still_come() -> None:
    theirs = [entry(NOON + 3, trace="theirs"), entry(NOON + 60, "-100", trace="theirs")]
    assert code(an_attempt(), learned(EARLIER, *theirs, now=NOON + 300)) == JobFault.CHARGE_UNKNOWN


def test_a_ready_models_charge_that_may_still_come_leaves_open_whose_this_one_is() -> None:
    ready = an_attempt("q", NOON + 700, Outcome.READY)
    evidence = learned(EARLIER, entry(NOON + 590), now=NOON + 800, balance="400")
    assert code(an_attempt(), evidence, ready) == JobFault.CHARGE_UNKNOWN


@dataclass(frozen=True)
class Paid:
    """What really happened to attempts in one account, and what of it the records hold."""

    attempts: tuple[CreateAttempt, ...]
    charges: tuple[tuple[str, Entry], ...]
    """With whose it was: an attempt's identifier, or nothing for another program's."""
    returns: tuple[tuple[str, Entry], ...]
    topped_up: int


@st.composite
def accounts(draw: st.DrawFn) -> Paid:
    style = draw(st.sampled_from(["unique", "session", "none"]))
    time, attempts, charges, returns = 0.0, [], [], []
    count = draw(st.integers(1, 3))

    def traced(name: str, session: str) -> str:
        return {"unique": name, "session": session, "none": ""}[style]

    def charge(owner: str, at: float, session: str) -> None:
        trace = traced(owner or f"other {at}", session)
        charges.append((owner, entry(at, trace=trace)))
        if draw(st.booleans()):
            later = draw(st.sampled_from([10, 100, 1_000, 4_000]))
            returns.append((owner, entry(at + later, "-100", trace=trace)))

    for number in range(count):
        time += draw(st.sampled_from([10, 100, 400, 800, 2_000]))
        is_paid = draw(st.booleans())
        ended = [Outcome.UNCLEAR, Outcome.FAILED, Outcome.ABANDONED]
        outcome = draw(
            st.sampled_from([*ended, Outcome.READY] if is_paid and number < count - 1 else ended[:2])
        )
        problem = JobFault.TRAINING_FAILED if outcome is Outcome.FAILED else JobFault.CHARGE_UNKNOWN
        one = replace(an_attempt(f"p{number}", NOON + time, outcome), problem=Problem(problem))
        attempts.append(one)
        if is_paid:
            late = draw(st.sampled_from([0, 5, 30, 200, 590]))
            charge(one.id, one.confirmed_at + late, draw(st.sampled_from(["s0", "s1"])))
    for _ in range(draw(st.integers(0, 1))):
        charge("", NOON + time + draw(st.sampled_from([-500, -10, 0, 5, 50, 300, 900])), "s0")
    return Paid(tuple(attempts), tuple(charges), tuple(returns), draw(st.sampled_from([0, 100, 250])))


@pytest.mark.one_python
@settings(max_examples=1_500)
@given(accounts(), st.sampled_from([60, 300, 900, 5_000]), st.booleans(), st.booleans(), st.booleans())
def test_nobody_who_paid_is_told_that_they_did_not(
    account: Paid, after: int, complete: bool, has_records: bool, has_balance: bool
) -> None:
    """Two attempts of ours, other programs', what came back, what was added, with and without traces."""
    attempt = account.attempts[-1]
    now = attempt.confirmed_at + after
    happened = [one for one in [*account.charges, *account.returns] if one[1].at <= now]
    seen = [record for _, record in happened]
    balance = 500 + account.topped_up - sum(record.spent for record in seen)
    known = str(balance) if has_balance else None
    evidence = learned(EARLIER, *seen, now=now, balance=known, complete=complete)
    evidence = evidence if has_records else replace(evidence, entries=None)
    found = finding(CREATING, attempt, account.attempts, evidence)
    is_paid = any(owner == attempt.id for owner, _ in account.charges)  # also where that is still to come
    is_back = any(owner == attempt.id and record in seen for owner, record in account.returns)
    if found.code in {JobFault.REFUNDED, JobFault.NOT_CHARGED}:
        assert not is_paid or is_back
    if found.code == JobFault.CHARGED:
        assert any(f"{record.at:.0f}" == found.facts[FactKey.AT] for _, record in account.charges)


@dataclass(frozen=True)
class World:
    """What really happened."""

    attempts: tuple[CreateAttempt, ...]
    charged: frozenset[str]
    entries: tuple[Entry, ...]
    has_others: bool


@st.composite
def worlds(draw: st.DrawFn) -> World:
    times = draw(st.lists(st.integers(0, 4_000), min_size=1, max_size=4, unique=True))
    outcomes = st.sampled_from([Outcome.UNCLEAR, Outcome.ABANDONED, Outcome.READY, Outcome.FAILED])
    attempts, charged, entries = [], set(), [entry(NOON - 1_000, "0.5", UPLOAD)]
    for number, time in enumerate(times):
        outcome = Outcome.UNCLEAR if number == 0 else draw(outcomes)
        problem = Problem(JobFault.TRAINING_FAILED) if outcome is Outcome.FAILED else None
        one = replace(an_attempt(f"p{number}", NOON + time, outcome), problem=problem)
        attempts.append(one)
        if outcome is Outcome.READY or draw(st.booleans()):
            charged.add(one.id)
            late = draw(st.floats(0, CHARGED_LATE))
            entries.append(entry(one.confirmed_at + late))
    others = draw(
        st.lists(st.tuples(st.integers(-2_000, 8_000), st.sampled_from([CREATE, "/x"])), max_size=2)
    )
    entries += [entry(NOON + time + 0.5, "100" if path == CREATE else "70", path) for time, path in others]
    has_others = any(path == CREATE for _, path in others)
    return World(tuple(attempts), frozenset(charged), tuple(entries), has_others)


@given(worlds(), st.integers(0, 20_000), st.integers(-300, 300))
def test_nothing_wrong_is_ever_said(world: World, now: int, topped_up: int) -> None:
    first = world.attempts[0]
    seen = [one for one in world.entries if one.at <= NOON + now]
    spent = sum((one.spent for one in seen if one.at >= first.confirmed_at), Decimal(0))
    evidence = learned(*seen, now=NOON + now, balance=str(500 - spent + topped_up))
    found = finding(CREATING, first, world.attempts, evidence)
    if found.code == JobFault.NOT_CHARGED:
        assert FactKey.RECORDS in found.facts
        assert first.id not in world.charged
    if found.code == JobFault.CHARGED:
        assert any(f"{one.at:.0f}" == found.facts[FactKey.AT] and one.spent == 100 for one in seen)
        assert world.has_others or first.id in world.charged


@given(st.decimals(100, 5_000_000, places=2), st.decimals(0, 10_000, places=2))
def test_the_price_is_never_lost_in_the_last_digits(before: Decimal, others: Decimal) -> None:
    """A charge that the records do not show yet is not taken for none, whatever the balance's parts."""
    evidence = learned(
        EARLIER, entry(NOON + 1, str(others), "/x"), balance=str(before - 100 - others), now=LATE
    )
    attempt = an_attempt(before=str(before))
    assert code(attempt, evidence) == JobFault.CHARGE_UNKNOWN


def test_what_is_looked_at_fits_into_one_question() -> None:
    span = asked_for(an_attempt())
    assert span.end - span.start <= 90 * DAY


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/suno/v2/generate", JobFault.CHARGED),
        ("/v2/generate", JobFault.CHARGED),
        ("/producer/v1/generate", JobFault.CHARGE_UNKNOWN),
        ("/image/generate", JobFault.CHARGE_UNKNOWN),
    ],
)
def test_what_another_service_was_paid_is_not_taken_for_a_song(path: str, found: JobFault) -> None:
    song = Generation(
        id="g", model_id="m", confirmed_at=NOON, since=NOON, state=GenerationState.UNCLEAR, description="d",
        credits_before=Decimal(500), clocks_agreed=True,
    )  # fmt: skip
    spent = learned(EARLIER, entry(NOON + 9, "30", path), balance="470")
    assert finding(GENERATING, song, [song], spent).code == found
