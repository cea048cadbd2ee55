"""From the bytes of a good answer to what they mean.

Mountsea's schema and its guides disagree in places (`data` or `result`, `id` or `clip_id`, an object or a
list), so reading is tolerant exactly there; unknown fields are ignored everywhere.
"""

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Context, Decimal
from typing import Any

import msgspec

from mountsea_desktop.gateway.errors import LONGEST_DETAILS
from mountsea_desktop.gateway.responses import Clip, Entry, Phase, Report, SpendingPage
from mountsea_desktop.runtime.text import excerpt, tidy

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
_LONGEST_PATH = 200
_LONGEST_TITLE = 200
_LONGEST_ADDRESS = 4_000
_MOST_CLIPS = 200
_CLIP_IDS = ("id", "clip_id", "clipId")
_ADDRESSES = ("audio_url", "audioUrl")
_LISTS_OF_IDS = ("audioIds", "audio_ids", "clipIds", "clip_ids")
_DECOY = "forbidden"
"""In the address of a sound that is none; the true one then stands under `media_urls`."""
_A_DAY = 86_400.0
_ABSURD = Decimal(10) ** 12
_SMALLEST = Decimal("0.000001")
# Fifteen digits are what a binary number keeps of a decimal one, at the gateway's end and in the journal.
_AMOUNTS = Context(prec=15)
_DEEPEST = 50
"""Levels that an answer may be nested: far more than any has, and what can be gone through by calls."""
_MOST_SIGNS = 20_000
"""Commas and brackets of an answer: far more than a page of spending has, and what can be gone through in no
time."""

_JSON = msgspec.json.Decoder(float_hook=Decimal)
_TEXT = msgspec.json.Encoder(decimal_format="number")


class NonsenseError(Exception):
    """An answer that does not say what was asked for; the message names what is missing, never what came."""


def fields_of(body: bytes) -> Fields:
    """Return the fields; raises `NonsenseError` unless it is a JSON object of sensible depth and size."""
    if sum(map(body.count, (b",", b"[", b"{"))) > _MOST_SIGNS:
        raise NonsenseError("too many values")
    try:
        answer = _JSON.decode(body)
    # A number may have more digits than Python reads, or an exponent beyond what `Decimal` can hold.
    except (msgspec.DecodeError, ValueError, ArithmeticError, RecursionError) as error:
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
    """Return the id of the session just opened."""
    return _identifier(answer, "sessionId")


def task_id(answer: Fields) -> str:
    """Return the receipt for what was just asked."""
    return _identifier(answer, "taskId")


def balance(answer: Fields) -> Decimal:
    """Return the credits left."""
    for part in (answer, *_wrapped(answer)):
        if (amount := _amount(part.get("credits"))) is not None:
            return amount
    raise NonsenseError("no number of credits")


def spending(answer: Fields) -> SpendingPage:
    """One page of what was spent. Strict, since what is missing from it counts: all of it, or nothing."""
    for part in (answer, *_wrapped(answer)):
        items, meta = part.get("items"), part.get("meta")
        if isinstance(items, list) and isinstance(meta, dict):
            return SpendingPage(
                entries=tuple(map(_entry, items)),
                total=_count(meta, "totalItems"),
                pages=_count(meta, "totalPages"),
            )
    raise NonsenseError("no items with their number")


def _entry(item: object) -> Entry:
    if not isinstance(item, dict):
        raise NonsenseError("an item that is no object")
    amount = _amount(item.get("finalAmount"))
    if amount is None:
        raise NonsenseError("an item without an amount")
    before, after = _amount(item.get("beforeCredits")), _amount(item.get("afterCredits"))
    is_back = before is not None and after is not None and after > before
    return Entry(
        id=_as_identifier(_as_text(item.get("id"))),
        path=tidy(_as_text(item.get("apiPath")), _LONGEST_PATH),
        spent=-amount.copy_abs() if is_back else amount.copy_abs(),
        at=_moment(item.get("createdAt")),
        trace=_as_identifier(item.get("traceId")),
    )


def _amount(value: object) -> Decimal | None:
    """Return a number of credits, or None.

    Exact, but for the noise that binary numbers leave in the last digits.
    """
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    # Compared first: what is computed with numbers of absurd size raises, or takes the memory there is.
    if not -_ABSURD < value < _ABSURD:
        return None
    number = _AMOUNTS.create_decimal(value)
    return number.quantize(_SMALLEST).normalize() + 0 if number.copy_abs() >= _SMALLEST else Decimal(0)


def _count(meta: Fields, key: str) -> int:
    value = meta.get(key)
    if type(value) is not int or value < 0:
        raise NonsenseError(f"no {key}")
    return value


