import pytest

from mountsea_desktop.links.verdict import Note, UnreachableReason, Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.checks import ON_THE_WAY
from mountsea_desktop.workflow.problem import LaterCode, Problem


@pytest.mark.parametrize("code", Note)
def test_advice_has_words_of_its_own(code: Note) -> None:
    told = words.problems.explain(Problem(code))
    assert told != words.problems.explain(Problem(LaterCode("of a later version")))
    assert all((told.what, told.why, told.todo))


@pytest.mark.parametrize(
    "verdict",
    [
        Verdict.INCOMPLETE,
        Verdict.SHORT_LIVED,
        Verdict.NEEDS_BROWSER,
        Verdict.NOT_A_FILE_SITE,
        Verdict.FOLDER,
        Verdict.INDIRECT,
    ],
)
def test_the_site_is_named(verdict: Verdict) -> None:
    told = words.problems.explain(Problem(verdict, {FactKey.SITE: "Dropbox"}))
    assert "Dropbox" in told.what + told.why + told.todo


def test_a_page_of_a_nameless_site_is_explained_without_one() -> None:
    nameless = words.problems.explain(Problem(Verdict.WEB_PAGE, {FactKey.SITE: ""}))
    assert nameless.why != words.problems.explain(Problem(Verdict.WEB_PAGE, {FactKey.SITE: "Box"})).why
    assert nameless.why == words.problems.explain(Problem(Verdict.WEB_PAGE)).why


def test_a_link_that_was_cut_is_explained_with_and_without_a_site() -> None:
    cut = words.problems.explain(Problem(Verdict.INCOMPLETE, {FactKey.SITE: ""}))
    assert all((cut.what, cut.why, cut.todo))
    assert "  " not in cut.why + cut.todo
    assert cut.why != words.problems.explain(Problem(Verdict.INCOMPLETE, {FactKey.SITE: "Box"})).why


def test_what_would_give_the_file_is_said() -> None:
    told = words.problems.explain(
        Problem(Verdict.WEB_PAGE, {FactKey.SITE: "Nextcloud", FactKey.ADD: "/download"})
    )
    assert "/download" in told.todo
    assert "Nextcloud" in told.why


def test_each_doubt_says_why_in_words_of_its_own() -> None:
    whys = {
        words.problems.explain(Problem(Verdict.UNREACHABLE, {FactKey.WHY: reason})).why
        for reason in UnreachableReason
    }
    assert len(whys) == len(UnreachableReason)
    assert all(whys)


def test_what_is_looked_at_again_by_itself_says_so() -> None:
    def todo(reasons: set[UnreachableReason]) -> set[str]:
        told = (Problem(Verdict.UNREACHABLE, {FactKey.WHY: reason}) for reason in reasons)
        return {words.problems.explain(problem).todo for problem in told}

    by_itself, by_hand = todo(set(ON_THE_WAY)), todo(set(UnreachableReason) - ON_THE_WAY)
    assert (len(by_itself), len(by_hand)) == (1, 1)
    assert by_itself != by_hand
