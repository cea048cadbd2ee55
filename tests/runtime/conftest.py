"""The clock's tests run in virtual time, the others in the world's."""

import asyncio
from collections.abc import Callable, Mapping

import pytest

from tests.fakes.virtual_time import VirtualLoop


def pytest_asyncio_loop_factories(
    config: pytest.Config,  # noqa: ARG001 - the hook's signature
    item: pytest.Function,
) -> Mapping[str, Callable[[], asyncio.AbstractEventLoop]]:
    """A loop that jumps from timer to timer, where it is about waiting."""
    return {"virtual": VirtualLoop} if item.path.stem == "test_clock" else {"plain": asyncio.new_event_loop}
