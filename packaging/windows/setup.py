"""The installer, and the portable archive, of what `windows.tree` laid out.

Neither is signed. To sign both the launcher and the installer, set SIGN_WINDOWS to a command that takes a
file and signs it in place, for example a script around osslsigncode; see CONTRIBUTING.md.
"""

import os
import shlex
from pathlib import Path

from shared import icons
from shared.archives import zipped
from shared.project import BUILD, DIST, NAME, PACKAGING, run, say, version
from shared.tree import size

APP_ID = "Mountsea.MountseaDesktop"
"""What Windows' task bar knows the program by: the same as in ui/app/win32.py."""
KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\MountseaDesktop"
"""Where Windows' settings look for what is installed."""


def sign(file: Path) -> None:
    """Have the release's own command sign this file, where there is one."""
    if command := os.environ.get("SIGN_WINDOWS"):
        run(*shlex.split(command), file)
    else:
        say(f"Not signed: {file.name}")


def build_installer(tree: Path) -> Path:
    """About half a minute: all files are compressed as one."""
    target = DIST / f"{NAME}-{version()}-windows-x64-setup.exe"
    side = BUILD / "windows" / "side.bmp"
    side.write_bytes(icons.bmp(PACKAGING / "windows" / "side.svg", 328, 628))
    defined = {
        "VERSION": version(),
        "FILES": tree,
        "ICON": BUILD / "windows" / "launcher" / f"{NAME}.ico",
        "KILOBYTES": size(tree) // 1024,
        "SIDE": side,
        "APP_ID": APP_ID,
        "KEY": KEY,
        "TARGET": target,
    }
    options = [f"-D{name}={value}" for name, value in defined.items()]
    run("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, PACKAGING / "windows" / "setup.nsi")
    sign(target)
    return target


def build_archive(tree: Path) -> Path:
    """The same folder, to be unpacked and run from anywhere."""
    target = DIST / f"{NAME}-{version()}-windows-x64.zip"
    zipped(tree, f"{NAME}-{version()}", target)
    return target
