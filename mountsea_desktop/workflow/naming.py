"""Names of models, and whatever else is typed in one line to be sent."""

import unicodedata
from enum import StrEnum

LONGEST_NAME = 80
"""Characters. Mountsea documents no limit; longer names help nobody."""


_NOTHING_BY_THEMSELVES = frozenset({"Cf", "Mn", "Me", "Zs"})
"""Categories of characters that change others, as emoji need it, but show nothing alone."""
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and signs that are drawn as nothing."""


class NameFault(StrEnum):
    """Why a name cannot be used."""

    EMPTY = "name_empty"
    TOO_LONG = "name_too_long"


class NameFormError(ValueError):
    """A name that cannot be used; `fault` says why."""

    def __init__(self, fault: NameFault) -> None:
        super().__init__(fault)
        self.fault = fault


def clean_name(text: str) -> str:
    """Clean a name to be sent. Raises `NameFormError`."""
    name = one_line(text)
    if not name:
        raise NameFormError(NameFault.EMPTY)
    if len(name) > LONGEST_NAME:
        raise NameFormError(NameFault.TOO_LONG)
    return name


def one_line(text: str) -> str:
    """Return it without line breaks, control or direction characters, spaces folded; "" if nothing is seen.

    Emoji and every script stay as they are.
    """
    visible = "".join(
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in text
        if char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        and unicodedata.category(char) != "Cs"
    )
    line = " ".join(visible.split())
    return "" if all(map(_shows_nothing, line)) else line


def _shows_nothing(char: str) -> bool:
    return char in _BLANKS or unicodedata.category(char) in _NOTHING_BY_THEMSELVES
