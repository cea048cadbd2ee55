"""Make the packages that people install, in dist/.

    python packaging/package.py [deb] […]    all that this machine can build, or those that are named
    python packaging/package.py pins         packaging/pins anew, after a change of constraints.txt

What stands in packaging/pins is fetched once; from then on nothing needs a network.
"""

import argparse
import sys
from collections.abc import Sequence

from linux import deb, runtime, tree
from shared import bom, pins
from shared.project import DIST, say
from shared.tree import size


def linux(*, accept_updates: bool) -> None:
    """The packages for Linux: one tree, packed in several ways."""
    root = tree.build(accept_updates=accept_updates)
    say(f"Linux: {size(root) / 1e6:.0f} MB installed")
    package = deb.build(root)
    bom.write(DIST / f"{package.name}.cdx.json", package, tree.components(root))


def update_pins() -> None:
    """What every package is made of, in today's versions."""
    for target in pins.TARGETS:
        pins.update(target)
    runtime.update()


def main(arguments: Sequence[str]) -> int:
    """Make what is asked for."""
    parser = argparse.ArgumentParser(description="Make the packages that people install.")
    parser.add_argument("what", nargs="*", choices=["pins", "linux"], default=["linux"])
    parser.add_argument(
        "--accept-updates",
        action="store_true",
        help="where Debian replaced a pinned package, take the new one",
    )
    chosen = parser.parse_args(arguments)
    if "pins" in chosen.what:
        update_pins()
    if "linux" in chosen.what:
        linux(accept_updates=chosen.accept_updates)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
