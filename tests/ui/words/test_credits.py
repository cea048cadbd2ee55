from mountsea_desktop.ui import words
from mountsea_desktop.workflow.prices import Spent


def test_each_kind_is_called_something_else() -> None:
    assert len({words.credits.kind(kind) for kind in Spent}) == len(Spent)
