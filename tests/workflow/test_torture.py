"""A whole run in which the n-th operation fails, or is the last before the program is killed, for every n.

`TORTURE=long` also kills and fails twice in one run.
"""

import asyncio
import itertools
import os
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping
from typing import Any

import pytest

from mountsea_desktop.gateway.errors import Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Clip
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.links.verdict import DownloadError, DownloadFault
from mountsea_desktop.workflow.generation import GenerationState
from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.ports import JournalError
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import FINAL, Song, SongState
from tests.fakes.job_harness import JobHarness, new_files, new_songs
from tests.fakes.mishaps import Fail, Kill, Mishap
from tests.fakes.scripted_gateway import lost, offline, refused
from tests.fakes.virtual_time import VirtualLoop

pytestmark = pytest.mark.one_python

LONG = os.environ.get("TORTURE") == "long"

MISHAPS: dict[str, Callable[[], Mishap]] = {
    "fails": lambda: Fail(offline()),
    "is refused": lambda: Fail(refused(Fault.INVALID)),
    "is asked for a token": lambda: Fail(refused(Fault.TOKEN_REFUSED)),
    "is told to wait": lambda: Fail(refused(Fault.BUSY, retry_after=30)),
    "gets lost": lambda: Fail(lost()),
    "gets lost on the way back": lambda: Fail(lost(), after=True),
    "is killed before": Kill,
    "is killed after": lambda: Kill(after=True),
}


def suited(operation: str, mishap: Mishap) -> Mishap:
    """The same mishap in the form an operation knows."""
    if operation.startswith("journal") and isinstance(mishap, Fail):
        return Fail(JournalError(JournalFault.FULL))
    if operation == "download" and isinstance(mishap, Fail):
        return Fail(DownloadError(DownloadFault.UNREACHABLE))
    if operation.startswith("storage") and isinstance(mishap, Fail):
        passes = isinstance(mishap.error, GatewayError) and mishap.error.fate is Fate.NOT_SENT
        fault = StorageFault.BUSY if passes else StorageFault.FULL
        return Fail(StorageError(fault), after=mishap.after)
    return mishap


class Musician:
    """Goes on until there is a model, whatever happens: presses again wherever that is offered."""

    def __init__(self, harness: JobHarness, patience: float = 0.0) -> None:
        """`patience`: how long a song may be unclear before it is sent again, in seconds."""
        self.harness = harness
        self.patience = patience
        self.attempts = 0
        self.orders = 0

    async def get_a_model(self) -> None:
        for _ in range(10):
            work = asyncio.get_running_loop().create_task(self._live())
            killed = asyncio.get_running_loop().create_task(self.harness.injector.killed.wait())
            await asyncio.wait({work, killed}, return_when=asyncio.FIRST_COMPLETED)
            killed.cancel()
            if not self.harness.injector.killed.is_set():
                return await work
            work.cancel()
            await asyncio.gather(work, return_exceptions=True)
            await self.harness.die()
        raise AssertionError("no model after all this")

    async def _live(self) -> None:
        harness = self.harness
        while not await self._do(harness.job.load()):
            pass  # the program says so and does not go on, and is started again
        harness.job.resume()
        while not (models := harness.job.models()):
            await self._do(harness.job.new_model("Night drive"))
        model_id = models[0].id
        while not harness.job.songs(model_id):
            await self._do(harness.job.add_songs(model_id, [*new_songs(3), *new_files(3)]))
        while harness.state() is not ModelState.READY:
            await harness.clock.sleep(5)
            await self._try_again(model_id)
        while not self._has_a_song():
            await harness.clock.sleep(5)
            await self._order(model_id)
        await harness.clock.sleep(10)  # what the disk did not take at first is on disk by then

    async def _try_again(self, model_id: str) -> None:
        job, harness = self.harness.job, self.harness
        if job.outage is not None and job.outage.until is None:
            job.try_now()
        long_ago = harness.clock.now() - self.patience
        ids = [song.id for song in job.songs(model_id) if song.since <= long_ago]
        await self._do(job.upload(model_id))
        await self._do(job.retry_all_failed(model_id))
        await self._do(job.send_again(ids))
        match job.state(model_id):
            case ModelState.CAN_BE_CREATED | ModelState.FAILED:
                await self._attempt(harness.create(model_id, balance=harness.gateway.balance))
            case ModelState.UNCLEAR if harness.model().attempt.since < harness.clock.now() - 400:  # type: ignore[union-attr]  # it has one by now
                await self._attempt(harness.create_again(model_id, balance=harness.gateway.balance))
            case _:
                pass

    def _has_a_song(self) -> bool:
        """Whether all that one order came to is on the disk."""
        made = [order.songs for order in self.harness.job.generations.all() if order.songs]
        return any(all(song.file for song in songs) for songs in made)

    async def _order(self, model_id: str) -> None:
        """Have a song made, unless one is on its way; what came to nothing is ordered anew."""
        job, ended = self.harness.job, {GenerationState.FAILED, GenerationState.UNCLEAR}
        if job.outage is not None and job.outage.until is None:
            job.try_now()
        orders = job.generations.all()
        for order in orders:
            if order.state not in ended:
                await self._do(job.generations.fetch_again(order.id))
        if all(order.state in ended for order in orders):
            self.orders += 1
            await self._do(job.generations.make(model_id, "the sea", instrumental=False, balance=None))

    async def _attempt(self, attempt: Coroutine[Any, Any, bool]) -> None:
        self.attempts += 1
        await self._do(attempt)

    @staticmethod
    async def _do(action: Coroutine[Any, Any, object]) -> bool:
        try:
            await action
        except JournalError:
            return False  # the musician was told, and tries again
        return True


