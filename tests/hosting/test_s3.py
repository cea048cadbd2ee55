"""Against a real server that checks signatures, and one that says what no healthy server does."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from email.utils import formatdate
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from mountsea_desktop.gateway.transport import TransportFactory
from mountsea_desktop.hosting.bucket import Bucket
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.hosting.s3 import S3Storage
from mountsea_desktop.runtime.facts import FactKey
from tests.fakes.network import through
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, S3Server

Answering = Callable[[bytes], bytes]


def _storage(endpoint: str, **other: object) -> S3Storage:
    asked = {"endpoint": endpoint, "name": BUCKET, "key_id": KEY_ID, "secret": SECRET, **other}
    return S3Storage(Bucket(**asked), TransportFactory(through("")))  # type: ignore[arg-type] # by name


async def _fault(storage: S3Storage, file: LocalFile, key: str = "a/b.wav") -> StorageError:
    with pytest.raises(StorageError) as error:
        await storage.put(file, key)
    assert SECRET not in error.value.details
    assert "X-Amz-Signature" not in error.value.details
    return error.value


async def _get(address: str, **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.get(address, headers=headers)


async def test_a_file_goes_into_the_bucket_and_everybody_gets_it(server: S3Server, song: LocalFile) -> None:
    storage = _storage(server.endpoint, prefix="/for mountsea/")
    told: list[int] = []
    key = await storage.new_key(song)
    await storage.put(song, key, told.append)
    assert key.startswith("for mountsea/")
    assert key.endswith("/Uber-den-Wolken.wav")
    content = Path(song.path).read_bytes()
    assert server.objects()[key].read_bytes() == content
    assert told == sorted(told)
    assert told[-1] == song.size
    address = await storage.address(key)
    assert (await _get(address)).content == content
    assert (await _get(address, Range="bytes=0-3")).content == b"RIFF"
    assert parse_qs(urlsplit(address).query)["X-Amz-Expires"] == ["86400"]
    assert (await _get(address.partition("?")[0])).is_error, "nothing is public"
    await storage.delete(key)
    await storage.delete(key)  # what is not there is gone
    assert key not in server.objects()


async def test_a_file_that_changes_on_its_way_leaves_nothing(server: S3Server, long_song: LocalFile) -> None:
    storage = _storage(server.endpoint)

    def change(_sent: int) -> None:
        Path(long_song.path).write_bytes(b"another")

    with pytest.raises(StorageError) as error:
        await storage.put(long_song, "x/half.wav", change)
    assert error.value.fault is StorageFault.FILE_CHANGED
    assert "x/half.wav" not in server.objects()


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"secret": "another"}, StorageFault.KEY_REFUSED),
        ({"key_id": "another"}, StorageFault.KEY_REFUSED),
        ({"name": "not-there"}, StorageFault.NO_BUCKET),
    ],
)
async def test_a_server_says_what_is_wrong(
    server: S3Server, song: LocalFile, wrong: dict[str, str], fault: StorageFault
) -> None:
    assert (await _fault(_storage(server.endpoint, **wrong), song)).fault is fault


def test_addresses_are_signed_without_asking_anybody() -> None:
    bucket = Bucket(endpoint="https://s3.example", name="songs", key_id=KEY_ID, secret=SECRET)
    storage = S3Storage(bucket, TransportFactory(through("")))
    address = asyncio.run(storage.address("a b/ü.wav"))
    assert address.startswith("https://songs.s3.example/a%20b/%C3%BC.wav?")
    assert SECRET not in address
    assert SECRET not in repr(bucket)


# A server with an error of its own


@contextlib.asynccontextmanager
async def answering(answer: bytes, *, reads: bool = True) -> AsyncIterator[str]:
    """A server on this computer with one answer; with `reads` it takes the whole request first."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            if reads:
                length = next(line for line in head.splitlines() if line.lower().startswith("content-length"))
                await reader.readexactly(int(length.partition(":")[2]))
            writer.write(answer)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


