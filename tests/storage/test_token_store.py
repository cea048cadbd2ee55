import asyncio
import logging
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Iterator

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError, PasswordSetError

from mountsea_desktop.storage import token_store
from mountsea_desktop.storage.token_store import TokenAnswer, TokenPlace, TokenStore, account_name

TOKEN = "sk-" + "夜" * 20
Entries = dict[tuple[str, str], str]


class FakeKeyring(KeyringBackend):
    """A keyring in memory, with an error or a wait in the way of each call, where the test wants one."""

    priority = 0.5
    viable = False  # so that the library never chooses it by itself

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library has no types here
        self.entries: Entries = {}
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.forgetful = False

    def _pass(self) -> None:
        self.gate.wait()
        if self.error is not None:
            raise self.error

    def get_password(self, service: str, username: str) -> str | None:
        self._pass()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._pass()
        if not self.forgetful:
            self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._pass()
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError


class PlaintextKeyring(FakeKeyring):
    """Stands for the leftovers of other packages that write secrets into a file."""


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeKeyring]:
    """The library's choice of keyring meanwhile, and accepted."""
    before = keyring.get_keyring()
    monkeypatch.setattr(token_store, "ACCEPTED", {*token_store.ACCEPTED, token_store._path(FakeKeyring)})
    fake = FakeKeyring()
    keyring.set_keyring(fake)
    yield fake
    fake.gate.set()
    keyring.set_keyring(before)


@pytest.fixture
async def store(fake: FakeKeyring) -> AsyncIterator[TokenStore]:  # noqa: ARG001 - wanted for what it does
    store = TokenStore("default@https://a")
    yield store
    store.close()


async def test_a_token_is_saved_found_and_removed(fake: FakeKeyring, store: TokenStore) -> None:
    assert (store.current(), store.place, store.keyring_name) == (None, TokenPlace.NOWHERE, "")
    assert await store.load() is TokenAnswer.ABSENT
    assert await store.save(TOKEN) is TokenAnswer.SAVED
    assert (store.current(), store.place) == (TOKEN, TokenPlace.KEYRING)
    assert fake.entries == {("mountsea-desktop", "default@https://a"): TOKEN}
    assert store.keyring_name == fake.name

    again = TokenStore("default@https://a")
    assert await again.load() is TokenAnswer.FOUND
    assert (again.current(), again.place) == (TOKEN, TokenPlace.KEYRING)
    assert await again.remove() is TokenAnswer.REMOVED
    assert (again.current(), again.place) == (None, TokenPlace.NOWHERE)
    assert await again.remove() is TokenAnswer.ABSENT
    assert fake.entries == {}
    again.close()


def test_entries_are_kept_apart_by_gateway_and_profile() -> None:
    both = ["https://api.mountsea.ai", "https://dk.mountsea.ai"]
    names = {account_name(both, "default"), account_name(both, "p2"), account_name(both[:1], "default")}
    assert len(names) == 3
    assert account_name(["HTTPS://API.mountsea.ai/", both[1]], "default") in names


