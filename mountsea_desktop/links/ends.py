"""Where a link ends: which signs behind it are its own, and which are those of the text around it."""

import re
from collections.abc import Callable

from mountsea_desktop.links import signed
from mountsea_desktop.links.title import AUDIO_ENDINGS

AUDIO = rf"\.(?:{'|'.join(AUDIO_ENDINGS)})"
HAS_AUDIO = re.compile(rf"{AUDIO}(?![a-z0-9])", re.IGNORECASE)  # a.mp3, a.mp3?x
_PARAMETER = r"[a-z][a-z0-9_.\-]*="  # dl=
_NEXT = re.compile(r"https?://|,")  # a,https://example.com/b
_COMMAS = re.compile(rf"(%20|[+_\-])?[^?:;|]{{0,200}}?{AUDIO}(?![a-z0-9])(?(1)|(?!,))", re.IGNORECASE)
"""What follows a comma in the name of a file that holds further ones: `Earth,+Wind,+Fire.mp3`."""
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_ENDS = "，。；！、…：（）【】《》〈〉「」『』’‘,|"
_SEPARATORS = f"{_ENDS}？;"
_ANOTHER = re.compile(rf"https?://|(?<=[{_SEPARATORS}])www\.", re.IGNORECASE)
_AFTER_AUDIO = "|".join(rf"(?<=\.{ending})" for ending in AUDIO_ENDINGS)
_STOP = re.compile(
    rf"[？;](?!{_PARAMETER})|[{_ENDS}]"  # a？谢谢 but not a？dl=0
    r"|'(?=[\s,;)\]>]|$)"  # 'a',
    rf"|(?<=[a-z0-9])(?=[{_CJK}])"  # a谢谢
    # a.mp3é, but neither a.mp3é/b nor a.mp3é.mp3
    rf"|(?=[^\x00-\x7f\uff01-\uff5e])(?:{_AFTER_AUDIO})(?![^/?]{{0,200}}?(?:[/?].|{AUDIO}(?![a-z0-9])))",
    re.IGNORECASE,
)
_QUERY = re.compile(rf"\?|？(?={_PARAMETER})", re.IGNORECASE)  # a？dl=0
_LAST = re.compile(rf".*[?？&]({_PARAMETER})", re.IGNORECASE | re.DOTALL)  # the last of a?x=1&y=2
_FREE = re.compile(r"name|title|file|disposition|process", re.IGNORECASE)  # response-content-disposition=
_SHORT_VALUE = re.compile(
    r"[?&](?:dl|raw|usp|st|e|download|rlkey|id|web|resourcekey|export|confirm)=[\w-]*\Z", re.IGNORECASE
)
"""A parameter whose value holds no commas: `?dl=0`."""
WHOLE_PAGE = re.compile(r"/(?:download|view|edit|preview|raw|open|uc)/?\Z", re.IGNORECASE)  # …/s/AbC/download
_OPTION = re.compile(r",[a-z]{1,9}_\w", re.ASCII)  # x-oss-process=audio,vol_1
_TELLING = re.compile(r"[^\x00-\x7f]|[,;|'=]|://")  # without one of these only the tail can be wrong
# https://urldefense.com/v3/__https://example.com/a*20b.mp3__;JQ!!Org!s-g$
_FILTERED = re.compile(r"https?://[^/]+/v3/__[^\s]+?__;[\w-]*![\w!~.-]*\$?", re.IGNORECASE | re.ASCII)
_HOST_END = re.compile(r"[/／?#]")  # example.com/a
_TAG_END = re.compile(r"\[/[a-z]+\]", re.IGNORECASE)  # [/url]
_WIDE_STOPS = "？：…（"
_TAIL = ".,;:!?'*~|\\，。；：！？、…’‘"
CLOSING = dict(zip(")]}）】》」』»›", "([{（【《「『«‹", strict=True))
SIMPLE = re.compile(
    r"https?://[a-z0-9.\-]+(?::\d+)?/[a-z0-9/_.\-~%?=&+]*[a-z0-9/_\-=&+]", re.IGNORECASE
)  # a line with nothing else


def ended(token: str, front: int, before: str) -> str:
    """Return the token up to where the link in it ends; its first `front` characters certainly belong to it.

    `before` is the sign that stands before it: one that parts columns does so on the other side as well.
    """
    if token[:1].lower() != "h" and ":" in token[:front] and "://" not in token[:front]:
        return token  # not an address of the web: nothing is known of its form
    if token.isascii() and SIMPLE.fullmatch(token):
        return token
    if not _TELLING.search(token, front):
        return _trimmed(token, front)
    if "/__" in token and (filtered := _FILTERED.match(token)) is not None:
        return filtered[0]
    if "://" in token[front:] or "www." in token[front:]:
        token = _first(token, front)
    last = _LAST.match(token, front - 1) if "=" in token else None
    kind = _kind(token, front, last)
    end, tail = _ENDINGS[kind]
    return _trimmed(token[: end(token, front, last, before)], last.end() if last and kind else front, tail)


