"""From any text a musician pastes, drops or imports to the links in it."""

import csv
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from html import unescape

from mountsea_desktop.links import address, find, title
from mountsea_desktop.links.parse import ParsedLink, parse_link
from mountsea_desktop.links.verdict import Checked, Verdict

TEXT_LIMIT = 10_000_000
"""Characters of a text that are looked at."""
LINKS_LIMIT = 20_000
"""Links that are taken from one text."""
SHOWN = 200
"""Characters of a line without a link that are kept for showing."""
SLICE = 0.008
"""Seconds that one batch may take: half a frame."""
_PIECE = 16_384

_TAG = re.compile(r"<[/!]?[a-z][^<>]*>|<!--.*?(?:-->|$)|^.*-->", re.IGNORECASE)
_BORING_TAG = re.compile(r"<(?:link|script|img|meta|html|svg|!doctype|iframe|form)\b[^<>]*$", re.IGNORECASE)
_WRITTEN_OUT = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|#0{0,9}(?:3[489]|6[02]|160)|#x0{0,9}(?:2[267]|3[ce]|a0));", re.IGNORECASE
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*://", re.IGNORECASE)
_FILE_NAME = re.compile(rf"[^/\\:]+\.(?:{'|'.join(title.AUDIO_ENDINGS)})", re.IGNORECASE)
_LISTED = re.compile(r"q-(?:sign|key)-time=\d+$|(?:-list|signedheaders)=[\w;%-]*$", re.IGNORECASE)
_EXTINF = re.compile(r"#EXTINF:[^,\"]*(?:\"[^\"]*\"[^,\"]*)*,(.*)", re.IGNORECASE)
_LINE_END = re.compile(r"\n{2,4096}|\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WHOLE = re.compile(r"https?://[!-;=?-~]+(?<!://)")
_WITH_LINK = re.compile(r"\w+://[^\s,;]+(?:;\d+&\S+)?")


_NOTHING = ParsedLink(link="", verdict=address.refused(Verdict.NOT_A_LINK))


class Limit(StrEnum):
    """Why a text was not read to its end."""

    TEXT = "text_limit"
    LINKS = "links_limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedLink:
    """One link in a text, or one line in which none was understood."""

    line: int
    """Counted from 1."""
    pasted: str
    """As it was pasted, without what surrounds it; a line without a link is shortened to `SHOWN`."""
    parsed: ParsedLink
    """What its text tells; its `link` is empty where none was understood."""
    title: str = ""
    named: bool = False
    """Whether the musician gave the title, in a playlist or in the line above; else it is the link's own."""
    duplicate_of: str = ""
    """The title of the same link further up or in the list already; else empty."""
    duplicate_line: int = 0
    """The line of that link; 0 when it is in the list already."""

    @property
    def link(self) -> str:
        """The address Mountsea is to be given; empty where none was understood."""
        return self.parsed.link

    @property
    def verdict(self) -> Checked | None:
        """Why it certainly cannot work; None when nothing in its text speaks against it."""
        return self.parsed.verdict

    @property
    def usable(self) -> bool:
        """Whether it can be added as a song that has a chance."""
        return bool(self.link) and self.verdict is None and not self.duplicate_of

    @property
    def rewritten(self) -> bool:
        """Whether Mountsea is given another address than the one that was pasted."""
        return bool(self.link) and self.link != self.pasted


class LinkExtractor:
    """Reads one text after another; knows the links of all of them, so that duplicates are named.

    `known` are the links that are in the list already, with their titles if they are given. `now` is in
    seconds of Unix time.
    """

    def __init__(
        self,
        known: Mapping[str, str] | Iterable[str] = (),
        *,
        now: float | None = None,
        allow_loopback: bool = False,
    ) -> None:
        self.limit: Limit | None = None
        """Set when the text was longer, or had more links, than is taken."""
        titles = known if isinstance(known, Mapping) else dict.fromkeys(known, "")
        self._seen: dict[str, tuple[str, int]] = {link: (name or link, 0) for link, name in titles.items()}
        self._now = time.time() if now is None else now
        self._allow_loopback = allow_loopback
        self._links = 0
        self._first_number = len(titles) + 1
        self._playlist = False
        self._song = ""
        self._above = (0, "")
        """A file's name that is the title of a link in the next line, or else a file of this computer."""
        self._unnamed = (-1, "")
        """The last link that was given no name: its line, and its own name. A file below may be called so."""
        self._delimiter = ""

    def batches(self, text: str, name: str = "", *, seconds: float = SLICE) -> Iterator[list[ExtractedLink]]:
        """What is in the text, in slices that take no longer than about `seconds` each; some may be empty.

        `name` is the file's, if it came from one: its ending tells lists in columns from other texts.
        """
        batch: list[ExtractedLink] = []
        until = time.perf_counter() + seconds
        for found in self._steps(text, name):
            if found is not None:
                batch.append(found)
            if time.perf_counter() >= until:
                yield batch
                batch = []
                until = time.perf_counter() + seconds
        yield batch

    def read(self, text: str, name: str = "") -> list[ExtractedLink]:
        """Everything in the text at once."""
        return [found for found in self._steps(text, name) if found is not None]

    def _steps(self, text: str, name: str) -> Iterator[ExtractedLink | None]:
        """What was found, with a None for each piece of work without a find."""
        if len(text) > TEXT_LIMIT:
            self.limit = Limit.TEXT
        ending = name.lower().rpartition(".")[2]
        self._playlist = ending in ("m3u", "m3u8")
        self._delimiter = _delimiter(text) if ending == "csv" else ""
        self._song, self._above, self._unnamed = "", (0, ""), (-1, "")
        told = 0
        for found in self._all(text[:TEXT_LIMIT]):
            if found is None:
                yield None
                continue
            if not found.link and found.line == told:
                continue  # a further piece of the same line
            told = found.line
            if found.link:
                self._links += 1
                if self._links > LINKS_LIMIT:
                    self.limit = Limit.LINKS
                    return
            yield found

    def _all(self, text: str) -> Iterator[ExtractedLink | None]:
        for number, raw in _lines(text):
            yield None
            line = raw.strip(" \t\u3000\ufeff\x00")
            if not line:
                continue
            if "&" in line and ";" in line:
                # Nothing else may be undone, and nothing without its semicolon: &times may begin a parameter.
                line = _WRITTEN_OUT.sub(lambda sign: unescape(sign[0].lower()), line)
            directive = line.startswith("#") and (line[:4].upper() == "#EXT" or self._playlist)
            if self._above[0] and (directive or self._above[0] != number - 1):
                yield self._file()
            if directive:
                self._playlist = True
                if (song := _EXTINF.match(line)) is not None:
                    self._song = title.tidy(song[1])
            else:
                yield from self._line(number, line)
        if self._above[0]:
            yield self._file()

    def _line(self, number: int, line: str) -> Iterator[ExtractedLink]:
        tags = "<" in line and _TAG.search(line) is not None
        any_link, last = False, ""
        for position, pasted, *_ in self._pasted(line):
            if tags and _BORING_TAG.search(line, max(0, position - 300), position):
                any_link = True
                continue
            if tags and any_link and line[position - 1] == ">" and pasted == last:
                continue  # the words of a link that repeat its address
            any_link, last = True, pasted
            if self._above[0]:
                self._song, self._above = title.tidy(self._above[1]), (0, "")
            yield self._found(number, pasted)
        if self._above[0]:
            yield self._file()
        if not any_link:
            yield from self._without_link(number, line, tags=tags)

    def _without_link(self, number: int, line: str, *, tags: bool) -> Iterator[ExtractedLink]:
        """What a line without an evident link means."""
        if not tags and (lone := find.lone_link(line)):
            above, own = self._unnamed
            if not _FILE_NAME.fullmatch(lone) or self._delimiter or (above == number - 1 and not own):
                yield self._found(number, lone)
            elif above != number - 1 or title.tidy(lone).casefold() != own.casefold():
                self._above = number, lone
        elif not (tags and not _TAG.sub("", line).strip()) and not (self._delimiter and number == 1):
            yield ExtractedLink(line=number, pasted=line[:SHOWN], parsed=_NOTHING)

    def _file(self) -> ExtractedLink:
        """The file's name of the line above, now that no link has followed."""
        (number, name), self._above = self._above, (0, "")
        return self._found(number, name)

    def _pasted(self, line: str) -> Iterator[tuple[int, str]]:
        """The links of a line as they stand there, each with its position."""
        if self._playlist and ("://" not in line or _SCHEME.match(line)):
            yield 0, line
        elif self._delimiter:
            for cell in self._cells(line.replace("\x00", "")):
                yield from [(0, cell)] if _WHOLE.fullmatch(cell) else find.find_links(cell.strip())
        else:
            yield from find.find_links(line)

    def _cells(self, line: str) -> Iterator[str]:
        """The columns of a row; a semicolon inside a signature parts none."""
        before = ""
        for cell in next(csv.reader([line], delimiter=self._delimiter), []):
            if before and self._delimiter == ";" and _LISTED.search(before) and cell[:1].isalnum():
                before = f"{before};{cell}"
                continue
            if before:
                yield before
            before = cell
        yield before

    def _found(self, number: int, pasted: str) -> ExtractedLink:
        parsed = parse_link(pasted, now=self._now, allow_loopback=self._allow_loopback)
        given, self._song = self._song, ""
        if not given and not _FILE_NAME.fullmatch(pasted):
            self._unnamed = number, parsed.title
        name = given or parsed.named(self._first_number + self._links)
        before = self._seen.get(parsed.link)
        if before is None:
            self._seen[parsed.link] = (name, number)
        duplicate_of, duplicate_line = before or ("", 0)
        return ExtractedLink(
            line=number,
            pasted=pasted,
            parsed=parsed,
            title=name,
            named=bool(given),
            duplicate_of=duplicate_of,
            duplicate_line=duplicate_line,
        )


def extract_links(
    text: str,
    name: str = "",
    *,
    known: Mapping[str, str] | Iterable[str] = (),
    now: float | None = None,
    allow_loopback: bool = False,
) -> list[ExtractedLink]:
    """Everything in one text; `LinkExtractor` also works in slices and says when a limit was met."""
    return LinkExtractor(known, now=now, allow_loopback=allow_loopback).read(text, name)


def _delimiter(text: str) -> str:
    """What separates the columns, judged by the first line; links may hold each of these signs themselves.

    A single column is separated by nothing: then it is the tab, the one that no link holds.
    """
    first = _WITH_LINK.sub("", text[:_PIECE].strip().partition("\n")[0])
    return max("\t,;", key=first.count)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; one that is far too long comes in pieces, so that none takes long."""
    position, number = 0, 1
    while position < len(text):
        end = _LINE_END.search(text, position, position + _PIECE)
        if end is not None:
            yield number, text[position : end.start()]
            position, number = end.end(), number + max(1, end[0].count("\n"))
            continue
        piece = text[position : position + _PIECE]
        if len(piece) == _PIECE:
            cuts = [piece.rfind(sign) for sign in (" ", "<", '"')]
            piece = piece[: max(*cuts, 0) or _PIECE]
        yield number, piece
        position += len(piece)
