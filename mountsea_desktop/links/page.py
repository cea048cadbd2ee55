"""From a copied web page, or a piece of a document, to a text with the addresses that its titles hide."""

import re
from html import unescape

_PART = re.compile(
    r"<!--.*?(?:-->|\Z)|<(style|script|title)\b.*?(?:</\1[^<>]*>?|\Z)"
    r"|<(?P<name>/?[a-z!?][^\s/<>]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>?|(?P<text><|[^<]+)",
    re.IGNORECASE | re.DOTALL,
)
"""One piece of a page. Whatever is begun and never ended counts to the end, so that nothing is read twice."""
_ADDRESS = re.compile(
    r"[\s\"'](?:href|src|data|data-sheets-hyperlink)\s*=\s*(?:\"\s*(https?://[^\"]*)|'\s*(https?://[^']*)|(https?://[^\s>]*))",
    re.IGNORECASE,
)
_HOLDERS = frozenset({"a", "audio", "video", "source", "iframe", "embed", "object"})
_CELLS = frozenset({"td", "th"})
"""Cells of Google Sheets may have an address of their own, with no link inside."""
_VISIBLE = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_SHOWS_ADDRESS = re.compile(r"\s*(?:https?://|www\.|[\w-]+(?:\.[\w-]+)+/)\S*\s*", re.IGNORECASE)
_ESCAPED = re.compile(r"&#?\w+;")  # nothing without its semicolon: &times may begin a parameter
_LINES = (
    "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul",
)  # fmt: skip
_GAPS = dict.fromkeys(_CELLS, " ") | dict.fromkeys(_LINES, "\n")


def text_of(plain: str, page: str) -> str:
    """Return what was copied, where there is a page beside the plain text.

    Of the two, the one that has all the addresses.

    The plain text has only those that are seen; titles hide others, and long ones are shown shortened.
    """
    if "://" not in page:
        return plain
    text, addresses = _read(page)
    seen = {_bare(one) for one in _VISIBLE.findall(plain)}
    return plain if all(_bare(one) in seen for one in addresses) else text


def readable(page: str) -> str:
    """Return what is seen of the page, line by line, with the address of each link beside its words."""
    return _read(page)[0]


def _read(page: str) -> tuple[str, list[str]]:
    """Return what is seen of the page, and the addresses in it."""
    seen: list[str] = []
    addresses: list[str] = []
    words: list[str] = []
    address, cell = "", ""
    for part in _PART.finditer(page):
        name = (part["name"] or "").lower()
        if name in ("a", "/a") and address:
            seen.append(_linked("".join(words), address))
            address, words = "", []
        if name.removeprefix("/") in _CELLS and cell:
            seen.append(f" {cell} ")
            cell = ""
        seen.append(_GAPS.get(name.removeprefix("/"), ""))
        if name in _HOLDERS | _CELLS and (found := _ADDRESS.search(part[0])) is not None:
            raw = found[found.lastindex or 0]
            raw = _ESCAPED.sub(lambda escaped: unescape(escaped[0]), raw)
            link = "".join(raw.split("\n")).strip().replace(" ", "%20")
            addresses.append(link)
            if name == "a":
                address, cell = link, ""
            elif name in _CELLS:
                cell = link
            else:
                seen.append(f" {link} ")
        elif part["text"]:
            text = unescape(re.sub(r"\s", " ", part["text"]))
            if cell:
                seen.append(_linked(text, cell))
                cell = ""
            else:
                (words if address else seen).append(text)
    if address:
        seen.append(_linked("".join(words), address))
    lines = (" ".join(line.split()) for line in "".join(seen).split("\n"))
    return "\n".join(filter(None, lines)), addresses


def _linked(words: str, address: str) -> str:
    """Return a link as Markdown writes it, which the finder understands.

    Bare where its words are its address.
    """
    words = " ".join(words.split()).translate({ord("["): "(", ord("]"): ")"})
    if not words or len(words) > 200 or _SHOWS_ADDRESS.fullmatch(words):
        return f" {address} "
    return f" [{words}](<{address}>) "


def _bare(address: str) -> str:
    """Return an address as it is compared: however it is shown, it is the same one."""
    return re.sub(r"\A(?:https?://)?(?:www\.)?|/\Z", "", address.strip("<>()[],;\"'"), flags=re.IGNORECASE)
