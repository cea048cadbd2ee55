"""Taking secrets out of text that people may see, copy or keep: details of errors, logs, reports."""

import json
import re
from collections.abc import Iterable
from urllib.parse import quote

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
_ADDRESS = re.compile(r"://[^\s\"'<>]+")


def redact(text: str, secrets: Iterable[str] = ()) -> str:
    """The text without secrets.

    Taken out: each of `secrets` (also as it looks in JSON and in an address), the values of headers that
    carry a token, anything after "Bearer" or "Basic", keys of the form `sk-…`, names and passwords in
    addresses, and the query of every address, since a signed link's query is its key.
    """
    for form in sorted({form for secret in secrets for form in _forms(secret)}, key=len, reverse=True):
        text = text.replace(form, HIDDEN)
    text = _HEADER.sub(rf"\1\2{HIDDEN}", text)
    text = _SCHEME.sub(rf"\1 {HIDDEN}", text)
    text = _KEY.sub(HIDDEN, text)
    return _ADDRESS.sub(_bare_address, text)


def _forms(secret: str) -> set[str]:
    forms = {secret, quote(secret, safe=""), json.dumps(secret)[1:-1], secret.replace("/", "\\/")}
    return forms - {""}


def _bare_address(found: re.Match[str]) -> str:
    address = found[0][len("://") :]
    address, asked, _query = address.partition("?")
    host, slash, path = address.partition("/")
    if "@" in host:
        host = f"{HIDDEN}@{host.rpartition('@')[2]}"
    return f"://{host}{slash}{path}" + ("?…" if asked else "")
