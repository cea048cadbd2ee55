"""Which proxy leads to an address, by what was chosen, what the system says, or a script."""

import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

from mountsea_desktop.network import proxy, system_proxy
from mountsea_desktop.network.host import is_loopback
from mountsea_desktop.network.no_proxy import bypasses
from mountsea_desktop.network.pac import PacError, PacScript
from mountsea_desktop.network.proxy_choice import ProxyChoice, ProxyMode
from mountsea_desktop.network.system_proxy import SystemProxy

SYSTEM_PROXY_KEPT_FOR = 5.0
"""Seconds for which what the system says is not asked for again: a tool may have to be run for it."""


def _no_scripts(_script: str, _address: str) -> str:
    raise PacError("scripts cannot be run here")


class ProxyResolver:
    """Any thread may ask. What is chosen may be changed at any time, and counts from the next question on."""

    def __init__(
        self,
        choice: ProxyChoice | None = None,
        *,
        run_script: Callable[[str, str], str] = _no_scripts,
        look: Callable[[], SystemProxy] = system_proxy.look,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self.choice = choice or ProxyChoice()
        self._script = PacScript(run_script)
        self._look = look
        self._now = now
        self._looking = threading.Lock()
        self._seen: tuple[float, SystemProxy] | None = None

    def proxy_for(self, address: str) -> str:
        """Return the proxy's address in a form httpx understands; empty for none.

        Blocks, for as long as a script takes; raises `PacError`. This computer is reached without a proxy.
        """
        choice = self.choice
        if choice.mode is ProxyMode.NONE or is_loopback(urlsplit(address).hostname or ""):
            return proxy.NONE
        pac_url = self.pac_url()
        if pac_url:
            return self._script.proxy_for(pac_url, address)
        if choice.mode is ProxyMode.MANUAL:
            return proxy.NONE if bypasses(choice.no_proxy, address) else proxy.usable(choice.url)
        return proxy.usable(self._system().proxy_for(address))

    def pac_url(self) -> str:
        """Return where the script is that decides, empty for none. May block for some moments."""
        match self.choice.mode:
            case ProxyMode.AUTOMATIC:
                return self.choice.pac_url
            case ProxyMode.SYSTEM:
                return self._system().pac_url
            case _:
                return ""

    def forget(self) -> None:
        """Ask the system, and fetch a script, anew: somebody may have put something right."""
        self._seen = None
        self._script.forget()

    def _system(self) -> SystemProxy:
        with self._looking:
            if self._seen is None or self._now() - self._seen[0] > SYSTEM_PROXY_KEPT_FOR:
                self._seen = self._now(), self._look()
            return self._seen[1]
