import pytest

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.problem import JobFault, JournalFault, Problem


def test_a_charge_is_told_by_its_balances() -> None:
    told = words.problems.explain(Problem(JobFault.CHARGED, {FactKey.BEFORE: "350", FactKey.AFTER: "250"}))
    assert told.why.index("350") < told.why.index("250")
    assert "350" in words.problems.explain(Problem(JobFault.NOT_CHARGED, {FactKey.AFTER: "350"})).why


@pytest.mark.parametrize("hitch", [JobFault.NO_IDENTIFIER, JobFault.RECEIPT_UNKNOWN])
def test_the_receipt_can_be_told_to_support(hitch: JobFault) -> None:
    assert "task-7" in words.problems.explain(Problem(hitch, {FactKey.TASK: "task-7"})).why


BALANCES = {FactKey.BEFORE: "1000", FactKey.AFTER: "950"}


def test_a_balance_that_dropped_by_less_than_the_price_is_not_as_before() -> None:
    told = words.problems.explain(Problem(JobFault.NOT_CHARGED, BALANCES)).why
    assert "1000" in told
    same = words.problems.explain(Problem(JobFault.NOT_CHARGED, dict.fromkeys(BALANCES, "950"))).why
    assert same.replace("950", "") != told.replace("1000", "").replace("950", "")


@pytest.mark.parametrize("hitch", [JobFault.CHARGED, JobFault.NOT_CHARGED, JobFault.CHARGE_UNKNOWN])
def test_a_receipt_for_a_model_is_told_and_an_answer_not_denied(hitch: JobFault) -> None:
    told = words.problems.explain(Problem(hitch, {FactKey.TASK: "task-7", **BALANCES})).what
    assert "task-7" in told
    assert told != words.problems.explain(Problem(hitch, BALANCES)).what


def test_a_training_that_failed_speaks_of_the_money() -> None:
    said = {FactKey.SAID: "blocked"}
    paid = words.problems.explain(
        Problem(JobFault.TRAINING_FAILED, {**said, **BALANCES, FactKey.CHARGE: JobFault.CHARGED})
    )
    spared = {
        **said,
        FactKey.BEFORE: "950",
        FactKey.AFTER: "950",
        FactKey.CHARGE: JobFault.NOT_CHARGED,
    }
    not_paid = words.problems.explain(Problem(JobFault.TRAINING_FAILED, spared))
    unknown = words.problems.explain(Problem(JobFault.TRAINING_FAILED, said))
    assert "blocked" in paid.why
    assert paid.todo.index("1000") < paid.todo.index("950")
    assert "950" in not_paid.todo
    assert len({paid.todo, not_paid.todo, unknown.todo}) == 3
    assert words.problems.explain(Problem(JobFault.TRAINING_FAILED)).why


def test_help_names_the_button_to_press() -> None:
    assert words.songs.upload(0) in words.problems.explain(Problem(JobFault.SESSION_UNCLEAR)).todo


@pytest.mark.parametrize("fault", JournalFault)
def test_nobody_is_promised_a_new_try_by_those_who_do_not_know(fault: JournalFault) -> None:
    assert "again by itself" not in words.problems.tell(Problem(fault))
