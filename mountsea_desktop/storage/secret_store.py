"""A secret: in the operating system's keyring or, after a yes, in memory. The one place that holds the token.

Also the one place that knows the keyring library, which takes its time to import and whose every call may
block, for as long as a question of the operating system stays open.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from mountsea_desktop import PROGRAM
from mountsea_desktop.runtime.background import Background, ClosedError, StuckError
from mountsea_desktop.storage.never_kept import NeverKept
from mountsea_desktop.storage.secret_answer import SecretAnswer

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

WINDOWS_MOST = 2560
"""Bytes, as UTF-16, that Windows keeps in one entry."""
_WINDOWS = "keyring.backends.Windows.WinVaultKeyring"
TRUSTED_KEYRINGS = frozenset(
    {
        _WINDOWS,
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.libsecret.Keyring",
    }
)
"""Keyrings that keep secrets secret. Others, chosen in silence by the library, write plain text files."""


class SecretLocation(StrEnum):
    """Where the token is that `SecretStore.current` gives."""

    NOWHERE = "nowhere"
    KEYRING = "keyring"
    MEMORY = "memory"
    """Until the program closes."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    answer: SecretAnswer
    token: str | None = field(default=None, repr=False)
    keyring_name: str = ""


_REMOVING_ANSWERS = frozenset({SecretAnswer.REMOVED, SecretAnswer.ABSENT, SecretAnswer.TIMED_OUT})
"""What a removal comes to after which the secret is not used any more."""
_SEARCHED = 8
"""Characters of the shortest token that is looked for within words."""
_Question = Callable[["KeyringBackend"], _Outcome]


@dataclass(frozen=True, slots=True, eq=False)
class _Desired:
    """What the person last wanted the keyring to hold. One that took its time is held against it."""

    token: str | None = field(default=None, repr=False)
    """None for nothing."""
    as_before: bool = False
    """What was in it before it was last written to: the token is not to be in it."""


def account_name(origins: Iterable[str], profile_id: str) -> str:
    """Return the keyring entry for the token of these gateway addresses in this profile.

    A token entered for one gateway is never sent to another. The entry of a profile whose folder was deleted
    stays until it is removed with the system's own tool: keyrings do not list what they have for a program.
    """
    return f"{profile_id}@{'+'.join(origin.rstrip('/').lower() for origin in origins)}"


