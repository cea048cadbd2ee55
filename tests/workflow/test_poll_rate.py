import asyncio
import itertools

import pytest

from mountsea_desktop.workflow.poll_rate import MAX_POLLS_PER_SECOND, PollRate, poll_intervals
from tests.fakes.virtual_time import VirtualClock


def test_questions_about_one_task_become_rarer() -> None:
    gaps = list(itertools.islice(poll_intervals(), 12))
    assert gaps == [2, 2.5, 3, 3.5, 4, 4.5, 5, 5, 5, 5, 5, 5]
    assert sum(1 for at in itertools.accumulate(gaps) if at <= 45) <= 12


async def test_all_together_ask_evenly_and_in_order() -> None:
    clock = VirtualClock()
    rate = PollRate(clock)
    asked: list[tuple[int, float]] = []

    async def ask(number: int) -> None:
        await rate.throttle()
        asked.append((number, clock.monotonic()))

    await asyncio.gather(*map(ask, range(20)))
    assert [number for number, _ in asked] == list(range(20))
    gaps = [later - earlier for (_, earlier), (_, later) in itertools.pairwise(asked)]
    assert min(gaps) == pytest.approx(1 / MAX_POLLS_PER_SECOND)
