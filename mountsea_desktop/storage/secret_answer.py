"""What a keyring can answer, for those who only put it into words."""

from enum import StrEnum


class SecretAnswer(StrEnum):
    """What became of a question to the keyring."""

    FOUND = "token_found"
    SAVED = "token_saved"
    REMOVED = "token_removed"
    ABSENT = "token_absent"
    """The keyring answered, and there is no token in it."""
    LOCKED = "keyring_locked"
    """It is locked, and was not unlocked."""
    UNAVAILABLE = "keyring_unavailable"
    """There is no keyring here that keeps secrets secret."""
    TIMED_OUT = "keyring_timed_out"
    """No answer in time. Whether there is a token, or whether it was saved, is not known."""
    FAILED = "keyring_failed"
    TOO_LONG = "token_too_long"
    """Longer than this keyring keeps; it was not asked."""
    SUPERSEDED = "token_overtaken"
    """The person wanted something else before it was done; that is what the keyring has been left with."""
