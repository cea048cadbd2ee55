"""Something happens to the n-th operation of a whole run, on a real file and a real socket.

`TORTURE=long` takes every n for a failure, a hang and a kill, every other n for each further fault of the
network, and two mishaps in one run; otherwise a sample.
"""

import random
from pathlib import Path

import pytest

from tests.torture.conftest import LONG
from tests.torture.counts import TortureCounts
from tests.torture.story import MISHAPS, THOROUGH, Story, count_operations

pytestmark = [
    pytest.mark.timeout(900),
    # asyncio's server loses a connection that it accepts in the very moment it is closed, as in an outage.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


async def torture(folder: Path, counts: TortureCounts, mishaps: dict[int | str, str], number: int) -> None:
    story = Story(folder / str(number), mishaps, counts)
    try:
        await story.run()
    except BaseException as error:
        for operation, name in mishaps.items():
            reached = isinstance(operation, int) and operation < len(story.operations)
            error.add_note(
                f"operation {operation} {story.operations[int(operation)] if reached else ''}: {name}"
            )
        raise


WHERE_IT_HURTS = (
    "gateway create",
    "gateway song",
    "gateway upload",
    "gateway prepare",
    "gateway status",
    "journal INSERT INTO presses",
    "keyring set",
)


@pytest.mark.parametrize("name", MISHAPS)
async def test_it_happens_where_it_hurts(tmp_path: Path, counts: TortureCounts, name: str) -> None:
    for number, operation in enumerate(WHERE_IT_HURTS):
        await torture(tmp_path, counts, {operation: name}, number)


@pytest.mark.parametrize("name", MISHAPS)
async def test_it_happens_to_any_operation(tmp_path: Path, counts: TortureCounts, name: str) -> None:
    operations = range(await count_operations(tmp_path / "usual"))
    step = 1 if LONG and name in THOROUGH else 2 if LONG else 61
    for number, operation in enumerate(operations[MISHAPS.index(name) % step :: step]):
        await torture(tmp_path, counts, {operation: name}, number)


async def test_it_happens_twice(tmp_path: Path, counts: TortureCounts) -> None:
    chance = random.Random(7)  # noqa: S311 - the same ones each time
    count = await count_operations(tmp_path / "usual")
    for number in range(120 if LONG else 8):
        first = chance.randrange(count)
        second = first + chance.randrange(1, 40)
        mishaps: dict[int | str, str] = {first: chance.choice(MISHAPS), second: chance.choice(MISHAPS)}
        await torture(tmp_path, counts, mishaps, number)
