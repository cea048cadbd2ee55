"""Links that carry a signature: never to be changed by a byte, and good for a limited time.

Sources: the public documentation of Alibaba Cloud OSS (V1, V4), Tencent COS, AWS S3 (V2, V4) and CloudFront,
Google Cloud Storage (V2, V4), Volcengine TOS, Qiniu and Azure Blob Storage (SAS). Discord's form is as seen.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import unquote

SOON = 30 * 60
"""Seconds: a link that lasts no longer deserves a warning."""

_FAMILIES = ("amz", "oss", "goog", "tos", "obs", "bce")
_MARKS = frozenset(
    {"signature", "q-signature", "sig", "sign", "auth_key", "key-pair-id", "hdnts", "hdnea", "_upt"}
)
_HINT = re.compile(r"sig|auth_key|hdn|_upt|token=|hm=", re.IGNORECASE)
_LATEST = 253_402_300_799  # the last second a calendar can show: 9999-12-31


@dataclass(frozen=True, slots=True)
class Signed:
    """A link that carries a signature."""

    expires_at: float | None
    """When it stops working, in seconds of Unix time; None when the link does not say."""


def read(query: str) -> Signed | None:
    """What the query part of a link says of its signature; None when there is no signature in it."""
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
    if {"e", "token"} <= values.keys():
        return Signed(_second(values["e"]))
    if _MARKS.isdisjoint(values):
        return None
    return Signed(_second(values.get("expires", "")))


def _after(values: Mapping[str, str], since: str, seconds: str) -> float | None:
    start, length = _moment(unquote(values.get(since, ""))), _second(values.get(seconds, ""))
    return None if start is None or length is None else start + length


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
