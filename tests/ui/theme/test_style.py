import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QStringListModel, Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSpinBox,
    QStyle,
    QStyleOptionSpinBox,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.theme import style
from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, Scheme, contrast
from mountsea_desktop.ui.theme.style import Scale, palette, set_style, style_sheet

EDGE_OF_A_BUTTON = 4
"""A button keeps 2 px around itself free for the focus."""


@pytest.fixture(params=[7, 9, 18], ids="{} pt".format)
def themed(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QApplication]:
    before = qapp.font(), qapp.style().name(), qapp.palette()
    font = QFont(before[0])
    font.setPointSizeF(request.param)
    qapp.setStyle("Fusion")
    qapp.setFont(font)
    qapp.setPalette(palette(LIGHT))
    qapp.setStyleSheet(style_sheet(LIGHT, font))
    yield qapp
    qapp.setStyleSheet("")
    qapp.setFont(before[0])
    qapp.setStyle(before[1])
    qapp.setPalette(before[2])


@pytest.mark.usefixtures("themed")
@pytest.mark.parametrize("kind", ["", "primary", "quiet"])
def test_buttons_are_32_high(kind: str) -> None:
    button = QPushButton("Ab")
    set_style(button, kind=kind)
    assert button.sizeHint().height() - EDGE_OF_A_BUTTON >= 32
    assert button.sizeHint().width() - EDGE_OF_A_BUTTON >= 32


@pytest.mark.usefixtures("themed")
@pytest.mark.parametrize("make", [QToolButton, QLineEdit, QComboBox, QSpinBox])
def test_fields_are_32_high(make: Callable[[], QWidget]) -> None:
    assert make().sizeHint().height() >= 32


@pytest.mark.usefixtures("themed")
def test_a_number_field_is_as_high_as_the_fields_beside_it(qtbot: QtBot) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    layout = QVBoxLayout(column)
    number, text = QSpinBox(), QLineEdit()
    layout.addWidget(number)
    layout.addWidget(text)
    column.show()
    assert number.height() == pytest.approx(text.height(), abs=1)


@pytest.mark.usefixtures("themed")
def test_boxes_to_check_are_24_high() -> None:
    assert QCheckBox("Ab").sizeHint().height() >= 24


@pytest.mark.usefixtures("themed")
def test_the_steps_of_a_number_field_are_24_each_way() -> None:
    field = QSpinBox()
    field.resize(field.sizeHint())
    option = QStyleOptionSpinBox()
    field.initStyleOption(option)
    control = QStyle.ComplexControl.CC_SpinBox
    rects = [
        field.style().subControlRect(control, option, part, field)
        for part in (QStyle.SubControl.SC_SpinBoxUp, QStyle.SubControl.SC_SpinBoxDown)
    ]
    assert all(min(rect.width(), rect.height()) >= 24 for rect in rects)
    assert not rects[0].intersects(rects[1])
    edit = field.style().subControlRect(control, option, QStyle.SubControl.SC_SpinBoxEditField, field)
    assert not any(rect.intersects(edit.adjusted(1, 0, -1, 0)) for rect in rects)


@pytest.mark.usefixtures("themed")
def test_rows_of_lists_menus_and_headers_are_32_high(qtbot: QtBot) -> None:
    model = QStringListModel(["a"])
    for kind in ("", "sidebar"):
        view = QListView()
        qtbot.addWidget(view)
        set_style(view, kind=kind)
        view.setModel(model)
        assert view.sizeHintForRow(0) >= 32
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction("Retry")
    menu.ensurePolished()
    assert menu.actionGeometry(action).height() >= 32
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    header = table.horizontalHeader()
    assert isinstance(header, QHeaderView)
    header.ensurePolished()
    assert header.sizeHint().height() >= 32


@pytest.mark.usefixtures("themed")
@pytest.mark.qt_log_ignore("propagateSizeHints")  # what off-screen windows cannot do
@pytest.mark.parametrize("kind", ["", "primary", "quiet"])
def test_focus_shows_on_buttons(qtbot: QtBot, kind: str) -> None:
    assert_focus_shows(qtbot, lambda: kinded(QPushButton("Ab"), kind))


