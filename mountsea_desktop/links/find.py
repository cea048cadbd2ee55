"""Where in a line the links are, and where they end."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mountsea_desktop.links import hosts, signed, sites
from mountsea_desktop.links.title import AUDIO_ENDINGS, OTHER_ENDINGS

LONGEST = 8192
"""Characters of the longest link that is taken: more than any server accepts."""


_LONGEST_SPACED = 1024
"""Characters of the longest link with spaces in it."""
_NESTED = 4
"""Addresses inside one another that are looked at."""


class LinkMatch(NamedTuple):
    """One link as it stands in a line, freed of the punctuation around it."""

    position: int
    text: str
    label: str = ""
    """Words that stand for the link, as on a page, or the name of a file beside it."""
    is_cut: bool = False
    """Whether a sign such as `…` says that its end was left out."""


# -- Patterns, each with an example ----------------------------------------------------------------------

_HOST_AHEAD = r"(?=[a-z0-9-]+(?:\.[a-z0-9-]+)+[/:?])"
_SCHEME = (
    r"[hｈ][tｔ][tｔ][pｐ][sｓ]?(?:[:：][/／\\]{2,6}"  # https://, ｈｔｔｐｓ：／／, https:\\, http:////
    rf"|(?::/|//|[:：;；.,]{{1,2}}/{{1,6}}){_HOST_AHEAD}"  # https:/example.com/, https//example.com/
    r"|[:：](?=(?:[a-z0-9-]+\.)+[a-z]{2,}/)"  # https:www.example.com/
    rf"|(?:\s[:：]\s?//|[:：]\s//|[:：]//\s){_HOST_AHEAD})"  # https: //example.com/, https:// example.com/
    r"|https?%(?:25)?3A(?:%(?:25)?2F|/){2}"  # https%3A%2F%2Fexample.com
    rf"|(?<![a-z0-9/:])://{_HOST_AHEAD}"  # ://example.com/
    r"|(?<![a-z0-9])(?![a-z0-9+.\-]{0,40}https?://)[a-z][a-z0-9+.\-]{1,15}://"  # ftp://, but not Songhttps://
    r"|(?<![a-z0-9])(?:javascript:|data:[\w.+-]+/|blob:http|file:[/\\]|spotify:\w+:|magnet:\?)"
)
_BARE = (
    r"(?<![a-z0-9@./%&])(?:www\.|ｗｗｗ[.．])"  # www.example.com, after any of : = - _ too
    r"|(?:(?<![a-z0-9_@./:%=&\-])|(?<=[a-z]:))"  # Link:example.com/a
    r"(?P<host>(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z][a-z0-9-]{1,30})(?::\d{1,5})?/"  # example.com/
    r"|(?<![a-z0-9_@./:%=&\-])(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?/"  # 192.168.1.5:8000/
    r"|localhost(?::\d{1,5})?/)"  # localhost:8000/
)
_START = re.compile(f"{_SCHEME}|{_BARE}", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s<>\"`“”\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_AUDIO = rf"\.(?:{'|'.join(AUDIO_ENDINGS)})"
_HAS_AUDIO = re.compile(rf"{_AUDIO}(?![a-z0-9])", re.IGNORECASE)  # a.mp3, a.mp3?x
_ENDS_IN_AUDIO = re.compile(rf"{_AUDIO}\Z", re.IGNORECASE)
_PARAMETER = r"[a-z][a-z0-9_.\-]*="  # dl=
_NEXT = re.compile(r"https?://|,")
_COMMAS = re.compile(rf"(%20|[+_\-])?[^?:;|]{{0,200}}?{_AUDIO}(?![a-z0-9])(?(1)|(?!,))", re.IGNORECASE)
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
    rf"|(?=[^\x00-\x7f\uff01-\uff5e])(?:{_AFTER_AUDIO})(?![^/?]{{0,200}}?(?:[/?].|{_AUDIO}(?![a-z0-9])))",
    re.IGNORECASE,
)
_QUERY = re.compile(rf"\?|？(?={_PARAMETER})", re.IGNORECASE)
_LAST = re.compile(rf".*[?？&]({_PARAMETER})", re.IGNORECASE | re.DOTALL)  # the last of a?x=1&y=2
_FREE = re.compile(r"name|title|file|disposition|process", re.IGNORECASE)  # response-content-disposition=
_SHORT_VALUE = re.compile(
    r"[?&](?:dl|raw|usp|st|e|download|rlkey|id|web|resourcekey|export|confirm)=[\w-]*\Z", re.IGNORECASE
)
"""A parameter whose value holds no commas: `?dl=0`."""
_WHOLE_PAGE = re.compile(
    r"/(?:download|view|edit|preview|raw|open|uc)/?\Z", re.IGNORECASE
)  # …/s/AbC/download
_OPTION = re.compile(r",[a-z]{1,9}_\w", re.ASCII)  # x-oss-process=audio,vol_1
_TELLING = re.compile(r"[^\x00-\x7f]|[,;|'=]|://")
_FILTERED = re.compile(r"https?://[^/]+/v3/__[^\s]+?__;[\w-]*![\w!~.-]*\$?", re.IGNORECASE | re.ASCII)
_NEXT_LINK = re.compile(r"https?://", re.IGNORECASE)
_HOST_END = re.compile(r"[/／?#]")
_TAG_END = re.compile(r"\[/[a-z]+\]", re.IGNORECASE)  # [/url]
_UNDERLINED = re.compile(rf"({_AUDIO})_+\Z", re.IGNORECASE)  # _https://example.com/a.mp3_
_WIDE_STOPS = "？：…（"
_TAIL = ".,;:!?'*~|\\，。；：！？、…’‘"
_CLOSING = dict(zip(")]}）】》」』»›", "([{（【《「『«‹", strict=True))
_SIMPLE = re.compile(
    r"https?://[a-z0-9.\-]+(?::\d+)?/[a-z0-9/_.\-~%?=&+]*[a-z0-9/_\-=&+]", re.IGNORECASE
)  # a line with nothing else
_CUT = re.compile(r"\s?(?:…|⋯|\.{3})(?!…)|\[(?:…|\.{3})\]")  # https://example.com/lo…
_CUT_INSIDE = re.compile(r"/(?:…|\.{3})/|[a-z0-9](?:…|\.{3})[a-z0-9]", re.IGNORECASE)  # example.com/…/a.mp3

# -- Enclosures and labels -------------------------------------------------------------------------------

_QUOTES = {
    '"': re.compile('"'),
    "'": re.compile(r"'(?=[\s,;)\]>.]|\Z)"),
    "`": re.compile("`"),
    "<": re.compile("[<>]"),
    **{opening: re.compile(closing) for closing, opening in _CLOSING.items() if opening not in "([{（"},
    "“": re.compile("”"),
    "(": re.compile(r"\)(?=[\s.,;!?]|\Z)"),
    "（": re.compile("）"),
}
"""What ends a link that one of these signs stands before, whatever else is in it."""
_ATTRIBUTE = re.compile(r"(?:href|src|url)\s*=\s*[\"']\Z", re.IGNORECASE)  # <a href="
_FORUM_TAG = re.compile(r"\[(?:url|audio|mp3|media|file|music|link|sound)\]\Z", re.IGNORECASE)  # [audio]
_FORUM_LINK = re.compile(r"\[url\s*=\s*[\"']?\Z", re.IGNORECASE)  # [url=
_MARKDOWN = re.compile(r"\[([^\[\]]{0,300})\]\(\s*<?(?=https?:|www\.)", re.IGNORECASE)  # [Song](https://
_NAMED_BEFORE = re.compile(r"\[([^\[\]|]{1,300})\|(?=https?:)", re.IGNORECASE)  # [Song|https:// of Jira
_NAMED_AFTER = (
    # <a href="https://…">Song</a>
    (_ATTRIBUTE, re.compile(r"[\"'][^<>]{0,300}>((?:[^<]|<(?!/?a\b)){0,300})(?:</a|\Z)", re.IGNORECASE)),
    # =HYPERLINK("https://…","Song") of a table
    (re.compile(r"HYPERLINK\(\s*\"\Z", re.IGNORECASE), re.compile(r"\"\s*[,;]\s*\"([^\"]{0,300})\"")),
    (_FORUM_LINK, re.compile(r"[\"']?\]([^\[\]]{0,300})\[/url", re.IGNORECASE)),  # [url=https://…]Song[/url]
    (re.compile(r"<\Z"), re.compile(r"\|([^<>|]{0,300})>")),  # <https://…|Song> of Slack
    (re.compile(r"\[\[\Z"), re.compile(r"\]\[([^\[\]]{0,300})\]\]")),  # [[https://…][Song]] of Org
    (re.compile(r"\[\Z"), re.compile(r"\s([^\[\]()]{1,300})\](?!\()")),  # [https://… Song] of a wiki
)
_TAG = re.compile(r"<[^<>]*>")
_ECHO = re.compile(r"[…. ]{0,4}\s{0,2}[<(\[]\s?")  # https://… <https://…> of mails made plain
_BESIDE_BEFORE = re.compile(
    rf"([^<>|\"\t,;]{{1,150}}{_AUDIO})[\"'”》」]?[\s:：\-–—|,;=>→(]{{0,8}}\Z", re.IGNORECASE
)
_BESIDE_AFTER = re.compile(
    rf"[\"'”>)\]]{{0,2}}[\s:：\-–—|,;(（]{{1,8}}([^<>|\"\t/:]{{1,150}}{_AUDIO})[\s)）\"'.,;]*\Z",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\s*(?:(?:[-*+•·–—▪►▶●○◆#>|]|\(?\d{1,3}[.)、:：]|[①-⑳]|\[[ xX]?\])\s*)*(?:[^:：/]{1,40}[:：]\s*)?",
    re.IGNORECASE,
)
"""A list's sign and a label: `1. `, `- `, `File: `."""
_SPACED = re.compile(rf"(https?://([^\s/]+)(/[^\s?#]*))\s([^?#<>\"]*{_AUDIO})(?:\?\S*)?", re.IGNORECASE)
_PAGES = re.compile(
    r"/(?:listen|watch|play|song|songs|track|tracks|view|s|f|d|id|t|p|share|file|files)/[^/]*\Z"
)
_IDENTIFIER = re.compile(
    r"(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{6,}|[0-9a-f]{8,}|(?=.*[a-z])(?=.*[A-Z][a-z]*[A-Z])[A-Za-z]{6,}\d*"
)
_TRACK = re.compile(r"0\d|\d{2}|\d{1,2}[.)]?")
_PATH = re.compile(
    r"(?:[a-z]:[\\/]|\\\\\w|~[\\/]|\.{1,2}[\\/]|/\w)", re.IGNORECASE
)  # C:\, \\nas, ~/, ./, /home
_LONE_FILE = re.compile(rf"[^<>|:*?\"]*\.(?:{'|'.join((*AUDIO_ENDINGS, *OTHER_ENDINGS))})", re.IGNORECASE)
_LONE_HOST = re.compile(
    r"((?:[^\W_][\w-]{0,62}\.){1,8}[^\W\d_][\w-]{1,30})(?P<rest>(?::\d{1,5})?(?:/\S*)?)", re.IGNORECASE
)
_LONE_ADDRESS = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){3}|localhost)(?::\d{1,5})?", re.IGNORECASE)
_WRAPPING = " \t\"'“”‘’`<>()（）【】《》「」『』,，;；。、\ufeff\u200b\u2060"


