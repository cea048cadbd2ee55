"""Looking at links before anything is paid for, a few at a time."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.links.verdict import Checked, Note, UnreachableReason, Verdict
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.model import OPEN, state_of
from mountsea_desktop.workflow.ports import Checker
from mountsea_desktop.workflow.problem import Problem
from mountsea_desktop.workflow.reconnect import Reached, Reconnect
from mountsea_desktop.workflow.song import Song, SongState

AT_ONCE = 6
"""How many links are looked at together: enough to be quick, few enough for a slow line."""
ON_THE_WAY = frozenset(
    {
        UnreachableReason.NAME,
        UnreachableReason.CONNECTION,
        UnreachableReason.TIMEOUT,
        UnreachableReason.CERTIFICATE,
        UnreachableReason.PROXY,
    }
)
"""Reasons why a link was not reached that a missing network may have, too."""


class Checks:
    """Takes drafts to `READY` or `NEEDS_ATTENTION`."""

    def __init__(
        self,
        ledger: Ledger,
        checker: Checker,
        clock: Clock,
        tasks: Tasks,
        reconnect: Reconnect,
        on_judged: Callable[[Song], None],
        link_of: Callable[[Song], Awaitable[str]],
    ) -> None:
        """`link_of` gives the address that Mountsea would be given; it raises `StorageError`."""
        self._ledger = ledger
        self._link_of = link_of
        self._checker = checker
        self._clock = clock
        self._tasks = tasks
        self._reconnect = reconnect
        self._on_judged = on_judged
        self._waiting: deque[str] = deque()
        self._workers = 0
        self._under_way: dict[str, asyncio.Timeout] = {}
        """What ends the check of a song that is under way."""
        self._sizes: defaultdict[tuple[str, int], dict[str, None]] = defaultdict(dict)
        """Which songs of a model had so many bytes when they were looked at, in that order."""

    def enqueue(self, songs: Iterable[Song]) -> None:
        """Check these drafts when it is their turn."""
        self._waiting.extend(song.id for song in songs if song.state is SongState.DRAFT)
        for _ in range(min(AT_ONCE - self._workers, len(self._waiting))):
            self._workers += 1
            self._tasks.start(self._work(), "link check")

    def remember(self, songs: Iterable[Song]) -> None:
        """These were looked at before the program was started."""
        for song in songs:
            if song.size:
                self._sizes[song.model_id, song.size][song.id] = None

    def look_again_later(self, songs: Iterable[Song]) -> None:
        """Those that could not be reached from here are looked at once more when there is a network."""
        for song in songs:
            if song.state is SongState.READY and is_out_of_reach(song.problem):
                self._reconnect.wait_for(song.id, partial(self._look_again, song))

    def alone_again(self, removed: Iterable[Song]) -> list[Song]:
        """Songs that were said to be the same as one of the removed, as they are now that none is left."""
        alone = []
        for key in {(song.model_id, song.size) for song in removed if song.size}:
            match list(self._with_size(*key)):
                case [Song(problem=Problem(code=Note.SAME_SIZE)) as last]:
                    alone.append(replace(last, problem=None))
        return alone

    def cancel(self, song_ids: Iterable[str]) -> None:
        """Stop checking these: they were removed, or have other links now."""
        now = asyncio.get_running_loop().time()
        for song_id in song_ids:
            if (check := self._under_way.pop(song_id, None)) is not None:
                check.reschedule(now)

    async def _work(self) -> None:
        try:
            while self._waiting:
                await self._check(self._waiting.popleft())
        finally:
            self._workers -= 1

    async def _check(self, song_id: str) -> None:
        async with self._ledger.deciding:
            song = self._ledger.songs.get(song_id)
            if song is None or song.state is not SongState.DRAFT:
                return
            self._ledger.show(song.moved(SongState.CHECKING, now=self._clock.now()))
        check = self._under_way[song_id] = asyncio.timeout(None)
        try:
            async with check:
                checked: Checked | Problem = await self._checker.check(await self._link_of(song))
        except TimeoutError:
            if check.expired():
                return  # cancelled
            raise
        except StorageError as error:
            checked = Problem.of_storage(error)
        finally:
            if self._under_way.get(song_id) is check:
                del self._under_way[song_id]
        present = self._ledger.songs.get(song_id)
        if present is None or present.state is not SongState.CHECKING or _source(present) != _source(song):
            return  # removed or edited meanwhile: this answer is about something else
        judged = self._judged(present, checked)
        await self._ledger.record(judged)
        self._on_judged(judged)
        if is_out_of_reach(judged.problem):
            self.look_again_later([judged])
        else:
            self._reconnect.try_now()

    async def _look_again(self, song: Song) -> Reached:
        """Look without showing it, so that no row changes as long as nothing is known."""
        if self._out_of_reach(song) is None:
            return Reached.OVER
        try:
            checked = await self._checker.check(await self._link_of(song))
        except StorageError:  # said when it is used
            return Reached.OVER
        if is_out_of_reach(problem_of(checked)):
            return Reached.NO_WAY
        if (present := self._out_of_reach(song)) is not None:
            judged = self._judged(present, checked)
            await self._ledger.record(judged)
            self._on_judged(judged)
        return Reached.ANSWERED

    def _out_of_reach(self, song: Song) -> Song | None:
        """Return the song as it is now, if it is still worth looking at its link."""
        present = self._ledger.songs.get(song.id)
        if present is None or present.state is not SongState.READY or _source(present) != _source(song):
            return None
        model = self._ledger.models[present.model_id]
        is_open = not model.archived and state_of(model, self._ledger.counts_of(model.id)) in OPEN
        return present if is_open and is_out_of_reach(present.problem) else None

    def _judged(self, song: Song, checked: Checked | Problem) -> Song:
        if isinstance(checked, Checked) and song.file and checked.size not in {None, song.file_size}:
            details = f"{checked.size} bytes, and not {song.file_size}"
            checked = Problem.of_storage(StorageError(StorageFault.INCOMPLETE, details))
        if isinstance(checked, Problem):
            return song.moved(SongState.NEEDS_ATTENTION, now=self._clock.now(), problem=checked)
        problem = None
        state = SongState.READY
        if checked.verdict is not Verdict.AUDIO:
            problem = problem_of(checked)
            if checked.verdict is not Verdict.UNREACHABLE:
                state = SongState.NEEDS_ATTENTION
        else:
            problem = self._advice(song, checked)
        learned = replace(
            song,
            title=song.title if song.has_own_title else checked.title or song.title,
            size=checked.size or (song.size if song.file else None),
            duration=checked.duration or (song.duration if song.file else None),
        )
        if song.state is state:
            return replace(learned, problem=problem)
        return learned.moved(state, now=self._clock.now(), problem=problem)

    def _advice(self, song: Song, checked: Checked) -> Problem | None:
        """Return the most telling thing that may be said about a song that works."""
        notes, facts = list(checked.notes), dict(checked.facts)
        if (twin := self._twin(song, checked.size)) is not None:
            notes.append(Note.SAME_SIZE)
            facts[FactKey.OTHER] = twin.title
        if not notes:
            return None
        return Problem(min(notes, key=list(Note).index), facts, checked.details)

    def _with_size(self, model_id: str, size: int) -> Iterator[Song]:
        """Return the songs of a model with so many bytes, in the order they were looked at."""
        songs = (self._ledger.songs.get(song_id) for song_id in self._sizes[model_id, size])
        return (song for song in songs if song is not None and song.size == size)

    def _twin(self, song: Song, size: int | None) -> Song | None:
        """Return the first other song of the model with as many bytes."""
        if not size:
            return None
        twin = next((other for other in self._with_size(song.model_id, size) if other.id != song.id), None)
        self._sizes[song.model_id, size][song.id] = None
        return twin


def _source(song: Song) -> tuple[str, str]:
    return song.link, song.stored_as


def is_out_of_reach(problem: Problem | None) -> bool:
    """Return whether a link had no answer for a reason that a missing network may have, too."""
    return (
        problem is not None
        and problem.code == Verdict.UNREACHABLE
        and problem.facts.get(FactKey.WHY, "") in ON_THE_WAY
    )


def problem_of(checked: Checked) -> Problem:
    """Return a verdict in the form that is kept with the song.

    Fact `CERTAIN` tells whether trying is pointless.
    """
    certain = {FactKey.CERTAIN: "yes"} if checked.certain else {}
    return Problem(checked.verdict, {**checked.facts, **certain}, checked.details)
