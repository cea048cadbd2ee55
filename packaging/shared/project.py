"""What every package is made of: where things are, which version it is, and how a tool is called."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build" / "packages"
DIST = ROOT / "dist"
NAME = "mountsea-desktop"
TITLE = "Mountsea Desktop"
PAGE = "https://mountsea.ai"
MAINTAINER = os.environ.get("MAINTAINER", f"{TITLE} contributors <noreply@mountsea.invalid>")
"""Who answers for a package. Debian's format wants an address, and the project has none that anybody reads:
names below `.invalid` are reserved for saying so. Whoever releases sets MAINTAINER to their own."""


def version() -> str:
    """The program's version, read and not imported: the program may be built for another Python."""
    text = (ROOT / "mountsea_desktop" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', text, re.MULTILINE)
    if found is None:
        sys.exit("mountsea_desktop/__init__.py names no version.")
    return found[1]


def epoch() -> int:
    """The time that every file in a package bears, so that the same inputs give the same bytes."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    last = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    told = subprocess.run(last, capture_output=True, text=True, check=False).stdout.strip()
    return int(told) if told else 1_750_000_000  # an unpacked source archive has no history


def run(*command: str | Path, cwd: Path | None = None, environment: Mapping[str, str] | None = None) -> str:
    """Run a tool whose failure ends the build; return what it printed."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(epoch()), **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\nFailed with {done.returncode}: {' '.join(map(str, command))}")
    return done.stdout


def say(*lines: str) -> None:
    """Tell the person at the terminal, at once."""
    print(*lines, sep="\n", flush=True)
