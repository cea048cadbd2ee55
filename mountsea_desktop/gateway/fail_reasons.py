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
    for words in (reason.lower(), code.lower()):
        for sign, meaning in _SIGNS:
            if sign in words:
                return meaning
    return _CODES.get(code.strip(), FailReason.OTHER)


# What may stand between "session" and its fate: any other word would make it a sentence about something else.
_BETWEEN = r"""(?:\W+(?:with|the|this|id|is|was|has|have|been|already|does|do|did|could|can|either|be
    |\w*\d\w*|[0-9a-f]{4,12})\b){0,12}"""
_IS_GONE = r"""(?:not\s+(?:be\s+)?(?:found|exist|valid|known|active|available|recogni[sz]ed)
    |(?:does|did|is|was)n['’]t\s+(?:exist|found|valid|known|active)
    |expired|invalid|unknown|gone|no\s+longer\s+\w+)\b"""
_SESSION_GONE = re.compile(
    rf"""session(?:[\s_-]?ids?)?{_BETWEEN}\W+{_IS_GONE}
    |(?:invalid|unknown|expired|no\s+such|not\s+find)\s+(?:the\s+)?session
    |(?:会话|會話|session)[a-z0-9_\s:：'"“”-]{{0,50}}?(?:编号|編號|标识|標識)?(?:已经?|已經|不再)?(?:不存在|过期|過期|无效|無效|失效|未找到|找不到)
    |(?:无效|無效|过期|過期|失效|未知|不存在|找不到)的?\s*(?:会话|會話|session)""",
    re.IGNORECASE | re.VERBOSE,
)


def says_session_is_gone(words: str) -> bool:
    """Return whether a refusal says that the session it was about is over or never was."""
    return _SESSION_GONE.search(words) is not None
