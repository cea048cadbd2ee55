"""Install each package of dist/ in a throwaway copy of this machine, without a network, and use it.

    python packaging/test_packages.py [deb] [windows] …

Ends with a table: size of the package, size installed, and how long the installed copy takes to start, beside
the same program in the virtual environment.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import linux.tree
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from shared.project import BUILD, DIST, NAME, PACKAGING, ROOT, say
from shared.tree import size

USUAL_COMMAND = Path("/usr/bin") / NAME
INSIDE = "--inside"
LARGEST_PACKAGE = {".deb": 30e6, ".exe": 30e6, ".rpm": 33e6}
"""Bytes of what people download and double-click. rpm cannot pack as shared/archives.py does."""
LARGEST_COPY = {"windows": 110e6, "linux": 124e6}
"""Bytes installed. For Linux, too, 110 MB were aimed at. What takes much and does little: `cryptography`
(12 MB) encrypts the way to the password store, obstore (13) signs for S3, QtQml (7) runs proxy scripts."""
SLOWEST = 1.1
"""How much slower a start may be."""
RUNS = 7
MEASURED = BUILD / "start.txt"


def in_sandbox(*command: str | Path, environment: Mapping[str, str] | None = None) -> bool:
    """Run a step in a fresh copy of this machine; whether it went well."""
    sandbox = [sys.executable, str(PACKAGING / "sandbox.py"), *map(str, command)]
    status = subprocess.call(sandbox, env={**os.environ, **(environment or {})}, cwd=ROOT)
    if status not in {0, 1}:  # a test that fails has said so; one that was killed has not
        say(f"Ended with {status}: {' '.join(map(str, command))}")
    return status == 0


def passes(*command: str | Path) -> bool:
    """Run a judge; show what it says only when it is not content."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        say(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.returncode == 0


def the(pattern: str) -> Path:
    """The one file of dist/ that is meant."""
    found = sorted(DIST.glob(pattern))
    if len(found) != 1:
        sys.exit(f"dist/ has {len(found)} files like {pattern}. Run: make package")
    return found[0]


def deb() -> bool:
    """Debian's own judges; then, in a copy, what a double click does."""
    share = BUILD / "linux" / "root" / "usr" / "share"
    return (
        passes("lintian", "--fail-on=error,warning", the("*.deb"))
        and passes("desktop-file-validate", *(share / "applications").iterdir())
        and passes("appstreamcli", "validate", "--no-net", *(share / "metainfo").iterdir())
        and in_sandbox(sys.executable, __file__, INSIDE, "deb")
    )


def inside_deb() -> bool:
    """Install, use, remove."""
    songs = Path.home() / ".local" / "share" / NAME / "journal"
    songs.parent.mkdir(parents=True, exist_ok=True)
    songs.touch()
    return (
        passes("apt-get", "install", "--yes", "--no-install-recommends", the("*.deb"))
        and use([str(USUAL_COMMAND)])
        and measure(str(USUAL_COMMAND))
        and passes("dpkg", "--purge", NAME)
        and gone(Path("/") / linux.tree.HOME, USUAL_COMMAND)
        and songs.exists()
    )


def rpm() -> bool:
    """What rpm's own judge says; then, in a copy, what rpm itself does. No system that uses it is here."""
    package = the("*.rpm")
    return (
        passes("rpmlint", "--config", PACKAGING / "linux" / "rpmlint.toml", package)
        and has_all_libraries(package)
        and in_sandbox(sys.executable, __file__, INSIDE, "rpm")
    )


def has_all_libraries(package: Path) -> bool:
    """Whether each library that the package asks for is one that a system can have: this one has."""
    asked = ["rpm", "--query", "--requires", "--package", str(package)]
    wanted = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.split()
    here = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout.split()
    sonames = {word.partition("(")[0] for word in wanted if word.startswith("lib")}
    if strange := sorted(sonames - set(here)):
        say(f"No system has {', '.join(strange)}")
    return not strange


def inside_rpm() -> bool:
    """Debian's packages stand for those of other systems, so what is needed is taken for given."""
    own_database = f"--dbpath={Path.home() / 'rpm'}"
    return (
        passes("rpm", own_database, "--install", "--nodeps", the("*.rpm"))
        and use([str(USUAL_COMMAND)])
        and passes("rpm", own_database, "--erase", "--nodeps", NAME)
        and gone(Path("/") / linux.tree.HOME, USUAL_COMMAND)
    )


def archive() -> bool:
    """Where the libraries that not every desktop has are missing, from a folder with a difficult name."""
    return in_sandbox(sys.executable, __file__, INSIDE, "archive")


def inside_archive() -> bool:
    """Take the libraries away, unpack, use; then the entry in the menu."""
    place = Path("/srv/我的 程序")
    place.mkdir(parents=True)
    for lacking in ("libxcb-cursor.so*", "libxcb-icccm.so*", "libxcb-image.so*", "libxcb-keysyms.so*"):
        for file in Path("/usr/lib/x86_64-linux-gnu").glob(lacking):
            file.unlink()
    entry = Path.home() / ".local/share/applications" / f"{NAME}.desktop"
    if not passes("tar", "--extract", "--file", the("*.tar.xz"), "--directory", place):
        return False
    (folder,) = place.iterdir()
    return (
        use([str(folder / NAME)])
        and keeps_everything_beside(folder)
        and passes(folder / "add-to-menu")
        and passes("desktop-file-validate", entry)
        and passes(folder / "add-to-menu", "--remove")
        and gone(entry)
    )


