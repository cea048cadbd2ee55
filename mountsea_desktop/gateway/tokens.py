"""Cleaning a token as people paste it.

Mountsea documents no form of a token, so none is demanded: only what can never stand in a header is refused.
"""

import re
from enum import StrEnum

LONGEST = 1_200
"""Characters; the Windows credential store takes little more."""


class TokenFault(StrEnum):
    """Why a text cannot be a token."""

    EMPTY = "token_empty"
    SPACES = "token_spaces"
    """Spaces or line ends in the middle: more than the token was pasted, or two lines of it."""
    LINK = "token_link"
    """An address, which no token is."""
    EMAIL = "token_email"
    """An address of mail, by which people sign in elsewhere."""
    NOT_ASCII = "token_not_ascii"
    CONTROL = "token_control"
    """Characters that cannot be seen."""
    TOO_LONG = "token_too_long"


class TokenFormError(Exception):
    """A text that cannot be a token. It says why, and never holds the text."""

    def __init__(self, code: TokenFault) -> None:
        super().__init__(code)
        self.code = code


_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF))
_QUOTES = "\"'`“”‘’„«»「」『』＂＇"
_PREFIX = re.compile(r"(?:(?:authorization|x-api-key)\s*[:：=]|bearer(?=[\s:]|$)\s*:?)\s*", re.IGNORECASE)
_EMAIL = re.compile(r"[^@/]+@[^@/.]+(?:\.[^@/.]+)+")
_FAR_TOO_LONG = 20 * LONGEST


def clean_token(text: str) -> str:
    """Return the token in a pasted text; raises `TokenFormError`, and nothing else, when there can be none.

    Taken away: white space, quotes and invisible characters around it, and a header's beginning
    ("Authorization: Bearer ").
    """
    text = text.strip()
    if len(text) > _FAR_TOO_LONG:
        raise TokenFormError(TokenFault.TOO_LONG)
    text = text.translate(_INVISIBLE)
    before = None
    while text != before:
        before = text
        text = text.strip().strip(_QUOTES).strip()
        if prefix := _PREFIX.match(text):
            text = text[prefix.end() :]
    _check(text)
    return text


def _check(text: str) -> None:
    if not text:
        raise TokenFormError(TokenFault.EMPTY)
    if len(text) > LONGEST:
        raise TokenFormError(TokenFault.TOO_LONG)
    if any(character.isspace() for character in text):
        raise TokenFormError(TokenFault.SPACES)
    if "://" in text:
        raise TokenFormError(TokenFault.LINK)
    if _EMAIL.fullmatch(text):
        raise TokenFormError(TokenFault.EMAIL)
    if not text.isascii():
        raise TokenFormError(TokenFault.NOT_ASCII)
    if not text.isprintable():
        raise TokenFormError(TokenFault.CONTROL)
