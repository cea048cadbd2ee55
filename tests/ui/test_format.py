"""Numbers and times as people write them."""

import pytest
from PySide6.QtCore import QLocale

from mountsea_desktop.ui import format  # noqa: A004 - our own, and the better name


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


def test_a_date_has_day_and_time_in_the_language_in_force() -> None:
    english = format.date(86_400 * 365 + 45_240)
    assert "12:34" in english
    QLocale.setDefault(QLocale("zh_CN"))
    try:
        chinese = format.date(86_400 * 365 + 45_240)
    finally:
        QLocale.setDefault(QLocale("en_US"))
    assert "1971" in chinese
    assert chinese != english
