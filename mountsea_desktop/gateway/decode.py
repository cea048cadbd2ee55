"""From the bytes of a good answer to what they mean.

Mountsea's schema and its guides disagree in places (`data` or `result`, `id` or `clip_id`, an object or a
list), so reading is tolerant exactly there; unknown fields are ignored everywhere.
"""

import re
from collections.abc import Callable
from typing import Any

import msgspec

from mountsea_desktop.gateway.errors import DETAILS
from mountsea_desktop.gateway.responses import Phase, Report
from mountsea_desktop.runtime.text import tidy

Fields = dict[str, Any]

_PHASES = {
    "queued": Phase.WAITING,
    "ready": Phase.WAITING,
    "running": Phase.WORKING,
    "stream": Phase.WORKING,
    "awaiting": Phase.WORKING,
    "success": Phase.SUCCEEDED,
    "failed": Phase.FAILED,
    "timeout": Phase.TIMED_OUT,
}
KNOWN_STATUSES = frozenset(_PHASES)
"""The status words that are documented."""

_MODEL = re.compile(r"chirp-custom:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_WRAPPINGS = ("data", "result")
# What can be sent again in an address and stand in a line of the log.
_IDENTIFIER = re.compile(r"[!-~]{1,200}")
_LONGEST_WORD = 40
_ABSURD = 1e15
_DEEPEST = 50
"""Levels that an answer may be nested: far more than any has, and what can be gone through by calls."""


class NonsenseError(Exception):
    """An answer that does not say what was asked for; the message names what is missing, never what came."""


def fields_of(body: bytes) -> Fields:
    """The answer's fields; raises `NonsenseError` unless it is a JSON object of sensible depth."""
    try:
        answer = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise NonsenseError("not JSON") from error
    if not isinstance(answer, dict):
        raise NonsenseError("not an object")
    if _is_deep(answer):
        raise NonsenseError("nested too deeply")
    return answer


def _is_deep(answer: Fields) -> bool:
    level: list[Any] = [answer]
    for _ in range(_DEEPEST):
        if not level:
            return False
        fields = (it.values() if isinstance(it, dict) else it for it in level)
        level = [value for values in fields for value in values if isinstance(value, dict | list)]
    return bool(level)


def session_id(answer: Fields) -> str:
    """The id of the session just opened."""
    return _identifier(answer, "sessionId")


def task_id(answer: Fields) -> str:
    """The receipt for what was just asked."""
    return _identifier(answer, "taskId")


def balance(answer: Fields) -> float:
    """The credits left."""
    for part in (answer, *_wrapped(answer)):
        value = part.get("credits")
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _ABSURD:
            return float(value)
    raise NonsenseError("no number of credits")


def report(answer: Fields, asked: str, hide: Callable[[str], str] = str) -> Report:
    """How the task `asked` about stands. `hide` takes secrets out of the words for people."""
    status = answer.get("status")
    if not isinstance(status, str) or not status.strip():
        raise NonsenseError("no status")
    return Report(
        task_id=asked,
        phase=_PHASES.get(status.strip().lower(), Phase.WORKING),
        clip_id=_clip_id(answer),
        model_ref=_model_ref(answer),
        fail_reason=_words(answer.get("failReason"), hide, DETAILS),
        fail_code=_words(answer.get("failCode"), hide, _LONGEST_WORD),
        status=tidy(status, _LONGEST_WORD),
    )


def _identifier(answer: Fields, key: str) -> str:
    for part in (answer, *_wrapped(answer)):
        if identifier := _as_identifier(part.get(key)):
            return identifier
    raise NonsenseError(f"no {key}")


def _as_identifier(value: object) -> str:
    value = value.strip() if isinstance(value, str) else ""
    return value if _IDENTIFIER.fullmatch(value) else ""


def _wrapped(answer: Fields) -> list[Fields]:
    """What the answer wraps: under each known name an object, or the first object of a list."""
    values = (answer.get(key) for key in _WRAPPINGS)
    firsts = (value[0] if isinstance(value, list) and value else value for value in values)
    return [first for first in firsts if isinstance(first, dict)]


def _clip_id(answer: Fields) -> str:
    for part in _wrapped(answer):
        for key in ("id", "clip_id", "clipId"):
            identifier = _as_identifier(part.get(key))
            if identifier and not _MODEL.search(identifier):
                return identifier
    return ""


def _model_ref(answer: Fields) -> str:
    for key in _WRAPPINGS:
        if found := _MODEL.search(_as_json(answer.get(key))):
            return found[0]
    return ""


def _words(value: object, hide: Callable[[str], str], longest: int) -> str:
    """Words for people. Secrets are looked for in what will be seen, and before it is cut."""
    return tidy(hide(tidy(_as_text(value))), longest)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _as_json(value)


def _as_json(value: object) -> str:
    return msgspec.json.encode(value).decode()
