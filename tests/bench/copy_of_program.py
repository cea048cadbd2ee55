"""The program as it is installed: with what it depends on, and nothing of what developers have besides."""

import compileall
import re
import shutil
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
NAME = re.compile(r"[\w.-]+")


def install(folder: Path) -> None:
    """Put it into a folder: our own part as a copy, compiled, the libraries as links to where they are."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(
        ROOT / "mountsea_desktop", folder / "mountsea_desktop", ignore=shutil.ignore_patterns("__pycache__")
    )
    wanted, seen = ["mountsea-desktop"], set[str]()
    while wanted:
        name = wanted.pop()
        if name in seen:
            continue
        seen.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        for line in found.requires or ():
            if "extra ==" not in line or "socks" in line:
                wanted += NAME.findall(line)[:1]
        if name != "mountsea-desktop":
            _link(found, folder)
    # As pip does, also where Python is told to write no byte code; the folders of libraries have theirs.
    compileall.compile_dir(folder, quiet=1)


def _link(found: metadata.Distribution, folder: Path) -> None:
    for first in {path.parts[0] for path in found.files or () if ".." not in path.parts}:
        source, target = Path(str(found.locate_file(first))), folder / first
        if source.exists() and not target.exists() and first != "__pycache__":
            target.symlink_to(source)
