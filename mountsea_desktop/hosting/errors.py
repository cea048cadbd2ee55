"""What can go wrong between a file on this computer and an address that everybody can open."""

from enum import StrEnum

from mountsea_desktop.runtime.facts import NO_FACTS, Facts


class StorageFault(StrEnum):
    """What happened. The values are kept in the journal: never rename one."""

    FILE_GONE = "file_gone"
    """The file is no longer where it was."""
    FILE_CHANGED = "file_changed"
    """It is another one than was added, or was changed while it was read."""
    FILE_LOCKED = "file_locked"
    """It may not be read, or another program keeps it to itself."""
    FILE_UNREADABLE = "file_unreadable"
    """Its drive does not answer, or answers with an error."""
    FILE_NOT_AUDIO = "file_not_audio"
    """By its first bytes it is no sound file as known here."""
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    """Larger than the storage takes in one piece."""
    NOT_SET_UP = "storage_not_set_up"
    NOT_STORED = "storage_not_stored"
    """The file is not in the storage that is used now."""
    NO_SECRET = "storage_no_secret"  # noqa: S105 - a code, not a secret
    """The secret is neither in the keyring nor in the administrator's file."""
    WRONG_SETTINGS = "storage_wrong_settings"
    """Address, bucket or region are no such thing."""
    KEY_REFUSED = "storage_key_refused"
    """The key is not known, or the secret does not belong to it."""
    NO_RIGHT = "storage_no_right"
    """The key may not do that."""
    NO_BUCKET = "storage_no_bucket"
    WRONG_REGION = "storage_wrong_region"
    """The bucket is elsewhere."""
    CLOCK = "storage_clock"
    """This computer's clock is off, so that signatures do not count; fact `clock`, the storage's time."""
    FULL = "storage_full"
    FOLDER_GONE = "storage_folder_gone"
    FOLDER_READ_ONLY = "storage_folder_read_only"
    REJECTED = "storage_rejected"
    """Any other no."""
    CERTIFICATE = "storage_certificate"
    """The storage shows a certificate that this computer does not trust."""
    INCOMPLETE = "storage_incomplete"
    """What everybody gets at the address is not as long as the file."""
    DIFFERENT = "storage_different"
    """What everybody gets there is not what was put there."""
    NOT_PUBLIC = "storage_not_public"
    """Nobody gets it at its address."""
    PRIVATE = "storage_private"
    """Its address leads to this computer or its network, where nobody else gets."""
    OFFLINE = "storage_offline"
    """The name of its host could not be resolved, or there is no route to it."""
    UNREACHABLE = "storage_unreachable"
    PROXY = "storage_proxy"
    """The proxy cannot be used, or wants a login."""
    LOST = "storage_lost"
    """The connection broke, or went silent."""
    BUSY = "storage_busy"
    """The storage has trouble of its own, or wants to be asked less."""


PASSING = frozenset(
    {
        StorageFault.OFFLINE,
        StorageFault.UNREACHABLE,
        StorageFault.PROXY,
        StorageFault.LOST,
        StorageFault.BUSY,
    }
)
"""What ends by itself, so that the same file is sent again."""
OF_THE_STORAGE = frozenset(
    {
        StorageFault.WRONG_SETTINGS,
        StorageFault.NO_SECRET,
        StorageFault.KEY_REFUSED,
        StorageFault.NO_BUCKET,
        StorageFault.WRONG_REGION,
        StorageFault.CLOCK,
        StorageFault.CERTIFICATE,
    }
)
"""What stands in the way of whatever is asked of the storage."""


class StorageError(Exception):
    """Something that was not done; nobody finds half of a file because of it.

    `details` is raw text for people who ask for it, already redacted. `facts` are none of them secret.
    """

    def __init__(self, fault: StorageFault, details: str = "", facts: Facts = NO_FACTS) -> None:
        super().__init__(fault, details)
        self.fault = fault
        self.details = details
        self.facts = facts

    @property
    def passes(self) -> bool:
        """Whether trying again later may help, with nothing done meanwhile."""
        return self.fault in PASSING
