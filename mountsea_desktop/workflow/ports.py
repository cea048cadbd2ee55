"""What the job needs from outside, as it sees it. Real ones live in `gateway`, `links` and `storage`."""

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from mountsea_desktop.gateway.responses import Report, SpendingPage
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.links.verdict import Checked
from mountsea_desktop.workflow.generation import Generation
from mountsea_desktop.workflow.model import CreateAttempt, Model
from mountsea_desktop.workflow.problem import JournalFault
from mountsea_desktop.workflow.song import Leftover, Song


class Gateway(Protocol):
    """Mountsea. Every method raises `GatewayError`, and nothing else, when there is no usable answer."""

    async def prepare(self) -> str:
        """Open a session and return its id."""

    async def upload(self, session_id: str, link: str) -> str:
        """Ask Mountsea to fetch a song; return the task id. May count twice when sent twice."""

    async def status(self, task_id: str) -> Report:
        """Return how a task stands. Safe to repeat."""

    async def create(self, session_id: str, clip_ids: Sequence[str], name: str) -> str:
        """Spend 100 credits; return the task id. Sent once, on a connection of its own."""

    async def generate(self, model_ref: str, description: str, title: str, *, instrumental: bool) -> str:
        """Spend credits on songs made with a model; return the task id. Sent once, like `create`."""

    async def credits(self) -> Decimal:
        """Return the balance. Safe to repeat."""

    async def spending(self, start: float, end: float, page: int) -> SpendingPage:
        """Return a page, from 1 on, of what was spent between two moments at most 90 days apart.

        Safe to repeat.
        """

    @property
    def clock_ahead(self) -> float | None:
        """Seconds by which Mountsea's clock is ahead of this computer's, where an answer has told."""

    async def renew(self) -> None:
        """Drop every connection and start afresh: after cancelling, and after the computer slept."""


class Checker(Protocol):
    """Looks at a link as Mountsea would. Never raises but for cancellation: doubt is a verdict."""

    async def check(self, link: str) -> Checked:
        """Return the verdict on one link."""


class FileStorage(Protocol):
    """Gives files on this computer an address. Every method raises `StorageError`, and nothing else."""

    @property
    def id(self) -> str:
        """Which storage it is, empty for none: a key means something in that one only."""

    async def file_at(self, path: str) -> LocalFile:
        """The file that is there now."""

    async def new_key(self, file: LocalFile) -> str:
        """A name that nothing in the storage has."""

    async def put(self, file: LocalFile, key: str, progress: Callable[[int], None]) -> None:
        """Send all of the file; nobody ever gets a part of it. `progress` is told of bytes."""

    async def address(self, key: str) -> str:
        """Where everybody gets it, for a day from now on."""

    async def delete(self, key: str) -> None:
        """Take it out, and whatever is left of a failed `put`; that it is not there is fine."""


class Downloader(Protocol):
    """Fetches sound from addresses that strangers gave."""

    async def download(self, link: str, write: Callable[[bytes], Awaitable[None]]) -> str:
        """Hand the file's bytes to `write`; returns its kind.

        Raises `DownloadError` and what `write` raises.
        """


class SongFileError(Exception):
    """A made song's file that could not be written."""

    def __init__(self, fault: JournalFault, details: str = "") -> None:
        super().__init__(fault, details)
        self.fault = fault
        self.details = details


class NewSongFile(Protocol):
    """A file that is being written, and is not there under its name before it is whole."""

    async def write(self, data: bytes) -> None:
        """Append. Raises `SongFileError`."""

    async def finish(self, title: str, kind: str, taken: Collection[str]) -> str:
        """Have it on the disk, whole; returns its name, none of those `taken`. Raises `SongFileError`."""

    async def discard(self) -> None:
        """Leave nothing of it."""


class SongFiles(Protocol):
    """The files of songs that were made."""

    async def holds(self, name: str) -> bool:
        """Return whether a file is there. Raises `SongFileError` where nobody knows: without its folder."""

    async def begin(self) -> NewSongFile:
        """A new file. Raises `SongFileError`."""

    async def delete(self, name: str) -> None:
        """Delete a file; one that is gone is no error. Raises `SongFileError`."""


class JournalError(Exception):
    """A journal operation that did not happen; nothing of it is on disk."""

    def __init__(self, fault: JournalFault, details: str = "") -> None:
        super().__init__(fault, details)
        self.fault = fault
        self.details = details


class AlreadyAttemptedError(Exception):
    """The journal refused a second live attempt for one model."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything the journal holds. Each model carries its latest attempt; songs come in their order."""

    models: tuple[Model, ...] = ()
    songs: tuple[Song, ...] = ()
    earlier: tuple[CreateAttempt, ...] = ()
    """Attempts that others of the same model have followed."""
    generations: tuple[Generation, ...] = ()
    """Oldest first."""
    leftovers: tuple[Leftover, ...] = ()


Record = Model | Song | CreateAttempt | Generation | Leftover


class Journal(Protocol):
    """What must survive. Every method returns when its work is durable, and raises `JournalError` if not.

    Calls are carried out in the order they are made, also when the caller is cancelled meanwhile.
    """

    async def load(self) -> Contents:
        """Return everything that was saved."""

    async def save(self, *records: Record) -> None:
        """Insert or replace, all or none; a second live attempt of a model raises `AlreadyAttemptedError`.

        A model's own `attempt` field is not saved with the model: the attempt is a record of its own.
        """

    async def remove(self, *records: Song | Leftover) -> None:
        """Delete songs or leftovers, all or none."""
