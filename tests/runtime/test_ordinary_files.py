import os
from pathlib import Path

import pytest

from mountsea_desktop.runtime.ordinary_files import NotOrdinaryError, read_ordinary, require_ordinary


def test_a_file_is_read_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "设置 file"
    path.write_bytes(b"12345")
    require_ordinary(path, 5)
    assert read_ordinary(path, 5) == b"12345"


@pytest.mark.skipif(os.name == "nt", reason="few may make links there")
def test_a_link_leads_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"12345")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert read_ordinary(tmp_path / "link", 5) == b"12345"


def test_what_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"123456")
    with pytest.raises(NotOrdinaryError, match="more than 5 bytes"):
        read_ordinary(path, 5)
    with path.open("ab") as file:
        file.truncate(1 << 40)  # with hardly a byte on the disk
    with pytest.raises(NotOrdinaryError):
        require_ordinary(path, 1 << 20)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
def test_nothing_waits_for_a_pipe_or_reads_a_device(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path("/dev/zero")):
        with pytest.raises(NotOrdinaryError, match="not a file"):
            read_ordinary(path, 5)


def test_a_folder_is_none(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        read_ordinary(tmp_path, 5)


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="only Linux has files without a size")
def test_a_file_that_does_not_say_its_size_is_bounded_too() -> None:
    with pytest.raises(NotOrdinaryError, match="more than 5 bytes"):
        read_ordinary(Path("/proc/self/maps"), 5)


def test_what_is_missing_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_ordinary(tmp_path / "none", 5)
