"""Having songs made with a finished model, finding out what became of each order, and keeping the results.

The second of the two files that spend, by the rules of `training.py`: one request for each confirmed press,
its intent on disk before, and never sent again by the program. What may have been sent is looked for: under
its receipt if there is one, and in Mountsea's records.
"""

import contextlib
import secrets
from collections.abc import AsyncIterator
from dataclasses import replace
from decimal import Decimal

from mountsea_desktop.gateway.errors import LONGEST_MESSAGE, Fate, Fault, GatewayError
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.links.verdict import DownloadError, DownloadFault
from mountsea_desktop.runtime.facts import FactKey
from mountsea_desktop.runtime.tasks import Tasks
from mountsea_desktop.workflow.charges import (
    BEFORE,
    GENERATING,
    asked_for,
    charge_of,
    finding,
    is_proven_free,
)
from mountsea_desktop.workflow.gate import backoff
from mountsea_desktop.workflow.generation import Generation, GenerationState, MadeSong, clean_description
from mountsea_desktop.workflow.ledger import Ledger
from mountsea_desktop.workflow.model import Model
from mountsea_desktop.workflow.polling import ENDED, Poller, failure, poll
from mountsea_desktop.workflow.ports import (
    AlreadyAttemptedError,
    Downloader,
    JournalError,
    NewSongFile,
    SongFileError,
    SongFiles,
)
from mountsea_desktop.workflow.problem import JobFault, Problem
from mountsea_desktop.workflow.spending_records import SpendingRecords

TRIES = 3
"""How often a file is asked for by itself before the user is told that it could not be had."""
SETTLING = 30.0
"""Seconds between two questions about a charge at first, at most."""
SELDOM = 300.0
"""And after a while."""
MOST_SONGS, MOST_ADDRESSES = 12, 8
"""Songs of one order, and places to have one from: far more than usual, and what a disk has room for."""
_PASSES = frozenset({DownloadFault.UNREACHABLE})
"""What may be different in a moment."""


