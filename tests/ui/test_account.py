"""The account tells whether there is a token and what the balance is, and never hands the token out."""

from decimal import Decimal

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication

from mountsea_desktop.gateway.addresses import Addresses
from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.workflow.events import Outage, Remedy
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.reconnect import Reached
from tests.fakes.account import AccountHarness

TOKEN = "sk-made-up"


@pytest.fixture
async def harness(qapp: QApplication) -> AccountHarness:  # noqa: ARG001 - the window's loop
    return AccountHarness()


async def test_a_saved_token_lets_everything_go_on(harness: AccountHarness) -> None:
    account, changed = harness.account, QSignalSpy(harness.account.changed)
    assert not account.connected
    assert await account.save(TOKEN) is SecretAnswer.SAVED
    assert account.connected
    assert not account.in_memory
    assert harness.job.tries == 1
    assert changed.count() == 1
    assert TOKEN not in repr(vars(account))


async def test_a_keyring_that_refuses_changes_nothing(harness: AccountHarness) -> None:
    harness.tokens.answers.append(SecretAnswer.LOCKED)
    assert await harness.account.save(TOKEN) is SecretAnswer.LOCKED
    assert not harness.account.connected
    assert harness.job.tries == 0


async def test_the_balance_is_as_last_heard(harness: AccountHarness) -> None:
    account = harness.account
    assert account.balance is None
    assert await account.ask_balance() == 250.0
    assert account.balance == 250.0
    harness.refuse(Fault.TOKEN_REFUSED)
    changed = QSignalSpy(account.changed)
    with pytest.raises(GatewayError):
        await account.ask_balance()
    assert account.balance is None
    assert changed.count() == 1


async def test_another_token_has_another_balance(harness: AccountHarness) -> None:
    await harness.account.ask_balance()
    harness.account.keep_for_now(TOKEN)
    assert harness.account.in_memory
    assert harness.account.balance is None
    assert harness.job.tries == 1


async def test_what_the_administrator_forbids_stays_forbidden_when_a_token_goes(
    harness: AccountHarness,
) -> None:
    harness.account.session_token_allowed = False
    await harness.account.save(TOKEN)
    await harness.account.remove()
    assert not harness.account.session_token_allowed


@pytest.mark.parametrize("answer", [SecretAnswer.REMOVED, SecretAnswer.ABSENT])
async def test_a_removed_token_is_gone(harness: AccountHarness, answer: SecretAnswer) -> None:
    await harness.account.save(TOKEN)
    await harness.account.ask_balance()
    harness.tokens.answers.append(answer)
    assert await harness.account.remove() is answer
    assert not harness.account.connected
    assert harness.account.balance is None


async def test_a_token_that_stays_in_the_keyring_stays_known(harness: AccountHarness) -> None:
    await harness.account.save(TOKEN)
    await harness.account.ask_balance()
    harness.tokens.answers.append(SecretAnswer.LOCKED)
    assert await harness.account.remove() is SecretAnswer.LOCKED
    assert harness.account.connected
    assert harness.account.balance == 250.0


async def test_a_token_whose_removal_is_not_answered_is_not_used_any_more(harness: AccountHarness) -> None:
    await harness.account.save(TOKEN)
    await harness.account.ask_balance()
    harness.tokens.answers.append(SecretAnswer.TIMED_OUT)
    assert await harness.account.remove() is SecretAnswer.TIMED_OUT
    assert (harness.account.connected, harness.account.balance, harness.account.unread) == (False, None, None)


async def test_a_token_is_good_until_somebody_says_otherwise(harness: AccountHarness) -> None:
    account = harness.account
    assert not account.is_good
    await account.save(TOKEN)
    assert account.is_good
    harness.refuse(Fault.TOKEN_REFUSED)
    with pytest.raises(GatewayError):
        await account.ask_balance()
    assert not account.is_good
    await account.save(TOKEN)
    assert account.is_good
    harness.job.outage = Outage(Problem(Fault.TOKEN_REFUSED), Remedy.ENTER_TOKEN)
    assert not account.is_good


def test_hosts_are_named_only_where_they_are_not_mountseas(qapp: QApplication) -> None:  # noqa: ARG001 - words need an application
    assert AccountHarness().account.hosts_elsewhere == ""
    other = Addresses(api="https://api.mountsea.ai.example:8443/v1")
    assert (
        AccountHarness(addresses=other).account.hosts_elsewhere
        == "api.mountsea.ai.example:8443, dk.mountsea.ai"
    )
    assert AccountHarness(addresses=other, practice=True).account.hosts_elsewhere == ""


async def test_a_token_in_memory_goes_also_where_there_is_no_keyring(harness: AccountHarness) -> None:
    harness.account.keep_for_now(TOKEN)
    harness.tokens.answers.append(SecretAnswer.UNAVAILABLE)
    assert await harness.account.remove() is SecretAnswer.REMOVED
    assert not harness.account.connected


