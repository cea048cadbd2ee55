import asyncio

import pytest

from mountsea_desktop.network.proxy import Login, with_login
from mountsea_desktop.storage.proxy_logins import ProxyLogins
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretStore
from tests.fakes.fake_keyring import FakeKeyring

PLACE = "proxy.studio.example:3128"
ANA = Login("ana", "pa ss:w@rd/夜")


async def kept(logins: ProxyLogins, login: Login, *, remember: bool = True) -> SecretAnswer:
    logins.use(PLACE, login)
    return await logins.keep(PLACE, remember=remember)


async def test_a_login_is_remembered_for_its_proxy_and_its_profile_alone(fake: FakeKeyring) -> None:
    logins = ProxyLogins("default")
    assert await logins.of(PLACE) is None
    assert await kept(logins, ANA) is SecretAnswer.SAVED
    assert await logins.of(PLACE) == ANA
    assert logins.secrets() == (ANA.password,)
    logins.close()
    assert logins.secrets() == ()

    assert await ProxyLogins("default").of(PLACE) == ANA
    assert await ProxyLogins("default").of("proxy.studio.example:8080") is None
    assert await ProxyLogins("another").of(PLACE) is None
    assert len(fake.entries) == 1


async def test_a_login_for_this_run_takes_a_remembered_one_out_of_the_keyring(fake: FakeKeyring) -> None:
    logins = ProxyLogins("default")
    await kept(logins, ANA)
    other = Login("ana", "new")
    assert await kept(logins, other, remember=False) is SecretAnswer.REMOVED
    assert await logins.of(PLACE) == other
    assert fake.entries == {}


async def test_the_keyring_is_asked_once_for_all_who_want_to_know(fake: FakeKeyring) -> None:
    logins = ProxyLogins("default")
    fake.gate.clear()
    both = asyncio.gather(logins.of(PLACE), logins.of(PLACE))
    await fake.called()
    fake.gate.set()
    assert list(await both) == [None, None]
    await logins.of(PLACE)
    assert fake.calls == 1


async def test_a_keyring_that_fails_costs_the_memory_and_not_the_login(fake: FakeKeyring) -> None:
    fake.error = RuntimeError(ANA.password)
    logins = ProxyLogins("default")
    assert await logins.of(PLACE) is None
    assert await kept(logins, ANA) is SecretAnswer.FAILED
    assert await logins.of(PLACE) == ANA


@pytest.mark.parametrize("entered", ["", "not ours", "{}", '{"name": 1, "password": 2}', "[]"])
async def test_an_entry_that_is_not_ours_is_no_login(fake: FakeKeyring, entered: str) -> None:
    logins = ProxyLogins("default")
    await kept(logins, ANA)
    [entry] = fake.entries
    fake.entries[entry] = entered
    assert await ProxyLogins("default").of(PLACE) is None


async def test_a_login_that_was_refused_is_used_no_more_until_another_is_entered(fake: FakeKeyring) -> None:
    await kept(ProxyLogins("default"), ANA)
    logins = ProxyLogins("default")
    address = with_login(f"http://{PLACE}", ANA)
    logins.refused(address)  # before it was looked up, it cannot have been sent
    assert await logins.of(PLACE) == ANA
    logins.refused(f"http://system:own@{PLACE}")
    assert await logins.of(PLACE) == ANA
    logins.refused(address)
    assert await logins.of(PLACE) is None
    assert fake.entries, "the proxy may be wrong today"
    better = Login("ana", "new")
    logins.use(PLACE, better)
    logins.refused(address)  # an older one, whose answer comes late
    assert await logins.of(PLACE) == better


async def test_no_password_is_in_what_is_printed(fake: FakeKeyring) -> None:  # noqa: ARG001 - wanted for what it does
    logins = ProxyLogins("default")
    await kept(logins, ANA)
    assert ANA.password not in f"{ANA!r} {SecretStore('a')!r} {logins!r}"
