"""Starts the installed program; run by the Python beside it, as `bin/mountsea-desktop -I -S launch.py`.

`-S`, because Debian's Python would add the system's own packages. What is not here is not used.
"""

import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent
NAME = "mountsea-desktop"


def be_the_program() -> None:
    """Say, as packed programs do, what starts the program once more: not the Python that runs it."""
    prefix = HOME.parents[1]
    beside = prefix / NAME  # an unpacked archive has it at its top, where people see it
    sys.frozen = True  # type: ignore[attr-defined]  # PyInstaller's name for it, which others set, too
    sys.executable = str(beside if beside.exists() else prefix / "bin" / NAME)


def preload() -> None:
    """Load from `fallback/` what this system lacks. Packages that name their needs have no such folder."""
    order = HOME / "fallback" / "order.txt"
    if not order.exists():
        return
    from ctypes import CDLL, RTLD_GLOBAL  # noqa: PLC0415 - of no use in most installed copies

    for name in order.read_text("ascii").split():
        try:
            CDLL(name, RTLD_GLOBAL)
        except OSError:
            CDLL(str(order.parent / name), RTLD_GLOBAL)


if __name__ == "__main__":
    sys.path.append(str(HOME / "site-packages"))
    be_the_program()
    preload()
    from mountsea_desktop.__main__ import main

    sys.exit(main())
