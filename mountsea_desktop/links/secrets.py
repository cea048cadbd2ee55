"""Words that look like somebody's secret: never a song, and never shown in full."""

import re
from collections.abc import Callable
from urllib.parse import unquote

from mountsea_desktop.links.title import AUDIO_ENDINGS, OTHER_ENDINGS

_FORMS = re.compile(
    r"(?:authorization\s*:\s*)?bearer\s+\S{6,}"  # Bearer abcdef
    r"|(?:sk|pk|rk|ak|key|api|token|tok|pat|secret|ghp|gho|glpat|hf|xox[abp])[-_.][\w.+/=~-]{6,}"  # sk-abcdef
    r"|eyJ[\w-]{8,}(?:\.[\w-]+){0,4}"  # a JSON Web Token
    r"|[\w+/~-]{12,}={0,2}(?:[.:][\w+/~-]{8,}={0,2})+",  # 52820c0e….guthilhttnsyaosu
    re.IGNORECASE | re.ASCII,
)
_LONE = re.compile(r"(?=[^\s]*\d)(?=[^\s]*[a-z])[\w+/~-]{24,}={0,2}", re.IGNORECASE | re.ASCII)
_LABEL = re.compile(r"(?:[\w ]{1,30}[:=：]\s*)?", re.ASCII)  # API key: sk-…
_FILE = re.compile(rf"\.(?:{'|'.join((*AUDIO_ENDINGS, *OTHER_ENDINGS))})\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_ENCODED = 4
"""Addresses within addresses within … whose signs are spelled out."""


def is_secret(line: str, holds_secret: Callable[[str], bool] | None = None) -> bool:
    """Return whether a line without a link is a secret, or has one that is known."""
    if holds_secret is not None and is_known(line, holds_secret):
        return True
    text = line.strip(" \t\"'`<>()[],;")
    if len(text) > 4096 or _FILE.search(text):
        return False
    label = _LABEL.match(text)
    word = text[label.end() :] if label else text
    form = _FORMS.fullmatch(word) or _FORMS.fullmatch(text)
    return (form is not None and (_DIGIT.search(word) is not None or "earer" in word)) or (
        _LONE.fullmatch(word) is not None
    )


def is_known(text: str, holds_secret: Callable[[str], bool]) -> bool:
    """Return whether a known secret is anywhere in a text or a link, as it is or as addresses write it."""
    for _ in range(_ENCODED):
        if holds_secret(text):
            return True
        if (spelled := unquote(text)) == text:
            return False
        text = spelled
    return holds_secret(text)
