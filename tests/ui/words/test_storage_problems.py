from mountsea_desktop.hosting.errors import PASSING, StorageFault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.ui.words.storage_problems import StorageProblemWords
from mountsea_desktop.workflow.problem import Problem


def test_each_fault_has_its_own_sentence() -> None:
    said = [StorageProblemWords().explain(fault, {})[0] for fault in StorageFault]
    assert len(set(said)) == len(said)
    assert all(said)


def test_what_passes_needs_nobody() -> None:
    todo = {StorageProblemWords().explain(fault, {})[2] for fault in PASSING - {StorageFault.PROXY}}
    assert len(todo) == 1


def test_a_clock_that_is_off_is_told_with_the_right_time() -> None:
    problem = Problem(StorageFault.CLOCK, {FactKey.CLOCK: "2026-11-28T10:00:00+00:00"})
    assert "2026" in words.problems.explain(problem).why
    assert words.problems.explain(Problem(StorageFault.CLOCK)).why == ""
    assert words.problems.explain(Problem(StorageFault.CLOCK, {FactKey.CLOCK: "noon"})).why
