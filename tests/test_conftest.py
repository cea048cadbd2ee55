"""The guards of `conftest.py` bite: a suite of bad tests, run under them, goes as badly as it should."""

import asyncio
import logging
import os
import sys
from pathlib import Path

import pytest
import qasync
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

pytest_plugins = ["pytester"]

BAD = """
import asyncio, logging, os, pathlib, socket
import keyring, keyring.errors, platformdirs, platformdirs.windows, pytest

def test_warns():
    logging.getLogger("x").warning("something is odd")

@pytest.mark.logs("never said")
def test_keeps_quiet():
    pass

@pytest.mark.logs("said")
def test_announces():
    logging.getLogger("x").error("this was said")

def test_connects():
    socket.create_connection(("192.0.2.1", 80))

def test_looks_up():
    try:
        socket.getaddrinfo("example.invalid", 80)
    except BaseException:
        pass

async def test_connects_within_the_loop():
    with pytest.raises(OSError):
        await asyncio.open_connection("192.0.2.1", 80)

def test_talks_to_itself():
    with socket.create_server(("localhost", 0)) as server, socket.create_connection(server.getsockname()):
        pass

def test_uses_the_keyring():
    keyring.set_password("service", "user", "secret")

def test_stays_at_home(home):
    places = [os.path.expanduser("~"), platformdirs.user_config_dir("x"), platformdirs.user_data_dir("x")]
    windows = platformdirs.windows.Windows("x", appauthor=False)
    places += [windows.user_data_dir, windows.user_config_dir, windows.user_log_dir]
    assert all(pathlib.Path(place).is_relative_to(home) for place in places)

async def test_forgets_a_task():
    async def fail():
        raise ValueError("nobody asked")
    task = asyncio.get_running_loop().create_task(fail())
    cycle = [task]
    cycle.append(cycle)
    await asyncio.sleep(0)
"""


def test_bad_tests_are_found_out(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    pytester.makeconftest(Path(__file__).with_name("conftest.py").read_text("utf-8"))
    pytester.makeini("[pytest]\nasyncio_mode = auto\nasyncio_default_fixture_loop_scope = function\n")
    pytester.makepyfile(BAD)
    monkeypatch.setenv("HTTPS_PROXY", "http://192.0.2.1")
    result = pytester.runpytest_subprocess("-rA")
    report = result.stdout.str()
    ended = {tuple(line.split()[:2]) for line in report.splitlines() if "::" in line and line[:1] in "PFE"}
    file = "test_bad_tests_are_found_out.py"
    assert {(how, name.removeprefix(f"{file}::")) for how, name in ended} == {
        ("PASSED", "test_warns"), ("ERROR", "test_warns"),
        ("PASSED", "test_keeps_quiet"), ("ERROR", "test_keeps_quiet"),
        ("PASSED", "test_announces"),
        ("FAILED", "test_connects"), ("ERROR", "test_connects"),
        ("PASSED", "test_looks_up"), ("ERROR", "test_looks_up"),
        ("FAILED", "test_connects_within_the_loop"), ("ERROR", "test_connects_within_the_loop"),
        ("PASSED", "test_talks_to_itself"),
        ("FAILED", "test_uses_the_keyring"),
        ("PASSED", "test_stays_at_home"),
        ("PASSED", "test_forgets_a_task"), ("ERROR", "test_forgets_a_task"),
    }, report  # fmt: skip
    assert "nobody asked" in report


async def test_the_loop_is_plain_without_qt() -> None:
    assert not isinstance(asyncio.get_running_loop(), qasync.QEventLoop)


async def test_the_loop_is_the_windows_with_qt(qapp: QApplication) -> None:
    assert isinstance(asyncio.get_running_loop(), qasync.QEventLoop)
    fired = asyncio.Event()
    QTimer.singleShot(0, qapp, fired.set)
    await asyncio.wait_for(fired.wait(), 10)


@pytest.mark.logs("a known warning")
def test_an_announced_record_fails_nothing() -> None:
    logging.getLogger("x").warning("a known warning")


def test_nothing_of_the_real_desktop_is_left() -> None:
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert not [name for name in os.environ if name.lower().endswith("_proxy")]
    assert sys.platform != "linux" or "DBUS_SESSION_BUS_ADDRESS" not in os.environ
