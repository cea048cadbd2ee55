"""Install each package of dist/ in a throwaway copy of this machine, without a network, and use it.

python packaging/test_packages.py [deb …]
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from shared.project import BUILD, DIST, NAME, PACKAGING, ROOT, say, version

RESULTS = BUILD / "results"
USUAL_COMMAND = Path("/usr/bin") / NAME


def in_sandbox(*command: str | Path, environment: Mapping[str, str] | None = None) -> int:
    """Run a step in a fresh copy of this machine; its exit status."""
    sandbox = [sys.executable, str(PACKAGING / "sandbox.py"), *map(str, command)]
    return subprocess.call(sandbox, env={**os.environ, **(environment or {})}, cwd=ROOT)


def deb() -> bool:
    """Debian's checks; then install, use, remove."""
    package = DIST / f"{NAME}_{version()}_amd64.deb"
    checks = [
        ["lintian", "--fail-on=error,warning", str(package)],
        ["desktop-file-validate", str(BUILD / "linux/root/usr/share/applications/mountsea-desktop.desktop")],
        ["appstreamcli", "validate", "--no-net", "--pedantic", *_metainfo()],
    ]
    if not all(_passes(check) for check in checks):
        return False
    return in_sandbox(sys.executable, __file__, "inside-deb", package) == 0


def _metainfo() -> list[str]:
    return [str(file) for file in (BUILD / "linux/root/usr/share/metainfo").iterdir()]


def _passes(command: list[str]) -> bool:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        say(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.returncode == 0


def inside_deb(package: str) -> bool:
    """In the copy: what apt does on a double click, less the network."""
    songs = Path.home() / ".local" / "share" / NAME / "journal"
    songs.parent.mkdir(parents=True, exist_ok=True)
    songs.touch()
    return (
        _passes(["apt-get", "install", "--yes", "--no-install-recommends", package])
        and use([str(USUAL_COMMAND)])
        and _passes(["dpkg", "--purge", NAME])
        and gone(Path("/usr/lib") / NAME, USUAL_COMMAND)
        and songs.exists()
    )


def use(command: list[str]) -> bool:
    """Do with the installed copy what a person does, and look at it."""
    pytest = [sys.executable, "-m", "pytest", "--override-ini=cache_dir=/tmp/pytest", "tests/packages"]
    environment = {**os.environ, "INSTALLED_COMMAND": "\n".join(command), "CI": "true"}
    return subprocess.call(pytest, cwd=ROOT, env=environment) == 0


def gone(*paths: Path) -> bool:
    """Whether a removal left nothing of this."""
    left = [str(path) for path in paths if path.exists()]
    if left:
        say(f"Not removed: {', '.join(left)}")
    return not left


TESTS = {"deb": deb}


def main(arguments: list[str]) -> int:
    """Test what is named, or all; ends with a table."""
    if arguments[:1] == ["inside-deb"]:
        return 0 if inside_deb(arguments[1]) else 1
    shutil.rmtree(RESULTS, ignore_errors=True)
    passed = {name: TESTS[name]() for name in arguments or TESTS}
    for name, well in passed.items():
        say(f"{name:10} {'passed' if well else 'FAILED'}")
    return 0 if all(passed.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
