"""A desktop for one test: display, session bus, keyring and accessibility of its own, in a throwaway home.

    with Desktop() as desktop:
        program = desktop.start("--profile", str(profile))
        program.write("password text", "API token", "secret")
        program.press("button", "Save token")
        program.wait("label", "4 of 6*")

The real one of whoever runs the tests is neither seen nor touched. When the desktop ends, so does every
process that was started on it.
"""

import contextlib
import fnmatch
import json
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from tests.e2e import x11

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DEBIAN_PYTHON = "/usr/bin/python3"
KEYRING_PASSWORD = b"opens the throwaway keyring"
PATIENCE = 30.0
"""Seconds until something that should appear counts as missing: ample, for a machine that is busy."""

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={path}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""


def missing() -> str:
    """What this machine lacks for a desktop, in words; empty when nothing."""
    lacking = [name for name in ("Xvfb", "dbus-daemon", "gnome-keyring-daemon") if not shutil.which(name)]
    if _bus_launcher() is None:
        lacking.append("at-spi-bus-launcher")
    asks = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    try:
        subprocess.run([DEBIAN_PYTHON, "-c", asks], check=True, capture_output=True)  # noqa: S603 - our own text
    except (OSError, subprocess.CalledProcessError):
        lacking.append(f"gi.repository.Atspi for {DEBIAN_PYTHON}")
    return f"no {', '.join(lacking)}: see packaging/system-packages/test.txt" if lacking else ""


def _bus_launcher() -> str | None:
    folders = ("/usr/libexec", "/usr/lib/at-spi2-core", "/usr/lib/at-spi2")
    return shutil.which("at-spi-bus-launcher", path=os.pathsep.join(folders))


class GoneWrongError(AssertionError):
    """Something did not appear, or could not be done; the message shows what is on screen."""


