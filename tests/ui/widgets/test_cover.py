"""A cover is a model's own: the same on every start, and told apart from others."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mountsea_desktop.ui.theme.palette import DARK, LIGHT, Role, Scheme, contrast
from mountsea_desktop.ui.widgets.cover import Cover, cover, own_colour, own_hue


def image(model_id: str, side: int = 48, ratio: float = 1.0) -> QImage:
    return cover(model_id, side, ratio).toImage()


def test_it_is_the_same_each_time_and_others_differ(qapp: QApplication) -> None:  # noqa: ARG001 - pictures need it
    assert image("a") == image("a")
    assert len({bytes(image(str(number)).constBits()) for number in range(20)}) == 20
    assert own_hue("a") == 23  # written out: a cover that changed would be another model's


def test_it_is_sharp_on_every_screen(qapp: QApplication) -> None:  # noqa: ARG001 - pictures need it
    assert image("a", 24, 2.0).width() == 48
    assert cover("a", 24, 2.0).deviceIndependentSize().width() == 24


def test_it_has_round_corners_and_is_painted_all_over(qapp: QApplication) -> None:  # noqa: ARG001 - pictures need it
    picture = image("a")
    assert picture.pixelColor(0, 0).alpha() == 0
    assert all(picture.pixelColor(x, 24).alpha() == 255 for x in range(1, 47))


def test_a_screen_reader_has_nothing_to_see(qtbot: QtBot) -> None:
    shown = Cover(96)
    qtbot.addWidget(shown)
    shown.show_model("a")
    assert shown.pixmap().width() == 96
    assert not shown.text()


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=lambda scheme: scheme.name)
@pytest.mark.parametrize("ground", [Role.HOVER, Role.PRESSED])
def test_every_models_own_colour_can_be_read(scheme: Scheme, ground: Role) -> None:
    models = {own_hue(str(number)): str(number) for number in range(3_000)}
    assert len(models) == 360
    for model_id in models.values():
        colour = own_colour(model_id, scheme[ground])
        assert contrast(colour.name(), scheme[ground]) >= 4.5
        assert colour.hslHue() == pytest.approx(min(max(own_hue(model_id), 60), 300), abs=4)


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
def test_its_colour_never_looks_like_danger(scheme: Scheme) -> None:
    danger = scheme.colour(Role.DANGER).hslHue()
    for number in range(500):
        hue = own_colour(str(number), scheme[Role.HOVER]).hslHue()
        assert 45 <= (hue - danger) % 360 <= 315, number
