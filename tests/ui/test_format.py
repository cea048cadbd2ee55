"""Numbers and times as people write them."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from mountsea_desktop.ui import format


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale("en_US"))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(-5, "0:00"), (0, "0:00"), (34.9, "0:34"), (60, "1:00"), (3_599, "59:59"), (3_723, "1:02:03")],
)
def test_elapsed(seconds: float, text: str) -> None:
    assert format.elapsed(seconds) == text


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (100, "100"), (1_000.0, "1,000"), (99.5, "99.50"), (-3, "-3")]
)
def test_amount(value: float, text: str) -> None:
    assert format.amount(value) == text


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
