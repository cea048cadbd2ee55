"""What an administrator says on Windows: policies, and defaults for this computer, in the registry."""

import sys
from collections.abc import Mapping
from typing import Protocol

from mountsea_desktop.storage.settings_levels import Layer, Level, SettingProblem
from mountsea_desktop.storage.settings_table import BY_KEY, Kind, SettingFault

POLICIES = r"Software\Policies\Mountsea Desktop"
DEFAULTS = r"Software\Mountsea Desktop"

REGISTRY_KEYS = (
    ("HKLM", POLICIES, Level.ENFORCED),
    ("HKCU", POLICIES, Level.ENFORCED),
    ("HKLM", DEFAULTS, Level.DEFAULT),
)
"""The strongest first. A person cannot write below `Policies`, in their own half of the registry neither."""


class Registry(Protocol):
    """Reads the registry."""

    def values(self, hive: str, key: str) -> Mapping[str, object]:
        """Return the values of a key by name; empty where there is no such key. Raises `OSError`."""


class NoRegistry:
    """There is none."""

    def values(self, _hive: str, _key: str) -> Mapping[str, object]:
        """Nothing."""
        return {}


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The registry of this computer, 64-bit programs' half."""

        HIVES: Mapping[str, int] = {"HKLM": winreg.HKEY_LOCAL_MACHINE, "HKCU": winreg.HKEY_CURRENT_USER}

        def values(self, hive: str, key: str) -> Mapping[str, object]:
            """Return the values of a key by name; empty where there is no such key. Raises `OSError`."""
            access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
            try:
                opened = winreg.OpenKey(self.HIVES[hive], key, 0, access)
            except FileNotFoundError:
                return {}
            with opened:
                count = winreg.QueryInfoKey(opened)[1]
                found = (winreg.EnumValue(opened, number) for number in range(count))
                return {name: value for name, value, _kind in found if name}


def this_registry() -> Registry:
    """Return the registry of this computer."""
    if sys.platform == "win32":
        return WindowsRegistry()
    return NoRegistry()


def layers(registry: Registry | None = None) -> list[Layer]:
    """Return all that the registry says, the strongest first."""
    registry = registry or this_registry()
    found = []
    for hive, key, level in REGISTRY_KEYS:
        where = rf"{hive}\{key}"
        try:
            values = registry.values(hive, key)
        except OSError as error:
            problem = SettingProblem(SettingFault.UNREADABLE, where, details=error.strerror or str(error))
            found.append(Layer(level, where, {}, problems=(problem,)))
            continue
        if values:
            found.append(Layer(level, where, {name: _read(name, value) for name, value in values.items()}))
    return found


def _read(name: str, value: object) -> object:
    """The registry knows no true and false, but 1 and 0."""
    setting = BY_KEY.get(name)
    if (
        setting is not None
        and setting.kind is Kind.SWITCH
        and value in (0, 1)
        and not isinstance(value, bool)
    ):
        return bool(value)
    return value
