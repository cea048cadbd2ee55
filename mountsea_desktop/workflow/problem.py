"""A reason why something is not going on, in a form that can be kept, compared and put into any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from mountsea_desktop.gateway.errors import Fault, GatewayError
from mountsea_desktop.gateway.fail_reasons import FailReason
from mountsea_desktop.hosting.errors import StorageError, StorageFault
from mountsea_desktop.links.verdict import DownloadFault, Note, Verdict
from mountsea_desktop.runtime.facts import NO_FACTS, FactKey, Facts


class JobFault(StrEnum):
    """What the job itself finds wrong. The values are kept in the journal: never rename one."""

    INTERRUPTED = "interrupted"
    """The program ended while the request was on its way."""
    NO_IDENTIFIER = "no_identifier"
    """Mountsea says "done" and never says under which identifier; fact `task`."""
    RECEIPT_UNKNOWN = "receipt_unknown"
    """Mountsea no longer knows the receipt it gave; fact `task`."""
    UPLOAD_TIMED_OUT = "upload_timed_out"
    """Mountsea gave up on the task by itself."""
    SESSION_UNCLEAR = "session_unclear"
    """Opening the session got no answer; nothing was uploaded."""
    SESSION_GONE = "session_gone"
    """Mountsea no longer knows the session that the uploads belong to."""
    MOUNTSEA_DOWN = "mountsea_down"
    """Mountsea's servers are out of order: of everything alike, and never of one song."""
    CHARGED = "charged"
    """What became of an attempt is unclear, and Mountsea's records show that it was charged for.

    Facts of this and the next three: `amount` and `at` (Unix time) of the charge, `refunded` and
    `refunded_at` of what was given back, `before` and `after`, the balances, each where known; and `task`,
    Mountsea's receipt, where it gave one. Without `at` it was written by a version that took a lower balance
    for a charge.
    """
    REFUNDED = "refunded"
    """The same, and all of it was given back."""
    NOT_CHARGED = "not_charged"
    """The same, and Mountsea's records show no charge for it: fact `records`. Without that, it was written by
    a version that took an equal balance for a proof."""
    CHARGE_UNKNOWN = "charge_unknown"
    """The same, and nobody can tell; with `at`, something was charged that may be this attempt or another."""
    TRAINING_FAILED = "training_failed"
    """Mountsea took the attempt and could not train the model.

    Facts `said` and `reason` where known; `charge`, one of the four above, and its facts, once it was asked.
    """
    SONG_UNCLEAR = "song_unclear"
    """What became of asking for a song is unclear; fact `charge` and its facts, as above, once known."""
    SONG_FAILED = "song_failed"
    """Mountsea took the order for a song and made none; facts `said`, and `charge` with its facts."""
    SONG_WITHOUT_SOUND = "song_without_sound"
    """Mountsea says that a song is done, and not where it is to be had; fact `task`."""
    SONG_NOT_KEPT = "song_not_kept"
    """A song could not be written to this computer's disk; fact `why`: a `JournalFault`."""


class JournalFault(StrEnum):
    """Why the journal cannot be used."""

    FULL = "journal_full"
    LOCKED = "journal_locked"
    READ_ONLY = "journal_read_only"
    CORRUPT = "journal_corrupt"
    NEWER = "journal_newer"
    """It was written by a later version of the program."""
    NO_FILE = "journal_no_file"
    """A folder has its name."""
    GONE = "journal_gone"
    """Its folder cannot be reached or written."""


class LaterCode(str):
    """A code that this version does not know: a later one has written it."""

    __slots__ = ()


Code = (
    Fault | FailReason | StorageFault | Verdict | Note | DownloadFault | JobFault | JournalFault | LaterCode
)
"""The closed lists of the program; the window has words for each of their values."""

_LISTS = (Fault, FailReason, StorageFault, Verdict, Note, DownloadFault, JobFault, JournalFault)
_CODES: Mapping[str, Code] = {code.value: code for codes in _LISTS for code in codes}


def parse_code(value: str) -> Code:
    """Return the code that was kept as this."""
    return _CODES.get(value) or LaterCode(value)


@dataclass(frozen=True, slots=True)
class Problem:
    """A code with the facts its sentence needs, and raw text for those who ask for details.

    `details` is redacted raw text, shown as it is and never translated.
    """

    code: Code
    facts: Facts = field(default_factory=lambda: NO_FACTS)
    details: str = ""

    @classmethod
    def from_error(cls, error: GatewayError) -> "Problem":
        """Return what a failed request means for whoever asked for it."""
        said = {FactKey.SAID: error.said} if error.said else {}
        return cls(error.fault, {**said, **error.facts}, error.details)

    @classmethod
    def of_storage(cls, error: StorageError) -> "Problem":
        """What a failure of the storage, or of a file, means for a song; trying the same is of no use."""
        return cls(error.fault, {**error.facts, FactKey.CERTAIN: "yes"}, error.details)
