"""The account dialog: the token is masked, checked, saved, tested, kept for now, removed, each with words."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretLocation
from mountsea_desktop.ui import words
from mountsea_desktop.ui.dialogs.account import AccountDialog
from mountsea_desktop.ui.dialogs.base import run_dialog
from mountsea_desktop.ui.dialogs.question import QuestionDialog
from mountsea_desktop.ui.pages import KEYS
from mountsea_desktop.workflow.reconnect import Reached
from tests.fakes.account import AccountHarness
from tests.fakes.window import bury, press, until

TOKEN = "sk-made-up"


class Opened:
    """The dialog over an account of the test's."""

    def __init__(self, window: QWidget, harness: AccountHarness, *, uploads: bool = False) -> None:
        self.harness = harness
        self.errors: list[BaseException] = []
        self.tasks = Tasks(lambda _name, error: self.errors.append(error))
        self.dialog = AccountDialog(window, harness.account, self.tasks, uploads=uploads)
        self.dialog.open()

    @property
    def said(self) -> str:
        return self.dialog.status.text()

    async def still(self) -> None:
        """Wait until every step has come to its end."""
        await until(lambda: not len(self.tasks), "the end of the step")


@pytest.fixture
async def opened(window: QWidget) -> AsyncIterator[Opened]:
    opened = Opened(window, AccountHarness())
    yield opened
    await opened.tasks.stop()
    assert not opened.errors


