"""Run by the launcher of the bundle, in its Resources. NEVER RUN: written without a Mac."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent / "site-packages"))

if __name__ == "__main__":
    from mountsea_desktop.__main__ import main

    sys.exit(main())
