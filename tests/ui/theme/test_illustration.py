"""Drawings in several colours: each keeps the rules of the set, and wears the colours in force."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAccessible, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from mountsea_desktop.storage.settings import Appearance
from mountsea_desktop.ui.theme.illustration import DRAWING_COLOURS, Illustration
from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, Scheme, contrast
from mountsea_desktop.ui.theme.theme import Theme

FOLDER = Path(__file__).parents[3] / "resources" / "icons" / "help"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    before = qapp.style().name()
    theme = Theme()
    theme.apply(qapp, Appearance.LIGHT)
    yield theme
    qapp.setStyleSheet("")
    qapp.setStyle(before)
    qapp.setPalette(QPalette())
    qapp.styleHints().unsetColorScheme()


def colours(picture: Illustration) -> set[str]:
    """The colours of whole pixels: those at an edge are between two."""
    image = picture.pixmap().toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_keeps_the_rules_of_the_set(name: str) -> None:
    source = (FOLDER / f"{name}.svg").read_text("utf-8")
    root = ET.fromstring(source)  # noqa: S314 - a file of ours
    assert root.get("viewBox") in {"0 0 280 150", "0 0 168 108"}
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert (root.get("fill"), root.get("stroke"), root.get("stroke-width")) == (
        "none",
        LIGHT[Role.TEXT],
        "1.75",
    )
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert set(re.findall(r"(?:fill|stroke)=\"([^\"]*)\"", source)) <= {"none", *DRAWING_COLOURS}
    parts = {part.tag.rpartition("}")[2] for part in root.iter()}
    assert parts <= {"svg", "g", "path", "rect", "circle"}, "words would have to be translated"
    assert QSvgRenderer(str(FOLDER / f"{name}.svg")).isValid()


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
def test_lines_stand_out(scheme: Scheme) -> None:
    for line in (Role.TEXT, Role.MUTED, Role.ACCENT, Role.DANGER):
        assert min(contrast(scheme[line], scheme[back]) for back in (Role.SURFACE, Role.HOVER)) > 3


def test_a_colour_of_a_file_becomes_that_of_its_role(qapp: QApplication, theme: Theme) -> None:
    picture = Illustration("help/public")
    picture.resize(280, 150)
    picture.show()
    drawn = (Role.ACCENT, Role.SURFACE, Role.HOVER)
    assert {LIGHT[role] for role in drawn} <= colours(picture)
    theme.apply(qapp, Appearance.DARK)
    assert {DARK[role] for role in drawn} <= colours(picture)
    assert not {LIGHT[role] for role in drawn} & colours(picture)


@pytest.mark.usefixtures("qapp")
def test_it_takes_the_room_there_is_up_to_its_own_size() -> None:
    picture = Illustration("help/token")
    picture.show()
    for width, drawn in ((140, QSize(140, 75)), (280, QSize(280, 150)), (900, QSize(280, 150))):
        picture.resize(width, 400)
        assert picture.pixmap().deviceIndependentSize().toSize() == drawn
        assert picture.heightForWidth(width) == drawn.height()


@pytest.mark.usefixtures("qapp")
def test_screen_readers_take_it_for_a_graphic() -> None:
    picture = Illustration("help/token")
    picture.setAccessibleName("A key")
    told = QAccessible.queryAccessibleInterface(picture)
    assert told.role() is QAccessible.Role.Graphic
    assert told.text(QAccessible.Text.Name) == "A key"