def test_the_way_to_a_key_is_one_press(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    pages: list[str] = []

    def take(url: QUrl) -> bool:
        pages.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    press(opened.dialog.get_key)
    assert pages == [KEYS]


def test_it_begins_empty_and_masked(opened: Opened) -> None:
    dialog = opened.dialog
    assert dialog.token.echoMode() is QLineEdit.EchoMode.Password
    assert dialog.token.accessibleName() == "API token"
    buttons = (dialog.save, dialog.test, dialog.remove, dialog.keep, dialog.close_button)
    assert [button.text() for button in buttons] == [
        "Save token", "Test connection", "Remove token", "Keep until I close the program", "Close",
    ]  # fmt: skip
    assert not dialog.remove.isEnabled()
    assert not dialog.keep.isVisible()
    assert opened.said == "No token is saved yet."


async def test_the_way_through_is_shown_until_it_has_been_gone(opened: Opened) -> None:
    dialog = opened.dialog
    assert dialog._first.isVisible()
    assert dialog.get_key.isVisible()
    assert dialog._label.text() == "2. Paste it here as your API token."
    assert not dialog._card.isVisible()
    dialog.token.setText(TOKEN)
    press(dialog.save)
    await opened.still()
    assert not dialog._first.isVisible()
    assert not dialog.get_key.isVisible()
    assert dialog._balance.text() == "250 credits"
    assert dialog._enough.text() == "Enough for 2 models."
    opened.harness.job.credits = 95.0
    press(dialog.test)
    await opened.still()
    assert dialog._balance.text() == "95 credits"
    assert dialog._enough.text().startswith("Creating a model costs 100 credits.")
    assert dialog._enough.property("tone") == "warning"
    opened.harness.refuse(Fault.TOKEN_REFUSED)
    press(dialog.test)
    await opened.still()
    assert dialog.get_key.isVisible()
    assert not dialog._card.isVisible()


async def test_what_waited_for_the_token_goes_on_from_here(window: QWidget) -> None:
    opened = Opened(window, AccountHarness(), uploads=True)
    dialog = opened.dialog
    dialog.activateWindow()
    assert not dialog.go_on.isVisible()
    dialog.token.setText(TOKEN)
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    await opened.still()
    assert dialog.go_on.text() == "Continue uploading"
    assert dialog.go_on.hasFocus()
    accepted = QSignalSpy(dialog.accepted)
    press(dialog.go_on)
    assert accepted.count() == 1


async def test_who_types_when_the_answer_comes_presses_nothing_that_costs(window: QWidget) -> None:
    opened = Opened(window, AccountHarness(), uploads=True)
    dialog = opened.dialog
    dialog.activateWindow()
    dialog.token.setText(TOKEN)
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    await opened.still()
    dialog.token.setFocus()
    press(dialog.test)
    dialog.token.setFocus()
    QTest.keyClicks(dialog.token, "sk-")
    await opened.still()
    assert dialog.go_on.isVisible()
    assert dialog.token.hasFocus()


@pytest.mark.parametrize("fault", [Fault.TOKEN_REFUSED, Fault.OFFLINE])
async def test_a_new_token_that_is_not_taken_leaves_the_keyboard_in_its_field(
    window: QWidget, fault: Fault
) -> None:
    opened = Opened(window, AccountHarness(), uploads=True)
    dialog = opened.dialog
    dialog.activateWindow()
    dialog.token.setText(TOKEN)
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    await opened.still()
    assert dialog.go_on.hasFocus()
    opened.harness.new = GatewayError(fault, Fate.REFUSED)
    dialog.token.setText("another-token")
    dialog.token.setFocus()
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    await opened.still()
    assert dialog.token.hasFocus()
    accepted = QSignalSpy(dialog.accepted)
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    await opened.still()
    assert not accepted.count()
    assert opened.harness.tried == ["another-token"] * 2
    assert opened.harness.tokens.token == TOKEN


async def test_a_token_that_could_not_be_tested_yet_may_be_gone_on_with(window: QWidget) -> None:
    opened = Opened(window, AccountHarness(), uploads=True)
    opened.harness.job.credits = GatewayError(Fault.OFFLINE, Fate.NOT_SENT)
    opened.dialog.token.setText(TOKEN)
    press(opened.dialog.save)
    await opened.still()
    assert opened.said.startswith("Saved, not tested")
    assert opened.dialog.go_on.isVisible()


async def test_a_token_that_is_refused_is_not_gone_on_with(window: QWidget) -> None:
    opened = Opened(window, AccountHarness(), uploads=True)
    opened.harness.refuse(Fault.TOKEN_REFUSED)
    opened.dialog.token.setText(TOKEN)
    press(opened.dialog.save)
    await opened.still()
    assert not opened.dialog.go_on.isVisible()


async def test_nothing_waits_where_nobody_uploads(opened: Opened) -> None:
    opened.dialog.token.setText(TOKEN)
    press(opened.dialog.save)
    await opened.still()
    assert not opened.dialog.go_on.isVisible()


async def test_the_buttons_stay_where_they_are_whatever_is_said(opened: Opened) -> None:
    dialog = opened.dialog
    dialog.token.setText("two words")

    def places() -> list[QPoint]:
        return [one.mapTo(dialog, QPoint()) for one in (dialog.save, dialog.test, dialog.remove)]

    before = places()
    press(dialog.save)
    QApplication.sendPostedEvents()
    assert "more than one word" in opened.said
    assert places() == before


async def test_saving_tests_the_token_and_tells_the_balance(opened: Opened) -> None:
    dialog = opened.dialog
    dialog.token.setText(f'  "Bearer {TOKEN}"\n')
    press(dialog.save)
    await opened.still()
    assert opened.harness.tokens.token == TOKEN
    assert opened.said == "Connected. You have 250 credits."
    assert not dialog.token.text()
    assert dialog.remove.isEnabled()
    assert not dialog.keep.isVisible()


@pytest.mark.parametrize(
    "garbage", ["", "   ", "two words", "tökén", "sk-\x07", "x" * 10_240, '""', "Bearer ", "\u200b"]
)
async def test_garbage_gets_words_and_goes_nowhere(opened: Opened, garbage: str) -> None:
    opened.dialog.token.setText(garbage)
    press(opened.dialog.save)
    await opened.still()
    assert not opened.harness.tokens.asked
    assert opened.said
    assert opened.said != "No token is saved yet."
    assert opened.dialog.status.property("tone") == "danger"
    if garbage.strip():
        assert garbage.strip() not in opened.said


@pytest.mark.parametrize(
    "answer", [SecretAnswer.UNAVAILABLE, SecretAnswer.LOCKED, SecretAnswer.TIMED_OUT, SecretAnswer.FAILED]
)
async def test_without_a_keyring_it_can_be_kept_for_now(opened: Opened, answer: SecretAnswer) -> None:
    opened.harness.tokens.answers.append(answer)
    dialog = opened.dialog
    dialog.token.setText(TOKEN)
    press(dialog.save)
    await opened.still()
    assert "password store" in opened.said
    assert opened.harness.tokens.token is None
    press(dialog.keep)
    await opened.still()
    assert opened.harness.account.in_memory
    assert opened.said == "Connected. You have 250 credits."
    assert not dialog.keep.isVisible()
    assert not dialog.token.text()


async def test_where_only_the_password_store_is_allowed_nothing_else_is_offered(
    opened: Opened,
) -> None:
    opened.harness.account.session_token_allowed = False
    opened.harness.tokens.answers.append(SecretAnswer.UNAVAILABLE)
    dialog = opened.dialog
    dialog.token.setText(TOKEN)
    press(dialog.save)
    await opened.still()
    assert "password store" in opened.said
    assert "does not allow it" in opened.said
    assert "until you close" not in opened.said
    assert not dialog.keep.isVisible()


async def test_a_token_mountsea_refuses_is_said(opened: Opened) -> None:
    opened.harness.refuse(Fault.TOKEN_REFUSED)
    opened.dialog.token.setText(TOKEN)
    press(opened.dialog.save)
    await opened.still()
    assert opened.said.startswith("Mountsea does not accept this token.")
    assert opened.dialog.save.property("kind") == "primary"
    assert opened.dialog.token.property("tone") == "danger"
    opened.harness.job.credits = 250.0
    opened.dialog.token.setText("another")
    press(opened.dialog.save)
    await opened.still()
    assert opened.dialog.token.property("tone") == ""
    assert opened.dialog.save.property("kind") == ""


NO_WAY = GatewayError(Fault.OFFLINE, Fate.NOT_SENT)


async def test_without_a_network_a_token_is_saved_and_tested_by_itself_later(opened: Opened) -> None:
    job, account = opened.harness.job, opened.harness.account
    job.credits = NO_WAY
    opened.dialog.token.setText(TOKEN)
    press(opened.dialog.save)
    await opened.still()
    assert opened.said.startswith("Saved, not tested: no network.")
    assert opened.dialog.status.property("tone") == "warning"
    assert opened.harness.tokens.token == TOKEN
    assert await job.reach() is Reached.NO_WAY
    assert opened.said.startswith("Saved, not tested: no network.")
    job.credits = 250.0
    assert await job.reach() is Reached.ANSWERED
    assert not account.is_untested
    assert opened.said == "Connected. You have 250 credits."


async def test_a_token_that_was_never_tested_need_not_be_guarded(opened: Opened) -> None:
    opened.harness.job.credits = NO_WAY
    opened.harness.new = NO_WAY
    for token in ("sk-with-a-slip", TOKEN):
        opened.dialog.token.setText(token)
        press(opened.dialog.save)
        await opened.still()
        assert opened.harness.tokens.token == token
    assert opened.harness.tried == []


async def test_the_dialog_says_of_a_token_that_it_was_not_tested(window: QWidget, opened: Opened) -> None:
    opened.harness.job.credits = NO_WAY
    opened.dialog.token.setText(TOKEN)
    press(opened.dialog.save)
    await opened.still()
    later = AccountDialog(window, opened.harness.account, opened.tasks)
    assert later.status.text().endswith(words.account.not_tested_yet())


async def test_testing_without_a_token_says_so(opened: Opened) -> None:
    press(opened.dialog.test)
    await opened.still()
    assert opened.said.startswith("There is no token to test.")


async def removed(opened: Opened) -> None:
    """Press "Remove token", and say yes."""
    press(opened.dialog.remove)
    await until(lambda: opened.dialog.findChildren(QuestionDialog), "the question")
    press(opened.dialog.findChildren(QuestionDialog)[0].yes)
    await opened.still()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
async def test_a_token_is_removed_after_a_yes_alone(opened: Opened, key: Qt.Key) -> None:
    await opened.harness.account.save(TOKEN)
    opened.dialog.retranslate()
    press(opened.dialog.remove)
    press(opened.dialog.remove)  # a double press asks once
    await until(lambda: opened.dialog.findChildren(QuestionDialog), "the question")
    await asyncio.sleep(0)
    (question,) = opened.dialog.findChildren(QuestionDialog)
    assert question.windowTitle() == "Remove the token from this computer?"
    assert "may not show it to you again" in question._text.text()
    QTest.keyClick(question.cancel if key is Qt.Key.Key_Space else question, key)
    await opened.still()
    assert opened.harness.account.connected
    assert "remove" not in opened.harness.tokens.asked


async def test_removing_takes_it_off_this_computer(opened: Opened) -> None:
    await opened.harness.account.save(TOKEN)
    opened.dialog.retranslate()
    await removed(opened)
    assert opened.said == "The token was removed from this computer."
    assert not opened.dialog.remove.isEnabled()
    assert not opened.harness.account.connected


async def test_a_removal_that_fails_is_said(opened: Opened) -> None:
    await opened.harness.account.save(TOKEN)
    opened.harness.tokens.answers.append(SecretAnswer.LOCKED)
    opened.dialog.retranslate()
    await removed(opened)
    assert opened.said.startswith("The password store is locked.")
    assert opened.harness.account.connected


async def test_one_step_at_a_time(opened: Opened) -> None:
    opened.harness.tokens.open.clear()
    dialog = opened.dialog
    dialog.token.setText(TOKEN)
    press(dialog.save)
    await until(lambda: opened.harness.tokens.asked, "the question to the keyring")
    assert opened.said.startswith("Saving…")
    QTest.keyClicks(dialog.token, "x")
    assert not dialog.save.isEnabled()
    assert not dialog.test.isEnabled()
    QTest.keyClick(dialog.token, Qt.Key.Key_Return)
    opened.harness.tokens.open.set()
    await opened.still()
    assert opened.harness.tokens.asked == ["save"]
    assert dialog.save.isEnabled()


async def test_closing_in_the_middle_of_a_step_is_harmless(window: QWidget) -> None:
    opened = Opened(window, AccountHarness())
    opened.dialog.hide()
    waiting = asyncio.get_running_loop().create_task(run_dialog(opened.dialog))
    await until(opened.dialog.isVisible, "the dialog")
    opened.harness.tokens.open.clear()
    opened.dialog.token.setText(TOKEN)
    press(opened.dialog.save)
    await until(lambda: opened.harness.tokens.asked, "the question to the keyring")
    QTest.keyClick(opened.dialog, Qt.Key.Key_Escape)
    assert await waiting is False
    bury()
    opened.harness.tokens.open.set()
    await opened.still()
    assert not opened.errors
    assert opened.harness.tokens.token == TOKEN  # what was asked for still happens


def test_in_practice_no_token_is_wanted(window: QWidget) -> None:
    dialog = Opened(window, AccountHarness(practice=True)).dialog
    assert not dialog.token.isVisible()
    assert not dialog.save.isVisible()
    assert dialog.test.isEnabled()


def test_where_a_token_is_kept_is_said(window: QWidget) -> None:
    harness = AccountHarness()
    harness.account.keep_for_now(TOKEN)
    assert (
        Opened(window, harness).said == "The token is kept until you close the program, and written nowhere."
    )
    harness.tokens.location = type(harness.tokens.location).KEYRING
    assert (
        Opened(window, harness).said == "The token is in this computer's password store (The test's keyring)."
    )


@pytest.mark.parametrize("answer", [SecretAnswer.LOCKED, SecretAnswer.TIMED_OUT, SecretAnswer.FAILED])
async def test_a_token_that_could_not_be_read_is_looked_for_again(
    window: QWidget, answer: SecretAnswer
) -> None:
    harness = AccountHarness()
    harness.tokens.kept = TOKEN
    harness.tokens.answers += [answer, answer, SecretAnswer.FOUND]
    await harness.account.load()
    opened = Opened(window, harness)
    await opened.still()
    assert opened.said == words.account.unread(answer)
    press(opened.dialog.test)
    await opened.still()
    assert opened.said == "Connected. You have 250 credits."
    assert harness.tokens.asked == ["load"] * 3


async def test_closed_while_it_looks_for_the_token_it_stays_closed(window: QWidget) -> None:
    harness = AccountHarness()
    harness.tokens.kept = TOKEN
    harness.tokens.answers += [SecretAnswer.LOCKED, SecretAnswer.FOUND]
    await harness.account.load()
    harness.tokens.open.clear()
    opened = Opened(window, harness)
    await until(lambda: len(harness.tokens.asked) == 2, "the question to the keyring")
    opened.dialog.reject()
    opened.dialog.deleteLater()
    bury()
    harness.tokens.open.set()
    await opened.still()
    assert opened.errors == []
    assert harness.account.connected


async def test_a_token_that_arrives_while_the_dialog_is_open_is_announced(window: QWidget) -> None:
    harness = AccountHarness()
    harness.tokens.answers += [SecretAnswer.TIMED_OUT] * 2
    await harness.account.load()
    opened = Opened(window, harness)
    await opened.still()
    harness.tokens.token, harness.tokens.location = TOKEN, SecretLocation.KEYRING
    harness.tokens.arrived()
    assert opened.said == "The token is in this computer's password store (The test's keyring)."
    assert opened.dialog.remove.isEnabled()


async def test_a_slow_keyring_need_not_be_waited_for(opened: Opened) -> None:
    opened.harness.tokens.open.clear()
    opened.harness.tokens.answers.append(SecretAnswer.TIMED_OUT)
    dialog = opened.dialog
    dialog.token.setText(TOKEN)
    press(dialog.save)
    await until(lambda: opened.harness.tokens.asked, "the question to the keyring")
    assert not dialog.keep.isVisible()
    dialog._slow.timeout.emit()
    press(dialog.keep)
    await until(lambda: opened.said == "Connected. You have 250 credits.", "the balance")
    opened.harness.tokens.open.set()
    await opened.still()
    assert opened.said == "Connected. You have 250 credits."
    assert opened.harness.account.in_memory
    assert not dialog.keep.isVisible()


# -- Replacing a token that works


async def replaced(opened: Opened) -> None:
    """Enter another token where one is kept that works, and press Save."""
    await opened.harness.account.save(TOKEN)
    opened.harness.tokens.asked.clear()
    opened.dialog.token.setText("another-token")
    press(opened.dialog.save)
    await opened.still()


async def test_a_new_token_is_tried_before_it_replaces_one_that_works(opened: Opened) -> None:
    await replaced(opened)
    assert opened.harness.tried == ["another-token"]
    assert opened.harness.tokens.token == "another-token"
    assert opened.said == "Connected. You have 250 credits."
    assert not opened.dialog.replace.isVisible()


async def test_a_new_token_that_is_refused_replaces_nothing_without_a_yes(opened: Opened) -> None:
    opened.harness.new = GatewayError(Fault.TOKEN_REFUSED, Fate.REFUSED)
    await replaced(opened)
    assert opened.harness.tokens.token == TOKEN
    assert opened.harness.tokens.asked == []
    assert opened.said.startswith("Mountsea does not accept the new token, so the one you have was kept.")
    assert opened.dialog.token.text() == "another-token"
    press(opened.dialog.replace)
    await opened.still()
    assert opened.harness.tokens.token == "another-token"
    assert not opened.dialog.replace.isVisible()


@pytest.mark.parametrize("facts", [{}, {FactKey.PROXY: "proxy.example:3128"}])
async def test_a_new_token_that_cannot_be_tried_replaces_nothing_without_a_yes(
    opened: Opened, facts: dict[FactKey, str]
) -> None:
    fault = Fault.PROXY_LOGIN if facts else Fault.OFFLINE
    opened.harness.new = GatewayError(fault, Fate.NOT_SENT, facts=facts)
    await replaced(opened)
    assert opened.harness.tokens.token == TOKEN
    assert opened.said.endswith("So the new token could not be checked, and the one you have was kept.")
    assert opened.dialog.replace.isVisible()
    assert opened.dialog.proxy.isVisible() is bool(facts)


async def test_a_token_that_is_refused_is_replaced_without_a_question(opened: Opened) -> None:
    await opened.harness.account.save(TOKEN)
    opened.harness.refuse(Fault.TOKEN_REFUSED)
    press(opened.dialog.test)
    await opened.still()
    opened.harness.job.credits = 250.0
    opened.dialog.token.setText("another-token")
    press(opened.dialog.save)
    await opened.still()
    assert opened.harness.tried == []
    assert opened.harness.tokens.token == "another-token"


async def test_a_removal_that_is_not_answered_is_said(opened: Opened) -> None:
    await opened.harness.account.save(TOKEN)
    opened.harness.tokens.answers.append(SecretAnswer.TIMED_OUT)
    await removed(opened)
    assert opened.said.startswith("The token is not used any more.")
    assert not opened.harness.account.connected
    assert not opened.dialog.remove.isEnabled()


def test_another_gateway_is_named_before_a_token_is_given_to_it(window: QWidget) -> None:
    other = Addresses(api="https://api.mountsea.ai.evil.example")
    assert (
        "api.mountsea.ai.evil.example" in Opened(window, AccountHarness(addresses=other)).dialog._intro.text()
    )
    assert "address" not in Opened(window, AccountHarness()).dialog._intro.text()
