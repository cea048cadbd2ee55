"""Whatever is taken back and done again while songs are on their way: none is lost, none is sent twice."""

import asyncio
import random
from collections import Counter

import pytest
from PySide6.QtWidgets import QApplication

from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.ui import history
from mountsea_desktop.ui.history import History
from mountsea_desktop.workflow.new_song import NewSong
from mountsea_desktop.workflow.song import FINAL, Song, SongState
from mountsea_desktop.workflow.transfers import UNDONE_WITHIN
from tests.fakes.job_harness import FILE, LINK, JobHarness
from tests.fakes.virtual_time import VirtualLoop

STEPS = 70
AT_REST = FINAL | {SongState.READY, SongState.FILE_PAUSED}


class Musician:
    """Presses at random; each song is added once, and so may go to Mountsea once."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - the same walk for the same number
        self._added = 0
        self.history = History()
        self.harness = JobHarness()
        self.job = self.harness.job

    async def begin(self) -> None:
        self.model_id = (await self.job.new_model("Night drive")).id

    async def press(self) -> None:
        ways = {
            self._add: 22,
            self._remove: 12,
            self._undo: 22,
            self._redo: 14,
            self._upload: 12,
            self._edit: 4,
            self._pause: 6,
            self._order: 3,
            self._wait: 15,
        }
        (way,) = self._random.choices(list(ways), list(ways.values()))
        await way()

    async def regret_all(self) -> None:
        """Remove what can be removed, and have it back when its stored files are gone."""
        if songs := await self.job.remove([song.id for song in self.harness.songs()]):
            self.history.add(history.removed(self.job, self.model_id, songs))
            await self.harness.clock.sleep(2 * UNDONE_WITHIN)
            await self.history.undo()
            assert {song.id for song in songs} <= {song.id for song in self.harness.songs()}

    def _some(self) -> list[Song]:
        songs = self.harness.songs()
        return self._random.sample(songs, min(len(songs), self._random.randint(1, 3)))

    def _new(self) -> NewSong:
        self._added += 1
        if self._random.random() < 0.3:
            file = LocalFile(FILE.format(self._added), 4_000_000, self._added)
            self.harness.shelf.local[file.path] = file
            return NewSong(link="", pasted=file.path, title=file.path, has_own_title=True, file=file)
        link = LINK.format(self._added)
        return NewSong(link=link, pasted=link, title=link)

    async def _add(self) -> None:
        new = [self._new() for _ in range(self._random.randint(1, 3))]
        songs = await self.job.add_songs(self.model_id, new)
        self.history.add(history.added(self.job, self.model_id, songs))

    async def _remove(self) -> None:
        if songs := await self.job.remove([song.id for song in self._some()]):
            self.history.add(history.removed(self.job, self.model_id, songs))

    async def _undo(self) -> None:
        await asyncio.gather(*(self.history.undo() for _ in range(self._random.randint(1, 2))))

    async def _redo(self) -> None:
        await asyncio.gather(*(self.history.redo() for _ in range(self._random.randint(1, 2))))

    async def _upload(self) -> None:
        await self.job.upload(self.model_id)

    async def _edit(self) -> None:
        for song in self._some()[:1]:
            if await self.job.edit_link(song.id, new := self._new()):
                self.history.add(history.link_edited(self.job, song, new))

    async def _pause(self) -> None:
        way = self._random.choice([self.job.pause_files, self.job.resume_files])
        await way([song.id for song in self._some()])

    async def _order(self) -> None:
        songs = self.harness.songs()
        before = [song.id for song in songs]
        after = self._random.sample(before, len(before))
        if await self.job.order(self.model_id, after):
            self.history.add(history.moved(self.job, self.model_id, songs[:1], before, after))

    async def _wait(self) -> None:
        await self.harness.clock.sleep(self._random.choice([0.05, 3.0, 130.0]))


@pytest.mark.parametrize("seed", range(25))
def test_nothing_is_lost_and_nothing_is_sent_twice(qapp: QApplication, seed: int) -> None:  # noqa: ARG001 - words need it
    async def walk() -> None:
        musician = Musician(seed)
        harness = musician.harness
        await musician.begin()
        for _ in range(STEPS):
            await musician.press()
        await musician.regret_all()
        await harness.clock.sleep(700)
        songs, stored = harness.songs(), set(harness.shelf.stored)
        given = (str(call.arguments[1]).partition("?")[0] for call in harness.gateway.seen("upload"))
        sent = Counter(link.rpartition("/")[2] for link in given)
        assert set(sent.values()) <= {1}, "each is sent once"
        there = {song.source.rpartition("/")[2] for song in songs if song.state is SongState.UPLOADED}
        assert there == set(sent), "what Mountsea has is in the list"
        assert {song.state for song in songs} <= AT_REST
        assert stored <= {song.stored_as for song in songs}, "nothing is left in the storage"
        assert stored >= {song.stored_as for song in songs if song.state is SongState.READY and song.file}
        assert harness.disk.songs == {song.id: song for song in songs}
        assert not harness.errors
        await harness.tasks.stop()

    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        runner.run(walk())
