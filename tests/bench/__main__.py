"""How fast and light the program is: `make bench`.

    python -m tests.bench [--long] [--json FILE] [start] [rows] [songs] [sending] [rest] [leaks] [polling]
                           [imports]

Each measure alternates with its reference in the same run; what counts is the ratio of the medians. Prints a
table, and writes the same as JSON. On a machine that is busy with something else even ratios mean little.
"""

import argparse
import asyncio
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.s3 import OWN, S3Storage
from tests.bench import copy_of_program, imports, outside, polling
from tests.bench.bare_client import IN_FLIGHT
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, S3Server, s3_server
from tests.links.sounds import wav

ROOT = Path(__file__).parents[2]
BUILD = ROOT / "build" / "bench"
PYTHON = (sys.executable, "-S")
BARE = (*PYTHON, str(outside.HERE / "bare_window.py"))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    measure: str
    ours: str
    reference: str
    ratio: float | None
    aim: str
    met: bool


class Bench:
    """What was measured so far."""

    def __init__(self, *, is_long: bool) -> None:
        self.is_long = is_long
        self.lines: list[Line] = []
        self.samples: dict[str, Any] = {}

    def ratio(self, measure: str, ours: list[float], reference: list[float], aim: float, unit: str) -> None:
        """A measure that is held against its reference."""
        self.samples[measure] = {"ours": ours, "reference": reference}
        mine, other = statistics.median(ours), statistics.median(reference)
        ratio = mine / other
        shown = f"{mine:.2f} {unit}" if mine < 10 else f"{mine:.0f} {unit}"
        against = f"{other:.2f} {unit}" if other < 10 else f"{other:.0f} {unit}"
        self.lines.append(Line(measure, shown, against, ratio, f"≤ {aim:g} ×", ratio <= aim))

    def limit(self, measure: str, ours: float, aim: float, unit: str) -> None:
        """A measure that has a limit of its own."""
        self.samples[measure] = {"ours": [ours]}
        self.lines.append(Line(measure, f"{ours:.4g} {unit}", "", None, f"≤ {aim:g} {unit}", ours <= aim))

    def start(self) -> None:
        """From the start to the window, to a window that answers, and what it weighs a second later."""
        installed = BUILD / "installed"
        copy_of_program.install(installed)
        times = 11 if self.is_long else 5
        with outside.displayed() as (desktop, display):
            outside.environment_of_a_copy(desktop, installed)
            empty, full = desktop.home / "empty", desktop.home / "full"
            ours = (*PYTHON, "-m", "mountsea_desktop", "--language", "en", "--profile")
            _fill(full)
            commands = {"bare": BARE, "ours": (*ours, str(empty)), "full": (*ours, str(full))}
            shown: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
            for number in range(times + 1):
                for name, command in commands.items():
                    found = outside.shown(command, display, desktop, pause=1.0 if number else 3.0)
                    if number:  # the first reads from a disk what others have in memory, and asks the keyring
                        shown[name].append(found)
            used: dict[str, list[dict[str, float]]] = {"bare": [], "ours": []}
            with outside.waiter(desktop) as waiter:
                for number in range(times + 1):
                    for name, found_uses in used.items():
                        answered = outside.usable(commands[name], waiter, desktop)
                        if number:
                            found_uses.append(answered)

        def of(name: str, what: str) -> list[float]:
            return [found[what] for found in shown[name]]

        self.ratio("start to the window", of("ours", "window"), of("bare", "window"), 1.5, "ms")
        # Tells as much where the machine is busy with something else.
        self.ratio("CPU until then", of("ours", "cpu"), of("bare", "cpu"), 1.5, "ms")
        uses = {name: [found["usable"] for found in found_uses] for name, found_uses in used.items()}
        self.ratio("start to an answer by tree and keyboard", uses["ours"], uses["bare"], 2.2, "ms")
        self.ratio("memory 1 s later", of("ours", "memory"), of("bare", "memory"), 1.5, "MB")
        self.ratio(
            "start to the window with 500 songs, against none",
            of("full", "window"), of("ours", "window"), 1.2, "ms",
        )  # fmt: skip

    def rows(self) -> None:
        """10,000 links pasted."""
        found = [_inside("rows", count=10_000) for _ in range(3 if self.is_long else 1)]
        self.limit("10,000 links to rows", statistics.median(one["seconds"] for one in found), 1.0, "s")
        size = statistics.median(one["bytes_a_row"] for one in found) / 1024
        self.limit("memory of a row", size, 3.0, "KB")

    def songs(self) -> None:
        """1,000 songs over loopback, against a bare script that sends the same requests."""
        ours, bare, count = [], [], 1_000
        counts: dict[str, int] = {}
        for _ in range(3 if self.is_long else 1):
            with _gateway() as url:
                found = _inside("songs", count=count, url=url)
                counts = _counts(url)
            with _gateway() as url:
                script = _run("tests.bench.bare_client", url, json.dumps(counts))
            ours.append(found)
            bare.append(script["cpu"])
        self.ratio(f"CPU of {count:,} songs", [one["cpu"] for one in ours], bare, 1.5, "s")
        self.samples[f"requests of {count:,} songs"] = counts
        late = statistics.median(one["late_999"] for one in ours) * 1_000
        self.limit(f"99.9 % of waits of the loop, {IN_FLIGHT} songs in flight", late, 16.0, "ms")
        most = statistics.median(one["late_most"] for one in ours) * 1_000
        self.limit("the longest of them", most, 50.0, "ms")

    def sending(self) -> None:
        """Six files of 80 MB into a bucket on this computer, against curl, which also sends two at once."""
        ours, curl, large = [], [], 80 * 1024**2
        BUILD.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=BUILD) as name, s3_server(Path(name) / "s3") as server:
            paths = [Path(name) / f"{number}.wav" for number in range(6)]
            for path in paths:
                path.write_bytes(wav(large / 176_400) + os.urandom(large))
            for _ in range(7 if self.is_long else 3):
                curl.append(_curl(server, paths))
                _empty(server)
                ours.append(_inside("sending", endpoint=server.endpoint, files=[str(path) for path in paths]))
                assert len(server.objects()) == len(paths)
                _empty(server)
        self.ratio("six files of 80 MB to a bucket", [one["seconds"] for one in ours], curl, 1.25, "s")
        late = statistics.median(one["late_most"] for one in ours) * 1_000
        self.limit("the longest wait of the loop meanwhile", late, 50.0, "ms")
        for what, name, aim in (
            ("memory meanwhile", "memory", 40.0),
            ("of which in its second half", "grown", 4.0),
        ):
            self.limit(what, statistics.median(one[name] for one in ours) / 1024**2, aim, "MB")
        self.samples["sending"] = ours

    def rest(self) -> None:
        """A finished model is open, and nobody does anything."""
        found = _inside("rest", seconds=60)
        self.limit("CPU at rest", found["share"] * 100, 0.1, "%")

    def leaks(self) -> None:
        """Thousands of songs in practice, and what is left of them."""
        found = _inside("leaks", count=5_000)
        for name in ("descriptors", "threads", "tasks"):
            self.limit(f"{name} more than before", found[name], 0, name)
        self.limit("memory of a song that is kept", found["bytes_a_song"] / 1024, 3.0, "KB")

    def polling(self) -> None:
        """Only simulated."""
        lines, data = polling.table()
        print("\n".join(lines))
        self.samples["polling"] = data

    def imports(self) -> None:
        """Where the start's time and memory go."""
        found = imports.lines()
        print("\nA start, step by step: CPU, and memory of its own")
        print("\n".join(f"  {line}" for line in found))
        self.samples["imports"] = found