Listing = Callable[[str, str], Clip] | None
LISTINGS: dict[str, Listing] = {
    "no song": None,
    "identifiers": lambda clip_id, _link: Clip(id=clip_id),
    "addresses": lambda clip_id, link: Clip(id=clip_id, addresses=(link,)),
}
"""What a session's status says of the songs in it."""


def run(decide: Callable[[int, str], Mishap | None], listing: Listing = None) -> list[str]:
    """One life story; the operations that were made."""

    async def story() -> list[str]:
        harness = JobHarness()
        harness.shelf.local = {new.file.path: new.file for new in new_files(3) if new.file is not None}
        count = itertools.count()
        harness.injector.decide = lambda operation: decide(next(count), operation)
        harness.gateway.lists = listing
        musician = Musician(harness, patience=0.0 if listing is None else 120.0)
        await musician.get_a_model()
        check(harness, musician)
        await harness.stop()
        return harness.injector.operations

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(story())


def check(harness: JobHarness, musician: Musician) -> None:
    creates = harness.gateway.seen("create")
    assert len(creates) <= musician.attempts
    assert len(creates) <= len(harness.disk.attempts), "no attempt is sent twice, and none without its intent"
    orders = harness.gateway.seen("generate")
    assert len(orders) <= musician.orders
    assert len(orders) <= len(harness.disk.generations), "no order is sent twice, and none without its intent"
    assert {it.id: it for it in harness.job.generations.all()} == harness.disk.generations
    files_of_songs = {song.file for it in harness.job.generations.all() for song in it.songs if song.file}
    assert files_of_songs <= harness.song_files.kept.keys(), "what is said to be here is here"
    assert harness.state() is ModelState.READY
    assert harness.gateway.most_in_flight["upload"] <= harness.parallel
    uploads = Counter(_source(str(call.arguments[1])) for call in harness.gateway.seen("upload"))
    files = {source for source in uploads if not source.startswith("https:")}
    assert files <= harness.shelf.ever, "nobody is sent to half a file"
    assert uploads <= harness.disk.sendings, "no song is sent twice, and none without its intent"
    for song in harness.songs():
        assert song.state is not SongState.UPLOADED or song.clip_id in _clips_of(harness, song), (
            "its own clip"
        )
    lost = set(harness.gateway.answered) - harness.disk.task_ids
    assert len(lost) <= harness.parallel * harness.killed, "a receipt is only lost when the program is killed"
    assert all(song.state in FINAL for song in harness.songs())
    assert {song.id: song for song in harness.songs()} == harness.disk.songs
    assert harness.model().attempt == harness.disk.attempt_of(harness.model().id)


def _source(address: str) -> str:
    """A link, or the key of the stored file that an address leads to."""
    return address.partition("?")[0].removeprefix("https://memory.example/")


def _clips_of(harness: JobHarness, song: Song) -> set[str]:
    """What came of all that was ever sent of a song: of its link, or of its file under any key."""
    file = song.file.rpartition("/")[2]
    links = [link for _, link in harness.gateway.uploads.values()]
    own = [link for link in links if link == song.link or (file and _source(link).endswith(f"/{file}"))]
    return set[str]().union(*map(harness.gateway.clips_of, own))


OPERATIONS = run(lambda _, __: None)
POSITIONS = range(len(OPERATIONS))


@pytest.mark.parametrize("name", MISHAPS)
def test_it_happens_to_any_operation(name: str) -> None:
    for position in POSITIONS:
        befall({position: name})


@pytest.mark.parametrize("listing", sorted(LISTINGS.keys() - {"no song"}))
@pytest.mark.parametrize("name", [name for name in MISHAPS if "lost" in name or "killed" in name])
def test_it_happens_where_mountsea_lists_what_it_has(name: str, listing: str) -> None:
    for position in POSITIONS[:: 1 if LONG else 3]:
        befall({position: name}, LISTINGS[listing])


@pytest.mark.parametrize("listing", sorted(LISTINGS.keys() - {"no song"}))
def test_of_two_songs_one_arrives(listing: str) -> None:
    """Nobody can tell which, unless Mountsea says."""
    uploads = [position for position in POSITIONS if OPERATIONS[position] == "gateway upload"]
    for first, second in itertools.combinations(uploads, 2):
        befall({first: "gets lost", second: "gets lost on the way back"}, LISTINGS[listing])
        befall({first: "gets lost on the way back", second: "gets lost"}, LISTINGS[listing])


@pytest.mark.parametrize("first", MISHAPS)
@pytest.mark.parametrize("second", MISHAPS)
def test_it_happens_twice(first: str, second: str) -> None:
    for position in POSITIONS if LONG else POSITIONS[len(first + second) :: 37]:
        for distance in range(1, 8) if LONG else (1,):
            befall({position: first, position + distance: second})


def befall(mishaps: Mapping[int, str], listing: Listing = None) -> None:
    def decide(position: int, operation: str) -> Mishap | None:
        return suited(operation, MISHAPS[mishaps[position]]()) if position in mishaps else None

    try:
        run(decide, listing)
    except BaseException as error:
        error.add_note(", ".join(f"operation {position}: {name}" for position, name in mishaps.items()))
        raise
