"""Undoes what programs do to a link when they put it into a text of their own."""

import re
from html import unescape as unescape_html

from mountsea_desktop.links.title import AUDIO_ENDINGS

_ENTITY = re.compile(
    # Nothing without its semicolon: &times may begin a parameter.
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|lt|gt|quot|apos|nbsp|sol|equals|colon|quest|num|percnt|period|plus|lowbar|commat"
    r"|semi|comma|lpar|rpar|lsqb|rsqb|excl|shy|ZeroWidthSpace|hyphen|dash);",
    re.IGNORECASE,
)
_AMPERSAND = re.compile(r"&(?:(?:amp|#0{0,9}38|#x0{0,9}26);(?:amp;|#38;)*)", re.IGNORECASE)  # &amp;amp;
_QUOTED_NAME = re.compile(
    r"(?<!&quot;)(?<![\"'])https?://[^\s<>\"]*?&quot;[^\s<>\"]*", re.IGNORECASE
)  # …/&quot;Doc&quot;.mp3
_LINKISH = re.compile(r"https?(?:\\?:|%3A)|www\.", re.IGNORECASE)
_SLASH = re.compile(r"\\{1,4}/")  # https:\/\/example.com
_UNICODE = re.compile(r"\\{1,4}(?:u00|x)([2-7][0-9a-f])", re.IGNORECASE)  # \u0026, \x26
_LETTER = re.compile(r"\\{1,4}u((?!d[89a-f])[0-9a-f]{4})", re.IGNORECASE)  # \u6674
_LINE_END = re.compile(
    r"\\{1,4}[nrt](?=https?:|www\.|[\"'\s,}\]\\]|\Z)|(?<=\.(?:mp3|wav|m4a))\\[nrt]|(?<=\.flac)\\[nrt]"
)  # a.mp3\nhttps://
_ESCAPED = re.compile(r"https?:(?:[^\s\\]|\\.)*\\?", re.IGNORECASE)  # https://example.com/my\_song
_SIGN = re.compile(r"\\{1,4}([^\w\s\\/]|_)|\\( )|\\{1,4}\Z")
_UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_HAS_UNSEEN = re.compile(f"[{_UNSEEN}]")
_AUDIO = "|".join(AUDIO_ENDINGS)
_UNSEEN_INSIDE = re.compile(
    # so<U+200B>ng.mp3, but not a.mp3<U+200B>thanks, nor before Chinese words, which are parted from links so
    rf"(?<=[!-~])(?P<audio>(?<=\.(?:mp3|wav|m4a))|(?<=\.flac))?[{_UNSEEN}]++(?=[!-~])(?!https?:|www\.)"
    rf"(?(audio)(?=[?&#/.]))"
    # 晴<U+200B>天.mp3; an unseen sign is no letter, or each of a thousand would be a beginning of its own
    rf"|(?<=[^\s\x00-\x7f{_UNSEEN}])[{_UNSEEN}]++(?=[^\s\x00-\x7f][^\s/]{{0,80}}?\.(?:{_AUDIO})(?![a-z0-9]))",
    re.IGNORECASE,
)
_PRINTABLE_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_PRINTABLE = re.compile(r"(?:=[0-9A-F]{2})+")
_PLAIN_EQUALS = re.compile(r"=(?![0-9A-F]{2})")
_KNOWN_PRINTABLE = re.compile(r"[?&](?:dl|raw)=3D[01](?![0-9A-Za-z])|(?:href|src)=3D", re.IGNORECASE)


def unescape(line: str, *, is_printable: bool = False) -> str:
    """Return the line as a person would see it.

    `is_printable` says that the text is in the encoding of mails that writes `=3D` for `=`.
    """
    if "&" in line and ";" in line:
        line = _without_entities(line)
    if "\\" in line and _LINKISH.search(line):
        line = _without_backslashes(line)
    if "=3D" in line or is_printable:
        line = _without_equals(line, is_printable=is_printable)
    if not line.isascii() and _HAS_UNSEEN.search(line):
        line = _UNSEEN_INSIDE.sub("", line.replace("\u00ad", ""))
    return line


def _without_entities(line: str) -> str:
    line = _AMPERSAND.sub("&", line)
    if "&quot;" in line.lower():
        line = _QUOTED_NAME.sub(_written_quotes, line)
    return _ENTITY.sub(lambda sign: unescape_html(sign[0] if "Z" in sign[0] else sign[0].lower()), line)


def _written_quotes(found: re.Match[str]) -> str:
    """Pairs of quotes within a name are the name's; others stand around the link."""
    link = found[0]
    if link.lower().count("&quot;") % 2 or link.lower().endswith("&quot;"):
        return link
    return re.sub("&quot;", "%22", link, flags=re.IGNORECASE)


def _without_backslashes(line: str) -> str:
    r"""As JSON, Markdown and shells write them; `C:\` and `https:\\` stay as they are."""
    line = _SLASH.sub("/", line)
    line = _UNICODE.sub(lambda sign: chr(int(sign[1], 16)), line)
    line = _LETTER.sub(lambda sign: chr(int(sign[1], 16)), line)
    line = _LINE_END.sub(" ", line)
    return _ESCAPED.sub(
        lambda link: _SIGN.sub(lambda sign: "%20" if sign[2] else sign[1] or "", link[0]), line
    )


def _without_equals(line: str, *, is_printable: bool) -> str:
    if is_printable and not _PLAIN_EQUALS.search(line):
        return _PRINTABLE.sub(_decoded, line)
    is_certain = is_printable or _KNOWN_PRINTABLE.search(line) is not None

    def undone(link: re.Match[str]) -> str:
        text = link[0]
        if _PLAIN_EQUALS.search(text) or not (is_certain or text.count("=3D") > 1):
            return text
        return _PRINTABLE.sub(_decoded, text)

    line = _PRINTABLE_LINK.sub(undone, line)
    return re.sub(r"((?:href|src))=3D(?=[\"'])", r"\1=", line, flags=re.IGNORECASE)


def _decoded(found: re.Match[str]) -> str:
    return bytes.fromhex(found[0].replace("=", "")).decode("utf-8", "replace")
