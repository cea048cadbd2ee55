"""Thousands of songs through one program, and many stops in the middle: nothing grows.

`TORTURE=long` takes some thousand songs, otherwise some hundred.
"""

import asyncio
import gc
import os
import threading
import tracemalloc
from collections.abc import AsyncIterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from mountsea_desktop.workflow.model import Outcome
from mountsea_desktop.workflow.song import SongState
from tests.fakes import faults
from tests.fakes.fault_gateway import FaultGateway
from tests.faults.crashable_program import HASTY, CrashableProgram
from tests.torture.conftest import LONG
from tests.torture.counts import TortureCounts

pytestmark = pytest.mark.timeout(900)

ROUNDS = 40 if LONG else 2
SONGS = 100 if LONG else 50
WARM_UP = 2
STOPS = 60 if LONG else 8


@pytest.fixture
async def gateway() -> AsyncIterator[FaultGateway]:
    async with FaultGateway() as gateway:
        gateway.mountsea.upload_path = gateway.mountsea.training_path = ("running", "success")
        yield gateway


def weight() -> dict[str, int]:
    """What may not grow."""
    gc.collect()
    return {
        "files": len(os.listdir("/proc/self/fd")) if Path("/proc/self/fd").is_dir() else 0,  # noqa: PTH208 - names are enough
        "threads": threading.active_count(),
        "tasks": len(asyncio.all_tasks()),
    }


async def a_model(program: CrashableProgram, songs: int) -> None:
    """A further model of so many songs, from links to its identifier; then its songs are forgotten."""
    job = program.job
    model = await job.new_model("Night drive")
    await job.add_songs(model.id, program.new_songs(songs))
    await job.upload(model.id)
    await program.until(
        lambda: all(song.state is SongState.UPLOADED for song in job.songs(model.id)), seconds=120
    )
    assert await program.create(model.id, balance=1_000.0)

    def trained() -> bool:
        attempt = job.model(model.id).attempt
        return attempt is not None and attempt.outcome is Outcome.READY

    await program.until(trained)


async def test_nothing_grows_with_the_songs(
    tmp_path: Path, gateway: FaultGateway, counts: TortureCounts
) -> None:
    gateway.mountsea.balance = 1_000_000
    async with CrashableProgram(tmp_path / "p", gateway, speed=4_000, parallel=16) as program:
        await program.begin(1)
        before: dict[str, int] = {}
        memory: list[int] = []
        for number in range(WARM_UP + ROUNDS):
            if number == WARM_UP:
                before = weight()
                tracemalloc.start()
                memory.append(tracemalloc.get_traced_memory()[0])
            await a_model(program, SONGS)
            program.events.clear()
            program.receipts.clear()
            gateway.record.all.clear()
            gateway.mountsea.tasks.clear()
            gateway.mountsea.sessions.clear()
            gateway.mountsea.history.items.clear()
            if tracemalloc.is_tracing():
                gc.collect()
                memory.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
        # What leaks does so in every round; a table of the interpreter's that doubles once is no leak.
        grown = min(after - before for before, after in pairwise(memory))
        await program.until(lambda: len(program.program.tasks) == 0, "the end of all tasks")
        after = weight()
        assert gateway.open_connections <= 8
        assert {key: after[key] - before[key] for key in after if after[key] > before[key] + 8} == {}
        assert grown < SONGS * 4_000, f"{grown / SONGS:.0f} bytes a song"
    counts.creates_sent += WARM_UP + ROUNDS
    counts.confirmed_attempts += WARM_UP + ROUNDS
    assert gateway.violations == []


async def test_stopped_in_the_middle_and_gone_on(tmp_path: Path, gateway: FaultGateway) -> None:
    async with CrashableProgram(tmp_path / "p", gateway, parallel=6) as program:
        gateway.mountsea.upload_path = ("running",)
        model_id = await program.begin(12)
        await program.job.upload(model_id)
        await program.until(lambda: program.count(SongState.ACCEPTED) == 12)
        before = weight()
        for number in range(STOPS):
            gateway.on("status").next(*[faults.Hang()] * 8)  # every connection there may be
            await gateway.hangs(8)
            await (program.close() if number % 2 else program.kill())
            await program.go_on()
            gateway.release()
        gateway.mountsea.finish_uploads()
        await program.until(lambda: program.count(SongState.UPLOADED) == 12)
        after = weight()
        assert {key: (before[key], after[key]) for key in after if after[key] > before[key] + 8} == {}
        assert gateway.open_connections <= 8
    assert len(gateway.record.uploads) == 12


async def test_connections_that_are_given_up_are_not_lost(tmp_path: Path, gateway: FaultGateway) -> None:
    """A request that takes too long as a whole is cancelled inside; the pool of reads must survive that."""
    async with CrashableProgram(tmp_path / "p", gateway, patience=HASTY) as program:
        model_id = await program.begin(12)
        slow: Any = SlowHead()
        gateway.on("status").next(*[slow] * 12)  # more often than there are connections
        await program.job.upload(model_id)
        await program.until(lambda: program.count(SongState.UPLOADED) == 12)
    assert len(gateway.record.uploads) == 12


class SlowHead(faults.Play, frozen=True):
    """The head of an answer, byte by byte, for ever."""

    async def play(self, wire: faults.Wire) -> None:
        await wire.read_body()
        await wire.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            await wire.write(b"X-A: b\r\n")
            await asyncio.sleep(0.05)
