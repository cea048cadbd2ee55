"""Drawings larger than an icon, in several of the theme's colours and sharp on every screen."""

import re

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel

from mountsea_desktop.ui.theme.icons import file
from mountsea_desktop.ui.theme.palette import LIGHT, Role
from mountsea_desktop.ui.theme.style import Scale

INKS = {
    LIGHT[Role.TEXT]: QPalette.ColorRole.WindowText,
    LIGHT[Role.MUTED]: QPalette.ColorRole.PlaceholderText,
    LIGHT[Role.ACCENT]: QPalette.ColorRole.Accent,
    LIGHT[Role.DANGER]: QPalette.ColorRole.BrightText,
    LIGHT[Role.SURFACE]: QPalette.ColorRole.Base,
    LIGHT[Role.HOVER]: QPalette.ColorRole.Midlight,
}
"""The colours a drawing may have. Its file wears those of the light scheme, so that any viewer shows what is
meant; each stands for the colour of that role in the palette in force."""

_INK = re.compile("|".join(INKS))
_REDRAWN_AFTER = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange)


class Picture(QLabel):
    """The drawing `resources/icons/<name>.svg`, at its own size in px at ordinary text size.

    A label that holds a pixmap is a graphic for screen readers; its accessible name is what they say of it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._source = file(name).read_text("utf-8")
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Draw again once colours or screen are others."""
        if event.type() in _REDRAWN_AFTER:
            self._draw()
        return super().event(event)

    def _draw(self) -> None:
        colours = QApplication.palette()
        svg = _INK.sub(lambda ink: colours.color(INKS[ink[0]]).name(), self._source)
        drawing, ratio = QSvgRenderer(svg.encode()), self.devicePixelRatioF()
        pixmap = QPixmap(drawing.defaultSize() * (Scale.of(self.font()).factor * ratio))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
