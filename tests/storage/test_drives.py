import sys
from pathlib import Path

import pytest

from mountsea_desktop.storage.drives import Drive, drive_of, of_linux, of_mac, of_windows

MOUNTINFO = r"""
24 30 0:22 / /proc rw,nosuid shared:5 - proc proc rw
30 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 30 0:40 / /home rw,relatime shared:20 - autofs systemd-1 rw,fd=44
41 40 0:41 / /home/ana rw,relatime shared:21 - nfs4 nas:/home/ana rw,vers=4.2,hard,proto=tcp
42 30 0:42 / /home/ben rw,relatime - nfs nas:/home/ben rw,vers=3,nolock,local_lock=none
43 30 0:43 / /mnt/studio\040share rw,relatime - cifs //nas/studio rw,vers=3.1.1
44 30 0:44 / /mnt/old rw,relatime - cifs //nas/old rw,vers=3.1.1,nobrl
45 30 0:45 / /mnt/far rw,nosuid - fuse.sshfs ana@far:/ rw,user_id=0
46 30 0:46 / /mnt/母带 rw,relatime - smb3 //nas/m rw
47 30 0:47 / /data rw,relatime - nfs4 nas:/data rw
48 47 8:2 / /data/local rw,relatime - ext4 /dev/sdb1 rw
49 30 0:49 / /over rw,relatime - nfs4 nas:/over rw
50 49 8:3 / /over rw,relatime - xfs /dev/sdc1 rw
a line that is none
"""


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/srv/profile", Drive("ext4")),
        ("/home/ana/.local/share", Drive("nfs4", is_network=True)),
        ("/home/ana", Drive("nfs4", is_network=True)),
        ("/home/anabel", Drive("autofs")),
        ("/home/ben/x", Drive("nfs", is_network=True, locks_are_shared=False)),
        ("/mnt/studio share/profile", Drive("cifs", is_network=True)),
        ("/mnt/old/profile", Drive("cifs", is_network=True, locks_are_shared=False)),
        ("/mnt/far/profile", Drive("fuse.sshfs", is_network=True, locks_are_shared=False)),
        ("/mnt/母带/profile", Drive("smb3", is_network=True)),
        ("/data/profile", Drive("nfs4", is_network=True)),
        ("/data/local/profile", Drive("ext4")),
        ("/over/profile", Drive("xfs")),
    ],
)
def test_linux_tells_by_its_mounts(path: str, drive: Drive) -> None:
    assert of_linux(path, MOUNTINFO) == drive


MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)
//ana@nas._smb._tcp.local/studio on /Volumes/studio (母带) (smbfs, nodev, nosuid, mounted by ana)
http://dav.example/ on /Volumes/dav (webdav, nodev)
nas:/home on /Volumes/home (nfs, asynchronous)
"""


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        ("/Users/ana", Drive("apfs")),
        ("/Volumes/studio (母带)/p", Drive("smbfs", is_network=True)),
        ("/Volumes/dav/p", Drive("webdav", is_network=True, locks_are_shared=False)),
        ("/Volumes/home/p", Drive("nfs", is_network=True)),
    ],
)
def test_macs_tell_by_what_mount_prints(path: str, drive: Drive) -> None:
    assert of_mac(path, MOUNTS) == drive


@pytest.mark.parametrize(
    ("path", "is_network"),
    [
        (r"C:\Users\ana", False),
        (r"H:\ana", True),
        (r"\\nas\home\ana", True),
        (r"\\?\C:\Users\ana", False),
        (r"\\?\H:\ana", True),
        (r"\\?\UNC\nas\home\ana", True),
        ("", False),
    ],
)
def test_windows_tells_by_the_letter(path: str, is_network: bool) -> None:
    found = of_windows(path, lambda root: 4 if root == "H:\\" else 3)
    assert found.is_network is is_network


def test_where_this_test_runs_is_no_network(tmp_path: Path) -> None:
    drive = drive_of(tmp_path)
    assert not drive.is_network
    assert drive.locks_are_shared
    if sys.platform == "linux":
        assert drive.kind


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_what_the_system_does_not_tell_is_its_own(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "read_text", refuse)
    monkeypatch.setattr("subprocess.run", refuse)
    assert drive_of(tmp_path, platform) == Drive()
