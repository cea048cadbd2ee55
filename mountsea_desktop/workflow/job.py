"""Everything the window can ask for: the one way in to the job.

Models, songs and creating are its own methods; `generations` has songs made with a finished model,
`connectivity` knows whether Mountsea can be reached.

Actions are coroutines; they return when what was asked is on disk, and go on by themselves from there. They
raise `JournalError` when the disk refused, with nothing changed. One listener is notified of what happens.
Actions are carried out one after the other, so that each sees what the one before has left.

`models`, `model`, `songs`, `state` and `counts` show the memory's view, which may run ahead of the disk by as
long as a save takes; an intent that is refused is taken back again. What is on disk is what the listener was
notified of: who shows things to people keeps that.
"""

import asyncio
import contextlib
import functools
import secrets
from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from typing import Any, Concatenate, ParamSpec, TypeVar

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.runtime.clock import Clock
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.charges import CLOCKS_APART, Range
from mountsea_desktop.workflow.checks import Checks
from mountsea_desktop.workflow.connectivity import Connectivity
from mountsea_desktop.workflow.events import Listener, Outage
from mountsea_desktop.workflow.found_clips import may_have_arrived
from mountsea_desktop.workflow.generation import Generation, GenerationState
from mountsea_desktop.workflow.generations import Generations
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.model import (
    OPEN,
    CreateAttempt,
    Model,
    ModelClosedError,
    ModelState,
    Outcome,
    state_of,
    trained_on,
)
from mountsea_desktop.workflow.naming import clean_name
from mountsea_desktop.workflow.new_song import NewSong, drafted, relinked
from mountsea_desktop.workflow.poll_rate import PollRate
from mountsea_desktop.workflow.polling import Poller
from mountsea_desktop.workflow.ports import (
    Checker,
    Downloader,
    FileStorage,
    Gateway,
    Journal,
    JournalError,
    SongFiles,
)
from mountsea_desktop.workflow.prices import LOOKS_BACK, ModelCost, SpendingHistory, cost_of, last_prices
from mountsea_desktop.workflow.problem import Code, JobFault, Problem
from mountsea_desktop.workflow.song import (
    CHECKABLE,
    EDITABLE,
    FINAL,
    REMOVABLE,
    UNSTORED,
    Song,
    SongState,
    begun_anew,
    not_to_upload,
    waits_for_upload,
    wants_sending,
)
from mountsea_desktop.workflow.song_counts import SongCounts
from mountsea_desktop.workflow.spending_records import SpendingRecords
from mountsea_desktop.workflow.training import Outlook, Training
from mountsea_desktop.workflow.transfers import Found, Transfers
from mountsea_desktop.workflow.unclear_songs import UnclearSongs
from mountsea_desktop.workflow.uploads import PARALLEL_UPLOADS, Uploads

SLICE = 200
"""Songs that are made in one go."""
LONGEST_TITLE = 200
"""Characters of a song's title."""
NO_WAY = frozenset({Fault.OFFLINE, Fault.UNREACHABLE, Fault.PROXY})
"""What an outage is about that an answer of anybody else's shows to be over, most likely."""


Asked = ParamSpec("Asked")
Result = TypeVar("Result")


def decision(
    action: Callable[Concatenate["Job", Asked], Awaitable[Result]],
) -> Callable[Concatenate["Job", Asked], Coroutine[Any, Any, Result]]:
    """Return an action that looks at what is, and saves what follows, with no other in between."""

    @functools.wraps(action)
    async def alone(self: "Job", /, *args: Asked.args, **kwargs: Asked.kwargs) -> Result:
        async with self._ledger.deciding:
            return await action(self, *args, **kwargs)

    return alone


def _started_over(song: Song, now: float) -> Song:
    """Return a song with which something was done in a session that was left, as one that nothing was."""
    state = SongState.FILE_WAITING if song.file and not song.stored_as else SongState.READY
    return song.moved(state, now=now, by_user=True, task_id="", clip_id="")


