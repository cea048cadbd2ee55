"""Which addresses Mountsea could fetch at all, judged by their text alone."""

import re
from collections.abc import Mapping
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from types import MappingProxyType
from urllib.parse import SplitResult, urlsplit

from mountsea_desktop.links.verdict import Checked, Verdict

LOCAL_SCHEMES = frozenset({"file", "smb", "cifs", "afp", "nfs", "content"})
"""Schemes that name a file or a share which only this computer or its network can open."""
LOCAL_NAMES = (
    "localhost",
    "local",
    "localdomain",
    "lan",
    "internal",
    "intranet",
    "home",
    "corp",
    "home.arpa",
)
"""Last parts of names that no public name server knows."""
FAKE_ADDRESSES = ip_network("198.18.0.0/15")
"""What proxies of the Clash family answer for every public name; see `reachable`."""
NAT64 = ip_network("64:ff9b::/96")
LOCAL_NETWORKS = tuple(map(ip_network, ("fec0::/10", "64:ff9b:1::/48", "::/96", "::ffff:0:0:0/96")))
"""Site-local addresses and forms of IPv4 ones that no public network carries (RFC 3879, 8215, 4291, 7915)."""

_HOST = re.compile(
    r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[0-9a-f]*:[0-9a-f:.]*(?:%[\w.-]+)?", re.ASCII | re.IGNORECASE
)

Host = IPv4Address | IPv6Address | str


def refused(verdict: Verdict, **facts: str) -> Checked:
    """A verdict that stands whatever Mountsea tries."""
    return Checked(verdict=verdict, certain=True, facts=_frozen(facts))


def _frozen(facts: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType(dict(facts))


def split(link: str) -> SplitResult | None:
    """The parts of a link, or None when its host or port is broken."""
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        return None
    return parts


def judge(link: str | SplitResult, *, allow_loopback: bool = False) -> Checked | None:
    """Why this address certainly cannot be fetched by Mountsea, or None when nothing speaks against it.

    Names are not resolved here. `allow_loopback` is for a gateway that itself runs on this computer.
    """
    parts = split(link) if isinstance(link, str) else link
    if parts is None:
        return refused(Verdict.NOT_A_LINK)
    if parts.scheme in LOCAL_SCHEMES:
        return refused(Verdict.LOCAL_FILE)
    if parts.scheme not in ("http", "https"):
        return refused(Verdict.FORBIDDEN_FORM if parts.scheme else Verdict.NOT_A_LINK)
    if "@" in parts.netloc:
        return refused(Verdict.FORBIDDEN_FORM)
    name = parts.hostname or ""
    if not _HOST.fullmatch(name):
        return refused(Verdict.NOT_A_LINK)
    host = read_host(name)
    if host is None:
        return refused(Verdict.NOT_A_LINK)
    if allow_loopback and is_loopback(host):
        return None
    return refused(Verdict.PRIVATE_ADDRESS) if is_private(host) else None


def read_host(name: str) -> Host | None:
    """The host as an address where it is one, in any of the forms a resolver takes (hex, octal, one number).

    None when it looks like a number and is none.
    """
    if ":" in name:
        try:
            return ip_address(name.partition("%")[0])
        except ValueError:
            return None
    name = name.rstrip(".").lower()
    last = name.rpartition(".")[2]
    if last.isascii() and (last.isdigit() or last.startswith("0x")):
        return _old_ipv4(name)
    return name


def _old_ipv4(name: str) -> IPv4Address | None:
    """As `inet_aton` reads it: one to four numbers, decimal, octal or hexadecimal, the last one fills up."""
    try:
        numbers = [_number(part) for part in name.split(".")]
    except ValueError:
        return None
    *first, last = numbers
    if len(numbers) > 4 or any(number > 255 for number in first) or last >= 256 ** (5 - len(numbers)):
        return None
    value = last
    for place, number in enumerate(first):
        value += number << (24 - 8 * place)
    return IPv4Address(value)


def _number(part: str) -> int:
    if len(part) > 12:
        raise ValueError(part)
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)


def is_loopback(host: Host) -> bool:
    """Whether it is this computer."""
    if isinstance(host, str):
        return host == "localhost" or host.endswith(".localhost")
    return _inner(host).is_loopback


def is_private(host: Host) -> bool:
    """Whether it exists on this computer or its network only."""
    if isinstance(host, str):
        return "." not in host or any(host == name or host.endswith("." + name) for name in LOCAL_NAMES)
    address = _inner(host)
    return not address.is_global or address.is_multicast or any(address in one for one in LOCAL_NETWORKS)


def reachable(address: str, *, allow_loopback: bool) -> bool:
    """Whether an address that a public name was resolved to may be connected to.

    The range which some proxies answer for every name counts as public: behind it is the real one.
    """
    try:
        host = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if host in FAKE_ADDRESSES or (allow_loopback and is_loopback(host)):
        return True
    return not is_private(host)


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for, where it stands for one."""
    if isinstance(address, IPv6Address):
        if address in NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address
