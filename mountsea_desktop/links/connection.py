"""How this computer reaches the hosts of links: proxy and names. Knows nothing of Mountsea."""

import socket
from urllib.parse import urlsplit

from mountsea_desktop.links import address
from mountsea_desktop.network import proxy


def proxy_for(link: str) -> str:
    """The proxy's address for this link, empty for none. May ask the system: takes time."""
    host = address.read_host(urlsplit(link).hostname or "")
    return proxy.NONE if host is not None and address.is_loopback(host) else proxy.proxy_for(link)


def addresses_of(host: str) -> list[str]:
    """The addresses of a name, IPv4 first since that works from most places. Blocks; raises `OSError`."""
    infos = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    infos.sort(key=lambda info: info[0] != socket.AF_INET)
    return list(dict.fromkeys(str(info[4][0]) for info in infos))
