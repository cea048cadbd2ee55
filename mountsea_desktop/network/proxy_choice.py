"""Which way out was chosen: as the system says, none, one proxy, or what a script says."""

from dataclasses import dataclass
from enum import StrEnum


class ProxyMode(StrEnum):
    """Where the proxy is named. The values are kept in files: never rename one."""

    SYSTEM = "system"
    NONE = "none"
    MANUAL = "manual"
    AUTOMATIC = "automatic"


@dataclass(frozen=True, slots=True)
class ProxyChoice:
    """A mode and what it needs; what another mode would need is left alone."""

    mode: ProxyMode = ProxyMode.SYSTEM
    url: str = ""
    pac_url: str = ""
    no_proxy: str = ""
    """What is reached without a proxy, in the manual mode; forms as in `no_proxy`."""
