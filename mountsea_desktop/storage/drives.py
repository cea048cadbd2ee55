"""What kind of drive a folder is on: of this computer, or of a network that other computers use as well."""

import ntpath
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

_NETWORK = frozenset(
    {
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "coda", "ceph", "lustre", "gpfs",
        "beegfs", "fuse.glusterfs", "fuse.ceph", "fuse.mfs", "fuse.moosefs",
    }
)  # fmt: skip
"""File systems of a network whose locks all computers know of."""
_NETWORK_WITHOUT_LOCKS = frozenset(
    {
        "davfs", "webdav", "9p", "vboxsf", "prl_fs", "fuse.davfs", "fuse.davfs2", "fuse.sshfs", "fuse.rclone",
        "fuse.gvfsd-fuse", "fuse.s3fs", "fuse.goofys", "fuse.curlftpfs", "fuse.vmhgfs-fuse", "macfuse",
    }
)  # fmt: skip
"""Those whose locks no other computer knows of."""
_NO_LOCKS = frozenset({"nolock", "local_lock=all", "local_lock=flock", "nobrl", "nolocks"})
"""Options of a mount with which it is the same."""
_PATIENCE = 3.0
"""Seconds for a tool of the system."""


@dataclass(frozen=True, slots=True)
class Drive:
    """What a folder is on."""

    kind: str = ""
    """The file system as the operating system calls it; empty where that is not known."""
    is_network: bool = False
    locks_are_shared: bool = True
    """Whether other computers find out that a file is in use; always true of a drive of this computer."""


def drive_of(folder: Path, platform: str = sys.platform) -> Drive:
    """Return what the folder is on; what is not known counts as this computer's.

    May block as the folder does.
    """
    try:
        path = os.path.realpath(folder)
        match platform:
            case "win32":
                return of_windows(path, _drive_type)
            case "darwin":
                return of_mac(path, _mounts())
            case _:
                return of_linux(path, Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
    except OSError:
        return Drive()


def of_linux(path: str, mountinfo: str) -> Drive:
    """By the kernel's list of mounts, of which later ones lie over earlier ones."""
    found = Drive()
    longest = -1
    for line in mountinfo.splitlines():
        before, _, after = line.partition(" - ")
        fields, ends = before.split(), after.split()
        if len(fields) < 6 or not ends:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda sign: chr(int(sign[1], 8)), fields[4])
        if _is_below(path, point) and len(point) >= longest:
            longest = len(point)
            options = {*fields[5].split(","), *(ends[-1].split(",") if len(ends) > 2 else ())}
            found = _drive(ends[0], options)
    return found


def of_mac(path: str, mounts: str) -> Drive:
    """By what `mount` prints: `//ana@nas/share on /Volumes/share (smbfs, nodev)`."""
    found = Drive()
    longest = -1
    for point, kind in _mac_mounts(mounts):
        if _is_below(path, point) and len(point) >= longest:
            longest = len(point)
            found = _drive(kind, set())
    return found


def of_windows(path: str, drive_type: Callable[[str], int]) -> Drive:
    """By the letter's type; a share without a letter is on a network."""
    path = re.sub(r"^\\\\\?\\(UNC(?=\\))?", lambda long: "\\" if long[1] else "", path)
    drive, _ = ntpath.splitdrive(path)
    is_network = drive.startswith("\\\\") or (bool(drive) and drive_type(f"{drive}\\") == _REMOTE)
    return Drive("network", is_network=True) if is_network else Drive()


_REMOTE = 4
"""As Windows numbers drives that are on a network."""


def _drive(kind: str, options: set[str]) -> Drive:
    is_network = kind in _NETWORK or kind in _NETWORK_WITHOUT_LOCKS
    shared = kind not in _NETWORK_WITHOUT_LOCKS and not (is_network and options & _NO_LOCKS)
    return Drive(kind, is_network, shared)


def _is_below(path: str, point: str) -> bool:
    return path == point or path.startswith(point.rstrip("/") + "/")


def _mac_mounts(mounts: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(r"^.*? on (/.*) \((\w+)[,)]", mounts, re.MULTILINE):
        yield found[1], found[2]


def _mounts() -> str:
    try:
        done = subprocess.run(
            ["/sbin/mount"], capture_output=True, encoding="utf-8", errors="surrogateescape",
            timeout=_PATIENCE, check=True,
        )  # fmt: skip
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return done.stdout


if sys.platform == "win32":
    import ctypes

    def _drive_type(root: str) -> int:
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))

else:

    def _drive_type(_root: str) -> int:
        return 0