def _fill(profile: Path) -> None:
    """Have 500 songs in a profile's journal."""
    _run("tests.bench.inside", "fill", json.dumps({"count": 500, "folder": str(profile)}))


def _inside(measure: str, **order: Any) -> dict[str, Any]:
    return _run("tests.bench.inside", measure, json.dumps(order))


def _run(module: str, *arguments: str) -> dict[str, Any]:
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    done = subprocess.run(  # noqa: S603 - our own scripts
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT, env=environment, stdout=subprocess.PIPE, check=True, text=True,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


@contextlib.contextmanager
def _gateway() -> Iterator[str]:
    """A gateway in a process of its own; its address."""
    with tempfile.TemporaryDirectory() as folder:
        port = Path(folder) / "port"
        command = [sys.executable, "-m", "tests.fakes.fault_gateway", "--port-file", str(port)]
        command += ["--options", json.dumps({"upload_path": ["success"]})]
        process = subprocess.Popen(  # noqa: S603 - our own script
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout
        process.stdout.readline()
        try:
            yield f"http://127.0.0.1:{port.read_text()}"
        finally:
            process.kill()
            process.communicate()


def _curl(server: S3Server, paths: list[Path]) -> float:
    """How many seconds curl takes to send the files, two at once."""
    command = ["curl", "--no-progress-meter", "--fail", "--parallel", "--parallel-max", "2"]
    bucket = Bucket(endpoint=server.endpoint, name=BUCKET, key_id=KEY_ID, secret=SECRET)
    storage = S3Storage(bucket, TransportFactory())
    for path in paths:
        command += ["--upload-file", str(path), asyncio.run(storage._signed("PUT", f"curl/{path.name}", OWN))]
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - curl
    return time.perf_counter() - began


def _empty(server: S3Server) -> None:
    for path in server.objects().values():
        path.unlink()


def _counts(url: str) -> dict[str, int]:
    """How often each endpoint of a gateway was asked."""
    with urllib.request.urlopen(f"{url}/__control/record") as answer:  # noqa: S310 - on this computer
        record = json.loads(answer.read())
    requests = record["requests"]
    counts: dict[str, int] = {}
    for seen in requests:
        counts[seen["endpoint"]] = counts.get(seen["endpoint"], 0) + 1
    return counts


MEASURES = ("start", "rows", "songs", "sending", "rest", "leaks", "polling", "imports")


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="How fast and light the program is.")
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=", ".join(MEASURES))
    parser.add_argument("--long", action="store_true", help="more runs")
    parser.add_argument("--json", type=Path, default=BUILD / "bench.json", metavar="FILE")
    chosen = parser.parse_args()
    if unknown := set(chosen.measures) - set(MEASURES):
        parser.error(f"no such measure: {', '.join(sorted(unknown))}")
    bench = Bench(is_long=chosen.long)
    for name in chosen.measures or MEASURES:
        print(f"measuring: {name} …", file=sys.stderr, flush=True)
        getattr(bench, name)()
    print()
    for line in bench.lines:
        ratio = f"{line.ratio:.2f} ×" if line.ratio is not None else ""
        print(
            f"{line.measure:52}{line.ours:>12}{line.reference:>12}{ratio:>9}  {line.aim:>10}  "
            f"{'met' if line.met else 'MISSED'}"
        )
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    result = {"lines": [asdict(line) for line in bench.lines], "samples": bench.samples}
    chosen.json.write_text(json.dumps(result, indent=1, ensure_ascii=False), "utf-8")
    print(f"\nall of it: {chosen.json}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
