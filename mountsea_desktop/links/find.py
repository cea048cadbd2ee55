"""Where in a line the links are, and where they end."""

import re
from collections.abc import Iterator

from mountsea_desktop.links import signed, sites
from mountsea_desktop.links.title import AUDIO_ENDINGS, OTHER_ENDINGS

_SCHEME = (
    r"[hｈ][tｔ][tｔ][pｐ][sｓ]?(?:[:：][/／\\]{2}|(?::/|//)(?=[a-z0-9-]+(?:\.[a-z0-9-]+)+[/:?]))"
    r"|(?<![a-z0-9])[a-z][a-z0-9+.\-]{1,15}://"
    r"|(?<![a-z0-9])(?:javascript:|data:[\w.+-]+/|blob:http|file:[/\\]|spotify:\w+:|magnet:\?)"
)
_BARE = (
    r"(?<![a-z0-9_@./:%=&\-])(?:www\.|ｗｗｗ[.．]|(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z][a-z0-9-]{1,30}(?::\d{1,5})?/"
    r"|\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?/|localhost(?::\d{1,5})?/)"
)
_START = re.compile(f"{_SCHEME}|{_BARE}", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s<>\"`“”\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_AUDIO = rf"\.(?:{'|'.join(AUDIO_ENDINGS)})"
_HAS_AUDIO = re.compile(rf"{_AUDIO}(?![a-z0-9])", re.IGNORECASE)
_PARAMETER = r"[a-z][a-z0-9_.\-]*="
_NEXT = re.compile(r"https?://|,")
_COMMAS = re.compile(rf"(%20|[+_\-])?[^?:;|]{{0,200}}?{_AUDIO}(?![a-z0-9])(?(1)|(?!,))", re.IGNORECASE)
"""What follows a comma in the name of a file that holds further ones: `Earth,+Wind,+Fire.mp3`."""
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_ENDS = "，。；！、…：（）【】《》〈〉「」『』’‘,|"
_SEPARATORS = f"{_ENDS}？;"
_ANOTHER = re.compile(rf"https?://|(?<=[{_SEPARATORS}])www\.", re.IGNORECASE)
_AFTER_AUDIO = "|".join(rf"(?<=\.{ending})" for ending in AUDIO_ENDINGS)
_STOP = re.compile(
    rf"[？;](?!{_PARAMETER})|[{_ENDS}]|'(?=[\s,;)\]>]|$)|(?<=[a-z0-9=])(?=[{_CJK}])"
    rf"|(?=[^\x00-\x7f\uff01-\uff5e])(?:{_AFTER_AUDIO})(?![^/?]{{0,200}}?(?:[/?].|{_AUDIO}(?![a-z0-9])))",
    re.IGNORECASE,
)
_QUERY = re.compile(rf"\?|？(?={_PARAMETER})", re.IGNORECASE)
_LAST = re.compile(rf".*[?？&]({_PARAMETER})", re.IGNORECASE | re.DOTALL)
_FREE = re.compile(r"name|title|file|disposition|process", re.IGNORECASE)
_OPTION = re.compile(r",[a-z]{1,9}_\w", re.ASCII)
_TELLING = re.compile(r"[^\x00-\x7f]|[,;|'=]|://")
_FILTERED = re.compile(r"https?://[^/]+/v3/__[^\s]+?__;[\w-]*![\w!~.-]*\$?", re.IGNORECASE | re.ASCII)
_HOST_END = re.compile(r"[/／?#]")
_TAG_END = re.compile(r"\[/[a-z]+\]", re.IGNORECASE)
_UNDERLINED = re.compile(rf"({_AUDIO})_+\Z", re.IGNORECASE)
_WIDE_STOPS = "？：…（"
_TAIL = ".,;:!?'*~|\\，。；：！？、…’‘"
_CLOSING = dict(zip(")]}）】》」』»›", "([{（【《「『«‹", strict=True))
_SIMPLE = re.compile(r"https?://[a-z0-9.\-]+(?::\d+)?/[a-z0-9/_.\-~%?=&+]*[a-z0-9/_\-=&+]", re.IGNORECASE)
_SPACED = re.compile(rf"(https?://([^\s/]+)/[^\s?#]*)\s[^?#<>\"]*{_AUDIO}(?:\?\S*)?", re.IGNORECASE)
_PATH = re.compile(r"(?:[a-z]:[\\/]|\\\\\w|~[\\/]|\.{1,2}[\\/]|/\w)", re.IGNORECASE)
_LONE_FILE = re.compile(rf"[^<>|:*?\"]*\.(?:{'|'.join((*AUDIO_ENDINGS, *OTHER_ENDINGS))})", re.IGNORECASE)
_LONE_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,30}(?::\d{1,5})?(?:/\S*)?", re.IGNORECASE)
_LONE_ADDRESS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){3}|localhost)(?::\d{1,5})?", re.IGNORECASE)
_WRAPPING = " \t\"'“”‘’`<>()（）【】《》「」『』,，;；。、\ufeff\u200b\u2060"


def find_links(line: str) -> Iterator[tuple[int, str]]:
    """Every link in a line with its position, freed of the punctuation around it; no two overlap."""
    if _SIMPLE.fullmatch(line):
        yield 0, line
        return
    if (whole := _with_spaces(line)) is not None:
        yield 0, whole
        return
    position = 0
    while (start := _START.search(line, position)) is not None:
        token = _TOKEN.match(line, start.start())
        before = line[start.start() - 1 : start.start()]
        link = _ended(token[0], start.end() - start.start(), before) if token else ""
        if before == "_":
            link = _UNDERLINED.sub(r"\1", link)
        position = max(start.end(), start.start() + len(link))
        if len(link) > start.end() - start.start() - (
            1 if start[0][-1] == "/" and "://" not in start[0] else 0
        ):
            yield start.start(), link


