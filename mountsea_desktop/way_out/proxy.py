"""Which proxy a request has to take, as environment and operating system say."""

import re
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

SYSTEM = "system"
"""As a proxy: whatever the operating system and the environment say."""
NONE = ""
"""As a proxy: none, whatever they say."""

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
