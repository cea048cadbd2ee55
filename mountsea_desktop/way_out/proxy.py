"""Which proxy a request has to take, as environment and operating system say, and how one signs in to it."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit
from urllib.request import getproxies, proxy_bypass

SYSTEM = "system"
"""As a proxy: whatever the operating system and the environment say."""
NONE = ""
"""As a proxy: none, whatever they say."""


@dataclass(frozen=True, slots=True)
class Login:
    """What a person enters when a proxy asks who they are."""

    name: str
    password: str = field(repr=False)


LoginFor = Callable[[str], Awaitable[Login | None]]
"""Gives the login for a proxy's place, as `place_of` names it, or None where none is known."""


async def nobody(_place: str) -> None:
    """No login is known for any proxy."""


_OTHER_SOCKS = re.compile(r"socks(4a?)?://", re.IGNORECASE)


def proxy_for(address: str, proxy: str = SYSTEM) -> str:
    """The proxy's address for a request to `address`, in a form httpx understands; empty for none.

    Not for addresses on this computer, which are reached without one. May ask the name service on Windows,
    so not for the thread that paints.
    """
    parts = urlsplit(address)
    if proxy == SYSTEM:
        if proxy_bypass(parts.hostname or ""):
            return NONE
        found = getproxies()
        proxy = found.get(parts.scheme) or found.get("all") or _as_socks(found.get("socks", ""))
    proxy = proxy.strip()
    # GNOME and Clash write `socks://`, Python on Windows `socks4://`; what answers there speaks SOCKS 5.
    if _OTHER_SOCKS.match(proxy):
        return _as_socks(proxy)
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def _as_socks(proxy: str) -> str:
    # macOS names its SOCKS proxy with the scheme http.
    return f"socks5://{proxy.partition('://')[2] or proxy}" if proxy else NONE


def once(place: str, login: Login, otherwise: LoginFor) -> LoginFor:
    """A login that is tried for one proxy, while all others are signed in to as usual."""

    async def give(asked: str) -> Login | None:
        return login if asked == place else await otherwise(asked)

    return give


def place_of(proxy: str) -> str:
    """Host and port of a proxy's address: what people may see of it, and what a login belongs to."""
    return urlsplit(proxy).netloc.rpartition("@")[2]


def is_signed_in(proxy: str) -> bool:
    """Whether the address carries a name and a password, ours or the system's own."""
    return "@" in urlsplit(proxy).netloc


async def signed_in(proxy: str, login_for: LoginFor) -> str:
    """The proxy's address with the login known for it in place of any other; without one as it is."""
    try:
        place = place_of(proxy)
    except ValueError:  # a broken address; whoever connects to it will say so
        return proxy
    login = await login_for(place) if place else None
    if login is None:
        return proxy
    scheme = proxy.partition("://")[0]
    return f"{scheme}://{quote(login.name, safe='')}:{quote(login.password, safe='')}@{place}"