class Generations:
    """Orders for songs, and what comes of them."""

    def __init__(
        self,
        ledger: Ledger,
        poller: Poller,
        records: SpendingRecords,
        tasks: Tasks,
        downloader: Downloader,
        files: SongFiles,
    ) -> None:
        self._ledger = ledger
        self._poller = poller
        self._records = records
        self._tasks = tasks
        self._downloader = downloader
        self._files = files
        self._watched: set[str] = set()

    def all(self) -> list[Generation]:
        """All orders, in the order they were confirmed."""
        return sorted(self._ledger.generations.values(), key=lambda it: it.confirmed_at)

    async def make(
        self, model_id: str, description: str, title: str = "", *, instrumental: bool, balance: Decimal | None
    ) -> bool:
        """Spend once, on songs made with a finished model; return whether it is being sent.

        Nothing is sent, and nothing changes, unless the model is there, the way to Mountsea is clear, and the
        journal has taken the intent. `balance` is the one of this moment. Raises `DescriptionError`.
        """
        description, title = clean_description(description, title)
        async with self._ledger.deciding:
            model = self._ledger.models[model_id]
            if not model.model_ref or not self._poller.gate.passable:
                return False
            generation = Generation(
                id=secrets.token_hex(16),
                model_id=model_id,
                confirmed_at=self._records.now(),
                state=GenerationState.SENDING,
                since=self._now(),
                description=description,
                title=title,
                instrumental=instrumental,
                credits_before=balance,
                clocks_agreed=self._records.clocks_agree(),
            )
            try:
                await self._ledger.intend(generation)
            except (JournalError, AlreadyAttemptedError) as error:
                if isinstance(error, JournalError):
                    self._poller.gate.disk.record_failure(error)
                return False
        self._tasks.start(self._send(generation, model), f"generate {generation.id}")
        return True

    async def _send(self, generation: Generation, model: Model) -> None:
        try:
            await self._send_and_record(generation, model)
        except Exception as error:  # whatever it was, the request may have gone out
            if self._present(generation.id, GenerationState.SENDING) is not None:
                unclear = Problem(JobFault.SONG_UNCLEAR, details=type(error).__name__)
                await self._put(generation.id, GenerationState.UNCLEAR, problem=unclear)
            raise
        finally:
            self.watch(generation.id)

    async def _send_and_record(self, generation: Generation, model: Model) -> None:
        try:
            task_id = await self._poller.gateway.generate(
                model.model_ref,
                generation.description,
                generation.title,
                instrumental=generation.instrumental,
            )
        except GatewayError as error:
            if error.fault is not Fault.NO_CREDITS:  # which concerns this press, not what runs beside it
                self._poller.gate.record_failure(error)
            if error.fate is Fate.UNCLEAR:
                unclear = Problem(JobFault.SONG_UNCLEAR, details=error.details)
                await self._put(generation.id, GenerationState.UNCLEAR, problem=unclear)
            else:
                await self._put(generation.id, GenerationState.FAILED, problem=Problem.from_error(error))
        else:
            await self._put(generation.id, GenerationState.WORKING, task_id=task_id)

    def watch(self, generation_id: str) -> None:
        """See to an order that something is still to be learned about, or fetched for; twice does no harm."""
        generation = self._ledger.generations[generation_id]
        if self._is_open(generation) and generation_id not in self._watched:
            self._watched.add(generation_id)
            self._tasks.start(self._watch(generation_id), f"generation {generation_id}")

    def _is_open(self, generation: Generation) -> bool:
        match generation.state:
            case GenerationState.WORKING:
                return True
            case GenerationState.READY:
                return any(map(_is_awaited, generation.songs))
            case GenerationState.UNCLEAR | GenerationState.FAILED:
                return self._may_learn_of_charge(generation) or self._may_turn_up(generation)
        return False

    async def _watch(self, generation_id: str) -> None:
        try:
            while self._is_open(generation := self._ledger.generations[generation_id]):
                match generation.state:
                    case GenerationState.WORKING:
                        await self._poll(generation)
                    case GenerationState.READY:
                        await self._fetch_all(generation)
                    case _:
                        await self._settle(generation)
        finally:
            self._watched.discard(generation_id)

    async def _poll(self, generation: Generation) -> None:
        ending = await poll(self._poller, generation.task_id, lambda report: "yes" if _songs(report) else "")
        receipt = {FactKey.TASK: generation.task_id}
        if isinstance(ending, Problem) and ending.code == JobFault.NO_IDENTIFIER:
            problem = Problem(JobFault.SONG_WITHOUT_SOUND, receipt)
            await self._put(generation.id, GenerationState.FAILED, problem=problem)
        elif isinstance(ending, Problem):  # there is a receipt, and no word of what became of it
            problem = Problem(JobFault.SONG_UNCLEAR, receipt, ending.details)
            await self._put(generation.id, GenerationState.UNCLEAR, problem=problem)
        else:
            await self._ended(generation, ending)

    async def _ended(self, generation: Generation, report: Report) -> None:
        """Record what its receipt says it came to: it failed, or there are songs."""
        if report.phase in ENDED:
            said = {FactKey.SAID: report.fail_reason[:LONGEST_MESSAGE]} if report.fail_reason else {}
            problem = Problem(JobFault.SONG_FAILED, said, failure(report).details)
            await self._put(generation.id, GenerationState.FAILED, problem=problem)
        else:
            await self._put(generation.id, GenerationState.READY, songs=_songs(report))

    # The files

    async def fetch_again(self, generation_id: str) -> None:
        """The user wants what could not be had tried once more: free, and any number of times.

        A file that is back in its place is taken. For the others Mountsea is asked first where they are now:
        addresses go out of date.
        """
        generation = self._ledger.generations.get(generation_id)
        if generation is None or not generation.task_id:
            return
        if generation.state is GenerationState.UNCLEAR or _lacks_sound(generation):
            await self._put(generation_id, GenerationState.WORKING)
        elif generation.state is GenerationState.READY:
            await self._take_back(generation)
            if all(song.present_file for song in self._ledger.generations[generation_id].songs):
                return
            report = await self._report(generation)
            songs = _with_addresses(self._ledger.generations[generation_id].songs, report)
            await self._record(
                generation_id,
                songs=tuple(song if song.present_file else replace(song, problem=None) for song in songs),
            )
        self.watch(generation_id)

    async def refetch(self, generation_id: str, clip_id: str) -> bool:
        """Fetch the file of a song anew if it is gone from the disk; return whether it certainly is.

        Mountsea deletes songs after a while, so the name of the old file is kept until a new one is whole.
        """
        generation = self._ledger.generations.get(generation_id)
        song = next((it for it in generation.songs if it.clip_id == clip_id), None) if generation else None
        if generation is None or song is None or not song.present_file:
            return False
        try:
            if await self._files.holds(song.file):
                return False
        except SongFileError:
            return False
        await self._change_song(generation_id, song, replace(song, lost=True, problem=None))
        self._tasks.start(self.fetch_again(generation_id), f"fetch again {generation_id}")
        return True

    async def _take_back(self, generation: Generation) -> None:
        """Find the files that are in their place again."""
        for song in generation.songs:
            with contextlib.suppress(SongFileError):  # which is said when it is fetched
                if song.lost and await self._files.holds(song.file):
                    await self._change_song(generation.id, song, replace(song, lost=False, problem=None))

    async def _report(self, generation: Generation) -> Report | None:
        with contextlib.suppress(GatewayError):  # what the gate has to say it says
            async with self._poller.question():
                return await self._poller.gateway.status(generation.task_id)
        return None

    async def _fetch_all(self, generation: Generation) -> None:
        for song in generation.songs:
            if _is_awaited(song):
                await self._fetch(generation, song)

    async def _fetch(self, generation: Generation, song: MadeSong) -> None:
        """Have one song on the disk, or say why not."""
        problem: Problem | None = None
        for attempt in range(TRIES):
            if attempt:
                await self._poller.clock.sleep(backoff(attempt))
            try:
                file = await self._file(generation, song)
            except DownloadError as error:
                facts = {FactKey.STATUS: error.details} if error.fault is DownloadFault.REFUSED else {}
                problem = Problem(error.fault, facts, error.details)
                if error.fault not in _PASSES:
                    break
            except SongFileError as error:
                problem = Problem(JobFault.SONG_NOT_KEPT, {FactKey.WHY: error.fault}, error.details)
                break
            else:
                await self._change_song(
                    generation.id, song, replace(song, file=file, lost=False, problem=None)
                )
                return
        await self._change_song(generation.id, song, replace(song, problem=problem))

    async def _file(self, generation: Generation, song: MadeSong) -> str:
        """The name of the song's file: of the one that was lost, where it is back, or of a new one.

        Raises `DownloadError` and `SongFileError`, this also where the folder of the lost one is not there: a
        new folder would be in the way when the old one comes back.
        """
        if song.lost and await self._files.holds(song.file):
            return song.file
        new = await self._download(generation, song)
        if song.lost and new != song.file:
            with contextlib.suppress(SongFileError):
                if await self._files.holds(song.file):  # it came back meanwhile
                    await self._files.delete(new)
                    return song.file
        return new

    async def _download(self, generation: Generation, song: MadeSong) -> str:
        """The name of a new file. Raises `DownloadError` and `SongFileError`."""
        error: DownloadError | None = None
        for address in song.addresses:
            try:
                async with self._new_file() as new:
                    kind = await self._downloader.download(address, new.write)
                    return await new.finish(
                        self._title(generation, song), kind, self._files_held(besides=song.file)
                    )
            except DownloadError as failed:
                error = error or failed
        raise error or DownloadError(DownloadFault.PRIVATE)

    def _files_held(self, besides: str = "") -> list[str]:
        """The file of each song that has one: also of those whose file someone moved away.

        `besides` is left out once: a song may have its own name again.
        """
        held = [song.file for it in self._ledger.generations.values() for song in it.songs if song.file]
        if besides in held:
            held.remove(besides)
        return held

    @contextlib.asynccontextmanager
    async def _new_file(self) -> AsyncIterator[NewSongFile]:
        new = await self._files.begin()
        try:
            yield new
        finally:
            await new.discard()

    def _title(self, generation: Generation, song: MadeSong) -> str:
        """Under which a song is kept."""
        model = self._ledger.models[generation.model_id]
        return f"{model.name} - {generation.title or song.title or generation.description}"

    async def delete(self, generation_id: str, clip_id: str | None = None) -> None:
        """Delete one song, file and all; without `clip_id`, see no more of an order that came to nothing.

        Raises `JournalError` and `SongFileError`.
        """
        async with self._ledger.deciding:
            generation = self._ledger.generations.get(generation_id)
            if generation is None:
                return
            if clip_id is None:
                if generation.state in {GenerationState.FAILED, GenerationState.UNCLEAR}:
                    await self._ledger.intend(replace(generation, hidden=True))
                return
            for song in generation.songs:
                if song.clip_id == clip_id and self._files_held().count(song.file) == 1:
                    await self._files.delete(song.file)
            generation = self._ledger.generations[generation_id]  # another song may have come meanwhile
            left = tuple(song for song in generation.songs if song.clip_id != clip_id)
            await self._ledger.intend(replace(generation, songs=left))

    async def _change_song(self, generation_id: str, old: MadeSong, new: MadeSong) -> None:
        songs = self._ledger.generations[generation_id].songs
        if not any(song.clip_id == old.clip_id for song in songs):  # it was deleted meanwhile
            if new.file and new.file not in self._files_held():
                with contextlib.suppress(SongFileError):
                    await self._files.delete(new.file)
            return
        changed = tuple(new if song.clip_id == old.clip_id else song for song in songs)
        await self._record(generation_id, songs=changed)

    # What became of it, and what it cost

    async def _settle(self, generation: Generation) -> None:
        """See to an order that is unclear or came to nothing, until all that time can tell is known.

        Its songs may turn up under its receipt; what it was charged stands in the records.
        """
        rest = 0.0
        while (present := self._present(generation.id, generation.state)) and self._is_open(present):
            await self._poller.sleep_watch.rest(rest)
            rest = min(max(SETTLING, rest * 2), SELDOM)
            if self._may_turn_up(present) and await self._has_turned_up(present):
                return
            await self._poller.gate.wait_until_open()
            if not self._may_learn_of_charge(present):
                continue
            evidence = await self._records.evidence(asked_for(generation))
            present = self._present(generation.id, generation.state)
            if evidence is None or present is None or present.problem is None:
                continue
            found = finding(GENERATING, present, self._ledger.generations.values(), evidence)
            kept = {
                key: present.problem.facts[key]
                for key in (FactKey.SAID, FactKey.TASK)
                if key in present.problem.facts
            }
            problem = replace(present.problem, facts={**kept, **found.facts, FactKey.CHARGE: found.code})
            if problem != present.problem:
                await self._put(generation.id, generation.state, problem=problem)

    async def _has_turned_up(self, generation: Generation) -> bool:
        """Ask for an order's songs once more; return whether something new was recorded."""
        report = await self._report(generation)
        if report is None or self._present(generation.id, generation.state) is None:
            return False
        has_failed = report.phase in ENDED and generation.state is GenerationState.UNCLEAR
        has_songs = report.phase is Phase.SUCCEEDED and bool(_songs(report))
        if has_failed or has_songs:
            await self._ended(generation, report)
        return has_failed or has_songs

    def _may_turn_up(self, generation: Generation) -> bool:
        """Whether its receipt may still tell of songs."""
        is_awaited = generation.state is GenerationState.UNCLEAR or _lacks_sound(generation)
        is_recent = self._now() - generation.since < BEFORE
        return is_awaited and is_recent and bool(generation.task_id) and not generation.hidden

    def _may_learn_of_charge(self, generation: Generation) -> bool:
        problem = generation.problem
        if problem is None or problem.code not in {JobFault.SONG_UNCLEAR, JobFault.SONG_FAILED}:
            return False
        charge = charge_of(problem)
        if charge in {JobFault.CHARGED, JobFault.REFUNDED} or is_proven_free(problem):
            return False
        return self._now() - generation.since < BEFORE

    # Keeping

    def _present(self, generation_id: str, state: GenerationState) -> Generation | None:
        present = self._ledger.generations.get(generation_id)
        return present if present is not None and present.state is state else None

    async def _put(
        self,
        generation_id: str,
        state: GenerationState,
        *,
        task_id: str = "",
        songs: tuple[MadeSong, ...] = (),
        problem: Problem | None = None,
    ) -> None:
        """Record what became of an order."""
        generation = self._ledger.generations[generation_id]
        await self._ledger.record(
            replace(
                generation,
                state=state,
                since=generation.since if state is generation.state else self._now(),
                task_id=task_id or generation.task_id,
                songs=songs or generation.songs,
                problem=problem,
            )
        )

    async def _record(self, generation_id: str, *, songs: tuple[MadeSong, ...]) -> None:
        await self._ledger.record(replace(self._ledger.generations[generation_id], songs=songs))

    def _now(self) -> float:
        return self._poller.clock.now()


def _is_awaited(song: MadeSong) -> bool:
    return not song.present_file and song.problem is None


def _songs(report: Report) -> tuple[MadeSong, ...]:
    """The songs that a report says were made; of more than anybody ordered only the first."""
    return tuple(
        MadeSong(
            clip_id=clip.id or f"{report.task_id}-{number}",
            addresses=clip.addresses[:MOST_ADDRESSES],
            title=clip.title,
            duration=clip.duration,
        )
        for number, clip in enumerate(report.clips, start=1)
        if clip.addresses
    )[:MOST_SONGS]


def _with_addresses(songs: tuple[MadeSong, ...], report: Report | None) -> list[MadeSong]:
    """The songs under the addresses that they have now."""
    now = {song.clip_id: song.addresses for song in _songs(report)} if report is not None else {}
    return [replace(song, addresses=now.get(song.clip_id, song.addresses)) for song in songs]


def _lacks_sound(generation: Generation) -> bool:
    return generation.problem is not None and generation.problem.code == JobFault.SONG_WITHOUT_SOUND
