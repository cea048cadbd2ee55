import os
from pathlib import Path

import pytest

from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile


def test_the_same_file_opens(tmp_path: Path) -> None:
    path = tmp_path / "song.wav"
    path.write_bytes(b"song")
    with LocalFile.at(path).open() as file:
        assert file.read() == b"song"


def test_another_one_of_the_same_name_does_not(tmp_path: Path) -> None:
    path = tmp_path / "song.wav"
    path.write_bytes(b"song")
    known = LocalFile.at(path)
    os.utime(path, ns=(0, 0))
    with pytest.raises(StorageError) as error:
        known.open()
    assert error.value.fault is StorageFault.FILE_CHANGED


@pytest.mark.parametrize("name", ["gone.wav", "nul\0.wav"])
def test_one_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(StorageError) as error:
        LocalFile.at(tmp_path / name)
    assert error.value.fault is StorageFault.FILE_GONE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "song.wav"
    path.write_bytes(b"song")
    known = LocalFile.at(path)
    path.unlink()
    os.mkfifo(path)
    for look in (known.open, lambda: LocalFile.at(path)):
        with pytest.raises(StorageError) as error:
            look()
        assert error.value.fault is StorageFault.FILE_NOT_AUDIO
