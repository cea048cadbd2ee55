"""Install the .deb on bare systems that this machine does not have, without a network, and use it there.

    python packaging/test_systems.py [bookworm] [trixie] [jammy] [noble]

Each is a minimal Debian or Ubuntu, as debootstrap lays it out in build/packages/systems, once, with what the
package depends on downloaded and not installed. Needs root, their archives, and for Ubuntu its keys, which
Debian has in no package: UBUNTU_KEYRING names the file.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shared.project import BUILD, DIST, NAME, PACKAGING, ROOT, say
from shared.tree import empty

UBUNTU_KEYRING = Path(os.environ.get("UBUNTU_KEYRING", "/usr/share/keyrings/ubuntu-archive-keyring.gpg"))

SCRIPTS = Path("/usr/share/debootstrap/scripts")


@dataclass(frozen=True, slots=True)
class System:
    """A release, by the name that its archive has it under."""

    name: str
    title: str
    components: str = "main"
    keyring: Path = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
    like: str = ""
    """An older release that is laid out in the same way, where debootstrap does not know this one yet."""


SYSTEMS = (
    System("bookworm", "Debian 12"),
    System("trixie", "Debian 13"),
    System("jammy", "Ubuntu 22.04", "main,universe", UBUNTU_KEYRING),
    System("noble", "Ubuntu 24.04", "main,universe", UBUNTU_KEYRING, like="jammy"),
)

STEPS = r"""
set -eu
apt-get install --yes --no-install-recommends "$1" >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }

# Before anything else brings libraries along: is each one there that ours, and Qt's, are linked to?
find /usr/lib/mountsea-desktop -type f \( -name '*.so*' -o -path '*/bin/*' \) | while read -r file; do
    ldd "$file" 2>&1 | grep -e 'not found' | sed "s|^|$file: |"
done >/tmp/lacking || true
if [ -s /tmp/lacking ]; then cat /tmp/lacking; exit 1; fi

# A screen that the package does not ask for; then a window on it.
apt-get install --yes --no-install-recommends xvfb >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
Xvfb :9 -nolisten tcp >/dev/null 2>&1 &
tries=0
until [ -e /tmp/.X11-unix/X9 ]; do tries=$((tries + 1)); [ $tries -lt 100 ]; sleep 0.1; done
export DISPLAY=:9 HOME=/root LC_ALL=C.UTF-8
# What is recommended and not here: a password store, and a font with Chinese.
mountsea-desktop --selftest >/tmp/selftest || true
if [ "$(grep -c '^ok ' /tmp/selftest)" -lt 6 ] ||
    grep '^MISSING' /tmp/selftest | grep -v -e 'password store:' -e 'fonts:'
then cat /tmp/selftest; exit 1; fi
mountsea-desktop --demo --autoplay >/tmp/demo 2>&1 || { cat /tmp/demo; exit 1; }
apt-get purge --yes mountsea-desktop >/tmp/apt.log 2>&1 || { cat /tmp/apt.log; exit 1; }
[ ! -e /usr/lib/mountsea-desktop ]
"""


def ready(system: System, package: Path) -> Path:
    """The system's folder, with the packages that are needed in its cache."""
    folder = BUILD / "systems" / system.name
    made = folder / "made"
    if not made.exists():
        say(f"Laying out {system.title}")
        empty(folder)
        options = ("--variant=minbase", f"--components={system.components}", f"--keyring={system.keyring}")
        usual_mirror, script = "", SCRIPTS / (system.like or system.name)
        quietly("debootstrap", *options, system.name, folder, usual_mirror, script)
        made.touch()
    shutil.copy("/etc/resolv.conf", folder / "etc" / "resolv.conf")
    shutil.copy(package, folder / "tmp" / package.name)
    apt = ("chroot", folder, "apt-get", "--yes")
    quietly(*apt, "update")
    quietly(*apt, "install", "--download-only", "--no-install-recommends", f"/tmp/{package.name}", "xvfb")  # noqa: S108 - the system's own
    return folder


def quietly(*command: str | Path) -> None:
    """Run a tool whose failure ends everything."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}\nFailed: {' '.join(map(str, command))}")


def works(system: System, package: Path) -> bool:
    """Install, look, use, remove; in a throwaway copy without a network."""
    sandbox = [sys.executable, str(PACKAGING / "sandbox.py"), "--system", str(ready(system, package))]
    return subprocess.call([*sandbox, "sh", "-c", STEPS, "sh", str(package)], cwd=ROOT) == 0


def main(names: Sequence[str]) -> int:
    """Test on those that are named, or all whose keys are here."""
    (package,) = DIST.glob(f"{NAME}_*.deb")
    results = {}
    for system in SYSTEMS:
        if names and system.name not in names:
            continue
        if not system.keyring.is_file():
            results[system.title] = f"NOT TESTED: no {system.keyring}"
        else:
            results[system.title] = "passed" if works(system, package) else "FAILED"
    for title, result in results.items():
        say(f"{title:14} {result}")
    return 0 if set(results.values()) == {"passed"} else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
