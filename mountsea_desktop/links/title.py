"""The name of a song, from an answer's header or from its link."""

import re
import unicodedata
from email.errors import HeaderParseError
from email.header import decode_header
from urllib.parse import SplitResult, unquote_to_bytes

AUDIO_ENDINGS = (
    "mp3", "wav", "wave", "flac", "m4a", "aac", "ogg", "oga", "opus", "aif", "aiff", "aifc", "wma", "mp4",
    "mov", "webm", "mp2", "amr", "ape", "caf", "alac", "mka",
)  # fmt: skip
"""Endings of names of sound files."""
OTHER_ENDINGS = ("txt", "csv", "pdf", "doc", "docx", "zip", "rar", "7z", "jpg", "jpeg", "png", "m3u", "m3u8")
"""Endings of names of files that musicians paste by mistake; none of them ends the name of a host."""
LENGTH = 200
"""Most characters a title has."""

_ENDING = re.compile(rf"\.(?:{'|'.join(AUDIO_ENDINGS)})$", re.IGNORECASE)
_EXTENDED = re.compile(rb"filename\*\s*=\s*\"?([\w.-]*)'[\w-]*'([^;\"]+)", re.IGNORECASE)
_PLAIN = re.compile(rb"filename\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"?|([^;]+))", re.IGNORECASE)
_NAMELESS = frozenset(
    {
        "view",
        "edit",
        "open",
        "uc",
        "download",
        "file",
        "stream",
        "audio",
        "play",
        "preview",
        "song",
        "share",
        "d",
        "s",
    }
)
_IDENTIFIER = re.compile(
    r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{16,}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"
)
"""What sites call their pages, and nobody a song."""
_SPACE = re.compile(r"\s+")


def from_disposition(header: bytes) -> str:
    """The name in a `Content-Disposition` header, or nothing.

    The header's bytes are wanted as they came: servers write UTF-8, GBK, percent signs and RFC 2047 words
    where the standard (RFC 6266, RFC 5987) has other ideas.
    """
    if (found := _EXTENDED.search(header)) is not None and (
        name := tidy(_decoded(unquote_to_bytes(found[2].strip()), found[1].decode("ascii", "replace")))
    ):
        return name
    found = _PLAIN.search(header)
    if found is None:
        return ""
    raw = re.sub(rb"\\(.)", rb"\1", found[1]) if found[1] is not None else found[2].strip()
    if raw.startswith(b"=?"):
        return tidy(_words(raw))
    return tidy(_decoded(unquote_to_bytes(raw)))


def from_parts(parts: SplitResult) -> str:
    """The name in a link: what it asks the server to call the file, or its path's last part; or nothing."""
    for part in parts.query.split("&") if "content-disposition=" in parts.query.lower() else ():
        key, _, value = part.partition("=")
        if key.lower() == "response-content-disposition" and (
            name := from_disposition(unquote_to_bytes(value.replace("+", " ").encode("utf-8", "replace")))
        ):
            return name
    last = parts.path.rstrip("/").rpartition("/")[2]
    if not last or last.lower() in _NAMELESS or _IDENTIFIER.fullmatch(last):
        return ""
    if "%" not in last and last.isascii() and last.isprintable():
        return _ENDING.sub("", last)[:LENGTH].strip()
    return tidy(_decoded(unquote_to_bytes(last.encode("utf-8", "replace"))))


def tidy(name: str) -> str:
    """A name fit to be shown: without folders, ending, control characters and marks that turn text around."""
    name = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    visible = "".join(
        sign if unicodedata.category(sign)[0] != "C" else " " if sign in "\t\n\r" else "" for sign in name
    )
    return _ENDING.sub("", _SPACE.sub(" ", visible).strip())[:LENGTH].strip()


def _decoded(raw: bytes, charset: str = "") -> str:
    for candidate in filter(None, (charset, "utf-8", "gb18030")):
        try:
            return raw.decode(candidate)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("latin-1")


def _words(raw: bytes) -> str:
    try:
        return "".join(
            part.decode(charset or "ascii", "replace") if isinstance(part, bytes) else part
            for part, charset in decode_header(raw.decode("ascii", "replace"))
        )
    except (HeaderParseError, LookupError, ValueError):
        return ""
