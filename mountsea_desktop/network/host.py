"""What a host is: this computer, its network, or somewhere that others can reach as well."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Host = IPv4Address | IPv6Address | str
"""An address, or a name in small letters."""

_LOCAL_NAMES = (
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
_BELOW_LOCAL_NAMES = tuple(f".{name}" for name in _LOCAL_NAMES)
_FAKE_ADDRESSES = ip_network("198.18.0.0/15")
"""What proxies of the Clash family answer for every public name; see `is_reachable`."""
_NAT64 = ip_network("64:ff9b::/96")
_GIVEN_OUT = ip_network("2000::/3")
"""All that IANA has given out of IPv6 to the public network so far."""
_PRIVATE = tuple(
    map(
        ip_network,
        (
            # IANA's registries of special addresses. A table of our own, since Python's has changed from one
            # release to the next (CVE-2024-4032), and lacks the cloud's own service addresses.
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
            "168.63.129.16/32",  # Azure's, from within its machines
        ),
    )
)  # fmt: skip


def read_host(name: str) -> Host | None:
    """Read the host as an address where it is one, in any form a resolver takes (hex, octal, one number).

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


def is_loopback(host: Host) -> bool:
    """Return whether it certainly is this computer.

    A name below `localhost` is not: many a resolver asks the name service for it.
    """
    read = read_host(host) if isinstance(host, str) else host
    if read is None or isinstance(read, str):
        return read == "localhost"
    if isinstance(read, IPv6Address):
        read = read.ipv4_mapped or read
    return read.is_loopback


def is_private(host: Host) -> bool:
    """Return whether it exists on this computer or its network only, or is nobody's address at all."""
    if isinstance(host, str):
        return "." not in host or host in _LOCAL_NAMES or host.endswith(_BELOW_LOCAL_NAMES)
    address = _inner(host)
    if isinstance(address, IPv6Address) and address not in _GIVEN_OUT:
        return True
    return any(address in network for network in _PRIVATE)


def is_reachable(address: str, *, allow_loopback: bool) -> bool:
    """Return whether an address that a public name was resolved to may be connected to.

    The range which some proxies answer for every name counts as public: behind it is the real one.
    """
    try:
        host = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if host in _FAKE_ADDRESSES or (allow_loopback and is_loopback(host)):
        return True
    return not is_private(host)


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
    for position, number in enumerate(first):
        value += number << (24 - 8 * position)
    return IPv4Address(value)


def _number(part: str) -> int:
    if len(part) > 12:
        raise ValueError(part)
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the IPv4 address that an IPv6 one stands for, where it stands for one."""
    if isinstance(address, IPv6Address):
        if address in _NAT64:
            return IPv4Address(int(address) & 0xFFFFFFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address
