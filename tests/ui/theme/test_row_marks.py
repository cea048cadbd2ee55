"""Rows are told apart by more than their ground, and the keyboard is shown to those who use it."""

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from mountsea_desktop.ui.theme.palette import LIGHT, Role
from mountsea_desktop.ui.theme.row_marks import mark_row, shows_keyboard
from mountsea_desktop.ui.theme.style import palette

REASON = Qt.FocusReason
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


def marked(direction: Qt.LayoutDirection, *, selected: bool, keyboard: bool) -> set[str]:
    """At which edges of a row's only cell there is accent."""
    cell = QStyleOptionViewItem()
    cell.rect, cell.direction, cell.palette = QRect(0, 0, 60, 30), direction, palette(LIGHT)
    if selected:
        cell.state |= QStyle.StateFlag.State_Selected
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    mark_row(painter, cell, keyboard)
    painter.end()
    accent = palette(LIGHT).color(QPalette.ColorRole.Accent)
    places = {"left": (1, 15), "right": (58, 15), "top": (30, 0), "bottom": (30, 29)}
    assert accent.name() == LIGHT[Role.ACCENT]
    return {edge for edge, (x, y) in places.items() if image.pixelColor(x, y) == accent}


@pytest.mark.usefixtures("qapp")
def test_a_selected_row_has_a_bar_where_it_begins() -> None:
    assert marked(LTR, selected=True, keyboard=False) == {"left"}
    assert marked(RTL, selected=True, keyboard=False) == {"right"}
    assert marked(LTR, selected=False, keyboard=False) == set()


@pytest.mark.usefixtures("qapp")
def test_a_ring_goes_all_round() -> None:
    assert marked(LTR, selected=False, keyboard=True) == {"left", "right", "top", "bottom"}


@pytest.mark.parametrize(
    ("event", "before", "shown"),
    [
        (QFocusEvent(QEvent.Type.FocusIn, REASON.TabFocusReason), False, True),
        (QFocusEvent(QEvent.Type.FocusIn, REASON.BacktabFocusReason), False, True),
        (QFocusEvent(QEvent.Type.FocusIn, REASON.MouseFocusReason), False, False),
        (QFocusEvent(QEvent.Type.FocusIn, REASON.ActiveWindowFocusReason), True, True),
        (QFocusEvent(QEvent.Type.FocusOut, REASON.ActiveWindowFocusReason), True, True),
        (QEvent(QEvent.Type.MouseButtonPress), True, False),
        (QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier), False, True),
    ],
)
def test_it_is_shown_to_those_who_use_keys(event: QEvent, before: bool, shown: bool) -> None:
    assert shows_keyboard(event, before) is shown
