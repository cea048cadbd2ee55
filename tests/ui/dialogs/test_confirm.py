"""Credits are spent only after a yes to the rights, never by Enter alone, and never beyond the balance."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.confirm import ConfirmBox
from mountsea_desktop.workflow.model import Model, Outcome
from mountsea_desktop.workflow.problem import Hitch, Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import model, press, six


@pytest.fixture
def box(window: QWidget) -> ConfirmBox:
    box = ConfirmBox(window, "My model", six(SongState.UPLOADED))
    box.open()
    return box


def said(box: ConfirmBox) -> tuple[str, str, str]:
    return box._price.text(), box._before.text(), box._after.text()


def test_it_names_songs_price_and_both_balances(box: ConfirmBox) -> None:
    assert box.windowTitle() == "Create this model?"
    assert [box._songs.item(row).text() for row in range(box._songs.count())] == [s.title for s in six()]
    assert said(box) == ("100 credits", "asking…", "asking…")
    box.tell_balance(250.0)
    assert said(box) == ("100 credits", "250 credits", "150 credits")


def test_nothing_is_spent_without_the_yes_to_the_rights(box: ConfirmBox) -> None:
    accepted = QSignalSpy(box.accepted)
    box.tell_balance(250.0)
    assert box.rights.text() == "I own the rights to these songs"
    assert box.spend.text() == "Spend 100 credits"
    assert not box.rights.isChecked()
    assert not box.spend.isEnabled()
    QTest.mouseClick(box.spend, Qt.MouseButton.LeftButton)
    assert accepted.count() == 0
    box.rights.click()
    press(box.spend)
    assert accepted.count() == 1


def test_enter_cancels(box: ConfirmBox) -> None:
    accepted, rejected = QSignalSpy(box.accepted), QSignalSpy(box.rejected)
    box.rights.click()
    box.tell_balance(250.0)
    assert box.cancel.text() == "Cancel"
    assert box.cancel.isDefault()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert (accepted.count(), rejected.count()) == (0, 1)


def test_a_balance_below_the_price_is_said_and_stops_it(box: ConfirmBox) -> None:
    box.rights.click()
    box.tell_balance(99.5)
    assert not box.spend.isEnabled()
    assert box._warning.isVisible()
    assert box._warning.text().startswith("Your balance is lower than the price.")
    assert said(box)[1:] == ("99.50 credits", "–")
    box.tell_balance(100.0)
    assert box.spend.isEnabled()
    assert not box._warning.isVisible()
    assert said(box)[2] == "0 credits"


def test_an_unknown_balance_is_said_plainly_and_stops_nobody(box: ConfirmBox) -> None:
    box.rights.click()
    box.tell_balance(None)
    assert said(box)[1:] == ("not known right now", "not known right now")
    assert box.balance is None
    assert box.spend.isEnabled()


def test_sending_again_wants_a_second_yes(window: QWidget) -> None:
    box = opened_after(window, model(Outcome.UNCLEAR))
    assert box.windowTitle() == "Send it again?"
    assert "never answered the first time" in box._warning.text()
    assert "another 100 credits" in box._warning.text()
    box.rights.click()
    assert not box.spend.isEnabled()
    box.accept_risk.click()
    assert box.spend.isEnabled()
    box.rights.click()
    assert not box.spend.isEnabled()


def opened_after(window: QWidget, pressed: Model) -> ConfirmBox:
    """The question for a model that was pressed for before, with the balance there."""
    box = ConfirmBox(window, "My model", six(SongState.UPLOADED), after=pressed.press)
    box.open()
    box.tell_balance(250.0)
    return box


def test_a_receipt_is_named_before_anything_is_sent_again(window: QWidget) -> None:
    box = opened_after(window, model(Outcome.UNCLEAR, press_task_id="task-7"))
    assert "task-7" in box._warning.text()
    assert "never answered" not in box._warning.text()


@pytest.mark.parametrize("charge", [Hitch.CHARGED, Hitch.NOT_CHARGED])
def test_what_was_paid_for_in_vain_is_told_of_before_more_is_paid(window: QWidget, charge: Hitch) -> None:
    problem = Problem(Hitch.TRAINING_FAILED, {"charge": charge})
    box = opened_after(window, model(Outcome.FAILED, press_problem=problem))
    assert box._warning.isVisible() is (charge is Hitch.CHARGED)
    assert box.windowTitle() == "Create this model?"
    assert not box.accept_risk.isVisible()
    box.rights.click()
    assert box.spend.isEnabled()


def test_nothing_is_spent_before_the_balance_was_asked_for(box: ConfirmBox) -> None:
    assert box._reason.text() == box.spend.accessibleDescription() == words.models.tick_first()
    box.rights.click()
    assert not box.spend.isEnabled()
    assert box._reason.text() == box.spend.accessibleDescription() == words.models.balance_first()
    box.tell_balance(250.0)
    assert box.spend.isEnabled()
    assert not box._reason.isVisible()
    assert not box.spend.accessibleDescription()


def test_a_balance_that_comes_too_late_is_harmless(box: ConfirmBox) -> None:
    box.reject()
    box.tell_balance(250.0)
    assert box.balance is None
