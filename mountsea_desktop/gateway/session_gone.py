"""Whether a refusal says, in whoever's words, that the session it was about is over."""

import re

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
