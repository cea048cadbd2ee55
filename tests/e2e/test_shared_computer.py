"""A computer that several people use, on which nothing but their own folders can be written to.

Programs run for other people by their number; that they may read all files, which the test's own Python may
need, is the one thing they have more than people have.
"""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mountsea_desktop import PROGRAM, __version__
from tests.conftest import CI
from tests.e2e.desktop import ROOT, end

ANA, BEN = 42_001, 42_002
PATIENCE = 60.0
COMMAND = (sys.executable, "-m", "mountsea_desktop")
READ_ALL = "+dac_read_search"


class Computer:
    """Its people have homes below one folder, and one folder for temporary files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        self.temporary.chmod(0o1777)
        self._running: list[subprocess.Popen[str]] = []

    def home(self, person: int) -> Path:
        """A home of one's own, for nobody else to look into."""
        home = self.folder / f"人 {person} home"
        if not home.exists():
            home.mkdir(mode=0o700)
            os.chown(home, person, person)
        return home

    def start(self, person: int, *arguments: str, within: str = "") -> "subprocess.Popen[str]":
        """Start the program for somebody; `within` is done first, in a mount namespace of its own."""
        as_person = (
            "setpriv", "--reuid", str(person), "--regid", str(person), "--clear-groups",
            "--inh-caps", READ_ALL, "--ambient-caps", READ_ALL, "--bounding-set", f"-all,{READ_ALL}",
        )  # fmt: skip
        command = (*as_person, *COMMAND, *arguments)
        if within:
            script = f'{within} && exec "$@"'
            command = ("unshare", "--mount", "bash", "-c", script, "bash", *command)
        home = self.home(person)
        process = subprocess.Popen(  # noqa: S603 - a program of ours
            command,
            env={
                "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
                "HOME": str(home), "TMPDIR": str(self.temporary),
                "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen",
                "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "PYTHONUNBUFFERED": "1",
            },
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )  # fmt: skip
        self._running.append(process)
        return process

    def stop(self) -> None:
        for process in self._running:
            end(process)
            assert process.stdout is not None
            process.stdout.close()


@pytest.fixture
def computer() -> Iterator[Computer]:
    if os.geteuid() != 0:
        (pytest.fail if CI else pytest.skip)("only root runs programs for others")
    folder = Path(tempfile.mkdtemp(prefix="shared-"))
    folder.chmod(0o755)
    computer = Computer(folder)
    yield computer
    computer.stop()
    shutil.rmtree(folder)


def ended(process: "subprocess.Popen[str]") -> tuple[int, str]:
    """Its status and what it said."""
    said, _ = process.communicate(timeout=PATIENCE)
    return process.returncode, said


def refused(process: "subprocess.Popen[str]") -> str:
    """What it says instead of opening its window; the box that says it, too, waits for somebody."""
    assert process.stdout is not None
    said = process.stdout.readline()
    assert process.poll() is None
    end(process)
    return said


def until(true: Callable[[], object], process: "subprocess.Popen[str]") -> None:
    """Wait for what only a look tells."""
    deadline = time.monotonic() + PATIENCE
    while not true():
        assert process.poll() is None, ended(process)
        assert time.monotonic() < deadline
        time.sleep(0.05)


def starts(computer: Computer, person: int) -> int:
    """How often the program got so far that a second start finds it."""
    log = computer.home(person) / ".local/state/mountsea-desktop/log/mountsea-desktop.log"
    return log.read_text("utf-8").count(f"{PROGRAM} {__version__} on ") if log.exists() else 0


def open_window(computer: Computer, person: int) -> "subprocess.Popen[str]":
    """Start it for somebody, and wait until it has opened what is kept and a second start finds it."""
    before = starts(computer, person)
    process = computer.start(person)
    journal = computer.home(person) / ".local/share/mountsea-desktop/journal.sqlite3"
    until(lambda: starts(computer, person) > before and journal.exists(), process)
    return process


