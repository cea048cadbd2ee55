"""What all Linux packages install, and where."""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from linux import icu, runtime
from shared import bom, pins
from shared.archives import gz
from shared.bom import COMMON, Component, licences, python_libraries
from shared.icons import drawn
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

HOME = Path("usr/lib") / NAME
"""Where the program lies, from / on."""

DOCUMENTS = Path("usr/share/doc") / NAME

QT = re.compile(
    r"[^/]*\.py|py\.typed|support/.*\.py"
    r"|Qt(Core|DBus|Gui|Network|Qml|Svg|Widgets)\.abi3\.so|libpyside6(qml)?\.abi3\.so.*"
    r"|Qt/lib/libQt6(Core|DBus|Gui|Network|OpenGL|Qml|Svg|WaylandClient|Widgets|WlShellIntegration|XcbQpa)\.so.*"
    r"|Qt/lib/libicu(data|i18n|uc)\.so.*"
    r"|Qt/plugins/platforms/libq(offscreen|wayland|xcb)\.so"
    r"|Qt/plugins/(platforminputcontexts/lib(compose|ibus)platforminputcontextplugin"
    r"|platformthemes/libqxdgdesktopportal|iconengines/libqsvgicon|imageformats/libq(svg|ico)"
    r"|xcbglintegrations/libqxcb-(egl|glx)-integration|wayland-decoration-client/lib(adwaita|bradient)"
    r"|wayland-graphics-integration-client/libqt-plugin-wayland-egl"
    r"|wayland-shell-integration/libxdg-shell)\.so"
    r"|Qt/translations/qtbase_(en|zh_CN|zh_TW)\.qm"
)


def build(*, accept_updates: bool) -> tuple[Path, list[Component]]:
    """Lay out everything below a folder that stands for /; return that folder, and what is in it."""
    root = empty(BUILD / "linux" / "root")
    home = root / HOME
    debs = runtime.debs(accept_updates=accept_updates)
    interpreter = runtime.put_python(debs, home, BUILD / "linux" / "debian")
    site_packages = home / "site-packages"
    unpack_wheels([*pins.wheels(pins.LINUX), own_wheel()], site_packages)
    keep_of_qt(site_packages / "PySide6", QT)
    (data,) = site_packages.glob("PySide6/Qt/lib/libicudata.so.*")
    icu.trim(data, BUILD / "linux" / "icu")
    remove_empty_folders(home)
    for unused in ("cffi", "pycparser", "pycparser-*.dist-info"):  # cryptography asks for its back end alone
        for folder in site_packages.glob(unused):
            shutil.rmtree(folder)
    for library in site_packages.rglob("*.so*"):
        run("strip", "--strip-unneeded", library)
        library.chmod(0o644)
    _compile(interpreter, home)
    shutil.copy(PACKAGING / "linux" / "launch.py", home / "launch.py")
    _put_desktop_files(root)
    documents = root / DOCUMENTS
    documents.mkdir(parents=True)
    parts = components(root)
    (documents / "copyright").write_text(licences(parts), "utf-8")
    remove_bills(site_packages)
    settle(root, epoch())
    return root, parts


def components(root: Path) -> list[Component]:
    """What is in there, for the bill of materials."""
    libraries = python_libraries(root / HOME / "site-packages")
    debian = BUILD / "linux" / "debian" / "usr/share/doc"
    (qt,) = (library for library in libraries if library.name.lower().startswith("pyside6"))
    (unicode_data,) = (root / HOME).glob("site-packages/PySide6/Qt/lib/libicudata.so.*")
    python = re.search(r"^python3.11-minimal=(\S+)", runtime.LOCK.read_text("utf-8"), re.MULTILINE)
    assert python  # noqa: S101 - it was unpacked
    texts = (debian / "python3.11-minimal" / "copyright",)
    return [
        *libraries,
        Component("CPython", python[1], "Python-2.0", f"pkg:deb/debian/python3.11@{python[1]}", texts),
        Component("Qt", qt.version, bom.QT, "", (COMMON / "LGPL-3",), qt.name),
        Component("ICU", unicode_data.name.rpartition(".")[2], "Unicode-3.0", "", (), qt.name),
    ]


def _compile(python: Path, home: Path) -> None:
    folders = (home / "lib" / "python3.11", home / "site-packages")
    compiler: list[str | Path] = [python, "-I", "-S", "-B", "-c", COMPILE, home, *folders]
    run(*compiler, environment=runtime.clean_environment())
    remove_sources(*folders)


def _put_desktop_files(root: Path) -> None:
    """What a desktop looks for: command, entry in the menu, icon, words for the software centre."""
    source, share = PACKAGING / "linux", root / "usr" / "share"
    command = root / "usr" / "bin" / NAME
    icons, metainfo = share / "icons" / "hicolor", share / "metainfo" / "ai.mountsea.desktop.metainfo.xml"
    picture = ROOT / "resources" / "icons" / "app.svg"
    for file, target in {
        source / "mountsea-desktop.sh": command,
        source / "mountsea-desktop.desktop": share / "applications" / "mountsea-desktop.desktop",
        source / metainfo.name: metainfo,
        picture: icons / "scalable" / "apps" / f"{NAME}.svg",
    }.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    command.chmod(0o755)
    for pixels in (16, 24, 32, 48, 64, 128, 256, 512):
        target = icons / f"{pixels}x{pixels}" / "apps" / f"{NAME}.png"
        target.parent.mkdir(parents=True)
        target.write_bytes(drawn(picture, pixels))
    today = datetime.fromtimestamp(epoch(), UTC).date().isoformat()
    text = metainfo.read_text("utf-8").replace("@VERSION@", version()).replace("@DATE@", today)
    metainfo.write_text(text, "utf-8")
    manual = share / "man" / "man1" / f"{NAME}.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gz((source / f"{NAME}.1").read_text("utf-8")))
