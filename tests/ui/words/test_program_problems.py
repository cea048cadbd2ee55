import pytest

from mountsea_desktop.ui import words
from mountsea_desktop.workflow.problem import Hitch, Problem


def test_a_charge_is_told_by_its_balances() -> None:
    told = words.problems.explain(Problem(Hitch.CHARGED, {"before": "350", "after": "250"}))
    assert told.why.index("350") < told.why.index("250")
    assert "350" in words.problems.explain(Problem(Hitch.NOT_CHARGED, {"after": "350"})).why


@pytest.mark.parametrize("hitch", [Hitch.NO_IDENTIFIER, Hitch.RECEIPT_UNKNOWN])
def test_the_receipt_can_be_told_to_support(hitch: Hitch) -> None:
    assert "task-7" in words.problems.explain(Problem(hitch, {"task": "task-7"})).why


def test_help_names_the_button_to_press() -> None:
    assert words.songs.upload(0) in words.problems.explain(Problem(Hitch.SESSION_UNCLEAR)).todo
