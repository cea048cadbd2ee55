"""Finding secrets that were encoded as a whole: in base64, as hexadecimal digits, or with letters apart.

What is encoded character by character, as JSON and addresses do it, `redaction` has made plain before.
"""

import binascii
import re
from collections.abc import Callable, Iterable, Iterator
from string import ascii_lowercase, ascii_uppercase

SHORTEST = 4
"""Characters of the shortest secret that is looked for: a shorter one would be seen everywhere."""
_SHORTEST_WITH_GAPS = 8
"""The same where spaces do not count: the end of one word and the beginning of the next may be it."""
_PART = 8
_LONGEST_OVERLOOKED = 15
"""Characters of a secret in a row that may stay, where not all of it is there."""
_STRIDE = _LONGEST_OVERLOOKED + 2 - _PART
"""A look every so many characters is enough: in each longer piece of a secret, a whole part begins there."""

_BASE64 = re.compile(r"(?:[\w+/-]{60,}+\r?\n)*+[\w+/-]{6,}+={0,2}", re.ASCII)
_OTHER_ALPHABET = str.maketrans("-_", "+/")
_HEXADECIMAL = re.compile(r"(?:(?:0x)?[0-9a-f]{2}(?:[ :-]|,\s?)?){4,}+", re.IGNORECASE)
_NOT_HEXADECIMAL = re.compile("0x|[^0-9a-f]", re.IGNORECASE)
_SPELLED = re.compile(r"""\S(?P<between>[^\w\s]{1,3}\s?)\S(?:(?P=between)\S){2,}+""")

_FOLDED_BYTES = bytes.maketrans(f"+{ascii_uppercase}".encode(), f" {ascii_lowercase}".encode())
"""As `redaction` folds letters, but of bytes, which takes a tenth of the time."""

Fold = Callable[[str], str]
"""Makes equal what counts as the same, one character for one."""


def spans_of_encoded(
    text: str, secrets: Iterable[str], parts: set[str], fold: Fold
) -> Iterator[tuple[int, int]]:
    """Yield where something stands from which one of `secrets` can be had, or a good piece of one.

    `parts`, folded and of eight characters each, tell such a piece.
    """
    known = [secret for secret in secrets if len(secret) >= SHORTEST]
    if not known:
        return
    wanted = _Wanted({_read(secret.encode("utf-8", "surrogatepass")) for secret in known}, parts, str)
    least = min([len(secret) for secret in known] + [_LONGEST_OVERLOOKED + 1] * bool(parts))
    for pattern, readings, length in (
        (_BASE64, _from_base64, least * 4 // 3),
        (_HEXADECIMAL, _from_hexadecimal, least * 2),
    ):
        for found in pattern.finditer(text):
            start, end = found.span()
            if end - start >= length and any(wanted.is_in(reading) for reading in readings(found[0])):
                yield start, end
    in_one_piece = {"".join(secret.split()) for secret in known}
    apart = _Wanted(in_one_piece, parts, fold)
    for found in _SPELLED.finditer(text):
        letters = found[0][:: 1 + len(found["between"])]
        if apart.is_in(letters):
            yield found.span()
    long = {secret for secret in in_one_piece if len(secret) >= _SHORTEST_WITH_GAPS}
    yield from _with_gaps(text, _Wanted(long, parts, fold))


class _Wanted:
    def __init__(self, secrets: Iterable[str], parts: set[str], fold: Fold) -> None:
        self._secrets = tuple(fold(secret) for secret in secrets)
        self._parts = parts
        self._fold = fold

    def is_in(self, text: str) -> bool:
        return next(self.spans(text), None) is not None

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where it is, or at least a part of each piece of it."""
        folded, parts = self._fold(text), self._parts
        for secret in self._secrets:
            start = folded.find(secret)
            while start >= 0:
                yield start, start + len(secret)
                start = folded.find(secret, start + len(secret))
        if not parts:
            return
        last = len(folded) - _PART
        for start in range(0, last + 1, _STRIDE):
            if folded[start : start + _PART] in parts:
                first, end = start, start
                while first > 0 and folded[first - 1 : first - 1 + _PART] in parts:
                    first -= 1
                while end < last and folded[end + 1 : end + 1 + _PART] in parts:
                    end += 1
                yield first, end + _PART


def _with_gaps(text: str, wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """Yield where it is with spaces or line breaks in it, wherever they are."""
    squeezed = "".join(text.split())
    if len(squeezed) == len(text):
        return
    if spans := list(wanted.spans(squeezed)):
        positions = [position for position, character in enumerate(text) if not character.isspace()]
        for start, stop in spans:
            yield positions[start], positions[stop - 1] + 1


def _from_base64(run: str) -> Iterator[str]:
    """Yield what it says, whichever of its characters is the first."""
    run = "".join(run.rstrip("=").split()).translate(_OTHER_ALPHABET)
    for first in range(4):
        piece = run[first:]
        yield _read(binascii.a2b_base64(piece + "A" * (-len(piece) % 4)))


def _from_hexadecimal(run: str) -> Iterator[str]:
    digits = _NOT_HEXADECIMAL.sub("", run)
    for first in range(2):
        piece = digits[first:]
        yield _read(bytes.fromhex(piece[: len(piece) // 2 * 2]))


def _read(content: bytes) -> str:
    """Read each byte as a character; with two for each, as Windows has it, every other one is nought."""
    return content.translate(_FOLDED_BYTES, b"\0").decode("latin-1")
