"""Where in a line the links are, and where they end."""

import re
from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from mountsea_desktop.links import hosts, sites
from mountsea_desktop.links.ends import AUDIO, CLOSING, HAS_AUDIO, SIMPLE, WHOLE_PAGE, ended
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
    r"|(?:(?<![a-z0-9_@./:%=&\-])|(?<=[a-z\u3040-\u9fff]:))"  # Link:example.com/a
    r"(?P<host>(?:[a-z0-9][a-z0-9-]{0,62}\.){1,8}[a-z][a-z0-9-]{1,30})(?::\d{1,5})?/"  # example.com/
    r"|(?<![a-z0-9_@./:%=&\-])(?:\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?/"  # 192.168.1.5:8000/
    r"|localhost(?::\d{1,5})?/)"  # localhost:8000/
)
_START = re.compile(f"{_SCHEME}|{_BARE}", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s<>\"`“”\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_ENDS_IN_AUDIO = re.compile(rf"{AUDIO}\Z", re.IGNORECASE)
_NEXT_LINK = re.compile(r"https?://", re.IGNORECASE)
_UNDERLINED = re.compile(rf"({AUDIO})_+\Z", re.IGNORECASE)  # _https://example.com/a.mp3_
_CUT = re.compile(r"\s?(?:…|⋯|\.{3})(?!…)|\[(?:…|\.{3})\]")  # https://example.com/lo…
_CUT_INSIDE = re.compile(r"/(?:…|\.{3})/|[a-z0-9](?:…|\.{3})[a-z0-9]", re.IGNORECASE)  # example.com/…/a.mp3

# -- Enclosures and labels -------------------------------------------------------------------------------

_QUOTES = {
    '"': re.compile('"'),
    "'": re.compile(r"'(?=[\s,;)\]>.]|\Z)"),
    "`": re.compile("`"),
    "<": re.compile("[<>|]"),
    **{opening: re.compile(closing) for closing, opening in CLOSING.items() if opening not in "([{（"},
    "“": re.compile("”"),
    "(": re.compile(r"\)(?=[\s.,;!?]|\Z)"),
    "（": re.compile("）"),
}
"""What ends a link that one of these signs stands before, whatever else is in it."""
_ATTRIBUTE = re.compile(r"(?:href|src|url)\s*=\s*[\"']\Z", re.IGNORECASE)  # <a href="
_FORUM_TAG = re.compile(r"\[(?:url|audio|mp3|media|file|music|link|sound)\]\Z", re.IGNORECASE)  # [audio]
_FORUM_LINK = re.compile(r"\[url\s*=\s*[\"']?\Z", re.IGNORECASE)  # [url=
_MARKDOWN = re.compile(r"\[([^\[\]]{0,300})\]\(\s*<?(?=https?:|www\.)", re.IGNORECASE)  # [Song](https://
_MARKDOWN_TITLE = re.compile(r"(?<!\s)\s++\"[^\"]*\"\Z")  # [Song](https://… "title")
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
    rf"([^<>|\"\t,;]{{1,150}}{AUDIO})[\"'”》」]?[\s:：\-–—|,;=>→(]{{0,8}}\Z", re.IGNORECASE
)
_LONGEST_BESIDE = 200
"""Characters before a link in which its name is looked for: more than such a name can have."""
_BESIDE_AFTER = re.compile(
    rf"[\"'”>)\]]{{0,2}}[\s:：\-–—|,;(（]{{1,8}}([^<>|\"\t/:]{{1,150}}{AUDIO})[\s)）\"'.,;]*\Z",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\s*(?:(?:[-*+•·–—▪►▶●○◆#>|]|\(?\d{1,3}[.)、:：]|[①-⑳]|\[[ xX]?\])\s*)*(?:[^:：/]{1,40}[:：]\s*)?",
    re.IGNORECASE,
)
"""A list's sign and a label: `1. `, `- `, `File: `."""
_SPACED = re.compile(
    rf"((?:https?://|(?=www\.))([^\s/]+)(/[^\s?#]*))\s([^?#<>\"]*{AUDIO})(?:\?\S*)?", re.IGNORECASE
)
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
    """Yield every link in a line; no two overlap."""
    if SIMPLE.fullmatch(line):
        yield LinkMatch(0, line)
        return
    previous, names_follow = None, None
    for found, before, end in _candidates(line):
        if names_follow is None:
            names_follow = not _BESIDE_BEFORE.search(before[-_LONGEST_BESIDE:])
        has_name = HAS_AUDIO.search(found.text) is not None
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
    """Yield every link with what stands between it and the one before, and where it ends with its words."""
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
    """Return what a line without an evident link means, or nothing.

    It may mean a path, a file or a bare host.
    """
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
    """Return the link that begins here; the one before it ended at `previous`."""
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
    link = ended(start[0] + (token[0] if token else ""), front, line[at - 1 : at])
    return _UNDERLINED.sub(r"\1", link) if line[at - 1 : at] == "_" else link


# -- Spaces in links -------------------------------------------------------------------------------------


def _with_spaces(line: str, at: int, previous: int) -> str | None:
    """Return a link to a file with spaces in its name, where it is told what belongs to it."""
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
        content = _MARKDOWN_TITLE.sub("", content.strip())
        if is_attribute and content.count("://") == 1 and not HAS_AUDIO.search(content.partition(" ")[0]):
            return content
        return content if _is_spaced(content, is_enclosed=True) else None
    another = _NEXT_LINK.search(line, at + 1, at + _LONGEST_SPACED)
    content = line[at : another.start() if another else at + _LONGEST_SPACED].rstrip(" \t,，;；.。|*")
    if " " not in content or not _LEADING.fullmatch(line, previous, at):
        return None
    return content if _is_spaced(content, is_enclosed=False) else None


def _closing(line: str, before: str, at: int) -> re.Pattern[str] | None:
    """Return what ends a link before which this stands; None where that is open."""
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
    if found is None or content.count("://") > 1 or HAS_AUDIO.search(found[1]):
        return False
    if (site := sites.find(found[2].lower())) is not None:
        return bool(site.before_file_name) and re.match(site.before_file_name, found[3]) is not None
    last, rest = found[3].rpartition("/")[2], found[4]
    if WHOLE_PAGE.search(found[1]):
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
    """Return the words of links that stand before them, in their order."""
    found = [*_MARKDOWN.finditer(line)] if "](" in line else []
    found += _NAMED_BEFORE.finditer(line) if "|http" in line else []
    return deque(sorted(_Label(one.start(), one.end(), one[1]) for one in found))


def _label_after(line: str, at: int, end: int) -> tuple[str, int]:
    """Return the words after a link that stand for it, and where they end."""
    before = line[max(0, at - 40) : at]
    for opening, words in _NAMED_AFTER:
        if opening.search(before) and (found := words.match(line, end)) is not None:
            return _TAG.sub("", found[1]).strip(), found.end()
    return "", end


def _beside(line: str, before: str, end: int, *, names_follow: bool, has_name: bool) -> str:
    """Return the name of a file that stands beside a link, on the side on which this line has them."""
    if has_name:
        return ""
    if not names_follow:
        found = _BESIDE_BEFORE.search(before[-_LONGEST_BESIDE:])
        return found[1] if found else ""
    another = _START.search(line, end)
    found = _BESIDE_AFTER.match(line[end : another.start() if another else end + 400].rstrip(" |"))
    return found[1].strip() if found else ""


def _is_echo(shown: LinkMatch, target: LinkMatch) -> bool:
    """Return whether the first of two neighbours is only the way in which the second is shown."""
    first, second = (re.sub(r"\Ahttps?://|/\Z", "", one.text, flags=re.IGNORECASE) for one in (shown, target))
    return first == second or (shown.is_cut and second.startswith(first))


def _is_cut(text: str, rest: str) -> bool:
    """Return whether the end of this link was left out where it is shown."""
    if _CUT_INSIDE.search(text):
        return True
    return _CUT.match(rest) is not None and rest[:1] != " " and not _ENDS_IN_AUDIO.search(text)
