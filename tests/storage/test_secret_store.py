import asyncio
import logging
import subprocess
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordSetError

from mountsea_desktop.storage import secret_store
from mountsea_desktop.storage.never_kept import NeverKept
from mountsea_desktop.storage.secret_answer import SecretAnswer
from mountsea_desktop.storage.secret_store import SecretLocation, SecretStore, account_name
from tests.fakes.fake_keyring import FakeKeyring

TOKEN = "sk-" + "夜" * 20


class PlaintextKeyring(FakeKeyring):
    """Stands for the leftovers of other packages that write secrets into a file."""


@pytest.fixture
async def store(fake: FakeKeyring) -> AsyncIterator[SecretStore]:  # noqa: ARG001 - wanted for what it does
    store = SecretStore("default@https://a")
    yield store
    store.close()


async def test_a_token_is_saved_found_and_removed(fake: FakeKeyring, store: SecretStore) -> None:
    assert (store.current(), store.location, store.keyring_name) == (None, SecretLocation.NOWHERE, "")
    assert await store.load() is SecretAnswer.ABSENT
    assert await store.save(TOKEN) is SecretAnswer.SAVED
    assert (store.current(), store.location) == (TOKEN, SecretLocation.KEYRING)
    assert fake.entries == {("mountsea-desktop", "default@https://a"): TOKEN}
    assert store.keyring_name == fake.name

    again = SecretStore("default@https://a")
    assert await again.load() is SecretAnswer.FOUND
    assert (again.current(), again.location) == (TOKEN, SecretLocation.KEYRING)
    assert await again.remove() is SecretAnswer.REMOVED
    assert (again.current(), again.location) == (None, SecretLocation.NOWHERE)
    assert await again.remove() is SecretAnswer.ABSENT
    assert fake.entries == {}
    again.close()


