"""Tables, in files or pasted: their columns, and the links in a row."""

import csv
import re
from collections.abc import Iterator
from typing import Self

from mountsea_desktop.links import find
from mountsea_desktop.links.find import LinkMatch
from mountsea_desktop.links.lines import PIECE

_LISTED = re.compile(r"(?:q-(?:sign|key)-time=\d+|(?:-list|signedheaders)=[\w%-]*)\Z", re.IGNORECASE)
_LIST_GOES_ON = re.compile(
    r"(?:host|date|range|expires|origin|referer|etag|user-agent|cache-control|(?:content|x|if|accept)-[a-z0-9-]+)"
    r"(?P<more>&\S*)?"
)
_SECOND = re.compile(r"\d+(?P<more>&\S*)?")
"""What may follow a semicolon in a signature: a header's name, or, after a second, another one."""
_WHOLE = re.compile(r"https?://[!#-;=?-~]+(?<!://)")
_WITH_LINK = re.compile(r"https?://[^\s,;]+(?:;\d+&\S+)?", re.IGNORECASE)
_HEADING = re.compile(
    r"\"?(?:title|songs?|name|track|artist|links?|urls?|files?|file ?name|album|year|no|nr|#|id|notes?"
    r"|歌名|歌曲|曲名|标题|標題|名称|链接|連結|地址|文件|文件名|歌手|专辑|年份|备注|曲|リンク|노래|링크|제목)\"?",
    re.IGNORECASE,
)
"""A column's name in the first row of a table."""
_NAME_HEADING = re.compile(
    r"title|songs?|name|track|(?:song|track|file) ?(?:title|name)"
    r"|歌名|歌曲|曲名|标题|標題|名称|名稱|文件名|曲|노래|제목",
    re.IGNORECASE,
)


class Table:
    """A table whose rows are read one after another, from its first line on.

    `most_cells` is how many a row may have; 0 for a file, whose rows are as its program wrote them.
    """

    def __init__(self, delimiter: str, title_column: int = -1, most_cells: int = 0) -> None:
        self._delimiter = delimiter
        self._title_column = title_column
        self._most_cells = most_cells
        self._open_cell = False
        """Whether a cell that was opened by a quote further up is still open."""

    @classmethod
    def of(cls, text: str, ending: str) -> Self | None:
        """Return the table that a text is, by its file's ending or its headings; None for other texts."""
        if ending in ("csv", "tsv"):
            delimiter = _delimiter(text)
            return cls(delimiter, _title_column(text, delimiter))
        if not (delimiter := _pasted_delimiter(text)):
            return None
        return cls(delimiter, _title_column(text, delimiter), _headings(text).count(delimiter) + 1)

    def links_in(self, line: str) -> Iterator[LinkMatch]:
        """Yield the links in a row of a table, whose cells may have lines of their own."""
        if self._open_cell:
            inside, quote, line = line.partition('"')
            yield from find.find_links(inside.strip())
            if not quote:
                return
            self._open_cell = False
        elif line.count('"') % 2:
            self._open_cell = True
        cells = list(self._cells(line))
        if self._most_cells and len(cells) > self._most_cells:
            yield from find.find_links(line)  # more than the headings say: the sign belongs to a link
            return
        name = cells[self._title_column] if 0 <= self._title_column < len(cells) else ""
        for cell in cells:
            for match in [LinkMatch(0, cell)] if _WHOLE.fullmatch(cell) else find.find_links(cell.strip()):
                yield match if match.label or cell == name else match._replace(label=name)

    def _cells(self, line: str) -> Iterator[str]:
        """Yield the columns of a row; a semicolon inside a signature parts none."""
        cells: list[str] = []
        for cell in next(csv.reader([line], delimiter=self._delimiter), []):
            goes_on = _SECOND if cells and cells[-1][-1].isdigit() else _LIST_GOES_ON
            if cells and self._delimiter == ";" and (more := goes_on.fullmatch(cell)) is not None:
                cells.append(f";{cell}")
                if more["more"] and not _LISTED.search(cell):
                    yield "".join(cells)
                    cells = []
                continue
            if cells:
                yield "".join(cells)
            cells = [cell] if _LISTED.search(cell) else []
            if not cells:
                yield cell
        if cells:
            yield "".join(cells)


def _delimiter(text: str) -> str:
    """Return what separates the columns, judged by the first line.

    Links may hold each of these signs themselves.

    A single column is separated by nothing: then it is the tab, the one that no link holds.
    """
    first = _WITH_LINK.sub("", _headings(text))
    return max("\t,;", key=first.count)


def _pasted_delimiter(text: str) -> str:
    """Return what separates the columns of a pasted table, where its first line is one of headings."""
    first, _, rest = text[:PIECE].lstrip().partition("\n")
    second = rest.partition("\n")[0]
    if "://" in first or "://" not in rest:
        return ""
    for sign in "\t,;":
        cells = first.strip().split(sign)
        if len(cells) > 1 and sign in second and any(_HEADING.fullmatch(cell.strip()) for cell in cells):
            return sign
    return ""


def _headings(text: str) -> str:
    """Return the first line."""
    return text[:PIECE].lstrip("\ufeff\r\n ").replace("\r", "\n").partition("\n")[0]


def _title_column(text: str, delimiter: str) -> int:
    """Return the column with the names of songs, where the first line says which; else -1."""
    headings = next(csv.reader([_headings(text)], delimiter=delimiter), [])
    return next((index for index, one in enumerate(headings) if _NAME_HEADING.fullmatch(one.strip())), -1)
