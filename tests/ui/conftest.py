"""A gateway for the window to talk to, and a collector that stays in its own thread."""

import gc
from collections.abc import AsyncIterator, Iterator

import pytest

from tests.fakes.fault_gateway import FaultGateway


@pytest.fixture(autouse=True)
def _collect_in_this_thread_only() -> Iterator[None]:
    """Each test has a loop of its own, whose timers must not be found in the thread of another's journal.

    Qt objects end in the thread they were made in. The program has one loop, which lives as long as it does.
    """
    gc.disable()
    yield
    gc.enable()


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        yield gateway
