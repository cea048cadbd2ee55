"""Links that carry a signature: never to be changed by a byte, and good for a limited time.

Sources: the public documentation of Alibaba Cloud OSS (V1, V4), Tencent COS, AWS S3 (V2, V4) and CloudFront,
Google Cloud Storage (V2, V4), Volcengine TOS, Baidu BOS (V1), Qiniu, Azure Blob Storage (SAS), Bunny,
Supabase, Akamai (token 2.0), Alibaba Cloud CDN (A), Tencent Cloud CDN (D), UPYUN and AList. Those of Discord,
Notion and Facebook are as seen.
"""

import json
import re
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

SHORT_LIFE = 30 * 60
"""Seconds: a link that lasts no longer deserves a warning."""

_FAMILIES = ("amz", "oss", "goog", "tos", "obs", "bce")
_AKAMAI = ("hdnts", "hdnea", "hdntl", "__token__")
_MARKS = frozenset(
    {
        "signature",
        "q-signature",
        "auth_key",
        "key-pair-id",
        *_AKAMAI,
        "_upt",
        "txsecret",
        "wssecret",
        "x-signature",
    }
)
_LIKELY = frozenset({"sig", "sign", "hash", "hmac", "md5", "secret"})
_ENDS = (
    "expires",
    "x-expires",
    "expire",
    "expirationtimestamp",
    "expires_at",
    "expiry",
    "exp",
    "deadline",
    "e",
)
"""Parameters beside a signature that say when it ends, in seconds or thousandths of Unix time."""
_AKAMAI_END = re.compile(r"(?:^|~)exp=(\d{1,12})", re.ASCII)
_ALIST = re.compile(r"[\w=-]+:(\d{1,12})", re.ASCII)
_CDN_GRACE = 1800
"""Seconds that Alibaba's CDN adds to the moment in `auth_key`, unless its owner has said otherwise."""
_BOS = "bce-auth-v1/"
_JWT = re.compile(r"eyJ[\w-]*\.([\w-]+)\.[\w-]+", re.ASCII)
_POLICY = str.maketrans("-_~", "-=_")
_BEGUN = re.compile(
    r"[?？&](?:(?:x-[a-z]+-|q-)?signature|q-sign-time|sign?|token|auth_key|key-pair-id|policy|hm|hdn\w+|_upt"
    r"|authorization)=",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:x-(?:amz|oss|goog|tos|obs|bce)-(?!process)|q-)[\w-]+|signature|sign?|token|expires?|e|hm|ex|is|key-pair-id"
    r"|policy|[a-z]*accesskeyid|googleaccessid|security-token|auth_key|hdn\w+|_upt|authorization"
    r"|s(?:[vterpi]|ip|pr|k\w{1,3})",
    re.IGNORECASE | re.ASCII,
)
_SIGNS = r"(?:[\w%+/=.:&@*!$\-]|~+(?=[\w%\-])|~(?!~))*"  # the last tildes may be those that strike a text out
_VALUE = re.compile(_SIGNS, re.ASCII)
_TIMES = re.compile(r"\d*(?:(?:;|%3b)\d+)?", re.ASCII | re.IGNORECASE)
_NAMES = re.compile(rf"{_SIGNS}(?:;[a-z]{_SIGNS})*", re.ASCII)
_HINT = re.compile(r"sig|auth_key|hdn|_upt|token|hm=|authorization=|secret|hmac|hash|md5|oe=", re.IGNORECASE)
_LATEST = 253_402_300_799  # the last second a calendar can show: 9999-12-31

_FIRST = 1_000_000_000
"""In seconds of Unix time: what is less is no moment but a number of seconds."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A link that carries a signature."""

    expires_at: float | None
    """When it stops working, in seconds of Unix time; None when the link does not say."""
    sure: bool = True
    """False where only the name of a parameter speaks for a signature, one that other sites use as well."""


