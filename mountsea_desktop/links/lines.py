"""The lines of a text, as they were before a mail broke long ones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mountsea_desktop.links import signed, sites
from mountsea_desktop.links.parse import parse_link
from mountsea_desktop.links.title import AUDIO_ENDINGS
from mountsea_desktop.links.verdict import Verdict

PIECE = 16_384
"""Characters of a line that are looked at together; a longer one comes in pieces, so that none takes long."""

_LINE_END = re.compile(r"\n{2,4096}|\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_NEXT = re.compile(r"(?P<end>\r\n|[\n\r])(?P<line>[^\n\r]{1,2000})(?=[\n\r]|\Z)")
_QUOTED = re.compile(r"(?:[>|]\s?)+")  # > of a reply
_OPENED = re.compile(
    r"(?:<|\]\(<?|(?:href|src)\s*=\s*(?:3D)?[\"'])\s*\Z", re.IGNORECASE
)  # <https://…, [x](https://…
_CLOSED = {"<": ">", "(": ")", '"': '"', "'": "'"}
_INSIDE = re.compile(r"[^\s<>\"]+")
_SCHEME = re.compile(r"(https?)\Z", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:https?:|www\.)", re.IGNORECASE)
_LONGEST_BREAK = 8
"""Lines that one link may be broken over."""
_REST = re.compile(r"[\w%&=./?+~,:;@!$'()*#-]{1,2000}", re.ASCII)
_LIKE_A_REST = re.compile(r"[&=?/%]")
_ENDS_IN_AUDIO = re.compile(rf"\.(?:{'|'.join(AUDIO_ENDINGS)})\Z", re.IGNORECASE)
_NAME = re.compile(rf"[a-z0-9%_.~+-]+\.(?:{'|'.join(AUDIO_ENDINGS)})(?:\?\S*)?", re.IGNORECASE)
_PRINTABLE_WIDTH = range(66, 78)
"""Columns at which mails break lines by a `=`: at 76 at most."""
_WIDTH = range(60, 81)
"""Columns at which programs break lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `number` is that of its first piece, counted from 1."""

    number: int
    text: str


def is_quoted_printable(text: str) -> bool:
    """Return whether a mail's own encoding is still on the text: `=3D` for `=`, and lines that end in `=`."""
    return "=3D" in text and ("=\n" in text or "=\r\n" in text or text.count("=3D") > 3)


def logical_lines(text: str, *, is_table: bool = False) -> Iterator[Line]:
    """Yield the lines, those of broken links joined. A link that may go on in the next line ends in `…`.

    In a table each line is a row, so that none is joined.
    """
    is_printable = is_quoted_printable(text)
    position, number = 0, 1
    while position < len(text):
        end = _LINE_END.search(text, position, position + PIECE)
        if end is None:
            piece = text[position : position + PIECE]
            if len(piece) == PIECE:
                cuts = [piece.rfind(sign) for sign in (" ", "<", '"')]
                piece = piece[: max(*cuts, 0) or PIECE]
            yield Line(number, piece)
            position += len(piece)
            continue
        line, first = text[position : end.start()], number
        position, number = end.end(), number + max(1, end[0].count("\n"))
        if is_table or len(end[0].replace("\r\n", "\n")) > 1:
            yield Line(first, line)
            continue
        broken = end.start()
        for _ in range(_LONGEST_BREAK):
            joined = _joined(text, line, broken, is_printable=is_printable)
            if joined is None:
                break
            line, is_joined = joined[0], joined[1] > broken
            if not is_joined:
                break  # only marked: nobody can tell
            broken = joined[1]
            end = _LINE_END.match(text, broken)
            position = end.end() if end else len(text)
            number += max(1, end[0].count("\n")) if end else 1
        yield Line(first, line)


def _joined(text: str, line: str, at: int, *, is_printable: bool) -> tuple[str, int] | None:
    """Return the line with the next one, when that goes on with its link, and where that one ends."""
    if not line.rstrip():
        return None
    if is_printable and line.endswith("="):
        following = _NEXT.match(text, at)
        return (line[:-1] + following["line"], following.end()) if following else None
    start = line.rfind("://")
    if start < 0 or len(line) - start > 4096:
        return None
    scheme = _SCHEME.search(line, max(0, start - 5), start)
    tail = line[start + 3 :].rstrip()
    if scheme is None or not _INSIDE.fullmatch(tail):
        return None
    following = _NEXT.match(text, at)
    if following is None:
        return None
    quoted = _QUOTED.match(line)
    rest = following["line"]
    if quoted is not None and (mark := _QUOTED.match(rest)) is not None:
        rest = rest[mark.end() :]
    rest, link = rest.strip(), f"{scheme[0]}://{tail}"
    if not rest or _ANOTHER.match(rest):
        return None
    line = line.rstrip()
    if _OPENED.search(line, max(0, scheme.start() - 20), scheme.start()):
        return _within_brackets(text, line, rest, scheme.start(), following.end())
    if not _REST.fullmatch(rest):
        return None
    return _without_brackets(line, link, rest, following.end(), at)


def _within_brackets(text: str, line: str, rest: str, start: int, end: int) -> tuple[str, int] | None:
    """RFC 3986, appendix C: what is in brackets goes on to where they close, line ends left out."""
    closing = _CLOSED[line[:start].rstrip()[-1]]
    inside, found, _ = rest.partition(closing)
    if inside and not _INSIDE.fullmatch(inside):
        return None
    if not found and closing not in text[end : end + 4096].partition(" ")[0]:
        return None
    last = re.split(r"[?&]", line)[-1]
    if line.endswith("=") and "=" in last[:-1]:
        line = line[:-1]  # the break's own sign: no value goes on after one
    return line + rest, end


def _without_brackets(line: str, link: str, rest: str, end: int, at: int) -> tuple[str, int] | None:
    """Go by the form that a known site's links have, where nothing else says how far it goes."""
    if signed.begun(link):
        return None  # a whole one ends as it likes, and not a byte of it may change
    if link.endswith("=") and len(line) in _PRINTABLE_WIDTH and _LIKE_A_REST.search(rest):
        return line[:-1] + rest, end
    parsed, longer = parse_link(link), parse_link(link + rest)
    if parsed.site:
        makes_no_difference = parsed.verdict is None and parsed.link == longer.link
        if makes_no_difference or longer.verdict is not None:
            return None
        is_incomplete = parsed.verdict is not None and parsed.verdict.verdict is Verdict.INCOMPLETE
        is_whole = _ENDS_IN_AUDIO.search(link) is not None and rest[0] not in "?&"
        if is_incomplete:
            goes_on = _LIKE_A_REST.search(rest) or (re.search(r"\d", rest) and not _NAME.fullmatch(rest))
        else:
            goes_on = len(line) in _WIDTH and not is_whole and _LIKE_A_REST.search(rest)
        return (line + rest, end) if goes_on else None
    if sites.find((parsed.host or "").lower()) is not None or parsed.verdict is not None:
        return None
    if rest.startswith(("?", "&")) and "=" in rest:
        return line + rest, end
    goes_on = _LIKE_A_REST.search(rest) or (_NAME.fullmatch(rest) and not rest[0].isupper())
    if len(line) in _WIDTH and not _ENDS_IN_AUDIO.search(link) and goes_on:
        return f"{line}…", at
    return None
