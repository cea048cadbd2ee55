import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QPushButton

from mountsea_desktop.ui.theme import icons
from mountsea_desktop.ui.theme.icons import Icons, app_icon
from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, from_platform
from mountsea_desktop.workflow.model import ModelState
from mountsea_desktop.workflow.song import SongState

FOLDER = Path(__file__).parents[3] / "resources" / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg") if path.stem != "app")
SONGS = [f"song_{state}" for state in SongState]
MODELS = [f"model_{state}" for state in ModelState]
SIDE = 96

pytestmark = pytest.mark.usefixtures("qapp")


def painted(name: str, role: Role = Role.TEXT) -> QImage:
    return Icons().pixmap(name, role, QSize(SIDE, SIDE)).toImage()


def shape(image: QImage) -> list[bool]:
    return [image.pixelColor(x, y).alpha() > 64 for y in range(0, SIDE, 2) for x in range(0, SIDE, 2)]


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_keeps_the_rules_of_the_set(name: str) -> None:
    source = (FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    root = ET.fromstring(source)  # noqa: S314 - a file of ours
    assert {key: root.get(key) for key in ("viewBox", "fill", "stroke", "stroke-width")} == {
        "viewBox": "0 0 24 24",
        "fill": "none",
        "stroke": "#000",
        "stroke-width": "1.75",
    }
    assert root.get("stroke-linecap") == root.get("stroke-linejoin") == "round"
    assert set(re.findall(r"(?:fill|stroke)=\"([^\"]*)\"", source)) == {"none", "#000"}
    assert QSvgRenderer(str(FOLDER / f"{name}.svg")).isValid()


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_seen_whole(name: str) -> None:
    image = painted(name)
    edge = [(at, side) for at in range(SIDE) for side in (0, SIDE - 1)]
    assert any(shape(image))
    assert all(image.pixelColor(x, y).alpha() == image.pixelColor(y, x).alpha() == 0 for x, y in edge)


@pytest.mark.parametrize("family", [SONGS, MODELS], ids=["songs", "models"])
def test_states_differ_in_shape(family: list[str]) -> None:
    shapes = {name: shape(painted(name)) for name in family}
    for one, other in combinations(family, 2):
        differing = sum(a != b for a, b in zip(shapes[one], shapes[other], strict=True))
        assert differing > 60, (one, other)


def test_every_drawing_has_a_use_for_its_name() -> None:
    assert set(SONGS + MODELS) <= set(NAMES)
    with pytest.raises(FileNotFoundError):
        Icons().icon("nothing of the kind")


def test_an_icon_wears_the_colour_of_its_role() -> None:
    image = painted("upload", Role.DANGER)
    colours = {
        image.pixelColor(x, y).name()
        for y in range(SIDE)
        for x in range(SIDE)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {LIGHT[Role.DANGER]}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_has_a_pixel_of_its_own_for_each_of_the_screens(ratio: float) -> None:
    pixmap = Icons().icon("upload").pixmap(QSize(20, 20), ratio)
    assert pixmap.size() == QSize(20, 20) * ratio
    assert pixmap.devicePixelRatio() == ratio


def test_a_painted_icon_is_kept_until_the_colours_change() -> None:
    kept = Icons()
    first = kept.pixmap("upload", Role.TEXT, QSize(16, 16))
    assert kept.pixmap("upload", Role.TEXT, QSize(16, 16)) is first
    kept.scheme = DARK
    assert kept.pixmap("upload", Role.TEXT, QSize(16, 16)) is not first


def test_icons_handed_out_follow_the_scheme(qapp: QApplication) -> None:
    kept = Icons()
    button = QPushButton(kept.icon("upload"), "")
    before = button.grab().toImage()
    kept.scheme = DARK
    assert button.grab().toImage() != before
    assert qapp is not None


def test_modes() -> None:
    def colour(icon: QIcon, mode: QIcon.Mode) -> str:
        image = icon.pixmap(QSize(24, 24), 1.0, mode).toImage()
        return image.pixelColor(12, 12).name()

    kept = Icons()
    icon = kept.icon("add", Role.SUCCESS)
    assert colour(icon, QIcon.Mode.Normal) == LIGHT[Role.SUCCESS]
    assert colour(icon, QIcon.Mode.Selected) == LIGHT[Role.SUCCESS]
    assert colour(icon, QIcon.Mode.Disabled) == LIGHT[Role.DISABLED]
    palette = QApplication.palette()
    palette.setColor(palette.ColorRole.HighlightedText, QColor("#fedcba"))
    kept.scheme = from_platform(palette)
    assert colour(icon, QIcon.Mode.Selected) == "#fedcba"


def test_the_programs_own_icon_is_there_in_every_size() -> None:
    icon = app_icon()
    assert {size.width() for size in icon.availableSizes()} >= {16, 32, 256}
    pixmap: QPixmap = icon.pixmap(QSize(16, 16), 1.0)
    assert pixmap.toImage().pixelColor(8, 13).alpha() == 255


def test_an_installed_copy_comes_before_the_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "add.svg").write_text("<svg/>")
    monkeypatch.setattr(icons, "_COMPILED", tmp_path)
    assert icons.file("add") == tmp_path / "add.svg"
    assert icons.file("upload").parent == FOLDER
