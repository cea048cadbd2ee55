"""Run what needs no screen on the oldest and the newest Python of this machine that the program promises.

    .venv/bin/python packaging/other_pythons.py

The Python that runs this has all the other checks and is left out. Each further one gets an environment of
its own below build/, with the same exact versions. Besides the tests of what lies below the window the
practice job is done off-screen from start to end, since an end with a traceback is found nowhere else.
Tests marked `one_python` are left out.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = ROOT / "build" / "pythons"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
OLDEST = (3, 11)
"""As `requires-python` says."""
TESTED = ("runtime", "network", "gateway", "hosting", "storage", "workflow", "links", "practice")
"""Folders of tests that need no window."""
ASK = "import ensurepip, sys, venv; print(*sys.version_info[:2], sys.executable)"

Version = tuple[int, int]


def main() -> None:
    """Find them, and check with each."""
    os.chdir(ROOT)
    found = usable(candidates(os.environ))
    here = sys.version_info[:2]
    others = [version for version in extremes({*found, here}) if version != here]
    if not others:
        say(f"Python {named(here)} is the only one here: nothing is tried on an older or a newer one.")
    for version in others:
        say(f"Trying Python {named(version)}, {found[version]}")
        check(environment(version, found[version]))


def candidates(environ: Mapping[str, str]) -> list[Path]:
    """Whatever may be a Python: on the path, and where pyenv keeps those it does not let through."""
    folders = [Path(folder) for folder in environ.get("PATH", "").split(os.pathsep) if folder]
    pyenv = Path(environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    folders += sorted(pyenv.glob("versions/*/bin"))
    pythons = (python for folder in folders for python in sorted(folder.glob("python3.*")))
    return [python for python in pythons if python.name.removeprefix("python3.").isdigit()]


def usable(pythons: Iterable[Path]) -> dict[Version, str]:
    """Those that start, can make an environment and are not too old; the first of each version."""
    found: dict[Version, str] = {}
    for python in pythons:
        command = [str(python), "-c", ASK]
        try:
            told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30).stdout
        except (OSError, subprocess.SubprocessError):
            continue  # a stand-in for one that is not there, or one that lacks what an environment needs
        major, minor, executable = told.strip().split(" ", 2)
        if (version := (int(major), int(minor))) >= OLDEST:
            found.setdefault(version, executable)
    return found


def extremes(versions: Iterable[Version]) -> list[Version]:
    """The oldest and the newest."""
    ordered = sorted(versions)
    return list(dict.fromkeys((*ordered[:1], *ordered[-1:])))


def named(version: Version) -> str:
    """As people write it."""
    return ".".join(map(str, version))


def environment(version: Version, python: str) -> Path:
    """The Python of an environment with all that the tests need; made anew where something has changed."""
    folder = BUILD / named(version)
    inside, stamp = folder / "bin" / "python", folder / ".made-for"
    asked = [sys.executable, "packaging/bootstrap.py", "--print-requirements"]
    wanted = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    made_for = "\n".join((python, wanted, CONSTRAINTS.read_text("utf-8")))
    if not (inside.exists() and stamp.exists() and stamp.read_text("utf-8") == made_for):
        run(python, "-m", "venv", "--clear", str(folder))
        install = (str(inside), "-m", "pip", "install", "-qq", "--disable-pip-version-check")
        run(*install, "--constraint", str(CONSTRAINTS), *wanted.splitlines())
        stamp.write_text(made_for, "utf-8")
    return inside


def check(python: Path) -> None:
    """The tests, and the practice job; whatever fails ends everything."""
    tests = [f"tests/{name}" for name in TESTED]
    run(str(python), "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not one_python", *tests)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    run(str(python), "-m", "mountsea_desktop", "--demo", "--autoplay", "--language", "en")


def run(*command: str) -> None:
    """Run a command whose failure, shown by itself, ends everything."""
    if status := subprocess.call(command):
        sys.exit(status)


def say(line: str) -> None:
    """Tell the person at the terminal, in order with what the commands print."""
    print(line, flush=True)


if __name__ == "__main__":
    main()
