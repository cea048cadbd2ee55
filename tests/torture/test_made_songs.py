"""Something happens while a song is made with a finished model, and kept.

`TORTURE=long` lets every mishap happen to every operation; otherwise a sample.
"""

from pathlib import Path

import pytest

from tests.torture.conftest import LONG
from tests.torture.counts import TortureCounts
from tests.torture.song_story import SongStory
from tests.torture.story import MISHAPS, THOROUGH

pytestmark = [
    pytest.mark.timeout(900),
    # asyncio's server loses a connection that it accepts in the very moment it is closed, as in an outage.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
OPERATIONS = 50
"""As many as there are, about: they differ by some from run to run."""
WHERE_IT_HURTS = "gateway generate"
REQUESTS = [f"gateway {name}" for name in ("song", "song 2", "status", "status 2", "status 3")]


@pytest.mark.parametrize("name", MISHAPS)
async def test_it_happens_to_any_operation(tmp_path: Path, counts: TortureCounts, name: str) -> None:
    operations: list[int | str] = [WHERE_IT_HURTS, REQUESTS[MISHAPS.index(name) % len(REQUESTS)]]
    if LONG:
        operations = [*range(OPERATIONS)] if name in THOROUGH else [WHERE_IT_HURTS, *REQUESTS]
    for operation in operations:
        story = SongStory(tmp_path / str(operation), {operation: name}, counts)
        try:
            await story.run()
        except BaseException as error:
            error.add_note(f"operation {operation}: {name}; {story.operations}")
            raise
