"""A throwaway Windows: Debian's Wine, with the few parts of Windows that it lacks and our parts import.

Used to compile modules with the Python that will read them, and to test what was built.
"""

import os
import select
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from shared import pins
from shared.project import BUILD, PACKAGING, run, say
from shared.tree import empty

WINE = Path("/usr/lib/wine/wine64")
SERVER = Path("/usr/lib/wine/wineserver")
SHIMS = PACKAGING / "windows" / "shims"
COMPILER = "x86_64-w64-mingw32-gcc"


class Wine:
    """One prefix: a C: drive and a registry of its own."""

    def __init__(self, prefix: Path, **variables: str) -> None:
        self.prefix = prefix
        self.drive = prefix / "drive_c"
        self._idle: subprocess.Popen[bytes] | None = None
        self.environment = {
            # Little of this machine: Windows knows no SSL_CERT_FILE, and no QT_QPA_PLATFORM either.
            **{
                name: os.environ[name]
                for name in ("HOME", "PATH", "DISPLAY", "XAUTHORITY")
                if name in os.environ
            },
            "LC_ALL": "C.UTF-8",
            "WINEPREFIX": str(prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=",  # asks for no downloads
            **variables,
        }

    @property
    def home(self) -> Path:
        """The person's folder."""
        (home,) = (path for path in (self.drive / "users").iterdir() if path.name != "Public")
        return home

    def create(self) -> None:
        """Make it, as Windows 10, with the shims, and switch it on; about fifteen seconds."""
        empty(self.prefix)
        self.check("wineboot", "--init")
        self.check("winecfg", "-v", "win10")
        put_shims(self.drive / "windows" / "system32")
        self.check("regedit", "/S", windows_path(SHIMS / "wine.reg"))
        self.stop()
        # Windows' own services start with the first program and end with the last one: this one stays.
        self._idle = subprocess.Popen(
            [WINE, "ping", "-n", "99999", "127.0.0.1"],
            env=self.environment,
            cwd=self.prefix,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def run(
        self, *command: str, environment: Mapping[str, str] | None = None, timeout: float = 120
    ) -> "subprocess.CompletedProcess[str]":
        """Run a Windows program to its end."""
        return self.start(command, environment).wait(timeout)

    def check(self, *command: str, timeout: float = 120) -> str:
        """Run one that has to end well; return what it printed."""
        done = self.run(*command, timeout=timeout)
        if done.returncode:
            raise SystemExit(f"{done.stdout}\nFailed with {done.returncode}: {' '.join(command)}")
        return done.stdout

    def start(self, command: Sequence[str], environment: Mapping[str, str] | None = None) -> "Running":
        """Start one and leave it running."""
        process = subprocess.Popen(
            [WINE, *command],
            env={**self.environment, **(environment or {})},
            cwd=self.prefix,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # Wine 8 loses what goes into a file
            stderr=subprocess.STDOUT,
            bufsize=0,
        )
        return Running(process)

    def stop(self) -> None:
        """End every process in it, and wait until the registry is written."""
        for what in ("--kill", "--wait"):
            subprocess.run([SERVER, what], env=self.environment, capture_output=True, check=False)
        if self._idle is not None:
            self._idle.wait()


class Running:
    """A Windows program. It has ended when its process has, whoever still holds the pipe it printed into.

    That may be for ever: the first program of all starts Windows' own services, and they inherit the pipe.
    """

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        self._process, self._pipe = process, process.stdout
        self._ended = os.pidfd_open(process.pid)
        os.set_blocking(self._pipe.fileno(), False)
        self._printed = b""

    @property
    def printed(self) -> str:
        """So far, as far as it was waited for."""
        return self._printed.decode("utf-8", "replace").replace("\r\n", "\n")

    def wait(self, timeout: float, *, show: bool = False) -> "subprocess.CompletedProcess[str]":
        """Until it has ended. With `show`, what it prints is shown at once."""
        self._read(timeout, lambda: False, show=show)
        status = self._process.wait()
        os.close(self._ended)
        self._pipe.close()
        return subprocess.CompletedProcess(self._process.args, status, self.printed)

    def wait_for(self, text: str, timeout: float) -> None:
        """Until it has printed a text; an error if it ends before."""
        self._read(timeout, lambda: text in self.printed, show=False)
        if text not in self.printed:
            raise RuntimeError(f"ended without {text!r}:\n{self.printed}")

    def kill(self) -> "subprocess.CompletedProcess[str]":
        """As a power cut does."""
        self._process.kill()
        return self.wait(10)

    def _read(self, timeout: float, enough: Callable[[], bool], *, show: bool) -> None:
        """What it prints, until that is enough or it has ended; then nothing of it is left in the pipe."""
        deadline = time.monotonic() + timeout
        ended = pipe_closed = False
        while not (ended or enough()):
            waited_for = [self._ended] if pipe_closed else [self._ended, self._pipe.fileno()]
            ready, _, _ = select.select(waited_for, [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise subprocess.TimeoutExpired(self._process.args, timeout, self.printed)
            ended = self._ended in ready
            while chunk := self._pipe.read(65536):
                self._printed += chunk
                if show:
                    sys.stdout.buffer.write(chunk)
                    sys.stdout.buffer.flush()
            pipe_closed = chunk == b""


def windows_path(path: Path) -> str:
    """A file of this machine, as Wine names it."""
    return "Z:" + str(path).replace("/", "\\")


def put_shims(system32: Path) -> None:
    """What Windows has had since 2017 and Wine 8 lacks: ICU by its name there, and a source of chance."""
    scratch = empty(BUILD / "windows" / "shims")
    (wheel,) = pins.wheels(pins.WINE)
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("icu4py.libs/") and name.endswith(".dll"):
                (system32 / Path(name).name).write_bytes(archive.read(name))
    icu = next(system32.glob("icuuc78-*.dll"))
    exports = _exports(icu)
    suffix = "_78"
    lines = ["LIBRARY icuuc.dll", "EXPORTS"]
    lines += [
        f'  "{name.removesuffix(suffix)}" = "{icu.stem}.{name}"' for name in exports if name.endswith(suffix)
    ]
    (scratch / "icuuc.def").write_text("\n".join(lines) + "\n", "ascii")
    shutil.copy(SHIMS / "bcryptprimitives.def", scratch)
    for name in ("icuuc", "bcryptprimitives"):
        target = system32 / f"{name}.dll"
        target.unlink(missing_ok=True)
        options = ("-shared", "-nostdlib", "-Wl,-e0", "-o")
        run(COMPILER, *options, target, scratch / f"{name}.def")


def _exports(library: Path) -> list[str]:
    """The names that a DLL offers."""
    told = run("x86_64-w64-mingw32-objdump", "--private-headers", library)
    table = (
        told.partition("[Name Pointer/Ordinal] Table")[2] or told.partition("[Ordinal/Name Pointer] Table")[2]
    )
    return [line.split()[-1] for line in table.splitlines() if line.lstrip().startswith("[")]


def installed() -> bool:
    """Whether this machine has what is needed."""
    missing = [tool for tool in (str(WINE), str(SERVER), COMPILER) if not shutil.which(tool)]
    if missing:
        say(f"Missing: {', '.join(missing)}; packaging/system-packages/package.txt names the packages.")
    return not missing