@pytest.mark.usefixtures("themed")
@pytest.mark.qt_log_ignore("propagateSizeHints")
@pytest.mark.parametrize("make", [QToolButton, QCheckBox, QComboBox, QTableView])
def test_focus_shows_on_controls(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    assert_focus_shows(qtbot, make)


def kinded(widget: QWidget, kind: str) -> QWidget:
    set_style(widget, kind=kind)
    return widget


def assert_focus_shows(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    """The edge of a control with the keyboard differs from its edge without, well enough to be seen."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    here, there = make(), make()
    for widget in (here, there):
        widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(widget)
    window.resize(300, 300)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    there.setFocus()
    without = middle_of_top(here)
    here.setFocus()
    with_it = middle_of_top(here)
    assert any(contrast(one, other) >= 3 for one, other in zip(without, with_it, strict=True))


def middle_of_top(widget: QWidget) -> list[str]:
    picture = widget.window().grab().toImage()
    corner = widget.mapTo(widget.window(), QPoint(widget.width() // 2, 0))
    return [picture.pixelColor(corner + QPoint(0, y)).name() for y in range(4)]


@pytest.mark.usefixtures("themed")
def test_what_a_widget_is_may_change_while_it_is_shown() -> None:
    label = QLabel("Ab")
    label.ensurePolished()
    set_style(label, tone="danger")
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT[Role.DANGER]
    set_style(label, kind="heading")
    assert label.property("tone") == "danger"
    assert label.font().weight() == QFont.Weight.DemiBold
    set_style(label, tone="")
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT[Role.TEXT]


@pytest.mark.usefixtures("themed")
def test_a_plain_widget_can_have_a_ground() -> None:
    plain = QWidget()
    set_style(plain, kind="window")
    assert plain.grab().toImage().pixelColor(5, 5).name() == LIGHT[Role.WINDOW]


@pytest.mark.usefixtures("themed")
def test_a_hint_inside_a_field_can_be_read() -> None:
    field = QLineEdit()
    field.ensurePolished()
    hint = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert (hint.name(), hint.alpha()) == (LIGHT[Role.MUTED], 255)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_marks_can_be_seen_on_their_ground(scheme: Scheme) -> None:
    for front, back in ((Role.ON_ACCENT, Role.ACCENT), (Role.TEXT, Role.SURFACE)):
        word = re.search(r"_(black|white)\.svg", style._mark("check", scheme[front]))
        assert word is not None
        assert contrast({"black": "#000000", "white": "#ffffff"}[word[1]], scheme[back]) >= 3


@pytest.mark.parametrize("name", ["check", "up", "down"])
@pytest.mark.parametrize("colour", ["#000000", "#ffffff"])
def test_marks_are_pictures(qapp: QApplication, name: str, colour: str) -> None:
    assert qapp is not None
    path = style._mark(name, colour).removeprefix('url("').removesuffix('")')
    image = QIcon(path).pixmap(24).toImage()
    assert colour in {image.pixelColor(x, y).name() for x in range(24) for y in range(24)}


@pytest.mark.parametrize("factor", [1.0, 1.1, 1.17, 1.25, 1.5, 1.75, 2.0, 3.0])
def test_what_is_round_is_wide_enough_to_look_round(factor: float) -> None:
    assert all(width >= 6 for width in style._round(Scale(factor)).values())


def test_scale_never_shrinks() -> None:
    assert Scale()(32) == 32
    assert Scale(2)(3) == 6
    tiny = QFont()
    tiny.setPointSizeF(4)
    assert Scale.of(tiny).factor == 1
    tiny.setPointSizeF(40)
    assert Scale.of(tiny).factor > 2


def test_painters_find_the_same_colours_in_the_palette() -> None:
    made = palette(DARK)
    for target, role in {
        QPalette.ColorRole.Base: Role.SURFACE,
        QPalette.ColorRole.Highlight: Role.SELECTION,
        QPalette.ColorRole.HighlightedText: Role.SELECTION_TEXT,
        QPalette.ColorRole.Link: Role.ACCENT,
        QPalette.ColorRole.PlaceholderText: Role.MUTED,
    }.items():
        assert made.color(target).name() == DARK[role]
    faded = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
    assert faded.name() == DARK[Role.DISABLED]


def test_identifiers_are_in_a_family_that_this_system_has(themed: QApplication) -> None:
    label = QLabel("chirp-custom:1iI")
    set_style(label, kind="code")
    label.ensurePolished()
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    assert label.font().family() == fixed
    assert QFontMetricsF(label.font()).horizontalAdvance("iiii") == pytest.approx(
        QFontMetricsF(label.font()).horizontalAdvance("MMMM")
    )
    assert f'"{fixed}"' in themed.styleSheet()