def keeps_everything_beside(folder: Path) -> bool:
    """With the file of a portable copy beside what people start, whatever Python lies where."""
    (folder / f"{NAME}-portable.toml").touch()
    practice = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    told = subprocess.run(
        [folder / NAME, "--selftest"], env=practice, capture_output=True, text=True, check=False
    ).stdout
    beside = str(folder / f"{NAME}-data") in told
    if not beside:
        say(f"Not beside the program:\n{told}")
    return beside


def windows() -> bool:
    """The installer and the archive, under Wine."""
    tests = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/packages"]
    return in_sandbox(*tests, environment={"WINDOWS_PACKAGES": str(DIST), "CI": "true"})


def use(command: list[str], *, own_python: bool = True) -> bool:
    """Do with the installed copy what a person does."""
    tests = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "tests/packages"]
    if not own_python:
        tests.append("--deselect=tests/packages/test_installed.py::test_it_uses_nothing_but_its_own_python")
    environment = {**os.environ, "INSTALLED_COMMAND": "\n".join(command), "CI": "true"}
    return subprocess.call(tests, cwd=ROOT, env=environment) == 0


def measure(installed: str) -> bool:
    """Start it, and the same program in the virtual environment, by turns, for a selftest each."""
    ours = [installed]
    theirs = [sys.executable, "-m", "mountsea_desktop"]
    times: dict[str, list[float]] = {"installed": [], "environment": []}
    for _ in range(RUNS):
        for name, command in (("installed", ours), ("environment", theirs)):
            begun = time.perf_counter()
            subprocess.run(
                [*command, "--selftest"],
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                cwd=ROOT,
                capture_output=True,
                check=False,
            )
            times[name].append(time.perf_counter() - begun)
    # The quickest of each: what else runs on this machine only ever makes it slower.
    quickest = {name: min(values) for name, values in times.items()}
    MEASURED.write_text(f"{quickest['installed']} {quickest['environment']}", "ascii")
    return True


def gone(*paths: Path) -> bool:
    """Whether a removal left nothing of these."""
    left = [str(path) for path in paths if path.exists()]
    if left:
        say(f"Not removed: {', '.join(left)}")
    return not left


def bills() -> bool:
    """Whether what is said to be inside is said as CycloneDX wants it."""
    validator = JsonStrictValidator(SchemaVersion.V1_5)
    fine = True
    for file in sorted(DIST.glob("*.cdx.json")):
        if error := validator.validate_str(file.read_text("utf-8")):
            say(f"{file.name}: {error}")
            fine = False
    return fine


def table() -> bool:
    """Print sizes and speed; whether all are as promised."""
    fine = True
    say(f"{'package':52} {'MB':>6} {'installed':>10}")
    for package in sorted(DIST.iterdir()):
        if package.suffix not in {".deb", ".rpm", ".exe", ".msi", ".zip", ".xz"} or "-wheels" in package.name:
            continue
        system = "windows" if "windows" in package.name else "linux"
        tree = BUILD / system / (NAME if system == "windows" else "root")
        packed, unpacked = package.stat().st_size, size(tree)
        say(f"{package.name:52} {packed / 1e6:6.1f} {unpacked / 1e6:10.1f}")
        fine &= unpacked <= LARGEST_COPY[system] and packed <= LARGEST_PACKAGE.get(package.suffix, packed)
    if MEASURED.exists():
        installed, environment = map(float, MEASURED.read_text("ascii").split())
        ratio = installed / environment
        say(f"a selftest: {installed:.2f} s installed, {environment:.2f} s in the environment, {ratio:.2f} x")
        fine &= installed <= environment * SLOWEST
    return fine


def wheelhouse() -> bool:
    """The wheels for this very system: installed by their own script."""
    return in_sandbox(sys.executable, __file__, INSIDE, "wheelhouse")


def inside_wheelhouse() -> bool:
    """As a person does who was handed the archive; on the Python that the environment was made of."""
    place = Path("/srv/wheels")
    shutil.unpack_archive(the("*-linux-*-wheels.zip"), place)
    (folder,) = place.iterdir()
    python = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"
    return passes("sh", folder / "install.sh", python) and use(
        [str(folder / "program" / "bin" / NAME)], own_python=False
    )


TESTS: dict[str, Callable[[], bool]] = {
    "deb": deb,
    "rpm": rpm,
    "archive": archive,
    "wheelhouse": wheelhouse,
    "windows": windows,
}
STEPS_INSIDE: dict[str, Callable[[], bool]] = {
    "deb": inside_deb,
    "rpm": inside_rpm,
    "archive": inside_archive,
    "wheelhouse": inside_wheelhouse,
}


def main(arguments: list[str]) -> int:
    """Test what is named, or all."""
    if arguments[:1] == [INSIDE]:
        return 0 if STEPS_INSIDE[arguments[1]]() else 1
    MEASURED.unlink(missing_ok=True)
    passed = {name: TESTS[name]() for name in arguments or TESTS}
    passed["bills"] = bills()
    passed["sizes, start"] = table()
    for name, well in passed.items():
        say(f"{name:14} {'passed' if well else 'FAILED'}")
    return 0 if all(passed.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
