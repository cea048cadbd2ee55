"""What comes after a finished model: a song is made with it, and kept, whatever happens at one operation."""

from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

from mountsea_desktop.links import download
from mountsea_desktop.storage import song_files
from mountsea_desktop.workflow.charges import charge_of, is_proven_free
from mountsea_desktop.workflow.generation import Generation, GenerationState
from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.problem import JobFault
from tests.fakes import songs
from tests.faults.crashable_program import CrashableProgram
from tests.torture.counts import TortureCounts
from tests.torture.story import Story

PORTION = 64 * 1024
"""Bytes that are written at once here, so that each file takes several."""
SETTLED = 20.0
"""Real seconds, more than two hours to the job, after which what was charged must be known."""


class SongStory(Story):
    """Operations count from the finished model on."""

    def __init__(self, folder: Path, mishaps: dict[int | str, str], counts: TortureCounts) -> None:
        super().__init__(folder, mishaps, counts)
        self.orders: list[str] = []
        """Descriptions of songs that were asked for, one for each yes."""

    @asynccontextmanager
    async def _surroundings(self) -> AsyncIterator[None]:
        with patch.object(download, "PORTION", PORTION):
            yield

    def _enter(self) -> None:
        self.program._patches.enter_context(_steps_pass(self.program))

    def _next(self, name: str) -> str | None:
        if not self.operations and not self._is_there():
            return None
        return super()._next(name)

    def _is_there(self) -> bool:
        """Whether the model was finished before."""
        models = self.program.job.models() if self.program._program else []
        return any(self.program.job.state(model.id) is ModelState.READY for model in models)

    # The musician

    async def _with_the_model(self, model_id: str) -> None:
        while not self._has_a_song():
            await self.program.program.clock.sleep(self.pause)
            await self._order(model_id)
        await super()._with_the_model(model_id)

    def _has_a_song(self) -> bool:
        """Whether all that one order came to is on the disk."""
        folder = self.program.program.song_files.folder
        made = [order.songs for order in self.program.job.generations.all() if order.songs]
        return any(all(song.file and (folder / song.file).is_file() for song in songs) for songs in made)

    async def _order(self, model_id: str) -> None:
        """Have a song made, unless one is on its way; what came to nothing is ordered anew."""
        job, ended = self.program.job, {GenerationState.FAILED, GenerationState.UNCLEAR}
        if job.outage is not None and job.outage.until is None:
            job.try_now()
        orders = job.generations.all()
        for order in orders:
            if order.state not in ended:
                await self._did(job.generations.fetch_again(order.id))
        if all(order.state in ended for order in orders):
            self.orders.append(f"Song {len(self.orders) + 1}")
            balance = Decimal(str(self.gateway.mountsea.balance))
            make = job.generations.make(model_id, self.orders[-1], instrumental=False, balance=balance)
            await self._did(make)

    # The promises

    def _check(self) -> None:
        super()._check()
        self._check_orders()
        files = [song.file for order in self._orders() for song in order.songs if song.file]
        assert len(files) == len(set(files))
        whole = songs.song("made.wav", {}).body
        broken = [name for name in files if (self._folder / name).read_bytes() != whole]
        partial = list(self._folder.glob(f"{song_files.PARTIAL}*"))
        self.counts.halves_used += len(broken)
        assert not broken
        assert not partial or self.program.kills, "nothing is left behind, but by a kill"

    def _check_orders(self) -> None:
        asked = self.gateway.record.of("generate")
        made = Counter(seen.body["gpt_description_prompt"] for seen in asked if seen.body)
        double = made.total() - len(made) + len(set(made) - set(self.orders))
        unseen = set(self.gateway.mountsea.generated) - {order.description for order in self._orders()}
        self.counts.double_sends += double
        self.counts.songs_lost += len(unseen)
        assert double == 0, made
        assert len(asked) <= len(self.orders)
        assert not unseen

    async def _afterwards(self) -> None:
        """What was charged is found out, and what a kill has left behind is gone with the next start."""
        await self.program.until(self._is_settled, "every charge is known", seconds=SETTLED)
        charged = set(self.gateway.mountsea.generated)
        for order in self._orders():
            is_told = order.state is GenerationState.READY or charge_of(order.problem) == JobFault.CHARGED
            assert is_told == (order.description in charged), (order, charged)
        await self.program.close()
        await self.program.go_on()
        assert not list(self._folder.glob(f"{song_files.PARTIAL}*"))

    def _orders(self) -> list[Generation]:
        return self.program.job.generations.all()

    @property
    def _folder(self) -> Path:
        return self.program.program.song_files.folder

    def _is_settled(self) -> bool:
        problems = [order.problem for order in self._orders() if _charge_matters(order)]
        return all(it and (charge_of(it) == JobFault.CHARGED or is_proven_free(it)) for it in problems)


def _charge_matters(order: Generation) -> bool:
    """Whether it may have been charged without anything to show for it."""
    problem = order.problem
    return order.state is not GenerationState.READY and (
        problem is not None and problem.code in {JobFault.SONG_UNCLEAR, JobFault.SONG_FAILED}
    )


@contextmanager
def _steps_pass(program: CrashableProgram) -> Iterator[None]:
    """Let every step of keeping a file pass the program."""

    def passing(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        return lambda *arguments: program.operation(name, lambda: step(*arguments))

    with ExitStack() as stack:
        for name in ("_begin", "_write", "_finish", "_discard"):
            step = passing(f"song file {name[1:]}", getattr(song_files, name))
            stack.enter_context(patch.object(song_files, name, step))
        yield
