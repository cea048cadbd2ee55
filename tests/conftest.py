"""What every test can rely on: it is alone, deterministic, and hears of every warning.

Ordinary tests run off-screen, in a home of their own, without keyring, session bus, proxies and network.
A log record of WARNING or above fails a test that did not announce it:

    @pytest.mark.logs("the journal was set aside")  # a regular expression; the record must then appear
"""

import asyncio
import gc
import ipaddress
import itertools
import logging
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import hypothesis
import keyring.core
import platformdirs.windows
import pytest
from keyring.backends import fail

CI = os.environ.get("CI") == "true"

# Set before anything imports Qt, reads a locale or opens a client.
os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
WATCHED_ON = "MOUNTSEA_TEST_DISPLAY"
"""Names the display of somebody who wants to watch a test of the real window."""
if WATCHED_ON in os.environ:  # what lets programs onto it lies in the real home
    os.environ.setdefault("XAUTHORITY", str(Path.home() / ".Xauthority"))
for name in set(os.environ) - {WATCHED_ON}:
    if name.lower().endswith("_proxy") or name.startswith(("MOUNTSEA_", "QT_SCALE", "QT_STYLE")):
        del os.environ[name]
for name in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_CURRENT_DESKTOP", "LANGUAGE"):
    os.environ.pop(name, None)
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

# A slow machine is no bug, hence no deadline. A machine that checks must find the same thing twice.
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if CI else "here")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs(pattern): the test logs a warning or an error that matches")
    config.addinivalue_line("markers", "one_python: it takes seconds, and no version of Python differs in it")


def pytest_collection_finish() -> None:
    """Spare the collector what was imported and stays: each full collection would go through all of it."""
    gc.collect()
    gc.freeze()


# -- The loop --------------------------------------------------------------------------------------------


def pytest_asyncio_loop_factories(
    config: pytest.Config,  # noqa: ARG001 - the hook's signature
    item: pytest.Function,
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """The window's loop for tests that ask for Qt, plain asyncio for the others."""
    if {"qapp", "qtbot"} & set(item.fixturenames):
        return {"qt": _qt_loop}
    return {"plain": asyncio.new_event_loop}


def _qt_loop() -> asyncio.AbstractEventLoop:
    import qasync  # noqa: PLC0415 - tests without Qt do not wait for it
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the same

    loop: asyncio.AbstractEventLoop = qasync.QEventLoop(QApplication.instance())
    return loop


# -- Nothing unheard -------------------------------------------------------------------------------------


class _Listener(logging.Handler):
    """Keeps what was logged since the last look."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._heard.append(f"{record.levelname} {record.name}: {self.format(record)}")

    def take(self) -> list[str]:
        heard, self._heard = self._heard, []
        return heard


@pytest.fixture(scope="session")
def _listener() -> Iterator[_Listener]:
    listener = _Listener()
    logging.getLogger().addHandler(listener)
    yield listener
    gc.collect()  # asyncio tells of an error nobody asked for when it is collected
    logging.getLogger().removeHandler(listener)
    if late := listener.take():
        pytest.fail("logged after its test:\n" + "\n".join(late))


@pytest.fixture(autouse=True)
def _no_unexpected_logs(request: pytest.FixtureRequest, _listener: _Listener) -> Iterator[None]:
    yield
    heard = _listener.take()
    for mark in request.node.iter_markers("logs"):
        matching = [line for line in heard if re.search(mark.args[0], line)]
        assert matching, f"nothing was logged that matches {mark.args[0]!r}, but {heard}"
        heard = [line for line in heard if line not in matching]
    if heard:
        pytest.fail("unexpected log records:\n" + "\n".join(heard))


# -- A home of its own -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Homes to come, in a folder of their own: pytest looks through all names for one that is free."""
    folder = tmp_path_factory.mktemp("homes", numbered=False)
    return (folder / str(number) for number in itertools.count())


@pytest.fixture(autouse=True)
def home(_homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for this test, on every system; the keyring refuses."""
    home = next(_homes)
    home.mkdir()
    folders = {
        "HOME": "", "USERPROFILE": "", "APPDATA": "roaming", "LOCALAPPDATA": "local",
        "XDG_CONFIG_HOME": ".config", "XDG_DATA_HOME": ".local/share", "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_DIRS": "etc",
    }  # fmt: skip
    for variable, place in folders.items():
        monkeypatch.setenv(variable, str(home / place))
    # On Windows the system is asked, and not the environment.
    monkeypatch.setattr(platformdirs.windows, "get_win_folder", lambda name: str(home / name.lower()))
    monkeypatch.setattr(keyring.core, "_keyring_backend", fail.Keyring())  # type: ignore[no-untyped-call]  # the library is half typed
    return home


# -- No network ------------------------------------------------------------------------------------------

_strayed: list[str] = []
_HOST_OF: dict[str, Callable[[tuple[object, ...]], object]] = {
    "socket.connect": lambda arguments: arguments[1],
    "socket.sendto": lambda arguments: arguments[1],
    "socket.sendmsg": lambda arguments: arguments[1],
    "socket.getaddrinfo": lambda arguments: arguments[0],
    "socket.gethostbyname": lambda arguments: arguments[0],
}


def _stay_at_home(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook, so that no library gets past it."""
    if (host_of := _HOST_OF.get(event)) is None or not _armed:
        return
    host = host_of(arguments)
    if isinstance(host, tuple):
        host = host[0]
    elif event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        return  # a socket in the file system, or one that is connected already
    if not _is_loopback(host):
        _strayed.append(f"{event} {host!r}")
        pytest.fail(f"a test reached for the network: {event} {host!r}")


def _is_loopback(host: object) -> bool:
    text = host.decode() if isinstance(host, bytes) else host
    if text in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(text).partition("%")[0]).is_loopback
    except ValueError:
        return False


_armed: list[bool] = []
sys.addaudithook(_stay_at_home)


@pytest.fixture(autouse=True)
def _no_network() -> Iterator[None]:
    """Fails the test even where the code under test swallowed the guard's exception."""
    _armed.append(True)
    yield
    _armed.clear()
    strayed, _strayed[:] = list(_strayed), []
    assert not strayed, f"a test reached for the network: {strayed}"
