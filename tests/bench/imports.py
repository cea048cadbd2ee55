"""What each library costs: time and memory, each in a fresh process on top of what comes before it.

python -m tests.bench.imports
"""

import json
import statistics
import subprocess
import sys

STEPS = {
    "Python": "",
    "Qt's widgets": "from PySide6.QtWidgets import QApplication; from PySide6.QtCore import Qt",
    "the window": "import mountsea_desktop.ui.app.opening",
    "asyncio, qasync": "import asyncio, qasync",
    "httpx": "import httpx",
    "the rest of the program": "import mountsea_desktop.ui.app.run",
    "keyring": "import keyring; keyring.get_keyring()",
}
"""In the order of a start: what is imported, and as what it is shown."""
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
    rows: list[tuple[str, float, float]] = []
    before = 0.0
    for number, name in enumerate(STEPS):
        steps = json.dumps(list(STEPS.values())[: number + 1])
        tries = [_try(steps) for _ in range(TRIES)]
        memory = statistics.median(one[1] for one in tries)
        rows.append((name, statistics.median(one[0] for one in tries), memory - before))
        before = memory
    return rows


def _try(steps: str) -> list[float]:
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", SCRIPT, steps], stdout=subprocess.PIPE, check=True, text=True
    )
    answer: list[float] = json.loads(done.stdout)
    return answer


if __name__ == "__main__":
    for name, milliseconds, megabytes in table():
        print(f"{name:28}{milliseconds:8.0f} ms{megabytes:8.1f} MB")
