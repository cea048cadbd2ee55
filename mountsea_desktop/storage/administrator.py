"""What an administrator says about the settings, wherever this operating system keeps it.

Nothing here ever stops a start: what cannot be read is a problem that the connection check tells by name.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from mountsea_desktop.runtime.ordinary_files import read_ordinary
from mountsea_desktop.storage import policy_windows, portable, settings_toml
from mountsea_desktop.storage.settings_levels import Layer, Level, SettingProblem
from mountsea_desktop.storage.settings_table import SettingFault

LINUX = Path("/etc/xdg/mountsea-desktop")
"""Fixed, whatever the environment says: a person must not be able to put another file in its place."""
MAC_DOMAIN = "ai.mountsea.desktop"
MAC = Path("/Library")


def layers(platform: str = sys.platform) -> list[Layer]:
    """Return all that the administrator says, the strongest first: what is enforced, then the defaults."""
    match platform:
        case "win32":
            found = policy_windows.layers()
        case "darwin":
            found = on_mac(MAC, account_name())
        case _:
            found = on_linux(LINUX)
    beside = portable.settings_file()
    if beside is not None and (layer := from_toml(beside, Level.DEFAULT, base=beside.parent)) is not None:
        defaults = sum(layer.level is Level.ENFORCED for layer in found)
        found.insert(defaults, layer)
    return found


def on_linux(folder: Path) -> list[Layer]:
    """`policies.toml` and `defaults.toml`."""
    files = ((folder / "policies.toml", Level.ENFORCED), (folder / "defaults.toml", Level.DEFAULT))
    return [layer for path, level in files if (layer := from_toml(path, level)) is not None]


def from_toml(path: Path, level: Level, base: Path | None = None) -> Layer | None:
    """One file; None where there is none."""
    try:
        return Layer(level, str(path), settings_toml.read(path), base)
    except FileNotFoundError:
        return None
    except settings_toml.TomlError as error:
        return _unreadable(level, path, str(error))


if sys.platform == "win32":

    def account_name() -> str:
        """Not needed here."""
        return ""

else:
    import pwd

    def account_name() -> str:
        """Who runs the program, by the system's own list; empty for nobody there. A person can set `USER`."""
        try:
            return pwd.getpwuid(os.getuid()).pw_name
        except KeyError:
            return ""


def on_mac(library: Path, user: str) -> list[Layer]:
    """Managed preferences, of this person and of this computer; then the computer's own."""
    name = f"{MAC_DOMAIN}.plist"
    managed = library / "Managed Preferences"
    files = (
        *([(managed / user / name, Level.ENFORCED)] if user else ()),
        (managed / name, Level.ENFORCED),
        (library / "Preferences" / name, Level.DEFAULT),
    )
    return list(_from_plists(files))


def _from_plists(files: tuple[tuple[Path, Level], ...]) -> Iterator[Layer]:
    import plistlib  # noqa: PLC0415 - large, and only for a Mac

    for path, level in files:
        try:
            values = settings_toml.flat(dict(plistlib.loads(read_ordinary(path, settings_toml.LARGEST))))
        except FileNotFoundError:
            continue
        except Exception as error:  # noqa: BLE001 - the parser lets through whatever a damaged file causes
            yield _unreadable(level, path, str(error) or type(error).__name__)
            continue
        # Macs put keys of their own beside ours, which have a table in front.
        yield Layer(level, str(path), {key: value for key, value in values.items() if "." in key})


def _unreadable(level: Level, path: Path, details: str) -> Layer:
    return Layer(
        level, str(path), {}, problems=(SettingProblem(SettingFault.UNREADABLE, str(path), details=details),)
    )
