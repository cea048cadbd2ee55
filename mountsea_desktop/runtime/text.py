"""Text that others wrote, made fit to be kept and shown."""

import re
from collections.abc import Callable

# Controls, halves of characters, and what is not seen or turns the text around it; joiners stay, since
# Persian, Hindi and emoji are spelt with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3"
    "\U000e0000-\U000e0fff]"
)
LOOKED_AT = 64_000
"""Characters of a text of any length that are worth a look, many times what is ever shown of one: going
through all of a megabyte takes long enough for the window to stand still."""
_SEARCHED = 32_000
"""Characters, once it is tidy, in which secrets are looked for."""
_LONGEST_SECRET = 25_000
"""Characters of the longest secret, a link's query, also as an address within an address writes it."""
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def tidy(text: str, longest: int | None = None, *, lines: bool = False) -> str:
    """Return the text without control characters and marks that turn it around, cut to `longest` characters.

    Without `lines` it is one line: a line end becomes a space.
    """
    if longest is not None:
        text = text[: max(longest, LOOKED_AT)]
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n" if lines else " ", text).replace("\t", " ")).strip()
    return text if longest is None else text[:longest].rstrip()


def excerpt(text: str, longest: int, hide: Callable[[str], str], *, lines: bool = False) -> str:
    """Cut a text, tidied, to at most `longest` characters, without the secrets that `hide` takes out.

    However long the text is, it takes no longer than `_SEARCHED` characters do.
    """
    looked_at = tidy(text[:LOOKED_AT], lines=lines)
    shown = hide(looked_at[:_SEARCHED])
    if len(text) > LOOKED_AT or len(looked_at) > _SEARCHED:
        # What it was cut in the middle of may be a secret, whose first half is not known for one.
        shown = shown[:-_LONGEST_SECRET]
    return shown[:longest].rstrip()
