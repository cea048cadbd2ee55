"""From the bytes of a list file to its text."""

import codecs
import contextlib
from enum import StrEnum

from mountsea_desktop.links.encoding import guess

LIST_ENDINGS = frozenset({"txt", "csv", "tsv", "m3u", "m3u8", "pls", "xspf", "cue", "xml", "json"})
"""Endings of names of files that can be imported."""
FILE_LIMIT = 20_000_000
"""Bytes of the largest file that is read; no list of links is larger."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ODD = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


class FileFault(StrEnum):
    """Why a file cannot be imported."""

    WRONG_KIND = "file_wrong_kind"
    """Its name does not end like a list's."""
    TOO_LARGE = "file_too_large"
    NOT_TEXT = "file_not_text"
    ENCODING = "file_encoding"
    """A text, but in none of the encodings that can be told apart for certain."""


class FileError(Exception):
    """A file that cannot be imported."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault)
        self.fault = fault


def decode_file(data: bytes, name: str) -> str:
    """Return the text of a file: UTF-8, UTF-16, or one of the older encodings, where its letters tell which.

    Takes a third of a second for 20 MB: not for the thread that paints. Raises `FileError` for anything else,
    a file without a list's ending and one larger than `FILE_LIMIT`.
    """
    if name.lower().rpartition(".")[2] not in LIST_ENDINGS:
        raise FileError(FileFault.WRONG_KIND)
    if len(data) > FILE_LIMIT:
        raise FileError(FileFault.TOO_LARGE)
    encoding, sure = _encoding(data)
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        raise FileError(FileFault.NOT_TEXT) from None
    if not _is_text(text):
        raise FileError(FileFault.NOT_TEXT)
    if not sure:
        raise FileError(FileFault.ENCODING)
    return text


def _encoding(data: bytes) -> tuple[str, bool]:
    """Return the encoding, and whether it is certain. A file that opens with a mark is what that says."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, True
    sample = data[:4096]
    # ASCII signs, links above all, are half zeros in UTF-16.
    if (zeros := sample.count(0)) > len(sample) // 8:
        return ("utf-16-le" if sample[1::2].count(0) * 2 > zeros else "utf-16-be"), True
    with contextlib.suppress(UnicodeDecodeError):
        data.decode("utf-8")
        return "utf-8", True
    return guess(data)


def _is_text(text: str) -> bool:
    sample = text[:65536]
    odd = sum(1 for sign in sample if ord(sign) in _ODD)
    return "\x00" not in sample and odd * 200 <= len(sample)
