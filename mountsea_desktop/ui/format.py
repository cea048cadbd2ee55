"""Numbers and times as people of the language in force write them."""

import re

from PySide6.QtCore import QDateTime, QLocale


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
