"""A house for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.fault_gateway import FaultGateway
from tests.faults.house import House


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
        yield gateway


@pytest.fixture
async def house(tmp_path: Path, gateway: FaultGateway) -> AsyncIterator[House]:
    async with House(tmp_path / "profile", gateway) as house:
        yield house
    assert gateway.violations == []
    assert house.leaks == house.files_with_token() == []
