"""Proxy scripts (PAC): fetched without a proxy, and run in a process of their own.

A script comes from the network and may do anything, or never end; in a process of its own it can be ended.
"""

import json
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import httpx

from mountsea_desktop.runtime.ordinary_files import read_ordinary

PATIENCE = 5.0
"""Seconds for fetching a script, and for one answer of it, look-ups of names included."""
LARGEST = 1024 * 1024
"""Bytes of a script."""
SCRIPT_KEPT_FOR = 600.0
"""Seconds until a script is fetched anew."""


class PacError(httpx.ProxyError):
    """A script that gives no answer, so that the proxy is not known; the text says why."""


class PacWorker:
    """Runs scripts in a process of its own, which is started when it is first needed. Any thread may ask."""

    def __init__(self, command: Sequence[str], patience: float = PATIENCE) -> None:
        self._command = list(command)
        self._patience = patience
        self._asking = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None

    def run(self, script: str, address: str) -> str:
        """Return what `FindProxyForURL` answers. Blocks; raises `PacError`."""
        # Only what decides about the way: a path may be as good as a key.
        parts = urlsplit(address)
        question = {
            "script": script,
            "url": f"{parts.scheme}://{parts.netloc}/",
            "host": parts.hostname or "",
        }
        with self._asking:
            try:
                line = self._ask(self._started(), json.dumps(question).encode() + b"\n")
            except OSError as error:
                self._end()
                raise PacError(str(error)) from error
            if not line:
                self._end()
                raise PacError("the script did not come to an end")
        answer = json.loads(line)
        if "error" in answer:
            raise PacError(answer["error"])
        return str(answer["result"])

    def close(self) -> None:
        """End the process; another question starts another one."""
        process = self._process
        if process is not None:
            process.kill()  # whoever waits for an answer gets none, and lets go
            with self._asking:
                self._end()

    def _started(self) -> "subprocess.Popen[bytes]":
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - this very program
                self._command,
                bufsize=0,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        return self._process

    def _ask(self, process: "subprocess.Popen[bytes]", question: bytes) -> bytes:
        """One line back; none where the process ended, or was ended because it took too long."""
        assert process.stdin is not None  # noqa: S101 - opened with it
        assert process.stdout is not None  # noqa: S101 - the same
        too_long = threading.Timer(self._patience, process.kill)
        too_long.start()
        try:
            process.stdin.write(question)
            return process.stdout.readline()
        finally:
            too_long.cancel()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                assert pipe is not None  # noqa: S101 - opened with it
                pipe.close()


class PacScript:
    """A script at an address. Any thread may ask."""

    def __init__(self, run: Callable[[str, str], str], *, now: Callable[[], float] = time.monotonic) -> None:
        """`run`: a script and an address to an answer; raises `PacError`."""
        self._run = run
        self._now = now
        self._fetching = threading.Lock()
        self._kept: tuple[str, float, str] = ("", 0.0, "")
        """Where the script is from, when it was fetched, and the script."""

    def proxy_for(self, pac_url: str, address: str) -> str:
        """Return the first proxy that the script names, empty for none. Blocks; raises `PacError`."""
        try:
            return first_proxy(self._run(self._script(pac_url), address))
        except PacError as error:
            self.forget()  # somebody may put it right
            raise PacError(f"proxy script {pac_url}: {error}") from error

    def forget(self) -> None:
        """Fetch the script anew next time."""
        self._kept = ("", 0.0, "")

    def _script(self, pac_url: str) -> str:
        with self._fetching:
            known, at, script = self._kept
            if known != pac_url or self._now() - at > SCRIPT_KEPT_FOR:
                script = fetch(pac_url)
                self._kept = (pac_url, self._now(), script)
            return script


def fetch(pac_url: str) -> str:
    """Return a script's text. Blocks; raises `PacError`."""
    try:
        parts = urlsplit(pac_url)
        if parts.scheme == "file":
            path = f"//{parts.netloc}{parts.path}" if parts.netloc not in ("", "localhost") else parts.path
            content = read_ordinary(Path(url2pathname(path)), LARGEST)
        else:
            content = _download(pac_url)
    except (OSError, ValueError, httpx.HTTPError, httpx.InvalidURL) as error:
        raise PacError(f"{type(error).__name__}: {error}") from error
    return content.decode("utf-8-sig", "replace")


def _download(pac_url: str) -> bytes:
    content = bytearray()
    until = time.monotonic() + PATIENCE
    with (
        httpx.Client(trust_env=False, timeout=PATIENCE, follow_redirects=True, max_redirects=3) as client,
        client.stream("GET", pac_url) as response,
    ):
        if response.status_code != httpx.codes.OK:
            raise PacError(f"answered {response.status_code}")
        for piece in response.iter_bytes():
            content += piece
            if len(content) > LARGEST or time.monotonic() > until:
                raise PacError("is too long, or takes too long")
    return bytes(content)


def first_proxy(answer: str) -> str:
    """`PROXY a:1; DIRECT` as an address, empty for `DIRECT`. Raises `PacError` where nothing of it is known.

    Only the first counts: one that does not answer is told, and not left out in silence.
    """
    for part in answer.split(";"):
        word, _, host_port = part.strip().partition(" ")
        kind, host_port = word.upper(), host_port.strip()
        if kind == "DIRECT":
            return ""
        if kind in _SCHEMES and host_port:
            return f"{_SCHEMES[kind]}://{host_port}"
    raise PacError(f"the script answered {answer[:100]!r}")


_SCHEMES = {
    "PROXY": "http", "HTTP": "http", "HTTPS": "https",
    "SOCKS": "socks5", "SOCKS4": "socks5", "SOCKS5": "socks5",
}  # fmt: skip
"""What answers as SOCKS 4 speaks SOCKS 5 as well, mostly, and httpx that alone."""