def read(query: str) -> Signed | None:
    """Return what the query part of a link says of its signature; None when there is no signature in it."""
    if not _HINT.search(query):
        return None
    values = {name.lower(): value for name, _, value in (part.partition("=") for part in query.split("&"))}
    for family in _FAMILIES:
        if f"x-{family}-signature" in values:
            return Signed(_after(values, f"x-{family}-date", f"x-{family}-expires"))
    if "q-sign-time" in values:
        return Signed(_second(unquote(values["q-sign-time"]).partition(";")[2]))
    if "sig" in values and "se" in values:
        return Signed(_moment(unquote(values["se"])))
    if {"ex", "is", "hm"} <= values.keys():
        return Signed(_second(values["ex"], base=16))
    if {"oh", "oe"} <= values.keys() and "_nc_ht" in values:
        return Signed(_second(values["oe"], base=16))
    if "token" in values and (found := _with_token(values)) is not None:
        return found
    if "authorization" in values and (bos := unquote(values["authorization"])).startswith(_BOS):
        said = [*bos.removeprefix(_BOS).split("/"), "", ""]
        return Signed(_sum(said[1], said[2]))
    sure = not _MARKS.isdisjoint(values)
    return _by_mark(values, sure=sure) if sure or not _LIKELY.isdisjoint(values) else None


def _by_mark(values: Mapping[str, str], *, sure: bool) -> Signed:
    """Return what is known by the name of its signature alone; CloudFront may hide the end in a policy."""
    if "policy" in values:
        path = ("Statement", 0, "Condition", "DateLessThan", "AWS:EpochTime")
        return Signed(_second(_inside(values["policy"].translate(_POLICY), *path)))
    for name in _AKAMAI:
        if name in values:
            return Signed(_second(_first(_AKAMAI_END, unquote(values[name]))))
    if "auth_key" in values:
        begins = _likely_moment(values["auth_key"].partition("-")[0])
        return Signed(None if begins is None else begins + _CDN_GRACE)
    if "_upt" in values:
        return Signed(_likely_moment(values["_upt"][8:]))
    for hexadecimal in ("txtime", "wstime"):
        if hexadecimal in values:
            decimal = _likely_moment(values[hexadecimal])
            return Signed(_second(values[hexadecimal], base=16) if decimal is None else decimal)
    if (end := _first(_ALIST, unquote(values.get("sign", "")))) and sure is False:
        return Signed(_likely_moment(end))
    if "expires" in values and sure:
        return Signed(
            _second(values["expires"]) if len(values["expires"]) < 13 else _thousandths(values["expires"])
        )
    return Signed(next((at for name in _ENDS if (at := _likely_moment(values.get(name, "")))), None), sure)


def _first(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[1] if found else ""


def _likely_moment(text: str) -> float | None:
    """In seconds or thousandths; None for what is too small for a moment, such as a number of seconds."""
    at = _second(text) if len(text) < 13 else _thousandths(text)
    return at if at is not None and at > _FIRST else None


def _thousandths(text: str) -> float | None:
    return _second(text[:-3]) if text.isascii() and text.isdigit() else None


def _with_token(values: Mapping[str, str]) -> Signed | None:
    """Qiniu, Bunny, Supabase: what tells a token from others is what stands beside or in it."""
    for beside in ("e", "expires"):
        if beside in values:
            at = _second(values[beside])
            return Signed(at if at is not None and at > _FIRST else None)
    token = _JWT.fullmatch(values["token"])
    return None if token is None else Signed(_second(_inside(token[1], "exp")))


def begun(link: str) -> bool:
    """Return whether a signature, or what only stands beside one, begins in this part of a link."""
    return _BEGUN.search(link) is not None


def value(name: str, text: str, position: int) -> re.Match[str] | None:
    """Return a parameter's value as far as it can reach; None where any text may be a value of that name."""
    name = name.lower()
    if not _PLAIN.fullmatch(name):
        return None
    if name in ("q-sign-time", "q-key-time"):
        return _TIMES.match(text, position)
    if name.endswith(("-list", "signedheaders")) or name == "authorization":
        return _NAMES.match(text, position)
    return _VALUE.match(text, position)


def _after(values: Mapping[str, str], since: str, seconds: str) -> float | None:
    return _sum(unquote(values.get(since, "")), values.get(seconds, ""))


def _sum(since: str, seconds: str) -> float | None:
    start, length = _moment(since), _second(seconds)
    return None if start is None or length is None else start + length


def _inside(packed: str, *path: str | int) -> str:
    """Return what is at the end of a path in JSON packed as base64, as text; empty when there is nothing."""
    try:
        value = json.loads(urlsafe_b64decode(f"{packed}=="))
        for step in path:
            value = value[step]
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
    return str(value)


def _second(text: str, base: int = 10) -> float | None:
    if len(text) > 12 or not re.fullmatch(r"[0-9a-fA-F]+", text):
        return None
    try:
        value = int(text, base)
    except ValueError:
        return None
    return float(value) if value <= _LATEST else None


def _moment(text: str) -> float | None:
    """Both forms of ISO 8601 that are in use here; without a zone it is UTC."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
