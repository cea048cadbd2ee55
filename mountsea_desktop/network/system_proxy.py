"""What the operating system and the environment say about the proxy, a script (PAC) included."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import getproxies, getproxies_environment, proxy_bypass

from mountsea_desktop.network.no_proxy import bypasses

_PATIENCE = 3.0
"""Seconds for a tool of the system; they answer within some milliseconds."""
_GNOME = "org.gnome.system.proxy"

Ask = Callable[[list[str]], str]
"""Runs a tool of the system and returns what it prints; raises `OSError`."""


@dataclass(frozen=True, slots=True)
class SystemProxy:
    """Proxies by scheme, `all` and `socks` included, and what is reached without them; or a script."""

    proxies: Mapping[str, str] = field(default_factory=dict)
    no_proxy: str = ""
    pac_url: str = ""

    def proxy_for(self, address: str) -> str:
        """Return the proxy as the system writes it, empty for none. May ask the name service on Windows."""
        parts = urlsplit(address)
        if bypasses(self.no_proxy, address) or (not self.no_proxy and proxy_bypass(parts.hostname or "")):
            return ""
        said = self.proxies
        return said.get(parts.scheme) or said.get("all") or _as_socks(said.get("socks", ""))


def _as_socks(proxy: str) -> str:
    # macOS names its SOCKS proxy with the scheme http.
    return f"socks5://{proxy.partition('://')[2] or proxy}" if proxy else ""


def look(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> SystemProxy:
    """Return what is said now. The environment comes first, where it says anything.

    It blocks for some moments.
    """
    said = getproxies_environment()
    rules = said.pop("no", "")
    if said:
        return SystemProxy(said, rules)
    match platform:
        case "win32":
            return SystemProxy(getproxies(), pac_url=_windows_script())
        case "darwin":
            said = {scheme: with_brackets(proxy) for scheme, proxy in getproxies().items()}
            return SystemProxy(said, pac_url=script_of_mac(_ask))
        case _:
            return (
                of_gnome(_ask) if "GNOME" in environ.get("XDG_CURRENT_DESKTOP", "").upper() else SystemProxy()
            )


def with_brackets(proxy: str) -> str:
    """Return a proxy whose last part is its port, with an IPv6 address as it is written in addresses."""
    scheme, separator, host_port = proxy.rpartition("://")
    host, _, port = host_port.rpartition(":")
    return f"{scheme}{separator}[{host}]:{port}" if ":" in host and "[" not in host else proxy


def script_of_mac(ask: Ask) -> str:
    """Return the script's address in the network settings of macOS, empty where there is none."""
    try:
        said = ask(["scutil", "--proxy"])
    except OSError:
        return ""
    values = dict(re.findall(r"^\s*(\w+)\s*:\s*(\S+)\s*$", said, re.MULTILINE))
    return values.get("ProxyAutoConfigURLString", "") if values.get("ProxyAutoConfigEnable") == "1" else ""


def of_gnome(ask: Ask) -> SystemProxy:
    """Return what the settings of GNOME say to programs that it did not start from a terminal."""
    try:
        lines = ask(["gsettings", "list-recursively", _GNOME]).splitlines()
    except OSError:
        return SystemProxy()
    said: dict[str, str] = {}
    for line in lines:
        schema, _, rest = line.partition(" ")
        key, _, value = rest.partition(" ")
        said[f"{schema.removeprefix(_GNOME).strip('.')} {key}".strip()] = value.strip("'")
    if said.get("mode") == "auto":
        return SystemProxy(pac_url=said.get("autoconfig-url", ""))
    if said.get("mode") != "manual":
        return SystemProxy()
    proxies = {
        scheme: with_brackets(f"{said[f'{scheme} host']}:{said.get(f'{scheme} port', '')}")
        for scheme in ("http", "https", "socks")
        if said.get(f"{scheme} host")
    }
    return SystemProxy(proxies, ",".join(re.findall(r"'([^']*)'", said.get("ignore-hosts", ""))))


if sys.platform == "win32":
    import winreg

    def _windows_script() -> str:
        """Return the script's address in the internet settings of Windows."""
        try:
            with winreg.OpenKey(
                winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows\CurrentVersion\Internet Settings"
            ) as key:
                return str(winreg.QueryValueEx(key, "AutoConfigURL")[0])
        except OSError:
            return ""

else:

    def _windows_script() -> str:
        return ""


def _ask(command: list[str]) -> str:
    tool = shutil.which(command[0])
    if tool is None:
        raise FileNotFoundError(command[0])
    try:
        done = subprocess.run(  # noqa: S603 - a tool of the system's
            [tool, *command[1:]], capture_output=True, text=True, timeout=_PATIENCE, check=True
        )
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return done.stdout
