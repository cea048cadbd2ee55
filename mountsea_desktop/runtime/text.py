"""Text that others wrote, made fit to be kept and shown."""

import re

# Controls, halves of characters, and what is not seen or turns the text around it; joiners stay, since
# Persian, Hindi and emoji are spelt with them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3"
    "\U000e0000-\U000e0fff]"
)
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


def tidy(text: str, longest: int | None = None, *, lines: bool = False) -> str:
    """The text without control characters and marks that turn it around, cut to `longest` characters.

    Without `lines` it is one line: a line end becomes a space.
    """
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n" if lines else " ", text).replace("\t", " ")).strip()
    return text if longest is None else text[:longest].rstrip()
