"""The one table of settings that can be given from outside: by an administrator, by import, in the window.

The settings dialog, the templates in `packaging/policies` and the README's table are made of it. Their texts
are in `ui/words/settings.py`, the built-in values in `Settings`.
"""

import ntpath
import posixpath
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from urllib.parse import urlsplit

from mountsea_desktop.gateway.addresses import AddressError, AddressFault, check_address
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.storage.settings import Appearance, Settings, StorageKind

LANGUAGES = ("system", "en", "zh_CN", "zh_TW")
FEWEST_UPLOADS, MOST_UPLOADS = 1, 8

_LONGEST = 2_000
"""Characters; what is longer is no address, path or name."""


class SettingFault(StrEnum):
    """What is wrong with something that was set."""

    UNREADABLE = "unreadable"
    """The file cannot be read, so nothing in it counts."""
    UNKNOWN_KEY = "unknown_key"
    WRONG_VALUE = "wrong_value"
    SECRET = "secret"  # noqa: S105 - a code, not a secret
    """An address with a name or a password in it, which do not belong into settings."""
    INCOMPLETE = "incomplete"
    """It needs another key beside it, which is missing or wrong."""


class WrongValueError(ValueError):
    """A value that means nothing for its key."""

    def __init__(self, fault: SettingFault = SettingFault.WRONG_VALUE) -> None:
        super().__init__(fault)
        self.fault = fault


class Kind(StrEnum):
    """What a value looks like, and so which control shows it."""

    CHOICE = "choice"
    NUMBER = "number"
    SWITCH = "switch"
    TEXT = "text"
    FILE = "file"
    FOLDER = "folder"


