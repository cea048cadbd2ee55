"""Measures of whole processes, on a display of their own: from the start to a window that answers."""

import contextlib
import ctypes
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from ctypes import byref, c_int, c_long, c_ulong, c_void_p
from pathlib import Path
from typing import ClassVar

from tests.e2e import x11
from tests.e2e.desktop import DEBIAN_PYTHON, Desktop, end

HERE = Path(__file__).parent
MAP_NOTIFY, SUBSTRUCTURE_NOTIFY = 19, 1 << 19  # of Xlib.h
PATIENCE = 30.0


class _Event(ctypes.Structure):
    _fields_: ClassVar = [("type", c_int), ("rest", c_long * 30)]


class Display:
    """Tells when a window is mapped."""

    def __init__(self, x: ctypes.CDLL, connection: c_void_p) -> None:
        self._x, self._connection = x, connection
        root = c_ulong(x.XDefaultRootWindow(connection))
        x.XSelectInput(connection, root, c_long(SUBSTRUCTURE_NOTIFY))
        x.XSync(connection, 0)

    def wait(self) -> float:
        """When the next one was, by the monotonic clock."""
        event = _Event()
        while event.type != MAP_NOTIFY:
            self._wait_for_event()
            self._x.XNextEvent(self._connection, byref(event))
        return time.monotonic()

    def _wait_for_event(self) -> None:
        while not self._x.XPending(self._connection):
            number = self._x.XConnectionNumber(self._connection)
            if not select.select([number], [], [], PATIENCE)[0]:
                raise TimeoutError("no window")

    def forget(self) -> None:
        """Drop what has happened so far."""
        event = _Event()
        self._x.XSync(self._connection, 0)
        while self._x.XPending(self._connection):
            self._x.XNextEvent(self._connection, byref(event))


def shown(command: Sequence[str], display: Display, desktop: Desktop, *, pause: float) -> dict[str, float]:
    """Milliseconds until a window is on screen; `pause` seconds later, the megabytes the process needs."""
    display.forget()
    began = time.monotonic()
    with _process(command, desktop) as process:
        at = display.wait()
        cpu = _cpu(process.pid)
        time.sleep(pause)
        memory = _memory(process.pid) / 2**20
        return {"window": (at - began) * 1_000, "cpu": cpu * 1_000, "memory": memory}


def usable(command: Sequence[str], waiter: "subprocess.Popen[str]", desktop: Desktop) -> dict[str, float]:
    """Milliseconds until "Add links…" was pressed by accessibility, and its box closed by the keyboard."""
    began = time.monotonic()
    with _process(command, desktop) as process:
        assert waiter.stdin
        assert waiter.stdout
        waiter.stdin.write(f"{process.pid}\n")
        waiter.stdin.flush()
        answer = json.loads(waiter.stdout.readline())
        if not answer["opened"]:
            raise TimeoutError("the button did not answer")
        return {
            "opened": (answer["opened"] - began) * 1_000,
            "usable": (answer["closed"] - began) * 1_000,
        }


@contextlib.contextmanager
def waiter(desktop: Desktop) -> Iterator["subprocess.Popen[str]"]:
    """What looks at windows as a screen reader does."""
    process = subprocess.Popen(  # noqa: S603 - our own script
        [DEBIAN_PYTHON, str(HERE / "waiting.py")],
        env=desktop.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextlib.contextmanager
def displayed() -> Iterator[tuple[Desktop, Display]]:
    """A desktop without a keyring, and its display."""
    with Desktop(keyring=False) as desktop, x11._connection(desktop.display) as (x, connection):
        del desktop.environment["PYTHONUNBUFFERED"]
        yield desktop, Display(x, connection)


@contextlib.contextmanager
def _process(command: Sequence[str], desktop: Desktop) -> Iterator["subprocess.Popen[bytes]"]:
    with (desktop.folder / "program.log").open("ab") as log:
        process = subprocess.Popen(  # noqa: S603 - programs of ours
            command,
            env=desktop.environment,
            cwd=desktop.home,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        yield process
    finally:
        end(process)


def _cpu(pid: int) -> float:
    """Seconds of CPU that a process has had so far."""
    return (
        sum(int(told.read_text().split()[0]) for told in Path(f"/proc/{pid}/task").glob("*/schedstat")) / 1e9
    )


def _memory(pid: int) -> int:
    """The share of the machine's memory of a process and those it started, in bytes."""
    total = 0
    for number in (pid, *_children(pid)):
        with contextlib.suppress(OSError):
            lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
            total += next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    return total


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(number) for number in found.read_text().split()] if found.exists() else []


PROGRAM = (sys.executable, "-m", "mountsea_desktop", "--language", "en", "--profile")
BARE = (sys.executable, str(HERE / "bare_window.py"))


def environment_of_a_copy(desktop: Desktop, folder: Path) -> None:
    """Have the programs of a desktop see what an installed copy would see, and nothing else."""
    desktop.environment["PYTHONPATH"] = os.pathsep.join([str(folder)])
    desktop.environment["PYTHONNOUSERSITE"] = "1"
