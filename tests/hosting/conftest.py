"""A real S3 server for the tests here, and a song to send."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mountsea_desktop.hosting.local_file import LocalFile
from tests.fakes.s3_server import S3Server, s3_server
from tests.links.sounds import wav


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with s3_server(tmp_path_factory.mktemp("s3") / "buckets") as server:
        yield server


@pytest.fixture
def song(tmp_path: Path) -> LocalFile:
    """A little more than one block long."""
    return _song(tmp_path, 9_000)


@pytest.fixture
def long_song(tmp_path: Path) -> LocalFile:
    """A little more than two blocks long: one more than is read ahead."""
    return _song(tmp_path, 18_000)


def _song(folder: Path, length: int) -> LocalFile:
    path = folder / "Über den Wolken – 海.wav"
    path.write_bytes(wav(2) + bytes(range(256)) * length)
    return LocalFile.at(path)