def _kind(token: str, front: int, last: re.Match[str] | None) -> str:
    """Return which of the three ends a link has."""
    if last is None or not signed.begun(token[front : last.end()]):
        return ""
    return "signature" if signed.value(last[1][:-1], token, last.end()) is not None else "text"


def _first(token: str, front: int) -> str:
    """Return the token up to where another address begins.

    Those that redirecting sites and archives have belong.
    """
    for another in _ANOTHER.finditer(token, front):
        start = another.start()
        sign = token[start - 1]
        if sign in _SEPARATORS or sign in "'([{":
            return token[: start - 1]
        nested = sign in "=/?" and not HAS_AUDIO.search(token[start - 6 : start])
        if not nested and (sign.isalnum() or sign in "=/"):
            return token[:start]
    return token


def _end(token: str, front: int, last: re.Match[str] | None, _before: str) -> int:
    """Return where a link without a signature ends."""
    settled = last.end() if last else 0
    host_end = _HOST_END.search(token, front)
    host = host_end.start() if host_end else len(token)
    begins = _QUERY.search(token, front) if settled or ";" in token else None
    query = begins.start() if begins else len(token)
    wide = not token[:front].isascii()
    for stop in _STOP.finditer(token, front):
        position, sign = stop.start(), stop[0]
        if position == front or (wide and token[position] in _WIDE_STOPS):
            continue
        in_query = host < position < settled and "?" not in token[position:settled]
        if in_query and (position > query or sign == ","):
            continue  # the query goes on
        if token[settled - 8 : settled].lower() == "process=" and _OPTION.match(token, position):
            continue  # what a store is to make of the file
        if sign == "|" or (sign == ";" and position > query) or _stops(token, stop, host):
            return position
    return len(token)


def _end_of_signature(token: str, _front: int, last: re.Match[str] | None, _before: str) -> int:
    """Return where a signed link ends whose last parameter has a form of its own."""
    assert last is not None  # noqa: S101 - what makes it of this kind
    value = signed.value(last[1][:-1], token, last.end())
    return value.end() if value else len(token)


def _end_of_text(token: str, _front: int, last: re.Match[str] | None, before: str) -> int:
    """Return where a signed link ends whose last parameter is free text.

    Such a link is cut by clear signs only.
    """
    assert last is not None  # noqa: S101 - what makes it of this kind
    free = _FREE.search(last[1])
    for stop in _STOP.finditer(token, last.end()):
        position, sign = stop.start(), stop[0]
        if sign and sign in ",;|":
            if sign == before:
                return position
            continue
        value = token[last.end() : position]
        if not sign and (not value or free) and not HAS_AUDIO.search(value):
            continue
        if _stops(token, stop, 0, last.end()):
            return position
    return len(token)


_End = Callable[[str, int, "re.Match[str] | None", str], int]
_ENDINGS: dict[str, tuple[_End, str]] = {
    "": (_end, _TAIL),  # https://example.com/a.mp3，谢谢
    "signature": (_end_of_signature, _TAIL.replace("~", "")),  # …?Expires=1&Signature=x，谢谢
    "text": (_end_of_text, _TAIL.replace("~", "")),  # …&Signature=x&filename=晴天，雨天.mp3，谢谢
}
"""How a link ends, by its kind, and the signs that are no part of it at its end."""


def _stops(token: str, stop: re.Match[str], host_end: int, start: int = 0) -> bool:
    """Tell whether the link ends here, or the sign belongs to a file's name, which begins after `start`."""
    head, rest, sign = token[start : stop.start()], token[stop.end() :], stop[0]
    if stop.start() < host_end:
        if sign == "。" or sign == "：":
            return not re.match(r"[a-z0-9\-]+[./／。:：]", rest, re.IGNORECASE)
        if sign == ",":  # example,com/a.mp3
            return not re.match(r"[a-z]{2,6}/", rest, re.IGNORECASE)
        return bool(sign) or bool(re.search(r"\.[a-z]{2,}$", head, re.IGNORECASE))
    if HAS_AUDIO.search(head):
        return True
    if sign in (",", ";") and (WHOLE_PAGE.search(head) or _SHORT_VALUE.search(head)):
        return True
    if sign == "," and _COMMAS.match(rest):
        return False
    return not (HAS_AUDIO.search(_NEXT.split(rest, 1)[0]) or (not sign and "/" in rest))


def _trimmed(link: str, front: int, tail: str = _TAIL) -> str:
    """Without closing punctuation, nor brackets or a forum's tags that were opened before the link."""
    if (ended := _TAG_END.search(link, front)) is not None:
        link = link[: ended.start()]
    for closing in ")]":
        if closing in link:
            depth = 0
            for position, sign in enumerate(link):
                depth += (sign == CLOSING[closing]) - (sign == closing)
                if depth < 0 and position < front:
                    depth = 0
                if depth < 0 and "[" not in link[: front + 1]:
                    link = link[:position]
                    break
    while len(link) > front:
        last = link[-1]
        if last in tail or (last in CLOSING and link.count(CLOSING[last]) < link.count(last)):
            link = link[:-1]
        else:
            break
    return link