async def test_a_token_for_this_run_never_reaches_the_keyring(fake: FakeKeyring, store: TokenStore) -> None:
    store.keep_for_this_run(TOKEN)
    assert (store.current(), store.place) == (TOKEN, TokenPlace.MEMORY)
    assert await store.load() is TokenAnswer.ABSENT
    assert store.current() == TOKEN
    store.forget()
    assert (store.current(), store.place) == (None, TokenPlace.NOWHERE)
    assert fake.entries == {}


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (KeyringLocked(TOKEN), TokenAnswer.LOCKED),
        (NoKeyringError(TOKEN), TokenAnswer.UNAVAILABLE),
        (InitError(TOKEN), TokenAnswer.UNAVAILABLE),
        (PasswordSetError(TOKEN), TokenAnswer.FAILED),
        (OSError(1783, f"The stub received bad data {TOKEN}"), TokenAnswer.FAILED),
        (ZeroDivisionError(TOKEN), TokenAnswer.FAILED),
    ],
)
async def test_whatever_a_keyring_raises_is_an_answer(
    fake: FakeKeyring,
    store: TokenStore,
    error: Exception,
    answer: TokenAnswer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await store.save("earlier")
    fake.error = error
    with caplog.at_level(logging.DEBUG):
        assert await store.load() is answer
        assert await store.save(TOKEN) is answer
        assert await store.remove() is answer
    assert (store.current(), store.place) == ("earlier", TokenPlace.KEYRING)
    assert TOKEN not in caplog.text


async def test_a_keyring_that_forgets_at_once_did_not_save(fake: FakeKeyring, store: TokenStore) -> None:
    fake.forgetful = True
    assert await store.save(TOKEN) is TokenAnswer.FAILED
    assert store.place is TokenPlace.NOWHERE


async def test_a_hanging_keyring_leaves_the_loop_alive_and_the_entry_alone(fake: FakeKeyring) -> None:
    store = TokenStore("a", load_limit=0.05, save_limit=0.05)
    fake.entries["mountsea-desktop", "a"] = "earlier"
    fake.gate.clear()
    loading = asyncio.gather(store.load())
    turns = 0
    while not loading.done():
        await asyncio.sleep(0)
        turns += 1
    assert list(await loading) == [TokenAnswer.TIMED_OUT]
    assert turns > 10
    assert await store.remove() is TokenAnswer.TIMED_OUT
    assert fake.entries == {("mountsea-desktop", "a"): "earlier"}
    started = time.monotonic()
    store.close()
    assert time.monotonic() - started < 5
    assert await store.load() is TokenAnswer.UNAVAILABLE


async def test_a_token_entered_while_the_keyring_is_asked_stays(fake: FakeKeyring, store: TokenStore) -> None:
    fake.entries["mountsea-desktop", "default@https://a"] = "earlier"
    fake.gate.clear()
    loading = asyncio.gather(store.load())
    await asyncio.sleep(0)
    store.keep_for_this_run(TOKEN)
    fake.gate.set()
    assert list(await loading) == [TokenAnswer.FOUND]
    assert (store.current(), store.place) == (TOKEN, TokenPlace.MEMORY)


@pytest.mark.parametrize("kind", [PlaintextKeyring, null.Keyring, fail.Keyring, chainer.ChainerBackend])
async def test_a_keyring_that_keeps_no_secret_is_refused(
    fake: FakeKeyring, store: TokenStore, kind: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PlaintextKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain])
    monkeypatch.setattr(fail.Keyring, "get_viable_backends", lambda: iter([PlaintextKeyring, null.Keyring]))
    keyring.set_keyring(plain if kind is PlaintextKeyring else kind())
    assert await store.load() is TokenAnswer.UNAVAILABLE
    assert await store.save(TOKEN) is TokenAnswer.UNAVAILABLE
    assert await store.remove() is TokenAnswer.UNAVAILABLE
    assert store.place is TokenPlace.NOWHERE
    assert plain.entries == fake.entries == {}


async def test_among_several_the_one_that_keeps_secrets_is_used(
    fake: FakeKeyring, store: TokenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PlaintextKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, fake])
    keyring.set_keyring(chainer.ChainerBackend())  # type: ignore[no-untyped-call]  # the library has no types here
    assert await store.save(TOKEN) is TokenAnswer.SAVED
    assert list(fake.entries.values()) == [TOKEN]
    assert plain.entries == {}


async def test_a_keyring_that_was_started_later_is_found(
    store: TokenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # the library has no types here
    monkeypatch.setattr(fail.Keyring, "get_viable_backends", lambda: iter([FakeKeyring]))
    assert await store.load() is TokenAnswer.ABSENT


@pytest.mark.parametrize(("length", "answer"), [(1280, TokenAnswer.SAVED), (1281, TokenAnswer.TOO_LONG)])
async def test_a_token_too_long_for_windows_is_not_even_tried(
    fake: FakeKeyring, store: TokenStore, length: int, answer: TokenAnswer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(token_store, "_WINDOWS", token_store._path(FakeKeyring))
    assert await store.save("x" * length) is answer
    assert len(fake.entries) == (answer is TokenAnswer.SAVED)


async def test_the_token_shows_nowhere(store: TokenStore) -> None:
    await store.save(TOKEN)
    assert TOKEN not in repr(store) + str(store) + repr(await store._ask(store._read, 10))


def test_the_library_is_imported_only_when_it_is_asked() -> None:
    code = "import sys, mountsea_desktop.storage.token_store; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own text


def test_the_accepted_keyrings_exist() -> None:
    known = {token_store._path(kind) for kind in KeyringBackend._classes}
    assert known >= token_store.ACCEPTED
