"""A second start raises the first one's window, and no other's."""

import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.ui.app import single_instance
from mountsea_desktop.ui.app.single_instance import InstanceServer, raise_other
from tests.fakes.first_start import first_start
from tests.fakes.window import profile, running, until

ASK = """
import sys
from pathlib import Path
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.ui.app.single_instance import raise_other
from mountsea_desktop.ui.app import single_instance
from PySide6.QtCore import QThread
class Slow(QThread):
    # Tells that it waits for the first one to come.
    @staticmethod
    def msleep(milliseconds):
        Path(sys.argv[1], "asks").touch()
        QThread.msleep(milliseconds)
single_instance.QThread = Slow
sys.exit(0 if raise_other(Folders.of_profile(Path(sys.argv[1]))) else 1)
"""


async def ask(folder: Path) -> int:
    """What a second start does, in a process of its own; 0 if it was heard."""
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", ASK, str(folder))
    async with asyncio.timeout(30):
        return await process.wait()


@pytest.mark.qt_log_ignore("does not support raise", extend=True)  # off-screen there is no front
async def test_a_second_start_raises_the_window(qapp: QApplication, tmp_path: Path) -> None:
    folders = profile(tmp_path)
    async with running(qapp, folders) as run:
        run.window.showMinimized()
        assert await ask(folders.data_folder) == 0
        await until(lambda: not run.window.isMinimized(), "the window")
        assert run.window.isVisible()
        assert not run.window.windowState() & Qt.WindowState.WindowMinimized


async def test_a_bell_hears_its_own_profile_only(qapp: QApplication, tmp_path: Path) -> None:  # noqa: ARG001 - sockets
    here, there = Folders.of_profile(tmp_path / "here"), Folders.of_profile(tmp_path / "there")
    raise_requested, other = asyncio.Event(), asyncio.Event()
    server, another = InstanceServer(here), InstanceServer(there)
    server.raise_requested.connect(raise_requested.set)
    another.raise_requested.connect(other.set)
    try:
        assert await ask(here.data_folder) == 0
        async with asyncio.timeout(5):
            await raise_requested.wait()
        assert not other.is_set()
    finally:
        server.close()
        another.close()


async def test_the_first_one_may_still_be_starting(qapp: QApplication, tmp_path: Path) -> None:  # noqa: ARG001 - sockets
    folders = profile(tmp_path)
    folders.prepare()
    poller = asyncio.get_running_loop().create_task(ask(folders.data_folder))
    await until((folders.data_folder / "asks").exists, "the first try")
    server, raise_requested = InstanceServer(folders), asyncio.Event()
    server.raise_requested.connect(raise_requested.set)
    try:
        assert await poller == 0
        async with asyncio.timeout(5):
            await raise_requested.wait()
    finally:
        server.close()


def test_where_nobody_is_nobody_hears(
    qapp: QApplication,  # noqa: ARG001 - sockets
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 60)
    folders = Folders.of_profile(tmp_path)
    assert not raise_other(folders)
    server = InstanceServer(folders)
    server.close()
    assert not raise_other(folders)


@pytest.mark.skipif(sys.platform == "win32", reason="no signal stops a process there")
async def test_a_program_that_hangs_has_not_heard(
    qapp: QApplication,  # noqa: ARG001 - sockets
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE", 300)
    with first_start(tmp_path) as first:
        first.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        assert not raise_other(Folders.of_profile(tmp_path))
        assert time.monotonic() - began < 2
        first.send_signal(signal.SIGCONT)
        monkeypatch.setattr(single_instance, "_PATIENCE", 5_000)
        assert raise_other(Folders.of_profile(tmp_path))


needs_sockets = pytest.mark.skipif(sys.platform == "win32", reason="Windows has pipes of its own")


@pytest.fixture
def own_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The person's folder for sockets; below pytest's folders its path would be too long."""
    folder = Path(tempfile.mkdtemp(prefix="run-"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


def entries(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


@needs_sockets
async def test_it_listens_where_nobody_else_can_put_anything(
    qapp: QApplication,  # noqa: ARG001 - sockets
    tmp_path: Path,
    own_folder: Path,
) -> None:
    server = InstanceServer(Folders.of_profile(tmp_path))
    try:
        assert len(entries(own_folder)) == 1
        assert await ask(tmp_path) == 0
    finally:
        server.close()


@needs_sockets
def test_a_folder_for_sockets_that_is_not_private_is_not_used(
    tmp_path: Path, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = Folders.of_profile(tmp_path)
    assert single_instance._name(folders).startswith(str(own_folder))
    own_folder.chmod(0o777)
    names = {single_instance._name(folders)}
    for unusable in ("relative", "/" + "x" * 100, ""):
        monkeypatch.setenv("XDG_RUNTIME_DIR", unusable)
        names.add(single_instance._name(folders))
    assert len(names) == 1
    assert os.sep not in names.pop()


@needs_sockets
@pytest.mark.logs("somebody else listens")
async def test_somebody_elses_answer_is_not_believed(
    qapp: QApplication,  # noqa: ARG001 - sockets
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with first_start(tmp_path):
        uid = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: uid + 1)
        assert not raise_other(Folders.of_profile(tmp_path))


@needs_sockets
@pytest.mark.logs("a second start will not raise the window")
def test_a_name_that_is_taken_is_logged(
    qapp: QApplication,  # noqa: ARG001 - sockets
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    taken = tmp_path / "taken"
    taken.mkdir()
    monkeypatch.setattr(single_instance, "_name", lambda _folders: str(taken))
    InstanceServer(Folders.of_profile(tmp_path)).close()
