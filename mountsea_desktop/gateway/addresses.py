"""Where the gateway is."""

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit

from mountsea_desktop.network.host import is_loopback

API_VARIABLE = "MOUNTSEA_API_URL"
CREDITS_VARIABLE = "MOUNTSEA_CREDITS_URL"
API_DEFAULT = "https://api.mountsea.ai"
CREDITS_DEFAULT = "https://dk.mountsea.ai"


class AddressFault(StrEnum):
    """Why an address cannot be the gateway's."""

    BROKEN = "address_broken"
    SCHEME = "address_scheme"
    """Neither http nor https."""
    NOT_ENCRYPTED = "address_not_encrypted"
    """Plain http to another computer, which would show the token to everybody on the way."""
    LOGIN = "address_login"
    """A name or password in the address."""
    EXTRAS = "address_extras"
    """A query or a fragment."""


class AddressError(Exception):
    """An address that cannot be the gateway's; `value` is as it was given, without a name and password."""

    def __init__(self, code: AddressFault, variable: str, value: str) -> None:
        super().__init__(code, variable, value)
        self.code = code
        self.variable = variable
        self.value = value


@dataclass(frozen=True, slots=True)
class Addresses:
    """The gateway's two addresses; raises `AddressError` for one that the token must not be sent to."""

    api: str = API_DEFAULT
    credits: str = CREDITS_DEFAULT

    def __post_init__(self) -> None:
        object.__setattr__(self, "api", check_address(API_VARIABLE, self.api))
        object.__setattr__(self, "credits", check_address(CREDITS_VARIABLE, self.credits))

    @property
    def origins(self) -> frozenset[str]:
        """The only places that may ever be sent the token."""
        return frozenset({origin_of(self.api), origin_of(self.credits)})

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """All hosts, with unusual ports, that are sent the token, unless that is Mountsea and nobody else.

        Where only one of the two variables is set, the other request still goes to Mountsea: so both are to
        be named to whoever is asked for a token.
        """
        if self.origins <= {origin_of(API_DEFAULT), origin_of(CREDITS_DEFAULT)}:
            return ()
        return tuple(dict.fromkeys(urlsplit(address).netloc for address in (self.api, self.credits)))

    @property
    def on_loopback(self) -> bool:
        """Whether the gateway is on this computer, so that links to this computer work for it."""
        return is_loopback(urlsplit(self.api).hostname or "")


def origin_of(address: str) -> str:
    """Scheme, host and port, always with the port: what has to be equal for two addresses to be one place."""
    parts = urlsplit(address)
    host = parts.hostname or ""
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    return f"{parts.scheme}://[{host}]:{port}" if ":" in host else f"{parts.scheme}://{host}:{port}"


_HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?\.?", re.IGNORECASE)


def check_address(variable: str, value: str) -> str:
    """Return the address in its usual form; raises `AddressError`, which names the `variable`."""
    shown = _without_login(value)
    parts = _split(value)
    if parts is None:
        raise AddressError(AddressFault.BROKEN, variable, shown)
    if parts.scheme not in ("http", "https"):
        raise AddressError(AddressFault.SCHEME, variable, shown)
    if "@" in parts.netloc:
        raise AddressError(AddressFault.LOGIN, variable, shown)
    host = parts.hostname or ""
    if not host or not (":" in host or _HOST.fullmatch(host)):
        raise AddressError(AddressFault.BROKEN, variable, shown)
    if "?" in value or "#" in value:
        raise AddressError(AddressFault.EXTRAS, variable, shown)
    if parts.scheme == "http" and not is_loopback(host):
        raise AddressError(AddressFault.NOT_ENCRYPTED, variable, shown)
    return parts.scheme + value[len(parts.scheme) :].rstrip("/")


def _without_login(value: str) -> str:
    before, at, after = value.rpartition("@")
    if not at:
        return value
    scheme, separator, _login = before.partition("://")
    return f"{scheme}{separator}{after}" if separator else after


def _split(value: str) -> SplitResult | None:
    # urlsplit drops tabs and line ends in silence, and others read a backslash as a slash.
    if not value.isascii() or not value.isprintable() or " " in value or "\\" in value:
        return None
    try:
        parts = urlsplit(value)
        if parts.port == 0:
            return None
    except ValueError:
        return None
    return parts
