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
from mountsea_desktop.storage.places import Places
from mountsea_desktop.storage.profile_lock import ProfileLock
from mountsea_desktop.ui.app.single_instance import Bell
app = QCoreApplication([])
places = Places.of_profile(Path(sys.argv[1]))
lock, bell = ProfileLock.take(places.data_folder), Bell(places)
bell.rang.connect(lambda: print("rang", flush=True))
print("here", flush=True)
app.exec()
"""


@contextmanager
def first_start(folder: Path) -> Iterator["subprocess.Popen[str]"]:
    """The process, once it listens. It says `rang` on its output whenever it is raised."""
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as first:  # noqa: S603 - our own text
        assert first.stdout is not None
        assert first.stdout.readline() == "here\n"
        try:
            yield first
        finally:
            first.kill()
