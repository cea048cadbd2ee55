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
    path = tmp_path / "Über den Wolken – 海.wav"
    path.write_bytes(wav(2) + bytes(range(256)) * 9_000)
    return LocalFile.at(path)
