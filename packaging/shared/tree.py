"""The folder that a package installs: wheels unpacked, what is not used left out, Python compiled ahead."""

import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from shared.project import BUILD, ROOT, run

ALWAYS_LEFT_OUT = re.compile(
    r"\.(pyi|lib|c|h|cpp|pxd|pyx|exe|prl|qmltypes)$|(^|/)(tests?|docs?|__pycache__)/"
    r"|\.dist-info/(RECORD|INSTALLER)$"
)


def empty(folder: Path) -> Path:
    """Make the folder, or empty it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def own_wheel() -> Path:
    """The program itself."""
    folder = empty(BUILD / "wheel")
    run(sys.executable, "-P", "-m", "hatchling", "build", "--target=wheel", f"--directory={folder}", cwd=ROOT)
    (wheel,) = folder.iterdir()
    return wheel


def unpack_wheels(wheels: Iterable[Path], site_packages: Path) -> None:
    """As pip would, less what no running program reads."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if ".data/" in name:
                    continue  # scripts and headers; the launcher is ours
                if not ALWAYS_LEFT_OUT.search(name) and not name.endswith("/"):
                    archive.extract(name, site_packages)


def keep_of_qt(qt: Path, kept: re.Pattern[str]) -> None:
    """Leave in PySide6 only the files whose path, from its folder on, matches as a whole."""
    for file in qt.rglob("*"):
        if file.is_file() and not kept.fullmatch(file.relative_to(qt).as_posix()):
            file.unlink()


def remove_bills(site_packages: Path) -> None:
    """The wheels' own bills of materials, 1 MB: what they say is in the one beside each package."""
    for folder in site_packages.glob("*.dist-info/sboms"):
        shutil.rmtree(folder)


def remove_empty_folders(tree: Path) -> None:
    """Whose files were all left out."""
    for folder in sorted((path for path in tree.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


COMPILE = """
import compileall, py_compile, re, sys
root, library, site_packages = sys.argv[1:]
def compile(folder, ours, **options):
    if not compileall.compile_dir(
        folder, quiet=1, stripdir=root, optimize=0, workers=1, legacy=not ours,
        invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH, **options):
        sys.exit(1)
compile(site_packages + "/mountsea_desktop", ours=True)
compile(library, ours=False)
compile(site_packages, ours=False, rx=re.compile(r"site-packages[/\\\\]mountsea_desktop[/\\\\]"))
"""
"""To be run by the Python that will read the result, which depends on the sources and not on their times.
What others made is compiled beside its source, so that the source can go: see `remove_sources`."""


def remove_sources(*folders: Path) -> None:
    """Those that were compiled beside; half of what the modules take. Ours stay: a report quotes them."""
    for folder in folders:
        for source in folder.rglob("*.py"):
            if source.with_suffix(".pyc").exists():
                source.unlink()


def settle(tree: Path, when: int) -> None:
    """The same rights and the same time for all files, whatever this machine's habits are."""
    for path in [tree, *tree.rglob("*")]:
        if path.is_symlink():
            os.utime(path, (when, when), follow_symlinks=False)
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (when, when))


def size(tree: Path) -> int:
    """Bytes in all files."""
    return sum(path.lstat().st_size for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
