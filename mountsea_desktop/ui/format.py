"""Numbers and times as people of the language in force write them."""

import re
from decimal import Decimal

from PySide6.QtCore import QDateTime, QLocale


def elapsed(seconds: float) -> str:
    """Minutes and seconds, `0:34`, or with hours, `1:02:03`. Never negative: clocks are set at times."""
    whole = max(int(seconds), 0)
    minutes, second = divmod(whole, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def amount(value: Decimal | int) -> str:
    """A number of credits, exact: without decimals where there are none, and two of them at least."""
    digits = f"{abs(value):f}"
    whole, _, parts = digits.partition(".")
    parts = parts.rstrip("0")
    locale = QLocale()
    text = locale.toString(int(whole)) + (locale.decimalPoint() + parts.ljust(2, "0") if parts else "")
    return locale.negativeSign() + text if value < 0 else text


def date(unix_time: float) -> str:
    """A day, its month and year told apart in any country, and a time of day."""
    moment, locale = QDateTime.fromSecsSinceEpoch(int(unix_time)), QLocale()
    long = locale.dateFormat(QLocale.FormatType.LongFormat)
    day = re.sub(r"[\s,]*dddd[\s,]*", "", long).replace("MMMM", "MMM")
    time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return f"{locale.toString(moment.date(), day)} {time}"
