from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.ui import words
from mountsea_desktop.workflow.problem import Problem


def test_each_reason_is_told_apart_from_an_unknown_one() -> None:
    unknown = words.problems.explain(Problem(FailReason.OTHER))
    known = [
        words.problems.explain(Problem(reason)).what
        for reason in FailReason
        if reason is not FailReason.OTHER
    ]
    assert unknown.what not in known
    assert len(set(known)) == len(known)


def test_an_unknown_reason_names_the_place_of_mountseas_own_words() -> None:
    assert words.songs.details() in words.problems.explain(Problem(FailReason.OTHER)).why


def test_starting_over_is_named_like_its_button() -> None:
    todo = words.problems.explain(Problem(FailReason.ACCOUNT_BLOCKED)).todo
    assert words.models.start_over() in todo
