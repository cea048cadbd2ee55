"""Something happens to the n-th operation of a whole run, on a real file and a real socket, for every n.

`TORTURE=long` takes every n for every mishap, and two mishaps in one run; otherwise a sample.
"""

import random
from pathlib import Path

import pytest

from tests.torture.conftest import LONG
from tests.torture.story import KILLS, MISHAPS, Story, count_operations
from tests.torture.tally import Tally

pytestmark = pytest.mark.timeout(900)


async def torture(folder: Path, tally: Tally, mishaps: dict[int, str], number: int) -> None:
    story = Story(folder / str(number), mishaps, tally)
    try:
        await story.run()
    except BaseException as error:
        for place, name in mishaps.items():
            what = story.operations[place] if place < len(story.operations) else "never reached"
            error.add_note(f"operation {place} ({what}): {name}")
        raise


@pytest.mark.parametrize("name", MISHAPS)
async def test_it_happens_to_any_operation(tmp_path: Path, tally: Tally, name: str) -> None:
    places = range(await count_operations(tmp_path / "usual"))
    step = 1 if LONG and name in KILLS else 2 if LONG else 37
    for number, place in enumerate(places[MISHAPS.index(name) % step :: step]):
        await torture(tmp_path, tally, {place: name}, number)


async def test_it_happens_twice(tmp_path: Path, tally: Tally) -> None:
    chance = random.Random(7)  # noqa: S311 - the same ones each time
    count = await count_operations(tmp_path / "usual")
    for number in range(120 if LONG else 8):
        first = chance.randrange(count)
        second = first + chance.randrange(1, 40)
        mishaps = {first: chance.choice(MISHAPS), second: chance.choice(MISHAPS)}
        await torture(tmp_path, tally, mishaps, number)
