"""A whole job on fakes, in virtual time; it can be killed and started again on the same disk."""

from collections.abc import Callable
from decimal import Decimal

from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.events import (
    Event,
    GenerationSaved,
    ModelSaved,
    Outage,
    OutageChanged,
    SongSaved,
)
from mountsea_desktop.workflow.generation import Generation, GenerationState
from mountsea_desktop.workflow.job import Job
from mountsea_desktop.workflow.model import Model, ModelState
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.song import Song, SongState
from tests.fakes.confirming import confirmed, unclear
from tests.fakes.made_songs import MemorySongFiles, ScriptedDownloader
from tests.fakes.memory_journal import Disk, MemoryJournal
from tests.fakes.memory_storage import MemoryStorage, Shelf
from tests.fakes.mishaps import FaultInjector
from tests.fakes.scripted_checker import ScriptedChecker
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.fakes.virtual_time import VirtualClock

LINK = "https://songs.example/{}.wav"
FILE = "/music/{}.wav"


def new_songs(count: int, first: int = 1) -> list[NewSong]:
    """Links that lead to songs."""
    links = [LINK.format(number) for number in range(first, first + count)]
    return [NewSong(link=link, pasted=link, title=link[-6:]) for link in links]


def new_files(count: int) -> list[NewSong]:
    """Files that are songs."""
    files = [LocalFile(FILE.format(number), 4_000_000, number) for number in range(1, count + 1)]
    return [
        NewSong(link="", pasted=file.path, title=file.path, has_own_title=True, file=file) for file in files
    ]


class JobHarness:
    """The parts, and what observers were told."""

    def __init__(self, parallel: int = 3) -> None:
        self.parallel = parallel
        self.clock = VirtualClock()
        self.injector = FaultInjector()
        self.disk = Disk()
        self.gateway = ScriptedGateway(self.clock, self.injector)
        self.checker = ScriptedChecker(self.clock)
        self.shelf = Shelf()
        self.downloader = ScriptedDownloader(self.clock, self.injector)
        self.song_files = MemorySongFiles(self.injector)
        self.events: list[Event] = []
        self.killed = 0
        """How often the program was killed."""
        self._assemble()

    def _assemble(self) -> None:
        self.errors: list[BaseException] = []
        self.tasks = Tasks(lambda _, error: self.errors.append(error))
        self.journal = MemoryJournal(self.disk, self.injector)
        self.storage = MemoryStorage(self.clock, self.injector, self.shelf)
        self.job = Job(
            journal=self.journal,
            gateway=self.gateway,
            checker=self.checker,
            storage=self.storage,
            downloader=self.downloader,
            song_files=self.song_files,
            clock=self.clock,
            tasks=self.tasks,
            listener=self._listen,
            parallel=self.parallel,
        )

    def _listen(self, event: Event) -> None:
        self.events.append(event)
        if self.injector.killed.is_set() or self.job.outage is not None:
            return
        if isinstance(event, SongSaved) and event.song.state is not SongState.CHECKING:
            assert self.disk.songs[event.song.id] == event.song, "what is shown is on disk"
        if isinstance(event, GenerationSaved):
            assert self.disk.generations[event.generation.id] == event.generation, "what is shown is on disk"
        if isinstance(event, ModelSaved) and event.model.attempt is not None:
            assert self.disk.attempts[event.model.attempt.id] == event.model.attempt, (
                "what is shown is on disk"
            )

    # What a person does

    async def begin(self, songs: int = 6) -> str:
        """A model with that many checked songs; its id."""
        model = await self.job.new_model("Night drive")
        await self.job.add_songs(model.id, new_songs(songs))
        await self.until(lambda: self.count(SongState.READY) == songs)
        return model.id

    async def uploaded(self, songs: int = 6) -> str:
        """A model whose songs are all uploaded; its id."""
        model_id = await self.begin(songs)
        await self.job.upload(model_id)
        await self.until(lambda: self.count(SongState.UPLOADED) == songs)
        return model_id

    async def create(self, model_id: str, *, balance: Decimal | float | None) -> bool:
        """Say yes to all songs there are now."""
        return await self.job.create(model_id, **confirmed(self.job, model_id, balance))

    async def create_again(self, model_id: str, *, balance: Decimal | float | None) -> bool:
        """Say yes twice to all songs there are now."""
        return await self.job.create_again(
            model_id, **confirmed(self.job, model_id, balance), accepted=unclear(self.job, model_id)
        )

    async def trained(self) -> str:
        """A finished model; its id."""
        model_id = await self.uploaded()
        assert await self.create(model_id, balance=500)
        await self.until(lambda: self.state() is ModelState.READY)
        return model_id

    async def make_song(self, *, balance: Decimal | float | None = 390) -> bool:
        """Say yes to a song made with the only model."""
        return await self.job.generations.make(
            self.model().id,
            "a song about the sea",
            instrumental=False,
            balance=None if balance is None else Decimal(str(balance)),
        )

    def generation(self) -> Generation:
        """The only order for songs."""
        (generation,) = self.job.generations.all()
        return generation

    async def until_song(self, state: GenerationState) -> Generation:
        """Let time pass until the only order for songs stands there."""
        await self.until(lambda: self.generation().state is state)
        return self.generation()

    async def restart(self) -> None:
        """Kill the program unless that has happened, and start it again on the same disk."""
        await self.die()
        await self.job.load()
        self.job.resume()

    async def die(self) -> None:
        """Kill the program unless that has happened; a new one is there, which has not read the disk yet."""
        self.killed += 1
        self.injector.killed.set()
        await self.stop()
        self.injector.killed.clear()
        self._assemble()

    async def stop(self) -> None:
        """End everything; a failed task is told of."""
        await self.tasks.stop()
        assert not self.errors, self.errors

    # What there is

    def songs(self) -> list[Song]:
        """The songs of all models."""
        return [song for model in self.job.models() for song in self.job.songs(model.id)]

    def states(self) -> list[SongState]:
        """Where each song stands."""
        return [song.state for song in self.songs()]

    def count(self, state: SongState) -> int:
        """How many songs are in that state."""
        return self.states().count(state)

    def model(self) -> Model:
        """The only model."""
        (model,) = self.job.models()
        return model

    def state(self) -> ModelState:
        """Where the only model stands."""
        return self.job.state(self.model().id)

    def outages(self) -> list[Outage | None]:
        """The notices that were shown and taken away."""
        return [event.outage for event in self.events if isinstance(event, OutageChanged)]

    async def until(self, condition: Callable[[], bool], within: float = 1_000.0) -> None:
        """Let time pass until something holds."""
        deadline = self.clock.monotonic() + within
        while not condition():
            assert not self.errors, self.errors
            assert self.clock.monotonic() < deadline, f"not within {within} s: {self.states()}"
            await self.clock.sleep(0.05)
