"""A song: a link on its way to becoming training material, and the states it can be in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self

from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.hosting.errors import StorageFault
from mountsea_desktop.hosting.local_file import LocalFile
from mountsea_desktop.links.verdict import Verdict
from mountsea_desktop.workflow.problem import Code, Problem


class SongState(StrEnum):
    """Where a song stands. The values are kept in the journal: never rename one."""

    FILE_WAITING = "file_waiting"
    """A file on this computer that is to be sent to the storage, which gives it an address."""
    FILE_SENDING = "file_sending"
    FILE_PAUSED = "file_paused"
    DRAFT = "draft"
    CHECKING = "checking"
    READY = "ready"
    NEEDS_ATTENTION = "needs_attention"
    QUEUED = "queued"
    SENDING = "sending"
    ACCEPTED = "accepted"
    UPLOADED = "uploaded"
    FAILED = "failed"
    UNCLEAR = "unclear"


_S = SongState

MOVES: Mapping[SongState, frozenset[SongState]] = {
    _S.FILE_WAITING: frozenset({_S.FILE_SENDING, _S.FILE_PAUSED, _S.NEEDS_ATTENTION}),
    _S.FILE_SENDING: frozenset({_S.FILE_WAITING, _S.FILE_PAUSED, _S.NEEDS_ATTENTION, _S.DRAFT}),
    _S.FILE_PAUSED: frozenset({_S.FILE_WAITING}),
    _S.DRAFT: frozenset({_S.CHECKING, _S.READY, _S.NEEDS_ATTENTION, _S.QUEUED}),
    _S.CHECKING: frozenset({_S.DRAFT, _S.READY, _S.NEEDS_ATTENTION, _S.QUEUED}),
    _S.READY: frozenset({_S.DRAFT, _S.CHECKING, _S.NEEDS_ATTENTION, _S.QUEUED}),
    _S.NEEDS_ATTENTION: frozenset({_S.DRAFT, _S.CHECKING, _S.READY, _S.QUEUED, _S.FILE_WAITING}),
    _S.QUEUED: frozenset({_S.SENDING, _S.READY, _S.FAILED}),
    _S.SENDING: frozenset({_S.ACCEPTED, _S.QUEUED, _S.READY, _S.FAILED, _S.UNCLEAR}),
    _S.ACCEPTED: frozenset({_S.UPLOADED, _S.FAILED, _S.UNCLEAR}),
    _S.UPLOADED: frozenset(),
    _S.FAILED: frozenset(),
    _S.UNCLEAR: frozenset({_S.UPLOADED}),
}
"""What the program may do by itself. Of final states it leaves one, where Mountsea has an unclear song."""

USER_MOVES: Mapping[SongState, frozenset[SongState]] = {
    _S.UPLOADED: frozenset({_S.READY, _S.FILE_WAITING}),
    _S.FAILED: frozenset({_S.QUEUED, _S.DRAFT, _S.READY, _S.FILE_WAITING}),
    _S.UNCLEAR: frozenset({_S.QUEUED, _S.READY, _S.FILE_WAITING}),
}
"""What only an explicit action of the user may do: leave a state that is otherwise final."""

UNSTORED = frozenset({_S.FILE_WAITING, _S.FILE_SENDING, _S.FILE_PAUSED})
"""A file that has no address yet."""
UNSENT = UNSTORED | {_S.DRAFT, _S.CHECKING, _S.READY, _S.NEEDS_ATTENTION}
"""Mountsea has not heard of the song, and is not about to."""
ON_THE_WAY_TO_READY = frozenset({_S.FILE_WAITING, _S.FILE_SENDING, _S.DRAFT, _S.CHECKING, _S.READY})
"""What becomes of it nobody has to see to; where uploading is wanted, it follows."""
UNDER_WAY = frozenset({_S.QUEUED, _S.SENDING, _S.ACCEPTED})
"""The song moves on by itself."""
FINAL = frozenset({_S.UPLOADED, _S.FAILED, _S.UNCLEAR})
EDITABLE = UNSENT | {_S.FAILED}
REMOVABLE = UNSENT | {_S.QUEUED, _S.FAILED, _S.UNCLEAR}
CHECKABLE = frozenset({_S.READY, _S.NEEDS_ATTENTION})
RETRIABLE = frozenset({_S.FAILED, _S.NEEDS_ATTENTION})
NO_LONGER_THERE = frozenset[Code]({FailReason.NOT_FETCHED, Verdict.NOT_THERE, Verdict.NO_ACCESS})
"""What is said of a stored file that the storage took away again, as it does by its own rule after days."""


class IllegalMoveError(Exception):
    """A state was to be left in a way that the table of moves does not know: a bug, never a user's doing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Song:
    """One row. Never changed in place: each step makes a new value, which is journalled and then shown."""

    id: str
    model_id: str
    position: int
    """Order within the model, as the musician added them; gaps are fine."""
    link: str
    """The address Mountsea is given."""
    pasted: str
    """The address as it was pasted; shown beside the rewritten one."""
    title: str
    has_own_title: bool = False
    """Whether the title is the musician's own, from a list say, and not for an answer to replace."""
    state: SongState = SongState.DRAFT
    since: float
    """When the state was entered, in seconds of Unix time."""
    task_id: str = ""
    """Mountsea's receipt for the upload."""
    clip_id: str = ""
    """Mountsea's identifier of the uploaded song."""
    chosen: bool = True
    """Whether the model is to be trained on it."""
    upload_wanted: bool = False
    """Whether "Upload" was pressed before the link was checked: it follows by itself if it turns out well."""
    problem: Problem | None = None
    size: int | None = None
    """Bytes, where the check learned it."""
    duration: float | None = None
    """Seconds, where the check learned it."""
    expires_at: float | None = None
    """When a signed link stops working, in seconds of Unix time."""
    file: str = ""
    """The path of the song on this computer, where it was added as a file; `link` is empty then."""
    file_size: int = 0
    """Bytes of that file when it was added."""
    file_modified: int = 0
    """When it was last written to by then, in nanoseconds of Unix time."""
    stored_in: str = ""
    """Which storage the file was sent to, or is being sent to."""
    stored_as: str = ""
    """Its name there. Never a signed address: those are made when they are needed."""

    @property
    def source(self) -> str:
        """Where it comes from: its link, or the path of its file."""
        return self.file or self.link

    @property
    def local_file(self) -> LocalFile | None:
        """The file on this computer, as it was when it was added."""
        return LocalFile(self.file, self.file_size, self.file_modified) if self.file else None

    def of_file(self, file: LocalFile) -> Self:
        """Return the same song with this for its file."""
        return replace(self, file=file.path, file_size=file.size, file_modified=file.modified)

    def moved(self, to: SongState, *, now: float, by_user: bool = False, **changes: Any) -> Self:
        """Return the same song in another state; its problem is cleared unless a new one is given.

        Raises `IllegalMoveError` for a move that is in neither table, or in the user's alone without
        `by_user`.
        """
        allowed = MOVES[self.state] | (USER_MOVES.get(self.state, frozenset()) if by_user else frozenset())
        if to not in allowed:
            raise IllegalMoveError(f"song {self.id}: {self.state} → {to}")
        return replace(self, state=to, since=now, **{"problem": None, **changes})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leftover:
    """A stored file whose song was removed, or has a link now: to be deleted, unless a song has it again."""

    id: str
    """Its name in the storage, which no other one has."""
    stored_in: str
    song_id: str


def wants_sending(song: Song) -> bool:
    """Whether what helps a song that went wrong is to send its file to the storage once more."""
    if not song.file or song.problem is None or song.state not in RETRIABLE:
        return False
    code = song.problem.code
    return isinstance(code, StorageFault) or code in NO_LONGER_THERE or not song.stored_as


def waits_for_upload(song: Song) -> bool:
    """Return whether a song is uploaded by itself as things stand, and was not sent yet."""
    return song.state is SongState.QUEUED or song.upload_wanted


def not_to_upload(song: Song, now: float) -> Song:
    """Return a song that is not uploaded until that is asked for anew; of what was sent nothing changes."""
    if song.state is SongState.QUEUED:
        return song.moved(SongState.READY, now=now, upload_wanted=False)
    return replace(song, upload_wanted=False) if song.upload_wanted else song


def begun_anew(song: Song) -> Song:
    """Return a song as it is at a start: a check or sending that was interrupted is to be done again."""
    match song.state:
        case SongState.CHECKING:
            return song.moved(SongState.DRAFT, now=song.since)
        case SongState.FILE_SENDING:
            return song.moved(SongState.FILE_WAITING, now=song.since)
    return song
