import errno
import subprocess
import sys
from pathlib import Path

import pytest

from mountsea_desktop.storage import profile_lock
from mountsea_desktop.storage.profile_lock import NoLocksError, ProfileInUseError, ProfileLock

HOLD = """
import sys
from pathlib import Path
from mountsea_desktop.storage.profile_lock import ProfileLock
lock = ProfileLock.take(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_profile_is_used_once_at_a_time(tmp_path: Path) -> None:
    lock = ProfileLock.take(tmp_path)
    with pytest.raises(ProfileInUseError):
        ProfileLock.take(tmp_path)
    lock.release()
    lock.release()
    ProfileLock.take(tmp_path).release()


def test_two_profiles_do_not_meet(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    first, second = ProfileLock.take(tmp_path), ProfileLock.take(tmp_path / "other")
    first.release()
    second.release()


def test_a_killed_program_lets_go(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603 - our own text
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        with pytest.raises(ProfileInUseError):
            ProfileLock.take(tmp_path)
        child.kill()
    ProfileLock.take(tmp_path).release()


@pytest.mark.parametrize("code", [errno.ENOTSUP, errno.ENOLCK, errno.ENOSYS, errno.EINVAL])
def test_a_drive_without_locks_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    def refuse(_: int) -> None:
        raise OSError(code, "not supported")

    monkeypatch.setattr(profile_lock, "_lock", refuse)
    with pytest.raises(NoLocksError, match="not supported"):
        ProfileLock.take(tmp_path)


def test_a_missing_folder_is_the_system_s_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ProfileLock.take(tmp_path / "gone")
