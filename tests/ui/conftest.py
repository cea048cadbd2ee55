"""A gateway for the window to talk to."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.fault_gateway import FaultGateway


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        yield gateway
