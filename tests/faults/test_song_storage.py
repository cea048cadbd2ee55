"""Files on a line that is slow, or to a storage that says no: the whole program, and a real server."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import msgspec
import pytest

from mountsea_desktop.hosting.audio_file import look_at
from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.storage.settings import Settings, StorageKind
from mountsea_desktop.workflow.events import FileProgress
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.fault_gateway import FaultGateway
from tests.fakes.fault_proxy import FaultProxy
from tests.fakes.s3_server import BUCKET, KEY_ID, SECRET, S3Server, s3_server
from tests.faults.crashable_program import CrashableProgram
from tests.links.sounds import wav

RATE = 6_000_000.0
"""Bytes a second on the slow line."""
SIZE = 16_000_000
"""Bytes of a file: more than the system takes in before they leave this computer."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with s3_server(tmp_path_factory.mktemp("s3") / "buckets") as server:
        yield server


@pytest.fixture
async def line(server: S3Server) -> AsyncIterator[FaultProxy]:
    async with FaultProxy(server.port) as proxy:
        yield proxy


@pytest.fixture
def settings(tmp_path: Path, line: FaultProxy) -> Settings:
    secret = tmp_path / "secret"
    secret.write_text(SECRET, "utf-8")
    return Settings(
        storage_kind=StorageKind.S3,
        storage_endpoint=line.url,
        storage_bucket=BUCKET,
        storage_prefix=tmp_path.name,
        storage_key_id=KEY_ID,
        storage_secret_file=str(secret),
    )


@pytest.fixture
async def program(
    tmp_path: Path, gateway: FaultGateway, settings: Settings
) -> AsyncIterator[CrashableProgram]:
    async with CrashableProgram(tmp_path / "profile", gateway, settings=settings) as program:
        await program.begin(0)
        yield program


def _stored(server: S3Server, song: Song) -> bytes | None:
    path = server.objects().get(song.stored_as)
    return path.read_bytes() if path is not None else None


async def _add(program: CrashableProgram, folder: Path, count: int) -> list[Path]:
    paths = [folder / f"Song {number}.wav" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_bytes(wav(1) + bytes([number]) * SIZE)
    files = [look_at(path).file for path in paths]
    new = [NewSong(link="", pasted=file.path, title=Path(file.path).stem, file=file) for file in files]
    await program.job.add_songs(program.model().id, new)
    return paths


def _progress(program: CrashableProgram) -> list[int]:
    return [event.sent for event in program.events if isinstance(event, FileProgress)]


async def test_links_pass_files_on_a_slow_line(
    program: CrashableProgram, line: FaultProxy, tmp_path: Path
) -> None:
    line.rate = RATE
    await _add(program, tmp_path, 4)
    await program.until(lambda: program.count(SongState.FILE_SENDING) == 2)
    await program.job.add_songs(program.model().id, program.new_songs(3))
    await program.until(lambda: program.count(SongState.DRAFT, SongState.CHECKING) == 0)
    await program.job.try_anyway([song.id for song in program.songs() if song.link])
    await program.job.upload(program.model().id)
    await program.until(lambda: program.count(SongState.UPLOADED) == 3)
    assert program.count(SongState.FILE_SENDING) == 2, "the first files are still on their way"
    assert program.count(SongState.FILE_WAITING) == 2
    line.rate = 0
    await program.until(lambda: program.count(SongState.UPLOADED) == 7)
    assert line.most_at_once <= 4, "two files, and two that are checked"


async def test_how_far_a_file_is_on_a_slow_line_is_told_as_it_goes(
    program: CrashableProgram, line: FaultProxy, server: S3Server, tmp_path: Path
) -> None:
    line.rate = RATE
    (path,) = await _add(program, tmp_path, 1)
    await program.until(lambda: program.count(SongState.READY) == 1)
    told = _progress(program)
    size = path.stat().st_size
    assert told == sorted(told)
    assert told[-1] == size
    assert len(told) >= 3
    (song,) = program.songs()
    assert _stored(server, song) == path.read_bytes()


async def test_a_file_is_paused_on_a_slow_line_and_sent_whole_later(
    program: CrashableProgram, line: FaultProxy, server: S3Server, tmp_path: Path
) -> None:
    line.rate = RATE
    (path,) = await _add(program, tmp_path, 1)
    await program.until(lambda: _progress(program))
    (song,) = program.songs()
    await program.job.pause_files([song.id])
    await program.until(lambda: line.at_once == 0, "the line is given up")
    assert program.count(SongState.FILE_PAUSED) == 1
    assert _stored(server, song) is None
    await program.restart()
    await program.pass_time()
    assert program.count(SongState.FILE_PAUSED) == 1
    assert line.at_once == 0, "it stays paused"
    line.rate = 0
    await program.job.resume_files([song.id])
    await program.until(lambda: program.count(SongState.READY) == 1)
    (song,) = program.songs()
    assert _stored(server, song) == path.read_bytes()


async def test_a_wrong_secret_is_told_though_a_large_file_is_cut_off(
    program: CrashableProgram, settings: Settings, tmp_path: Path
) -> None:
    """The server answers after the first bytes and closes; a reset overtakes its answer."""
    wrong = tmp_path / "wrong"
    wrong.write_text("another", "utf-8")
    program.program.song_storage.use(msgspec.structs.replace(settings, storage_secret_file=str(wrong)))
    await _add(program, tmp_path, 1)
    await program.until(lambda: program.count(SongState.NEEDS_ATTENTION) == 1)
    (song,) = program.songs()
    assert song.problem is not None
    assert song.problem.code is StorageFault.KEY_REFUSED
