"""A file beside the program, with which everything stays beside it: on a stick, or in a shared folder."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from mountsea_desktop import PROGRAM

FILE = f"{PROGRAM}-portable.toml"
"""The administrator's defaults for this copy, or nothing at all: that it is there is what counts."""
FOLDER = f"{PROGRAM}-data"


def settings_file(folder: Path | None = None) -> Path | None:
    """Return the file beside the program, where there is one."""
    path = (folder or program_folder()) / FILE
    try:
        return path if path.is_file() else None
    except OSError:  # a folder that may be run from and not be looked into
        return None


def data_folder(folder: Path | None = None) -> Path | None:
    """Return where everything is kept when there is such a file; else None."""
    beside = settings_file(folder)
    return beside.parent / FOLDER if beside is not None else None


def program_folder(
    environ: Mapping[str, str] = os.environ, executable: str = sys.executable, *, frozen: bool | None = None
) -> Path:
    """Return the folder in which a person sees the program."""
    if appimage := environ.get("APPIMAGE"):
        return Path(appimage).parent
    path = Path(executable)
    if not (getattr(sys, "frozen", False) if frozen is None else frozen):
        return path.parent  # a package's command lies beside the Python that runs it
    bundle = next((parent for parent in path.parents if parent.suffix == ".app"), path)
    return bundle.parent
