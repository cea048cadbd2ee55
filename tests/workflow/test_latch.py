import pytest

from mountsea_desktop.gateway.errors import Fault
from mountsea_desktop.workflow.events import Remedy
from mountsea_desktop.workflow.latch import Latch
from mountsea_desktop.workflow.problem import Problem
from tests.fakes.virtual_time import VirtualClock


class Watched:
    """A latch, how often it has changed, and whether somebody wants through."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.is_awaited = True
        self.changes = 0
        self.latch = Latch(self.clock, on_change=self.count, is_awaited=lambda: self.is_awaited)

    def count(self) -> None:
        self.changes += 1

    def close(self, wait: float | None) -> None:
        self.latch.close(Problem(Fault.BUSY), Remedy.WAIT, wait)


@pytest.fixture
def watched() -> Watched:
    return Watched()


async def test_when_its_time_is_up_it_is_half_open_for_whoever_waits(watched: Watched) -> None:
    watched.close(10)
    await watched.clock.sleep(9)
    assert not watched.latch.passable
    await watched.clock.sleep(2)
    assert watched.latch.passable
    assert watched.latch.outage is not None, "nobody has been through yet"
    assert watched.changes == 2


async def test_when_nobody_waits_it_opens(watched: Watched) -> None:
    watched.is_awaited = False
    watched.close(10)
    await watched.clock.sleep(11)
    assert watched.latch.outage is None


async def test_without_a_time_it_stays_closed_until_it_is_opened(watched: Watched) -> None:
    watched.close(None)
    await watched.clock.sleep(100_000)
    assert not watched.latch.passable
    watched.latch.open()
    assert watched.latch.passable


async def test_closing_again_begins_the_wait_anew(watched: Watched) -> None:
    watched.close(10)
    await watched.clock.sleep(9)
    watched.close(10)
    await watched.clock.sleep(9)
    assert not watched.latch.passable


async def test_opening_what_is_open_changes_nothing(watched: Watched) -> None:
    watched.latch.open()
    assert (watched.changes, watched.latch.generation) == (0, 0)


async def test_it_is_tried_again_soon_when_nothing_was_found_out(watched: Watched) -> None:
    watched.close(10)
    watched.latch.try_again()
    await watched.clock.sleep(5)
    assert not watched.latch.passable, "a countdown that is under way goes on"
    await watched.clock.sleep(6)
    watched.latch.try_again()
    assert not watched.latch.passable
    await watched.clock.sleep(1.5)
    assert watched.latch.passable


async def test_it_is_calm_when_it_was_open_as_long_as_it_was_closed(watched: Watched) -> None:
    watched.close(10)
    await watched.clock.sleep(4)
    watched.latch.open()
    assert watched.latch.calm_at == pytest.approx(14)


async def test_without_its_timer_nothing_happens_by_itself(watched: Watched) -> None:
    watched.close(10)
    watched.latch.cancel_timer()
    await watched.clock.sleep(100)
    assert not watched.latch.passable