def test_two_people_have_a_window_each_and_raise_their_own(computer: Computer) -> None:
    windows = {person: open_window(computer, person) for person in (ANA, BEN)}
    for person in windows:
        assert ended(computer.start(person)) == (0, ""), "a second start raises the first window"
    for person, window in windows.items():
        window.send_signal(signal.SIGTERM)
        assert ended(window) == (0, "")
        files = [path for path in computer.home(person).rglob("*") if not path.is_symlink()]
        assert files
        assert {path.stat().st_uid for path in files} == {person}
        assert not [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077 and path.is_file()]
    assert list(computer.temporary.iterdir()) == []


def test_somebody_who_is_first_at_anothers_place_stops_nobody(computer: Computer) -> None:
    first = open_window(computer, ANA)
    [place] = [path for path in computer.temporary.iterdir() if path.is_socket()]
    first.send_signal(signal.SIGTERM)
    assert ended(first)[0] == 0
    place.mkdir()
    os.chown(place, BEN, BEN)
    again = open_window(computer, ANA)
    assert "already open" in refused(computer.start(ANA, "--language", "en"))
    again.send_signal(signal.SIGTERM)
    assert ended(again)[0] == 0


def test_two_people_practise_at_the_same_time(computer: Computer) -> None:
    processes = [computer.start(person, "--demo", "--autoplay") for person in (ANA, BEN)]
    for process in processes:
        status, said = ended(process)
        assert status == 0, said
    assert list(computer.temporary.iterdir()) == []


def test_anothers_profile_is_refused_in_words(computer: Computer) -> None:
    anas = computer.home(ANA) / "profile"
    first = computer.start(ANA, "--profile", str(anas))
    until((anas / "journal.sqlite3").exists, first)
    assert str(anas) in refused(computer.start(BEN, "--profile", str(anas), "--language", "en"))


def test_where_it_is_installed_nothing_needs_to_be_written(computer: Computer) -> None:
    read_only = " && ".join(
        f"mount --bind '{path}' '{path}' && mount -o remount,ro,bind '{path}'" for path in (ROOT, sys.prefix)
    )
    status, said = ended(computer.start(ANA, "--demo", "--autoplay", within=read_only))
    assert status == 0, said
    status, said = ended(computer.start(ANA, "--check-connection", within=read_only))
    assert "✓ Folders" in said


@pytest.mark.parametrize("place", [".local/share", ".config"])
def test_a_home_without_any_room_is_told(computer: Computer, place: str) -> None:
    folder = computer.home(ANA) / place
    folder.mkdir(parents=True)
    for path in (folder, folder.parent):
        os.chown(path, ANA, ANA)
    full = (
        f"mount -t tmpfs -o size=64k,uid={ANA},gid={ANA} tmpfs '{folder}' && "
        f"mkdir '{folder}/mountsea-desktop' && chown {ANA} '{folder}/mountsea-desktop' && "
        f"! head -c 1M /dev/zero > '{folder}/rubbish' 2>/dev/null"
    )
    said = refused(computer.start(ANA, "--language", "en", within=full))
    assert said.startswith("The disk is full")
    assert str(folder) in said
    status, said = ended(computer.start(ANA, "--check-connection", within=full))
    assert status == 1
    assert "✗ Folders: The disk is full" in said


def test_a_home_that_was_moved_is_followed(computer: Computer) -> None:
    elsewhere = computer.home(ANA) / "重定向 redirected" / "data"
    elsewhere.mkdir(parents=True)
    share = computer.home(ANA) / ".local/share"
    share.parent.mkdir()
    for path in (elsewhere, elsewhere.parent, share.parent):
        os.chown(path, ANA, ANA)
    share.symlink_to(elsewhere)
    process = open_window(computer, ANA)
    assert (elsewhere / "mountsea-desktop/journal.sqlite3").is_file()
    process.send_signal(signal.SIGTERM)
    assert ended(process) == (0, "")