def _moment(value: object) -> float:
    """Unix time of a date and time that says its zone."""
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        if moment is not None and moment.tzinfo is not None:
            return moment.timestamp()
    except (ValueError, OverflowError):
        pass
    raise NonsenseError("an item without a time")


def report(answer: Fields, asked: str, hide: Callable[[str], str] = str) -> Report:
    """Return how the task `asked` about stands. `hide` takes secrets out of the words for people."""
    status = answer.get("status")
    if not isinstance(status, str) or not status.strip():
        raise NonsenseError("no status")
    return Report(
        task_id=asked,
        phase=_PHASES.get(status.strip().lower(), Phase.WORKING),
        clip_id=_clip_id(answer),
        model_ref=_model_ref(answer),
        fail_reason=_words(answer.get("failReason"), hide, LONGEST_DETAILS),
        fail_code=_words(answer.get("failCode"), hide, _LONGEST_WORD),
        status=tidy(status, _LONGEST_WORD),
        clips=_clips(answer, hide),
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
    """Return what the answer wraps: under each known name an object, or the first object of a list."""
    values = (answer.get(key) for key in _WRAPPINGS)
    firsts = (value[0] if isinstance(value, list) and value else value for value in values)
    return [first for first in firsts if isinstance(first, dict)]


def _clip_id(answer: Fields) -> str:
    for part in _wrapped(answer):
        for key in _CLIP_IDS:
            identifier = _as_identifier(part.get(key))
            if identifier and not _MODEL.search(identifier):
                return identifier
    return ""


def _clips(answer: Fields, hide: Callable[[str], str]) -> tuple[Clip, ...]:
    """The songs an answer lists, in its order: objects with an address, and lists of mere identifiers."""
    found: list[Clip] = []
    waiting: list[Any] = [answer.get(key) for key in reversed(_WRAPPINGS)]
    waiting.insert(0, {key: answer.get(key) for key in _LISTS_OF_IDS})
    while waiting and len(found) < _MOST_CLIPS:
        part = waiting.pop()
        if isinstance(part, list):
            waiting.extend(reversed(part))
        elif isinstance(part, dict):
            if addresses := _addresses(part):
                found.append(_clip(part, addresses, hide))
            else:
                found += [Clip(id=name) for key in _LISTS_OF_IDS for name in _identifiers(part.get(key))]
                waiting.extend(reversed(list(part.values())))
    named = {clip.id for clip in found if clip.addresses}
    unique = {clip.id or clip.addresses: clip for clip in found if clip.addresses or clip.id not in named}
    return tuple(unique.values())[:_MOST_CLIPS]


def _clip(part: Fields, addresses: tuple[str, ...], hide: Callable[[str], str]) -> Clip:
    metadata = part.get("metadata")
    more: Fields = metadata if isinstance(metadata, dict) else {}
    duration = _amount(part.get("duration")) or _amount(more.get("duration"))
    return Clip(
        id=next(filter(None, (_as_identifier(part.get(key)) for key in _CLIP_IDS)), ""),
        addresses=addresses,
        title=_words(part.get("title"), hide, _LONGEST_TITLE),
        duration=float(duration) if duration is not None and 0 < duration < _A_DAY else None,
    )


def _addresses(part: Fields) -> tuple[str, ...]:
    """Where the sound of a song may be had."""
    media = part.get("media_urls")
    values = [part.get(key) for key in _ADDRESSES]
    values += [one.get("url") for one in media if isinstance(one, dict)] if isinstance(media, list) else []
    texts = [value.strip() for value in values if isinstance(value, str) and len(value) <= _LONGEST_ADDRESS]
    good = [text for text in texts if text.lower().startswith(("http://", "https://"))]
    return tuple(dict.fromkeys(text for text in good if _DECOY not in text.lower()))


def _identifiers(value: object) -> list[str]:
    return [name for one in value if (name := _as_identifier(one))] if isinstance(value, list) else []


def _model_ref(answer: Fields) -> str:
    for key in _WRAPPINGS:
        if found := _MODEL.search(_as_json(answer.get(key))):
            return found[0]
    return ""


def _words(value: object, hide: Callable[[str], str], longest: int) -> str:
    """Return words for people. Secrets are looked for in what will be seen, and before it is cut."""
    return excerpt(_as_text(value), longest, hide)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        # An exponent of a thousand would write as many digits.
        return format(value.normalize(_AMOUNTS), "f") if -_ABSURD < value < _ABSURD else str(value)
    return _as_json(value)


def _as_json(value: object) -> str:
    return _TEXT.encode(value).decode()
