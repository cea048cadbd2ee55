from decimal import Decimal

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.ui.dialogs import base
from mountsea_desktop.ui.dialogs.make_song import Draft, MakeSongDialog
from mountsea_desktop.workflow.generation import LONGEST_DESCRIPTION
from mountsea_desktop.workflow.problem import Problem
from tests.fakes.window import themed


def opened(app: QApplication) -> MakeSongDialog:
    themed(app)
    parent = QWidget()
    dialog = MakeSongDialog(parent, "Night drive", holds_secret=lambda text: "sk-secret" in text)
    dialog.destroyed.connect(parent.deleteLater)
    dialog._keeps = parent  # type: ignore[attr-defined]  # as long as the dialog lives
    return dialog


def test_it_can_be_made_once_it_is_described_and_the_balance_was_asked(qapp: QApplication) -> None:
    dialog = opened(qapp)
    assert not dialog.make.isEnabled()
    dialog.description.setPlainText("the sea")
    assert not dialog.make.isEnabled()
    assert "One moment" in dialog.make.accessibleDescription()
    dialog.show_outlook(None, None)
    assert dialog.make.isEnabled()
    assert dialog.wish() == ("the sea", "")


@pytest.mark.parametrize("field", ["description", "title"])
def test_a_token_is_neither_sent_nor_kept(qapp: QApplication, field: str) -> None:
    """What is written there is kept in the journal, and as a file's name."""
    dialog = opened(qapp)
    dialog.show_outlook(None, None)
    dialog.description.setPlainText("the sea")
    (dialog.description.setPlainText if field == "description" else dialog.title.setText)("my sk-secret")
    assert not dialog.make.isEnabled()
    assert "This is your token" in dialog._fault.text()
    assert dialog.draft() == Draft()
    dialog.title.clear()
    dialog.description.setPlainText("the sea")
    assert dialog.make.isEnabled()
    assert dialog.draft() == Draft("the sea")


def test_no_price_is_said_that_was_not_seen(qapp: QApplication) -> None:
    dialog = opened(qapp)
    dialog.show_outlook(Decimal(400), None)
    assert dialog._bill.text() == (
        "Mountsea does not say what a song costs. You will be shown what it cost; nothing is repeated by "
        "itself. Your balance: 400 credits."
    )
    dialog.show_outlook(None, Decimal("7.25"))
    assert dialog._bill.text() == "The last one cost 7.25 credits. Your balance is not known right now."


def test_a_balance_below_the_last_price_is_said_before(qapp: QApplication) -> None:
    dialog = opened(qapp)
    dialog.description.setPlainText("the sea")
    dialog.show_outlook(Decimal(9), Decimal(10))
    assert not dialog.make.isEnabled()
    assert not dialog._warning.isHidden()
    dialog.show_outlook(Decimal(10), Decimal(10))
    assert dialog.make.isEnabled()


def test_a_refused_token_stops_it_too(qapp: QApplication) -> None:
    dialog = opened(qapp)
    dialog.description.setPlainText("the sea")
    dialog.show_outlook(None, Decimal(10), Problem(Fault.TOKEN_REFUSED))
    assert not dialog.make.isEnabled()
    assert "Mountsea does not accept" in dialog._warning.text()
    dialog.show_outlook(Decimal(10), Decimal(10))
    assert dialog.make.isEnabled()


def test_one_of_the_ideas_is_taken(qapp: QApplication) -> None:
    dialog = opened(qapp)
    dialog._ideas[1].click()
    assert dialog.wish()[0] == dialog._ideas[1].text()


def test_an_idea_can_be_taken_back(qapp: QApplication) -> None:
    dialog = opened(qapp)
    QTest.keyClicks(dialog.description, "words of my own")
    dialog._ideas[1].click()
    QTest.keySequence(dialog.description, QKeySequence(QKeySequence.StandardKey.Undo))
    assert dialog.wish()[0] == "words of my own"


def test_enter_in_the_title_neither_closes_nor_spends(qapp: QApplication) -> None:
    dialog = opened(qapp)
    dialog.description.setPlainText("the sea")
    dialog.show_outlook(Decimal(400), None)
    dialog.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(dialog.title, key)
        assert dialog.isVisible()
    QTest.keyClick(dialog.title, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_draft_is_gone_on_with(qapp: QApplication) -> None:
    dialog = opened(qapp)
    dialog.description.setPlainText("the sea")
    dialog.title.setText("Sea")
    dialog.instrumental.setChecked(True)
    again = opened(qapp)
    again.begin_with(dialog.draft())
    assert again.draft() == dialog.draft() == Draft("the sea", "Sea", instrumental=True)
    assert again.wish() == ("the sea", "Sea")


def test_what_is_too_long_is_said_at_once(qapp: QApplication) -> None:
    dialog = opened(qapp)
    dialog.show_outlook(Decimal(400), None)
    dialog.description.setPlainText("a" * (LONGEST_DESCRIPTION + 1))
    assert "At most 500 characters" in dialog._fault.text()
    assert not dialog.make.isEnabled()


def test_what_a_model_learns_is_said_before_she_pays(qapp: QApplication) -> None:
    assert "does not learn a voice" in opened(qapp)._told.text()


def test_price_and_balance_are_in_sight_where_the_contents_scroll(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base, "room_for", lambda _dialog: QSize(1_024, 400))
    dialog = opened(qapp)
    dialog.open()
    dialog.show_outlook(Decimal(9), Decimal(10))
    QApplication.processEvents()
    QApplication.processEvents()
    assert dialog.height() == 400
    for part in (dialog._bill, dialog._warning, dialog.make):
        assert part.visibleRegion().boundingRect() == part.rect()
    dialog.reject()
