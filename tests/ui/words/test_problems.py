"""Every code of every closed list has words of its own, in every language."""

from collections import defaultdict

import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.ui import words
from mountsea_desktop.ui.words.problems import Explanation
from mountsea_desktop.workflow.problem import Code, JobFault, JournalFault, LaterCode, Problem

CODES: list[Code] = [*Fault, *Verdict, *FailReason, *JobFault, *JournalFault]
TWINS = [
    {Fault.NONSENSE, Fault.REDIRECTED},
    {Fault.INVALID, Fault.REJECTED},
    {JobFault.NO_IDENTIFIER, JobFault.RECEIPT_UNKNOWN},
    {JobFault.CHARGED, JobFault.NOT_CHARGED, JobFault.CHARGE_UNKNOWN},
]
"""Codes between which no musician need tell; or, of charges, can without the facts that show them."""


def _explained(code: Code) -> Explanation:
    return words.problems.explain(Problem(code))


def test_no_value_means_two_things() -> None:
    assert len(set(CODES)) == len(CODES)


@pytest.mark.parametrize("code", CODES, ids=lambda code: f"{type(code).__name__}.{code.name}")
def test_a_code_says_what_happened_and_what_to_do(code: Code) -> None:
    told = _explained(code)
    assert told != words.problems.explain(Problem(LaterCode("of a later version")))
    assert told.what
    assert bool(told.todo) is (code is not Verdict.AUDIO)


def test_only_twins_share_their_words() -> None:
    meanings: dict[Explanation, set[Code]] = defaultdict(set)
    for code in CODES:
        meanings[_explained(code)].add(code)
    shared = [codes for codes in meanings.values() if len(codes) > 1]
    assert all(codes in TWINS for codes in shared)
    assert len(shared) == len(TWINS)


def test_a_code_of_a_later_version_has_general_words() -> None:
    told = words.problems.explain(Problem(LaterCode("of a later version")))
    assert all((told.what, told.why, told.todo))


def test_sentences_are_joined_as_the_language_does(language: str) -> None:
    joined = words.problems.join("A.", "", "{B}.", "C.")
    assert joined == ("A. {B}. C." if language == "en" else "A.{B}.C.")
    assert words.problems.join("", "A.") == "A."
