"""Names of models: what can be sent, and what is suggested."""

import unicodedata
from enum import StrEnum

LONGEST_NAME = 80
"""Characters. Mountsea documents no limit; longer names help nobody."""


_NOTHING_BY_THEMSELVES = frozenset({"Cf", "Mn", "Me", "Zs"})
"""Categories of characters that change others, as emoji need it, but show nothing alone."""


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
    """Clean a name to be sent: no line breaks, control or direction characters, spaces folded.

    Emoji and every script stay as they are. Raises `NameFormError`.
    """
    visible = "".join(
        " " if unicodedata.category(char) in {"Cc", "Zl", "Zp"} else char
        for char in text
        if char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        and unicodedata.category(char) != "Cs"
    )
    name = " ".join(visible.split())
    if all(unicodedata.category(char) in _NOTHING_BY_THEMSELVES for char in name):
        raise NameFormError(NameFault.EMPTY)
    if len(name) > LONGEST_NAME:
        raise NameFormError(NameFault.TOO_LONG)
    return name
