import re

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from mountsea_desktop.ui.theme.palette import DARK, LIGHT
from mountsea_desktop.ui.theme.style import style_sheet
from mountsea_desktop.ui.theme.stylesheet import STYLESHEET


def test_every_name_is_filled_in(qapp: QApplication) -> None:
    assert "$" in STYLESHEET
    assert "$" not in style_sheet(LIGHT, qapp.font())


def test_no_colour_is_written_by_hand() -> None:
    assert re.findall(r"#[0-9a-f]{3,6}|rgb|\b(?:white|black|gr[ae]y)\b", STYLESHEET) == []


def test_light_and_dark_differ_in_nothing_but_colours_and_marks(qapp: QApplication) -> None:
    def bare(text: str) -> str:
        return re.sub(r"#[0-9a-f]{6}|_(?:black|white)\.svg", "", text)

    light, dark = style_sheet(LIGHT, qapp.font()), style_sheet(DARK, qapp.font())
    assert light != dark
    assert bare(light) == bare(dark)


def test_braces_are_balanced() -> None:
    assert STYLESHEET.count("{") == STYLESHEET.count("}")
    assert not re.search(r"\{[^}]*\{", STYLESHEET)


def test_lengths_grow_with_the_text(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    font.setPointSizeF(font.pointSizeF() * 3)
    small, big = style_sheet(LIGHT, qapp.font()), style_sheet(LIGHT, font)
    assert re.findall(r"min-height: (\d+)px", small) < re.findall(r"min-height: (\d+)px", big)
