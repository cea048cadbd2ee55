"""Run a command as root of a copy of this machine that has no network, and that is gone afterwards.

    python packaging/sandbox.py [--system FOLDER] COMMAND …

The copy is an overlay in memory: what a package's installer writes or breaks there, this machine never sees.
The project's folder is the real one. With --system, another system's files are copied instead of this one's.
Everything that was started ends with the command. Needs root, or a kernel that lets everybody be it inside.
"""

import argparse
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
INSIDE = "--inside"
IFF_UP, SIOCGIFFLAGS, SIOCSIFFLAGS = 1, 0x8913, 0x8914


def main() -> int:
    """Make the namespaces, and then, in a process of its own, what is in them."""
    if sys.argv[1:2] == [INSIDE]:
        inside(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
    parser = argparse.ArgumentParser(description="Run a command in a copy of this machine without a network.")
    parser.add_argument("--system", type=Path, default=Path("/"), help="copy this folder instead of /")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    chosen = parser.parse_args()
    namespaces = ["unshare", "--mount", "--net", "--pid", "--ipc", "--fork", "--kill-child"]
    if os.geteuid() != 0:
        namespaces += ["--user", "--map-root-user"]
    scratch = tempfile.mkdtemp(prefix="sandbox-")
    try:
        again = [sys.executable, __file__, INSIDE, str(chosen.system.resolve()), scratch, *chosen.command]
        return subprocess.call([*namespaces, *again])
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def inside(system: Path, scratch: Path, command: list[str]) -> None:
    """Lay the copy over the system, go in, and become the command."""
    mount("--make-rprivate", "/")
    mount("-t", "tmpfs", "tmpfs", str(scratch))
    upper, work, copy = (scratch / name for name in ("upper", "work", "copy"))
    for folder in (upper, work, copy):
        folder.mkdir()
    mount("-t", "overlay", "overlay", "-o", f"lowerdir={system},upperdir={upper},workdir={work}", str(copy))
    mount("-t", "proc", "proc", str(copy / "proc"))
    for name in ("dev", "sys"):
        mount("--rbind", f"/{name}", str(copy / name))
    for name in ("tmp", "run"):
        mount("-t", "tmpfs", "tmpfs", str(copy / name))
    (copy / str(ROOT)[1:]).mkdir(parents=True, exist_ok=True)
    mount("--bind", str(ROOT), str(copy / str(ROOT)[1:]))
    loopback_up()
    os.chroot(copy)
    os.chdir(ROOT)
    os.execvp(command[0], command)  # noqa: S606 - what was asked for


def mount(*arguments: str) -> None:
    """Mount, or end with mount's own words."""
    if status := subprocess.call(["mount", *arguments]):
        sys.exit(status)


def loopback_up() -> None:
    """A new network namespace has a loopback interface, which is down; `ip` may not be installed."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, SIOCGIFFLAGS, request))[1]
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sH14x", b"lo", flags | IFF_UP))


if __name__ == "__main__":
    sys.exit(main())
