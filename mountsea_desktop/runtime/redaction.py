"""Taking secrets out of text that people may see, copy or keep: details of errors, logs, reports."""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html.entities import html5
from string import ascii_lowercase, ascii_uppercase
from urllib.parse import quote, unquote_plus

from mountsea_desktop.runtime.encoded_secrets import spans_of_encoded

HIDDEN = "•••"
"""Stands for what was taken out. No ASCII in it, so that it can never spell part of a token again."""

_HEADER = re.compile(
    r"""((?:proxy-)?authorization|x-api-key|set-cookie|cookie)   # a header that carries a secret
        (["']?\s{0,8}[:=]\s{0,8}(?:b?["'])?|["']\s{0,8},\s{0,8}b?["'])  # as sent, as JSON, as Python shows it
        [^\r\n"']+""",
    re.IGNORECASE | re.VERBOSE,
)
_SCHEME = re.compile(r"\b(bearer|basic)\s{1,8}[^\s\"'<>,]+", re.IGNORECASE)
_SIGNATURE = re.compile(  # of a storage's signed address, however its parts are quoted
    r"(x-amz-(?:signature|credential|security-token)|signatureprovided)(\W{1,12})[\w%/+.=-]{8,4096}",
    re.IGNORECASE,
)
_KEY = re.compile(r"\bsk-[\w.-]+")
_KEY_LENGTH = 8
"""Characters of the shortest value that may be a key; hiding shorter ones would spoil any text."""
_WORDS = frozenset({"download", "attachment"})
"""Values that links have often, and that Mountsea's sentences are made of."""
_PART = 8
"""Characters of a token that are too many to be shown, wherever in it they stand."""
_NAMES = ("mountsea-desktop", "mountsea_desktop", "api.mountsea.ai", "dk.mountsea.ai")
"""What every log is full of; a token may begin with some of it."""

_UNSEEN_CLASS = (
    "\xad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\U000e0000-\U000e0fff"
)
"""What may stand between two characters and is not seen, or stands upon one: they stand together then."""
_UNSEEN = re.compile(f"[{_UNSEEN_CLASS}]")
# One character, as JSON and Python, addresses (within addresses), and pages (within pages) may write it.
_ENCODED = re.compile(
    r"""\\{1,8}(?:u([0-9a-f]{4})|x([0-9a-f]{2})|([/"'+=&]))
        |%(?:25){0,8}([0-9a-f]{2})
        |&(?:amp;){0,8}(?:\#0*+([0-9]{1,5})|\#x0*+([0-9a-f]{1,4})|([a-z]{2,8}));"""
    rf"|([{_UNSEEN_CLASS}])",
    re.IGNORECASE | re.VERBOSE,
)
# As some write it: a plus as a space, and all letters small. One for one, so that positions stay the same.
_FOLDED = str.maketrans(f"+{ascii_uppercase}", f" {ascii_lowercase}")
_WIDE = {ord(_wide): unicodedata.normalize("NFKC", _wide) for _wide in map(chr, range(0xFF01, 0xFF5F))}
_WIDE |= {
    code: plain
    for code in (
        *range(0x2460, 0x24EA),
        *range(0x1D400, 0x1D800),
        *range(0x1FBF0, 0x1FBFA),
        *range(0x2070, 0x209D),
    )
    if len(plain := unicodedata.normalize("NFKC", chr(code))) == 1 and plain.isascii()
}
"""Letters, digits and signs of other widths and styles as the plain ones that they show."""

# As they are, as JSON may write them, as addresses write them within addresses.
_SLASH = r"(?:\\{0,3}/|\\{1,4}u002f|%(?:25){0,3}2f)"
_ASKS = r"(?:\?|\\{1,4}u003f|%(?:25){0,3}3f)"
_IS = r"(?:=|\\{1,4}u003d|%(?:25){0,3}3d)"
_AND = r"(?:&|\\{1,4}u0026|%(?:25){0,3}26)"
_RUN = r"""[^\s"'<>]*"""
_LINK = re.compile(rf"""((?::|%(?:25){{0,3}}3a){_SLASH}{{2}})([^\s"'<>]+)""", re.IGNORECASE)
_PATH = re.compile(_SLASH, re.IGNORECASE)
_AT = re.compile(r"@|%(?:25){0,3}40")
_QUESTION = re.compile(_ASKS, re.IGNORECASE)
_PAIR = re.compile(_IS, re.IGNORECASE)
# A query ends with a space or a quote; but somebody may have unpacked it, and then it goes on.
_QUERY = re.compile(
    rf"""{_ASKS}(?!…(?:[\s"'<>]|$))[^\s"'<>]+
        (?:(?:[^\r\n?"'<>]|["'<>](?!\s{{0,2}}[],:;)}}])){{0,120}}{_AND}[\w.%~-]{{1,60}}{_IS}{_RUN}){{0,3}}
        (?:(?:["'<]{{1,3}}(?=[\w%+/=&])                # in the middle of a value
            |[ ](?=[\w+/.~-]{{0,64}}[=%]|[\w+/.~-]{{16}})  # a space that was a plus
        ){_RUN})*""",
    re.IGNORECASE | re.VERBOSE,
)


