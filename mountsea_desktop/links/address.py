"""Which addresses Mountsea could fetch at all, judged by their text alone."""

import re
from urllib.parse import SplitResult, urlsplit

from mountsea_desktop.links.verdict import Checked, Verdict
from mountsea_desktop.network.host import is_loopback, is_private, read_host
from mountsea_desktop.runtime.facts import facts_of

LOCAL_SCHEMES = frozenset({"file", "smb", "cifs", "afp", "nfs", "content"})
"""Schemes that name a file or a share which only this computer or its network can open."""
_HOST = re.compile(
    r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|[0-9a-f]*:[0-9a-f:.]*(?:%[\w.-]+)?", re.ASCII | re.IGNORECASE
)


def refused(verdict: Verdict, **facts: str) -> Checked:
    """Return a verdict that stands whatever Mountsea tries."""
    return Checked(verdict=verdict, certain=True, facts=facts_of(**facts))


def split(link: str) -> SplitResult | None:
    """Return the parts of a link, or None when its host or port is broken."""
    try:
        parts = urlsplit(link)
        _ = parts.port
    except ValueError:
        return None
    return parts


def judge(link: str | SplitResult, *, allow_loopback: bool = False) -> Checked | None:
    """Return why Mountsea certainly cannot fetch this address, or None when nothing speaks against it.

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
