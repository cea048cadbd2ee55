"""A cover for each model, drawn from its id: the program's mountain over a wave, in a colour of its own."""

import math
from functools import lru_cache
from hashlib import sha256

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPixmap, QPolygonF

from mountsea_desktop.ui.theme.palette import contrast, luminance
from mountsea_desktop.ui.theme.style import Scale
from mountsea_desktop.ui.widgets.label import Label

_POINTS = 48
"""Of a wave; more cannot be told apart at the size of a cover."""


WORDS = 4.5
"""The contrast that words need."""
FAR_FROM_RED = 60, 300
"""The first and last hue, yellow and violet, that nobody takes for something that failed."""


def own_hue(model_id: str) -> int:
    """Return the hue of a model, 0 to 359: the same on every start and every computer."""
    return int.from_bytes(sha256(model_id.encode()).digest()[:2]) % 360


@lru_cache(maxsize=64)
def own_colour(model_id: str, ground: str) -> QColor:
    """Return the model's own colour, as light or dark as words on that ground have to be.

    Kept away from red, other than the cover: words and bars in red would say that something failed.
    """
    hue, dark = min(max(own_hue(model_id), FAR_FROM_RED[0]), FAR_FROM_RED[1]), luminance(ground) < 0.5
    lights = range(100, 256, 4) if dark else range(130, -1, -4)
    colours = (QColor.fromHsl(hue, 150, light) for light in lights)
    return next(colour for colour in colours if contrast(colour.name(), ground) >= WORDS)


@lru_cache(maxsize=64)
def cover(model_id: str, side: int, ratio: float = 1.0) -> QPixmap:
    """Return a square picture of `side` in a screen's own units. It says nothing that words do not say."""
    seeds = sha256(model_id.encode()).digest()
    hue = own_hue(model_id)
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    frame = QPainterPath()
    frame.addRoundedRect(QRectF(0, 0, side, side), side / 8, side / 8)
    painter.setClipPath(frame)
    sky = QLinearGradient(0, 0, side, side)
    sky.setColorAt(0, QColor.fromHsl(hue, 130, 150))
    sky.setColorAt(1, QColor.fromHsl((hue + 40) % 360, 140, 70))
    painter.fillRect(0, 0, side, side, sky)
    painter.setPen(Qt.PenStyle.NoPen)
    peak = 0.35 + seeds[2] / 255 * 0.3
    for shift, height, light in ((0.22, 0.42, 205), (0.0, 0.28, 240)):
        top = peak + shift * (1 if seeds[3] % 2 else -1)
        corners = ((top - 0.55, 0.85), (top, height), (top + 0.55, 0.85))
        mountain = QPolygonF([QPointF(x * side, y * side) for x, y in corners])
        painter.setBrush(QColor.fromHsl(hue, 70, light))
        painter.drawPolygon(mountain)
    for number in range(2):
        painter.setBrush(QColor.fromHsl((hue + 20) % 360, 150, 85 - 30 * number))
        painter.drawPath(_wave(side, 0.68 + 0.13 * number, seeds[4 + number * 4 : 8 + number * 4]))
    painter.end()
    return pixmap


def _wave(side: int, top: float, seeds: bytes) -> QPainterPath:
    """Return the sea up to `top` of the picture's height; how it swells follows from the seeds."""
    path = QPainterPath(QPointF(0, side))
    for at in range(_POINTS + 1):
        x = at / _POINTS
        swell = sum(
            math.sin(2 * math.pi * (x * (1 + order) * 1.2 + seed / 255)) / (order + 2)
            for order, seed in enumerate(seeds)
        )
        path.lineTo(x * side, (top + swell * 0.05) * side)
    path.lineTo(side, side)
    return path


class Cover(Label):
    """The cover of a model; for a screen reader there is nothing to see."""

    def __init__(self, side: int) -> None:
        """`side` in px at ordinary text size."""
        super().__init__()
        self._side = Scale.of(self.font())(side)
        self.setFixedSize(self._side, self._side)

    def show_model(self, model_id: str) -> None:
        """Show this model's."""
        self.setPixmap(cover(model_id, self._side, self.devicePixelRatioF()))
