"""What is reached without a proxy: `NO_PROXY` and its kin, in the forms that people and systems write."""

import re
from fnmatch import fnmatchcase
from ipaddress import ip_network
from urllib.parse import urlsplit

from mountsea_desktop.network.host import Host, read_host

LOCAL = "<local>"
"""As Windows writes it: names without a dot."""


def bypasses(rules: str, address: str) -> bool:
    """Tell whether an address is reached directly by these rules, which commas or spaces separate.

    A rule is `*`, `<local>`, a host with or without port, a domain with everything below it (`example.com`,
    `.example.com`, `*.example.com`), a pattern (`192.168.*`) or a range (`10.0.0.0/8`).
    """
    parts = urlsplit(address)
    host = read_host(parts.hostname or "")
    if host is None:
        return False
    port = parts.port or {"http": 80, "https": 443}.get(parts.scheme, 0)
    return any(_matches(rule, host, port) for rule in re.split(r"[,;\s]+", rules.strip().lower()) if rule)


def _matches(rule: str, host: Host, port: int) -> bool:
    if rule == "*":
        return True
    if rule == LOCAL:
        return isinstance(host, str) and "." not in host
    rule = rule.rpartition("://")[2]
    if "/" in rule:
        return _in_range(rule, host)
    name, wanted = _split(rule)
    if wanted and wanted != str(port):
        return False
    if not isinstance(host, str):
        return read_host(name) == host or ("*" in name and fnmatchcase(str(host), name))
    if "*" in name.removeprefix("*."):
        return fnmatchcase(host, name)
    domain = name.removeprefix("*").strip(".")
    return bool(domain) and (host == domain or host.endswith(f".{domain}"))


def _split(rule: str) -> tuple[str, str]:
    """Host and port of a rule; a bare IPv6 address is full of colons and has no port."""
    if rule.startswith("["):
        name, _, rest = rule[1:].partition("]")
        return name, rest.removeprefix(":")
    if rule.count(":") == 1:
        name, _, port = rule.partition(":")
        return name, port
    return rule, ""


def _in_range(rule: str, host: Host) -> bool:
    try:
        return not isinstance(host, str) and host in ip_network(re.sub(r"[][]", "", rule), strict=False)
    except ValueError:
        return False
