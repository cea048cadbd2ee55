"""Which value of a setting counts, where several people have a say in it, and where each comes from.

Enforced by the administrator > for this run (environment, command line) > the user's > the administrator's
default > built in. Each key on its own, but for those of a tuple (`settings_table.TUPLES`): the strongest
layer that names one of its keys gives all of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath
from typing import Any

from mountsea_desktop.storage.settings import Settings
from mountsea_desktop.storage.settings_table import (
    BY_KEY,
    GROUPS,
    Setting,
    SettingFault,
    WrongValueError,
    missing_from,
)


class Level(StrEnum):
    """Who gave a value, the strongest first."""

    ENFORCED = "enforced"
    THIS_RUN = "this_run"
    USER = "user"
    DEFAULT = "default"
    BUILT_IN = "built_in"


@dataclass(frozen=True, slots=True)
class SettingProblem:
    """Something that was set and cannot count. It never holds the value, which may be a misplaced secret."""

    fault: SettingFault
    where: str
    """The file or registry key, as a person finds it."""
    key: str = ""
    details: str = ""
    """The system's own words, where there are any."""


@dataclass(frozen=True, slots=True)
class Layer:
    """What one place says, as it was found there: `values` by key."""

    level: Level
    where: str
    values: Mapping[str, object]
    base: PurePath | None = None
    """Where relative paths start."""
    problems: tuple[SettingProblem, ...] = ()
    """What was wrong with the place itself."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value comes from."""

    level: Level
    where: str = ""


BUILT_IN = Origin(Level.BUILT_IN)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The settings that count."""

    settings: Settings = field(default_factory=Settings)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """By key; what is not in it is built in."""
    problems: tuple[SettingProblem, ...] = ()

    def origin(self, key: str) -> Origin:
        """Return where the value of this key comes from."""
        return self.origins.get(key, BUILT_IN)

    def is_enforced(self, key: str) -> bool:
        """Return whether the administrator says so and nobody else is asked."""
        return self.origin(key).level is Level.ENFORCED


def resolve(layers: Sequence[Layer]) -> Resolved:
    """Return what counts of all that the layers say, the strongest of which comes first."""
    problems: list[SettingProblem] = []
    read = [(layer, _usable(layer, problems)) for layer in layers]
    fields: dict[str, Any] = {}
    origins: dict[str, Origin] = {}
    for group in GROUPS:
        for layer, usable in read:
            given = [setting for setting in group if setting.key in usable]
            if given:
                fields |= {setting.field: usable[setting.key] for setting in given}
                origin = Origin(layer.level, layer.where)
                origins |= {setting.key: origin for setting in group}
                break
    return Resolved(Settings(**fields), origins, tuple(problems))


def _usable(layer: Layer, problems: list[SettingProblem]) -> dict[str, object]:
    """Return the values that mean something; of a tuple that lacks something, none."""
    problems += layer.problems
    usable: dict[str, object] = {}
    for key, value in layer.values.items():
        if key not in BY_KEY:
            problems.append(SettingProblem(SettingFault.UNKNOWN_KEY, layer.where, key))
            continue
        try:
            usable[key] = BY_KEY[key].read(value, layer.base)
        except WrongValueError as error:
            problems.append(SettingProblem(error.fault, layer.where, key))
    for group in GROUPS:
        if lacking := list(_lacking(group, usable)):
            problems += (SettingProblem(SettingFault.INCOMPLETE, layer.where, one.key) for one in lacking)
            for setting in group:
                usable.pop(setting.key, None)
    return usable


def _lacking(group: Sequence[Setting], usable: Mapping[str, object]) -> Iterator[Setting]:
    first = group[0]
    if first.key in usable:
        yield from missing_from(group, usable)
    elif any(setting.key in usable for setting in group):
        yield first