class Desktop:
    """A display without a window manager, and all that a program expects around it."""

    def __init__(self, *, keyring: bool = True, size: str = "1280x900") -> None:
        # Not below pytest's folders: the path of a socket has a hundred characters at most.
        self.folder = folder = Path(tempfile.mkdtemp(prefix="desktop-"))
        self.home = folder / "home"
        self.logs = folder / "logs"
        self.display = ""
        self._keyring = keyring
        self._size = size
        self._started: list[subprocess.Popen[bytes]] = []
        self._driver: subprocess.Popen[bytes] | None = None
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "LC_ALL": "C.UTF-8",
            "TZ": "UTC",
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder / 'bus'}",
            "GSETTINGS_BACKEND": "memory",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
            "PYTHONUNBUFFERED": "1",
        }

    # -- Its own life ------------------------------------------------------------------------------------

    def __enter__(self) -> Self:
        try:
            self._open()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _open(self) -> None:
        self.home.mkdir(parents=True)
        self.logs.mkdir()
        (self.folder / "run").mkdir(mode=0o700)
        self._open_display()
        configuration = self.folder / "bus.conf"
        configuration.write_text(BUS.format(path=self.folder / "bus"))
        told, tell = os.pipe()
        self._run(
            "bus", "dbus-daemon", "--nofork", f"--config-file={configuration}", f"--print-address={tell}",
            pass_fds=[tell],
        )  # fmt: skip
        os.close(tell)
        _first_line(told, "the session bus")
        launcher = _bus_launcher()
        assert launcher
        self._run("accessibility", launcher, "--launch-immediately")
        if self._keyring:
            self._unlock_keyring()
        self._driver = self._run(
            "driver", DEBIAN_PYTHON, str(HERE / "driver.py"), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for name in ("org.a11y.Bus", *(["org.freedesktop.secrets"] if self._keyring else [])):
            self._ask({"do": "bus name", "name": name, "pid": 0, "patience": PATIENCE})

    def _open_display(self) -> None:
        if shown := os.environ.get("MOUNTSEA_TEST_DISPLAY"):  # somebody wants to watch
            self.display = self.environment["DISPLAY"] = shown
            self.environment["XAUTHORITY"] = os.environ["XAUTHORITY"]  # see `tests/conftest.py`
            return
        told, tell = os.pipe()
        self._run(
            "display", "Xvfb", "-displayfd", str(tell), "-screen", "0", f"{self._size}x24",
            "-nolisten", "tcp", "-noreset",
            pass_fds=[tell],
        )  # fmt: skip
        os.close(tell)
        self.display = self.environment["DISPLAY"] = f":{_first_line(told, 'Xvfb')}"

    def _unlock_keyring(self) -> None:
        daemon = self._run(
            "keyring", "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
            stdin=subprocess.PIPE,
        )  # fmt: skip
        assert daemon.stdin
        daemon.stdin.write(KEYRING_PASSWORD)
        daemon.stdin.close()

    def _run(
        self,
        name: str,
        *command: str,
        stdin: int = subprocess.DEVNULL,
        stdout: int | None = None,
        pass_fds: Sequence[int] = (),
    ) -> subprocess.Popen[bytes]:
        """Start a process in a group of its own, so that what it starts can be ended with it."""
        with self._log(name).open("wb") as log:
            process = subprocess.Popen(  # noqa: S603 - programs of ours and of the system
                command,
                env=self.environment,
                cwd=self.home,
                stdin=stdin,
                stdout=stdout or log,
                stderr=log,
                pass_fds=pass_fds,
                start_new_session=True,
            )
        self._started.append(process)
        return process

    def _log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def stop(self) -> None:
        """End everything that was started here, latest first, and whatever that started."""
        for process in reversed(self._started):
            end(process)
        for pid in self._stragglers():
            kill(pid)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _stragglers(self) -> Iterator[int]:
        """Processes with this desktop's home: services that a bus started by itself."""
        mark = f"HOME={self.home}".encode()
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (folder / "environ").read_bytes().split(b"\0"):
                    yield int(folder.name)

    # -- Programs ----------------------------------------------------------------------------------------

    def start(
        self, *arguments: str, environment: Mapping[str, str] | None = None, command: Sequence[str] = ()
    ) -> "Program":
        """Start Mountsea Desktop, or another `command`, with `environment` on top of the desktop's own."""
        command = [*(command or (sys.executable, "-m", "mountsea_desktop")), *arguments]
        number = sum(1 for _ in self.logs.glob("program-*.log")) + 1
        log = self._log(f"program-{number}")
        with log.open("wb") as output:
            process = subprocess.Popen(  # noqa: S603 - a program of ours
                command,
                env={**self.environment, **(environment or {})},
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self._started.append(process)
        return Program(self, process, log)

    def notification_service(
        self, *, capabilities: Sequence[str] = ("actions", "body", "body-markup"), hangs: bool = False
    ) -> "NotificationService":
        """Start what shows notifications on this desktop; without it, there is no such thing."""
        options = json.dumps({"capabilities": list(capabilities), "hangs": hangs})
        script = str(HERE / "notification_service.py")
        service = self._run(
            "notifications", DEBIAN_PYTHON, script, options, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        name = "org.freedesktop.Notifications"
        self._ask({"do": "bus name", "name": name, "pid": 0, "patience": PATIENCE})
        return NotificationService(service)

    def listener(self, event: str = "object:announcement") -> "AnnouncementListener":
        """Hear what every program that is started from now on tells a screen reader."""
        script = str(HERE / "announcement_listener.py")
        listener = AnnouncementListener(
            self._run("listener", DEBIAN_PYTHON, script, event, stdout=subprocess.PIPE)
        )
        assert listener._line() == "listening"
        return listener

    # -- What is around them -----------------------------------------------------------------------------

    def secret(self, service: str, user: str) -> str | None:
        """What the real Secret Service keeps, read by another process."""
        asks = "import json, keyring, sys; print(json.dumps(keyring.get_password(*sys.argv[1:])))"
        answer: str | None = json.loads(self._python(asks, service, user))
        return answer

    def keep_secret(self, service: str, user: str, secret: str) -> None:
        """Have the real Secret Service keep one, as a program on this desktop would."""
        self._python("import keyring, sys; keyring.set_password(*sys.argv[1:])", service, user, secret)

    def screenshot(self, file: Path) -> None:
        """The whole screen, as PNG."""
        self._python(
            "import sys; from PySide6.QtGui import QGuiApplication as A; a = A([]);"
            "sys.exit(not a.primaryScreen().grabWindow(0).save(sys.argv[1]))",
            str(file),
        )

    def _python(self, text: str, *arguments: str) -> str:
        done = subprocess.run(  # noqa: S603 - our own text
            [sys.executable, "-c", text, *arguments],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def files_with(self, secret: str, *folders: Path) -> list[Path]:
        """Files of this desktop, its logs, or in `folders`, that hold the text in UTF-8 or UTF-16."""
        forms = [secret.encode(), secret.encode("utf-16-le"), secret.encode("utf-16-be")]
        searched = [self.home, self.folder / "run", self.logs, *folders]
        files = {file for place in searched for file in place.rglob("*") if file.is_file()}
        return sorted(file for file in files if any(form in file.read_bytes() for form in forms))

    def _ask(self, request: dict[str, Any]) -> Any:
        assert self._driver
        assert self._driver.stdin
        assert self._driver.stdout
        self._driver.stdin.write(json.dumps(request).encode() + b"\n")
        self._driver.stdin.flush()
        line = self._driver.stdout.readline()
        assert line, f"the driver ended: {self._log('driver').read_text()}"
        answer = json.loads(line)
        if "error" in answer:
            raise GoneWrongError(answer["error"])
        return answer["value"]


class NotificationService:
    """What shows notifications: each has a `number`, `title`, `body`, and what else was asked for."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process

    def wait(self, method: str, count: int = 1) -> list[dict[str, Any]]:
        """Wait until it was called so often in all; return what is shown now."""
        return self._ask({"do": "wait", "method": method, "count": count})

    def click(self, number: int, token: str = "") -> list[dict[str, Any]]:
        """Click one, as a person does; return what is left."""
        return self._ask({"do": "click", "number": number, "token": token})

    def close(self, number: int) -> list[dict[str, Any]]:
        """Close one by its cross; return what is left."""
        return self._ask({"do": "close", "number": number})

    def _ask(self, request: dict[str, Any]) -> list[dict[str, Any]]:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        if not select.select([self.process.stdout], [], [], PATIENCE)[0]:
            raise GoneWrongError(f"the notification service was not asked: {request}")
        shown: list[dict[str, Any]] = json.loads(self.process.stdout.readline())["value"]
        return shown


class AnnouncementListener:
    """What was said aloud."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self._read = b""

    def until(self, text: str) -> list[str]:
        """Listen until this was said (`*` is anything); return all that was said since the last time."""
        said: list[str] = []
        while not fnmatch.filter(said, text):
            line = self._line()
            if not line:
                raise GoneWrongError(f"{text!r} was not said, but {said}")
            said.append(json.loads(line))
        return said

    def _line(self) -> str:
        assert self.process.stdout
        while b"\n" not in self._read:
            if not select.select([self.process.stdout], [], [], PATIENCE)[0]:
                return ""
            self._read += os.read(self.process.stdout.fileno(), 4096)
        line, self._read = self._read.split(b"\n", 1)
        return line.decode()


class Program:
    """One program on a desktop, seen and moved as by a screen reader.

    Roles are AT-SPI's (`button`, `label`, `text`, `password text`, `check box`, `table`, `dialog`, `frame`).
    Names and texts are exact, but for a `*` at either end. Each method waits for its target up to `patience`
    seconds and then acts once. More conditions: `text`, `description`, `states` (`["enabled", "!checked"]`),
    and `within`, the title of the window.
    """

    def __init__(self, desktop: Desktop, process: subprocess.Popen[bytes], log: Path) -> None:
        self.desktop = desktop
        self.process = process
        self.log = log

    def wait(self, role: str, name: str = "*", *, patience: float = PATIENCE, **more: Any) -> dict[str, Any]:
        """Wait for it; return its role, name, description, text, states and actions."""
        found: dict[str, Any] = self._do("find", role, name, patience, more)
        return found

    def gone(self, role: str, name: str = "*", *, patience: float = PATIENCE, **more: Any) -> None:
        """Wait until there is no such thing."""
        self._do("gone", role, name, patience, more)

    def press(
        self, role: str, name: str, *, action: str = "", patience: float = PATIENCE, **more: Any
    ) -> None:
        """Do its main action, or another one such as `ShowMenu`, once it is enabled."""
        more["states"] = [*more.get("states", ()), "enabled"]
        self._do("press", role, name, patience, more, actions=[action] if action else [])

    def write(self, role: str, name: str, text: str, *, patience: float = PATIENCE, **more: Any) -> None:
        """Replace its text."""
        self._do("write", role, name, patience, more, text=text)

    def everything(
        self, role: str, name: str = "*", *, patience: float = PATIENCE, **more: Any
    ) -> list[dict[str, Any]]:
        """All that shows in a window or dialog, as from `wait`, in the order in which it is read."""
        found: list[dict[str, Any]] = self._do("all", role, name, patience, more)
        return found

    def tab_round(
        self, role: str, name: str = "*", *, patience: float = PATIENCE, **more: Any
    ) -> list[dict[str, Any]]:
        """Press Tab in a window until the keyboard comes round; what had it, in that order."""
        found: list[dict[str, Any]] = self._do("tab round", role, name, patience, more)
        return found

    @property
    def on_top(self) -> bool:
        """Whether its window covers those of others."""
        return x11.on_top(self.desktop.display) == self.process.pid

    def activate(self) -> None:
        """Give the keyboard to its topmost window, as a window manager does."""
        assert x11.activate(self.desktop.display, self.process.pid), "the program shows no window"

    def focus(self, role: str, name: str, *, patience: float = PATIENCE, **more: Any) -> None:
        """Give it the keyboard, and with it its window."""
        self.activate()
        self._do("focus", role, name, patience, more)
        self.wait(role, name, patience=patience, **{**more, "states": [*more.get("states", ()), "focused"]})

    def keys(self, keys: str) -> None:
        """Press keys, together where joined by `+`: `Return`, `Escape`, `Control_L+v`."""
        x11.press_keys(self.desktop.display, keys)

    def table(self, name: str, *, patience: float = PATIENCE, **more: Any) -> list[dict[str, str]]:
        """Every row of a table, as column title to cell text."""
        rows: list[dict[str, str]] = self._do("table", "table", name, patience, more)
        return rows

    def wait_rows(self, name: str, column: str, text: str, count: int, *, patience: float = PATIENCE) -> None:
        """Wait until exactly so many rows of a table have the text in a column."""
        self._do("rows", "table", name, patience, {}, column=column, text=text, count=count)

    def select(self, table: str, row: int, *, patience: float = PATIENCE) -> None:
        """Select a row, counted from 0 as shown."""
        self._do("select", "table", table, patience, {}, row=row)

    def _do(
        self, command: str, role: str, name: str, patience: float, more: dict[str, Any], **rest: Any
    ) -> Any:
        target = {"role": role, "name": name, **more}
        request = {"do": command, "pid": self.process.pid, "patience": patience, "target": target, **rest}
        try:
            return self.desktop._ask(request)
        except GoneWrongError as error:
            status = self.process.poll()
            ended = "" if status is None else f"\nthe program has ended with {status}"
            raise GoneWrongError(f"{error}{ended}\nits log:\n{self.output()[-4000:]}") from None

    def output(self) -> str:
        """What it printed so far, both streams."""
        return self.log.read_text("utf-8", errors="replace")

    def close(self) -> None:
        """Close its windows by the cross in the corner; it may take its time, see `ended`."""
        assert x11.close_windows(self.desktop.display, self.process.pid), "the program shows no window"

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def ended(self, *, patience: float = PATIENCE) -> int:
        """Wait until it has ended by itself; return its exit code."""
        return self.process.wait(patience)


def kill(pid: int) -> None:
    """End a process that is not our child, and wait until it has ended."""
    with contextlib.suppress(ProcessLookupError):
        handle = os.pidfd_open(pid)
        try:
            signal.pidfd_send_signal(handle, signal.SIGKILL)
            select.select([handle], [], [], PATIENCE)
        finally:
            os.close(handle)


def end(process: "subprocess.Popen[Any]") -> None:
    """End a process and its group: politely, then for certain."""
    for how, patience in ((signal.SIGTERM, 5.0), (signal.SIGKILL, None)):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(patience)
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()


def _first_line(told: int, who: str) -> str:
    """What a process tells through a pipe once it is ready; it ends without a line if it could not start."""
    with os.fdopen(told) as answers:
        line = answers.readline().strip()
    assert line, f"{who} did not start"
    return line
