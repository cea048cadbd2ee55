"""The Python inside the Linux packages: Debian 12's own, from its signed archive.

Why not the system's: Ubuntu 22.04 has 3.10, Debian 13 has 3.13, and some of our libraries are compiled for
one version each. Debian's 3.11 gets security updates until 2028 and asks for no newer C library than 2.35,
which is Ubuntu 22.04's. What it is linked to (OpenSSL, SQLite, …) is the system's, so that updates reach it.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from shared.pins import DOWNLOADS, PINS, sha256
from shared.project import run, say
from shared.tree import empty

LOCK = PINS / "debian.txt"
PACKAGES = ("python3.11-minimal", "libpython3.11-minimal", "libpython3.11-stdlib")
FOR_THE_ARCHIVE = (
    *("libssl3", "libsqlite3-0", "libuuid1", "libzstd1", "libxkbcommon0", "libxcb-xkb1"),
    *("libxkbcommon-x11-0", "libxcb-shape0", "libxcb-util1", "libxcb-render-util0", "libxcb-image0"),
    *("libxcb-icccm4", "libxcb-keysyms1", "libxcb-cursor0"),
)
"""Libraries that not every desktop has; the archive brings them along. In the order in which they load."""

_PIN = re.compile(r"^(\S+)=(\S+) ([0-9a-f]{64})$", re.MULTILINE)
LEFT_OUT = re.compile(
    r"(lib-dynload/(_bz2|_crypt|_curses|_dbm|_lzma|nis|readline|ossaudiodev|_test|_xx|xx|_tkinter|_lsprof|audioop|_ctypes_test).*"
    r"|(test|tests|idlelib|tkinter|turtledemo|ensurepip|lib2to3|distutils|pydoc_data|venv|curses|dbm|msilib"
    r"|__pycache__|config-.*|wsgiref|xmlrpc|unittest|dist-packages)/.*"
    r"|(turtle|antigravity|this|pdb|doctest|pydoc|cgi|cgitb|nntplib|telnetlib|sitecustomize|_sysconfigdata__.*)\.py"
    # Servers, other protocols and other kinds of sound; then tools for who writes Python.
    r"|(aifc|asynchat|asyncore|chunk|http/server|imaplib|imghdr|mailbox|mailcap|poplib|smtpd|sndhdr|socketserver"
    r"|sunau|urllib/robotparser|uu|wave|webbrowser|xdrlib|xml/(dom|sax)/.*)\.py"
    r"|(bdb|cmd|code|codeop|cProfile|difflib|fileinput|logging/config|modulefinder|optparse|pickletools|pipes"
    r"|profile|pstats|pty|pyclbr|shelve|symtable|tabnanny|timeit|trace|zipapp|_pyio)\.py"
    r"|.*\.txt|LICENSE.*|EXTERNALLY-MANAGED)"
)
"""What the program never imports; from `lib/python3.11` on."""


def debs(*, accept_updates: bool) -> dict[str, Path]:
    """Debian's packages that `pins/debian.txt` names, by name.

    Debian removes a version when a security update replaces it. Then the build ends with words, or with
    `accept_updates` takes what apt has checked against Debian's signature, and says so: a check of every
    change must not fail because Debian mended something that day, but a release is made of what was pinned.
    """
    folder = DOWNLOADS / "debian"
    folder.mkdir(parents=True, exist_ok=True)
    found: dict[str, Path] = {}
    for name, version, pin in _PIN.findall(LOCK.read_text("utf-8")):
        file = folder / f"{name}_{version.replace(':', '%3a')}_amd64.deb"
        if not (file.is_file() and sha256(file) == pin):
            file.unlink(missing_ok=True)
            if not _download(f"{name}={version}", folder) and accept_updates and _download(name, folder):
                (file,) = folder.glob(f"{name}_*_amd64.deb")
                say(f"NOT AS PINNED: Debian replaced {name} {version} by {file.name}. Run: make pins")
            elif not file.is_file():
                sys.exit(f"Debian does not serve {name} {version} any more, or not here. Run: make pins")
            elif sha256(file) != pin:
                sys.exit(f"{file.name} is not what was pinned.")
        found[name] = file
    return found


def _download(wish: str, folder: Path) -> bool:
    # As root, apt would rather not write here as its own user, and says so; its checks are the same.
    command = ["apt-get", "download", "--quiet=2", "-o", "APT::Sandbox::User=root", wish]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode == 0


def update() -> None:
    """Write `pins/debian.txt` anew, of what Debian serves today."""
    folder = empty(DOWNLOADS / "debian")
    lines = [
        "# Made by: python packaging/package.py pins. Debian 12, amd64. Each line: package=version, hash."
    ]
    for name in (*PACKAGES, *FOR_THE_ARCHIVE):
        if not _download(name, folder):
            sys.exit(f"Debian does not serve {name} here; is this Debian 12?")
        (file,) = folder.glob(f"{name}_*_amd64.deb")
        version = run("dpkg-deb", "--field", file, "Version").strip()
        lines.append(f"{name}={version} {sha256(file)}")
    LOCK.write_text("\n".join(lines) + "\n", "utf-8")


def unpack(files: dict[str, Path], names: tuple[str, ...], scratch: Path) -> Path:
    """The files of these Debian packages, as they would lie below /."""
    empty(scratch)
    for name in names:
        run("dpkg-deb", "--extract", files[name], scratch)
    return scratch


def put_python(files: dict[str, Path], target: Path, scratch: Path) -> Path:
    """Lay Python below `target`; return the interpreter, named as the program so that `ps` tells its name."""
    system = unpack(files, PACKAGES, scratch)
    library = target / "lib" / "python3.11"
    source = system / "usr" / "lib" / "python3.11"
    for file in sorted(path for path in source.rglob("*") if path.is_file() and not path.is_symlink()):
        inner = file.relative_to(source)
        if not LEFT_OUT.fullmatch(inner.as_posix()):
            (library / inner).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, library / inner)
    interpreter = target / "bin" / "mountsea-desktop"
    interpreter.parent.mkdir(parents=True)
    shutil.copy2(system / "usr" / "bin" / "python3.11", interpreter)
    return interpreter


def clean_environment() -> dict[str, str]:
    """For running the packaged Python during the build: nothing of the machine's own."""
    return {name: "" for name in os.environ if name.startswith("PYTHON")} | {"LC_ALL": "C.UTF-8"}
