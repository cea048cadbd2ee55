"""What each part of a start costs: time and memory, each in a fresh process on top of what comes before it.

python -m tests.bench.imports
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

from tests.bench import copy_of_program

INSTALLED = copy_of_program.ROOT / "build" / "bench" / "installed"
STEPS = {
    "Python": "",
    "Qt's widgets": "from PySide6.QtWidgets import QApplication",
    "Qt's names that a window of ours needs": (
        "from PySide6.QtCore import QEvent, Qt\n"
        "from PySide6.QtGui import QFont, QGradient, QIcon, QKeySequence, QPainter, QPalette\n"
        "from PySide6.QtSvg import QSvgRenderer\n"
        "from PySide6.QtWidgets import QStyle, QStyleOptionViewItem"
    ),
    "settings (msgspec, …)": "import mountsea_desktop.storage.layered_settings",
    "the window": "import mountsea_desktop.ui.app.start",
    "— on screen; then on a thread: asyncio": "import asyncio, qasync",
    "the journal and the job": "import mountsea_desktop.program",
    "what reads links": "import mountsea_desktop.links.extract",
    "the rest of the window, dialogs": "import mountsea_desktop.ui.app.run",
    "— later, once asked for: httpx": "import httpx",
    "all that speaks HTTP": "import mountsea_desktop.clients",
    "the keyring": "import keyring; keyring.get_keyring()",
}
"""In the order of a start: as what it is shown, and what is imported."""
SCRIPT = """
import gc, json, sys, time
gc.disable()
began = time.process_time()
for step in json.loads(sys.argv[1]):
    began = time.process_time()
    exec(step)
took = time.process_time() - began
lines = open("/proc/self/smaps_rollup").read().splitlines()
private = sum(int(line.split()[1]) for line in lines if line.startswith("Private"))
print(json.dumps([took * 1000, private / 1024]))
"""
TRIES = 5


def table() -> list[tuple[str, float, float]]:
    """For each step: its name, milliseconds of CPU, megabytes of memory of its own."""
    if not INSTALLED.exists():
        copy_of_program.install(INSTALLED)
    rows: list[tuple[str, float, float]] = []
    before = 0.0
    for number, name in enumerate(STEPS):
        steps = json.dumps(["import sys", *STEPS.values()][: number + 2])
        tries = [_try(steps) for _ in range(TRIES)]
        memory = statistics.median(one[1] for one in tries)
        rows.append((name, statistics.median(one[0] for one in tries), memory - before))
        before = memory
    return rows


def lines() -> list[str]:
    """The same as text."""
    return [
        f"{name:42}{milliseconds:8.0f} ms{megabytes:8.1f} MB" for name, milliseconds, megabytes in table()
    ]


def _try(steps: str) -> list[float]:
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-S", "-c", SCRIPT, steps],
        cwd=Path("/"),  # and not where the sources are
        env={**os.environ, "PYTHONPATH": str(INSTALLED)},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    answer: list[float] = json.loads(done.stdout)
    return answer


if __name__ == "__main__":
    print("\n".join(lines()))
