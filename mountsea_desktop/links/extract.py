"""From any text a musician pastes, drops or imports to the links in it."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from mountsea_desktop.links import address, find, secrets, title
from mountsea_desktop.links.find import LinkMatch
from mountsea_desktop.links.lines import PIECE, is_quoted_printable, logical_lines
from mountsea_desktop.links.parse import ParsedLink, parse_link
from mountsea_desktop.links.table import Table
from mountsea_desktop.links.unescape import unescape
from mountsea_desktop.links.verdict import Checked, Verdict

TEXT_LIMIT = 10_000_000
"""Characters of a text that are looked at."""
LINKS_LIMIT = 20_000
"""Links that are taken from one text."""
SHOWN = 200
"""Characters of a line without a link that are kept for showing."""
SLICE = 0.008
"""Seconds that one batch may take: half a frame."""
_TAG = re.compile(r"<[/!]?[a-z][^<>]*>|<!--.*?(?:-->|$)|^.*-->", re.IGNORECASE)
_BORING_TAG = re.compile(
    r"<(?:link|script|img|meta|html|svg|!doctype|form|playlist|image)\b[^<>]*\Z", re.IGNORECASE
)
_BORING = re.compile(
    # Names of formats: xmlns="http://xspf.org/ns/0/"
    r"(?:xmlns(?::\w+)?|schemaLocation|profile|rel|company|poster|background|(?:data-)?(?:cover|artwork|image|icon|logo|thumb\w{0,20}))"
    r"\s*=\s*[\"']?\Z"
    # Pictures and pages beside a song: <image>https://…, "cover": "https://…
    r"|<(?:\w+:)?(?:image|info|identifier|license|meta|cover|artwork|thumb\w{0,20}|icon|logo|homepage|link|guid|comments|docs"
    r"|generator|author|extension|annotation)\b[^<>]*>\s*(?:<url>\s*)?\Z"
    r"|\"\w{0,40}(?:image|img|cover|artwork|thumb|avatar|icon|logo|poster|picture|photo|schema|homepage|website|profile"
    r"|permalink|waveform)\w{0,40}\"\s*:\s*\[?\s*\"\Z"
    # Of a property list only the places of songs: <key>Music Folder</key><string>file://…
    r"|<key>(?!Location|URL)[^<>]*</key>\s*<string>\Z",
    re.IGNORECASE,
)
"""What stands before an address that is no song."""
_NAME_BESIDE = (
    # <TRACK Name="Sunrise" Location="file://…
    re.compile(r"\b(?:Name|title)\s*=\s*\"([^\"<>]{1,300})\"", re.IGNORECASE),
    # {"title": "Sunrise", "url": "https://…
    re.compile(
        r"\"(?:title|name|song|songname|song_name|filename|file_name|track)\"\s*:\s*\"((?:[^\"\\]|\\.){1,300})\"",
        re.IGNORECASE,
    ),
)
_NAME_ABOVE = re.compile(
    r"\s*(?:<title>([^<>]{1,300})</title>|<key>Name</key>\s*<string>([^<>]{1,300})</string>"
    r"|\"(?:title|name|song|songname|filename|file_name)\"\s*:\s*\"([^\"\\]{1,300})\",?)\s*",
    re.IGNORECASE,
)
"""The name of a song in a line of its own: <title>Sunrise</title>, "title": "Sunrise","""
_NAME_LASTS = 12
"""Lines below in which the song's address may come."""
_ENTRY = re.compile(
    r"(?:(File|Title|Length)(\d{1,6})|NumberOfEntries|Version)\s*=\s*(.*)|\[playlist\]", re.IGNORECASE
)
"""A line of a PLS playlist: File1=https://…"""
_ENTRY_TITLE = re.compile(r"^Title(\d{1,6})[ \t]*=[ \t]*(.{1,300})$", re.IGNORECASE | re.MULTILINE)
_CUE = re.compile(r"^[ \t]*TRACK \d+ AUDIO[ \t\r]*$", re.MULTILINE)
_CUE_FILE = re.compile(r"\s*FILE\s+(?:\"([^\"]+)\"|(\S+))\s+\w+\s*")
_SCHEME = re.compile(r"[a-z][a-z0-9+.\-]*://", re.IGNORECASE)
_FILE_NAME = re.compile(rf"[^/\\:]+\.(?:{'|'.join(title.AUDIO_ENDINGS)})", re.IGNORECASE)
_EXTINF = re.compile(r"#EXTINF:[^,\"]*(?:\"[^\"]*\"[^,\"]*)*,(.*)", re.IGNORECASE)
_ECHO = re.compile(r"[)\]>\"'… ]{0,4}[<(\[|][\s\"'<]{0,2}")
_SECRET_SHOWN = 3

