"""Make this folder ready to run: Debian packages, virtual environment, dependencies, compiled resources.

    python3 packaging/bootstrap.py [--tests] [--list NAME …] [--print-requirements]

Each NAME is a further list of Debian packages in packaging/system-packages.

Needs nothing but Python's own library. What is there already is left alone, so a second run takes no time.
Where this user may not install Debian packages, it says which are missing and how to get them, and goes on
as long as Qt starts without them.
"""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
START_QT = "from PySide6.QtWidgets import QApplication as A; A([])"


def main(arguments: Sequence[str]) -> None:
    """Do every step that is not done yet."""
    os.chdir(ROOT)
    if "--print-requirements" in arguments:
        print(*requirements(tests=True), sep="\n")
        return
    tests = "--tests" in arguments
    more = [name for option, name in pairwise(arguments) if option == "--list"]
    missing = install_debian_packages(["run", *(["test"] if tests else []), *more])
    make_environment()
    install_dependencies(tests=tests)
    if missing:
        check_qt()
    install_project()
    run(str(PYTHON), "packaging/compile_resources.py")


def run(*command: str) -> None:
    """Run a command whose failure, shown by itself, ends everything."""
    if status := subprocess.call(command):
        sys.exit(status)


def succeeds(*command: str) -> bool:
    """Whether a command runs and ends well; it says nothing."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def install_debian_packages(lists: Sequence[str]) -> list[str]:
    """Install what the lists name and the system lacks; return what is still missing."""
    if not shutil.which("dpkg-query"):
        return [] if sys.platform != "linux" else ["the libraries of packaging/system-packages"]
    missing = missing_debian_packages(lists)
    if not missing:
        return []
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    rights = rights_to_install()
    if rights is not None:
        say(f"Installing Debian packages: {' '.join(missing)}")
        prefix = [
            *rights,
            "env",
            "DEBIAN_FRONTEND=noninteractive",
            *install[:1],
            "-o",
            "DPkg::Lock::Timeout=300",
        ]
        for step in (["update"], install[1:]):  # one broken source of many need not stop us
            subprocess.call([*prefix, *step], stdout=subprocess.DEVNULL)  # its errors are shown
        missing = missing_debian_packages(lists)
    if missing:
        say(
            f"These Debian packages are missing: {' '.join(missing)}",
            "This user may not install them, or it did not work. Ask an administrator to run:",
            f"    {' '.join(install)}",
        )
    return missing


def missing_debian_packages(lists: Sequence[str]) -> list[str]:
    """What the lists name and neither is installed nor provided by a package that is."""
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package} ${Provides}\n"]
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    present = {
        word.strip(",")
        for state, _, names in (line.partition(" ") for line in answer.splitlines())
        for word in names.split()
        if state == "installed"
    }
    return [name for name in debian_packages(lists) if name not in present]


def debian_packages(lists: Sequence[str]) -> list[str]:
    """The names in the lists, and the package that lets Debian's Python make environments, if this is it."""
    texts = [(ROOT / "packaging" / "system-packages" / f"{name}.txt").read_text("utf-8") for name in lists]
    names = [word for text in texts for line in text.splitlines() if (word := line.partition("#")[0].strip())]
    if not find_spec("ensurepip"):
        names.append(f"python3.{sys.version_info.minor}-venv")
    return names


def rights_to_install() -> list[str] | None:
    """What to put before a command that changes the system; nothing for root, `None` without the right."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if succeeds("sudo", "-n", "true") else None


def make_environment() -> None:
    """A virtual environment with a working pip; a half-made or orphaned one is made again."""
    if succeeds(str(PYTHON), "-c", "import pip"):
        return
    if not find_spec("ensurepip"):
        sys.exit("Python cannot make a virtual environment without the packages named above.")
    say("Making the virtual environment .venv")
    run(sys.executable, "-m", "venv", "--clear", str(VENV))


def install_dependencies(*, tests: bool) -> None:
    """The exact versions of `constraints.txt`, of what `pyproject.toml` asks for.

    The requirements are handed over one by one, because pip reads dependency groups only since 25.1 and
    the pip of this Python will do.
    """
    wanted = requirements(tests=tests)
    done = Stamp(
        "dependencies-for-tests" if tests else "dependencies", wanted, CONSTRAINTS.read_text("utf-8")
    )
    if done.is_fresh():
        return
    say("Installing Python packages")
    pip("--constraint", str(CONSTRAINTS), *wanted)
    done.set()


def requirements(*, tests: bool) -> list[str]:
    """What `pyproject.toml` asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted: list[str] = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    return [*wanted, *project["dependency-groups"]["dev"]] if tests else wanted


def install_project() -> None:
    """The program itself, in place: the command `mountsea-desktop` runs the files of this folder."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    version = (ROOT / "mountsea_desktop" / "__init__.py").read_text("utf-8")
    done = Stamp("project", project["build-system"], project["project"], project["tool"]["hatch"], version)
    if done.is_fresh():
        return
    pip("--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    done.set()


def pip(*arguments: str) -> None:
    """Install into the environment."""
    run(str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *arguments)


class Stamp:
    """Remembers, inside the environment, what a step was done for; it goes with the environment."""

    def __init__(self, name: str, *inputs: object) -> None:
        self._file = VENV / f".{name}"
        self._text = json.dumps(inputs, indent=1)

    def is_fresh(self) -> bool:
        """Whether the step was done for exactly these inputs."""
        return self._file.exists() and self._file.read_text("utf-8") == self._text

    def set(self) -> None:
        """Call when the step is done."""
        self._file.write_text(self._text, "utf-8")


def check_qt() -> None:
    """End with words when Qt cannot start without the missing packages."""
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(PYTHON), "-c", START_QT]
    trial = subprocess.run(command, env=offscreen, capture_output=True, text=True, check=False)
    if trial.returncode:
        reason = (trial.stderr.strip().splitlines() or ["no reason given"])[-1]
        sys.exit(f"Qt cannot start without the missing packages: {reason}")
    say("Qt starts all the same; going on.")


def say(*lines: str) -> None:
    """Tell the person at the terminal, in order with what the commands print."""
    print(*lines, sep="\n", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
