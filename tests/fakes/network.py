"""Ways out of this computer, for tests."""

from collections.abc import Callable
from pathlib import Path

from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.network.certificates import Trust
from mountsea_desktop.network.proxy import Logins
from mountsea_desktop.network.proxy_choice import ProxyChoice, ProxyMode
from mountsea_desktop.network.proxy_resolver import ProxyResolver


def through(proxy: str) -> ProxyResolver:
    """One proxy for everything; empty for none, whatever the environment says."""
    return ProxyResolver(ProxyChoice(ProxyMode.MANUAL if proxy else ProxyMode.NONE, proxy))


def leaving(ca_file: Path, proxies: ProxyResolver | None = None) -> Callable[..., TransportFactory]:
    """Stands in for the program's own `TransportFactory`: goes this way, whatever the settings say."""

    def make(*_: object, logins: Logins) -> TransportFactory:
        return TransportFactory(proxies, Trust(ca_file), logins=logins)

    return make
