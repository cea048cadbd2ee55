import re
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.hosting.s3 import S3Storage
from mountsea_desktop.links.check import LinkChecker
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.practice.storage import PRACTICE_BUCKET
from mountsea_desktop.practice.transport import PracticeTransport
from mountsea_desktop.runtime.clock import Clock
from tests.links.sounds import wav


@pytest.fixture
def transport() -> PracticeTransport:
    return PracticeTransport(Clock(100))


async def test_a_dropped_file_can_be_practised_with(tmp_path: Path, transport: PracticeTransport) -> None:
    path = tmp_path / "song.wav"
    path.write_bytes(wav(2) + bytes(600_000))
    storage = S3Storage(PRACTICE_BUCKET, TransportFactory(), transport=transport)
    file = LocalFile.at(path)
    key = await storage.new_key(file)
    told: list[int] = []
    await storage.put(file, key, told.append)
    assert told[-1] == file.size
    address = await storage.address(key)
    checked = await LinkChecker(transport).check(address)
    assert checked.verdict is Verdict.AUDIO
    assert checked.size == file.size
    await storage.delete(key)
    assert (await LinkChecker(transport).check(address)).verdict is Verdict.NOT_THERE
    assert transport.state.requests["storage"] == 4


async def test_it_keeps_only_a_beginning(transport: PracticeTransport) -> None:
    address = f"{PRACTICE_BUCKET.base}/a/b.wav"
    await transport.handle_async_request(httpx.Request("PUT", address, content=_pieces()))
    answer = await transport.handle_async_request(httpx.Request("GET", address))
    body = await answer.aread()
    assert len(body) == 65_536
    assert re.fullmatch(r"bytes 0-65535/1048576", answer.headers["content-range"])


async def _pieces() -> AsyncIterator[bytes]:
    for _ in range(4):
        yield bytes(262_144)
