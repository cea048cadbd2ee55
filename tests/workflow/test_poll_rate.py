import asyncio
import itertools

import pytest

from mountsea_desktop.workflow.poll_rate import MOST_QUESTIONS_A_SECOND, Pace, waits
from tests.fakes.virtual_time import VirtualClock


class Sleeper:
    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.woken = 0
        self.pace = Pace(self.clock, self.wake)

    async def wake(self) -> None:
        self.woken += 1


@pytest.fixture
def sleeper() -> Sleeper:
    return Sleeper()


def test_questions_about_one_task_become_rarer() -> None:
    gaps = list(itertools.islice(waits(), 12))
    assert gaps == [2, 2.5, 3, 3.5, 4, 4.5, 5, 5, 5, 5, 5, 5]
    assert sum(1 for at in itertools.accumulate(gaps) if at <= 45) <= 12


async def test_a_rest_lasts_as_long_as_asked(sleeper: Sleeper) -> None:
    await sleeper.pace.rest(7)
    assert sleeper.clock.monotonic() == pytest.approx(7)
    assert sleeper.woken == 0


async def test_hurry_ends_all_rests_and_no_later_one(sleeper: Sleeper) -> None:
    rests = asyncio.gather(*(sleeper.pace.rest(100) for _ in range(3)))
    await sleeper.clock.sleep(1)
    sleeper.pace.hurry()
    await rests
    assert sleeper.clock.monotonic() == pytest.approx(1)
    await sleeper.pace.rest(5)
    assert sleeper.clock.monotonic() == pytest.approx(6)


async def test_all_together_ask_evenly_and_in_order(sleeper: Sleeper) -> None:
    asked: list[tuple[int, float]] = []

    async def ask(number: int) -> None:
        await sleeper.pace.turn()
        asked.append((number, sleeper.clock.monotonic()))

    await asyncio.gather(*map(ask, range(20)))
    assert [number for number, _ in asked] == list(range(20))
    gaps = [later - earlier for (_, earlier), (_, later) in itertools.pairwise(asked)]
    assert min(gaps) == pytest.approx(1 / MOST_QUESTIONS_A_SECOND)


async def test_when_the_computer_slept_it_is_told_once_and_all_ask_at_once(sleeper: Sleeper) -> None:
    rests = [asyncio.gather(sleeper.pace.rest(seconds)) for seconds in (3, 4, 500)]
    await sleeper.clock.sleep(1)
    sleeper.clock.set_forward = 3_600
    await asyncio.gather(*rests)
    assert sleeper.clock.monotonic() == pytest.approx(3)
    assert sleeper.woken == 1


async def test_a_clock_set_back_is_no_sleep(sleeper: Sleeper) -> None:
    rest = asyncio.gather(sleeper.pace.rest(3))
    await sleeper.clock.sleep(1)
    sleeper.clock.set_forward = -7_200
    await rest
    assert sleeper.clock.monotonic() == pytest.approx(3)
    assert sleeper.woken == 0
