"""These tests run in virtual time: an hour takes as long as what happens in it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping

import pytest

from tests.fakes.job_harness import JobHarness
from tests.fakes.virtual_time import VirtualLoop


def pytest_asyncio_loop_factories() -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """A loop that jumps from timer to timer."""
    return {"virtual": VirtualLoop}


@pytest.fixture
async def harness() -> AsyncIterator[JobHarness]:
    harness = JobHarness()
    yield harness
    await harness.stop()


@pytest.fixture
async def model_id(harness: JobHarness) -> str:
    """A model that can be created."""
    return await harness.uploaded()
