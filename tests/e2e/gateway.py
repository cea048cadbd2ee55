"""The fake gateway as a process of its own, for a program that is one, too."""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.e2e.desktop import ROOT

TOKEN = "sk-e2e-6f1d0c5a9b3e"


class GatewayProcess:
    """Runs while the `with` block does; asked and told over its own control address."""

    def __init__(self, folder: Path, **options: Any) -> None:
        self._port_file = folder / "gateway-port"
        self._options = {"tokens": [TOKEN], **options}
        self._running: subprocess.Popen[bytes] | None = None
        self.url = ""

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "tests.fakes.fault_gateway", "--port-file", str(self._port_file)]
        self._running = subprocess.Popen(  # noqa: S603 - our own program
            [*command, "--options", json.dumps(self._options)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert self._running.stdout is not None
        assert self._running.stdout.readline().strip() == b"listening"
        self.url = f"http://127.0.0.1:{self._port_file.read_text()}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._running is not None
        assert self._running.stdin is not None
        assert self._running.stdout is not None
        self._running.stdin.close()
        assert self._running.wait(10) == 0
        self._running.stdout.close()

    @property
    def environment(self) -> dict[str, str]:
        """What makes the program speak to this gateway."""
        return {"MOUNTSEA_API_URL": self.url, "MOUNTSEA_CREDITS_URL": self.url}

    def songs(self, count: int) -> list[str]:
        """So many links to songs that this gateway can fetch."""
        return [f"{self.url}/songs/{number}.mp3" for number in range(1, count + 1)]

    def record(self) -> Any:
        """Everything it saw."""
        return self._ask("record")

    def script(self, endpoint: str, *plays: dict[str, Any], **more: Any) -> None:
        """What is to happen at an endpoint."""
        self._ask("script", {"on": endpoint, "plays": list(plays), **more})

    def options(self, **options: Any) -> None:
        """Change how it behaves."""
        self._ask("options", options)

    def refuse(self, seconds: float) -> None:
        """Be gone for a while."""
        self._ask("refuse", {"seconds": seconds})

    def _ask(self, what: str, body: Any = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/__control/{what}", data)  # noqa: S310 - loopback
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - loopback
            return json.load(answer)
