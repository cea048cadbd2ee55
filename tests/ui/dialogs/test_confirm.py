"""Credits are spent only after a yes to the rights, never by Enter alone, and never beyond the balance."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QWidget

from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.workflow.model import Model, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import SongState
from tests.fakes.window import model, press, six


@pytest.fixture
def dialog(window: QWidget) -> ConfirmDialog:
    dialog = ConfirmDialog(window, "My model", six(SongState.UPLOADED))
    dialog.open()
    return dialog


def said(dialog: ConfirmDialog) -> tuple[str, str, str]:
    return dialog._price.text(), dialog._before.text(), dialog._after.text()


def test_it_names_songs_price_and_both_balances(dialog: ConfirmDialog) -> None:
    assert dialog.windowTitle() == "Create this model?"
    assert [dialog._songs.item(row).text() for row in range(dialog._songs.count())] == [
        s.title for s in six()
    ]
    assert said(dialog) == ("100 credits", "asking…", "asking…")
    dialog.tell_balance(250.0)
    assert said(dialog) == ("100 credits", "250 credits", "150 credits")


def test_nothing_is_spent_without_the_yes_to_the_rights(dialog: ConfirmDialog) -> None:
    accepted = QSignalSpy(dialog.accepted)
    dialog.tell_balance(250.0)
    assert dialog.rights.text() == "I own the rights to these songs"
    assert dialog.spend.text() == "Spend 100 credits"
    assert not dialog.rights.isChecked()
    assert not dialog.spend.isEnabled()
    QTest.mouseClick(dialog.spend, Qt.MouseButton.LeftButton)
    assert accepted.count() == 0
    dialog.rights.click()
    press(dialog.spend)
    assert accepted.count() == 1


def test_enter_cancels(dialog: ConfirmDialog) -> None:
    accepted, rejected = QSignalSpy(dialog.accepted), QSignalSpy(dialog.rejected)
    dialog.rights.click()
    dialog.tell_balance(250.0)
    assert dialog.cancel.text() == "Cancel"
    assert dialog.cancel.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (accepted.count(), rejected.count()) == (0, 1)


def test_a_balance_below_the_price_is_said_and_stops_it(dialog: ConfirmDialog) -> None:
    dialog.rights.click()
    dialog.tell_balance(99.5)
    assert not dialog.spend.isEnabled()
    assert dialog._warning.isVisible()
    assert dialog._warning.text().startswith("Your balance is lower than the price.")
    assert said(dialog)[1:] == ("99.50 credits", "–")
    dialog.tell_balance(100.0)
    assert dialog.spend.isEnabled()
    assert not dialog._warning.isVisible()
    assert said(dialog)[2] == "0 credits"


def test_an_unknown_balance_is_said_plainly_and_stops_nobody(dialog: ConfirmDialog) -> None:
    dialog.rights.click()
    dialog.tell_balance(None)
    assert said(dialog)[1:] == ("not known right now", "not known right now")
    assert dialog.balance is None
    assert dialog.spend.isEnabled()


def test_sending_again_wants_a_second_yes(window: QWidget) -> None:
    dialog = opened_after(window, model(Outcome.UNCLEAR))
    assert dialog.windowTitle() == "Send it again?"
    assert "never answered the first time" in dialog._warning.text()
    assert "another 100 credits" in dialog._warning.text()
    dialog.rights.click()
    assert not dialog.spend.isEnabled()
    dialog.accept_risk.click()
    assert dialog.spend.isEnabled()
    dialog.rights.click()
    assert not dialog.spend.isEnabled()


def opened_after(window: QWidget, pressed: Model) -> ConfirmDialog:
    """The question for a model that was pressed for before, with the balance there."""
    dialog = ConfirmDialog(window, "My model", six(SongState.UPLOADED), after=pressed.attempt)
    dialog.open()
    dialog.tell_balance(250.0)
    return dialog


def test_a_receipt_is_named_before_anything_is_sent_again(window: QWidget) -> None:
    dialog = opened_after(window, model(Outcome.UNCLEAR, press_task_id="task-7"))
    assert "task-7" in dialog._warning.text()
    assert "never answered" not in dialog._warning.text()


@pytest.mark.parametrize("charge", [JobFault.CHARGED, JobFault.NOT_CHARGED])
def test_what_was_paid_for_in_vain_is_told_of_before_more_is_paid(window: QWidget, charge: JobFault) -> None:
    problem = Problem(JobFault.TRAINING_FAILED, {FactKey.CHARGE: charge})
    dialog = opened_after(window, model(Outcome.FAILED, press_problem=problem))
    assert dialog._warning.isVisible() is (charge is JobFault.CHARGED)
    assert dialog.windowTitle() == "Create this model?"
    assert not dialog.accept_risk.isVisible()
    dialog.rights.click()
    assert dialog.spend.isEnabled()


def test_nothing_is_spent_before_the_balance_was_asked_for(dialog: ConfirmDialog) -> None:
    assert dialog._reason.text() == dialog.spend.accessibleDescription() == words.models.tick_first()
    dialog.rights.click()
    assert not dialog.spend.isEnabled()
    assert dialog._reason.text() == dialog.spend.accessibleDescription() == words.models.balance_first()
    dialog.tell_balance(250.0)
    assert dialog.spend.isEnabled()
    assert not dialog._reason.isVisible()
    assert not dialog.spend.accessibleDescription()


def test_a_balance_that_comes_too_late_is_harmless(dialog: ConfirmDialog) -> None:
    dialog.reject()
    dialog.tell_balance(250.0)
    assert dialog.balance is None
