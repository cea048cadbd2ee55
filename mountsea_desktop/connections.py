"""How connections leave this computer by what the settings say: which proxy, and whose certificates."""

from collections.abc import Sequence
from pathlib import Path

from mountsea_desktop.network.certificates import Trust
from mountsea_desktop.network.pac import PacWorker
from mountsea_desktop.network.proxy_choice import ProxyChoice
from mountsea_desktop.network.proxy_resolver import ProxyResolver
from mountsea_desktop.options import SCRIPT_RUNNER
from mountsea_desktop.runtime.own_process import command
from mountsea_desktop.storage.settings import Settings


class Connections:
    """One for all requests of a run, to Mountsea and to links; the settings may change meanwhile."""

    def __init__(self, settings: Settings | None = None, runner: Sequence[str] | None = None) -> None:
        """`runner` is the command of the process that runs proxy scripts."""
        settings = settings or Settings()
        self._worker = PacWorker(runner or script_runner())
        self.proxies = ProxyResolver(_choice(settings), run_script=self._worker.run)
        self._ca_file = _file(settings)
        self.trust = Trust(self._ca_file)

    def use(self, settings: Settings) -> bool:
        """Go by these settings from now on; whether that is another way than before."""
        choice, ca_file = _choice(settings), _file(settings)
        if (choice, ca_file) == (self.proxies.choice, self._ca_file):
            return False
        self.proxies.choice = choice
        self.proxies.forget()
        self._ca_file = ca_file
        self.trust.use(ca_file)
        return True

    def close(self) -> None:
        """End what was started for proxy scripts."""
        self._worker.close()


def script_runner() -> list[str]:
    """Return what starts this program as the process that runs proxy scripts."""
    return command(SCRIPT_RUNNER)


def _choice(settings: Settings) -> ProxyChoice:
    return ProxyChoice(settings.proxy, settings.proxy_url, settings.pac_url, settings.no_proxy)


def _file(settings: Settings) -> Path | None:
    return Path(settings.ca_file) if settings.ca_file else None
