"""Drawings larger than an icon, in several of the theme's colours and sharp on every screen."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

from mountsea_desktop.ui.theme.icons import file
from mountsea_desktop.ui.theme.palette import LIGHT, Role
from mountsea_desktop.ui.theme.style import Scale

DRAWING_COLOURS = {
    LIGHT[Role.TEXT]: QPalette.ColorRole.WindowText,
    LIGHT[Role.MUTED]: QPalette.ColorRole.PlaceholderText,
    LIGHT[Role.ACCENT]: QPalette.ColorRole.Accent,
    LIGHT[Role.DANGER]: QPalette.ColorRole.BrightText,
    LIGHT[Role.SURFACE]: QPalette.ColorRole.Base,
    LIGHT[Role.HOVER]: QPalette.ColorRole.Midlight,
}
"""The colours a drawing may have. Its file wears those of the light scheme, so that any viewer shows what is
meant; each stands for the colour of that role in the palette in force."""

_DRAWING_COLOUR = re.compile("|".join(DRAWING_COLOURS))
_REDRAWN_AFTER = (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange)


class Illustration(QLabel):
    """The drawing `resources/icons/<name>.svg`: as large as there is room, up to its own size.

    That size is in px at ordinary text size, and grows with the text. A label that holds a pixmap is a
    graphic for screen readers; its accessible name is what they say of it.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self._source = file(name).read_text("utf-8")
        self._size = QSvgRenderer(self._source.encode()).defaultSize() * Scale.of(self.font()).factor
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._draw()

    def sizeHint(self) -> QSize:
        """Return what can still be made out, so that large text need not be scrolled sideways."""
        return self._size * 0.4

    minimumSizeHint = sizeHint

    def heightForWidth(self, width: int) -> int:
        """Keep its proportions, and never grow beyond its own size."""
        return round(min(width, self._size.width()) * self._size.height() / self._size.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw again rather than stretch."""
        super().resizeEvent(event)
        self._draw()

    def event(self, event: QEvent) -> bool:
        """Draw again once colours or screen are others."""
        if event.type() in _REDRAWN_AFTER:
            self._draw()
        return super().event(event)

    def _draw(self) -> None:
        colours = QApplication.palette()
        svg = _DRAWING_COLOUR.sub(lambda ink: colours.color(DRAWING_COLOURS[ink[0]]).name(), self._source)
        ratio = self.devicePixelRatioF()
        room = self.size().boundedTo(self._size)
        pixmap = QPixmap(self._size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(svg.encode()).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        self.setPixmap(pixmap)
