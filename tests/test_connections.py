import sys
from pathlib import Path

import pytest

from mountsea_desktop.connections import Connections, script_runner
from mountsea_desktop.network.certificates import CertificatesUnusableError
from mountsea_desktop.network.pac import PacError
from mountsea_desktop.network.proxy_choice import ProxyMode
from mountsea_desktop.options import SCRIPT_RUNNER
from mountsea_desktop.runtime.own_process import command
from mountsea_desktop.storage.settings import Settings

ADDRESS = "https://api.example"


async def test_a_change_of_settings_counts_at_once(tmp_path: Path) -> None:
    connections = Connections()
    assert connections.proxies.proxy_for(ADDRESS) == ""
    settings = Settings(proxy=ProxyMode.MANUAL, proxy_url="proxy:1", ca_file=str(tmp_path / "no.pem"))
    assert connections.use(settings)
    assert not connections.use(settings)
    assert connections.proxies.proxy_for(ADDRESS) == "http://proxy:1"
    with pytest.raises(CertificatesUnusableError):
        await connections.trust.context()
    assert connections.use(Settings())
    await connections.trust.context()
    connections.close()


def test_a_script_that_cannot_be_run_is_told(tmp_path: Path) -> None:
    script = tmp_path / "proxy.pac"
    script.write_text("")
    settings = Settings(proxy=ProxyMode.AUTOMATIC, pac_url=script.as_uri())
    connections = Connections(settings, ["/no/such/program"])
    with pytest.raises(PacError):
        connections.proxies.proxy_for(ADDRESS)
    connections.close()


def test_scripts_are_run_by_this_very_program(monkeypatch: pytest.MonkeyPatch) -> None:
    assert script_runner() == command(SCRIPT_RUNNER)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert script_runner() == [sys.executable, SCRIPT_RUNNER]
