"""A bucket as the settings describe it; what is done with it, which takes the network, is `s3.py`."""

from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """Where it is, and who we are there."""

    endpoint: str
    name: str
    key_id: str
    secret: str = field(repr=False)
    region: str = ""
    prefix: str = ""
    path_style: bool = False

    @property
    def base(self) -> str:
        """The bucket's own address."""
        scheme, _, rest = self.endpoint.rstrip("/").partition("://")
        if self.is_in_path:
            return f"{scheme}://{rest}/{self.name}"
        return f"{scheme}://{rest}" if rest.startswith(f"{self.name}.") else f"{scheme}://{self.name}.{rest}"

    @property
    def is_in_path(self) -> bool:
        """Whether its name is a part of the path, as it has to be where the host is a number."""
        return self.path_style or _is_number(urlsplit(self.endpoint).hostname or "")


def _is_number(host: str) -> bool:
    with suppress(ValueError):
        return bool(ip_address(host))
    return host == "localhost"
