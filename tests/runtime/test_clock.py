import asyncio
import time

import pytest

from mountsea_desktop.runtime.clock import Clock
from tests.fakes.virtual_time import VirtualClock


@pytest.mark.parametrize("speed", [1.0, 10.0])
async def test_waits_take_the_clocks_seconds(speed: float) -> None:
    clock = Clock(speed)
    loop = asyncio.get_running_loop()
    await clock.sleep(20)
    assert loop.time() == pytest.approx(20 / speed)
    await clock.wait(asyncio.Event(), 20)
    assert loop.time() == pytest.approx(40 / speed)
    called = asyncio.Event()
    clock.later(20, called.set)
    await called.wait()
    assert loop.time() == pytest.approx(60 / speed)


async def test_negative_waits_are_none() -> None:
    clock = VirtualClock()
    await clock.sleep(-5)
    await clock.wait(asyncio.Event(), -5)
    assert clock.monotonic() == 0


async def test_a_wait_ends_with_its_event() -> None:
    clock = VirtualClock()
    event = asyncio.Event()
    clock.later(3, event.set)
    await clock.wait(event, 100)
    assert clock.monotonic() == pytest.approx(3)


async def test_a_cancelled_timer_is_silent() -> None:
    clock = VirtualClock()
    event = asyncio.Event()
    clock.later(3, event.set).cancel()
    await clock.sleep(10)
    assert not event.is_set()


def test_it_shows_unix_time_and_a_faster_monotonic_one() -> None:
    clock = Clock(speed=1_000)
    assert clock.now() == pytest.approx(time.time(), abs=60)
    before = clock.monotonic()
    assert before == pytest.approx(time.monotonic() * 1_000, rel=0.01)
    assert clock.monotonic() >= before