def find_links(line: str) -> Iterator[LinkMatch]:
    """Every link in a line; no two overlap."""
    if _SIMPLE.fullmatch(line):
        yield LinkMatch(0, line)
        return
    previous, names_follow = None, None
    for found, before, end in _candidates(line):
        if names_follow is None:
            names_follow = not _BESIDE_BEFORE.search(before)
        has_name = _HAS_AUDIO.search(found.text) is not None
        label = found.label or _beside(line, before, end, names_follow=names_follow, has_name=has_name)
        if previous is not None and _ECHO.fullmatch(before) and _is_echo(previous, found):
            # The second one is what a click leads to; the first only shows it, at times without its end.
            label = label or previous.label
        elif previous is not None:
            yield previous
        previous = found._replace(label=label)
    if previous is not None:
        yield previous


def _candidates(line: str) -> Iterator[tuple[LinkMatch, str, int]]:
    """Every link, with what stands between it and the one before it, and where it ends with its words."""
    labels = _labels_before(line)
    position = 0
    while (start := _START.search(line, position)) is not None:
        at = start.start()
        while labels and labels[0].link < at:
            labels.popleft()
        if labels and labels[0].begins <= at < labels[0].link:
            position = labels[0].link  # the words of a link are no link of their own
            continue
        if start["host"] and not hosts.is_plausible(start["host"], line[start.end() : start.end() + 1]):
            position = start.end()
            continue
        text = _link_at(line, start, position)
        is_empty = len(text) <= len(start[0]) - (1 if start[0][-1] == "/" and "://" not in start[0] else 0)
        end = max(start.end(), at + len(text))
        if not is_empty:
            label = labels[0].words if labels and labels[0].link == at else ""
            is_cut = _is_cut(text, line[end : end + 6])
            if not label:
                label, end = _label_after(line, at, end)
            yield LinkMatch(at, text, label, is_cut), line[position:at], end
        position = end


