import pytest

from mountsea_desktop.links.verdict import Doubt, Note, Verdict
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.problem import Problem


@pytest.mark.parametrize("code", Note)
def test_advice_has_words_of_its_own(code: Note) -> None:
    told = words.problems.explain(Problem(code))
    assert told != words.problems.explain(Problem("of a later version"))
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
    told = words.problems.explain(Problem(verdict, {"site": "Dropbox"}))
    assert "Dropbox" in told.what + told.why + told.todo


def test_a_page_of_a_nameless_site_is_explained_without_one() -> None:
    nameless = words.problems.explain(Problem(Verdict.WEB_PAGE, {"site": ""}))
    assert nameless.why != words.problems.explain(Problem(Verdict.WEB_PAGE, {"site": "Box"})).why
    assert nameless.why == words.problems.explain(Problem(Verdict.WEB_PAGE)).why


def test_a_link_that_was_cut_is_explained_with_and_without_a_site() -> None:
    cut = words.problems.explain(Problem(Verdict.INCOMPLETE, {"site": ""}))
    assert all((cut.what, cut.why, cut.todo))
    assert "  " not in cut.why + cut.todo
    assert cut.why != words.problems.explain(Problem(Verdict.INCOMPLETE, {"site": "Box"})).why


def test_what_would_give_the_file_is_said() -> None:
    told = words.problems.explain(Problem(Verdict.WEB_PAGE, {"site": "Nextcloud", "add": "/download"}))
    assert "/download" in told.todo
    assert "Nextcloud" in told.why


def test_each_doubt_says_why_in_words_of_its_own() -> None:
    whys = {words.problems.explain(Problem(Verdict.UNREACHABLE, {"why": doubt})).why for doubt in Doubt}
    assert len(whys) == len(Doubt)
    assert all(whys)