async def test_a_keyring_is_not_asked_where_nothing_was_ever_put_into_one(
    fake: FakeKeyring, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def store(*, is_new: bool = False) -> SecretStore:
        return SecretStore("default@https://a", never_kept=NeverKept(tmp_path / "none", is_new=is_new))

    first = store(is_new=True)
    assert await first.load() is SecretAnswer.ABSENT
    first.close()
    with monkeypatch.context() as silent:
        silent.setattr(secret_store, "_run", lambda _question: pytest.fail("it was asked"))
        later = store()
        assert await later.load() is SecretAnswer.ABSENT
        later.close()
    later = store()
    assert await later.save(TOKEN) is SecretAnswer.SAVED
    later.close()
    again = store()
    assert await again.load() is SecretAnswer.FOUND
    assert await again.remove() is SecretAnswer.REMOVED
    again.close()
    fake.entries["mountsea-desktop", "default@https://a"] = "of another computer"
    last = store()
    assert await last.load() is SecretAnswer.FOUND, "whoever has kept something once may have more"
    last.close()


async def test_nothing_is_kept_that_would_not_be_found_again(fake: FakeKeyring, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    store = SecretStore("default@https://a", never_kept=NeverKept(tmp_path / "none"))
    assert await store.save(TOKEN) is SecretAnswer.FAILED
    assert fake.entries == {}
    store.close()


def test_entries_are_kept_apart_by_gateway_and_profile() -> None:
    both = ["https://api.mountsea.ai", "https://dk.mountsea.ai"]
    names = {account_name(both, "default"), account_name(both, "p2"), account_name(both[:1], "default")}
    assert len(names) == 3
    assert account_name(["HTTPS://API.mountsea.ai/", both[1]], "default") in names


async def test_a_token_for_this_run_never_reaches_the_keyring(fake: FakeKeyring, store: SecretStore) -> None:
    store.keep_for_this_run(TOKEN)
    assert (store.current(), store.location) == (TOKEN, SecretLocation.MEMORY)
    assert await store.load() is SecretAnswer.ABSENT
    assert store.current() == TOKEN
    store.forget()
    assert (store.current(), store.location) == (None, SecretLocation.NOWHERE)
    assert fake.entries == {}


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (KeyringLocked(TOKEN), SecretAnswer.LOCKED),
        (NoKeyringError(TOKEN), SecretAnswer.UNAVAILABLE),
        (InitError(TOKEN), SecretAnswer.UNAVAILABLE),
        (PasswordSetError(TOKEN), SecretAnswer.FAILED),
        (OSError(1783, f"The stub received bad data {TOKEN}"), SecretAnswer.FAILED),
        (ZeroDivisionError(TOKEN), SecretAnswer.FAILED),
    ],
)
async def test_whatever_a_keyring_raises_is_an_answer(
    fake: FakeKeyring,
    store: SecretStore,
    error: Exception,
    answer: SecretAnswer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await store.save("earlier")
    fake.error = error
    with caplog.at_level(logging.DEBUG):
        assert await store.load() is answer
        assert await store.save(TOKEN) is answer
        assert await store.remove() is answer
    assert (store.current(), store.location) == ("earlier", SecretLocation.KEYRING)
    assert TOKEN not in caplog.text


async def test_a_keyring_that_forgets_at_once_did_not_save(fake: FakeKeyring, store: SecretStore) -> None:
    fake.forgetful = True
    assert await store.save(TOKEN) is SecretAnswer.FAILED
    assert store.location is SecretLocation.NOWHERE


async def test_a_hanging_keyring_leaves_the_loop_alive_and_the_entry_alone(fake: FakeKeyring) -> None:
    store = SecretStore("a", load_limit=0.05, save_limit=0.05)
    fake.entries["mountsea-desktop", "a"] = "earlier"
    fake.gate.clear()
    loading = asyncio.gather(store.load())
    turns = 0
    while not loading.done():
        await asyncio.sleep(0)
        turns += 1
    assert list(await loading) == [SecretAnswer.TIMED_OUT]
    assert turns > 10
    assert await store.remove() is SecretAnswer.TIMED_OUT
    assert fake.entries == {("mountsea-desktop", "a"): "earlier"}
    started = time.monotonic()
    store.close()
    assert time.monotonic() - started < 5
    assert await store.load() is SecretAnswer.UNAVAILABLE


async def test_a_token_entered_meanwhile_stays(fake: FakeKeyring, store: SecretStore) -> None:
    fake.entries["mountsea-desktop", "default@https://a"] = "earlier"
    fake.gate.clear()
    loading = asyncio.gather(store.load())
    await asyncio.sleep(0)
    store.keep_for_this_run(TOKEN)
    fake.gate.set()
    assert list(await loading) == [SecretAnswer.FOUND]
    assert (store.current(), store.location) == (TOKEN, SecretLocation.MEMORY)


@pytest.mark.parametrize("kind", [PlaintextKeyring, null.Keyring, fail.Keyring, chainer.ChainerBackend])
async def test_a_keyring_that_keeps_no_secret_is_refused(
    fake: FakeKeyring, store: SecretStore, kind: type[KeyringBackend], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PlaintextKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain])
    monkeypatch.setattr(fail.Keyring, "get_viable_backends", lambda: iter([PlaintextKeyring, null.Keyring]))
    keyring.set_keyring(plain if kind is PlaintextKeyring else kind())
    assert await store.load() is SecretAnswer.UNAVAILABLE
    assert await store.save(TOKEN) is SecretAnswer.UNAVAILABLE
    assert await store.remove() is SecretAnswer.UNAVAILABLE
    assert store.location is SecretLocation.NOWHERE
    assert plain.entries == fake.entries == {}


async def test_among_several_the_one_that_keeps_secrets_is_used(
    fake: FakeKeyring, store: SecretStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = PlaintextKeyring()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, fake])
    keyring.set_keyring(chainer.ChainerBackend())  # type: ignore[no-untyped-call]  # the library has no types here
    assert await store.save(TOKEN) is SecretAnswer.SAVED
    assert list(fake.entries.values()) == [TOKEN]
    assert plain.entries == {}