class Job:
    """All models and their songs at work."""

    def __init__(
        self,
        *,
        journal: Journal,
        gateway: Gateway,
        checker: Checker,
        storage: FileStorage,
        downloader: Downloader,
        song_files: SongFiles,
        clock: Clock,
        tasks: Tasks,
        listener: Listener,
        parallel: int = PARALLEL_UPLOADS,
    ) -> None:
        self._journal = journal
        self._gateway = gateway
        self._clock = clock
        self._removed_from: dict[str, str] = {}
        """The session that each removed song was in."""
        self._tasks = tasks
        self.connectivity = Connectivity(
            gateway, clock, tasks, listener, self._some_session, self._look_for_unclear
        )
        gate, sleep_watch = self.connectivity.gate, self.connectivity.sleep_watch
        self._disk = gate.disk
        self._ledger = Ledger(journal, self._disk, clock, tasks, listener)
        poller = Poller(gateway, gate, PollRate(clock), sleep_watch, clock)
        self._transfers = transfers = Transfers(
            self._ledger, storage, self._disk, clock, tasks, listener, self._stored
        )
        self._uploads = Uploads(self._ledger, poller, tasks, parallel, transfers.link_of, self._ended)
        self._unclear_songs = UnclearSongs(self._ledger, poller, tasks, listener, transfers.clear)
        self._records = records = SpendingRecords(poller)
        self._training = Training(self._ledger, poller, records, tasks)
        self.generations = Generations(self._ledger, poller, records, tasks, downloader, song_files)
        self._checks = Checks(
            self._ledger, checker, clock, tasks, self.connectivity.reconnect, self._judged, transfers.link_of
        )

    # What there is

    @property
    def outage(self) -> Outage | None:
        """What holds everything up, if anything does."""
        return self.connectivity.outage

    def models(self) -> list[Model]:
        """Return all models, oldest first."""
        return sorted(self._ledger.models.values(), key=lambda model: model.created_at)

    def model(self, model_id: str) -> Model:
        """One model as it is now."""
        return self._ledger.models[model_id]

    def songs(self, model_id: str) -> list[Song]:
        """Return a model's songs in the musician's order."""
        return self._ledger.songs_of(model_id)

    def state(self, model_id: str) -> ModelState:
        """Return where a model stands."""
        return state_of(self.model(model_id), self.counts(model_id))

    def counts(self, model_id: str) -> SongCounts:
        """Return how many songs of a model stand where, now and whenever it is looked at again."""
        return self._ledger.counts_of(model_id)

    # Opening

    async def load(self) -> None:
        """Read the journal and settle what was interrupted: what may have been sent is now unclear."""
        contents = await self._journal.load()
        self._ledger.fill(replace(contents, songs=tuple(map(begun_anew, contents.songs))))
        self._checks.remember(self._ledger.songs.values())
        interrupted = Problem(JobFault.INTERRUPTED)
        now = self._clock.now()
        settled: list[Model | Song | Generation] = [
            song.moved(SongState.UNCLEAR, now=now, problem=interrupted)
            for song in self._ledger.songs.values()
            if song.state is SongState.SENDING
        ]
        for model in self._ledger.models.values():
            if model.attempt is not None and model.attempt.outcome is Outcome.SENDING:
                attempt = replace(model.attempt, outcome=Outcome.UNCLEAR, since=now, problem=interrupted)
                settled.append(replace(model, attempt=attempt))
        for generation in self._ledger.generations.values():
            if generation.state is GenerationState.SENDING:
                unclear = Problem(JobFault.SONG_UNCLEAR)
                settled.append(replace(generation, state=GenerationState.UNCLEAR, since=now, problem=unclear))
        if settled:
            await self._ledger.record(*settled)

    def resume(self) -> None:
        """Go on with everything that was under way. Nothing that was sent is sent again."""
        for song in list(self._ledger.songs.values()):
            if song.state in {SongState.QUEUED, SongState.ACCEPTED}:
                self._uploads.run(song.id)
            self._judged(song)
            self._transfers.clear(song)
        self._transfers.delete_leftovers()
        self._see_to(self._ledger.songs.values())
        self._checks.look_again_later(self._ledger.songs.values())
        self.connectivity.look_for_network()
        for model_id in self._ledger.models:
            self._training.watch(model_id)
            self._unclear_songs.watch(model_id)
        for generation_id in self._ledger.generations:
            self.generations.watch(generation_id)

    async def close(self) -> None:
        """Before the journal is closed: save what the disk has refused so far, if it takes it now.

        Nothing happens by itself after that.
        """
        await self._ledger.flush()
        self.connectivity.gate.stop()

    # Models

    @decision
    async def new_model(self, name: str) -> Model:
        """Begin a model. Raises `NameFormError`."""
        model = self._begun(name)
        await self._ledger.intend(model)
        return model

    @decision
    async def rename(self, model_id: str, name: str) -> None:
        """Raises `NameFormError`; a name that was already sent stays with its attempt."""
        model = self.model(model_id)
        if (cleaned := clean_name(name)) != model.name:
            await self._ledger.intend(replace(model, name=cleaned))

    @decision
    async def archive(self, model_id: str, archived: bool = True) -> None:
        """Put a model out of sight, or back; nothing is deleted, and what runs goes on."""
        await self._ledger.intend(replace(self.model(model_id), archived=archived))
        self._checks.look_again_later(self.songs(model_id))
        self._unclear_songs.watch(model_id)

    @decision
    async def duplicate(self, model_id: str, name: str) -> Model:
        """Make a new model from the same links, nothing of it sent yet. Raises `NameFormError`.

        Those that a finished model learned from, where it is one.
        """
        trained, songs = trained_on(self.model(model_id)), self.songs(model_id)
        same = [song for song in songs if trained is None or song.clip_id in trained]
        model = self._begun(name)
        songs = await self._drafts(model.id, list(map(NewSong.like, same)))
        await self._ledger.intend(model, *songs)
        self._see_to(songs)
        return model

    @decision
    async def start_over(self, model_id: str) -> bool:
        """Leave a session that Mountsea no longer knows: all songs are kept, and are to be uploaded again.

        Returns whether it was done: not while a song is at Mountsea, whose answer would belong to the old
        session, nor after an attempt that may have been charged for.
        """
        model = self.model(model_id)
        songs = self.songs(model_id)
        at_mountsea = any(song.state in {SongState.SENDING, SongState.ACCEPTED} for song in songs)
        if at_mountsea or not self._is_open(model_id):
            return False
        now = self._clock.now()
        again = [_started_over(song, now) for song in songs if song.state in FINAL]
        await self._ledger.intend(replace(model, session_id="", problem=None, has_strays=False), *again)
        self._transfers.run(again)
        return True

    # Songs

    @decision
    async def add_songs(self, model_id: str, new: Sequence[NewSong]) -> list[Song]:
        """Add links and files, all or none; each is checked from here, a file once it is in the storage.

        Raises `ModelClosedError`.
        """
        if not self._is_open(model_id):
            raise ModelClosedError(model_id)
        songs = await self._drafts(model_id, new)
        await self._ledger.intend(*songs)
        self._see_to(songs)
        return songs

    @decision
    async def edit_link(self, song_id: str, new: NewSong) -> bool:
        """Give a song another link, or back its file; returns whether it could still be given one."""
        song = self._ledger.songs.get(song_id)
        if song is None or song.state not in EDITABLE or not self._is_open(song.model_id):
            return False
        edited = relinked(song, new, self._clock.now())
        await self._leave_strays([song])
        await self._transfers.leave([song])
        await self._ledger.intend(edited)
        self._transfers.stop([song_id])
        self._transfers.drop(song)
        self._checks.cancel([song_id])
        self._see_to([edited])
        return True

    @decision
    async def rename_song(self, song_id: str, title: str, *, has_own_title: bool = True) -> None:
        """Give a song another title, the musician's own if `has_own_title`; an empty one changes nothing."""
        cleaned = " ".join(title.split())[:LONGEST_TITLE]
        for song in self._those([song_id]):
            if cleaned and cleaned != song.title:
                await self._ledger.intend(replace(song, title=cleaned, has_own_title=has_own_title))

    @decision
    async def order(self, model_id: str, song_ids: Sequence[str]) -> bool:
        """Put an open model's songs into this order, those that are not named last, as they were.

        Returns whether that changed anything.
        """
        songs = self.songs(model_id) if self._is_open(model_id) else []
        upload_wanted = {song_id: number for number, song_id in enumerate(song_ids)}
        ordered = sorted(songs, key=lambda song: upload_wanted.get(song.id, len(upload_wanted)))
        moved: list[Song] = []
        position = -1
        for song, there in zip(ordered, songs, strict=True):
            position = max(there.position, position + 1)  # a song that was put back may share one
            if song.position != position:
                moved.append(replace(song, position=position))
        await self._ledger.intend(*moved)
        return bool(moved)

    @decision
    async def remove(self, song_ids: Iterable[str]) -> list[Song]:
        """Remove those songs that may be removed, and return them for `put_back`."""
        songs = [song for song in self._those(song_ids) if song.state in REMOVABLE]
        await self._leave_strays(songs)
        try:
            await self._transfers.leave(songs)
            await self._ledger.remove(*songs)
        except JournalError:
            self.resume()  # what worked on them may have ended meanwhile
            raise
        self._checks.cancel(song.id for song in songs)
        self._transfers.stop(song.id for song in songs)
        for song in songs:
            self._transfers.drop(song)
        self._removed_from |= {song.id: self.model(song.model_id).session_id for song in songs}
        await self._ledger.record(*self._checks.alone_again(songs))
        return songs

    @decision
    async def put_back(self, songs: Sequence[Song]) -> None:
        """Undo a removal. What became of a song in a session that was left since says nothing any more.

        Nothing that is put back is uploaded by itself: it may have been removed, and all others stopped, for
        that to end.
        """
        now = self._clock.now()
        back = [
            self._in_this_session(self._transfers.as_stored_now(not_to_upload(begun_anew(song), now)))
            for song in songs
            if song.model_id in self._ledger.models and song.id not in self._ledger.songs
        ]
        await self._ledger.intend(*back)
        self.resume()

    def _in_this_session(self, song: Song) -> Song:
        session_id = self.model(song.model_id).session_id
        if song.state not in FINAL or self._removed_from.get(song.id, session_id) == session_id:
            return song
        return _started_over(song, self._clock.now())

    @decision
    async def choose(self, song_ids: Iterable[str], chosen: bool) -> bool:
        """Take songs of open models into the training set, or out of it: all or none.

        Returns whether that changed anything.
        """
        songs = [song for song in self._those(song_ids) if self._is_open(song.model_id)]
        others = [replace(song, chosen=chosen) for song in songs if song.chosen != chosen]
        await self._ledger.intend(*others)
        return bool(others)

    # Uploading

    @decision
    async def upload(self, model_id: str, asked_about: AbstractSet[str] | None = None) -> None:
        """Upload what is ready; links still being checked follow by themselves when they turn out well.

        `asked_about` are the ids of the songs that a person said yes to, where there was a question.
        """
        songs = self.songs(model_id) if self._is_open(model_id) else []
        if asked_about is not None:
            songs = [song for song in songs if song.id in asked_about]
        now, coming = self._clock.now(), {SongState.DRAFT, SongState.CHECKING} | UNSTORED
        later = [
            song.moved(SongState.FILE_WAITING, now=now) if song.state is SongState.FILE_PAUSED else song
            for song in songs
            if song.state in coming
        ]
        await self._queue((song for song in songs if song.state is SongState.READY), later=later)
        self._transfers.run(later)

    @decision
    async def stop_uploads(self, model_id: str) -> None:
        """Send none of a model's songs that were not sent yet; what is being sent goes on, and once only."""
        now = self._clock.now()
        self._uploads.send_no_more(model_id)
        waiting = filter(waits_for_upload, self.songs(model_id))
        try:
            await self._ledger.intend(*(not_to_upload(song, now) for song in waiting))
        except JournalError:
            self.resume()  # they wait as before, and what worked on one may have ended meanwhile
            raise

    async def retry(self, song_ids: Iterable[str]) -> None:
        """Upload failed songs once more; a file that the storage does not have as it was goes there first."""
        song_ids = list(song_ids)
        # Before anything is decided: while a drive does not answer, everything else could not be, either.
        found = await self._transfers.look_at(filter(wants_sending, self._those(song_ids)))
        await self._retry(song_ids, found)

    @decision
    async def _retry(self, song_ids: Iterable[str], found: Found) -> None:
        again = self._those(song_ids, SongState.FAILED, SongState.NEEDS_ATTENTION)
        files = [song for song in again if wants_sending(song) and song.id in found]
        await self._leave_strays(again)
        await self._transfers.send_again(files, found)
        await self._queue(song for song in again if song.state is SongState.FAILED and song not in files)

    @decision
    async def pause_files(self, song_ids: Iterable[str]) -> None:
        """Send no more of these files for now."""
        await self._transfers.pause(self._those(song_ids, SongState.FILE_WAITING, SongState.FILE_SENDING))

    @decision
    async def resume_files(self, song_ids: Iterable[str]) -> None:
        """Send these files, each from its beginning."""
        await self._transfers.resume(self._those(song_ids, SongState.FILE_PAUSED))

    async def retry_all_failed(
        self,
        model_id: str,
        *,
        but: AbstractSet[Code] = frozenset(),
        asked_about: AbstractSet[str] | None = None,
    ) -> None:
        """Upload all of a model's failed songs once more, `but` those that failed for such a reason.

        `asked_about` are the ids of the songs that a person said yes to, where there was a question.
        """
        songs = self.songs(model_id)
        if asked_about is not None:
            songs = [song for song in songs if song.id in asked_about]
        await self.retry([song.id for song in songs if song.problem is None or song.problem.code not in but])

    @decision
    async def send_again(self, song_ids: Iterable[str]) -> None:
        """Upload unclear songs once more, which may count twice: the user knows and said yes."""
        songs = self._those(song_ids, SongState.UNCLEAR)
        await self._leave_strays(songs)
        await self._queue(songs)

    async def _leave_strays(self, songs: Iterable[Song]) -> None:
        """Remember that clips of these may be in their sessions, and belong to nobody here."""
        ids = {song.model_id for song in songs if may_have_arrived(song)}
        models = [model for id_ in ids if not (model := self._ledger.models[id_]).has_strays]
        if models:
            await self._ledger.intend(*(replace(model, has_strays=True) for model in models))

    async def look_for(self, model_id: str) -> int:
        """Ask Mountsea which songs the session holds; unclear ones that certainly are there are uploaded.

        Returns how many were found. Free, and safe to repeat. Raises `GatewayError`.
        """
        return await self._unclear_songs.look(model_id)

    @decision
    async def try_anyway(self, song_ids: Iterable[str]) -> None:
        """Take links for ready that the check had doubts about."""
        now = self._clock.now()
        songs = [
            song.moved(SongState.READY, now=now, by_user=True)
            for song in self._those(song_ids, SongState.NEEDS_ATTENTION)
            if self._is_open(song.model_id)
        ]
        await self._ledger.intend(*songs)
        for song in songs:
            self._judged(song)

    @decision
    async def check_again(self, song_ids: Iterable[str]) -> None:
        """Look at the links anew: something about them, or about the network, was changed."""
        now = self._clock.now()
        again = [song.moved(SongState.DRAFT, now=now) for song in self._those(song_ids, *CHECKABLE)]
        await self._ledger.intend(*again)
        self._checks.enqueue(again)

    async def limit_uploads(self, parallel: int) -> None:
        """Hand over so many songs at the same time from now on."""
        self._uploads.limiter.total_tokens = parallel

    def _begun(self, name: str) -> Model:
        return Model(id=secrets.token_hex(16), name=clean_name(name), created_at=self._clock.now())

    async def _drafts(self, model_id: str, new: Sequence[NewSong]) -> list[Song]:
        """Return the songs that these become, after those the model has."""
        now = self._clock.now()
        first = max((song.position for song in self.songs(model_id)), default=-1)
        drafts = []
        for offset, item in enumerate(new, start=1):
            drafts.append(drafted(item, model_id, first + offset, now))
            if offset % SLICE == 0:
                await asyncio.sleep(0)  # others get their turn while thousands are made
        return drafts

    def _is_open(self, model_id: str) -> bool:
        return self.state(model_id) in OPEN

    def _those(self, song_ids: Iterable[str], *states: SongState) -> list[Song]:
        """Return those songs that are still there, and in one of the states if any are named, in order."""
        songs = {song.id: song for i in song_ids if (song := self._ledger.songs.get(i)) is not None}
        upload_wanted = [song for song in songs.values() if not states or song.state in states]
        return sorted(upload_wanted, key=lambda song: song.position)

    async def _queue(self, songs: Iterable[Song], later: Iterable[Song] = ()) -> None:
        now = self._clock.now()
        queued = [
            song.moved(SongState.QUEUED, now=now, by_user=True, task_id="", upload_wanted=False)
            for song in songs
            if self._is_open(song.model_id)
        ]
        models = {song.model_id: self._ledger.models[song.model_id] for song in queued}
        hopeful = [replace(model, problem=None) for model in models.values() if model.problem is not None]
        await self._ledger.intend(*hopeful, *queued, *(replace(song, upload_wanted=True) for song in later))
        for song in queued:
            self._uploads.run(song.id)

    def _see_to(self, songs: Collection[Song]) -> None:
        """Look at those that are links, send those that are files."""
        self._checks.enqueue(songs)
        self._transfers.run(songs)

    def _stored(self, song: Song) -> None:
        self._checks.enqueue([song])

    def _ended(self, song: Song) -> None:
        self._transfers.clear(song)
        self._unclear_songs.watch(song.model_id)

    def _judged(self, song: Song) -> None:
        if song.state is SongState.READY and song.upload_wanted:
            self._tasks.start(self._queue_too(song.id), f"queue {song.id}")

    @decision
    async def _queue_too(self, song_id: str) -> None:
        """A link turned out well after "Upload" was pressed; but not after that came to nothing."""
        try:
            await self._queue(song for song in self._those([song_id], SongState.READY) if song.upload_wanted)
        except JournalError as error:
            self._disk.record_failure(error)

    # Creating

    async def create(
        self, model_id: str, *, name: str, balance: Decimal | None, songs: AbstractSet[str]
    ) -> bool:
        """Spend the price once: the user confirmed this name and the songs with these ids.

        Returns whether it is being sent: not if the name is another by now, or one of the songs is no longer
        there, uploaded and chosen. The outcome follows as a `ModelSaved`.
        """
        sent = await self._training.attempt(model_id, name=name, balance=balance, songs=songs)
        if sent:
            self._uploads.send_no_more(model_id)
        else:
            self.resume()  # songs that wait go on waiting, and what worked on one may have ended meanwhile
        return sent

    async def create_again(
        self, model_id: str, *, name: str, balance: Decimal | None, songs: AbstractSet[str], accepted: str
    ) -> bool:
        """Repeat an unclear attempt: the user confirmed twice, at the risk of paying twice.

        `accepted` is the id of the attempt whose risk has their second yes; nothing is sent for any other.
        """
        return bool(accepted) and await self._training.attempt(
            model_id, name=name, balance=balance, songs=songs, accepted=accepted
        )

    async def look_ahead(self, model_id: str) -> Outlook:
        """Before the user is asked, and while: whether an attempt would get through, or there was one.

        Raises `JournalError` where a model that is there already could not be written down.
        """
        return await self._training.look_ahead(model_id)

    def unclear_twin(self, model_id: str) -> CreateAttempt | None:
        """Return an unclear attempt for another model made from some of the same links."""
        return self._training.unclear_twin(model_id)

    # Mountsea

    async def spending(self) -> SpendingHistory:
        """What was spent lately, and what is left. Raises `GatewayError` when it could not be learned."""
        now = self._records.now()
        entries, complete = await self._records.entries(Range(now - LOOKS_BACK, now + CLOCKS_APART))
        balance = None
        with contextlib.suppress(GatewayError):
            balance = await self._gateway.credits()
        return SpendingHistory(tuple(entries), complete, balance, last_prices(entries))

    def cost_of(self, model_id: str, history: SpendingHistory) -> ModelCost:
        """What a model has cost so far, as far as the records can be told apart."""
        ledger = self._ledger
        return cost_of(
            model_id,
            ledger.models.values(),
            ledger.attempts.values(),
            ledger.generations.values(),
            history,
            self._records.now(),
        )

    def try_now(self) -> None:
        """The user ended the outage, or wants it tried at once."""
        self.connectivity.try_now()
        self._transfers.try_now()

    async def way_is_clear(self) -> None:
        """The user has signed in to the proxy: go on, and look again at links that were out of reach."""
        self.try_now()
        unreachable = [
            song.id
            for song in self._ledger.songs.values()
            if song.problem is not None and song.problem.code == Verdict.UNREACHABLE
        ]
        try:
            await self.check_again(unreachable)
        except JournalError as error:
            self._disk.record_failure(error)

    def _look_for_unclear(self) -> None:
        self._unclear_songs.look_now()

    def _some_session(self) -> str:
        return next((it.session_id for it in self._ledger.models.values() if it.session_id), "")
