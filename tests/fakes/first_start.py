"""A first start in a process of its own: it has the profile and listens for a second start."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from mountsea_desktop.storage.folders import Folders
from mountsea_desktop.storage.profile_lock import ProfileLock
from mountsea_desktop.ui.app.single_instance import InstanceServer
app = QCoreApplication([])
folders = Folders.of_profile(Path(sys.argv[1]))
lock, server = ProfileLock.take(folders.data_folder), InstanceServer(folders)
server.raise_requested.connect(lambda: print("raised", flush=True))
print("here", flush=True)
app.exec()
"""


@contextmanager
def first_start(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """The process, once it listens. It says `raised` on its output whenever it is raised."""
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:  # noqa: S603 - our own text
        assert first.stdout is not None
        assert first.stdout.readline() == "here\n"
        try:
            yield first
        finally:
            first.kill()