_NOTHING = ParsedLink(link="", verdict=address.refused(Verdict.NOT_A_LINK))
_SECRET = ParsedLink(link="", verdict=address.refused(Verdict.TOKEN))


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
    has_own_title: bool = False
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
    seconds of Unix time. `holds_secret` says of a text whether there is something in it that must not
    become a song, such as the token that is kept; what only looks like one never does.
    """

    def __init__(
        self,
        known: Mapping[str, str] | Iterable[str] = (),
        *,
        now: float | None = None,
        allow_loopback: bool = False,
        holds_secret: Callable[[str], bool] | None = None,
    ) -> None:
        self.limit: Limit | None = None
        """Set when the text was longer, or had more links, than is taken."""
        titles = known if isinstance(known, Mapping) else dict.fromkeys(known, "")
        self._seen: dict[str, tuple[str, int]] = {link: (name or link, 0) for link, name in titles.items()}
        self._titles = set(titles.values())
        self._now = time.time() if now is None else now
        self._allow_loopback = allow_loopback
        self._holds_secret = holds_secret
        self._links = 0
        self._first_number = len(titles) + 1
        self._begin("", "")

    def _begin(self, text: str, name: str) -> None:
        """Forget what was remembered of the text before."""
        ending = name.lower().rpartition(".")[2]
        self._playlist = ending in ("m3u", "m3u8")
        self._is_cue = ending == "cue" or (" AUDIO" in text and _CUE.search(text[:PIECE]) is not None)
        self._table = Table.of(text, ending)
        self._is_pls = "[playlist]" in text[:200].lower()
        self._entry_titles = dict(_ENTRY_TITLE.findall(text[:TEXT_LIMIT])) if self._is_pls else {}
        self._song = ""
        """The name that the next link has, from a playlist."""
        self._name_above = (0, "")
        """The name of a song in a line of its own, and that line."""
        self._above = (0, "")
        """A file's name that is the title of a link in the next line, or else a file of this computer."""
        self._unnamed = (-1, "")
        """The last link that was given no name: its line, and its own name. A file below may be called so."""

    def batches(self, text: str, name: str = "", *, seconds: float = SLICE) -> Iterator[list[ExtractedLink]]:
        """Yield what is in the text, in slices that take no longer than about `seconds` each.

        Some may be empty.

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
        """Return everything in the text at once."""
        return [found for found in self._steps(text, name) if found is not None]

    def _steps(self, text: str, name: str) -> Iterator[ExtractedLink | None]:
        """Yield what was found, with a None for each piece of work without a find."""
        if len(text) > TEXT_LIMIT:
            self.limit = Limit.TEXT
        self._begin(text, name)
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
        is_printable = is_quoted_printable(text)
        for raw in logical_lines(text, is_table=self._table is not None):
            yield None
            number, line = raw.number, raw.text.strip(" \t\u3000\ufeff\x00")
            if not line:
                continue
            line = unescape(line, is_printable=is_printable)
            directive = line.startswith("#") and (line[:4].upper() == "#EXT" or self._playlist)
            if self._above[0] and (directive or self._above[0] != number - 1):
                yield self._file()
            if directive:
                self._playlist = True
                if (song := _EXTINF.match(line)) is not None:
                    self._song = title.tidy(song[1])
            elif self._is_cue:
                yield from self._cue(number, line)
            elif self._is_pls and (entry := _ENTRY.fullmatch(line)) is not None:
                yield from self._entry(number, entry)
            else:
                yield from self._line(number, line)
        if self._above[0]:
            yield self._file()

    def _cue(self, number: int, line: str) -> Iterator[ExtractedLink]:
        """Read a cue sheet, which names one file and marks the songs in it."""
        if (file := _CUE_FILE.fullmatch(line)) is not None:
            yield self._found(number, LinkMatch(0, file[1] or file[2]))

    def _entry(self, number: int, entry: re.Match[str]) -> Iterator[ExtractedLink]:
        """Read a line of a PLS playlist."""
        if (entry[1] or "").lower() == "file":
            yield self._found(number, LinkMatch(0, entry[3], self._entry_titles.get(entry[2], "")))

    def _line(self, number: int, line: str) -> Iterator[ExtractedLink]:
        tags = "<" in line and _TAG.search(line) is not None
        any_link, last, last_end = False, "", 0
        for match in self._matches(line):
            position = match.position
            before = line[max(0, position - 300) : position]
            if (tags and _BORING_TAG.search(before)) or (before[-1:] in "\"'=>" and _BORING.search(before)):
                any_link = True
                continue
            label = match.label or (_name_beside(line, position) if tags or '"' in line else "")
            found = self._found(number, match._replace(label=label))
            if any_link and found.link == last and _ECHO.fullmatch(line, last_end, position):
                continue  # the words of a link that repeat its address
            any_link, last, last_end = True, found.link, position + len(match.text)
            yield found
        if self._above[0]:
            yield self._file()
        if not any_link:
            yield from self._without_link(number, line, tags=tags)

    def _without_link(self, number: int, line: str, *, tags: bool) -> Iterator[ExtractedLink]:
        """Yield what a line without an evident link means."""
        if (name := _NAME_ABOVE.fullmatch(line)) is not None:
            self._name_above = number, name[1] or name[2] or name[3]
            return
        if secrets.is_secret(line, self._holds_secret):
            yield ExtractedLink(line=number, pasted=f"{line[:_SECRET_SHOWN]}…", parsed=_SECRET)
        elif not tags and (lone := find.lone_link(line) or find.lone_link(title.without_label(line))):
            above, own = self._unnamed
            if not _FILE_NAME.fullmatch(lone) or self._table is not None or (above == number - 1 and not own):
                yield self._found(number, LinkMatch(0, lone))
            elif above != number - 1 or title.tidy(lone).casefold() != own.casefold():
                self._above = number, lone
        elif not (tags and not _TAG.sub("", line).strip()) and not (self._table is not None and number == 1):
            yield ExtractedLink(line=number, pasted=line[:SHOWN], parsed=_NOTHING)

    def _file(self) -> ExtractedLink:
        """Return the file's name of the line above, now that no link has followed."""
        (number, name), self._above = self._above, (0, "")
        return self._found(number, LinkMatch(0, name))

    def _matches(self, line: str) -> Iterator[LinkMatch]:
        """Yield the links of a line as they stand there."""
        if self._playlist and ("://" not in line or _SCHEME.match(line)):
            yield LinkMatch(0, line)
        elif self._table is not None:
            yield from self._table.links_in(line.replace("\x00", ""))
        else:
            yield from find.find_links(line)

    def _found(self, number: int, match: LinkMatch) -> ExtractedLink:
        parsed = parse_link(
            match.text, now=self._now, allow_loopback=self._allow_loopback, is_cut=match.is_cut
        )
        holds = self._holds_secret
        if holds and (secrets.is_secret(match.text, holds) or secrets.is_known(parsed.link, holds)):
            return ExtractedLink(line=number, pasted=f"{match.text[:_SECRET_SHOWN]}…", parsed=_SECRET)
        given = self._given(number, match)
        if holds and secrets.is_known(given, holds):
            given = ""
        if not given and not _FILE_NAME.fullmatch(match.text):
            self._unnamed = number, parsed.title
        name = given or parsed.title_or_number(self._first_number + self._links)
        before = self._seen.get(parsed.link)
        if before is None:
            name = name if given else self._unlike_others(name)
            self._titles.add(name)
            self._seen[parsed.link] = (name, number)
        duplicate_of, duplicate_line = before or ("", 0)
        return ExtractedLink(
            line=number,
            pasted=match.text,
            parsed=parsed,
            title=name,
            has_own_title=bool(given),
            duplicate_of=duplicate_of,
            duplicate_line=duplicate_line,
        )

    def _given(self, number: int, match: LinkMatch) -> str:
        """Return the name that the text gives a link: its words, a playlist's, that of the file above."""
        (line, name), self._name_above = self._name_above, (0, "")
        (above, file), song = self._above, self._song
        self._song = ""
        if above and file != match.text:
            self._above = (0, "")
        else:
            file = ""
        if number - line > _NAME_LASTS:
            name = ""
        return title.from_label(match.label) or song or title.tidy(name) or title.from_label(file)

    def _unlike_others(self, name: str) -> str:
        """Return the name, with a number where another song has it already."""
        if name not in self._titles:
            return name
        return next(numbered for n in count(2) if (numbered := f"{name} ({n})") not in self._titles)


def extract_links(
    text: str,
    name: str = "",
    *,
    known: Mapping[str, str] | Iterable[str] = (),
    now: float | None = None,
    allow_loopback: bool = False,
    holds_secret: Callable[[str], bool] | None = None,
) -> list[ExtractedLink]:
    """Return everything in one text; `LinkExtractor` also works in slices and says when a limit was met."""
    extractor = LinkExtractor(known, now=now, allow_loopback=allow_loopback, holds_secret=holds_secret)
    return extractor.read(text, name)


def _name_beside(line: str, position: int) -> str:
    """Return the name that stands in the same tag as an address, or in the same object of JSON."""
    for pattern, opening, closing in zip(_NAME_BESIDE, "<{", ">}", strict=True):
        begins = line.rfind(opening, max(0, position - 1000), position)
        if begins < 0 or closing in line[begins:position]:
            continue
        ends = line.find(closing, position, position + 1000)
        if (found := pattern.search(line, begins, ends if ends >= 0 else position + 1000)) is not None:
            return found[1]
    return ""
