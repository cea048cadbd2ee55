"""Numbers and times as people write them; and what strangers wrote, fit to be shown."""

import re

from PySide6.QtCore import QDateTime, QLocale

SHOWN = 500
"""Characters that anybody reads of what a stranger wrote."""
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_STEERING = re.compile(
    r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
"""What turns the direction of writing, or cannot be seen; joiners are letters' own and stay."""


def plain(text: str, most: int = SHOWN) -> str:
    """What a stranger wrote, on one line, without signs that steer, and cut where nobody reads on."""
    clean = _SPACES.sub(" ", _STEERING.sub("", text[: 2 * most])).strip()
    return clean if len(clean) <= most and len(text) <= 2 * most else clean[:most] + "…"


def elapsed(seconds: float) -> str:
    """Minutes and seconds, `0:34`, or with hours, `1:02:03`. Never negative: clocks are set at times."""
    whole = max(int(seconds), 0)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def amount(value: float) -> str:
    """A number of credits, without decimals where there are none."""
    return QLocale().toString(float(value), "f", 0 if value == int(value) else 2)


def date(unix_time: float) -> str:
    """A day, its month and year told apart in any country, and a time of day."""
    moment, locale = QDateTime.fromSecsSinceEpoch(int(unix_time)), QLocale()
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    day = re.sub(r"[\s,]*dddd[\s,]*", "", long).replace("MMMM", "MMM")
    time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{locale.toString(moment.date(), day)} {time}"
