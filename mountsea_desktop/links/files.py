"""From the bytes of a list file (.txt, .csv, .m3u, .m3u8) to its text."""

import codecs
import contextlib
from enum import StrEnum

LIST_ENDINGS = frozenset({"txt", "csv", "m3u", "m3u8"})
"""Endings of names of files that can be imported."""
FILE_LIMIT = 20_000_000
"""Bytes of the largest file that is read; no list of links is larger."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_COMMON = frozenset((0xA1, 0xA3, *range(0xB0, 0xD8)))
"""First bytes in GB 2312 of Chinese punctuation and of the characters that no Chinese text does without."""
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
    """The text of a file: UTF-8, UTF-16 or GB18030, marked or not; else Western European.

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
        if encoding == "gb18030" and not _is_chinese(text):
            with contextlib.suppress(UnicodeDecodeError):
                text = data.decode("cp1252")
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


def _is_chinese(text: str) -> bool:
    """Whether it has a common character; Western letters read as Chinese hardly ever look like one."""
    return any(first in _COMMON for sign in set(text) for first in sign.encode("gb2312", "ignore")[:1])


def _is_text(text: str) -> bool:
    sample = text[:65536]
    odd = sum(1 for sign in sample if ord(sign) in _ODD)
    return "\x00" not in sample and odd * 200 <= len(sample)