async def test_a_keyring_that_was_started_later_is_found(
    store: SecretStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # the library has no types here
    monkeypatch.setattr(fail.Keyring, "get_viable_backends", lambda: iter([FakeKeyring]))
    assert await store.load() is SecretAnswer.ABSENT


@pytest.mark.parametrize(("length", "answer"), [(1280, SecretAnswer.SAVED), (1281, SecretAnswer.TOO_LONG)])
async def test_a_token_too_long_for_windows_is_not_even_tried(
    fake: FakeKeyring, store: SecretStore, length: int, answer: SecretAnswer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secret_store, "_WINDOWS", secret_store._path(FakeKeyring))
    assert await store.save("x" * length) is answer
    assert len(fake.entries) == (answer is SecretAnswer.SAVED)


async def test_the_token_shows_nowhere(store: SecretStore) -> None:
    await store.save(TOKEN)
    assert TOKEN not in repr(store) + str(store) + repr(await store._ask(store._look, 10))


def test_the_library_is_imported_only_when_it_is_asked() -> None:
    code = "import sys, mountsea_desktop.storage.secret_store; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603 - our own text


def test_the_accepted_keyrings_exist() -> None:
    known = {secret_store._path(kind) for kind in KeyringBackend._classes}
    assert known >= secret_store.TRUSTED_KEYRINGS


async def test_a_token_that_comes_too_late_is_taken_unless_another_was_entered(fake: FakeKeyring) -> None:
    for entered in (None, "entered meanwhile"):
        store = SecretStore("default@https://a", load_limit=0.05)
        arrived = asyncio.Event()
        store.arrived = arrived.set
        fake.entries["mountsea-desktop", "default@https://a"] = TOKEN
        fake.gate.clear()
        assert await store.load() is SecretAnswer.TIMED_OUT
        if entered:
            store.keep_for_this_run(entered)
        fake.gate.set()
        if entered is None:
            async with asyncio.timeout(10):
                await arrived.wait()
            assert (store.current(), store.location) == (TOKEN, SecretLocation.KEYRING)
        else:
            assert await store.load() is SecretAnswer.FOUND  # its answer comes after the late one
            assert not arrived.is_set()
        store.close()


# -- A keyring that answers when nobody waits any more


class Slow(FakeKeyring):
    """Each call waits at a gate of its own, so that a test decides which ends first."""

    def __init__(self) -> None:
        super().__init__()
        self.gates: dict[str, threading.Event] = {}

    def hold(self, call: str) -> threading.Event:
        """Have the next call of this kind wait until the event is set."""
        return self.gates.setdefault(call, threading.Event())

    def _wait(self, call: str) -> None:
        if (gate := self.gates.pop(call, None)) is not None:
            gate.wait()

    def get_password(self, service: str, username: str) -> str | None:
        found = super().get_password(service, username)
        self._wait("get")
        return found

    def set_password(self, service: str, username: str, password: str) -> None:
        self._wait("set")
        super().set_password(service, username, password)

    def delete_password(self, service: str, username: str) -> None:
        self._wait("delete")
        super().delete_password(service, username)


ENTRY = ("mountsea-desktop", "a")


@pytest.fixture
async def slow(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Slow]:
    monkeypatch.setattr(secret_store, "TRUSTED_KEYRINGS", {secret_store._path(Slow)})
    before = keyring.get_keyring()
    slow = Slow()
    keyring.set_keyring(slow)
    yield slow
    for gate in slow.gates.values():
        gate.set()
    keyring.set_keyring(before)


@pytest.fixture
async def hasty(slow: Slow) -> AsyncIterator[SecretStore]:  # noqa: ARG001 - wanted for what it does
    store = SecretStore("a", load_limit=0.05, save_limit=0.05)
    yield store
    store.close()


async def settled(true: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not true():  # noqa: ASYNC110 - it comes from another thread
            await asyncio.sleep(0.002)
    await asyncio.sleep(0.05)  # and nothing comes after it


async def test_a_removed_token_stays_removed_whatever_is_read_later(slow: Slow, hasty: SecretStore) -> None:
    slow.entries[ENTRY] = TOKEN
    gate = slow.hold("get")
    arrived: list[str | None] = []
    hasty.arrived = lambda: arrived.append(hasty.current())
    assert await hasty.load() is SecretAnswer.TIMED_OUT
    hasty.keep_for_this_run("another")
    assert await hasty.remove() is SecretAnswer.REMOVED
    gate.set()
    await settled(lambda: slow.entries == {})
    assert (hasty.current(), hasty.location, arrived) == (None, SecretLocation.NOWHERE, [])


async def test_a_removal_without_an_answer_forgets_at_once_and_is_tried_again(
    slow: Slow, hasty: SecretStore
) -> None:
    await hasty.save(TOKEN)
    gate = slow.hold("delete")
    assert await hasty.remove() is SecretAnswer.TIMED_OUT
    assert (hasty.current(), hasty.location) == (None, SecretLocation.NOWHERE)
    assert slow.entries
    assert await hasty.load() is SecretAnswer.ABSENT
    assert (hasty.current(), slow.entries) == (None, {})
    gate.set()
    assert await hasty.load() is SecretAnswer.ABSENT


async def test_a_token_kept_for_now_is_taken_out_of_a_keyring_that_saves_it_later(
    slow: Slow, hasty: SecretStore
) -> None:
    slow.entries[ENTRY] = "earlier"
    gate = slow.hold("set")
    assert await hasty.save(TOKEN) is SecretAnswer.TIMED_OUT
    hasty.keep_for_this_run(TOKEN)
    gate.set()
    await settled(lambda: slow.calls >= 2)
    assert slow.entries == {ENTRY: "earlier"}
    assert (hasty.current(), hasty.location) == (TOKEN, SecretLocation.MEMORY)


async def test_a_token_kept_before_the_keyring_was_written_to_never_gets_there(
    slow: Slow, hasty: SecretStore
) -> None:
    gate = slow.hold("get")
    saving = asyncio.gather(hasty.save(TOKEN))
    await slow.called()
    hasty.keep_for_this_run(TOKEN)
    gate.set()
    assert list(await saving) == [SecretAnswer.SUPERSEDED]
    assert slow.entries == {}
    assert hasty.location is SecretLocation.MEMORY


@pytest.mark.parametrize("first", ["save", "remove"])
async def test_what_was_wished_last_is_what_the_keyring_ends_with(
    slow: Slow, hasty: SecretStore, first: str
) -> None:
    slow.entries[ENTRY] = "earlier"
    gate = slow.hold("set" if first == "save" else "delete")
    stuck = hasty.save("wrong") if first == "save" else hasty.remove()
    assert await stuck is SecretAnswer.TIMED_OUT
    assert await hasty.save(TOKEN) is SecretAnswer.SAVED
    gate.set()
    await settled(lambda: slow.calls >= 5)
    assert slow.entries == {ENTRY: TOKEN}
    assert (hasty.current(), hasty.location) == (TOKEN, SecretLocation.KEYRING)


async def test_a_token_that_is_saved_late_is_used_if_nothing_else_was_wished(
    slow: Slow, hasty: SecretStore
) -> None:
    gate = slow.hold("set")
    arrived = asyncio.Event()
    hasty.arrived = arrived.set
    assert await hasty.save(TOKEN) is SecretAnswer.TIMED_OUT
    assert hasty.current() is None
    gate.set()
    async with asyncio.timeout(10):
        await arrived.wait()
    assert (hasty.current(), hasty.location) == (TOKEN, SecretLocation.KEYRING)


@pytest.mark.parametrize(
    ("text", "holds_it"),
    [
        ("sk-made-up-9", True),
        ('  "sk-made-up-9"\n', True),
        ("Authorization: Bearer sk-made-up-9", True),
        ("x-api-key:sk-made-up-9", True),
        ("my token is sk-made-up-9 , keep it", True),
        ("https://a.example/sk-made-up-9.mp3", True),
        ("https://a.example/1.mp3#sk-made-up-9", True),
        ("https://me:sk-made-up-9@a.example/1.mp3", True),
        ("sk-made-up-8", False),
        ("sk-made-up-", False),
        ("", False),
        ("\ud800 ü", False),
    ],
)
async def test_the_token_is_recognised_where_it_should_not_be(
    store: SecretStore, text: str, holds_it: bool
) -> None:
    assert not store.holds_token(text)
    store.keep_for_this_run("sk-made-up-9")
    assert store.holds_token(text) is holds_it


@pytest.mark.parametrize(
    ("text", "holds_it"),
    [("abc", True), ("?key=abc&b", True), ("abcd", False), ("1.abc", False), ("x-abc", False)],
)
async def test_a_short_token_is_recognised_as_a_word_of_its_own(
    store: SecretStore, text: str, holds_it: bool
) -> None:
    store.keep_for_this_run("abc")
    assert store.holds_token(text) is holds_it
