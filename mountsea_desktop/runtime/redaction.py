"""Taking secrets out of text that people may see, copy or keep: details of errors, logs, reports."""

import json
import re
from collections.abc import Iterable
from urllib.parse import quote, unquote_plus

HIDDEN = "•••"
"""Stands for what was taken out. No ASCII in it, so that it can never spell part of a token again."""

_HEADER = re.compile(
    r"""((?:proxy-)?authorization|x-api-key|set-cookie|cookie)   # a header that carries a secret
        (["']?\s{0,8}[:=]\s{0,8}(?:b?["'])?|["']\s{0,8},\s{0,8}b?["'])  # as sent, as JSON, as Python shows it
        [^\r\n"']+""",
    re.IGNORECASE | re.VERBOSE,
)
_SCHEME = re.compile(r"\b(bearer|basic)\s{1,8}[^\s\"'<>,]+", re.IGNORECASE)
_KEY = re.compile(r"\bsk-[\w.-]+")
_KEY_LENGTH = 8
"""Characters of the shortest value that may be a key; hiding shorter ones would spoil any text."""
_WORDS = frozenset({"download", "attachment"})
"""Values that links have often, and that Mountsea's sentences are made of."""

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


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without secrets.

    Taken out: each of `secrets` (also as it looks in JSON and in an address), the values of headers that
    carry a token, anything after "Bearer" or "Basic", keys of the form `sk-…`, names and passwords in
    addresses, and every query, since a signed link's query is its key: whatever follows the "?" of an
    address, and every "?name=value".
    """
    for form in sorted({form for secret in secrets for form in _forms(secret)}, key=len, reverse=True):
        text = text.replace(form, HIDDEN)
    text = _HEADER.sub(rf"\1\2{HIDDEN}", text)
    text = _SCHEME.sub(rf"\1 {HIDDEN}", text)
    text = _KEY.sub(HIDDEN, text)
    return _LINK.sub(_bare_address, _QUERY.sub(_without_pairs, text))


def secrets_of(link: str) -> tuple[str, ...]:
    """What nobody else may see of a link: its query, also unpacked, and each value that may be a key."""
    query = link.partition("#")[0].partition("?")[2]
    parts = (query, *(pair.partition("=")[2] for pair in query.split("&")))
    forms = dict.fromkeys(form for part in parts for form in (part, unquote_plus(part)))
    return tuple(form for form in forms if len(form) >= _KEY_LENGTH and form not in _WORDS)


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
