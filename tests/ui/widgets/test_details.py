import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui.widgets.details import Details, raw_text
from mountsea_desktop.workflow.problem import JobFault, Problem


@pytest.fixture
def details(qtbot: QtBot) -> Details:
    window = QWidget()
    details = Details()
    layout = QVBoxLayout(window)
    layout.addWidget(details.button)
    layout.addWidget(details)
    qtbot.addWidget(window)
    window.show()
    details.window_kept = window  # type: ignore[attr-defined]  # qtbot holds it weakly
    return details


def test_raw_text_waits_behind_its_button(details: Details) -> None:
    assert not details.button.isVisible()
    details.set_problem(Problem(Fault.SERVER, details="500 oops"))
    assert details.button.isVisible()
    assert not details.isVisible()
    details.button.click()
    assert details.isVisible()
    assert details.toPlainText() == "server\n500 oops"
    assert details.isReadOnly()
    assert details.accessibleName()


def test_news_of_the_same_problem_closes_nothing_and_another_does(details: Details) -> None:
    details.set_problem(Problem(Fault.SERVER, details="500"))
    details.button.click()
    details.set_problem(Problem(Fault.SERVER, details="500"))
    assert details.isVisible()
    details.set_problem(Problem(Fault.SERVER, details="502"))
    assert not details.isVisible()
    details.set_problem(None)
    assert not details.button.isVisible()


def test_a_receipt_can_be_copied_from_it() -> None:
    assert raw_text(Problem(JobFault.NO_IDENTIFIER, {FactKey.TASK: "t-1"})) == "no_identifier\ntask: t-1"


def test_where_the_sentences_say_everything_there_is_nothing() -> None:
    assert raw_text(Problem(Verdict.FOLDER, {FactKey.SITE: "Dropbox", FactKey.CERTAIN: "yes"})) == ""
    assert raw_text(Problem(Fault.OFFLINE)) == ""
