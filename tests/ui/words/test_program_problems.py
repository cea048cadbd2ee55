import pytest

from mountsea_desktop.runtime.facts import FactKey, facts_of
from mountsea_desktop.ui import format, words
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem

AT = {FactKey.AMOUNT: "100", FactKey.AT: "1700000000"}


def why(code: JobFault, **facts: str) -> str:
    return words.problems.explain(Problem(code, facts_of(**facts))).why


def test_a_charge_is_told_with_its_amount_and_time() -> None:
    told = why(JobFault.CHARGED, amount="99.5", at="1700000000", before="350", after="1234567.89")
    assert "99.50" in told
    assert format.date(1_700_000_000) in told
    assert "350" not in told
    back = {FactKey.REFUNDED: "40", FactKey.REFUNDED_AT: "1700000600"}
    others = [
        why(JobFault.CHARGE_UNKNOWN, **AT),
        why(JobFault.CHARGED, **AT),
        why(JobFault.CHARGED, **AT, **back),
    ]
    others += [why(JobFault.REFUNDED, **AT, **back)]
    assert len(set(others)) == 4
    assert all(format.date(1_700_000_600) in one for one in others[2:])
    assert "40" in others[2]


def test_what_was_given_back_is_said_also_where_nobody_knows_when() -> None:
    told = why(JobFault.REFUNDED)
    assert told == why(JobFault.REFUNDED, amount="100")
    assert not any(sign.isdigit() or sign == "{" for sign in told)


def test_what_the_records_show_and_what_the_balance_shows_are_two_things() -> None:
    likely = why(JobFault.NOT_CHARGED, before="1234567.89", after="1234567.89")
    assert "1,234,567.89" in likely
    certain = why(JobFault.NOT_CHARGED, records="yes", before="1234567.89", after="1234567.89")
    assert certain
    assert not any(sign.isdigit() for sign in certain)


@pytest.mark.parametrize("code", [JobFault.CHARGED, JobFault.NOT_CHARGED])
def test_balances_that_differ_tell_nothing_whatever_an_earlier_version_made_of_them(code: JobFault) -> None:
    facts = {FactKey.BEFORE: "150.7", FactKey.AFTER: "50.7"}
    told = words.problems.explain(Problem(code, facts))
    assert "150.70" in told.why
    assert told == words.problems.explain(Problem(JobFault.CHARGE_UNKNOWN, facts))
    rounded = why(code, before="1.23457e+06", after="1.23457e+06")
    assert rounded == why(JobFault.CHARGE_UNKNOWN, after="1.23457e+06")
    assert not any(sign.isdigit() for sign in rounded)


def test_an_equal_balance_is_told_and_proves_nothing_whatever_an_earlier_version_made_of_it() -> None:
    equal = {FactKey.BEFORE: "500", FactKey.AFTER: "500"}
    told = words.problems.explain(Problem(JobFault.CHARGE_UNKNOWN, equal))
    assert told == words.problems.explain(Problem(JobFault.NOT_CHARGED, equal))
    assert "500" in told.why
    failed = [
        words.problems.explain(Problem(JobFault.TRAINING_FAILED, facts))
        for facts in ({FactKey.CHARGE: JobFault.NOT_CHARGED, **equal}, {})
    ]
    assert failed[0].todo == failed[1].todo, "look first"


@pytest.mark.parametrize("fault", [JobFault.NO_IDENTIFIER, JobFault.RECEIPT_UNKNOWN])
def test_the_receipt_can_be_told_to_support(fault: JobFault) -> None:
    assert "task-7" in words.problems.explain(Problem(fault, {FactKey.TASK: "task-7"})).why


BALANCES = {FactKey.BEFORE: "1000", FactKey.AFTER: "950"}


@pytest.mark.parametrize("fault", [JobFault.CHARGED, JobFault.NOT_CHARGED, JobFault.CHARGE_UNKNOWN])
def test_a_receipt_for_a_model_is_told_and_an_answer_not_denied(fault: JobFault) -> None:
    told = words.problems.explain(Problem(fault, {FactKey.TASK: "task-7", **BALANCES})).what
    assert "task-7" in told
    assert told != words.problems.explain(Problem(fault, BALANCES)).what


def test_a_training_that_failed_speaks_of_the_money() -> None:
    said = {FactKey.SAID: "blocked"}
    cases = [
        {},
        BALANCES | {FactKey.CHARGE: JobFault.CHARGE_UNKNOWN},
        AT | {FactKey.CHARGE: JobFault.CHARGED},
        AT | {FactKey.CHARGE: JobFault.REFUNDED, FactKey.REFUNDED_AT: "1700000600"},
        {FactKey.RECORDS: "yes", FactKey.CHARGE: JobFault.NOT_CHARGED},
    ]
    told = [words.problems.explain(Problem(JobFault.TRAINING_FAILED, said | facts)) for facts in cases]
    assert all("blocked" in one.why for one in told)
    assert len({one.why for one in told}) == len(cases)
    nothing, unknown, paid, *free = [one.todo for one in told]
    assert nothing == unknown
    assert len({unknown, paid, *free}) == 3
    assert len(set(free)) == 1
    assert words.problems.explain(Problem(JobFault.TRAINING_FAILED)).why


def test_help_names_the_button_to_press() -> None:
    assert words.songs.upload(0) in words.problems.explain(Problem(JobFault.SESSION_UNCLEAR)).todo


@pytest.mark.parametrize("fault", JournalFault)
def test_nobody_is_promised_a_new_try_by_those_who_do_not_know(fault: JournalFault) -> None:
    assert "again by itself" not in words.problems.describe(Problem(fault))


@pytest.mark.parametrize("strange", ["NaN", "sNaN", "inf", "-Infinity", "1e999", "9" * 400, "-1", "x", ""])
@pytest.mark.parametrize("code", JobFault)
def test_no_number_is_too_strange_to_be_told(code: JobFault, strange: str) -> None:
    for reason in (strange, JobFault.CHARGED, JobFault.REFUNDED, JobFault.NOT_CHARGED):
        facts = dict.fromkeys(FactKey, strange) | {FactKey.CHARGE: reason}
        assert words.problems.explain(Problem(code, facts)).what
