"""Numbers and times as people write them; and what strangers wrote, fit to be shown."""

import datetime as dt
import re
from decimal import Decimal

from PySide6.QtCore import QDate, QDateTime, QLocale

SHOWN = 500
"""Characters that anybody reads of what a stranger wrote."""
_SPACES = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_STEERING = re.compile(
    r"[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]+"
)
"""What turns the direction of writing, or cannot be seen; joiners are letters' own and stay."""
_LONGEST = 100_000 * 3600.0 - 1
"""The longest time that is told, in seconds."""
_LARGEST, _SMALLEST = 10**18, Decimal("1e-18")
"""Between these, an amount is one that somebody may have."""
_LATEST = 253_402_300_799
"""The last second a calendar can show, in Unix time: 9999-12-31."""


def plain(text: str, most: int = SHOWN) -> str:
    """Return what a stranger wrote, on one line, without signs that steer, and cut where nobody reads on."""
    clean = _SPACES.sub(" ", _STEERING.sub("", text[: 2 * most])).strip()
    return clean if len(clean) <= most and len(text) <= 2 * most else clean[:most] + "…"


def elapsed(seconds: float) -> str:
    """Return minutes and seconds, `0:34`, or with hours, `1:02:03`. Never negative: clocks are set at times.

    Never raises: painting asks for it.
    """
    whole = int(max(0.0, min(seconds, _LONGEST)))  # 0 first: what is no number is then no time
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole hundredths."""
    locale = QLocale()
    return locale.toString(int(100 * max(0.0, min(share, 1.0)))) + locale.percent()


def amount(value: Decimal | int) -> str:
    """Return a number of credits, exact: without decimals where there are none, and two of them at least.

    Empty, not an error, where it is none that anybody can have.
    """
    value = Decimal(value)
    if not value.is_finite() or (value and not _SMALLEST <= abs(value) < _LARGEST):
        return ""
    digits = f"{abs(value):f}" if value else "0"
    whole, _, parts = digits.partition(".")
    parts = parts.rstrip("0")
    locale = QLocale()
    text = locale.toString(int(whole)) + (locale.decimalPoint() + parts.ljust(2, "0") if parts else "")
    return locale.negativeSign() + text if value < 0 else text


def date(unix_time: float) -> str:
    """Return a day, its month and year told apart in any country, and a time of day.

    It is empty where there is none.
    """
    if not 0 <= unix_time <= _LATEST:
        return ""
    moment = QDateTime.fromSecsSinceEpoch(int(unix_time))
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{_day(moment.date())} {time}"


def day(day: dt.date) -> str:
    """Return a day, its month and year told apart in any country."""
    return _day(QDate(day.year, day.month, day.day))


def _day(day: QDate) -> str:
    locale = QLocale()
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    return locale.toString(day, re.sub(r"[\s,]*dddd[\s,]*", "", long).replace("MMMM", "MMM"))
