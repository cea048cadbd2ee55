"""Mountsea Desktop.app, as far as it can be laid out without a Mac: everything but Python and the signature.

    PYTHONPATH=packaging python packaging/macos/bundle.py arm64|x86_64

NEVER RUN: no registry that the build may use has a Python for macOS, and none of this was ever started on a
Mac. What a Mac adds is in build.sh. PySide6 asks for macOS 13, not 12.
"""

import plistlib
import re
import shutil
import sys
from pathlib import Path

from shared import icons, pins
from shared.bom import licences, python_libraries
from shared.project import BUILD, NAME, ROOT, TITLE, epoch, say, version
from shared.tree import empty, keep_of_qt, own_wheel, remove_empty_folders, settle, unpack_wheels

IDENTIFIER = "ai.mountsea.desktop"
OLDEST = "13.0"
QT = re.compile(
    r"[^/]*\.py|py\.typed|support/.*\.py"
    r"|Qt(Core|DBus|Gui|Network|Qml|Svg|Widgets)\.abi3\.so|libpyside6(qml)?\.abi3\..*"
    r"|Qt/lib/Qt(Core|DBus|Gui|Network|Qml|Svg|Widgets)\.framework/(?!.*Headers).*"
    r"|Qt/plugins/(platforms/libq(cocoa|offscreen)|styles/libqmacstyle|iconengines/libqsvgicon"
    r"|imageformats/libq(svg|ico))\.dylib"
    r"|Qt/translations/qtbase_(en|zh_CN|zh_TW)\.qm"
)


def information() -> dict[str, object]:
    """Info.plist."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": TITLE,
        "CFBundleDisplayName": TITLE,
        "CFBundleExecutable": NAME,
        "CFBundleIconFile": "app.icns",
        "CFBundlePackageType": "APPL",
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en", "zh-Hans", "zh-Hant"],
        "LSApplicationCategoryType": "public.app-category.music",
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSSupportsAutomaticGraphicsSwitching": True,
        "NSHumanReadableCopyright": "MIT licence",
        # It speaks http to this very computer only, when it is told to practise against a local gateway.
        "NSAppTransportSecurity": {"NSAllowsLocalNetworking": True},
    }


def entitlements() -> dict[str, bool]:
    """What a hardened program may do: load libraries that others signed, as Python's and Qt's wheels are."""
    return {"com.apple.security.cs.disable-library-validation": True}


def build(machine: str) -> Path:
    """Lay the bundle out; return its folder."""
    (target,) = (target for target in pins.MACS if target.name == f"macos-{machine}")
    scratch = empty(BUILD / target.name)
    contents = scratch / f"{TITLE}.app" / "Contents"
    resources = contents / "Resources"
    site_packages = resources / "site-packages"
    unpack_wheels([*pins.wheels(target), own_wheel()], site_packages)
    keep_of_qt(site_packages / "PySide6", QT)
    remove_empty_folders(site_packages)
    (resources / "app.icns").write_bytes(icons.icns(ROOT / "resources" / "icons" / "app.svg"))
    (resources / "LICENSES.txt").write_text(licences(python_libraries(site_packages)), "utf-8")
    (contents / "Info.plist").write_bytes(plistlib.dumps(information()))
    (scratch / "entitlements.plist").write_bytes(plistlib.dumps(entitlements()))
    here = Path(__file__).parent
    shutil.copy(here / "start.py", resources)
    shutil.copy(here / "launcher.c", scratch)
    settle(scratch, epoch())
    say(f"Laid out, without Python and never run: {contents.parent}")
    return contents.parent


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Name a machine: arm64 or x86_64.")
    build(sys.argv[1])
