"""Finding out whether songs whose upload is unclear have arrived: it asks only, and takes what is certain."""

from collections.abc import Awaitable, Callable, Iterable

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.events import Listener, SongsFound
from mountsea_desktop.workflow.found_clips import certain_clips
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.model import OPEN, state_of
from mountsea_desktop.workflow.polling import Poller
from mountsea_desktop.workflow.song import Song, SongState

RESTS = (10.0, 30.0, 60.0, 120.0, 300.0, 600.0)
"""Seconds before each look that is taken by itself. After the last, the next start or network looks again."""

_Ask = Callable[[str], Awaitable[Report]]


class UnclearSongs:
    """Asks about the sessions that have such songs, and about their own receipts."""

    def __init__(
        self,
        ledger: Ledger,
        poller: Poller,
        tasks: Tasks,
        listener: Listener,
        on_found: Callable[[Song], None],
    ) -> None:
        self._ledger = ledger
        self._poller = poller
        self._tasks = tasks
        self._notify = listener
        self._on_found = on_found
        self._watched: set[str] = set()
        self._looking: set[str] = set()
        """Models that are asked about, or whose turn it is once there is a way."""

    def watch(self, model_id: str) -> None:
        """Look now and then for a while, if the model has such songs; twice does no harm."""
        if model_id not in self._watched and self._unclear(model_id):
            self._watched.add(model_id)
            self._tasks.start(self._watch(model_id), f"unclear songs of {model_id}")

    def look_now(self) -> None:
        """There is a way again: look once, wherever there are such songs."""
        for model_id in self._ledger.models:
            if self._unclear(model_id):
                self._tasks.start(self._look_once(model_id), f"look for songs of {model_id}")

    async def look(self, model_id: str) -> int:
        """The user wants to know; return how many were found. Raises `GatewayError`."""
        return await self._look(model_id, self._poller.gateway.status)

    async def _watch(self, model_id: str) -> None:
        try:
            for rest in RESTS:
                await self._poller.sleep_watch.rest(rest)
                if not self._unclear(model_id):
                    return
                await self._look_once(model_id)
        finally:
            self._watched.discard(model_id)

    async def _look_once(self, model_id: str) -> None:
        if model_id in self._looking:
            return
        self._looking.add(model_id)
        try:
            await self._look(model_id, self._ask)
        except GatewayError:
            return  # what the gate has to say it says
        finally:
            self._looking.discard(model_id)

    async def _ask(self, task_id: str) -> Report:
        async with self._poller.question():
            return await self._poller.gateway.status(task_id)

    async def _look(self, model_id: str, ask: _Ask) -> int:
        session_id = self._ledger.models[model_id].session_id
        try:
            listed = (await ask(session_id)).clips
        except GatewayError as error:
            if error.fault is not Fault.NOT_FOUND:
                raise
            listed = ()  # a session in which nothing was created may be unknown; the songs' receipts are not
        by_receipt = await self._by_receipt(self._unclear(model_id), ask)
        async with self._ledger.deciding:
            model = self._ledger.models[model_id]
            if model.session_id != session_id:
                return 0  # started over meanwhile
            now = self._poller.clock.now()
            arrived = [
                song.moved(SongState.UPLOADED, now=now, clip_id=clip_id)
                for song in self._unclear(model_id)
                if (clip_id := by_receipt.get((song.id, song.task_id)))
            ]
            songs = _with(arrived, self._ledger.songs_of(model_id))
            found = certain_clips(songs, listed, all_are_ours=not model.has_strays)
            arrived += [
                song.moved(SongState.UPLOADED, now=now, clip_id=found[song.id])
                for song in songs
                if song.id in found
            ]
            if arrived:
                await self._ledger.record(*arrived)
        for song in arrived:
            self._on_found(song)
        if arrived:
            self._notify(SongsFound(model_id, len(arrived)))
        return len(arrived)

    @staticmethod
    async def _by_receipt(songs: Iterable[Song], ask: _Ask) -> dict[tuple[str, str], str]:
        """The clip that Mountsea now names for the receipt of a song, by the song and its receipt."""
        clips = {}
        for song in songs:
            if not song.task_id:
                continue
            try:
                report = await ask(song.task_id)
            except GatewayError as error:
                if error.fault is not Fault.NOT_FOUND:
                    raise
                continue  # it still does not know the receipt
            if report.phase is Phase.SUCCEEDED and report.clip_id:
                clips[song.id, song.task_id] = report.clip_id
        return clips

    def _unclear(self, model_id: str) -> list[Song]:
        """The songs that are worth a question."""
        model, counts = self._ledger.models[model_id], self._ledger.counts_of(model_id)
        if not model.session_id or not counts.count(SongState.UNCLEAR):
            return []
        if model.archived or state_of(model, counts) not in OPEN:
            return []
        return [song for song in self._ledger.songs_of(model_id) if song.state is SongState.UNCLEAR]


def _with(changed: Iterable[Song], songs: Iterable[Song]) -> list[Song]:
    """The songs, the changed ones as they are now."""
    by_id = {song.id: song for song in changed}
    return [by_id.get(song.id, song) for song in songs]
