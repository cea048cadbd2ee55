"""Make the packages that people install, in dist/.

    python packaging/package.py [linux] [windows] …   all that this machine can build, or those that are named
    python packaging/package.py pins                  packaging/pins anew, after a change of constraints.txt

What stands in packaging/pins is fetched once; from then on nothing needs a network. Beside each package lies
its bill of materials, and SHA256SUMS names all that is there.
"""

import argparse
import sys
from collections.abc import Sequence

import linux.archive
import linux.deb
import linux.rpm
import linux.runtime
import linux.tree
import macos.bundle
import wheelhouse.gather
import windows.msi
import windows.setup
import windows.tree
from shared import bom, pins
from shared.project import DIST, NAME, say
from shared.tree import size

ALL = ("linux", "windows", "wheelhouse", "macos")
SUMS = "SHA256SUMS"


def build_linux(*, accept_updates: bool, deb_alone: bool) -> None:
    """The packages for Linux: one tree, packed in several ways, of which the .deb takes the least time."""
    root, parts = linux.tree.build(accept_updates=accept_updates)
    say(f"Linux: {size(root) / 1e6:.0f} MB installed")
    packages = [linux.deb.build(root)]
    if not deb_alone:
        packages += [linux.rpm.build(root), linux.archive.build(root, accept_updates=accept_updates)]
    for package in packages:
        bom.write(DIST / f"{package.name}.cdx.json", package, parts)


def build_windows() -> None:
    """The installer for Windows; the same folder as an archive, and for administrators."""
    tree, parts = windows.tree.build()
    windows.setup.sign(tree / f"{NAME}.exe")
    say(f"Windows: {size(tree) / 1e6:.0f} MB installed")
    packages = windows.setup.build_installer(tree), windows.setup.build_archive(tree), windows.msi.build(tree)
    for package in packages:
        bom.write(DIST / f"{package.name}.cdx.json", package, parts)


def update_pins() -> None:
    """What every package is made of, in the versions of constraints.txt and of Debian today."""
    for target in pins.TARGETS:
        pins.update(target)
    linux.runtime.update()


def write_sums() -> None:
    """For `sha256sum --check SHA256SUMS`."""
    files = sorted(file for file in DIST.iterdir() if file.is_file() and file.name != SUMS)
    (DIST / SUMS).write_text("".join(f"{pins.sha256(file)}  {file.name}\n" for file in files), "utf-8")


def main(arguments: Sequence[str]) -> int:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(description="Make the packages that people install.")
    parser.add_argument("what", nargs="*", help=f"{', '.join(ALL)}, deb or pins; those four if none is named")
    parser.add_argument(
        "--accept-updates",
        action="store_true",
        help="where Debian replaced a pinned package, take the new one",
    )
    chosen = parser.parse_args(arguments)
    wanted = set(chosen.what or ALL)
    if strange := wanted - {*ALL, "deb", "pins"}:
        parser.error(f"nobody knows how to make {', '.join(sorted(strange))}")
    DIST.mkdir(exist_ok=True)
    if "pins" in wanted:
        update_pins()
    if wanted & {"linux", "deb"}:
        build_linux(accept_updates=chosen.accept_updates, deb_alone="linux" not in wanted)
    if "windows" in wanted:
        build_windows()
    if "wheelhouse" in wanted:
        wheelhouse.gather.main([f"linux-3.{sys.version_info.minor}"])
        wheelhouse.gather.main([f"windows-{pins.WINDOWS.python}"])
    if "macos" in wanted:
        for machine in ("arm64", "x86_64"):
            macos.bundle.build(machine)
    write_sums()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
