"""From the bytes of a list file (.txt, .csv, .m3u, .m3u8) to its text."""

import codecs
from enum import StrEnum

LIST_ENDINGS = frozenset({"txt", "csv", "m3u", "m3u8"})
"""Endings of names of files that can be imported."""
FILE_LIMIT = 20_000_000
"""Bytes of the largest file that is read."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ODD = frozenset(range(32)) - frozenset(b"\t\n\v\f\r\x1a\x1b")


class FileTrouble(StrEnum):
    """Why a file cannot be imported."""

    WRONG_KIND = "file_wrong_kind"
    """Its name does not end like a list's."""
    TOO_LARGE = "file_too_large"
    NOT_TEXT = "file_not_text"


class FileError(Exception):
    """A file that cannot be imported."""

    def __init__(self, trouble: FileTrouble) -> None:
        super().__init__(trouble)
        self.trouble = trouble


def decode_file(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, UTF-16 or GB18030, marked or not; as a last resort Western European.

    Raises `FileError` for anything else, a file without a list's ending and one larger than `FILE_LIMIT`.
    """
    if name.lower().rpartition(".")[2] not in LIST_ENDINGS:
        raise FileError(FileTrouble.WRONG_KIND)
    if len(data) > FILE_LIMIT:
        raise FileError(FileTrouble.TOO_LARGE)
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _is_text(text):
            break
        return text
    raise FileError(FileTrouble.NOT_TEXT)


def _candidates(data: bytes) -> tuple[str, ...]:
    """What to try. A file that opens with a mark is nothing else than the mark says."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:4096]
    if (zeros := sample.count(0)) > len(
        sample
    ) // 8:  # ASCII signs, links above all, are half zeros in UTF-16
        return ("utf-16-le",) if sample[1::2].count(0) * 2 > zeros else ("utf-16-be",)
    return ("utf-8", "gb18030", "cp1252")


def _is_text(text: str) -> bool:
    sample = text[:65536]
    odd = sum(1 for sign in sample if ord(sign) in _ODD)
    return "\x00" not in sample and odd * 200 <= len(sample)