def lone_link(line: str) -> str:
    """What a line without an evident link means if it means one: a path, a file, a bare host; or nothing."""
    text = line.strip(_WRAPPING) if not _PATH.match(line) else line.strip()
    if not text or len(text) > 1024:
        return ""
    if _PATH.match(text) or _LONE_FILE.fullmatch(text):
        return text
    if " " in text:
        return ""
    if _LONE_ADDRESS.fullmatch(text):
        return text
    host = _LONE_HOST.fullmatch(text)
    if host is None:
        return ""
    return text if hosts.is_plausible(host[1], host["rest"], is_alone=True) else ""


def _link_at(line: str, start: re.Match[str], previous: int) -> str:
    """The link that begins here; the one before it ended at `previous`."""
    at, front = start.start(), start.end() - start.start()
    if (spaced := _with_spaces(line, at, previous)) is not None:
        return spaced
    end = start.end()
    for _ in range(_NESTED):
        end = line.find("://", end + 1, start.end() + LONGEST)
        if end < 0:
            end = start.end() + LONGEST
            break
    token = _TOKEN.match(line, start.end(), end)
    link = _ended(start[0] + (token[0] if token else ""), front, line[at - 1 : at])
    return _UNDERLINED.sub(r"\1", link) if line[at - 1 : at] == "_" else link


