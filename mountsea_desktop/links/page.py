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
    r"[\s\"'](?:href|src)\s*=\s*(?:\"\s*(https?://[^\"]*)|'\s*(https?://[^']*)|(https?://[^\s>]*))",
    re.IGNORECASE,
)
_HOLDERS = frozenset({"a", "audio", "video", "source"})
_ESCAPED = re.compile(r"&#?\w+;")  # nothing without its semicolon: &times may begin a parameter
_LINES = (
    "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "li", "ol", "p", "pre", "section", "table", "tr", "ul",
)  # fmt: skip
_GAPS = {"td": " ", "th": " "} | dict.fromkeys(_LINES, "\n")


def readable(page: str) -> str:
    """What is seen of the page, line by line, but with the address of each link in place of its title."""
    seen: list[str] = []
    hiding = False
    for part in _PART.finditer(page):
        name = (part["name"] or "").lower()
        seen.append(_GAPS.get(name.removeprefix("/"), ""))
        if name in ("a", "/a"):
            hiding = False
        if name in _HOLDERS and (found := _ADDRESS.search(part[0])) is not None:
            address = _ESCAPED.sub(lambda escaped: unescape(escaped[0]), found[found.lastindex or 0])
            seen.append(f" {address.strip().replace(' ', '%20')} ")
            hiding = name == "a"
        elif part["text"] and not hiding:
            seen.append(unescape(re.sub(r"\s", " ", part["text"])))
    lines = (" ".join(line.split()) for line in "".join(seen).split("\n"))
    return "\n".join(filter(None, lines))
