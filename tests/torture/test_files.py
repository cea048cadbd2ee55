"""Something happens to files on their way: to a bucket of a real server, and to a web folder.

`TORTURE=long` lets every mishap happen to every operation of the storage, and kills at others, too; otherwise
a sample.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.s3_server import S3Server, s3_server
from tests.fakes.web_server import web_server
from tests.torture.conftest import LONG
from tests.torture.counts import TortureCounts
from tests.torture.file_story import FILE_MISHAPS, Bucket, FileStory, Folder, Storage
from tests.torture.story import KILLS, SONGS, THOROUGH

pytestmark = [
    pytest.mark.timeout(900),
    # asyncio's server loses a connection that it accepts in the very moment it is closed, as in an outage.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
NUMBERS = range(1, SONGS + 1)
READS = range(1, 3 * SONGS + 1)
REQUESTS = [f"storage {method} {number}" for number in NUMBERS for method in ("PUT", "GET", "DELETE")]
STEPS = [f"folder {step} {number}" for number in NUMBERS for step in ("begin", "finish", "remove")]
WRITES = [f"folder write {number}" for number in READS]
LOOKS = [f"file read {number}" for number in READS]
EVERYWHERE = range(0, 400, 5)
"""Of the operations of a whole story, where it is killed, too."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[S3Server]:
    with s3_server(tmp_path_factory.mktemp("s3") / "buckets") as server:
        yield server


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    root = tmp_path_factory.mktemp("www")
    with web_server(root) as url:
        yield int(url.rpartition(":")[2]), root


Mishaps = dict[int | str, str]


async def torture(folder: Path, storage: Storage, mishaps: Mishaps, counts: TortureCounts) -> None:
    story = FileStory(folder, mishaps, counts, storage)
    try:
        await story.run()
    except BaseException as error:
        error.add_note(f"{mishaps}, of which {story.befallen} happened")
        raise


def sample(name: str, operations: list[str]) -> list[str]:
    """All of them in the long form, otherwise one, another for each mishap."""
    position = FILE_MISHAPS.index(name)
    return operations if LONG else [operations[position * 5 % len(operations)]]


@pytest.mark.parametrize("name", FILE_MISHAPS)
async def test_it_happens_to_a_request_to_the_bucket(
    tmp_path: Path, counts: TortureCounts, server: S3Server, name: str
) -> None:
    operations = [*REQUESTS, *LOOKS] if LONG and name in THOROUGH else REQUESTS
    for operation in sample(name, operations):
        storage = Bucket(server.port, server.folder, tmp_path / "secret")
        await torture(tmp_path / operation, storage, {operation: name}, counts)


@pytest.mark.parametrize("name", FILE_MISHAPS)
async def test_it_happens_on_the_way_to_what_the_web_folder_shows(
    tmp_path: Path, counts: TortureCounts, web: tuple[int, Path], name: str
) -> None:
    for number in NUMBERS if LONG else NUMBERS[:1]:
        await torture(tmp_path / str(number), Folder(*web), {f"storage GET {number}": name}, counts)


@pytest.mark.parametrize("name", THOROUGH)
async def test_it_happens_to_a_step_in_the_web_folder(
    tmp_path: Path, counts: TortureCounts, web: tuple[int, Path], name: str
) -> None:
    for operation in [*STEPS, *WRITES, *LOOKS] if LONG else [STEPS[0], WRITES[1], STEPS[4], STEPS[5]]:
        await torture(tmp_path / operation, Folder(*web), {operation: name}, counts)


@pytest.mark.parametrize("name", KILLS)
@pytest.mark.parametrize("kind", ["bucket", "folder"])
async def test_it_is_killed_anywhere(
    tmp_path: Path, counts: TortureCounts, server: S3Server, web: tuple[int, Path], kind: str, name: str
) -> None:
    for position in EVERYWHERE if LONG else EVERYWHERE[KILLS.index(name) + 30 :: 40]:
        storage: Storage = Folder(*web)
        if kind == "bucket":
            storage = Bucket(server.port, server.folder, tmp_path / "secret")
        await torture(tmp_path / str(position), storage, {position: name}, counts)


async def test_it_happens_twice(tmp_path: Path, counts: TortureCounts, server: S3Server) -> None:
    """The first of them: what is there and need not be cannot be taken out, either."""
    chance = random.Random(7)  # noqa: S311 - the same ones each time
    pairs: list[Mishaps] = [{"storage PUT 1": "reset after", "storage DELETE 1": "server error"}]
    for _ in range(60 if LONG else 2):
        first, second = chance.sample(REQUESTS, 2)
        pairs.append({first: chance.choice(FILE_MISHAPS), second: chance.choice(FILE_MISHAPS)})
    for number, mishaps in enumerate(pairs):
        storage = Bucket(server.port, server.folder, tmp_path / "secret")
        await torture(tmp_path / str(number), storage, mishaps, counts)
