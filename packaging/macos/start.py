"""Run by the launcher of the bundle, in its Resources. NEVER RUN: written without a Mac."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent / "site-packages"))

if __name__ == "__main__":
    sys.frozen = True  # type: ignore[attr-defined]  # this is no Python for others: sys.executable is the program
    sys.executable = str(Path(__file__).resolve().parents[1] / "MacOS" / "mountsea-desktop")
    from mountsea_desktop.__main__ import main

    sys.exit(main())