UNREAD = [SecretAnswer.LOCKED, SecretAnswer.TIMED_OUT, SecretAnswer.FAILED]


@pytest.mark.parametrize("answer", UNREAD)
async def test_a_keyring_that_does_not_let_us_look_is_not_one_without_a_token(
    harness: AccountHarness, answer: SecretAnswer
) -> None:
    harness.tokens.answers.append(answer)
    await harness.account.load()
    assert harness.account.unread is answer
    harness.account.keep_for_now(TOKEN)
    assert harness.account.unread is None


@pytest.mark.parametrize("answer", [SecretAnswer.ABSENT, SecretAnswer.UNAVAILABLE])
async def test_where_there_is_no_token_nothing_is_unread(
    harness: AccountHarness, answer: SecretAnswer
) -> None:
    harness.tokens.answers.append(answer)
    await harness.account.load()
    assert harness.account.unread is None


async def test_a_token_found_at_a_second_look_lets_everything_go_on(harness: AccountHarness) -> None:
    harness.tokens.kept = TOKEN
    harness.tokens.answers += [SecretAnswer.LOCKED, SecretAnswer.FOUND]
    await harness.account.load()
    assert harness.job.tries == 0
    await harness.account.load()
    assert harness.account.connected
    assert harness.job.tries == 1


async def test_a_token_that_comes_too_late_is_taken_all_the_same(harness: AccountHarness) -> None:
    harness.tokens.answers.append(SecretAnswer.TIMED_OUT)
    await harness.account.load()
    changed = QSignalSpy(harness.account.changed)
    harness.tokens.token = TOKEN
    harness.tokens.arrived()
    assert harness.account.unread is None
    assert harness.job.tries == 1
    assert changed.count() == 1


# -- Without a network -----------------------------------------------------------------------------------

ON_THE_WAY = [Fault.OFFLINE, Fault.UNREACHABLE, Fault.PROXY, Fault.PROXY_LOGIN, Fault.CERTIFICATE_UNTRUSTED,
              Fault.SIGN_IN_PAGE, Fault.LOST]  # fmt: skip


@pytest.mark.parametrize("fault", ON_THE_WAY)
async def test_a_token_that_could_not_be_tested_is_tested_when_there_is_a_network(
    harness: AccountHarness, fault: Fault
) -> None:
    account, job = harness.account, harness.job
    harness.refuse(fault)
    await account.save(TOKEN)
    with pytest.raises(GatewayError):
        await account.ask_balance()
    assert account.is_untested
    assert not account.is_good
    assert await job.reach() is Reached.NO_WAY
    job.credits = 250.0
    assert await job.reach() is Reached.ANSWERED
    assert (account.is_untested, account.is_good, account.balance) == (False, True, Decimal(250))
    assert await job.reach() is Reached.OVER


async def test_a_token_that_turns_out_refused_holds_everything_up(harness: AccountHarness) -> None:
    account, job = harness.account, harness.job
    harness.refuse(Fault.OFFLINE)
    await account.save(TOKEN)
    with pytest.raises(GatewayError):
        await account.ask_balance()
    harness.refuse(Fault.TOKEN_REFUSED)
    assert await job.reach() is Reached.ANSWERED
    assert job.failures == [Fault.TOKEN_REFUSED]
    assert not account.is_untested
    assert not account.is_good


@pytest.mark.parametrize("fault", [Fault.TOKEN_REFUSED, Fault.FORBIDDEN, Fault.NONSENSE])
async def test_what_mountsea_answered_is_no_reason_to_ask_again(
    harness: AccountHarness, fault: Fault
) -> None:
    harness.refuse(fault)
    await harness.account.save(TOKEN)
    with pytest.raises(GatewayError):
        await harness.account.ask_balance()
    assert not harness.account.is_untested
    assert not harness.job.waiting


async def test_one_of_an_earlier_run_is_tested_once_it_is_found(harness: AccountHarness) -> None:
    harness.tokens.kept = TOKEN
    harness.account.is_untested = True
    await harness.account.load()
    assert not harness.job.waiting
    harness.tokens.answers.append(SecretAnswer.FOUND)
    await harness.account.load()
    assert await harness.job.reach() is Reached.ANSWERED
    assert not harness.account.is_untested


async def test_a_token_that_is_removed_needs_no_test(harness: AccountHarness) -> None:
    harness.refuse(Fault.OFFLINE)
    await harness.account.save(TOKEN)
    with pytest.raises(GatewayError):
        await harness.account.ask_balance()
    await harness.account.remove()
    assert not harness.account.is_untested
    assert await harness.job.reach() is Reached.OVER
