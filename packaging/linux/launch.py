"""Starts the installed program; run by the Python beside it, as `bin/mountsea-desktop -I -S launch.py`.

`-S`, because Debian's Python would add the system's own packages. What is not here is not used.
"""

import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent


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
    preload()
    from mountsea_desktop.__main__ import main

    sys.exit(main())
