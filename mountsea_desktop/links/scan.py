"""Where in a line the links are, and where they end."""

import re
from collections.abc import Iterator

from mountsea_desktop.links import sites
from mountsea_desktop.links.title import AUDIO_ENDINGS, OTHER_ENDINGS

_SCHEME = (
    r"[hｈ][tｔ][tｔ][pｐ][sｓ]?[:：][/／\\]{2}"
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
_NEXT = re.compile(r"https?://|,")
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_STOP = re.compile(
    rf"[，。；！？、…：（）【】《》〈〉「」『』’‘,]|'(?=[\s,;)\]>]|$)|(?<=[\w=/])(?=https?://)|(?<=[a-z0-9=])(?=[{_CJK}])",
    re.IGNORECASE,
)
_HOST_END = re.compile(r"[/／?#]")
_WIDE_STOPS = "？：…（"
_TAIL = ".,;:!?'*~|\\，。；：！？、…’‘"
_CLOSING = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【", "》": "《", "」": "「", "』": "『"}
_SIMPLE = re.compile(r"https?://[a-z0-9.\-]+(?::\d+)?/[a-z0-9/_.\-~%?=&+]*[a-z0-9/_\-~=&+]", re.IGNORECASE)
_SPACED = re.compile(rf"(https?://([^\s/]+)/[^\s?#]*)\s[^?#<>\"]*{_AUDIO}(?:\?\S*)?", re.IGNORECASE)
_PATH = re.compile(r"(?:[a-z]:[\\/]|\\\\\w|~[\\/]|\.{1,2}[\\/]|/\w)", re.IGNORECASE)
_LONE_FILE = re.compile(rf"[^<>|:*?\"]*\.(?:{'|'.join((*AUDIO_ENDINGS, *OTHER_ENDINGS))})", re.IGNORECASE)
_LONE_HOST = re.compile(r"(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,30}(?::\d{1,5})?(?:/\S*)?", re.IGNORECASE)
_LONE_ADDRESS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){3}|localhost)(?::\d{1,5})?", re.IGNORECASE)
_WRAPPING = " \t\"'“”‘’`<>()（）【】《》「」『』,，;；。、\ufeff\u200b\u2060"


def links_in(line: str) -> Iterator[tuple[int, str]]:
    """Every link in a line with its place, freed of the punctuation around it; no two overlap."""
    if _SIMPLE.fullmatch(line):
        yield 0, line
        return
    if (whole := _with_spaces(line)) is not None:
        yield 0, whole
        return
    place = 0
    while (start := _START.search(line, place)) is not None:
        token = _TOKEN.match(line, start.start())
        link = _ended(token[0], start.end() - start.start()) if token else ""
        place = max(start.end(), start.start() + len(link))
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


def _ended(token: str, front: int) -> str:
    """The token up to where the link in it ends; its first `front` characters certainly belong to it."""
    if token[:1].lower() != "h" and ":" in token[:front] and "://" not in token[:front]:
        return token  # not an address of the web: nothing is known of its form
    wide = not token[:front].isascii()
    if not token.isascii() or "," in token or "'" in token or "://" in token[front:]:
        host_end = _HOST_END.search(token, front)
        for stop in _STOP.finditer(token, front):
            if wide and token[stop.start()] in _WIDE_STOPS:
                continue
            if _stops(token, stop, host_end.start() if host_end else len(token)):
                token = token[: stop.start()]
                break
    return _trimmed(token, front)


def _stops(token: str, stop: re.Match[str], host_end: int) -> bool:
    """Whether the link ends here, or the sign belongs to the name of a file."""
    head, rest, sign = token[: stop.start()], token[stop.end() :], stop[0]
    if stop.start() < host_end:
        if sign == "。" or sign == "：":
            return not re.match(r"[a-z0-9\-]+[./／。:：]", rest, re.IGNORECASE)
        return bool(sign) or bool(re.search(r"\.[a-z]{2,}$", head, re.IGNORECASE))
    if rest.startswith("http") and "://" in rest[:8] and (sign or not _is_nested(head)):
        return True
    if sign == "," and re.search(r"&[\w.\-]+=", rest):
        return False
    if _HAS_AUDIO.search(head):
        return True
    return not (_HAS_AUDIO.search(_NEXT.split(rest, 1)[0]) or (not sign and "/" in rest))


def _is_nested(head: str) -> bool:
    """Whether what follows is an address inside an address, as redirecting sites and archives have them."""
    return head.endswith(("=", "/")) and not _HAS_AUDIO.search(head[-6:])


def _trimmed(link: str, front: int) -> str:
    """Without closing punctuation, nor brackets that were opened before the link."""
    for closing in ")]":
        if closing in link:
            depth = 0
            for place, sign in enumerate(link):
                depth += (sign == _CLOSING[closing]) - (sign == closing)
                if depth < 0 and place >= front and "[" not in link[: front + 1]:
                    link = link[:place]
                    break
    while len(link) > front:
        last = link[-1]
        if last in _TAIL or (last in _CLOSING and link.count(_CLOSING[last]) < link.count(last)):
            link = link[:-1]
        else:
            break
    return link
