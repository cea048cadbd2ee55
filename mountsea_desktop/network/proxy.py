"""A proxy's address, and how one signs in to it."""

import re
from dataclasses import dataclass, field
from typing import Protocol
from urllib.parse import quote, urlsplit

NONE = ""
"""As a proxy: none."""


@dataclass(frozen=True, slots=True)
class Login:
    """What a person enters when a proxy asks who they are."""

    name: str
    password: str = field(repr=False)


class Logins(Protocol):
    """Whoever knows how to sign in to proxies."""

    async def of(self, host_port: str) -> Login | None:
        """Return the login for a proxy by its host and port, or None where none is known."""

    def refused(self, proxy: str) -> None:
        """A proxy, by its address from `signed_in`, did not accept the login it was given."""


class NoLogins:
    """No login is known for any proxy."""

    async def of(self, _host_port: str) -> Login | None:
        """None."""
        return None

    def refused(self, _proxy: str) -> None:
        """It was none of ours."""


class TrialLogin:
    """A login that is tried for one proxy, while all others are signed in to as usual."""

    def __init__(self, host_port: str, login: Login, others: Logins) -> None:
        self._host_port = host_port
        self._login = login
        self._others = others

    async def of(self, host_port: str) -> Login | None:
        """Return the login that is tried, or the usual one."""
        return self._login if host_port == self._host_port else await self._others.of(host_port)

    def refused(self, _proxy: str) -> None:
        """Whoever tries hears of it."""


_OTHER_SOCKS = re.compile(r"socks(4a?)?://", re.IGNORECASE)


def usable(proxy: str) -> str:
    """Return a proxy's address, as people and systems write it, in a form httpx understands.

    Empty for none.
    """
    proxy = proxy.strip()
    # GNOME and Clash write `socks://`, Python on Windows `socks4://`; what answers there speaks SOCKS 5.
    if _OTHER_SOCKS.match(proxy):
        return f"socks5://{proxy.partition('://')[2]}"
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy


def host_port_of(proxy: str) -> str:
    """Host and port of a proxy's address: what people may see of it, and what a login belongs to."""
    return urlsplit(proxy).netloc.rpartition("@")[2]


def is_signed_in(proxy: str) -> bool:
    """Return whether the address carries a name and a password, ours or the system's own."""
    return "@" in urlsplit(proxy).netloc


async def signed_in(proxy: str, logins: Logins) -> str:
    """Return the proxy's address with the login known for it in place of any other; without one as it is."""
    try:
        host_port = host_port_of(proxy)
    except ValueError:  # a broken address; whoever connects to it will say so
        return proxy
    login = await logins.of(host_port) if host_port else None
    return with_login(proxy, login) if login is not None else proxy


def with_login(proxy: str, login: Login) -> str:
    """Return the proxy's address with this login in place of any other."""
    scheme = proxy.partition("://")[0]
    return f"{scheme}://{quote(login.name, safe='')}:{quote(login.password, safe='')}@{host_port_of(proxy)}"


def asks_for_login(words: str) -> bool:
    """Tell whether a proxy's error, in httpcore's words, since it has no codes, asks for another login.

    They are "407 …" over http, the others over SOCKS.
    """
    return words.startswith(("407", "Requested ")) or "username/password" in words