class SecretStore:
    """The secret of one account, an API token say.

    Its own thread asks the keyring, so a hanging keyring delays nothing else.
    """

    def __init__(
        self,
        account: str,
        service: str = PROGRAM,
        *,
        load_limit: float = 10.0,
        save_limit: float = 60.0,
        never_kept: NeverKept | None = None,
    ) -> None:
        """Limits are in seconds; saving and removing may wait for a person who unlocks the keyring."""
        self._never_kept = never_kept or NeverKept()
        self._account = account
        self._service = service
        self._load_limit = load_limit
        self._save_limit = save_limit
        self._background = Background("keyring")
        self._token: str | None = None
        self._location = SecretLocation.NOWHERE
        self._keyring_name = ""
        self._generation = 0
        """Counts what was entered, kept and removed: what was asked before says nothing any more."""
        self._desired = _Desired(as_before=True)
        self._removal_is_open = False
        """Whether a removal was not answered: what the keyring still gives is not to be used."""
        self.arrived: Callable[[], None] = lambda: None
        """Called when the keyring has given the secret after all, though not in time."""

    def __repr__(self) -> str:
        return f"<SecretStore {self._account} {self._location}>"

    @property
    def location(self) -> SecretLocation:
        """Where the token is now."""
        return self._location

    @property
    def keyring_name(self) -> str:
        """How the operating system's keyring calls itself; empty until it was asked."""
        return self._keyring_name

    def current(self) -> str | None:
        """Return the token, for the gateway's client and nobody else."""
        return self._token

    def holds_token(self, text: str) -> bool:
        """Return whether the token is in the text, so that it is taken for nothing else.

        The text is the person's own, who has the token: how long the search takes tells nobody anything. A
        token shorter than `_SEARCHED` might be a part of any word, and counts only as a word of its own.
        """
        token = self._token
        if not token or token not in text:
            return False
        return len(token) >= _SEARCHED or _as_a_word(token).search(text) is not None

    async def load(self) -> SecretAnswer:
        """Ask the keyring: `FOUND`, `ABSENT` or an error. What is held already stays unless it is found.

        Where a removal was not answered it is tried once more, and there is nothing to find.
        """
        if self._removal_is_open:
            answer = await self.remove()
            return answer if answer is SecretAnswer.UNAVAILABLE else SecretAnswer.ABSENT
        generation = self._generation

        def take(outcome: _Outcome) -> bool:
            if outcome.token is None or self._generation != generation:
                return False
            self._hold(outcome.token, SecretLocation.KEYRING)
            return True

        def late(outcome: _Outcome) -> None:
            self._keyring_name = outcome.keyring_name
            if take(outcome):
                self.arrived()

        outcome = await self._ask(self._look, self._load_limit, late)
        take(outcome)
        return outcome.answer

    async def save(self, token: str) -> SecretAnswer:
        """Put it into the keyring and read it back: `SAVED`, or an error, which leaves what was held."""
        desired = self._desired = _Desired(token)

        def take(outcome: _Outcome) -> bool:
            if outcome.answer is not SecretAnswer.SAVED or self._desired is not desired:
                return False
            self._removal_is_open = False
            self._hold(token, SecretLocation.KEYRING)
            return True

        def late(outcome: _Outcome) -> None:
            if take(outcome):
                self.arrived()

        outcome = await self._ask(partial(_run, partial(self._reconcile, desired)), self._save_limit, late)
        take(outcome)
        return outcome.answer

    async def remove(self) -> SecretAnswer:
        """Take it out of the keyring and forget it: `REMOVED`, `ABSENT`, or an error.

        After `TIMED_OUT` it is forgotten all the same; after any other error nothing has changed.
        """
        desired = self._desired = _Desired()

        def settle(outcome: _Outcome) -> None:
            if self._desired is desired and outcome.answer in _REMOVING_ANSWERS:
                self._removal_is_open = outcome.answer is SecretAnswer.TIMED_OUT
                self.forget()

        outcome = await self._ask(partial(_run, partial(self._reconcile, desired)), self._save_limit, settle)
        settle(outcome)
        return outcome.answer

    def keep_for_this_run(self, token: str) -> None:
        """Hold it in memory only; the person has agreed. A keyring that still saves it is to undo that."""
        self._desired = _Desired(as_before=True)
        self._hold(token, SecretLocation.MEMORY)

    def forget(self) -> None:
        """Drop it from memory; the keyring is not asked."""
        self._hold(None, SecretLocation.NOWHERE)

    def _hold(self, token: str | None, location: SecretLocation) -> None:
        self._generation += 1
        self._token, self._location = token, location

    def close(self) -> None:
        """Forget the token and end the thread; returns at once, whatever hangs."""
        self.forget()
        self._background.close()

    async def _ask(
        self, ask: Callable[[], _Outcome], limit: float, late: Callable[[_Outcome], None] | None = None
    ) -> _Outcome:
        try:
            outcome = await self._background.run(ask, timeout=limit, late=late)
        except StuckError:
            return _Outcome(SecretAnswer.TIMED_OUT)
        except ClosedError:
            return _Outcome(SecretAnswer.UNAVAILABLE)
        self._keyring_name = outcome.keyring_name
        return outcome

    def _look(self) -> _Outcome:
        if self._never_kept.holds():
            return _Outcome(SecretAnswer.ABSENT)
        outcome = _run(self._read)
        if outcome.answer in (SecretAnswer.ABSENT, SecretAnswer.UNAVAILABLE):
            self._never_kept.begin()
        return outcome

    def _read(self, keyring: "KeyringBackend") -> _Outcome:
        token = keyring.get_password(self._service, self._account)
        return _Outcome(SecretAnswer.FOUND, token) if token else _Outcome(SecretAnswer.ABSENT)

    def _reconcile(self, asked: _Desired, keyring: "KeyringBackend") -> _Outcome:
        """Write what is desired once the keyring answers, and again where that has changed meanwhile."""
        before = keyring.get_password(self._service, self._account)
        outcome, done = _Outcome(SecretAnswer.SUPERSEDED), None
        while done is not (desired := self._desired):
            if not desired.as_before:
                outcome = self._write(keyring, desired.token)
            elif done is not None:
                self._write(keyring, before)
            done = desired
        return outcome if done is asked else replace(outcome, answer=SecretAnswer.SUPERSEDED)

    def _write(self, keyring: "KeyringBackend", token: str | None) -> _Outcome:
        if token is None:
            return self._delete(keyring)
        if (
            _path(type(keyring)) == _WINDOWS
            and len(token.encode("utf-16-le", "surrogatepass")) > WINDOWS_MOST
        ):
            return _Outcome(SecretAnswer.TOO_LONG)
        self._never_kept.end()
        keyring.set_password(self._service, self._account, token)
        kept = keyring.get_password(self._service, self._account) == token
        return _Outcome(SecretAnswer.SAVED if kept else SecretAnswer.FAILED)

    def _delete(self, keyring: "KeyringBackend") -> _Outcome:
        if keyring.get_password(self._service, self._account) is None:
            return _Outcome(SecretAnswer.ABSENT)
        keyring.delete_password(self._service, self._account)
        return _Outcome(SecretAnswer.REMOVED)


def _run(question: _Question) -> _Outcome:
    """Put the question to the keyring. No error gets out: its text, or its stack, might show the token."""
    from keyring.errors import InitError, KeyringLocked, NoKeyringError  # noqa: PLC0415 - slow to import

    name = ""
    try:
        keyring = _accepted_keyring()
        if keyring is None:
            return _Outcome(SecretAnswer.UNAVAILABLE)
        name = str(keyring.name)
        return replace(question(keyring), keyring_name=name)
    except KeyringLocked:
        return _Outcome(SecretAnswer.LOCKED, keyring_name=name)
    except (NoKeyringError, InitError):
        return _Outcome(SecretAnswer.UNAVAILABLE, keyring_name=name)
    except Exception:  # noqa: BLE001 - keyrings let through whatever their operating system raises
        return _Outcome(SecretAnswer.FAILED, keyring_name=name)


def _accepted_keyring() -> "KeyringBackend | None":
    import keyring  # noqa: PLC0415 - slow to import
    from keyring.backends import chainer, fail  # noqa: PLC0415 - the same

    chosen = keyring.get_keyring()
    if isinstance(chosen, chainer.ChainerBackend):
        candidates = list(chosen.backends)
    elif isinstance(chosen, fail.Keyring):
        # The library looks once; a keyring that was started since is found by looking again.
        candidates = [
            kind() for kind in fail.Keyring.get_viable_backends() if _path(kind) in TRUSTED_KEYRINGS
        ]
    else:
        candidates = [chosen]
    return next((candidate for candidate in candidates if _path(type(candidate)) in TRUSTED_KEYRINGS), None)


def _as_a_word(token: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-]){re.escape(token)}(?![\w.-])")


def _path(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"
