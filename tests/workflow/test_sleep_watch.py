import asyncio

import pytest

from mountsea_desktop.workflow.sleep_watch import SleepWatch
from tests.fakes.virtual_time import VirtualClock


class Sleeper:
    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.woken = 0
        self.watch = SleepWatch(self.clock, self.wake)

    async def wake(self) -> None:
        self.woken += 1


@pytest.fixture
def sleeper() -> Sleeper:
    return Sleeper()


async def test_a_rest_lasts_as_long_as_asked(sleeper: Sleeper) -> None:
    await sleeper.watch.rest(7)
    assert sleeper.clock.monotonic() == pytest.approx(7)
    assert sleeper.woken == 0


async def test_ending_rests_ends_all_rests_and_no_later_one(sleeper: Sleeper) -> None:
    rests = asyncio.gather(*(sleeper.watch.rest(100) for _ in range(3)))
    await sleeper.clock.sleep(1)
    sleeper.watch.end_rests()
    await rests
    assert sleeper.clock.monotonic() == pytest.approx(1)
    await sleeper.watch.rest(5)
    assert sleeper.clock.monotonic() == pytest.approx(6)


async def test_when_the_computer_slept_it_is_told_once_and_all_ask_at_once(sleeper: Sleeper) -> None:
    rests = [asyncio.gather(sleeper.watch.rest(seconds)) for seconds in (3, 4, 500)]
    await sleeper.clock.sleep(1)
    sleeper.clock.set_forward = 3_600
    await asyncio.gather(*rests)
    assert sleeper.clock.monotonic() == pytest.approx(3)
    assert sleeper.woken == 1


async def test_a_clock_set_back_is_no_sleep(sleeper: Sleeper) -> None:
    rest = asyncio.gather(sleeper.watch.rest(3))
    await sleeper.clock.sleep(1)
    sleeper.clock.set_forward = -7_200
    await rest
    assert sleeper.clock.monotonic() == pytest.approx(3)
    assert sleeper.woken == 0
