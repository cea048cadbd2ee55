"""Credits are spent only after a yes to the rights, never by Enter alone, and never beyond the balance."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs import base, confirm
from mountsea_desktop.ui.dialogs.confirm import ConfirmDialog
from mountsea_desktop.ui.language import Language
from mountsea_desktop.workflow.model import Model, Outcome
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.song import SongState
from mountsea_desktop.workflow.training import SessionSays
from tests.fakes.window import model, press, six, song, themed


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
    dialog.show_outlook(Decimal(250))
    assert said(dialog) == ("100 credits", "250 credits", "150 credits")


def test_it_is_a_bill(dialog: ConfirmDialog) -> None:
    dialog.show_outlook(Decimal(350))
    figures = [dialog._before, dialog._price, dialog._after]
    assert [one.text() for one in figures] == ["350 credits", "100 credits", "250 credits"]
    tops = [one.mapTo(dialog, QPoint()).y() for one in figures]
    assert tops == sorted(tops)
    assert len({one.geometry().right() for one in figures}) == 1
    assert all(one.alignment() & Qt.AlignmentFlag.AlignRight for one in figures)


def test_the_list_is_as_high_as_its_songs_and_never_scrolls_sideways(window: QWidget) -> None:
    songs = [
        *six(SongState.UPLOADED),
        song(SongState.UPLOADED, number=7, title="海边的信 " * 60, duration=240.0),
    ]
    dialog = ConfirmDialog(window, "My model", songs)
    dialog.open()
    heights = {dialog._songs.visualItemRect(dialog._songs.item(row)).height() for row in range(7)}
    assert len(heights) == 1
    assert dialog._songs.viewport().height() >= 7 * heights.pop()
    assert dialog._songs.horizontalScrollBar().maximum() == 0
    assert dialog._takes.text().startswith("4 minutes of music.")


def test_nothing_is_spent_without_the_yes_to_the_rights(dialog: ConfirmDialog) -> None:
    accepted = QSignalSpy(dialog.accepted)
    dialog.show_outlook(Decimal(250))
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
    dialog.show_outlook(Decimal(250))
    assert dialog.cancel.text() == "Cancel"
    assert dialog.cancel.isDefault()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert (accepted.count(), rejected.count()) == (0, 1)


def test_a_balance_below_the_price_is_said_and_stops_it(dialog: ConfirmDialog) -> None:
    dialog.rights.click()
    dialog.show_outlook(Decimal("99.5"))
    assert not dialog.spend.isEnabled()
    assert dialog._warning.isVisible()
    assert dialog._warning.text().startswith("Your balance is lower than the price.")
    assert said(dialog)[1:] == ("99.50 credits", "0.50 credits too few")
    dialog.show_outlook(Decimal(100))
    assert dialog.spend.isEnabled()
    assert not dialog._warning.isVisible()
    assert said(dialog)[2] == "0 credits"


def test_an_unknown_balance_is_said_plainly_and_stops_nobody(dialog: ConfirmDialog) -> None:
    dialog.rights.click()
    dialog.show_outlook(None)
    assert said(dialog)[1:] == ("not known right now", "not known right now")
    assert dialog.balance is None
    assert dialog.spend.isEnabled()


def test_a_balance_that_cannot_be_had_wants_a_second_yes(
    dialog: ConfirmDialog,
) -> None:
    dialog.rights.click()
    dialog.show_outlook(None, unknown=Problem(Fault.SERVER))
    assert dialog.blocked
    assert "does not say how many credits you have" in dialog._warning.text()
    assert not dialog.spend.isEnabled()
    dialog.accept_risk.click()
    assert dialog.spend.isEnabled()
    dialog.show_outlook(Decimal(250))
    assert not dialog.blocked
    assert dialog.accept_risk.isHidden()
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
    dialog.show_outlook(Decimal(250))
    return dialog


def test_a_receipt_is_named_before_anything_is_sent_again(window: QWidget) -> None:
    dialog = opened_after(window, model(Outcome.UNCLEAR, attempt_task_id="task-7"))
    assert "task-7" in dialog._warning.text()
    assert "never answered" not in dialog._warning.text()


@pytest.mark.parametrize("code", [JobFault.CHARGED, JobFault.CHARGE_UNKNOWN])
@pytest.mark.parametrize("receipt", ["", "task-7"])
@pytest.mark.parametrize("twin", [False, True])
def test_a_charge_that_was_found_is_named_before_anything_is_sent_again(
    window: QWidget, code: JobFault, receipt: str, twin: bool
) -> None:
    earlier = model(Outcome.UNCLEAR, attempt_problem=Problem(code, AT), attempt_task_id=receipt).attempt
    dialog = ConfirmDialog(window, "My model", six(SongState.UPLOADED), after=earlier, twin=twin)
    dialog.open()
    dialog.show_outlook(Decimal(250))
    said = dialog._warning.text()
    assert said.startswith("Mountsea's records show that 100 credits were charged for creating a model on ")
    assert "another 100 credits" in said
    assert receipt in said or twin
    assert ("never answered" in said) is (code is JobFault.CHARGE_UNKNOWN and not receipt and not twin)


AT = {FactKey.AMOUNT: "100", FactKey.AT: "1700000000"}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (AT | {FactKey.CHARGE: JobFault.CHARGED}, "was paid for"),
        (AT | {FactKey.CHARGE: JobFault.CHARGE_UNKNOWN}, "may have been paid for"),
        (
            {FactKey.CHARGE: JobFault.CHARGED, FactKey.BEFORE: "500", FactKey.AFTER: "400"},
            "may have been paid for",
        ),
        ({FactKey.CHARGE: JobFault.NOT_CHARGED}, "may have been paid for"),
        ({}, "may have been paid for"),
        ({FactKey.CHARGE: JobFault.NOT_CHARGED, FactKey.RECORDS: "yes"}, ""),
        (AT | {FactKey.CHARGE: JobFault.REFUNDED}, ""),
    ],
)
def test_what_was_paid_for_in_vain_is_told_of_before_more_is_paid(
    window: QWidget, facts: dict[FactKey, str], said: str
) -> None:
    dialog = opened_after(
        window, model(Outcome.FAILED, attempt_problem=Problem(JobFault.TRAINING_FAILED, facts))
    )
    assert dialog._warning.isVisible() is bool(said)
    assert said in dialog._warning.text()
    assert dialog.windowTitle() == "Create this model?"
    assert not dialog.accept_risk.isVisible()
    dialog.rights.click()
    assert dialog.spend.isEnabled()


def test_nothing_is_spent_while_the_request_would_not_get_through(dialog: ConfirmDialog) -> None:
    dialog.rights.click()
    dialog.show_outlook(Decimal(250), Problem(Fault.SIGN_IN_PAGE))
    assert not dialog.spend.isEnabled()
    assert dialog.blocked
    assert "web page" in dialog._warning.text()
    assert dialog.spend.accessibleDescription() == dialog._warning.text()
    dialog.show_outlook(Decimal(250))
    assert dialog.spend.isEnabled()
    assert not dialog._warning.isVisible()


def test_an_old_balance_is_asked_for_anew_when_the_button_is_pressed(
    dialog: ConfirmDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, accepted = QSignalSpy(dialog.asks), QSignalSpy(dialog.accepted)
    dialog.rights.click()
    dialog.show_outlook(Decimal(250))
    monkeypatch.setattr(confirm, "BALANCE_FRESH_FOR", 0.0)
    press(dialog.spend)
    assert (asked.count(), accepted.count()) == (1, 0)
    assert not dialog.spend.isEnabled()
    dialog.show_outlook(Decimal("199.5"))
    assert accepted.count() == 1
    assert dialog.balance == Decimal("199.5")


@pytest.mark.parametrize("answer", [(Decimal(99), None), (None, Problem(Fault.OFFLINE))])
def test_what_was_found_when_the_button_was_pressed_may_take_the_yes_back(
    dialog: ConfirmDialog, monkeypatch: pytest.MonkeyPatch, answer: tuple[Decimal | None, Problem | None]
) -> None:
    accepted = QSignalSpy(dialog.accepted)
    dialog.rights.click()
    dialog.show_outlook(Decimal(250))
    monkeypatch.setattr(confirm, "BALANCE_FRESH_FOR", 0.0)
    press(dialog.spend)
    dialog.show_outlook(*answer)
    dialog.show_outlook(Decimal(250))
    assert accepted.count() == 0, "that was another moment, and wants another press"
    assert dialog.spend.isEnabled()


def test_what_the_session_says_may_want_a_second_yes(dialog: ConfirmDialog) -> None:
    dialog.rights.click()
    dialog.show_outlook(Decimal(250), None, SessionSays.FAILED)
    assert dialog._warning.text() == words.models.maybe_paid_in_vain()
    assert dialog.spend.isEnabled()
    dialog.show_outlook(Decimal(250), None, SessionSays.UNDER_WAY)
    assert dialog._warning.text() == words.models.session_under_way()
    assert not dialog.spend.isEnabled()
    dialog.accept_risk.click()
    assert dialog.spend.isEnabled()


def test_a_session_of_which_nothing_is_known_wants_a_second_yes(dialog: ConfirmDialog) -> None:
    dialog.rights.click()
    dialog.show_outlook(Decimal(250), None, SessionSays.UNKNOWN)
    assert dialog._warning.text() == words.models.session_unknown()
    assert not dialog.spend.isEnabled()
    dialog.accept_risk.click()
    assert dialog.spend.isEnabled()


def test_another_model_from_the_same_songs_keeps_the_second_warning(window: QWidget) -> None:
    unclear = model(Outcome.UNCLEAR).attempt
    dialog = ConfirmDialog(window, "My model", six(SongState.UPLOADED), after=unclear, twin=True)
    dialog.open()
    dialog.show_outlook(Decimal(250))
    dialog.rights.click()
    assert "“Model 1”" in dialog._warning.text()
    assert not dialog.spend.isEnabled()
    dialog.accept_risk.click()
    assert dialog.spend.isEnabled()


def test_practice_says_so(window: QWidget) -> None:
    dialog = ConfirmDialog(window, "My model", six(SongState.UPLOADED), practice=True)
    assert dialog._intro.text().startswith("This is practice")
    assert "In practice training takes half a minute, at Mountsea 2 to 3 minutes." in dialog._takes.text()


def test_nothing_is_spent_before_the_balance_was_asked_for(dialog: ConfirmDialog) -> None:
    assert dialog._reason.text() == dialog.spend.accessibleDescription() == words.models.tick_first()
    dialog.rights.click()
    assert not dialog.spend.isEnabled()
    assert dialog._reason.text() == dialog.spend.accessibleDescription() == words.models.balance_first()
    dialog.show_outlook(Decimal(250))
    assert dialog.spend.isEnabled()
    assert not dialog._reason.isVisible()
    assert not dialog.spend.accessibleDescription()


def test_a_balance_that_comes_too_late_is_harmless(dialog: ConfirmDialog) -> None:
    dialog.reject()
    dialog.show_outlook(Decimal(250))
    assert dialog.balance is None


def test_the_box_stays_under_the_pointer_when_it_is_ticked(dialog: ConfirmDialog) -> None:
    dialog.show_outlook(Decimal(250))
    QApplication.processEvents()
    parts = (dialog.rights, dialog.spend, dialog.cancel, dialog._after)
    before = [part.mapTo(dialog, QPoint()) for part in parts]
    dialog.rights.click()
    QApplication.processEvents()
    assert not dialog._reason.isVisible()
    assert [part.mapTo(dialog, QPoint()) for part in parts] == before


@pytest.mark.parametrize("larger", [1, 2])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_balance_price_and_tick_are_in_sight_on_a_small_screen(
    qapp: QApplication, window: QWidget, monkeypatch: pytest.MonkeyPatch, larger: int, language: str
) -> None:
    usual, large = qapp.font(), qapp.font()
    large.setPointSizeF(usual.pointSizeF() * larger)
    qapp.setFont(large)
    themed(qapp)
    screen = QSize(1_024, 600)
    monkeypatch.setattr(base, "room_for", lambda _dialog: screen)
    speech = Language()
    speech.use(language)
    try:
        many = [song(SongState.UPLOADED, number=number) for number in range(1, 21)]
        dialog = ConfirmDialog(window, "My model", many, practice=True, left_out=4)
        dialog.open()
        dialog.show_outlook(Decimal(250))
        QApplication.processEvents()
        QApplication.processEvents()
        assert dialog.height() <= screen.height()
        for part in (
            dialog._before,
            dialog._price,
            dialog._after,
            dialog.rights,
            dialog.spend,
        ):
            assert part.visibleRegion().boundingRect() == part.rect()
            assert part.height() >= part.sizeHint().height()
    finally:
        speech.use("en")
        qapp.setFont(usual)


def test_too_few_credits_can_be_added_and_are_looked_for_again(window: QWidget) -> None:
    dialog = ConfirmDialog(window, "My model", six(SongState.UPLOADED))
    dialog.open()
    dialog.show_outlook(Decimal(95))
    dialog.rights.click()
    assert dialog._after.text() == "5 credits too few"
    assert (dialog.add_credits.text(), dialog.again.text()) == ("Add credits", "Check again")
    added, asked = QSignalSpy(dialog.add_wanted), QSignalSpy(dialog.asks)
    press(dialog.add_credits)
    press(dialog.again)
    assert (added.count(), asked.count()) == (1, 1)
    assert dialog._before.text() == "asking…"
    dialog.show_outlook(Decimal(195))
    assert dialog.isVisible(), "looking again is no yes to spending"
    assert dialog._after.text() == "95 credits"
    assert dialog.spend.isEnabled()
    assert not dialog.add_credits.isVisible()
