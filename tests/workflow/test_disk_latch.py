import pytest

from mountsea_desktop.workflow.disk_latch import DISK_WAIT, DiskLatch
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault
from tests.fakes.virtual_time import VirtualClock

FULL = JournalError(JournalFault.FULL, "no space")


class Watched:
    """A disk's latch before which somebody waits, and what was to be seen of it."""

    def __init__(self) -> None:
        self.clock = VirtualClock()
        self.seen: list[str | None] = []
        """The codes it was closed with, each countdown once."""
        self._outage: object = None
        self.latch = DiskLatch(self.clock, on_change=self.look, is_awaited=lambda: True)

    def look(self) -> None:
        outage = self.latch.outage
        if outage != self._outage:
            self._outage = outage
            self.seen.append(outage.problem.code if outage is not None else None)


@pytest.fixture
def watched() -> Watched:
    return Watched()


async def test_several_that_fail_count_down_once(watched: Watched) -> None:
    watched.latch.record_failure(FULL)
    await watched.clock.sleep(3)
    watched.latch.record_failure(FULL)
    await watched.clock.sleep(DISK_WAIT - 3 + 0.1)
    assert watched.latch.passable
    assert watched.seen == [JournalFault.FULL]
    watched.latch.record_failure(FULL)
    assert not watched.latch.passable
    assert watched.seen == [JournalFault.FULL] * 2, "the countdown that begins is told of"


async def test_another_fault_takes_the_place_of_the_first(watched: Watched) -> None:
    watched.latch.record_failure(FULL)
    watched.latch.record_failure(JournalError(JournalFault.LOCKED))
    assert watched.seen == [JournalFault.FULL, JournalFault.LOCKED]


async def test_a_disk_that_does_not_answer_is_waited_for_without_a_countdown(watched: Watched) -> None:
    watched.latch.record_failure(FULL)
    watched.latch.record_silence()
    watched.latch.record_silence()
    watched.latch.record_failure(FULL)
    await watched.clock.sleep(1_000)
    assert not watched.latch.passable
    assert watched.seen == [JournalFault.FULL, JournalFault.GONE]
    watched.latch.record_success()
    assert watched.latch.passable
    assert watched.seen[-1] is None


async def test_while_it_is_retried_nobody_else_goes_ahead(watched: Watched) -> None:
    watched.latch.record_failure(FULL)
    with watched.latch.retrying():
        await watched.clock.sleep(DISK_WAIT + 1)
        assert not watched.latch.passable
        watched.latch.try_now()
        assert not watched.latch.passable
        watched.latch.record_failure(FULL)
        await watched.clock.sleep(1)
        watched.latch.record_success()
        assert watched.latch.passable


async def test_when_nobody_retries_it_any_more_others_have_to(watched: Watched) -> None:
    with watched.latch.retrying():
        watched.latch.record_failure(FULL)
        await watched.clock.sleep(DISK_WAIT + 1)
    assert not watched.latch.passable
    await watched.clock.sleep(1.1)
    assert watched.latch.passable