def _anything(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of the table."""

    key: str
    """The name outside: `[table] key` in TOML, with a dot elsewhere. Fixed: never rename one."""
    field: str
    """The name in `Settings`."""
    kind: Kind
    choices: tuple[str, ...] = ()
    check: Callable[[str], str] = _anything
    """Gives a text its usual form, or raises `WrongValueError`."""
    only_for: tuple[str, ...] = ()
    """The choices of its tuple's first key with which it means something; empty for all."""
    needed: bool = False
    """Whether it has to be there for these choices."""
    everyday: bool = False
    """Whether musicians may want to change it; the others are for technicians."""

    @property
    def table(self) -> str:
        """The first part of the key."""
        return self.key.partition(".")[0]

    @property
    def name(self) -> str:
        """The second part of the key."""
        return self.key.partition(".")[2]

    @property
    def built_in(self) -> object:
        """The value where nobody gave one, as it is written outside."""
        return self.written(getattr(Settings(), self.field))

    def read(self, value: object, base: PurePath | None = None) -> object:
        """Return a value from outside as `Settings` holds it; relative paths start at `base`.

        Raises `WrongValueError`.
        """
        match self.kind, value:
            case Kind.SWITCH, bool():
                return value
            case Kind.NUMBER, int() if not isinstance(value, bool):
                if FEWEST_UPLOADS <= value <= MOST_UPLOADS:
                    return value
            case Kind.CHOICE, str() if value in self.choices:
                if self.key == "ui.language":
                    return None if value == "system" else value
                return _CHOICES[self.key](value)
            case ((Kind.TEXT | Kind.FILE | Kind.FOLDER), str()):
                text = value.strip()
                if not text and self.check is _gateway:
                    return self.built_in  # a field that was cleared asks for Mountsea's own
                if len(text) <= _LONGEST and text.isprintable():
                    text = self.check(text) if text else text
                    return _absolute(text, base) if self.kind in (Kind.FILE, Kind.FOLDER) else text
            case _:
                pass
        raise WrongValueError

    def written(self, value: object) -> object:
        """Return a value of `Settings` as it is written outside."""
        if self.key == "ui.language":
            return value or "system"
        return str(value) if self.kind is Kind.CHOICE else value


def _absolute(text: str, base: PurePath | None) -> str:
    """Programs are started anywhere, so that a relative path would lead anywhere."""
    if not text or posixpath.isabs(text) or ntpath.isabs(text):
        return text
    if base is None:
        raise WrongValueError
    return str(base / text)


def _gateway(text: str) -> str:
    try:
        return check_address("", text)
    except AddressError as error:
        is_secret = error.code is AddressFault.LOGIN
        raise WrongValueError(SettingFault.SECRET if is_secret else SettingFault.WRONG_VALUE) from None


def _address(schemes: tuple[str, ...], *, bare: bool = False) -> Callable[[str], str]:
    """Return a check for addresses; `bare` ones are a host and a port."""

    def check(text: str) -> str:
        full = f"{schemes[0]}://{text}" if bare and "://" not in text else text
        try:
            parts = urlsplit(full)
            has_host = bool(parts.hostname) and parts.port != 0
        except ValueError:
            raise WrongValueError from None
        if "@" in parts.netloc:
            raise WrongValueError(SettingFault.SECRET)
        if parts.scheme not in schemes or " " in text or not (has_host or parts.scheme == "file"):
            raise WrongValueError
        return text

    return check


_proxy = _address(("http", "https", "socks", "socks4", "socks4a", "socks5", "socks5h"), bare=True)
_script = _address(("http", "https", "file"))
_web = _address(("https", "http"))

_MANUAL, _AUTOMATIC = (ProxyMode.MANUAL.value,), (ProxyMode.AUTOMATIC.value,)
_S3, _FOLDER = (StorageKind.S3.value,), (StorageKind.FOLDER.value,)

TABLE: Sequence[Setting] = (
    Setting("ui.language", "language", Kind.CHOICE, LANGUAGES, everyday=True),
    Setting("ui.appearance", "appearance", Kind.CHOICE, tuple(Appearance), everyday=True),
    Setting("uploads.parallel", "parallel_uploads", Kind.NUMBER, everyday=True),
    Setting("notifications.enabled", "notifications", Kind.SWITCH, everyday=True),
    Setting("network.proxy", "proxy", Kind.CHOICE, tuple(ProxyMode)),
    Setting("network.proxy_url", "proxy_url", Kind.TEXT, check=_proxy, only_for=_MANUAL, needed=True),
    Setting("network.pac_url", "pac_url", Kind.TEXT, check=_script, only_for=_AUTOMATIC, needed=True),
    Setting("network.no_proxy", "no_proxy", Kind.TEXT, only_for=_MANUAL),
    Setting("network.ca_file", "ca_file", Kind.FILE),
    Setting("gateway.api_url", "api_url", Kind.TEXT, check=_gateway),
    Setting("gateway.credits_url", "credits_url", Kind.TEXT, check=_gateway),
    Setting("account.session_token_allowed", "session_token_allowed", Kind.SWITCH),
    Setting("practice.offered", "practice_offered", Kind.SWITCH),
    Setting("storage.kind", "storage_kind", Kind.CHOICE, tuple(StorageKind)),
    Setting("storage.endpoint", "storage_endpoint", Kind.TEXT, check=_web, only_for=_S3, needed=True),
    Setting("storage.region", "storage_region", Kind.TEXT, only_for=_S3),
    Setting("storage.bucket", "storage_bucket", Kind.TEXT, only_for=_S3, needed=True),
    Setting("storage.prefix", "storage_prefix", Kind.TEXT, only_for=_S3),
    Setting("storage.path_style", "storage_path_style", Kind.SWITCH, only_for=_S3),
    Setting("storage.key_id", "storage_key_id", Kind.TEXT, only_for=_S3, needed=True),
    Setting("storage.secret_file", "storage_secret_file", Kind.FILE, only_for=_S3),
    Setting("storage.folder", "storage_folder", Kind.FOLDER, only_for=_FOLDER, needed=True),
    Setting("storage.base_url", "storage_base_url", Kind.TEXT, check=_web, only_for=_FOLDER, needed=True),
)

_CHOICES: Mapping[str, Callable[[str], object]] = {
    "ui.appearance": Appearance,
    "network.proxy": ProxyMode,
    "storage.kind": StorageKind,
}

BY_KEY: Mapping[str, Setting] = {setting.key: setting for setting in TABLE}
BY_FIELD: Mapping[str, Setting] = {setting.field: setting for setting in TABLE}

TUPLES: Sequence[tuple[Setting, ...]] = (
    tuple(
        BY_KEY[key] for key in ("network.proxy", "network.proxy_url", "network.pac_url", "network.no_proxy")
    ),
    tuple(setting for setting in TABLE if setting.table == "storage"),
)
"""What is only ever taken from one place as a whole; the first key of each says what the others are for."""

GROUPS: Sequence[tuple[Setting, ...]] = (
    *TUPLES,
    *((setting,) for setting in TABLE if not any(setting in together for together in TUPLES)),
)


def group_of(setting: Setting) -> tuple[Setting, ...]:
    """Return the settings that are taken from the same place as this one, itself included."""
    return next(group for group in GROUPS if setting in group)


def missing_from(group: Sequence[Setting], values: Mapping[str, object]) -> list[Setting]:
    """Return what a tuple needs and does not have; `values` are by key, as `Settings` holds them."""
    mode = values.get(group[0].key)
    return [
        setting
        for setting in group
        if setting.needed and mode in setting.only_for and not values.get(setting.key)
    ]