def lone_link(line: str) -> str:
    """What a line without an evident link means if it means one: a path, a file, a bare host; or nothing."""
    text = line.strip(_WRAPPING) if not _PATH.match(line) else line.strip()
    if not text or len(text) > 1024:
        return ""
    if _PATH.match(text) or _LONE_FILE.fullmatch(text):
        return text
    if " " not in text and (_LONE_HOST.fullmatch(text) or _LONE_ADDRESS.fullmatch(text)):
        return text
    return ""


def _with_spaces(line: str) -> str | None:
    """A line that is one link to a file with spaces in its name; sites that are known never have those."""
    found = _SPACED.fullmatch(line)
    if found is None or line.count("://") != 1 or _HAS_AUDIO.search(found[1]):
        return None
    return None if sites.find(found[2].lower()) else line


def _ended(token: str, front: int, before: str) -> str:
    """The token up to where the link in it ends; its first `front` characters certainly belong to it.

    `before` is the sign that stands before it: one that parts columns does so on the other side as well.
    """
    if token[:1].lower() != "h" and ":" in token[:front] and "://" not in token[:front]:
        return token  # not an address of the web: nothing is known of its form
    if token.isascii() and _SIMPLE.fullmatch(token):
        return token
    if not _TELLING.search(token, front):
        return _trimmed(token, front)
    if "/__" in token and (filtered := _FILTERED.match(token)) is not None:
        return filtered[0]
    if "://" in token[front:] or "www." in token[front:]:
        token = _first(token, front)
    last = _LAST.match(token, front - 1) if "=" in token else None
    if last is None or not signed.begun(token[front : last.end()]):
        end = _end(token, front, last.end() if last else 0)
        return _trimmed(token[:end], front)
    if (value := signed.value(last[1][:-1], token, last.end())) is not None:
        end = value.end()
    else:
        end = _end_of_value(token, last, before)
    return _trimmed(token[:end], last.end(), _TAIL.replace("~", ""))


def _first(token: str, front: int) -> str:
    """The token up to where another address begins; those that redirecting sites and archives have belong."""
    for another in _ANOTHER.finditer(token, front):
        start = another.start()
        sign = token[start - 1]
        if sign in _SEPARATORS or sign in "'([{":
            return token[: start - 1]
        nested = sign in "=/" and not _HAS_AUDIO.search(token[start - 6 : start])
        if not nested and (sign.isalnum() or sign in "=/"):
            return token[:start]
    return token


def _end(token: str, front: int, settled: int) -> int:
    """Where a link without a signature ends; its last parameter, if it has one, begins at `settled`."""
    host_end = _HOST_END.search(token, front)
    host = host_end.start() if host_end else len(token)
    begins = _QUERY.search(token, front) if settled or ";" in token else None
    query = begins.start() if begins else len(token)
    wide = not token[:front].isascii()
    for stop in _STOP.finditer(token, front):
        position, sign = stop.start(), stop[0]
        if position == front or (wide and token[position] in _WIDE_STOPS):
            continue
        if (
            host < position < settled
            and (position > query or sign == ",")
            and "?" not in token[position:settled]
        ):
            continue  # the query goes on
        if token[settled - 8 : settled].lower() == "process=" and _OPTION.match(token, position):
            continue  # what a store is to make of the file
        if sign == "|" or (sign == ";" and position > query) or _stops(token, stop, host):
            return position
    return len(token)


def _end_of_value(token: str, last: re.Match[str], before: str) -> int:
    """Where a signed link ends whose last parameter is free text: such a link is cut by clear signs only."""
    free = _FREE.search(last[1])
    for stop in _STOP.finditer(token, last.end()):
        position, sign = stop.start(), stop[0]
        if sign and sign in ",;|":
            if sign == before:
                return position
            continue
        value = token[last.end() : position]
        if not sign and (not value or free) and not _HAS_AUDIO.search(value):
            continue
        if _stops(token, stop, 0, last.end()):
            return position
    return len(token)


def _stops(token: str, stop: re.Match[str], host_end: int, start: int = 0) -> bool:
    """Whether the link ends here, or the sign belongs to the name of a file, which begins after `start`."""
    head, rest, sign = token[start : stop.start()], token[stop.end() :], stop[0]
    if stop.start() < host_end:
        if sign == "。" or sign == "：":
            return not re.match(r"[a-z0-9\-]+[./／。:：]", rest, re.IGNORECASE)
        return bool(sign) or bool(re.search(r"\.[a-z]{2,}$", head, re.IGNORECASE))
    if _HAS_AUDIO.search(head):
        return True
    if sign == "," and _COMMAS.match(rest):
        return False
    return not (_HAS_AUDIO.search(_NEXT.split(rest, 1)[0]) or (not sign and "/" in rest))


def _trimmed(link: str, front: int, tail: str = _TAIL) -> str:
    """Without closing punctuation, nor brackets or a forum's tags that were opened before the link."""
    if (ended := _TAG_END.search(link, front)) is not None:
        link = link[: ended.start()]
    for closing in ")]":
        if closing in link:
            depth = 0
            for position, sign in enumerate(link):
                depth += (sign == _CLOSING[closing]) - (sign == closing)
                if depth < 0 and position < front:
                    depth = 0
                if depth < 0 and "[" not in link[: front + 1]:
                    link = link[:position]
                    break
    while len(link) > front:
        last = link[-1]
        if last in tail or (last in _CLOSING and link.count(_CLOSING[last]) < link.count(last)):
            link = link[:-1]
        else:
            break
    return link
