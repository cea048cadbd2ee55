"""Numbers and times as people write them."""

import math
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from mountsea_desktop.ui import format


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale("en_US"))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (-5, "0:00"), (0, "0:00"), (34.9, "0:34"), (60, "1:00"), (3_599, "59:59"), (3_723, "1:02:03"),
        (math.inf, "99999:59:59"), (1e300, "99999:59:59"), (-math.inf, "0:00"), (math.nan, "0:00"),
    ],
)  # fmt: skip
def test_elapsed(seconds: float, text: str) -> None:
    assert format.elapsed(seconds) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"), ("100", "100"), ("1E+3", "1,000"), ("99.5", "99.50"), ("-3", "-3"), ("-0.5", "-0.50"),
        ("1234567.89", "1,234,567.89"), ("0.005", "0.005"), ("999999999999.999", "999,999,999,999.999"),
    ],
)  # fmt: skip
def test_an_amount_is_exact(value: str, text: str) -> None:
    assert format.amount(Decimal(value)) == text


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+999999", "1E+20", "1E-999999"])
def test_an_amount_beyond_belief_is_none(value: str) -> None:
    assert format.amount(Decimal(value)) == ""


@pytest.mark.parametrize("value", ["0E+999999", "0E-999999", "-0"])
def test_nothing_is_nothing_however_it_is_written(value: str) -> None:
    assert format.amount(Decimal(value)) == "0"


@pytest.mark.parametrize("moment", [math.inf, -math.inf, math.nan, -1.0, 1e300, 253_402_300_800.0])
def test_a_date_that_no_calendar_has_is_none(moment: float) -> None:
    assert format.date(moment) == ""


def test_an_amount_is_written_as_the_language_does() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert format.amount(Decimal("1234567.89")) == "1.234.567,89"


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("en_US", "Nov 25, 1971"),
        ("en_GB", "25 Nov 1971"),
        ("zh_CN", "1971年11月25日"),
        ("zh_TW", "1971年11月25日"),
        ("de_DE", "25. Nov. 1971"),
    ],
)
def test_a_date_is_the_same_day_in_any_country(language: str, day: str) -> None:
    moment = QDateTime(QDate(1971, 11, 25), QTime(12, 34)).toSecsSinceEpoch()
    QLocale.setDefault(QLocale(language))
    try:
        told = format.date(moment)
    finally:
        QLocale.setDefault(QLocale("en_US"))
    assert told.startswith(day)
    assert "12:34" in told
