"""Gather all wheels for one system and Python into a folder that installs without a network.

    make wheelhouse TARGET=windows-3.13        or linux-3.11, macos-arm64-3.13, macos-x86_64-3.12, …

In the folder: the wheels, requirements.txt with their hashes, and install.sh or install.bat, which makes a
virtual environment beside itself. pip compares every file with its hash before it installs anything.
"""

import re
import shutil
import sys
from dataclasses import replace

from shared import pins
from shared.archives import zipped
from shared.pins import sha256
from shared.project import BUILD, DIST, NAME, PACKAGING, epoch, say, version
from shared.tree import empty, own_wheel, settle

KNOWN = {target.name: target for target in pins.TARGETS}
OLD = ("3.11",)
"""Pythons for which the backports are still wanted; see shared/pins.py."""


def main(arguments: list[str]) -> int:
    """Gather for the one target that is named."""
    wish = arguments[0] if len(arguments) == 1 else ""
    found = re.fullmatch(r"(.+)-(3\.\d+)", wish)
    target = KNOWN.get(found[1]) if found else None
    if found is None or target is None:
        known = ", ".join(f"{name}-3.13" for name in KNOWN)
        say(f"Name a system and a Python: make wheelhouse TARGET=…, for example {known}.")
        return 2
    left_out = target.left_out - (pins.BACKPORTS if found[2] in OLD else frozenset())
    folder = empty(BUILD / "wheelhouse" / f"{NAME}-{version()}-{wish}")
    pins.gather(replace(target, python=found[2], left_out=left_out), folder)
    shutil.copy(own_wheel(), folder)
    lines = []
    for wheel in sorted(folder.glob("*.whl"), key=lambda wheel: wheel.name.lower()):
        name, number = wheel.name.split("-")[:2]
        lines.append(f"{name}=={number} --hash=sha256:{sha256(wheel)}\n")
    (folder / "requirements.txt").write_text("".join(lines), "utf-8")
    script = PACKAGING / "wheelhouse" / ("install.bat" if target.name == "windows" else "install.sh")
    ends = "\r\n" if script.suffix == ".bat" else "\n"
    (folder / script.name).write_text(script.read_text("utf-8"), "utf-8", newline=ends)
    (folder / script.name).chmod(0o755)
    settle(folder, epoch())
    DIST.mkdir(exist_ok=True)
    archive = DIST / f"{folder.name}-wheels.zip"
    zipped(folder, folder.name, archive)
    say(f"{len(lines)} wheels: {archive}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