# -- Spaces in links -------------------------------------------------------------------------------------


def _with_spaces(line: str, at: int, previous: int) -> str | None:
    """A link to a file with spaces in its name, where it is told what belongs to it."""
    if line.find(" ", at, at + _LONGEST_SPACED) < 0:
        return None
    before = line[max(0, at - 40) : at]
    if (closing := _closing(line, before, at)) is not None:
        content = line[at : at + _LONGEST_SPACED]
        end = closing.search(content)
        content = content[: end.start()] if end else ""
        is_attribute = _ATTRIBUTE.search(before) is not None
        if " " not in content.strip():
            return None
        content = content.strip()
        if is_attribute and content.count("://") == 1 and not _HAS_AUDIO.search(content.partition(" ")[0]):
            return content
        return content if _is_spaced(content, is_enclosed=True) else None
    another = _NEXT_LINK.search(line, at + 1, at + _LONGEST_SPACED)
    content = line[at : another.start() if another else at + _LONGEST_SPACED].rstrip(" \t,，;；.。|")
    if " " not in content or not _LEADING.fullmatch(line, previous, at):
        return None
    return content if _is_spaced(content, is_enclosed=False) else None


def _closing(line: str, before: str, at: int) -> re.Pattern[str] | None:
    """What ends a link before which this stands; None where that is open."""
    if _FORUM_TAG.search(before):
        return re.compile(r"\[/")
    if _FORUM_LINK.search(before):
        return re.compile(r"[\"']?\]")
    if before.endswith("]("):
        return re.compile(r"\)(?=[\s.,;!?)\]*]|\Z)")
    if before.endswith(">") and _TAG.search(line, max(0, at - 300), at):
        return re.compile("<")
    return _QUOTES.get(before[-1:])


def _is_spaced(content: str, *, is_enclosed: bool) -> bool:
    """Whether it is one link to a file, and not a link and other words."""
    found = _SPACED.fullmatch(content)
    if found is None or content.count("://") != 1 or _HAS_AUDIO.search(found[1]):
        return False
    if (site := sites.find(found[2].lower())) is not None:
        return bool(site.named) and re.match(site.named, found[3]) is not None
    last, rest = found[3].rpartition("/")[2], found[4]
    if _WHOLE_PAGE.search(found[1]):
        return False
    if is_enclosed:
        return True
    if re.match(r"[-–—]\s", rest):
        is_number = last.isdigit() and not (_TRACK.fullmatch(last) and not _PAGES.search(found[3]))
        return not is_number and not _IDENTIFIER.fullmatch(last)
    return not _IDENTIFIER.fullmatch(last)


# -- Words of links --------------------------------------------------------------------------------------


class _Label(NamedTuple):
    """Words that stand before their link: where they begin, where the link does, and the words."""

    begins: int
    link: int
    words: str


def _labels_before(line: str) -> deque[_Label]:
    """The words of links that stand before them, in their order."""
    found = [*_MARKDOWN.finditer(line)] if "](" in line else []
    found += _NAMED_BEFORE.finditer(line) if "|http" in line else []
    return deque(sorted(_Label(one.start(), one.end(), one[1]) for one in found))


