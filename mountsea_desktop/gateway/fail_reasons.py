"""Why Mountsea could not use a song, recognised in its own words.

Mountsea publishes no table of codes. It seems to pass on Suno's reasons; those known were seen in public code
of others, and the number 4001 in Mountsea's own example.
"""

import re
from enum import StrEnum


class FailReason(StrEnum):
    """What a failure means for the musician. The values are kept in the journal: never rename one."""

    KNOWN_RECORDING = "known_recording"
    """Recognised as a released recording, which may be the artist's own."""
    COPYRIGHT = "copyright"
    """The lyrics or the recording are under copyright."""
    CHECK_FAILED = "check_failed"
    """Their check took too long."""
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    UNREADABLE = "unreadable"
    """Not audio they can read."""
    NOT_FETCHED = "not_fetched"
    """They could not download the link."""
    TOO_MANY = "too_many"
    """Too many songs at once."""
    ACCOUNT_BLOCKED = "account_blocked"
    """The account behind this session is restricted; a new session may work."""
    ACCOUNT_FULL = "account_full"
    """The Suno account behind this session has as many models as it may; a new session may get another."""
    OTHER = "other"


# The first that is contained decides, so the more telling ones stand first.
_SIGNS = (
    ("match_audible_magic", FailReason.KNOWN_RECORDING),
    ("match_acrcloud", FailReason.KNOWN_RECORDING),
    ("match_version_id", FailReason.KNOWN_RECORDING),
    ("matches existing work", FailReason.KNOWN_RECORDING),
    ("blocked_account", FailReason.ACCOUNT_BLOCKED),
    ("rate_limited", FailReason.TOO_MANY),
    ("duration_short", FailReason.TOO_SHORT),
    ("duration_long", FailReason.TOO_LONG),
    ("decode_audio", FailReason.UNREADABLE),
    ("fetch_audio", FailReason.NOT_FETCHED),
    ("audio source not found", FailReason.NOT_FETCHED),
    ("copyright", FailReason.COPYRIGHT),
    ("check_failed", FailReason.CHECK_FAILED),
)
_CODES = {"4001": FailReason.NOT_FETCHED}


def recognise(reason: str, code: str = "") -> FailReason:
    """Return what Mountsea's `failReason` and `failCode` mean; the words count for more than the code."""
    if says_account_is_full(reason) or says_account_is_full(code):
        return FailReason.ACCOUNT_FULL
    for words in (reason.lower(), code.lower()):
        for sign, meaning in _SIGNS:
            if sign in words:
                return meaning
    return _CODES.get(code.strip(), FailReason.OTHER)


_MODELS = r"(?:custom|voice|personal)?[\s_-]*models?\b"
_IS_FULL = r"(?:limits?|maximum|max|quota|too\s+many|as\s+many)"
_NEAR = r"[^.!?\n]{0,60}?"
_ACCOUNT_FULL = re.compile(
    rf"""(?<!rate[ ])\b{_IS_FULL}\b(?!\s+(?:length|size)){_NEAR}\b{_MODELS}(?![\s_-]+(?:name|id)\b)
    |\b{_MODELS}(?![\s_-]+(?:name|id)\b){_NEAR}(?<!rate[ ])\b{_IS_FULL}\b
    |\balready\b{_NEAR}\b(?:3|three)\b{_NEAR}\bmodels\b
    |模型[^。！？\n]{{0,20}}(?:上限|已满|已滿|最多)|(?:最多|上限)[^。！？\n]{{0,20}}模型""",
    re.IGNORECASE | re.VERBOSE,
)


def says_account_is_full(words: str) -> bool:
    """Whether a refusal says that there are as many models as there may be."""
    return _ACCOUNT_FULL.search(words[:2_000].replace("_", " ")) is not None