def _answer(status: str, body: str = "", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", body]).encode()


def _xml(code: str) -> str:
    return f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>words</Message></Error>"


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (_answer("403 Forbidden", _xml("AccessDenied")), StorageFault.NO_RIGHT),
        (_answer("403 Forbidden"), StorageFault.NO_RIGHT),
        (_answer("401 Unauthorized"), StorageFault.KEY_REFUSED),
        (_answer("404 Not Found"), StorageFault.NO_BUCKET),
        (_answer("403 Forbidden", _xml("QuotaExceeded")), StorageFault.FULL),
        (_answer("507 Insufficient Storage"), StorageFault.FULL),
        (_answer("400 Bad Request", _xml("AuthorizationHeaderMalformed")), StorageFault.WRONG_REGION),
        (_answer("301 Moved", _xml("PermanentRedirect")), StorageFault.WRONG_REGION),
        (_answer("307 Elsewhere", Location="https://elsewhere.example/"), StorageFault.WRONG_REGION),
        (_answer("413 Too Large"), StorageFault.FILE_TOO_LARGE),
        (_answer("400 Bad Request", _xml("EntityTooLarge")), StorageFault.FILE_TOO_LARGE),
        (_answer("400 Bad Request", _xml("Strange")), StorageFault.REJECTED),
        (_answer("503 Slow Down", _xml("SlowDown")), StorageFault.BUSY),
        (_answer("500 Oops"), StorageFault.BUSY),
        (_answer("429 Too Many"), StorageFault.BUSY),
        (b"", StorageFault.LOST),
        (b"HTTP/1.1 nonsense\r\n\r\n", StorageFault.LOST),
    ],
)
async def test_each_fault_is_told_apart(answer: bytes, fault: StorageFault, song: LocalFile) -> None:
    async with answering(answer) as endpoint:
        assert (await _fault(_storage(endpoint), song)).fault is fault


async def test_a_no_before_the_end_of_a_file_is_heard(tmp_path: Path) -> None:
    path = tmp_path / "large.wav"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024)
    async with answering(_answer("403 Forbidden", _xml("AccessDenied")), reads=False) as endpoint:
        fault = (await _fault(_storage(endpoint), LocalFile.at(path))).fault
    assert fault in {StorageFault.NO_RIGHT, StorageFault.LOST}  # a reset may overtake the answer


async def test_a_clock_that_is_off_is_known_by_the_servers_date(song: LocalFile) -> None:
    date = formatdate(0, usegmt=True)
    for answer in (
        _answer("403 Forbidden", _xml("RequestTimeTooSkewed"), Date=date),
        _answer("403 Forbidden", _xml("AccessDenied"), Date=date),
        _answer("403 Forbidden", _xml("SignatureDoesNotMatch"), Date=date),
    ):
        async with answering(answer) as endpoint:
            error = await _fault(_storage(endpoint), song)
        assert error.fault is StorageFault.CLOCK
        assert error.facts[FactKey.CLOCK].startswith("1970-01-01")


async def test_nobody_listens(song: LocalFile) -> None:
    async with answering(b"") as endpoint:
        pass
    assert (await _fault(_storage(endpoint), song)).fault is StorageFault.UNREACHABLE


async def test_a_line_that_falls_silent_is_given_up(song: LocalFile) -> None:
    async def silence(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(100)
        await gone.wait()
        writer.close()

    gone = asyncio.Event()
    silent = await asyncio.start_server(silence, "127.0.0.1", 0)
    async with silent:
        endpoint = f"http://127.0.0.1:{silent.sockets[0].getsockname()[1]}"
        bucket = Bucket(endpoint=endpoint, name=BUCKET, key_id=KEY_ID, secret=SECRET)
        storage = S3Storage(bucket, TransportFactory(through("")), patience=httpx.Timeout(0.2))
        assert (await _fault(storage, song)).fault is StorageFault.LOST
        gone.set()


async def test_what_is_too_large_is_not_begun(server: S3Server, tmp_path: Path) -> None:
    path = tmp_path / "huge.wav"
    with path.open("wb") as file:
        file.truncate(5 * 1024**3 + 1)
    with pytest.raises(StorageError) as error:
        await _storage(server.endpoint).new_key(LocalFile.at(path))
    assert error.value.fault is StorageFault.FILE_TOO_LARGE


async def test_cancelling_leaves_nothing(server: S3Server, song: LocalFile) -> None:
    begun = asyncio.Event()
    sending = asyncio.get_running_loop().create_task(
        _storage(server.endpoint).put(song, "c/cut.wav", lambda _sent: begun.set())
    )
    await begun.wait()
    sending.cancel()
    with pytest.raises(asyncio.CancelledError):
        await sending
    assert "c/cut.wav" not in server.objects()
