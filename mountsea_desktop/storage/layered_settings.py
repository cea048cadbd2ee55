"""The settings of one run: what everybody says, what counts of it, and what the user changes of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from mountsea_desktop.gateway.addresses import API_VARIABLE, CREDITS_VARIABLE, Addresses, check_address
from mountsea_desktop.storage import settings as file
from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_levels import Layer, Level, Resolved, SettingProblem, resolve
from mountsea_desktop.storage.settings_table import (
    BY_FIELD,
    BY_KEY,
    TABLE,
    TUPLES,
    Setting,
    WrongValueError,
    group_of,
)

VARIABLES: Mapping[str, str] = {"gateway.api_url": API_VARIABLE, "gateway.credits_url": CREDITS_VARIABLE}
"""Settings that the environment can give, too."""

_TYPES = {field.name: field.type for field in msgspec.structs.fields(Settings)}


@dataclass(frozen=True, slots=True)
class Import:
    """What a file of settings would change; values are as they are written outside."""

    changed: Mapping[str, object]
    before: Mapping[str, object]
    """The values now, of what would change."""
    kept: tuple[str, ...]
    """Keys that the administrator decides about."""
    problems: tuple[SettingProblem, ...]


class LayeredSettings:
    """What counts is in `settings`; where it comes from, and what could not count, in `resolved`."""

    def __init__(
        self,
        path: Path,
        administrator: Sequence[Layer] = (),
        *,
        environ: Mapping[str, str] | None = None,
        language: str | None = None,
    ) -> None:
        """`path`: the user's own file. `language`: the command line's, for this run until another is chosen.

        Never raises.
        """
        self.path = path
        self._administrator = tuple(administrator)
        self._environ = {} if environ is None else environ
        self._asked_language = language
        read = file.read(path)
        self._own = _from_old_file(read.values)
        """The user's own values by key, or by field for those that nobody else may give."""
        self.resolved, self.settings = Resolved(), Settings()
        refused = self._resolve()
        self.were_damaged = bool(read.details or refused or self._wrong_of_mine())
        """Whether something of the user's own file could not be used."""

    def choose(self, settings: Settings) -> None:
        """Let what differs from now be the user's own choice; what is enforced stays."""
        changed = changed_values(self.settings, settings)
        if "ui.language" in changed:
            self._asked_language = None
        self._own |= {key: value for key, value in changed.items() if not self.resolved.is_enforced(key)}
        self._own |= {
            name: _json(getattr(settings, name))
            for name in _TYPES
            if name not in BY_FIELD and getattr(settings, name) != getattr(self.settings, name)
        }
        self._resolve()

    def take(self, values: Mapping[str, object]) -> None:
        """Let these values, by key, be the user's own choice."""
        if "ui.language" in values:
            self._asked_language = None
        self._own |= {key: value for key, value in values.items() if key in BY_KEY}
        self._resolve()

    def compare(self, path: Path, values: Mapping[str, object]) -> Import:
        """Return what would change if these values were taken, read from the file at `path`."""
        read = resolve([Layer(Level.USER, str(path), values)])
        changed: dict[str, object] = {}
        kept: list[str] = []
        for key in read.origins:
            field = BY_KEY[key].field
            new = getattr(read.settings, field)
            if self.resolved.is_enforced(key):
                kept += [key] if new != getattr(self.settings, field) and key in values else []
            elif new != getattr(self.settings, field) or BY_KEY[key] in _tuples():
                changed[key] = BY_KEY[key].written(new)
        before = {
            key: BY_KEY[key].written(getattr(self.settings, BY_KEY[key].field))
            for key in changed
            if changed[key] != BY_KEY[key].written(getattr(self.settings, BY_KEY[key].field))
        }
        return Import(changed if before else {}, before, tuple(kept), read.problems)

    def content(self) -> dict[str, object]:
        """Return what belongs into the user's own file."""
        return dict(self._own)

    def exported(self) -> dict[str, object]:
        """Return what the user has chosen and another computer can use; there is no secret among it."""
        return {
            setting.key: self._own[setting.key]
            for setting in TABLE
            if setting.key in self._own and _means_something(setting, self._own[setting.key])
        }

    def addresses(self) -> Addresses:
        """Return where the gateway is.

        Raises `AddressError` for an address in the environment that the token must not be sent to: to go to
        another one in silence would surprise whoever set it.
        """
        for key, value in self._from_environment().items():
            check_address(VARIABLES[key], value)
        return Addresses(self.settings.api_url, self.settings.credits_url)

    def _from_environment(self) -> dict[str, str]:
        """Return what the environment says and the administrator does not decide."""
        said = {key: self._environ.get(variable, "").strip() for key, variable in VARIABLES.items()}
        return {key: value for key, value in said.items() if value and not self.resolved.is_enforced(key)}

    def _resolve(self) -> list[str]:
        """Make the settings of what everybody says; returns the user's own fields that mean nothing."""
        said: dict[str, object] = {
            key: self._environ[variable].strip()
            for key, variable in VARIABLES.items()
            if self._environ.get(variable, "").strip()
        }
        if self._asked_language is not None:
            said["ui.language"] = self._asked_language
        mine = {key: value for key, value in self._own.items() if key in BY_KEY}
        layers = [layer for layer in self._administrator if layer.level is Level.ENFORCED]
        layers += [Layer(Level.THIS_RUN, "", said), Layer(Level.USER, str(self.path), mine)]
        layers += [layer for layer in self._administrator if layer.level is not Level.ENFORCED]
        self.resolved = resolve(layers)
        own, refused = _own_fields(self._own)
        self.settings = msgspec.structs.replace(self.resolved.settings, **own)
        return refused

    def _wrong_of_mine(self) -> bool:
        return any(problem.where == str(self.path) for problem in self.resolved.problems)


def _means_something(setting: Setting, value: object) -> bool:
    try:
        setting.read(value)
    except WrongValueError:
        return False
    return True


def _tuples() -> set[Setting]:
    return {setting for together in TUPLES for setting in together}


def changed_values(before: Settings, after: Settings) -> dict[str, object]:
    """Return what differs, by key, as it is written outside; of a tuple all, since it is kept as a whole."""
    changed = [
        setting for setting in TABLE if getattr(before, setting.field) != getattr(after, setting.field)
    ]
    together: list[Setting] = [other for setting in changed for other in group_of(setting)]
    return {setting.key: setting.written(getattr(after, setting.field)) for setting in together}


def _own_fields(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields that nobody but the user has, and the names of those that mean nothing."""
    good: dict[str, Any] = {}
    refused: list[str] = []
    for name, kind in _TYPES.items():
        if name in values and name not in BY_FIELD:
            try:
                good[name] = msgspec.convert(values[name], kind)
            except (msgspec.ValidationError, ValueError):
                refused.append(name)
    return good, refused


def _from_old_file(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the user's own values; a file from before there were levels names every field, chosen or not.

    A value that is the built-in one was then nobody's choice. Unknown names are left out.
    """
    kept = {
        key: value for key, value in values.items() if key in BY_KEY or key in _TYPES.keys() - BY_FIELD.keys()
    }
    for name, setting in BY_FIELD.items():
        if name in values and setting.key not in kept and values[name] != _json(getattr(Settings(), name)):
            kept[setting.key] = "system" if values[name] is None else values[name]
    return kept


def _json(value: object) -> object:
    return msgspec.to_builtins(value)