def redact(text: str, secrets: Iterable[str] = (), whole: Iterable[str] = ()) -> str:
    """Return the text without secrets.

    Taken out: each of `secrets`, and eight or more characters of it in a row; each of `whole`, of which parts
    may be ordinary words; both also as JSON, an address or a page may write them, in capitals or small
    letters, divided by signs that are not seen, in base64, as hexadecimal digits, and with its letters apart
    (of these, pieces of 16 characters). Then the values of headers that carry a token, anything
    after "Bearer" or "Basic", keys of the form `sk-…`, names and passwords in addresses, and every query,
    since a signed link's query is its key: whatever follows the "?" of an address, and every "?name=value".
    """
    text = _without(text, tuple(secrets), tuple(whole))
    text = _HEADER.sub(rf"\1\2{HIDDEN}", text)
    text = _SCHEME.sub(rf"\1 {HIDDEN}", text)
    text = _SIGNATURE.sub(rf"\1\2{HIDDEN}", text)
    text = _KEY.sub(HIDDEN, text)
    return _LINK.sub(_bare_address, _QUERY.sub(_without_pairs, text))


def secrets_of(link: str) -> tuple[str, ...]:
    """Return what nobody else may see of a link.

    Its query, also unpacked, and each value that may be a key.
    """
    query = link.partition("#")[0].partition("?")[2]
    parts = (query, *(pair.partition("=")[2] for pair in query.split("&")))
    forms = dict.fromkeys(form for part in parts for form in (part, unquote_plus(part)))
    return tuple(form for form in forms if len(form) >= _KEY_LENGTH and form not in _WORDS)


def _without(text: str, secrets: tuple[str, ...], whole: tuple[str, ...]) -> str:
    known = tuple(secret for secret in (*secrets, *whole) if secret)
    for form in sorted({form for secret in known for form in _forms(secret)}, key=len, reverse=True):
        text = text.replace(form, HIDDEN)
    if not known:
        return text
    plain = _Plain(text)
    spans = [span for secret in known for span in plain.spans_of(secret)]
    parts = {part for secret in secrets for part in _parts(secret)}
    spans += plain.spans_of_parts(parts)
    spans += spans_of_encoded(plain.exact, known, parts, _fold)
    return plain.hide(spans)


class _Plain:
    """A text with each encoded character as itself, and where in the text it stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        pieces: list[str] = []
        self._read, self._written = [0], [0]  # where each encoded character begins, and what follows it
        end = length = 0
        for found in _ENCODED.finditer(text):
            if (character := _decoded(found)) is None:
                continue
            pieces += (text[end : found.start()], character)
            length += found.start() - end
            end = found.end()
            self._read += (length, length + len(character))
            self._written += (found.start(), end)
            length += len(character)
        self.exact = "".join((*pieces, text[end:]))
        self._plain = _fold(self.exact)

    def spans_of(self, secret: str) -> Iterator[tuple[int, int]]:
        """Yield where the whole secret is."""
        secret = _fold(secret)
        start = self._plain.find(secret)
        while start >= 0:
            yield start, start + len(secret)
            start = self._plain.find(secret, start + len(secret))

    def spans_of_parts(self, parts: set[str]) -> list[tuple[int, int]]:
        """Return where any of these is; all have `_PART` characters."""
        if not parts:
            return []
        plain = self._plain
        starts = range(len(plain) - _PART + 1)
        return [(start, start + _PART) for start in starts if plain[start : start + _PART] in parts]

    def hide(self, spans: list[tuple[int, int]]) -> str:
        """Return the text as it was written, without these spans."""
        shown: list[str] = []
        end = rest = 0
        for start, stop in sorted(spans):
            if stop <= end:
                continue
            if start > end or not end:  # else they touch, and one sign stands for both
                shown += (self._text[rest : self._position_in_text(start)], HIDDEN)
            end, rest = stop, self._position_in_text(stop)
        return "".join((*shown, self._text[rest:]))

    def _position_in_text(self, position: int) -> int:
        piece = bisect_right(self._read, position) - 1
        return self._written[piece] + position - self._read[piece]


def _decoded(found: re.Match[str]) -> str | None:
    unicode, byte, escaped, percent, decimal, hexadecimal, name, unseen = found.groups()
    if unseen:
        return ""
    if escaped:
        return escaped
    if name:
        character = html5.get(f"{name};", "")
        return character if len(character) == 1 else None
    character = chr(int(decimal) if decimal else int(unicode or byte or percent or hexadecimal, 16))
    return "" if _UNSEEN.match(character) else character


def _fold(text: str) -> str:
    return (text if text.isascii() else text.translate(_WIDE)).translate(_FOLDED)


def _parts(secret: str) -> set[str]:
    if len(secret) <= _PART:
        return set()  # found whole, or not at all
    return _runs(secret) - {run for name in _NAMES for run in _runs(name)}


def _runs(text: str) -> set[str]:
    text = _fold(text)
    return {text[start : start + _PART] for start in range(len(text) - _PART + 1)}


def _forms(secret: str) -> set[str]:
    forms = {secret, quote(secret, safe=""), json.dumps(secret)[1:-1], secret.replace("/", "\\/")}
    return forms - {""}


def _without_pairs(found: re.Match[str]) -> str:
    return "?…" if _PAIR.search(found[0]) else found[0]


def _bare_address(found: re.Match[str]) -> str:
    address = found[2]
    if (asks := _QUESTION.search(address)) is not None:
        address = f"{address[: asks.start()]}?…"
    slash = _PATH.search(address)
    end = len(address) if slash is None else slash.start()
    host, path = address[:end], address[end:]
    for at in reversed([*_AT.finditer(host)]):
        return f"{found[1]}{HIDDEN}@{host[at.end() :]}{path}"
    return found[1] + address