def _label_after(line: str, at: int, end: int) -> tuple[str, int]:
    """The words after a link that stand for it, and where they end."""
    before = line[max(0, at - 40) : at]
    for opening, words in _NAMED_AFTER:
        if opening.search(before) and (found := words.match(line, end)) is not None:
            return _TAG.sub("", found[1]).strip(), found.end()
    return "", end


def _beside(line: str, before: str, end: int, *, names_follow: bool, has_name: bool) -> str:
    """The name of a file that stands beside a link, on the side on which this line has them."""
    if has_name:
        return ""
    if not names_follow:
        found = _BESIDE_BEFORE.search(before)
        return found[1] if found else ""
    another = _START.search(line, end)
    found = _BESIDE_AFTER.match(line[end : another.start() if another else end + 400].rstrip(" |"))
    return found[1].strip() if found else ""


def _is_echo(shown: LinkMatch, target: LinkMatch) -> bool:
    """Whether the first of two neighbours is only the way in which the second is shown."""
    first, second = (re.sub(r"\Ahttps?://|/\Z", "", one.text, flags=re.IGNORECASE) for one in (shown, target))
    return first == second or (shown.is_cut and second.startswith(first))


def _is_cut(text: str, rest: str) -> bool:
    """Whether the end of this link was left out where it is shown."""
    if _CUT_INSIDE.search(text):
        return True
    return _CUT.match(rest) is not None and rest[:1] != " " and not _ENDS_IN_AUDIO.search(text)


# -- The ends of links -----------------------------------------------------------------------------------


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
    kind = _kind(token, front, last)
    end, tail = _ENDINGS[kind]
    return _trimmed(token[: end(token, front, last, before)], last.end() if last and kind else front, tail)


def _kind(token: str, front: int, last: re.Match[str] | None) -> str:
    """Which of the three ends a link has."""
    if last is None or not signed.begun(token[front : last.end()]):
        return ""
    return "signature" if signed.value(last[1][:-1], token, last.end()) is not None else "text"


def _first(token: str, front: int) -> str:
    """The token up to where another address begins; those that redirecting sites and archives have belong."""
    for another in _ANOTHER.finditer(token, front):
        start = another.start()
        sign = token[start - 1]
        if sign in _SEPARATORS or sign in "'([{":
            return token[: start - 1]
        nested = sign in "=/?" and not _HAS_AUDIO.search(token[start - 6 : start])
        if not nested and (sign.isalnum() or sign in "=/"):
            return token[:start]
    return token


def _end(token: str, front: int, last: re.Match[str] | None, _before: str) -> int:
    """Where a link without a signature ends."""
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
    """Where a signed link ends whose last parameter has a form of its own."""
    assert last is not None  # noqa: S101 - what makes it of this kind
    value = signed.value(last[1][:-1], token, last.end())
    return value.end() if value else len(token)


def _end_of_text(token: str, _front: int, last: re.Match[str] | None, before: str) -> int:
    """Where a signed link ends whose last parameter is free text: such a link is cut by clear signs only."""
    assert last is not None  # noqa: S101 - what makes it of this kind
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


_End = Callable[[str, int, "re.Match[str] | None", str], int]
_ENDINGS: dict[str, tuple[_End, str]] = {
    "": (_end, _TAIL),  # https://example.com/a.mp3，谢谢
    "signature": (_end_of_signature, _TAIL.replace("~", "")),  # …?Expires=1&Signature=x，谢谢
    "text": (_end_of_text, _TAIL.replace("~", "")),  # …&Signature=x&filename=晴天，雨天.mp3，谢谢
}
"""How a link ends, by its kind, and the signs that are no part of it at its end."""


def _stops(token: str, stop: re.Match[str], host_end: int, start: int = 0) -> bool:
    """Whether the link ends here, or the sign belongs to the name of a file, which begins after `start`."""
    head, rest, sign = token[start : stop.start()], token[stop.end() :], stop[0]
    if stop.start() < host_end:
        if sign == "。" or sign == "：":
            return not re.match(r"[a-z0-9\-]+[./／。:：]", rest, re.IGNORECASE)
        if sign == ",":  # example,com/a.mp3
            return not re.match(r"[a-z]{2,6}/", rest, re.IGNORECASE)
        return bool(sign) or bool(re.search(r"\.[a-z]{2,}$", head, re.IGNORECASE))
    if _HAS_AUDIO.search(head):
        return True
    if sign in (",", ";") and (_WHOLE_PAGE.search(head) or _SHORT_VALUE.search(head)):
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
