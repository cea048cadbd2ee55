"""What the Windows packages install: Python beside a launcher, laid out as python.org's embeddable package.

mountsea-desktop.exe    the launcher
python313.dll, …        Python; python313._pth names the three places where modules are looked for
python313.zip           its library, compiled
DLLs/                   its libraries in C
site-packages/          ours and what it needs
"""

import re
import shutil
import zipfile
from pathlib import Path

from shared import bom, icons, pins
from shared.bom import COMMON, Component, python_libraries
from shared.project import BUILD, NAME, PACKAGING, ROOT, epoch, run, version
from shared.tree import (
    COMPILE,
    empty,
    keep_of_qt,
    own_wheel,
    remove_bills,
    remove_empty_folders,
    remove_sources,
    settle,
    unpack_wheels,
)
from windows import runtime
from windows.wine import Wine, windows_path

QT = re.compile(
    r"[^/]*\.py|py\.typed|support/.*\.py"
    r"|Qt6(Core|Gui|Network|Qml|Svg|Widgets)\.dll|Qt(Core|Gui|Network|Qml|Svg|Widgets)\.pyd"
    r"|pyside6(qml)?\.abi3\.dll"
    r"|(msvcp|vcruntime|concrt)140.*\.dll"
    r"|plugins/(platforms/q(windows|offscreen)|iconengines/qsvgicon|imageformats/q(svg|ico)"
    r"|styles/qmodernwindowsstyle)\.dll"
    r"|translations/qtbase_(en|zh_CN|zh_TW)\.qm",
    re.IGNORECASE,
)
SEARCHED = "python313.zip\r\nDLLs\r\nsite-packages\r\n"


def build() -> tuple[Path, list[Component]]:
    """Lay everything out; return the folder, and what is in it."""
    scratch = empty(BUILD / "windows")
    tree = scratch / NAME
    source = runtime.unpack(scratch / "python")
    trusted = runtime.roots(scratch)
    library, _ = runtime.put_python(source, tree, trusted)
    site_packages = tree / "site-packages"
    unpack_wheels([*pins.wheels(pins.WINDOWS), own_wheel()], site_packages)
    keep_of_qt(site_packages / "PySide6", QT)
    remove_empty_folders(tree)
    _compile(source / "python.exe", tree, library)
    (tree / "python313._pth").write_bytes(SEARCHED.encode())
    launcher(scratch / "launcher", tree / f"{NAME}.exe")
    parts = components(site_packages, source / "LICENSE.txt")
    text = bom.licences(parts).replace("\n", "\r\n")
    (tree / "LICENSES.txt").write_bytes(text.encode("utf-8-sig"))
    remove_bills(site_packages)
    settle(tree, epoch())
    return tree, parts


def _compile(python: Path, tree: Path, library: Path) -> None:
    """Compile all modules ahead, by the Python that will read them, and pack its own library.

    Stored, not compressed: that starts faster, and the installer compresses all files together.
    """
    wine = Wine(BUILD / "windows" / "prefix")
    wine.create()
    try:
        folders = (windows_path(folder) for folder in (tree, library, tree / "site-packages"))
        wine.check(windows_path(python), "-I", "-S", "-B", "-c", COMPILE, *folders, timeout=600)
    finally:
        wine.stop()
    remove_sources(tree / "site-packages")
    with zipfile.ZipFile(tree / "python313.zip", "w", zipfile.ZIP_STORED) as archive:
        for file in sorted(library.rglob("*.pyc")):
            entry = zipfile.ZipInfo(file.relative_to(library).as_posix(), (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, file.read_bytes())
    shutil.rmtree(library)


def launcher(scratch: Path, target: Path) -> None:
    """Compile mountsea-desktop.exe."""
    source = PACKAGING / "windows"
    empty(scratch)
    (scratch / f"{NAME}.ico").write_bytes(icons.ico(ROOT / "resources" / "icons" / "app.svg"))
    manifest = (source / "launcher.manifest").read_text("utf-8").replace("@VERSION@", version())
    (scratch / "launcher.manifest").write_text(manifest, "utf-8")
    shutil.copy(source / "launcher.rc", scratch)
    numbers = ",".join([*version().split("."), "0"])
    run(
        "x86_64-w64-mingw32-windres",
        f"-DVERSION_NUMBERS={numbers}",
        f'-DVERSION_TEXT=\\"{version()}\\"',
        "launcher.rc",
        "launcher.o",
        cwd=scratch,
    )
    run(
        "x86_64-w64-mingw32-gcc",
        *("-municode", "-mwindows", "-O2", "-s", "-std=c11", "-Wall", "-Wextra", "-Werror"),
        *("-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--high-entropy-va,--nxcompat"),
        *("-o", target, source / "launcher.c", scratch / "launcher.o", "-lshell32"),
    )


def components(site_packages: Path, python_licence: Path) -> list[Component]:
    """What is in there, for the bill of materials."""
    libraries = python_libraries(site_packages)
    (qt,) = (library for library in libraries if library.name.lower().startswith("pyside6"))
    python = "CPython"
    return [
        *libraries,
        Component(python, "3.13.2", "Python-2.0", "pkg:generic/python@3.13.2", (python_licence,)),
        *(
            Component(name, number, licence, "", (), python)
            for name, number, licence in (
                ("OpenSSL", "3.0.15", "Apache-2.0"),
                ("SQLite", "3.45.3", "blessing"),
                ("libffi", "3.4.4", "MIT"),
                ("expat", "2.6.4", "MIT"),
                ("zlib", "1.3.1", "Zlib"),
                ("bzip2", "1.0.8", "bzip2-1.0.6"),
                ("xz", "5.2.5", "0BSD"),
                ("Microsoft Visual C++ runtime", "14", "LicenseRef-Microsoft-redistributable"),
            )
        ),
        Component("Qt", qt.version, bom.QT, "", (COMMON / "LGPL-3",), qt.name),
    ]
